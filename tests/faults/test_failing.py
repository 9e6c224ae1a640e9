"""Whatever operation of whatever act fails, in whatever way, nothing is half kept; again works."""

from tests.faults.failing import failed


def test_nothing_is_lost_by_any_of_a_thousand_faults() -> None:
    tried = dict(failed())
    assert len(tried) > 400
    assert {what: lost for what, lost in tried.items() if lost} == {}
