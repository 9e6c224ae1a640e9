"""Nothing typed into the window stands in a file or in the name of one, but in a note saved."""

import json
import os
from dataclasses import dataclass

import pytest

from tests.privacy.folders import Folders, held
from tests.privacy.typed import TYPED


@dataclass(frozen=True)
class Done:
    """What came of a day of work in the window."""

    folders: Folders
    errors: str
    told: dict[str, object]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """Let a child open the real window, and type words of a case everywhere."""
    folders = Folders(tmp_path_factory.mktemp("day")).made()
    done = folders.run("-m", "tests.privacy.window.day", str(folders.base), "day")
    return Done(folders, done.stderr, json.loads(done.stdout.splitlines()[-1]))


def test_the_notes_hold_what_was_typed(day: Done) -> None:
    body = (day.folders.export / "note.txt").read_bytes()
    words = [word.split()[0].rstrip(",") for word in (TYPED.reference, TYPED.reason, TYPED.field)]
    assert [word for word in (*words, TYPED.standing.split()[0]) if not held(body, [word])] == []


WORDS = tuple(word for word in TYPED.words if word != TYPED.folder)


def test_no_file_and_no_name_of_one_holds_a_word_that_was_typed(day: Done) -> None:
    assert day.folders.found(WORDS) == []


def test_where_notes_were_saved_stands_in_no_list_of_recent_folders(day: Done) -> None:
    assert day.folders.found([TYPED.folder]) == []


def test_no_file_held_one_at_any_time_of_the_day(day: Done) -> None:
    meanwhile = day.told["meanwhile"]
    assert isinstance(meanwhile, list)
    assert [hit for hit in meanwhile if TYPED.folder not in hit] == []


def test_the_recovery_code_stands_in_no_file(day: Done) -> None:
    code = str(day.told["code"])
    assert code.count("-") > 5
    assert day.folders.found([code, code.replace("-", "")]) == []


def test_nothing_that_was_typed_is_on_the_error_stream_or_in_a_log(day: Done) -> None:
    assert held(day.errors.lower().encode(), TYPED.words) == []


def test_nothing_is_there_but_the_records_and_the_settings(day: Done) -> None:
    records = "home/data/guidance-app/records/"
    assert {name for name in day.folders.names() if not name.startswith(records)} == {
        "home/config/guidance-app/settings.json"
    }


@pytest.mark.skipif(os.name != "posix", reason="this system knows no rights of others to a file")
def test_every_file_of_the_records_is_for_its_owner_alone(day: Done) -> None:
    open_to_others = [
        path.name for path in day.folders.data.rglob("*") if path.stat().st_mode & 0o077
    ]
    assert open_to_others == []
