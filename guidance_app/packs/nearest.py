"""Hints for an author who named what does not exist."""

from collections.abc import Collection
from difflib import get_close_matches

FEW = 8
"""How many names fit into a hint."""


def nearest(name: str, names: Collection[str]) -> str:
    """Return the one of `names` that was probably meant by `name`, or all of a few, as a hint."""
    meant = get_close_matches(name, names, n=1)
    if meant:
        return f"Did you mean '{meant[0]}'?"
    if 0 < len(names) <= FEW:
        return f"There are: {', '.join(sorted(names))}."
    return "Add it, or name another."
