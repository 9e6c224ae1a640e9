"""The forms in which a note leaves the program."""

from enum import StrEnum


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
