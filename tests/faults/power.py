"""Power cuts, simulated: what a disk may hold when it is cut off at any moment of some writing.

Everything that was synced is there; of what was written since, any part may be, in any sector. The
disk is recorded under the cipher, so that what is torn is what really lies on it.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import apsw

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.refusal import Refusal
from guidance_app.core.walk import Answer
from guidance_app.store import database
from guidance_app.store.records import Records, Wanted

AT = "2026-11-23T14:32:00.000+00:00"
NAME = RecordId("r1")
KEY = bytes(range(32))
SECTOR = 512
ANSWERS = 12
BEFORE = 2
"""How many entries the record has before the writing that is recorded."""


@dataclass(frozen=True)
class Step:
    """One thing asked of the disk, or that an entry was kept: `at` is then how many there are."""

    what: str
    file: str = ""
    at: int = 0
    data: bytes = b""


class Disk(apsw.VFS):
    """The way to the disk, which writes down what goes over it."""

    def __init__(self, name: str) -> None:
        self.steps: list[Step] = []
        super().__init__(name, "unix")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> "File":
        return File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.steps.append(Step("delete", Path(filename).name))


class File(apsw.VFSFile):
    """A file whose writing is recorded."""

    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        whole = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        self._disk, self._name = disk, Path(whole).name
        super().__init__("unix", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._disk.steps.append(Step("write", self._name, offset, bytes(data)))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._disk.steps.append(Step("sync", self._name))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._disk.steps.append(Step("truncate", self._name, newsize))


@dataclass
class Platter:
    """What is sure to be on the disk, and what was asked of it since each file was last synced.

    One that `lies` says that it has synced, and has not.
    """

    sure: dict[str, bytes]
    lies: bool = False
    loose: dict[str, list[Step]] = field(default_factory=dict)

    def take(self, step: Step) -> None:
        """Take one step; a file that is deleted is gone, since its folder is synced then."""
        if step.what == "delete":
            self.sure.pop(step.file, None)
            self.loose.pop(step.file, None)
        elif step.what == "sync" and not self.lies:
            self.sure[step.file] = self._with(step.file, self.loose.pop(step.file, []))
        elif step.what in ("write", "truncate"):
            self.loose.setdefault(step.file, []).append(step)

    def cut(self, chance: Random) -> dict[str, bytes]:
        """Return the files as they may be after a power cut now."""
        files = dict(self.sure)
        for name, steps in self.loose.items():
            some = [torn for step in steps for torn in _torn(step, chance)]
            if some or name in files or chance.random() < 0.5:
                files[name] = self._with(name, some)
        return files

    def _with(self, name: str, steps: list[Step]) -> bytes:
        body = bytearray(self.sure.get(name, b""))
        for step in steps:
            if step.what == "truncate":
                del body[step.at :]
                continue
            body.extend(bytes(max(0, step.at - len(body))))
            body[step.at : step.at + len(step.data)] = step.data
        return bytes(body)


def _torn(step: Step, chance: Random) -> Iterator[Step]:
    """Yield what of a step came so far: all of it, nothing, or some of its sectors."""
    lot = chance.random()
    if lot < 0.4:
        yield step
    elif lot < 0.6 and step.what == "write":
        for at in range(0, len(step.data), SECTOR):
            if chance.random() < 0.5:
                yield Step("write", step.file, step.at + at, step.data[at : at + SECTOR])


def recorded(folder: Path) -> tuple[dict[str, bytes], list[Step]]:
    """Keep some answers in `folder`; return the files before it, and every step on the disk."""
    path = folder / "records.db"
    database.create(path, KEY)
    records = Records(database.connect(path, KEY))
    records.begin(NAME, Started(PackId("p"), "1", "d", "An invented one"), AT)
    records.append(NAME, Given(Answer(QuestionId("q"), reason="Before.")), AT)
    records.close()
    before = {path.name: path.read_bytes()}
    disk = Disk(f"recorded-{folder.name}")
    records = Records(database.connect(path, KEY, vfs=f"multipleciphers-recorded-{folder.name}"))
    for number in range(ANSWERS):
        records.keep_draft(NAME, QuestionId("q"), "half-typed " * number)
        reason = f"invented {number} " * (1 + 40 * (number % 4))
        kept = records.append(NAME, Given(Answer(QuestionId("q"), reason=reason)), AT)
        disk.steps.append(Step("kept", at=kept.number))
        records.remember("pack", "an invented text " * 200 * (number % 3))
    records.close()
    return before, disk.steps


def cut_off(count: int, seed: int = 0, *, lies: bool = False) -> tuple[int, list[str]]:
    """Try `count` states of a disk after a power cut; return how many, and what was lost in any."""
    chance, lost = Random(seed), list[str]()
    with tempfile.TemporaryDirectory() as made, tempfile.TemporaryDirectory() as again:
        before, steps = recorded(Path(made))
        for number in range(count):
            at = chance.randrange(len(steps) + 1)
            platter, acknowledged = Platter(dict(before), lies), BEFORE
            for step in steps[:at]:
                platter.take(step)
                acknowledged = step.at if step.what == "kept" else acknowledged
            if fault := _opened(Path(again), platter.cut(chance), acknowledged):
                lost.append(f"state {number}, cut before step {at}: {fault}")
    return count, lost


def _opened(folder: Path, files: dict[str, bytes], acknowledged: int) -> str:
    """Open what is left on the disk; return what is wrong with it, or nothing."""
    for old in folder.iterdir():
        old.unlink()
    for name, body in files.items():
        (folder / name).write_bytes(body)
    try:
        records = Records(database.connect(folder / "records.db", KEY))
    except Refusal as refusal:
        return str(refusal)
    try:
        entries = records.entries(NAME)  # the whole chain is verified
        found = records.find(Wanted("invented")).count
    except Refusal as refusal:
        return str(refusal)
    finally:
        records.close()
    if not acknowledged <= len(entries) <= acknowledged + 1:
        return f"{len(entries)} entries, and {acknowledged} were acknowledged"
    return "" if found == 1 else "it is not found by its words"
