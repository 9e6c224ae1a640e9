"""A disk that fails at any one operation: a plain refusal, no half row, and a retry that works."""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw
import pytest

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.refusal import NotKept, Refusal
from guidance_app.core.walk import Answer
from guidance_app.store import database
from guidance_app.store.records import Records
from guidance_app.store.trouble import not_kept
from tests.faults.disk import NAME as ON_IT
from tests.faults.disk import Disk, failing_disk, writing

AT = "2026-11-23T14:32:00.000+00:00"
NAME = RecordId("r1")
QUESTION = QuestionId("purpose")
KEY = bytes(range(32))
ANSWER = Given(Answer(QUESTION, reason="invented words " * 400))


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with a record of three entries and a draft."""
    path = tmp_path_factory.mktemp("sound") / "records.db"
    database.create(path, KEY)
    records = Records(database.connect(path, KEY))
    records.begin(NAME, Started(PackId("p"), "1", "d"), AT)
    for number in range(2):
        records.append(NAME, Given(Answer(QuestionId(f"q{number}"), reason="words " * 999)), AT)
    records.keep_draft(NAME, QUESTION, "half-typed")
    records.close()
    return path


@contextmanager
def on(disk: Disk, sound: Path, folder: Path) -> Iterator[Records]:
    """Open a fresh copy of the sound database on the failing disk."""
    path = folder / f"records-{len(list(folder.iterdir()))}.db"
    shutil.copyfile(sound, path)
    records = Records(database.connect(path, KEY, vfs=ON_IT))
    yield records
    disk.mend()
    records.close()
    again = Records(database.connect(path, KEY))
    assert again.entries(NAME)[-1].event == ANSWER
    again.close()


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for-good"])
# What SQLite's own way to the disk makes of ENOSPC, and of EIO, EACCES, EROFS and all others.
@pytest.mark.parametrize("error", [apsw.FullError, apsw.IOError])
def test_whichever_operation_fails_nothing_is_half_kept_and_trying_again_keeps_it_once(
    tmp_path: Path, sound: Path, error: type[apsw.Error], *, for_good: bool
) -> None:
    disk = failing_disk()
    number, refused = 0, 0
    broke = True
    while broke:
        number += 1
        with on(disk, sound, tmp_path) as records:
            was = records.entries(NAME)
            listed = records.records()
            disk.break_at(number, writing(error), for_good=for_good)
            failed = refuses(lambda: records.append(NAME, ANSWER, AT, after=3, place="Next"))
            broke = disk.mend()
            if failed:
                refused += 1
                assert records.entries(NAME) == was
                assert records.records() == listed
                assert records.drafts(NAME) == {QUESTION: "half-typed"}
                records.append(NAME, ANSWER, AT, after=3, place="Next")
            assert [entry.number for entry in records.entries(NAME)] == [1, 2, 3, 4]
            assert records.drafts(NAME) == {}
    assert refused >= 10


def test_a_journal_that_cannot_be_made_is_refused_and_trying_again_works(
    tmp_path: Path, sound: Path
) -> None:
    disk = failing_disk()
    with on(disk, sound, tmp_path) as records:
        disk.break_at(1, writing(apsw.CantOpenError))
        with pytest.raises(NotKept, match="did not let"):
            records.append(NAME, ANSWER, AT)
        assert disk.mend()
        records.append(NAME, ANSWER, AT)


def test_another_answer_after_a_refused_one_finds_nothing_of_it(
    tmp_path: Path, sound: Path
) -> None:
    disk = failing_disk()
    first = Given(Answer(QUESTION, reason="refused"))
    with on(disk, sound, tmp_path) as records:
        number = last_operation(disk, records)
        disk.break_at(number, writing(apsw.IOError), for_good=True)
        assert refuses(lambda: records.append(NAME, first, AT))
        disk.mend()
        assert records.append(NAME, ANSWER, AT).number == 6
        assert first not in [entry.event for entry in records.entries(NAME)]


def last_operation(disk: Disk, records: Records) -> int:
    """Keep two events, and return how many operations on the disk the second took."""
    for reason in ("one", "two"):
        disk.break_at(999, writing(apsw.IOError))
        records.append(NAME, Given(Answer(QUESTION, reason=reason)), AT)
    number = disk.seen
    disk.mend()
    return number


def refuses(act: Callable[[], object]) -> bool:
    """Do `act`, and say whether it was refused with a sentence that says what to do."""
    try:
        act()
    except NotKept as refusal:
        return bool(refusal.says and "try again" in refusal.hint.casefold())
    return False


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError(errno.ENOSPC, ""), "disk is full"),
        (OSError(errno.EACCES, ""), "did not let"),
        (OSError(errno.EROFS, ""), "did not let"),
        (OSError(errno.ENOTDIR, ""), "could not be made"),
        (OSError(errno.EIO, ""), "did not take"),
        (apsw.FullError(), "disk is full"),
        (apsw.ReadOnlyError(), "did not let"),
        (apsw.IOError(), "did not take"),
        (apsw.BusyError(), "Another program"),
        (apsw.CorruptError(), "damaged"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else value,
)
def test_each_cause_has_its_own_sentence(error: OSError | apsw.Error, says: str) -> None:
    assert says in not_kept(error).says


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    from guidance_app.store import vault

    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Refusal, match="could not be made or used") as refused:
        vault.make(tmp_path / "file" / "records", "four words in a row")
    assert str(tmp_path / "file") in refused.value.hint


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOTDIR, errno.ENOENT])
def test_what_cannot_be_written_is_named_where_the_system_names_it(number: int) -> None:
    assert "/an/invented/folder" in not_kept(OSError(number, "", "/an/invented/folder")).hint
    assert "named" not in not_kept(OSError(number, "")).hint
