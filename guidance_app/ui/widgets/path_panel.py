"""Your answers: what has been answered, in words and by step, each with Change."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from guidance_app.core.ids import StepId
from guidance_app.core.markup import plain
from guidance_app.ui.theme import set_role
from guidance_app.ui.words import first_words, in_words

from .button import Button, Kind, beside_button
from .heading import Heading
from .order import come_after
from .text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidance_app.core.ids import QuestionId
    from guidance_app.core.pack import Pack
    from guidance_app.core.path import Step
    from guidance_app.core.standing import Standing

SHOWN = 90
"""How many characters of an answer the panel shows; the page has all of it."""

MOST = 40
"""How many answers are listed at once; of a longer walk, those next to where one is."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the panel: what kind it is, its words, and the question that it is about."""

    kind: str
    words: str
    says: str = ""
    question: QuestionId | None = None


class PathPanel(QWidget):
    """The path so far, the place on it, and under their own heading the answers set aside.

    It goes on from page to page: only the lines that are others are made anew, or all of them where
    the text has another size. What is to be in sight has the property "here": 2 is where one is, 1
    where the walk has ended. Change of the answer before it has the property "begins": who comes
    in by a key begins there.

    Signals:
        change_wanted: an answer is to be changed; carries the QuestionId.
    """

    change_wanted = Signal(str)

    def __init__(
        self,
        pack: Pack,
        standing: Standing,
        current: QuestionId | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pack = pack
        self._lines: list[tuple[_Line, QWidget]] = []
        self._font = QApplication.font().key()
        self.setAccessibleName(self.tr("Your answers"))
        line = self.fontMetrics().height()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, line, 0, line)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self.show_path(standing, current)

    def show_path(self, standing: Standing, current: QuestionId | None = None) -> None:
        """Show where the walk stands now; lines that say what they said stay as they are."""
        wanted = [*self._path(standing, current), *self._end(standing), *self._aside(standing)]
        was, self._font = self._font, QApplication.font().key()
        stays = _in_both([line for line, _ in self._lines if was == self._font], wanted)
        kept: list[QWidget] = []
        for place, (_, widget) in enumerate(self._lines):
            if place in stays:
                kept.append(widget)
            else:
                self._layout.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        there = dict(zip(stays.values(), kept, strict=True))
        self._lines = []
        for place, line in enumerate(wanted):
            if place not in there:
                there[place] = self._made(line)
                self._layout.insertWidget(place, there[place])
            self._lines.append((line, there[place]))
        (_, heading), *lines = self._lines
        rows = [row for _, row in lines if isinstance(row, _Row)]
        come_after(heading, [row.stop for row in rows if row.stop])
        nearest = _nearest(rows)
        for row in rows:
            if row.stop is not None:
                row.stop.setProperty("begins", row.stop is nearest)

    def _path(self, standing: Standing, current: QuestionId | None) -> Iterator[_Line]:
        """Yield what is on the path, under the step where a step holds more than its own name."""
        yield _Line("heading", self.tr("Your answers"))
        path, before, after = _near(standing, current)
        if before:
            yield _Line("more", self.tr("{number} answers before these").format(number=before))
        for name, grouped in groupby(path, key=self._step):
            steps = list(grouped)
            title = self._pack.steps.get(StepId(name))
            if title and [self._label(step.question) for step in steps] != [title]:
                yield _Line("step", title)
            for step in steps:
                question = self._pack.questions[step.question]
                says = first_words(in_words(question, step.answer), SHOWN)
                kind = "here" if step.question == current else "answer"
                yield _Line(kind, self._label(step.question), says, step.question)
        if after:
            yield _Line("more", self.tr("{number} answers after these").format(number=after))
        elif current is not None and current == standing.question:
            yield _Line("here", self._label(current), "", current)

    def _end(self, standing: Standing) -> Iterator[_Line]:
        if standing.outcome is not None:
            title = plain(self._pack.outcomes[standing.outcome].title)
            yield _Line("end", self.tr("Outcome"), title)

    def _aside(self, standing: Standing) -> Iterator[_Line]:
        aside = standing.aside
        if not aside:
            return
        yield _Line("heading-apart", self.tr("Set aside"))
        yield _Line("note", self.tr("Kept, but not counted. They come back if the path does."))
        for answer in aside[:MOST]:
            if answer.question in self._pack.questions:
                yield _Line("aside", self._label(answer.question))
        if more := len(aside[MOST:]):
            yield _Line("aside", self.tr("and {number} more").format(number=more))

    def _label(self, question: QuestionId) -> str:
        return plain(self._pack.questions[question].label)

    def _step(self, step: Step) -> str:
        return self._pack.questions[step.question].step or ""

    def _made(self, line: _Line) -> QWidget:
        """Return the widget of a line."""
        if line.question is not None:
            row = _Row(line)
            row.change_wanted.connect(self.change_wanted)
            return row
        return _Words(line)


class _Words(QWidget):
    """A line that only says something: a heading, or quiet words."""

    def __init__(self, line: _Line) -> None:
        super().__init__()
        high = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setSpacing(0)
        if line.kind in ("heading", "heading-apart", "step"):
            heading = Heading(line.words, 3)
            set_role(heading, "small" if line.kind == "step" else "small-heading")
            above = {"heading-apart": high, "step": high // 3}.get(line.kind, 0)
            layout.setContentsMargins(high, above, high, 0 if line.kind == "step" else high // 2)
            layout.addWidget(heading)
            return
        self.setProperty("here", 1 if line.kind == "end" else 0)
        role = {"end": "label", "note": "small"}.get(line.kind, "quiet")
        layout.setContentsMargins(high, high if line.kind == "end" else 0, high, high // 3)
        layout.addWidget(Text(line.words, role))
        if line.says:
            layout.addWidget(Text(line.says, "quiet"))


class _Row(QWidget):
    """One answer: its label, what it is, and Change; or where one is. `stop` is Change."""

    change_wanted = Signal(str)

    def __init__(self, shown: _Line) -> None:
        super().__init__()
        self.stop: Button | None = None
        self._question = shown.question
        line = self.fontMetrics().height()
        said = QVBoxLayout()
        said.setSpacing(line // 8)
        said.addWidget(Text(shown.words, "label"))
        if shown.says:
            said.addWidget(Text(shown.says, "quiet"))
        row = QHBoxLayout(self)
        row.setContentsMargins(line, 0, line // 2, line // 3)
        row.addLayout(said, 1)
        said.setContentsMargins(0, beside_button(self), 0, 0)
        if shown.kind == "here":
            said.addWidget(Text(self.tr("You are here"), "quiet"))
            self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            set_role(self, "here")
            self.setProperty("here", 2)
        else:
            name = self.tr("Change {label}").format(label=shown.words)
            self.stop = change = Button(self.tr("Change"), Kind.LINK, name=name)
            row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
            change.clicked.connect(self._want)

    def _want(self) -> None:
        self.change_wanted.emit(self._question)


def _nearest(rows: Sequence[_Row]) -> Button | None:
    """Return Change beside the answer before where one is, or else the one after it, if any."""
    here = next((place for place, row in enumerate(rows) if row.stop is None), len(rows))
    stops = [row.stop for row in (*rows[:here][-1:], *rows[here + 1 :][:1])]
    return stops[0] if stops else None


def _in_both(old: Sequence[_Line], wanted: Sequence[_Line]) -> dict[int, int]:
    """Return where the lines that stay stand in `old` and in `wanted`, in an order both have."""
    places = {line: place for place, line in enumerate(wanted)}
    stays: dict[int, int] = {}
    last = -1
    for place, line in enumerate(old):
        if places.get(line, -1) > last:
            last = stays[place] = places[line]
    return stays


def _near(standing: Standing, current: QuestionId | None) -> tuple[tuple[Step, ...], int, int]:
    """Return the steps that are listed, and how many there are before and after them."""
    path = standing.path
    if len(path) <= MOST:
        return path, 0, 0
    on_path = current is not None and current in standing.given
    here = standing.asked.index(current) if on_path and current is not None else len(path)
    last = min(len(path), max(MOST, here + MOST // 2))
    first = max(0, last - MOST)
    return path[first:last], first, len(path) - last
