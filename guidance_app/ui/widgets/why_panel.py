"""Why a question is asked, what it rests on, and what its words mean: beside it, always in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_app.core.days import write_date
from guidance_app.core.markup import plain, terms_in
from guidance_app.ui.theme import set_role

from .heading import Heading
from .prose import Prose
from .text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidance_app.core.ids import TermId
    from guidance_app.core.pack import Pack, Question, Source


class WhyPanel(QWidget):
    """Why it is asked, its sources with how far each was read, and the glossary's words in it."""

    def __init__(self, pack: Pack, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = self.fontMetrics().height()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(line, line, line, line)
        self._layout.setSpacing(round(line * 0.6))
        if question.why:
            self._layout.addWidget(Heading(self.tr("Why we ask"), 2))
            self._layout.addWidget(Prose(question.why))
        sources = [pack.sources[name] for name in question.sources if name in pack.sources]
        if sources:
            self._add_heading(self.tr("Rests on"))
        for source in sources:
            self._add_source(source)
        terms = [pack.terms[name] for name in terms_of(question) if name in pack.terms]
        if terms:
            self._add_heading(self.tr("Words"))
        for term in terms:
            self._add_pair(plain(term.term), plain(term.means), "")
        self._layout.addStretch(1)

    def _add_heading(self, words: str) -> None:
        self._layout.addSpacing(self.fontMetrics().height() // 2)
        heading = Heading(words, 3)
        set_role(heading, "small-heading")
        self._layout.addWidget(heading)

    def _add_source(self, source: Source) -> None:
        checked = write_date(source.checked_on)
        read = self._read(source.read)
        if checked and read:
            read = self.tr("{read}, {day}").format(read=read, day=checked)
        where = source.where.rstrip(".")
        says = ". ".join(filter(None, (plain(where), read)))
        says = says[:1].upper() + says[1:]
        self._add_pair(plain(source.title), says, "small")

    def _read(self, read: str) -> str:
        """Return how far a source was read, in plain words."""
        return {
            "in full": self.tr("Read in full"),
            "in part": self.tr("Read in part"),
            "not read": self.tr("Not read by us"),
        }.get(read, "")

    def _add_pair(self, title: str, says: str, role: str) -> None:
        """Add a title and what is said of it, under a line."""
        pair = QWidget()
        pair.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(pair, "row")
        line = self.fontMetrics().height()
        inner = QVBoxLayout(pair)
        inner.setContentsMargins(0, 0, 0, round(line * 0.6))
        inner.setSpacing(line // 8)
        inner.addWidget(Text(title, "label"))
        if says:
            inner.addWidget(Text(says, role))
        self._layout.addWidget(pair)


def terms_of(question: Question) -> tuple[TermId, ...]:
    """Return the glossary terms marked in any text of `question`, each once, in reading order."""
    return tuple(dict.fromkeys(t for text in _texts(question) for t in terms_in(text)))


def _texts(question: Question) -> Iterator[str]:
    yield from (question.ask, question.hint)
    for option in question.options:
        yield from (option.under, option.say, option.more)
    yield question.reason_asks
    yield from (field.ask for field in question.fields)
    yield from (question.more, question.why)
