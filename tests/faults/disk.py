"""A disk that fails at the operation that it is told to fail at."""

import apsw


class Disk(apsw.VFS):
    """SQLite's way to the disk, above the cipher, which fails once or from then on."""

    def __init__(self) -> None:
        self.base = apsw.vfs_names()[0]
        self.fails_at = 0
        self.error: type[apsw.Error] = apsw.IOError
        self.opening: type[apsw.Error] | None = None
        self.for_good = False
        self.seen = 0
        super().__init__("failing", self.base)

    def break_at(
        self,
        number: int,
        error: type[apsw.Error],
        *,
        for_good: bool = False,
        opening: type[apsw.Error] | None = None,
    ) -> None:
        """Let the operation `number` from here on fail, and those after it too if `for_good`.

        A file that cannot be opened is `opening`, where that is another error.
        """
        self.fails_at, self.error, self.for_good, self.seen = number, error, for_good, 0
        self.opening = opening

    def mend(self) -> bool:
        """Let nothing fail from here on, and say whether anything did."""
        broke = 0 < self.fails_at <= self.seen
        self.fails_at = 0
        return broke

    def step(self, *, opens: bool = False) -> None:
        """Count an operation, and fail if it is one that fails."""
        self.seen += 1
        if self.seen == self.fails_at or (self.for_good and 0 < self.fails_at < self.seen):
            raise ((opens and self.opening) or self.error)("made to fail by a test")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> "File":
        self.step(opens=True)
        return File(self, name, flags)

    def xDelete(self, filename: str, syncdir: bool) -> None:
        self.step()
        super().xDelete(filename, syncdir)


class File(apsw.VFSFile):
    """A file on the failing disk."""

    def __init__(self, disk: Disk, name: str | apsw.URIFilename | None, flags: list[int]) -> None:
        self.disk = disk
        super().__init__(disk.base, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        self.disk.step()
        super().xWrite(data, offset)

    def xSync(self, flags: int) -> None:
        self.disk.step()
        super().xSync(flags)

    def xTruncate(self, newsize: int) -> None:
        self.disk.step()
        super().xTruncate(newsize)
