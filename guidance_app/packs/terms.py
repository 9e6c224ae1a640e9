"""Finds the glossary terms that are marked in a text: `[covert]`, or `[in secret|covert]`."""

import re
from collections.abc import Iterator

from guidance_app.core.ids import TermId

_MARKED = re.compile(r"\[([^\[\]|\n]{1,80})(?:\|([^\[\]|\n]{1,80}))?\]")


def marked(text: str) -> Iterator[TermId]:
    """Yield the id of each term that `text` marks; without a bar, its words are the id."""
    for found in _MARKED.finditer(text):
        words, name = found.groups()
        yield TermId((name or words).strip().lower().replace(" ", "-"))
