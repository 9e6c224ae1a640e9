"""Three thousand broken packs: none raises, none hangs, and each refusal says where and why."""

from tests.bench.fuzz import fuzz


def test_no_broken_pack_breaks_a_promise() -> None:
    tally = fuzz(3_000)
    assert tally.failed == []
    assert {"refused", "with errors", "sound"} == set(tally.came)


def test_what_was_found_by_trying_a_hundred_thousand_stays_mended() -> None:
    for seed in (37_096, 59_628, 76_132, 82_805):
        assert fuzz(1, first=seed).failed == []
