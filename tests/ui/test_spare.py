"""Spare references: many calls into Qt leave the program alive on every Python there is."""

import sys

import pytest

from guidance_app.ui.spare import ALONE, SPARE, spare_references


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they need no references since 3.12")
@pytest.mark.parametrize("one", ALONE)
def test_each_has_more_references_than_calls_can_use_up(one: object) -> None:
    assert sys.getrefcount(one) > SPARE // 2


def test_nothing_is_touched_where_they_need_no_references() -> None:
    before = sys.getrefcount(None)
    spare_references((3, 12))
    assert sys.getrefcount(None) < before + SPARE // 2
