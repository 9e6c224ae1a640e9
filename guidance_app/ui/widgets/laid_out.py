"""Lays out at once what was added to something that scrolls, before any of it is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea


def lay_out(area: QScrollArea) -> None:
    """Show what was added to what `area` holds, and give all of it the room that it needs.

    Left to itself, Qt lays it out in the room that it had, and paints that, before it has more:
    for a moment words are cut off.
    """
    held = area.widget()
    if held is None or not area.isVisible():
        return
    parts = [held, *held.findChildren(QWidget)]
    layouts = [layout for part in parts if (layout := part.layout()) is not None]
    for layout in layouts:
        layout.setEnabled(False)  # to show a part asks for the layout around it, each time
    try:
        for part in filter(_awaits, parts):
            part.show()
    finally:
        for layout in layouts:
            layout.setEnabled(True)
    for layout in reversed(layouts):  # inner ones first: each asks anew around it
        layout.activate()
    QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))


def _awaits(part: QWidget) -> bool:
    """Say whether `part` is only waiting to be shown: it was not hidden, and is no window."""
    on_purpose = part.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return part.isHidden() and not on_purpose and not part.isWindow()
