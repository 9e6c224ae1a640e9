"""What to do when somebody is in danger now: no form, no record, nothing to unlock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.core.standing import Standing
from guidance_app.ui.widgets.bullets import Bullets
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.text import Text
from guidance_app.ui.words import advised

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from guidance_app.core.pack import Advice, Pack


class HelpNowPage(Page):
    """The advice that the pack keeps for danger; where there is no pack, the number to ring.

    Signals:
        back_wanted: read.
    """

    back_wanted = Signal()

    def __init__(self, pack: Pack | None, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        outcome = pack.outcomes.get(pack.help_now) if pack and pack.help_now else None
        self._rename(outcome.title if outcome else self.tr("Get help now"))
        if pack and outcome:
            self.add(Text(outcome.summary))
            self._list(self.tr("Do this"), pack, outcome.may)
            self._list(self.tr("Do not"), pack, outcome.must_not)
            self._list(self.tr("Talk to"), pack, outcome.talk_to)
        else:
            self.add(Text(self.tr("Ring 999. Then tell your manager.")))
        back = Button(self.tr("Back to where I was"))
        back.clicked.connect(self.back_wanted)
        self.add(Buttons(back))

    def _list(self, title: str, pack: Pack, lines: tuple[Advice, ...]) -> None:
        said = advised(pack, lines, Standing())
        if said:
            self.add(Heading(title, 2))
            self.add(Bullets(said))
