"""Fits the first page on one page: the longest texts give way first, and say that they go on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from .note import GOES_ON, Block, Heading, Listing, Paragraph, Words
from .typefaces import printable


class _Layout(NamedTuple):
    """How a form of the note lays the first page out.

    `line` is how wide a line is, in letters of middling width; `room` how many lines there are,
    gaps counted, beside the title and the manager's box; then the gaps, in lines. A heading stands
    in a margin so many letters wide or, where there is none, above its section.
    """

    line: int
    room: float
    between_words: float
    between_sections: float
    margin: int = 0


_IN_PDF = _Layout(80, 61, 0.25, 0.7, margin=22)
_IN_WORD = _Layout(97, 60, 0.15, 1.6)

LENGTHS = (480, 400, 340, 290, 250, 210, 180, 150, 120, 100, 80, 65)
"""How wide one text may be at most, all on one line; the first that makes the page fit is taken."""

_BESIDE_LABEL = 3
_WIDTHS = {"iljtfrI.,;:'|!()[] ": 0.6, "mwMW@%": 1.7, "ABCDEFGHJKLNOPQRSTUVXYZ": 1.35}
_WIDE = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_BROAD = "\u2190"
"""Where arrows, signs and pictures begin, which are wider than letters."""

_WORD = re.compile(r"\w{4,}")


def fitted(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return `blocks` with texts shortened, all to the same length, until they have room.

    What room is left then goes to the texts in their order, so that the first are told most fully.
    """
    whole = tuple(blocks)
    tries = [[_shortened(block, length) for length in LENGTHS] for block in whole]
    across = [[_across(block) for block in shorter] for shorter in tries]
    lines = {
        layout: [[_high(widths, layout.line) for widths in row] for row in across]
        for layout in (_IN_PDF, _IN_WORD)
    }

    def fit(taken: Sequence[int]) -> bool:
        return all(
            _height(whole, [row[at] for row, at in zip(rows, taken, strict=True)], layout)
            <= layout.room
            for layout, rows in lines.items()
        )

    shortest = len(LENGTHS) - 1
    alike = ([at] * len(whole) for at in range(shortest))
    taken = next(filter(fit, alike), [shortest] * len(whole))
    for place in range(len(whole)):
        longer = ([*taken[:place], at, *taken[place + 1 :]] for at in range(taken[place]))
        taken = next(filter(fit, longer), taken)
    return tuple(shorter[at] for shorter, at in zip(tries, taken, strict=True))


def says_again(label: str, title: str) -> bool:
    """Say whether `label` says what `title` says: all longer words of one are in the other."""
    first, second = (frozenset(_WORD.findall(words.lower())) for words in (label, title))
    return bool(first and second) and (first <= second or second <= first)


def _shortened(words: Block, length: int) -> Block:
    """Return typed `words` at most about `length` wide, cut between words where there are any."""
    if not isinstance(words, Words) or not words.typed:
        return words
    if _reach(words.text, length) == len(words.text):
        return words
    text = words.text[: max(1, _reach(words.text, length - len(GOES_ON)))]
    whole = text.rsplit(None, 1)[0] if text.split(None, 1)[1:] else text
    return replace(words, text=whole.rstrip(), cut=True)


def _reach(text: str, length: int) -> int:
    """Return how many letters of `text` go into `length`; a line break takes the rest of a line."""
    across = 0.0
    for place, letter in enumerate(text):
        across = (
            (across // _IN_PDF.line + 1) * _IN_PDF.line
            if letter == "\n"
            else across + _width(letter)
        )
        if across > length:
            return place
    return len(text)


def _height(blocks: Sequence[Block], lines: Sequence[int], layout: _Layout) -> float:
    """Return about how many lines `blocks` take: of each section, its heading or what is beside."""
    sections = [[0.0, 0.0]]
    for block, high in zip(blocks, lines, strict=True):
        if isinstance(block, Heading):
            sections.append([ceil(len(block.text) / layout.margin) if layout.margin else 0, 0])
        else:
            sections[-1][1] += high + layout.between_words
    return sum(max(section) + layout.between_sections for section in sections)


def _across(block: Block) -> list[float]:
    """Return how wide each line of `block` would be, were it never broken."""
    match block:
        case Words(label=label, whose=whose, spoken=spoken, cut=cut):
            before = len(label) + len(whose) + _BESIDE_LABEL
            said = ["n" * before + spoken + GOES_ON * cut]
        case Paragraph(text):
            said = [text]
        case Listing(items):
            said = [*items]
        case _:  # the manager's box has room of its own
            said = []
    return [sum(map(_width, line)) for text in said for line in text.split("\n")]


def _high(widths: Sequence[float], line: int) -> int:
    """Return how many lines there are once each is broken that is wider than `line`."""
    return sum(max(1, ceil(width / line)) for width in widths)


@lru_cache(maxsize=4096)
def _width(letter: str) -> float:
    """Return how wide `letter` is, in letters of middling width, where a file prints it widest."""
    shown = printable(letter)
    if len(shown) > 1:
        return 1.2 * len(shown)
    return _WIDE.get(letter, 1.1 if letter < _BROAD else 3.1)
