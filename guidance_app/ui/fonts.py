"""The typeface that ships with the program, so that it looks the same on every machine."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

FAMILY = "Inter"


def load_fonts(folder: Path) -> str:
    """Register the fonts in `folder`; return the family to use, or an empty name for none."""
    for path in sorted(folder.glob("Inter*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
    return FAMILY if FAMILY in QFontDatabase.families() else ""
