"""What was walked in the terminal is kept, listed, gone on with, and written as a note."""

import json
import re
from pathlib import Path

import pytest

from guidance_app.core.record import Given
from guidance_app.core.refusal import NotKept
from guidance_app.store.records import Records
from tests.cli.conftest import Ask

PASSPHRASE = "seven grey herons wade"  # noqa: S105 – invented
NEW = f"{PASSPHRASE}\n{PASSPHRASE}\n"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """Return a file with the passphrase."""
    file = tmp_path / "passphrase"
    file.write_text(f"{PASSPHRASE}\n", "utf-8")
    return file


@pytest.fixture
def kept(ask: Ask, small: Path) -> str:
    """Return the id of a record that was walked to an outcome."""
    typed = f"{NEW}2\n1\nTo write to her.\n1\nq\n"
    result = ask("walk", small, "--reference", "CASE-7", typed=typed)
    assert result.exit_code == 0, result.output
    found = re.search(r"Kept as (\S+?)\.", result.stdout)
    assert found, result.stdout
    return found.group(1)


def test_the_recovery_code_is_shown_once(ask: Ask, small: Path) -> None:
    result = ask("walk", small, "--reference", "CASE-7", typed=f"{NEW}1\nq\n")
    assert result.stdout.count("recovery code") == 1


def test_a_kept_record_is_listed(ask: Ask, kept: str, secret: Path) -> None:
    listed = ask("records", "--passphrase-file", secret).stdout
    assert kept in listed
    assert "CASE-7" in listed


def test_before_anything_is_kept_the_list_says_how_to_begin(ask: Ask) -> None:
    result = ask("records")
    assert result.exit_code == 1
    assert "No records are kept on this computer yet." in result.stderr


@pytest.mark.usefixtures("kept")
def test_a_wrong_passphrase_is_a_sentence(ask: Ask, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("not this one\n", "utf-8")
    result = ask("records", "--passphrase-file", wrong)
    assert result.exit_code == 1
    assert "passphrase" in result.stderr.lower()
    assert "Traceback" not in result.output


def test_a_record_is_gone_on_with(ask: Ask, small: Path, secret: Path) -> None:
    begun = ask("walk", small, "--reference", "CASE-8", typed=f"{NEW}2\nq\n").stdout
    found = re.search(r"Kept as (\S+?)\.", begun)
    assert found
    words = ("walk", "small", "--resume", found.group(1), "--passphrase-file", secret)
    assert "Leave it" in ask(*words, typed="2\nNo need.\nq\n").stdout


def test_a_note_is_written_with_the_reason_as_typed(
    ask: Ask, kept: str, secret: Path, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    result = ask("note", kept, "--as", "text", "-o", note, "--passphrase-file", secret)
    assert result.exit_code == 0, result.output
    assert "To write to her." in note.read_text("utf-8")


@pytest.mark.usefixtures("kept")
def test_a_note_as_json_says_which_guidance_it_was_made_with(
    ask: Ask, secret: Path, tmp_path: Path
) -> None:
    note = tmp_path / "note.json"
    ask("note", "CASE-7", "--as", "json", "-o", note, "--passphrase-file", secret)
    assert "1.0.0" in json.dumps(json.loads(note.read_text("utf-8")))


def test_a_note_where_writing_is_refused_is_a_sentence_and_leaves_nothing(
    ask: Ask, kept: str, secret: Path, tmp_path: Path
) -> None:
    note = tmp_path / "no-such-folder" / "note.txt"
    result = ask("note", kept, "--as", "text", "-o", note, "--passphrase-file", secret)
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    assert not note.exists()


@pytest.mark.usefixtures("kept")
def test_a_record_that_is_not_there_says_how_to_see_them_all(
    ask: Ask, secret: Path, tmp_path: Path
) -> None:
    result = ask("note", "nobody", "-o", tmp_path / "n.docx", "--passphrase-file", secret)
    assert "guidance-app records" in result.stderr


def test_a_disk_that_refuses_is_said_and_the_same_answer_is_kept_on_the_next_try(
    ask: Ask, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, refused = Records.append, []

    def once(records: Records, *given: object, **named: object) -> object:
        if not refused and isinstance(given[1], Given):
            refused.append(given)
            raise NotKept("The disk is full, so this was not kept.", "Make some room.")
        return keep(records, *given, **named)  # type: ignore[arg-type]  # passed on as given

    monkeypatch.setattr(Records, "append", once)
    typed = "2\n\n2\nNo need.\nq\n"
    result = ask("walk", small, "--practice", "--reference", "AB", typed=typed)
    assert "The disk is full, so this was not kept." in result.stdout
    assert "Leave it" in result.stdout


def test_what_to_type_next_is_said_as_the_program_was_started(
    ask: Ask, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guidance_app.cli.talk.CALLED", "python3 dev.py run")
    said = ask("walk", small, "--reference", "CASE-9", typed=f"{NEW}2\n2\nNo need.\nq\n").stdout
    assert "python3 dev.py run note " in said
    assert "Reasons still to be written" not in said


def test_a_note_can_be_piped(ask: Ask, kept: str, secret: Path) -> None:
    result = ask("note", kept, "--as", "text", "-o", "-", "--passphrase-file", secret)
    assert "To write to her." in result.stdout
    assert "Saved" not in result.stdout


def test_a_note_never_takes_the_place_of_what_is_no_file(ask: Ask, kept: str, secret: Path) -> None:
    result = ask("note", kept, "-o", "/dev/null", "--passphrase-file", secret)
    assert result.exit_code == 1
    assert "is no ordinary file" in result.stderr
    assert not Path("/dev/null").is_file()
