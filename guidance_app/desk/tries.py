"""Wrong tries of a passphrase: after some, the next has to wait, longer after each."""

import contextlib
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from guidance_app.core.refusal import Refusal
from guidance_app.whole import write_whole

FREE = 3
"""How many wrong tries cost nothing but the time that each takes."""

LONGEST = 300
"""The most seconds that the next try waits."""


class _Wrong(Struct, frozen=True):
    count: int = 0
    last: datetime | None = None


class Tries:
    """Counts wrong tries in a small file, so that starting the program anew does not help.

    It keeps curious people at the keyboard away. Whoever has the files can try without this
    program; against them stands the cost of each try.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def wait(self, now: datetime) -> None:
        """Raise a Refusal, which says for how long, where it is too soon for another try."""
        wrong = self._read()
        if wrong.last is None or wrong.count < FREE:
            return
        pause = timedelta(seconds=min(2 ** (wrong.count - FREE + 1), LONGEST))
        # A clock that was set back waits from now on, and not for years.
        left = pause - max(now - wrong.last, timedelta()) if now < wrong.last + pause else None
        if left is not None and left > timedelta():
            seconds = max(1, round(left.total_seconds()))
            raise Refusal(
                f"That was {wrong.count} times the wrong passphrase.",
                f"Wait {seconds} second{'s' * (seconds != 1)}, then try again. "
                "The recovery code opens the records too.",
            )

    def wrong(self, now: datetime) -> None:
        """Count a wrong try."""
        self._write(_Wrong(self._read().count + 1, now))

    def right(self) -> None:
        """Forget the wrong ones."""
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _read(self) -> _Wrong:
        try:
            kept = self._path.read_bytes()
        except OSError:
            return _Wrong()
        import msgspec

        try:
            return msgspec.json.decode(kept, type=_Wrong)
        except msgspec.MsgspecError:
            return _Wrong()

    def _write(self, wrong: _Wrong) -> None:
        import msgspec

        with contextlib.suppress(OSError):
            write_whole(self._path, msgspec.json.encode(wrong), private=True)
