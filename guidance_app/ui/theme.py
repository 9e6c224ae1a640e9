"""Colours by role, read from a theme's file, and how the whole application is dressed in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, json
from PySide6 import QtCore
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from .measures import forget
from .sheet import sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtGui import QBrush
    from PySide6.QtWidgets import QWidget

ROLES = (
    *("ground", "panel", "text", "quiet", "line", "edge", "accent", "on-accent", "wash", "focus"),
    *("stop", "stop-ground", "pause", "pause-ground", "act", "act-ground", "open", "open-ground"),
)
"""Every role a theme gives a colour to."""

SMALLEST_POINTS = 11.0
"""Body text is at the system's size, but never smaller than this."""

_PLACES: Mapping[QPalette.ColorRole, str] = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "ground",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "ground",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "focus",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "wash",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}

_QUIET_WHEN_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)

_INKS: Mapping[str, QPalette.ColorRole] = {
    "ground": QPalette.ColorRole.Base,
    "panel": QPalette.ColorRole.Light,
    "text": QPalette.ColorRole.WindowText,
    "quiet": QPalette.ColorRole.PlaceholderText,
    "line": QPalette.ColorRole.Mid,
    "edge": QPalette.ColorRole.Dark,
    "accent": QPalette.ColorRole.Accent,
    "on-accent": QPalette.ColorRole.HighlightedText,
    "wash": QPalette.ColorRole.Midlight,
    "focus": QPalette.ColorRole.BrightText,
}


class Colours(Struct, frozen=True):
    """The colours of one theme, by role, as ``#RRGGBB``."""

    by_role: Mapping[str, str]

    def __getitem__(self, role: str) -> str:
        return self.by_role[role]


def read_colours(path: Path) -> Colours:
    """Return the colours in the theme's file at `path`. Raises ValueError if a role has none."""
    given = json.decode(path.read_bytes(), type=dict[str, str])
    missing = [role for role in ROLES if not QColor(given.get(role, "")).isValid()]
    if missing:
        raise ValueError(f"{path.name} gives no colour to: {', '.join(missing)}")
    return Colours({role: given[role] for role in ROLES})


def palette(colours: Colours) -> QPalette:
    """Return the palette of `colours`; what is disabled is quiet, and still readable."""
    made = QPalette()
    for place, role in _PLACES.items():
        made.setColor(place, QColor(colours[role]))
    for place in _QUIET_WHEN_DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours["quiet"]))
    return made


def dress(app: QApplication, colours: Colours, text_size: int = 100, family: str = "") -> None:
    """Dress the whole application in `colours`, and give it text at `text_size` per cent.

    The size is set on the application's font, in points; everything in the sheet follows from it.
    """
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font = QFont(family or system.family())
    font.setPointSizeF(max(system.pointSizeF(), SMALLEST_POINTS) * text_size / 100)
    app.setPalette(palette(colours))
    app.setFont(font)
    for window in app.topLevelWidgets():
        window.setFont(font)  # under a style sheet the application's font does not reach it
    app.setStyleSheet(sheet(colours.by_role, font.pointSizeF(), QFontMetrics(font).height()))
    forget()  # the room that words needed in another size


def set_role(widget: QWidget, role: str) -> None:
    """Say what `widget` is, before it is dressed; the style sheet gives it its look."""
    widget.setProperty("role", role)


def change_role(widget: QWidget, role: str) -> None:
    """Say what `widget` is from now on, whether it is dressed yet or not."""
    set_role(widget, role)
    restyle(widget)


def restyle(widget: QWidget) -> None:
    """Let `widget` look as the style sheet says now, if it has been dressed."""
    if widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def ink(widget: QWidget, role: str) -> QColor:
    """Return the colour that a widget which paints itself uses for `role`."""
    return filling(widget, role).color()


def filling(widget: QWidget, role: str) -> QBrush:
    """Return what a widget which paints itself fills a shape with that is of `role`.

    It is the application's: a style sheet gives a widget a palette in which the roles are mixed up.
    """
    group = QPalette.ColorGroup.Active if widget.isEnabled() else QPalette.ColorGroup.Disabled
    return QApplication.palette().brush(group, _INKS[role])
