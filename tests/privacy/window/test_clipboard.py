"""A copied note does not stay on the clipboard: not for long, not locked, not closed."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_app.core.kinds import Which
from guidance_app.ui.actions import Deed
from guidance_app.ui.clip import CLEARED_AFTER, Clip
from tests.ui.building import Opened, done

REASON = "She said so on Monday."
ELSEWHERE = "Copied elsewhere meanwhile"


def clipboard() -> QClipboard:
    """Return the clipboard."""
    return QApplication.clipboard()


def copied(opened: Opened) -> Opened:
    """Walk to an outcome, and copy the note as a person would."""
    done(opened).window.actions_table.action(Deed.COPY).trigger()
    assert REASON in clipboard().text()
    return opened


def timer_of(opened: Opened) -> QTimer:
    """Return the timer that clears the clipboard."""
    clip = opened.window.findChild(Clip)
    assert clip is not None
    timer = clip.findChild(QTimer)
    assert timer is not None
    return timer


def run_out(qtbot: QtBot, timer: QTimer) -> None:
    """Let the time of `timer` be over now."""
    assert timer.isActive()
    timer.start(0)
    qtbot.waitUntil(lambda: not timer.isActive())


def test_it_is_cleared_after_a_minute_and_no_later(opened: Opened) -> None:
    timer = timer_of(copied(opened))
    assert timer.isSingleShot()
    assert timer.isActive()
    assert timer.interval() == CLEARED_AFTER == 60_000


def test_it_is_empty_once_the_time_is_over(qtbot: QtBot, opened: Opened) -> None:
    run_out(qtbot, timer_of(copied(opened)))
    assert clipboard().text() == ""


@pytest.mark.parametrize("which", list(Which))
def test_every_part_of_the_note_is_cleared(qtbot: QtBot, opened: Opened, which: Which) -> None:
    done(opened).window.way.note_of(which)
    opened.window.actions_table.action(Deed.COPY).trigger()
    assert clipboard().text()
    run_out(qtbot, timer_of(opened))
    assert clipboard().text() == ""


def test_what_was_copied_elsewhere_meanwhile_stays(qtbot: QtBot, opened: Opened) -> None:
    timer = timer_of(copied(opened))
    clipboard().setText(ELSEWHERE)
    run_out(qtbot, timer)
    assert clipboard().text() == ELSEWHERE


def close(opened: Opened) -> None:
    opened.window.close()


def hide(opened: Opened) -> None:
    opened.window.actions_table.action(Deed.HIDE).trigger()


def idle(opened: Opened) -> None:
    opened.window.watch.idled.emit()


def escape(opened: Opened) -> None:
    for _ in range(3):
        opened.window.watch.press()


def lock(opened: Opened) -> None:
    opened.session.lock()


@pytest.mark.parametrize("go", [close, hide, idle, escape, lock])
def test_nothing_is_left_of_it_when_the_records_are_locked(
    opened: Opened, go: Callable[[Opened], None]
) -> None:
    go(copied(opened))
    assert REASON not in clipboard().text()


@pytest.mark.parametrize("go", [close, hide, idle, escape, lock])
def test_locking_leaves_what_was_copied_elsewhere(
    opened: Opened, go: Callable[[Opened], None]
) -> None:
    copied(opened)
    clipboard().setText(ELSEWHERE)
    go(opened)
    assert clipboard().text() == ELSEWHERE


def test_it_asks_to_be_kept_out_of_every_history(opened: Opened) -> None:
    copied(opened)
    said = set(clipboard().mimeData().formats())
    assert 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"' in said
    assert 'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"' in said
    assert "x-kde-passwordManagerHint" in said


@given(words=st.text(min_size=1))
def test_any_words_are_known_again_and_cleared(words: str) -> None:
    clip = Clip(clipboard)
    clip.copy(words)
    clip.clear()
    assert clipboard().text() == ""


def test_a_report_is_cleared_too(qtbot: QtBot, opened: Opened) -> None:
    opened.window.trouble("KeyError\n  ui/way.py, line 1, in go")
    opened.window.page.copy_wanted.emit("KeyError")  # type: ignore[attr-defined]  # a TroublePage
    assert clipboard().text() == "KeyError"
    run_out(qtbot, timer_of(opened))
    assert clipboard().text() == ""
