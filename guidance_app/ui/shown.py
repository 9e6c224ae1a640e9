"""A page as the window shows it: with what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .pages.page import Page


@dataclass(frozen=True, slots=True)
class Shown:
    """A page with what stands at its sides, and a quiet word about it for the upper bar."""

    page: Page
    left: QWidget | None = None
    right: QWidget | None = None
    detail: str = ""
