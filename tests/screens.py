"""Pictures of every page with the England pack: `python -m tests.screens [FOLDER] [LOOK …]`.

A look is a theme and a size of text, such as dark-200; without one, there are pictures in all.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is loaded

from tests.ui.tour import LOOKS, tour

FOLDER = Path(__file__).parents[1] / "build" / "screens"


def main(words: list[str]) -> int:
    """Make the pictures, and say where they are."""
    if any(word.startswith("-") for word in words):
        print(__doc__)
        return 2
    looks = [look for look in LOOKS if look in words] or list(LOOKS)
    folders = [Path(word) for word in words if word not in LOOKS]
    folder = folders[0] if folders else FOLDER
    for look in looks:
        with TemporaryDirectory() as home:
            made = tour(Path(home), folder / look, look)
        print(f"{made} pictures in {folder / look}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
