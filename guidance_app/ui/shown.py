"""A page as the window shows it: with what stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from .pages.page import Page


class Shown(Struct, frozen=True):
    """A page, what makes what stands at its sides, and a quiet word for the upper bar.

    The sides are made once the page has been painted: nobody waits for them to read or to type.
    """

    page: Page
    left: Callable[[], QWidget] | None = None
    right: Callable[[], QWidget] | None = None
    detail: str = ""
