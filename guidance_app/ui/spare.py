"""Keeps None, True and False alive before Python 3.12, where some builds of PySide6 let go of them.

PySide6 6.12 is built so that a method which returns one of them does not count it. Since 3.12
nothing needs to; before, some thousand calls later the last reference is gone, and Python ends the
program at once. Spare references cost nothing, and make that as many calls as nobody makes.
"""

import ctypes
import sys

ALONE: tuple[object, ...] = (None, True, False, NotImplemented)
"""The objects of which there is one each, and which methods in C return without a thought."""

SPARE = 1 << 40
"""How many calls more there can be."""


def spare_references(version: tuple[int, ...] = sys.version_info[:2]) -> None:
    """Give each of ALONE so many references more that they cannot run out, where it needs any."""
    if version >= (3, 12) or sys.implementation.name != "cpython":
        return
    for one in ALONE:
        count = ctypes.c_ssize_t.from_address(id(one))  # an object begins with its references
        if count.value < SPARE:
            count.value += SPARE
