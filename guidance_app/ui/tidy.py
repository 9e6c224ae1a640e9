"""Looks for what is no longer needed once guidance was opened, at a moment when nobody waits."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from .session import Session

REST = 500
"""Milliseconds after a record was opened: its page is being read by then."""


class Tidy(QObject):
    """Lets Python look for rubbish among all there is once, and from then on among what is new.

    Guidance is some hundred thousand values that stay. To go over them again every few hundred
    steps held a step up by 20 to 30 ms.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._digest = ""
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.rest.timeout.connect(self._tidy)
        session.opened.connect(self._opened)

    def _opened(self) -> None:
        digest = self._session.pack.digest
        if digest != self._digest:
            self._digest = digest
            self.rest.start()

    def _tidy(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
