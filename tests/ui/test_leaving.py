"""Notes leave the window saved or copied, and closing loses nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit

from guidance_app.core.ids import QuestionId
from guidance_app.core.record import Exported
from guidance_app.desk.forms import Form
from guidance_app.desk.policy import Policy
from guidance_app.ui import dialogs
from guidance_app.ui.actions import Deed
from guidance_app.ui.printing import Pages, Sheet
from tests.ui.building import Opened, begun, done


def test_a_note_is_saved_where_it_was_asked_for(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.txt"
    monkeypatch.setattr(dialogs, "ask_note_file", lambda *_: path)
    done(opened)
    opened.window.page.save_wanted.emit()  # type: ignore[attr-defined]  # an OutcomePage
    assert path.exists()
    assert "note.txt" in opened.window.notice.words


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("n.docx", b"PK"),
        ("n.pdf", b"%PDF"),
        ("n.PDF", b"%PDF"),
        ("n.json", b"{"),
        ("n.html", b"<!"),
    ],
)
def test_a_note_is_saved_in_the_form_that_its_name_says(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, begins: bytes
) -> None:
    monkeypatch.setattr(dialogs, "ask_note_file", lambda *_: tmp_path / name)
    done(opened).window.actions_table.action(Deed.SAVE).trigger()
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_note_that_is_not_to_be_saved_after_all_is_not_saved(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_note_file", lambda *_: None)
    done(opened).window.actions_table.action(Deed.SAVE).trigger()
    assert opened.window.notice.words == ""


@pytest.mark.parametrize(
    ("typed", "there", "chosen", "asked"),
    [
        (["n.docx"], [], "n.docx", 1),
        (["n.pdf"], ["n.pdf"], "n.pdf", 1),  # the dialog asked whether to write over it
        (["n"], [], "n.docx", 1),
        (["n.v2"], [], "n.v2.docx", 1),
        (["n", "n.docx"], ["n.docx"], "n.docx", 2),
        (["n", "m"], ["n.docx"], "m.docx", 2),
        (["n", ""], ["n.docx"], None, 2),
    ],
)
def test_nothing_is_written_over_that_was_not_asked_about(
    opened: Opened,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    typed: list[str],
    there: list[str],
    chosen: str | None,
    asked: int,
) -> None:
    for name in there:
        (tmp_path / name).touch()
    begun_with: list[str] = []

    def pick(_parent: object, _title: str, start: str, _filter: str) -> tuple[str, str]:
        begun_with.append(Path(start).name)
        name = typed[len(begun_with) - 1]
        return (str(tmp_path / name) if name else ""), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", pick)
    path = dialogs.ask_note_file(opened.window, str(tmp_path), "note.docx", Form.DOCX)
    assert path == (tmp_path / chosen if chosen else None)
    assert begun_with == ["note.docx", "n.docx"][:asked]


def test_a_name_that_is_too_long_to_be_one_is_told(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    name = str(tmp_path / ("n" * 251))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    done(opened).window.actions_table.action(Deed.SAVE).trigger()
    assert opened.window.notice.words
    assert exported(opened) == []


def test_the_note_is_copied_as_plain_text(opened: Opened) -> None:
    done(opened).window.actions_table.action(Deed.COPY).trigger()
    data = QApplication.clipboard().mimeData()
    assert data.hasText()
    assert not data.hasHtml()


def test_closing_keeps_what_is_half_typed(opened: Opened) -> None:
    begun(opened).answer("danger", "no")
    record = opened.session.record.id
    kept: list[str] = []
    records = opened.desk.records
    opened.window.page.findChildren(QPlainTextEdit)[0].setPlainText("Half a thought")
    opened.session.locked.connect(kept.clear)
    opened.window.page.leave()
    assert "Half a thought" in records.drafts(record)[QuestionId("openness")]


def test_the_form_of_a_note_is_a_word_file_unless_asked_otherwise(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Form] = []

    def ask(_parent: object, _folder: str, _name: str, form: Form) -> None:
        asked.append(form)

    monkeypatch.setattr(dialogs, "ask_note_file", ask)
    done(opened).window.actions_table.action(Deed.SAVE).trigger()
    assert asked == [Form.DOCX]


class Preview:
    """Stands in for the preview of a print: closes it, or has the pages drawn, or fails to."""

    def __init__(self, *, wanted: bool, drawn: bool = True) -> None:
        self._wanted, self._drawn = wanted, drawn
        self.shown = 0

    def __call__(self, _parent: object, pages: Pages) -> bool:
        self.shown += 1
        pages.drawn = self._drawn
        return self._wanted


def exported(opened: Opened) -> list[str]:
    """Return the forms that the note left in, by its record."""
    told = opened.desk.records.entries(opened.session.record.id)
    return [entry.event.form for entry in told if isinstance(entry.event, Exported)]


@pytest.mark.parametrize(
    ("preview", "kept", "says"),
    [
        (Preview(wanted=True), ["print"], ""),
        (Preview(wanted=False), [], ""),
        (Preview(wanted=True, drawn=False), [], "The note was not printed."),
    ],
)
def test_what_was_printed_is_kept_and_what_was_not_is_told(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, preview: Preview, kept: list[str], says: str
) -> None:
    monkeypatch.setattr(dialogs, "ask_print", preview)
    done(opened).window.actions_table.action(Deed.PRINT).trigger()
    assert exported(opened) == kept
    assert opened.window.notice.words.startswith(says)
    assert bool(opened.window.notice.words) == bool(says)


def test_nothing_is_shown_to_be_printed_that_a_policy_does_not_let_leave(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = Preview(wanted=True)
    monkeypatch.setattr(dialogs, "ask_print", preview)
    opened.desk.policy = Policy(export_formats=("docx",))
    done(opened).window.actions_table.action(Deed.PRINT).trigger()
    assert (preview.shown, exported(opened)) == (0, [])
    assert "lets no note leave as 'print'" in opened.window.notice.words


def test_the_print_preview_opens_without_a_printer_and_closes(
    opened: Opened, qapp: QApplication
) -> None:
    def close() -> None:
        if (dialog := qapp.activeModalWidget()) is not None:
            dialog.close()

    often = QTimer(opened.window)
    often.timeout.connect(close)
    often.start()
    assert not dialogs.ask_print(opened.window, Sheet("<h1>A note</h1>"))
