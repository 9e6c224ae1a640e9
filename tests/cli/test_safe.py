"""Finding, verifying, restoring, removing and recovering in the terminal; all of it invented."""

import re
from pathlib import Path

import pytest

from guidance_app.store import vault
from tests.cli.conftest import Ask

WORDS = "seven green canaries sang"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words"
    path.write_text(f"{WORDS}\n", "utf-8")
    return path


@pytest.fixture
def record(ask: Ask, small: Path, words: Path) -> str:
    """Walk once, kept, and return the id of the record."""
    typed = "2\n2\nNo need at all.\nq\n"
    asked = ("walk", small, "--reference", "AB-4471", "--passphrase-file", words)
    result = ask(*asked, typed=typed)
    assert result.exit_code == 0, result.output
    listed = ask("records", "--passphrase-file", words).stdout
    assert "AB-4471" in listed
    return listed.split()[0]


def test_records_are_found_by_words_days_and_state(ask: Ask, words: Path, record: str) -> None:
    asked = ("records", "--passphrase-file", words)
    assert record in ask(*asked, "--find", "need").stdout
    assert record in ask(*asked, "--state", "open", "--outcome", "leave-it").stdout
    assert "No record is like that." in ask(*asked, "--find", "boat").stdout
    assert "No record is like that." in ask(*asked, "--until", "2001-01-01").stdout
    assert "is no day" in ask(*asked, "--since", "yesterday").stderr
    assert "No period is set" in ask(*asked, "--due").stdout


def test_everything_is_verified_and_an_edit_is_found(ask: Ask, words: Path, record: str) -> None:
    secret = ("--passphrase-file", words)
    assert ask("verify", *secret).exit_code == 0
    assert "each as it was kept" in ask("verify", record, *secret).stdout
    assert ask("verify", "0" * 64, *secret).exit_code == 1
    refused = ask("verify", "nothing-like-it", *secret)
    assert refused.exit_code == 1
    assert "no record on this computer" in refused.stderr


def test_a_note_is_verified_beside_its_record(
    ask: Ask, words: Path, record: str, tmp_path: Path
) -> None:
    secret = ("--passphrase-file", words)
    note = tmp_path / "note.txt"
    assert ask("note", record, "--as", "text", "-o", note, *secret).exit_code == 0
    said = ask("verify", note, *secret).stdout
    assert f"The digest in the note fits record '{record}'" in said
    assert "The words of the file were not compared" in said
    edited = re.sub(r"after \d+\s+entries", "after 99 entries", note.read_text("utf-8"))
    note.write_text(edited, "utf-8")
    result = ask("verify", note, *secret)
    assert result.exit_code == 1
    assert "The note says 99 entries" in result.stdout


def test_a_backup_is_rehearsed_then_restored(
    ask: Ask, words: Path, record: str, tmp_path: Path
) -> None:
    secret = ("--passphrase-file", words)
    database = tmp_path / "home" / "records" / vault.DATABASE
    database.write_bytes(bytes(9999))
    assert "restore the records from a backup" in ask("records", *secret).stderr
    assert "1  20" in ask("backups").stdout
    assert "gives back 1 record of" in ask("restore", "--rehearse", *secret).stdout
    assert database.read_bytes() == bytes(9999)
    assert "Restored." in ask("restore", *secret).stdout
    assert record in ask("records", *secret).stdout
    assert ask("backups").stdout.endswith("Z.db  what stood there until then\n")
    for backup in (tmp_path / "home" / "records" / "backups").glob("*.db"):
        backup.unlink()
    assert "There is no backup number 1." in ask("restore", *secret).stderr  # only when asked for
    assert "damaged, or is one of other records" in ask("restore", "1", *secret).stderr
    assert "There is no backup number 9." in ask("restore", "9", *secret).stderr


def test_a_record_is_removed_only_when_all_is_confirmed(ask: Ask, words: Path, record: str) -> None:
    asked = ("remove", record, "--rule", "six years (invented)", "--passphrase-file", words)
    assert "only when both" in ask(*asked, typed="y\nn\n").stderr
    assert "Aborted" in ask(*asked, typed="y\ny\nn\n").stderr
    result = ask(*asked, typed="y\ny\ny\n")
    assert "Receipt: a record was removed" in result.stdout
    assert "AB-4471" not in result.stdout.split("Receipt")[1]
    assert "No records yet." in ask("records", "--passphrase-file", words).stdout


def test_a_council_opens_what_was_forgotten(
    ask: Ask, words: Path, record: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = tmp_path / "council.key"
    made = ask("recovery-key", key, typed="a passphrase of the council\n" * 2)
    line = next(line for line in made.stdout.splitlines() if line.startswith("recovery-key"))
    policy = tmp_path / "machine" / "policy.toml"
    policy.parent.mkdir()
    policy.write_text(line, "utf-8")
    monkeypatch.setattr("guidance_app.desk.places._machine", lambda: policy.parent)
    assert record in ask("records", "--passphrase-file", words).stdout
    typed = "a passphrase of the council\n" + "a new one for the worker\n" * 2
    result = ask("recover", key, typed=typed)
    assert "open with the new passphrase" in result.stdout, result.output
    words.write_text("a new one for the worker", "utf-8")
    assert record in ask("records", "--passphrase-file", words).stdout
    assert "There is a file" in ask("recovery-key", key, typed="a passphrase of it\n" * 2).stderr


def test_a_passphrase_that_is_too_short_is_asked_for_again(ask: Ask) -> None:
    long = "seven green canaries sang"
    said = ask("walk", "england", typed=f"short\n{long}\n{long}\nq\n").output
    assert said.index("12 characters or more") < said.index("at least 12 characters")
    assert "Your recovery code" in said


def test_settings_that_cannot_be_read_are_said_on_the_error_stream(
    ask: Ask, record: str, words: Path, tmp_path: Path
) -> None:
    (tmp_path / "home" / "settings.json").write_bytes(b"{")
    result = ask("records", "--passphrase-file", words)
    assert "Your settings could not be read" in result.stderr
    assert record in result.stdout
    assert result.exit_code == 0
