"""References to None: many calls into Qt leave the program alive on every Python there is."""

import sys

import pytest

from guidance_app.ui.spare import SPARE, spare_references


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None needs no references since 3.12")
def test_none_has_more_references_than_calls_can_use_up() -> None:
    assert sys.getrefcount(None) > SPARE // 2


def test_nothing_is_touched_where_none_needs_no_references() -> None:
    before = sys.getrefcount(None)
    spare_references((3, 12))
    assert sys.getrefcount(None) < before + SPARE // 2
