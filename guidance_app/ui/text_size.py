"""The size of the text, a step larger or smaller, or as it usually is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from guidance_app.desk.settings import TEXT_SIZES

if TYPE_CHECKING:
    from .session import Session


class TextSize:
    """Chooses the size of the text among those that are offered, in the settings of `session`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def larger(self) -> None:
        """Take the next larger size, if there is one."""
        self._step(1)

    def smaller(self) -> None:
        """Take the next smaller size, if there is one."""
        self._step(-1)

    def usual(self) -> None:
        """Take the system's own size."""
        self._choose(100)

    def _step(self, by: int) -> None:
        now = self._session.settings.text_size
        sizes = sorted({*TEXT_SIZES, now})
        place = sizes.index(now) + by
        self._choose(sizes[min(max(place, 0), len(sizes) - 1)])

    def _choose(self, size: int) -> None:
        self._session.choose(replace(self._session.settings, text_size=size))
