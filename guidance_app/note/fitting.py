"""Fits the first page on one page: the longest texts give way first, and say that they go on."""

import re
from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from .note import GOES_ON, Block, Heading, Listing, Paragraph, Words

LINE = 84
"""About how many letters stand on a line of the first page."""

MARGIN = 22
"""About how many letters of a heading stand on a line beside the page."""

ROOM = 60
"""How many lines of words the first page has room for, gaps counted, beside its title and its box."""

LENGTHS = (480, 400, 340, 290, 250, 210, 180, 150, 120, 100, 80, 65)
"""How long one text may be at most; the first that makes the page fit is taken."""

_BESIDE_LABEL = 3
_BETWEEN_WORDS, _BETWEEN_SECTIONS = 0.25, 0.7
_NARROW = 0x300
_WORD = re.compile(r"\w{4,}")


def fitted(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return `blocks` with texts shortened, all to the same length, until they have room.

    What room is left then goes to the texts in their order, so that the first are told most fully.
    """
    whole = list(blocks)
    for length in LENGTHS:
        cut = [_shortened(block, length) for block in whole]
        if _height(cut) <= ROOM:
            break
    for place, block in enumerate(whole):
        for length in LENGTHS:
            longer = [*cut[:place], _shortened(block, length), *cut[place + 1 :]]
            if _height(longer) <= ROOM:
                cut = longer
                break
    return tuple(cut)


def says_again(label: str, title: str) -> bool:
    """Say whether `label` says what `title` says: all longer words of one are in the other."""
    first, second = (frozenset(_WORD.findall(words.lower())) for words in (label, title))
    return bool(first and second) and (first <= second or second <= first)


def _shortened(words: Block, length: int) -> Block:
    """Return typed `words` with about `length` letters at most, cut between words if it can be."""
    if not isinstance(words, Words) or not words.typed:
        return words
    kept, left = [], length - len(GOES_ON) * (len(words.text) > length)
    for line in words.text.split("\n"):
        if left <= 0:
            break
        kept.append(line[:left])
        left -= max(len(line), LINE) if len(words.text) > left else len(line) + 1
    text = "\n".join(kept)
    if text == words.text:
        return words
    whole = text.rsplit(None, 1)[0] if text.split(None, 1)[1:] else text
    return replace(words, text=whole.rstrip(), cut=True)


def _height(blocks: Iterable[Block]) -> float:
    """Return about how many lines `blocks` take: of each section, its heading or what is beside."""
    sections = [[0.0, 0.0]]
    for block in blocks:
        if isinstance(block, Heading):
            sections.append([ceil(len(block.text) / MARGIN), 0])
        else:
            sections[-1][1] += _lines(block) + _BETWEEN_WORDS
    return sum(max(section) + _BETWEEN_SECTIONS for section in sections)


def _lines(block: Block) -> int:
    match block:
        case Words(label=label, whose=whose, spoken=spoken, cut=cut):
            before = len(label) + len(whose) + _BESIDE_LABEL
            return _high(" " * before + spoken + GOES_ON * cut)
        case Paragraph(text):
            return _high(text)
        case Listing(items):
            return sum(map(_high, items))
        case _:  # the manager's box has room of its own
            return 0


def _high(text: str) -> int:
    return sum(max(1, ceil(_wide(line) / LINE)) for line in text.split("\n"))


def _wide(line: str) -> int:
    """Return about how wide `line` is, in letters: what is not Latin takes the room of two."""
    return len(line) if line.isascii() else sum(1 + (ord(letter) >= _NARROW) for letter in line)
