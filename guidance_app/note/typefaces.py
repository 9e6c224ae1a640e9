"""The typefaces that a PDF carries, and how a letter that none of them holds is shown."""

import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from guidance_app.shipped import shipped

FILES = (
    ("Inter", "fonts", "Inter-Regular.ttf"),
    ("Noto Sans Hebrew", "typeface", "NotoSansHebrew-Regular.ttf"),
    ("Noto Sans Arabic", "typeface", "NotoSansArabic-Regular.ttf"),
    ("Noto Emoji", "typeface", "NotoEmoji-Regular.ttf"),
)
"""Each family in the order in which it is tried, and the file that says which letters it holds."""

FAMILIES = tuple(family for family, _, _ in FILES)

_UNSEEN = frozenset(
    (
        0x00AD,
        0x034F,
        *range(0x200B, 0x2010),
        0x2060,
        *range(0xFE00, 0xFE10),
        *range(0xE0020, 0xE0080),
    )
)
"""Letters that are never seen but shape what is beside them. Every typeface lets them through."""

_LOST = frozenset((0x061C, 0x115F, 0x1160, 0x180E, 0x3164, 0xFEFF, 0xFFA0))
"""Letters that are never seen and that a PDF would lose or refuse: they are written out."""

_WINDOWS = ((3, 10), (3, 1))
"""Where a font says which letters it holds: all of Unicode, or else its first 65,536."""


def folders() -> tuple[Path, ...]:
    """Return where the typefaces are: in the package, or beside it in a checkout."""
    return tuple(dict.fromkeys(shipped("resources") / folder for _, folder, _ in FILES))


def printable(text: str) -> str:
    """Return `text` with what no shipped typeface holds written out, such as ``[U+6F22]``.

    A letter and the marks on it have to come from one typeface; marks that do not are written out.
    A tab becomes four spaces.
    """
    text = text.replace("\t", "    ")
    if stand_alone(text):
        return text
    return "".join(chain.from_iterable(map(_shown, _clusters(text))))


def stand_alone(text: str) -> bool:
    """Say whether the first typeface holds every letter of `text`, and none joins another."""
    return text.isascii() or _plain().issuperset(text)


def runs_from_the_right(text: str) -> bool:
    """Say whether the first letter of `text` that has a direction runs from right to left."""
    ways = map(unicodedata.bidirectional, text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def _clusters(text: str) -> Iterator[str]:
    """Yield each letter with the marks and unseen letters that follow it."""
    start = 0
    for place, letter in enumerate(text):
        if place > start and not (_joins(letter) or text[place - 1] == "\u200d"):
            yield text[start:place]
            start = place
    yield text[start:]


def _joins(letter: str) -> bool:
    return ord(letter) in _UNSEEN or unicodedata.category(letter).startswith("M")


def _shown(cluster: str) -> Iterator[str]:
    wanted = {ord(letter) for letter in cluster} - _UNSEEN - {0x0A}
    fonts = _held()
    first = next((font for font in fonts if ord(cluster[0]) in font), frozenset[int]())
    font = next((font for font in fonts if wanted <= font), first)
    for letter in cluster:
        code = ord(letter)
        kept = code in font or code in _UNSEEN or letter == "\n"
        yield letter if kept else f"[U+{code:04X}]"


@cache
def _held() -> tuple[frozenset[int], ...]:
    """Return the letters of each typeface; those of private use mean nothing and are left out."""
    shipped = {folder.name: folder for folder in folders()}
    return tuple(
        frozenset(
            code
            for code in _letters((shipped[folder] / name).read_bytes())
            if code not in _LOST and unicodedata.category(chr(code)) not in ("Co", "Cc")
        )
        for _, folder, name in FILES
    )


@cache
def _plain() -> frozenset[str]:
    """Return the letters that the first typeface holds, and that are never part of another."""
    letters = {chr(code) for code in _held()[0] - _UNSEEN}
    return frozenset({"\n", *(letter for letter in letters if not _joins(letter))})


def _letters(font: bytes) -> Iterator[int]:
    """Yield every code point that `font` maps to a glyph, from its 'cmap' table."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries = (struct.unpack_from(">4s4xL", font, 12 + 16 * number) for number in range(count))
    start = dict(entries)[b"cmap"]
    (maps,) = struct.unpack_from(">H", font, start + 2)
    places = (struct.unpack_from(">HHL", font, start + 4 + 8 * number) for number in range(maps))
    found = {(platform, kind): start + at for platform, kind, at in places}
    at = next(found[kind] for kind in _WINDOWS if kind in found)
    (form,) = struct.unpack_from(">H", font, at)
    yield from _spans_of_all(font, at) if form == 12 else _spans_of_first(font, at)  # noqa: PLR2004  # a format's own number


def _spans_of_all(font: bytes, at: int) -> Iterator[int]:
    (groups,) = struct.unpack_from(">L", font, at + 12)
    for number in range(groups):
        first, last, _ = struct.unpack_from(">LLL", font, at + 16 + 12 * number)
        yield from range(first, last + 1)


def _spans_of_first(font: bytes, at: int) -> Iterator[int]:
    (twice,) = struct.unpack_from(">H", font, at + 6)
    count = twice // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts, shifts, offsets = (
        struct.unpack_from(f">{count}H", font, at + 16 + twice * part) for part in (1, 2, 3)
    )
    table = at + 16 + 3 * twice
    for number in range(count):
        for code in range(firsts[number], lasts[number] + 1):
            glyph = code + shifts[number]
            if offsets[number]:
                place = table + 2 * number + offsets[number] + 2 * (code - firsts[number])
                (glyph,) = struct.unpack_from(">H", font, place)
            if glyph % 0x10000:
                yield code
