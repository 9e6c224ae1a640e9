"""What the words of a pack would do to a tired reader is told to their author."""

import pytest

from guidance_app.packs.shape import shape
from guidance_app.packs.wording import wording_problems
from tests.packs.small import PACK

LONG = " ".join(["We need to ask you this now because it matters a great deal to them"] * 3)


def codes(was: str = "", now: str = "") -> set[str]:
    assert was in PACK
    shaped = shape({"pack.yaml": PACK.replace(was, now).encode() if was else PACK.encode()})
    assert shaped.pack is not None
    return {problem.code for problem in wording_problems(shaped.pack, shaped.places)}


def test_the_small_pack_reads_well() -> None:
    assert codes() == set()


@pytest.mark.parametrize("words", ["question 7", "the list below", "the previous question"])
def test_what_makes_sense_only_by_its_position_is_told(words: str) -> None:
    assert codes("Stop once the person is found.", f"Look at {words}.") == {"by-position"}


def test_above_all_is_no_position() -> None:
    assert codes("Stop once the person is found.", "Above all, stop once they are found.") == set()


@pytest.mark.parametrize(
    ("code", "was", "now"),
    [
        ("long-question", "terms: {}", "terms: {}\nlimits: {words-per-question: 5}"),
        ("long-sentence", "Stop once the person is found.", LONG),
        (
            "reading-age",
            "terms: {}\n",
            "terms: {}\nlimits: {reading-age: 13}\nfields:\n  f: {ask: "
            + "Contemporaneous documentation necessitates demonstrable proportionality. " * 3
            + "}\n",
        ),
        ("two-questions", "Is anybody in danger today?", '"Is anybody in danger? Who?"'),
        ("by-position", "Stop once the person is found.", "Stop as above."),
        ("id-in-text", "Ask the family instead.", "See stop-when-found."),
        ("same-text", "Ask the family instead.", "Stop once the person is found."),
        ("stop-without-may", "    may: [Talk to them.]\n", ""),
        ("no-talk-to", "Talk to them.]\n    talk-to: [boss]\n", "Talk to them.]\n"),
        ("no-record", "    record: [Why.]\n", ""),
    ],
)
def test_one_defect_is_told(code: str, was: str, now: str) -> None:
    assert codes(was, now) == {code}
