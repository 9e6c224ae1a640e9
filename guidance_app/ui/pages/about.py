"""About: what the guidance says of itself, versions, and licences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from guidance_app.core.pack import Pack


@dataclass(frozen=True, slots=True)
class Versions:
    """Which program this is, on what."""

    program: str
    python: str
    qt: str


class AboutPage(Page):
    """What this is, who looked it over, and what it is made of.

    Signals:
        back_wanted: read.
    """

    back_wanted = Signal()

    def __init__(
        self, pack: Pack | None, versions: Versions, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("About"))
        self.add(
            Text(self.tr("A record of your thinking. It does not authorise anything."), "lead")
        )
        if pack is not None:
            self._add_pack(pack)
        self.add(Heading(self.tr("Versions"), 2))
        self.add(
            Text(
                self.tr("Program {program}, Python {python}, Qt {qt}").format(
                    program=versions.program, python=versions.python, qt=versions.qt
                ),
                selectable=True,
            )
        )
        self.add(Heading(self.tr("Licences"), 2))
        self.add(Text(self.tr("The program is under the MIT licence.")))
        self.add(
            Text(
                self.tr(
                    "It is shown with Qt for Python (LGPL, version 3) and set in Inter "
                    "(SIL Open Font Licence, version 1.1)."
                )
            )
        )
        back = Button(self.tr("Back to where I was"))
        back.clicked.connect(self.back_wanted)
        self.add(Buttons(back))

    def _add_pack(self, pack: Pack) -> None:
        self.add(Heading(pack.name, 2))
        if pack.status == "draft":
            self.add(Text(pack.says.unreviewed or self.tr("This guidance is a draft."), "label"))
        for sentence in pack.says.about:
            self.add(Text(sentence))
        if pack.owner:
            self.add(Text(self.tr("Looked after by: {owner}").format(owner=pack.owner), "quiet"))
        if pack.digest:
            mark = self.tr("Mark of this version: {digest}").format(digest=pack.digest[:16])
            self.add(Text(mark, "quiet", selectable=True))
