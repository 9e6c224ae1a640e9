"""Lets each operation on the disk fail in turn, in each way, during each act on the records."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, product
from pathlib import Path

import apsw

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.refusal import DamagedStore, NotKept, Refusal
from guidance_app.core.walk import Answer
from guidance_app.store import database
from guidance_app.store.records import Records
from tests.faults.disk import NAME as ON_IT
from tests.faults.disk import READING, WRITING, Errors, failing_disk, writing
from tests.faults.seen import Seen, seen

AT = "2026-11-23T14:32:00.000+00:00"
NAME, OTHER, QUESTION = RecordId("r1"), RecordId("r2"), QuestionId("purpose")
KEY = bytes(range(32))
LONG = "invented words " * 400
FILE, CUT, OLDER, NONE = "sound.db", "cut.db", "older.db", "none.db"

ANY = dict.fromkeys((*WRITING, *READING), apsw.IOError)
FORBIDDEN = {"delete": apsw.IOError, "access": apsw.IOError, "lock": apsw.BusyError}
DAMAGE = "EIO, taken for damage"
WAYS: Mapping[str, Errors] = {
    "EIO": {**ANY, "open": apsw.CantOpenError},
    DAMAGE: {"read": apsw.CorruptError},
    "ENOSPC": {"open": apsw.CantOpenError, "write": apsw.FullError, "sync": apsw.IOError},
    "EACCES": {**FORBIDDEN, "open": apsw.ReadOnlyError},
    "EBUSY": {**FORBIDDEN, "open": apsw.CantOpenError},
}
"""What the system says, and what SQLite's own way to the disk makes of it, by kind of operation.

Found out by letting its system calls fail. A page that cannot be read is damage to a statement,
and a failure to read elsewhere. What EACCES, EBUSY and EROFS make of the rest is as EIO.
"""

ONCE, FOR_GOOD, ENDED = "once", "for good", "for good, and ended"
"""How a fault goes on: after the last, the program ends while the disk still fails."""

Act = Callable[[Records], object]


def seen_in(records: Records) -> Seen:
    """Return what stands in the records, and what is found by the words that acts say."""
    return seen(records, "invented", "new", "Another")


ACTS: dict[str, Act] = {
    "answer": lambda r: r.append(NAME, Given(Answer(QUESTION, reason=f"{LONG} new")), AT, after=3),
    "draft": lambda r: r.keep_draft(NAME, QUESTION, LONG),
    "begin": lambda r: r.begin(OTHER, Started(PackId("p"), "1", "d", "Another"), AT),
    "remember": lambda r: r.remember("name", LONG),
    "remove": lambda r: r.remove(NAME, AT, "six years"),
    "read": seen_in,
}


def opened(path: Path) -> Records:
    """Return the records at `path`, on the failing disk."""
    return Records(database.connect(path, KEY, vfs=ON_IT))


def made(path: Path) -> Records:
    """Return new records at `path`, on the failing disk; one that was not finished is none."""
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
    database.create(path, KEY, vfs=ON_IT)
    return opened(path)


OPENINGS: dict[str, tuple[str, Callable[[Path], Records]]] = {
    "open": (FILE, opened),
    "open after a cut": (CUT, opened),
    "open an older one": (OLDER, opened),
    "make": (NONE, made),
}
"""The ways to open records, and the file that each begins with."""


@dataclass(frozen=True)
class Fault:
    """The operation `number` of an act fails, in this way, and goes on like this."""

    act: str
    way: str
    number: int
    how: str

    def come(self) -> None:
        """Let the disk fail from here on, as it is told."""
        failing_disk().break_at(self.number, WAYS[self.way], for_good=self.how != ONCE)


def failed(every: int = 1) -> Iterator[tuple[str, str]]:
    """Yield each fault that was tried, in words, and what was lost by it or unsaid, or nothing.

    One operation of `every` so many fails; with another act, way or how, it is another.
    """
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        hows = [(act, how) for act in ACTS for how in (ONCE, FOR_GOOD, ENDED)]
        hows += [(act, how) for act in OPENINGS for how in (ONCE, FOR_GOOD)]
        for turn, ((act, how), way) in enumerate(product(hows, WAYS)):
            for number in count(1 + turn % every, every):
                lost = bench.lost(Fault(act, way, number, how))
                kind = failing_disk().broke
                if not kind:
                    break
                yield f"{kind}: {act}, {way} at {number}, {how}", lost


class Bench:
    """The files that acts begin with, and what is there after each act on a disk that is well."""

    def __init__(self, folder: Path) -> None:
        self._sound, self._tried = folder / "sound", folder / "tried"
        self._sound.mkdir()
        failing_disk().mend()
        _sound(self._sound)
        self._was = self._reopened(self._begun(FILE))
        self._done: dict[str, Seen] = {}
        for act, do in ACTS.items():
            records = opened(self._begun(FILE))
            do(records)
            records.close()
            self._done[act] = self._reopened(self._tried / FILE)
        for act, (file, opening) in OPENINGS.items():
            opening(self._begun(file)).close()
            self._done[act] = self._reopened(self._tried / file)
            assert act == "make" or self._done[act] == self._was

    def lost(self, fault: Fault) -> str:
        """Let the fault come, and return what was lost by it or unsaid, or nothing."""
        try:
            return self._acting(fault) if fault.act in ACTS else self._opening(fault)
        except (Refusal, apsw.Error, AssertionError) as error:
            failing_disk().mend()
            return f"not readable after it: {error!r}"

    def _acting(self, fault: Fault) -> str:
        """Let the fault come during the act, and try again; return what is wrong after it."""
        path, do, done = self._begun(FILE), ACTS[fault.act], self._done[fault.act]
        records = opened(path)
        fault.come()
        refused = _refused(lambda: do(records))
        unsaid = _unsaid(fault, refused, reads=fault.act == "read")
        if fault.how == ENDED:
            records.close()
            failing_disk().mend()
            there = self._reopened(path)
            allowed = (self._was, done) if refused else (done,)
            return unsaid or ("" if there in allowed else "half of it is there")
        failing_disk().mend()
        half = seen_in(records) != self._was if refused else False
        again = _refused(lambda: do(records)) if refused else None
        there = seen_in(records)
        records.close()
        if unsaid or half or again:
            return unsaid or (f"trying again: {again!r}" if again else "half of it is there")
        return "" if there == done == self._reopened(path) else "it is not there"

    def _opening(self, fault: Fault) -> str:
        """Let the fault come while records are opened and read, and open them again."""
        file, opening = OPENINGS[fault.act]
        path, done = self._begun(file), self._done[fault.act]

        def open_and_read() -> None:
            records = opening(path)
            try:
                assert seen_in(records) == done
            finally:
                records.close()

        fault.come()
        refused = _refused(open_and_read)
        failing_disk().mend()
        again = _refused(open_and_read)
        return _unsaid(fault, refused, reads=True) or (f"opening again: {again!r}" if again else "")

    def _begun(self, file: str) -> Path:
        shutil.rmtree(self._tried, ignore_errors=True)
        self._tried.mkdir()
        for path in self._sound.glob(f"{file}*"):
            shutil.copyfile(path, self._tried / path.name)
        return self._tried / file

    def _reopened(self, path: Path) -> Seen:
        records = Records(database.connect(path, KEY))
        try:
            return seen_in(records)
        finally:
            records.close()


def _refused(act: Callable[[], object]) -> Exception | None:
    """Do `act`, and return what it raised: a refusal, or a fault of the program."""
    try:
        act()
    except (Refusal, apsw.Error, OSError) as error:
        return error
    return None


def _unsaid(fault: Fault, refused: Exception | None, *, reads: bool) -> str:
    """Return what is wrong with the way that it was refused, or nothing."""
    if refused is None:
        return ""
    if not isinstance(refused, Refusal):
        return f"no sentence, but {refused!r}"
    if not refused.says.endswith(".") or "\n" in refused.says or not refused.hint:
        return f"no sentence to act on: {refused}"
    if isinstance(refused, DamagedStore):
        return "" if fault.way == DAMAGE else f"taken for damage: {refused}"
    return "" if reads or isinstance(refused, NotKept) else f"not said to be not kept: {refused}"


def _sound(folder: Path) -> None:
    """Make the files: one that is sound, the same cut off in an answer, and an older one."""
    path = folder / FILE
    database.create(path, KEY)
    records = Records(database.connect(path, KEY))
    records.begin(NAME, Started(PackId("p"), "1", "d"), AT)
    for number in range(2):
        records.append(NAME, Given(Answer(QuestionId(f"q{number}"), reason=LONG)), AT)
    records.close()
    _cut(folder)
    shutil.copyfile(path, folder / OLDER)
    connection = database.connect(folder / OLDER, KEY)
    connection.execute(
        "DROP TABLE said; DROP TABLE removed; ALTER TABLE record DROP COLUMN born;"
        "PRAGMA user_version = 1"
    )
    connection.close()


def _cut(folder: Path) -> None:
    """Leave a file as a program leaves it that is cut off while it writes an answer into it."""
    path, whole, number, cut = folder / CUT, (folder / FILE).read_bytes(), 0, False
    journal = path.with_name(f"{CUT}-journal")
    while not cut:
        number += 1
        path.write_bytes(whole)
        journal.unlink(missing_ok=True)
        records = opened(path)
        failing_disk().break_at(number, writing(apsw.IOError), for_good=True)
        _refused(lambda: ACTS["answer"](records))  # noqa: B023 – done at once
        records.close()
        assert failing_disk().mend()
        grown = path.stat().st_size > len(whole)
        cut = grown and journal.exists() and any(journal.read_bytes()[:8])
