"""Keeps None alive before Python 3.12, where calls into some builds of PySide6 let go of it.

PySide6 6.12 is built so that a method which returns nothing does not count its None. Since Python
3.12 nothing needs to; before, some thousand calls later the last reference is gone, and Python ends
the program at once. Spare references cost nothing, and make that as many calls as nobody makes.
"""

import ctypes
import sys

SPARE = 1 << 40
"""How many calls more there can be."""


def spare_references(version: tuple[int, ...] = sys.version_info[:2]) -> None:
    """Give None so many references more that they cannot run out; from Python 3.12 do nothing."""
    if version < (3, 12) and sys.implementation.name == "cpython":
        count = ctypes.c_ssize_t.from_address(id(None))  # an object begins with its references
        if count.value < SPARE:
            count.value += SPARE
