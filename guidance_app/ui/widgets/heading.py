"""A heading of a page, which can hold the focus so that a screen reader begins there."""

from PySide6.QtWidgets import QWidget

from .text import Text


class Heading(Text):
    """The heading of a page (level 1) or of a part of it (level 2 or 3)."""

    def __init__(self, words: str = "", level: int = 1, *, parent: QWidget | None = None) -> None:
        super().__init__(words, ("title", "heading", "label")[level - 1], parent=parent)
        self.level = level
