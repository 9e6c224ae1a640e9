"""A part of a page is seen when it is to be, and never as a window of its own."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_app.ui.widgets.seen import let_be_seen

ASKED = st.lists(st.booleans(), max_size=3)


@given(st.booleans(), ASKED, ASKED)
def test_a_part_is_seen_as_it_was_last_asked_to_be(
    hidden: bool, before: list[bool], after: list[bool]
) -> None:
    page, part = QWidget(), QWidget()
    if hidden:
        let_be_seen(part, False)
    QVBoxLayout(page).addWidget(part)
    for seen in before:
        let_be_seen(part, seen)
        assert not part.isVisible()
    page.show()
    assert part.isVisible() == [not hidden, *before][-1]
    for seen in after:
        let_be_seen(part, seen)
        assert part.isVisible() == seen


@given(ASKED)
def test_what_no_page_holds_yet_is_no_window(asked: list[bool]) -> None:
    part = QWidget()
    for seen in asked:
        let_be_seen(part, seen)
    assert not part.isVisible()
