"""The typeface that ships with the program, so that it looks the same on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

FAMILY = "Inter"
FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")


def load_fonts(folder: Path) -> str:
    """Register the fonts in `folder`; return the family to use, or an empty name for none."""
    known = [QFontDatabase.addApplicationFont(str(folder / name)) for name in FILES]
    return FAMILY if all(FAMILY in QFontDatabase.applicationFontFamilies(f) for f in known) else ""
