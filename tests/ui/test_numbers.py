"""What is given to Qt by number is what its name says."""

from PySide6.QtCore import Qt

from guidance_app.ui.bars import Footer
from guidance_app.ui.widgets import numbers
from guidance_app.ui.widgets.column import Column
from guidance_app.ui.widgets.text import Text


def test_each_number_is_the_one_of_its_name() -> None:
    named = (
        (numbers.NO_FOCUS, Qt.FocusPolicy.NoFocus),
        (numbers.PLAIN_TEXT, Qt.TextFormat.PlainText),
        (numbers.WORD_WRAP, Qt.TextFlag.TextWordWrap),
        (numbers.ALIGN_LEFT, Qt.AlignmentFlag.AlignLeft),
        (numbers.ALIGN_RIGHT, Qt.AlignmentFlag.AlignRight),
        (numbers.ALIGN_H_CENTER, Qt.AlignmentFlag.AlignHCenter),
        (numbers.ALIGN_V_CENTER, Qt.AlignmentFlag.AlignVCenter),
    )
    assert [number for number, _ in named] == [name.value for _, name in named]
    assert len(named) == sum(name.isupper() for name in vars(numbers))


def test_a_column_is_no_stop_for_tab() -> None:
    assert Column().focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_line_under_the_page_ends_at_the_right() -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    foot = Footer()
    ending = [text.alignment() == right for text in foot.findChildren(Text)]
    assert sorted(ending) == [False, True, True]
