"""The forms in which a note leaves the program."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Form(StrEnum):
    """The five forms of a note."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "text"
    HTML = "html"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """The ending of a file of this form."""
        return ".txt" if self is Form.TEXT else f".{self}"

    @classmethod
    def of(cls, path: Path) -> Form | None:
        """Return the form that the ending of `path` names, or None where it names none."""
        return next((form for form in cls if form.suffix == path.suffix.lower()), None)
