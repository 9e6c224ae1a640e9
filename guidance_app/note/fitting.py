"""Fits the first page on one page: the longest texts give way first, and say that they go on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from math import ceil

from .note import GOES_ON, Block, Heading, Listing, Paragraph, Words
from .typefaces import printable

LINE = 80
"""How wide a line of the first page is, in letters of middling width."""

MARGIN = 22
"""How wide a line of a heading is that stands in the margin."""

ROOM = 61
"""How many lines the first page has room for, gaps counted, beside its title and its box."""

LENGTHS = (480, 400, 340, 290, 250, 210, 180, 150, 120, 100, 80, 65)
"""How wide one text may be at most, all on one line; the first that makes the page fit is taken."""

_BETWEEN_WORDS, _BETWEEN_SECTIONS = 0.25, 0.7
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
    lines = [[_lines(block) for block in shorter] for shorter in tries]
    fits = (at for at in range(len(LENGTHS)) if _height(whole, [row[at] for row in lines]) <= ROOM)
    taken = [next(fits, len(LENGTHS) - 1)] * len(whole)
    for place in range(len(whole)):
        for longer in range(taken[place]):
            grown = [*taken[:place], longer, *taken[place + 1 :]]
            if _height(whole, [row[at] for row, at in zip(lines, grown, strict=True)]) <= ROOM:
                taken = grown
                break
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
        across = (across // LINE + 1) * LINE if letter == "\n" else across + _width(letter)
        if across > length:
            return place
    return len(text)


def _height(blocks: Sequence[Block], lines: Sequence[int]) -> float:
    """Return about how many lines `blocks` take: of each section, its heading or what is beside."""
    sections = [[0.0, 0.0]]
    for block, high in zip(blocks, lines, strict=True):
        if isinstance(block, Heading):
            sections.append([ceil(len(block.text) / MARGIN), 0])
        else:
            sections[-1][1] += high + _BETWEEN_WORDS
    return sum(max(section) + _BETWEEN_SECTIONS for section in sections)


def _lines(block: Block) -> int:
    match block:
        case Words(label=label, whose=whose, spoken=spoken, cut=cut):
            before = len(label) + len(whose) + _BESIDE_LABEL
            return _high("n" * before + spoken + GOES_ON * cut)
        case Paragraph(text):
            return _high(text)
        case Listing(items):
            return sum(map(_high, items))
        case _:  # the manager's box has room of its own
            return 0


def _high(text: str) -> int:
    return sum(max(1, ceil(sum(map(_width, line)) / LINE)) for line in text.split("\n"))


@lru_cache(maxsize=4096)
def _width(letter: str) -> float:
    """Return how wide `letter` is, in letters of middling width, where a file prints it widest."""
    shown = printable(letter)
    if len(shown) > 1:
        return 1.2 * len(shown)
    return _WIDE.get(letter, 1.1 if letter < _BROAD else 3.1)
