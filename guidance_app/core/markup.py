"""The small markup of pack texts: paragraphs, lists, `**strong**`, `[term]` for the glossary."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .ids import TermId

_TERM = re.compile(r"\[([^\[\]|\n]{1,80})(?:\|([^\[\]|\n]{1,80}))?\]")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*")
_ITEM = re.compile(r"\s*[-•]\s+(.*)")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as one plain line; or, where there are `items`, a list."""

    text: str = ""
    items: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return a pack's `text` without its markup; what is no markup stays as it was typed.

    Only for the words of a pack. A person's own words have no markup and are never passed here.
    """
    if "[" not in text and "*" not in text:
        return text
    return _STRONG.sub(r"\1", _TERM.sub(r"\1", text))


def terms_in(text: str) -> tuple[TermId, ...]:
    """Return the ids of the glossary terms that `text` marks, each once, in order.

    In `[in secret|covert]` the id stands after the bar; in `[Directed surveillance]` the words are
    the id, in lower case with hyphens for spaces.
    """
    return tuple(dict.fromkeys(_marked(text)))


def blocks(text: str) -> tuple[Block, ...]:
    """Return a pack's `text` as plain paragraphs and lists.

    A blank line ends a paragraph, a line that begins with a hyphen and a space is an item, and any
    other line break is only where the author's line ended.
    """
    found: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", plain(text).strip()):
        said, *items = _joined(paragraph)
        if said:
            found.append(Block(said))
        if items:
            found.append(Block(items=tuple(items)))
    return tuple(found)


def _marked(text: str) -> Iterator[TermId]:
    for found in _TERM.finditer(text):
        words, name = found.groups()
        yield TermId((name or words).strip().lower().replace(" ", "-"))


def _joined(paragraph: str) -> list[str]:
    """Return what stands before the first item, and then the items, each on one line."""
    lines: list[list[str]] = [[]]
    for line in paragraph.splitlines():
        if item := _ITEM.fullmatch(line):
            lines.append([item.group(1).strip()])
        else:
            lines[-1].append(line.strip())
    return [" ".join(filter(None, line)) for line in lines]
