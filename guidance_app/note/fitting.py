"""Fits the first page on one page: the longest texts give way first, and say that they go on."""

import re
from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from .note import GOES_ON, Block, Listing, Paragraph, Words

LINE = 84
"""About how many letters stand on a line of the first page."""

ROOM = 47
"""How many lines of words the first page has room for, beside its title and the manager's box."""

LENGTHS = (480, 400, 340, 290, 250, 210, 180, 150, 120, 100, 80)
"""How long one text may be at most; the first that makes the page fit is taken."""

_BESIDE_LABEL = 3
_NARROW = 0x300
_WORD = re.compile(r"\w{4,}")


def fitted(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return `blocks` with texts shortened, all to the same length, until they have room."""
    whole = tuple(blocks)
    for length in LENGTHS:
        cut = tuple(_shortened(block, length) for block in whole)
        if sum(map(_lines, cut)) <= ROOM:
            break
    return cut


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


def _lines(block: Block) -> int:
    """Return about how many lines `block` takes on the first page."""
    match block:
        case Words(label=label, aside=aside):
            before = len(label) + len(aside) + _BESIDE_LABEL
            after = f" {GOES_ON}" if block.cut else ""
            return _high(" " * before + block.spoken + after)
        case Paragraph(text):
            return _high(text)
        case Listing(items):
            return sum(map(_high, items))
        case _:  # room for headings and for the manager's box is set apart
            return 0


def _high(text: str) -> int:
    return sum(max(1, ceil(_wide(line) / LINE)) for line in text.split("\n"))


def _wide(line: str) -> int:
    """Return about how wide `line` is, in letters: what is not Latin takes the room of two."""
    return len(line) if line.isascii() else sum(1 + (ord(letter) >= _NARROW) for letter in line)
