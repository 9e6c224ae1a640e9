"""Whatever a program is doing when it is killed, nothing that it had said was kept is lost."""

import pytest

from tests.faults.killing import killed
from tests.faults.working import WORKS


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("work", WORKS)
def test_nothing_that_was_acknowledged_is_lost(work: str, seed: int) -> None:
    assert killed(work, seed) == ""
