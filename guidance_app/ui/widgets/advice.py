"""A part of an outcome: a heading over sentences, each with what it is because of, if anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from .bullets import Bullets
from .heading import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Sentence:
    """One piece of advice; `because` stands quietly under it."""

    say: str
    because: str = ""


class AdviceList(QWidget):
    """A heading and a list under it, which `fill` fills. One sentence alone has no point."""

    def __init__(
        self, title: str, sentences: Sequence[Sentence], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(line // 2)
        layout.addWidget(Heading(title, 2))
        self._sentences = sentences
        self._listed = Bullets(before=0, gap=line // 2, pointed=len(sentences) > 1)
        layout.addWidget(self._listed)
        layout.addStretch(1)

    def fill(self) -> Iterator[int]:
        """Put in one sentence after the other; yield how many characters each has."""
        for sentence in self._sentences:
            self._listed.add(sentence.say, sentence.because)
            yield len(sentence.say) + len(sentence.because)
