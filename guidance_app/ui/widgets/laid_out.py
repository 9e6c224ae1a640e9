"""Lays out at once what was added to something that scrolls, before any of it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QLayout


def lay_out(area: QScrollArea) -> None:
    """Show what was added to what `area` holds, and give all of it the room that it needs.

    Left to itself, Qt lays it out in the room that it had, and paints that, before it has more:
    for a moment words are cut off.
    """
    held = area.widget()
    if held is None or not area.isVisible():
        return
    parts = [held, *held.findChildren(QWidget)]
    layouts = _inner_first(parts)
    for layout in layouts:
        layout.setEnabled(False)  # to show a part asks for the layout around it, each time
    try:
        for part in filter(_awaits, parts):
            part.show()
    finally:
        for layout in layouts:
            layout.setEnabled(True)
    give_room([area, *parts])


def give_room(parts: Sequence[QWidget]) -> None:
    """Give `parts`, which stand outer ones first, the room they need, and what scrolls its bar.

    What scrolls gives itself a bar only when it is told to lay itself out.
    """
    for layout in _inner_first(parts):
        layout.activate()
    for part in parts:
        if isinstance(part, QScrollArea):
            QCoreApplication.sendEvent(part, QEvent(QEvent.Type.LayoutRequest))


def _inner_first(parts: Sequence[QWidget]) -> list[QLayout]:
    """Return the layouts of `parts`, which stand outer ones first, from the innermost outwards.

    In that order they are activated: each asks anew for the room around it.
    """
    return [layout for part in reversed(parts) if (layout := part.layout()) is not None]


def _awaits(part: QWidget) -> bool:
    """Say whether `part` is only waiting to be shown: it was not hidden, and is no window."""
    on_purpose = part.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return part.isHidden() and not on_purpose and not part.isWindow()
