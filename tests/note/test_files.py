"""The same note makes the same bytes, and a file is written whole or not at all."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from guidance_app.core.refusal import Refusal
from guidance_app.note import files
from guidance_app.note.build import build
from guidance_app.note.note import Note
from tests.note.reading import FORMS
from tests.note.small import NOW, PACK, record_of

NOTE = build(PACK, record_of(), NOW)
ELSEWHERE = """
import hashlib
from guidance_app.note import files
from guidance_app.note.build import build
from tests.note.small import NOW, PACK, record_of
for form in ("docx", "pdf", "text", "html", "json"):
    print(hashlib.sha256(files.render(build(PACK, record_of(), NOW), form)).hexdigest())
"""


def test_the_same_note_makes_the_same_bytes_in_another_run() -> None:
    command = [sys.executable, "-c", ELSEWHERE]
    root = Path(__file__).parents[2]
    again = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    here = [hashlib.sha256(files.render(NOTE, form)).hexdigest() for form in FORMS]
    assert again.stdout.split() == here


@pytest.mark.parametrize("form", FORMS)
def test_a_note_made_later_makes_other_bytes(form: str) -> None:
    later = build(PACK, record_of(), "2026-11-24T10:30:00+00:00")
    assert files.render(later, form) != files.render(NOTE, form)


@pytest.mark.parametrize("form", FORMS)
def test_a_note_is_written_to_its_file(form: str, tmp_path: Path) -> None:
    files.write(NOTE, form, tmp_path / "note")
    assert (tmp_path / "note").read_bytes() == files.render(NOTE, form)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        files.write(NOTE, "text", tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        files.write(NOTE, "text", tmp_path / "none" / "note.txt")


def test_a_note_that_cannot_be_written_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.txt"
    path.write_text("old", encoding="utf-8")

    def full(_path: Path, _body: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_whole", full)
    with pytest.raises(Refusal, match="disk is full"):
        files.write(NOTE, "text", path)
    assert path.read_text(encoding="utf-8") == "old"


def test_an_unknown_form_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        files.render(NOTE, "odt")


def test_html_asks_for_nothing_from_anywhere() -> None:
    page = files.render(NOTE, "html").decode()
    assert not [word for word in ("<script", "<img", "<link", "src=", "href=") if word in page]


def test_plain_text_holds_no_markup_and_ends_with_a_line() -> None:
    text = files.render(NOTE, "text").decode()
    assert not set("<>#*") & set(text)
    assert text.endswith("\n")


def test_a_note_is_a_value() -> None:
    assert build(PACK, record_of(), NOW) == NOTE
    assert isinstance(NOTE, Note)
