"""The controls that pages are built of: by keys, for screen readers, and at any size."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import OptionId
from guidance_app.core.pack import Level, Option
from guidance_app.ui.widgets.badge import Badge
from guidance_app.ui.widgets.box import Box
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.radio_group import RadioGroup
from guidance_app.ui.widgets.row_list import Row, RowList
from guidance_app.ui.widgets.text import Text

Show = Callable[[QWidget], QWidget]
Look = Callable[..., None]

SENTENCES = ("They agree", "I asked & they said no", "I do not know yet")


def group(*, several: bool = False) -> RadioGroup:
    options = [Option(OptionId(str(n)), say) for n, say in enumerate(SENTENCES)]
    options.append(Option(OptionId("none"), "None of these", exclusive=True))
    return RadioGroup("Does the person know?", options, several=several)


def test_nothing_is_chosen_beforehand() -> None:
    assert group().ids == ()


def test_the_question_titles_the_group_for_a_screen_reader(shown: Show) -> None:
    found = QAccessible.queryAccessibleInterface(shown(group()))
    assert found.text(QAccessible.Text.Name) == "Does the person know?"
    assert found.role() == QAccessible.Role.Grouping


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_radio_button_is_read_by_its_whole_sentence(shown: Show, place: int) -> None:
    radios = group()
    shown(radios)
    found = QAccessible.queryAccessibleInterface(radios.button(str(place)))
    assert found.text(QAccessible.Text.Name) == SENTENCES[place]


def test_tab_stops_once_in_a_group_while_nothing_is_chosen(shown: Show) -> None:
    radios = group()
    assert tab_stops(shown(radios)) == [radios.button("0")]


def test_tab_stops_at_what_is_chosen(shown: Show) -> None:
    radios = group()
    shown(radios)
    radios.choose(("2",))
    assert tab_stops(radios) == [radios.button("2")]


def tab_stops(within: QWidget) -> list[QWidget]:
    tab = Qt.FocusPolicy.TabFocus.value
    return [w for w in within.findChildren(QWidget) if w.focusPolicy().value & tab]


def test_an_arrow_chooses_the_next_answer(qtbot: QtBot, shown: Show) -> None:
    radios = group()
    shown(radios)
    radios.button("0").setFocus()
    with qtbot.waitSignal(radios.chosen) as told:
        QTest.keyClick(radios.button("0"), Qt.Key.Key_Down)
    assert told.args == [("1",)]


def test_arrows_go_round(shown: Show) -> None:
    radios = group()
    shown(radios)
    radios.button("0").setFocus()
    QTest.keyClick(radios.button("0"), Qt.Key.Key_Up)
    assert radios.ids == ("none",)


def test_a_click_anywhere_on_the_sentence_chooses_it(shown: Show) -> None:
    radios = group()
    shown(radios)
    button = radios.button("1")
    right_edge = button.rect().topRight() - button.rect().topLeft()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=right_edge)
    assert radios.ids == ("1",)


def test_several_can_be_chosen_where_several_may_be(shown: Show) -> None:
    ticks = group(several=True)
    shown(ticks)
    for name in ("0", "2"):
        QTest.keyClick(ticks.button(name), Qt.Key.Key_Space)
    assert ticks.ids == ("0", "2")


def test_what_stands_alone_lets_go_of_the_others(shown: Show) -> None:
    ticks = group(several=True)
    shown(ticks)
    for name in ("0", "none"):
        QTest.keyClick(ticks.button(name), Qt.Key.Key_Space)
    assert ticks.ids == ("none",)


@pytest.mark.parametrize("size", [100, 200])
def test_a_long_sentence_has_the_room_that_it_needs(look: Look, shown: Show, size: int) -> None:
    look("light", size)
    words = "They have been told clearly that we may look, at what, why, and once. " * 4
    radios = RadioGroup("Which?", [Option(OptionId("long"), words)])
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.addWidget(radios)
    layout.addStretch(1)
    shown(page)
    button = radios.button("long")
    assert button.height() >= button.heightForWidth(button.width())


def test_tab_leaves_a_box(shown: Show) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    box, after = Box("Why?"), QLineEdit()
    layout.addWidget(box)
    layout.addWidget(after)
    shown(page)
    box.edit.setFocus()
    QTest.keyClick(box.edit, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert box.words == ""


def test_a_box_is_read_by_its_label(shown: Show) -> None:
    box = Box("What were they told?")
    shown(box)
    found = QAccessible.queryAccessibleInterface(box.edit)
    assert found.text(QAccessible.Text.Name) == "What were they told?"


def test_a_box_hints_at_a_phone_number_and_keeps_it(shown: Show) -> None:
    box = Box("Why?")
    shown(box)
    box.write("She said: ring 07700 900123")
    hints = [t.text() for t in box.findChildren(Text) if t.isVisible()]
    assert any("phone number" in hint for hint in hints)
    assert "07700 900123" in box.words


def test_a_box_cuts_nothing_and_says_by_how_much_it_is_too_long(shown: Show) -> None:
    box = Box("Why?")
    shown(box)
    box.write("a" * 100_001)
    assert len(box.words) == 100_001
    assert any(t.text().startswith("1 character") for t in box.findChildren(Text))


def test_a_box_grows_with_its_words(shown: Show) -> None:
    box = Box("Why?")
    shown(box)
    before = box.edit.height()
    box.write("\n".join("line" for _ in range(9)))
    assert box.edit.height() > before


def test_markup_is_shown_as_it_was_typed() -> None:
    text = Text("<b>bold</b> <img src=x>")
    assert text.textFormat() == Qt.TextFormat.PlainText


def test_direction_overrides_are_shown() -> None:
    assert Text("a\u202eb").text() == "a[U+202E]b"


def test_a_word_without_an_end_does_not_widen_the_page(shown: Show) -> None:
    text = Text("x" * 500)
    shown(text)
    assert text.minimumSizeHint().width() < 500


def test_an_ampersand_in_a_button_is_an_ampersand(shown: Show) -> None:
    button = Button("Copy & go")
    shown(button)
    assert button.accessibleName() == button.text() == "Copy & go"
    assert button.sizeHint().width() > Button("Copy  go").sizeHint().width()


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("size", [100, 200])
def test_a_button_is_large_enough_to_press(look: Look, kind: Kind, size: int) -> None:
    look("light", size)
    button = Button("Go", kind)
    assert button.sizeHint().height() >= 32


def test_a_button_gets_higher_where_it_is_narrow() -> None:
    button = Button("A sentence that is long enough to need a second line")
    assert button.heightForWidth(150) > button.heightForWidth(1000)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_by_the_space_bar(
    qtbot: QtBot, shown: Show, key: Qt.Key
) -> None:
    button = Button("Continue")
    shown(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_the_error_summary_takes_the_focus(shown: Show) -> None:
    page, summary, line = summary_over_a_line()
    shown(page)
    summary.say((("Write your reason in a few words.", line),))
    assert summary.isAncestorOf(page.focusWidget())


def test_a_message_leads_to_its_control(shown: Show) -> None:
    page, summary, line = summary_over_a_line()
    shown(page)
    summary.say((("Write your reason in a few words.", line),))
    message = summary.findChildren(Button)[0]
    QTest.mouseClick(message, Qt.MouseButton.LeftButton)
    assert line.hasFocus()


def test_a_box_that_a_message_is_about_is_marked_until_it_is_put_right(shown: Show) -> None:
    page, summary, line = summary_over_a_line()
    shown(page)
    summary.say((("Write your reason in a few words.", line),))
    assert line.property("role") == "wrong"
    assert _edge(line) == _edge(summary)
    summary.say(())
    assert line.property("role") == ""
    assert _edge(line) != _edge(summary)


def _edge(widget: QWidget) -> QColor:
    """Return the colour of the middle of its left edge, one pixel in."""
    return widget.grab().toImage().pixelColor(1, widget.height() // 2)


def summary_over_a_line() -> tuple[QWidget, ErrorSummary, QLineEdit]:
    page = QWidget()
    layout = QVBoxLayout(page)
    summary, line = ErrorSummary(), QLineEdit()
    layout.addWidget(summary)
    layout.addWidget(line)
    return page, summary, line


def test_the_button_of_a_row_says_which_row_it_opens(shown: Show) -> None:
    rows = RowList([Row("k", "Case 4471", "today", "Continue")])
    shown(rows)
    assert rows.findChildren(Button)[0].accessibleName() == "Continue Case 4471"


def test_a_row_gives_its_key(qtbot: QtBot, shown: Show) -> None:
    rows = RowList([Row("k", "Case 4471", "today", "Continue")])
    shown(rows)
    with qtbot.waitSignal(rows.picked) as told:
        rows.findChildren(Button)[0].click()
    assert told.args == ["k"]


@pytest.mark.parametrize("level", list(Level))
def test_a_level_has_a_word_beside_its_shape(shown: Show, level: Level) -> None:
    badge = Badge(level, "A word")
    shown(badge)
    assert badge.text() == "A word"


def test_words_can_be_selected_once_the_mouse_is_on_them(qtbot: QtBot) -> None:
    selecting = Qt.TextInteractionFlag.TextSelectableByMouse
    text = Text("Look once, at the named page.", selectable=True)
    other = Text("Look once, at the named page.")
    for label in (text, other):
        qtbot.addWidget(label)
        assert not label.textInteractionFlags() & selecting
        at = QPointF(1, 1)
        QApplication.sendEvent(label, QEnterEvent(at, at, at))
    assert text.textInteractionFlags() & selecting
    assert not other.textInteractionFlags() & selecting
    assert text.sizeHint() == other.sizeHint()
