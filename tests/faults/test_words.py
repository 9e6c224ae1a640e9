"""Words are found in what was kept and nowhere else, also where a commit was refused too late."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.refusal import NotKept, Refusal
from guidance_app.core.walk import Answer
from guidance_app.store import database
from guidance_app.store.records import Records, Wanted
from tests.faults.disk import NAME as ON_IT
from tests.faults.disk import Disk, failing_disk, writing
from tests.faults.failing import ANY

AT = "2026-11-23T14:32:00.000+00:00"
NAME, OTHER = RecordId("r1"), RecordId("r2")
KEY = bytes(range(32))
REFUSED = Given(Answer(QuestionId("q"), reason="heron"))
NEW = Started(PackId("p"), "1", "d", "heron")

Act = Callable[[Records], object]


@pytest.fixture
def disk() -> Iterator[Disk]:
    yield failing_disk()
    failing_disk().mend()


@pytest.fixture
def records(tmp_path: Path, disk: Disk) -> Iterator[Records]:
    """Return a record with the word kestrel, on the failing disk."""
    path = tmp_path / "records.db"
    database.create(path, KEY)
    made = Records(database.connect(path, KEY))
    made.begin(NAME, Started(PackId("p"), "1", "d", "AB-1"), AT)
    made.append(NAME, Given(Answer(QuestionId("p"), reason="kestrel")), AT)
    made.close()
    opened = Records(database.connect(path, KEY, vfs=ON_IT))
    yield opened
    disk.mend()
    opened.close()


def too_late(disk: Disk, records: Records, act: Act, *, for_good: bool = True) -> None:
    """Do `act` so that the changes stand in the file, and are refused at the very last step."""
    folder = Path(records.read_by(lambda connection: connection.filename)).parent
    trial = folder / "trial.db"
    shutil.copyfile(folder / "records.db", trial)
    tried = Records(database.connect(trial, KEY, vfs=ON_IT))
    disk.break_at(999, writing(apsw.IOError))
    act(tried)
    last = disk.seen
    disk.mend()
    tried.close()
    disk.break_at(last, writing(apsw.IOError), for_good=for_good)
    with pytest.raises(NotKept):
        act(records)
    assert disk.mend()


def found(records: Records, word: str) -> list[str]:
    return [kept.id for kept in records.find(Wanted(word)).kept]


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for-good"])
def test_words_of_a_refused_answer_are_not_found(
    disk: Disk, records: Records, *, for_good: bool
) -> None:
    too_late(disk, records, lambda r: r.append(NAME, REFUSED, AT), for_good=for_good)
    assert found(records, "heron") == []
    assert found(records, "kestrel") == [NAME]
    records.append(NAME, REFUSED, AT)
    assert found(records, "heron") == [NAME]


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for-good"])
def test_words_of_a_refused_beginning_are_not_found_in_the_record_begun_next(
    disk: Disk, records: Records, *, for_good: bool
) -> None:
    too_late(disk, records, lambda r: r.begin(OTHER, NEW, AT), for_good=for_good)
    records.begin(OTHER, Started(PackId("p"), "1", "d"), AT)
    assert found(records, "heron") == []


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for-good"])
def test_a_record_whose_removal_was_refused_is_still_found(
    disk: Disk, records: Records, *, for_good: bool
) -> None:
    too_late(disk, records, lambda r: r.remove(NAME, AT, "six years"), for_good=for_good)
    assert found(records, "kestrel") == [NAME]
    records.remove(NAME, AT, "six years")
    assert found(records, "kestrel") == []


@pytest.mark.parametrize("for_good", [False, True], ids=["once", "for-good"])
def test_a_way_back_that_fails_too_is_taken_before_anything_is_found(
    disk: Disk, records: Records, *, for_good: bool
) -> None:
    too_late(disk, records, lambda r: r.append(NAME, REFUSED, AT))
    number, broke = 0, True
    while broke:
        number += 1
        disk.break_at(number, ANY, for_good=for_good)
        with contextlib.suppress(Refusal):
            assert found(records, "heron") == []
        broke = disk.mend()
    assert number > 3
    assert found(records, "heron") == []
    assert found(records, "kestrel") == [NAME]
    records.append(NAME, REFUSED, AT)
    assert found(records, "heron") == [NAME]
