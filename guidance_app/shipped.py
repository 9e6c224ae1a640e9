"""Where what comes with the program is: its packs, themes and typefaces."""

from pathlib import Path


def shipped(name: str) -> Path:
    """Return the folder `name` of the program: in a wheel, or beside the package in a checkout."""
    package = Path(__file__).parent
    inside = package / name
    return inside if inside.is_dir() else package.parent / name
