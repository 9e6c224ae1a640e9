"""Nothing typed in the terminal stands in a file or in the name of one, but in a note saved."""

import os
from dataclasses import dataclass

import pytest

from tests.privacy.folders import LOGGED, Folders, held
from tests.privacy.terminal import walked
from tests.privacy.typed import PASSPHRASE, TYPED


@dataclass(frozen=True)
class Day:
    """What came of a day of work in the terminal."""

    folders: Folders
    said: str
    code: str


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """Walk, write notes in every form, come back, mistype the passphrase, and look at the list."""
    folders = Folders(tmp_path_factory.mktemp("day")).made()
    first = walked(folders)
    record = first.record
    opened = f"{PASSPHRASE}\n"
    errors = [first.errors]
    for form in ("docx", "pdf", "text", "html", "json"):
        note = ("note", record, "--as", form, "-o", str(folders.export / f"note.{form}"))
        errors.append(folders.run("-c", LOGGED, *note, typed=opened).stderr)
    for words, typed, status in (
        (("records",), opened, 0),
        (("records",), f"{TYPED.wrong}\n{opened}", 0),
        (("backups",), opened, 0),
        (("verify",), opened, 0),
        (("walk", "england", "--resume", record), f"{opened}c\n1\nb\nq\n", 0),
        (("note", TYPED.sought, "-o", str(folders.export / "none.docx")), opened, 1),
    ):
        errors.append(folders.run("-c", LOGGED, *words, typed=typed, status=status).stderr)
    return Day(folders, "\n".join(errors), first.code)


def test_the_notes_hold_what_was_typed(day: Day) -> None:
    body = (day.folders.export / "note.text").read_bytes()
    words = [TYPED.reference.split()[0], "kestrelreason", "kestrelfield", "kestrelstanding"]
    assert [word for word in words if not held(body, [word])] == []


def test_no_file_and_no_name_of_one_holds_a_word_that_was_typed(day: Day) -> None:
    assert day.folders.found(TYPED.words) == []


def test_the_recovery_code_stands_in_no_file(day: Day) -> None:
    assert day.folders.found([day.code, day.code.replace("-", "")]) == []


def test_nothing_that_was_typed_is_on_the_error_stream_or_in_a_log(day: Day) -> None:
    echoed = {TYPED.sought}  # named in the refusal that answers it
    assert held(day.said.encode(), set(TYPED.words) - echoed) == []


def test_nothing_is_there_but_the_records_and_their_backups(day: Day) -> None:
    records = "home/data/guidance-app/records/"
    assert {name for name in day.folders.names() if not name.startswith(records)} == set()


@pytest.mark.skipif(os.name != "posix", reason="this system knows no rights of others to a file")
def test_every_file_of_the_records_is_for_its_owner_alone(day: Day) -> None:
    open_to_others = [
        path.name for path in day.folders.data.rglob("*") if path.stat().st_mode & 0o077
    ]
    assert open_to_others == []
