"""Starting: what the guidance is for, and a reference for the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.core.hints import reference_hint
from guidance_app.core.ids import PackId
from guidance_app.core.notices import of_pack
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.choice import Offer
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.widgets.radio_group import RadioGroup
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from guidance_app.core.pack import Pack


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a record is begun with."""

    pack: PackId
    reference: str


class StartPage(Page):
    """Says what the guidance is for; asks for a reference, which may be left blank.

    Signals:
        begun: carries the Beginning.
        left: the page goes; carries the reference typed.
    """

    begun = Signal(object)
    left = Signal(str)

    def __init__(
        self,
        packs: Sequence[Pack],
        today: str = "",
        *,
        reference: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        self._today = today
        self._rename(self.tr("Start"))
        self._packs = tuple(packs)
        self._faults = ErrorSummary()
        self.column.body.insertWidget(0, self._faults)
        self._choice = self._offer() if len(self._packs) > 1 else None
        for pack in self._packs if self._choice is None else ():
            self._say_what_for(pack)
        self._reference = Line(
            self.tr("Your reference for this record"),
            reference,
            hint=self.tr("A case number or initials, never a full name. You can leave it blank."),
        )
        go_on = Button(self.tr("Continue"), Kind.PRIMARY)
        go_on.setEnabled(bool(self._packs))
        self.add(self._reference)
        self.add(
            Text(
                self.tr("One record is for one person, one page, one question and one visit."),
                "quiet",
            )
        )
        self.add(Buttons(go_on))
        self._reference.typed.connect(self._look)
        self._reference.entered.connect(self._submit)
        go_on.clicked.connect(self._submit)

    def leave(self) -> None:
        """Tell what is typed."""
        self.left.emit(self._reference.words)

    def first_focus(self) -> QWidget:
        """Return what is asked first."""
        return self._choice.first_focus() if self._choice else self._reference

    def _offer(self) -> RadioGroup:
        offers = [Offer(p.id, p.title, self._offered(p)) for p in self._packs]
        group = RadioGroup(self.tr("Which guidance?"), offers)
        self.add(Text(self.tr("Which guidance?"), "label"))
        self.add(group)
        return group

    def _say_what_for(self, pack: Pack) -> None:
        self.add(Text(pack.title, "lead"))
        self.add(Text(self._where(pack)))
        if pack.not_for:
            never = self.tr("It is not for: {things}.").format(things=", ".join(pack.not_for))
            self.add(Text(never))
        if pack.status == "draft" and pack.says.unreviewed:
            self.add(Text(pack.says.unreviewed, "label"))
        for notice in of_pack(pack, self._today):
            self.add(Text(notice, "quiet"))

    def _offered(self, pack: Pack) -> str:
        """Return what is said of guidance that can be chosen."""
        return " ".join((self._where(pack), *of_pack(pack, self._today))).strip()

    def _where(self, pack: Pack) -> str:
        """Return where the guidance applies, in a sentence."""
        if not pack.applies_in:
            return ""
        return self.tr("This guidance is for {places}.").format(places=", ".join(pack.applies_in))

    def _look(self, words: str) -> None:
        self._reference.notice(reference_hint(words.strip()))

    def _submit(self) -> None:
        chosen = self._choice.ids if self._choice else tuple(p.id for p in self._packs)
        if not chosen:
            self.set_faulty(True)
            self._faults.say(((self.tr("Choose the guidance."), self.first_focus()),))
            return
        self.begun.emit(Beginning(PackId(chosen[0]), self._reference.words))
