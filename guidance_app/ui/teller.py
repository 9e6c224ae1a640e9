"""What every go-between of the window does with a refusal: tells it, and goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from guidance_app.core.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

Done = TypeVar("Done")


class Teller(QObject):
    """Does what is wanted; whatever is refused is told, and nothing came of it.

    Signals:
        refused: it could not be done; carries the Refusal.
    """

    refused = Signal(object)

    def done(self, way: Callable[..., object], *given: object) -> bool:
        """Do it, and say whether it was done."""
        try:
            way(*given)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return False
        return True

    def attempt(self, way: Callable[..., Done], *given: object) -> Done | None:
        """Do it and return what came of it; or None, once it has been told why not."""
        try:
            return way(*given)
        except Refusal as refusal:
            self.refused.emit(refusal)
            return None
