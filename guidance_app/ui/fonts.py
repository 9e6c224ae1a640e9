"""The typeface that ships with the program, so that it looks the same on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path

FAMILY = "Inter"


def load_fonts(folder: Path) -> str:
    """Register the fonts in `folder`; return the family to use, or an empty name for none."""
    for path in sorted(folder.glob("Inter*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
    return FAMILY if FAMILY in QFontDatabase.families() else ""
