"""A disk that fails at the operation that it is told to fail at."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import apsw

_CIPHER = "multipleciphers-"
NAME = f"{_CIPHER}failing"
"""What a connection is opened with, so as to be on the disk, through the cipher."""

WRITING = ("open", "delete", "write", "sync", "truncate")
"""The kinds of operation that change something."""

READING = ("read", "size", "lock", "access")
"""The kinds of operation that change nothing."""

Errors = Mapping[str, type[apsw.Error]]
"""What SQLite's own way to the disk makes of a failure, by kind; other kinds do not fail."""

_NONE: Errors = MappingProxyType({})
_CODES: Mapping[type[apsw.Error], int] = {apsw.CorruptError: apsw.SQLITE_IOERR_CORRUPTFS}
"""A page that the disk cannot read is told to the program as damage; SQLite itself knows better."""


def writing(error: type[apsw.Error]) -> Errors:
    """Return that every operation that changes something fails with `error`."""
    return dict.fromkeys(WRITING, error)


class Disk(apsw.VFS):
    """The cipher's way to the disk, which fails once or from then on."""

    def __init__(self) -> None:
        self.base = apsw.vfs_names()[0].removeprefix(_CIPHER)
        self.fails_at = 0
        self.errors = _NONE
        self.for_good = False
        self.seen = 0
        self.broke = ""
        super().__init__(NAME.removeprefix(_CIPHER), self.base)

    def break_at(self, number: int, errors: Errors, *, for_good: bool = False) -> None:
        """Let the operation `number` from here on fail, and those after it too if `for_good`.

        Only operations of the kinds in `errors` are counted, and fail.
        """
        self.fails_at, self.errors, self.for_good = number, errors, for_good
        self.seen, self.broke = 0, ""

    def mend(self) -> bool:
        """Let nothing fail from here on, and say whether anything did."""
        self.errors = _NONE
        return bool(self.broke)

    def step(self, kind: str) -> None:
        """Count an operation, and fail if it is one that fails."""
        if kind not in self.errors:
            return
        self.seen += 1
        if self.seen == self.fails_at or (self.for_good and self.seen > self.fails_at):
            self.broke = self.broke or kind
            error = self.errors[kind](f"{kind} made to fail by a test")
            if type(error) in _CODES:
                vars(error)["extendedresult"] = _CODES[type(error)]
            raise error

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> "File":
        self.step("open")
        return File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.step("delete")
        super().xDelete(filename, syncdir)

    def xAccess(self, pathname: str, flags: int) -> bool:
        self.step("access")
        return super().xAccess(pathname, flags)


@cache
def failing_disk() -> Disk:
    """Return the one disk of this process: the cipher never lets go of one that it was given."""
    return Disk()


class File(apsw.VFSFile):
    """A file on the failing disk."""

    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self.disk = disk
        super().__init__(disk.base, name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:
        self.disk.step("read")
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:
        self.disk.step("write")
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self.disk.step("sync")
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        self.disk.step("truncate")
        super().xTruncate(newsize)

    def xFileSize(self) -> int:
        self.disk.step("size")
        return super().xFileSize()

    def xLock(self, level: int) -> None:
        self.disk.step("lock")
        super().xLock(level)

    def xCheckReservedLock(self) -> bool:
        self.disk.step("lock")
        return super().xCheckReservedLock()
