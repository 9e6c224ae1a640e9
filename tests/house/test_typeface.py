"""The typeface ships with the program, under the name everything asks for, with its licence."""

import struct
from pathlib import Path

import pytest

from tests.house.house import ROOT

FONTS = ROOT / "resources" / "fonts"
FILES = sorted(FONTS.glob("*.ttf"))

FAMILY, TYPOGRAPHIC_FAMILY = 1, 16
WINDOWS_ENGLISH = (3, 1, 0x409)


def test_two_weights_ship() -> None:
    assert [path.name for path in FILES] == ["Inter-Regular.ttf", "Inter-SemiBold.ttf"]


def test_its_licence_ships_beside_it() -> None:
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_its_family_is_inter(path: Path) -> None:
    names = _names(path.read_bytes())
    assert names.get(TYPOGRAPHIC_FAMILY, names[FAMILY]) == "Inter"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_its_weight_is_fixed(path: Path) -> None:
    assert b"fvar" not in _tables(path.read_bytes())


def _tables(font: bytes) -> dict[bytes, int]:
    """Return where each table of `font` begins."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(count))
    return {tag: offset for tag, _, offset, _ in entries}


def _names(font: bytes) -> dict[int, str]:
    """Return the English names in `font` by their number."""
    start = _tables(font)[b"name"]
    _, count, texts = struct.unpack_from(">HHH", font, start)
    entries = (struct.unpack_from(">6H", font, start + 6 + 12 * number) for number in range(count))
    return {
        name: font[start + texts + at :][:length].decode("utf-16-be")
        for *language, name, length, at in entries
        if tuple(language) == WINDOWS_ENGLISH
    }
