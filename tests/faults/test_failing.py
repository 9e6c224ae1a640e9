"""Whatever operation of whatever act fails, in whatever way, nothing is half kept; again works."""

from tests.faults.disk import READING, WRITING
from tests.faults.failing import failed


def test_nothing_is_lost_or_unsaid_by_a_part_of_the_faults_that_the_bench_tries() -> None:
    tried = dict(failed(every=3))
    kinds = {what.partition(":")[0] for what in tried}
    assert len(tried) > 400
    assert kinds == {*WRITING, *READING}
    assert {what: lost for what, lost in tried.items() if lost} == {}
