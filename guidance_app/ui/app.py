"""Starts the window: one instance, dressed, watched; the only place that holds the application."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from guidance_app.called import CALLED

from .away import Away
from .first_paint import FirstPaint
from .fonts import load_fonts
from .session import Session
from .single import Single
from .theme import dress, read_colours
from .trouble import Trouble
from .window import NAME, Window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from guidance_app.desk.desk import Desk
    from guidance_app.desk.settings import Settings

NO_DISPLAY = (
    "There is no display here to open a window on. "
    f"The same questions can be answered in the terminal: {CALLED} walk england"
)


NO_SCREEN = ("offscreen", "minimal")
"""Platforms whose screen is none, so that its size says nothing."""

EDGE = 48
"""How many pixels the frame that the system puts around a window may take from its height."""


class Wardrobe:
    """Dresses the application as the settings say."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        self._app = app
        self._themes = desk.where.resources / "themes"
        self._family = load_fonts(desk.where.resources / "fonts")

    def dress(self, settings: Settings) -> None:
        """Let the theme and the size of text of `settings` hold."""
        colours = read_colours(self._themes / f"{settings.theme}.json")
        dress(self._app, colours, settings.text_size, self._family)


def run(desk: Desk) -> int:
    """Open the window on `desk` and stay until it is closed; return the program's exit status."""
    if not has_display(os.environ, sys.platform):
        print(NO_DISPLAY, file=sys.stderr)
        return 1
    app = application()
    single = Single(desk.where.records)
    if not single.is_first():
        return 0
    wardrobe = Wardrobe(app, desk)
    wardrobe.dress(desk.settings)
    trouble = Trouble()
    trouble.watch()
    window = Window(Session(desk), settled=False)
    window.dressed.connect(wardrobe.dress)
    trouble.happened.connect(window.trouble)
    single.called.connect(window.raise_up)
    away = Away(parent=window)
    away.left.connect(window.away)
    if not desk.settings.window and app.platformName() not in NO_SCREEN:
        fit(window)
    window.way.home()
    painted = FirstPaint(window)
    painted.over.connect(window.settle)
    painted.over.connect(gc.enable)
    painted.over.connect(away.watch)
    painted.over.connect(single.listen)
    window.show()
    try:
        return app.exec()
    finally:
        single.close()


def application() -> QApplication:
    """Return the application: the one there is, or a new one, in the style that ours builds on."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([NAME, "-style", "fusion"])  # by name: asked of Qt, a style takes longer
    app.setApplicationName(NAME)
    return app


def fit(window: QWidget) -> None:
    """Let `window`, which nobody has given a size yet, be no larger than its screen has room."""
    room = window.screen().availableSize()
    window.resize(window.size().boundedTo(room - QSize(0, EDGE)))


def has_display(environment: Mapping[str, str], system: str) -> bool:
    """Say whether a window can be shown: only Linux and its like may lack a display."""
    if environment.get("QT_QPA_PLATFORM") or system in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
