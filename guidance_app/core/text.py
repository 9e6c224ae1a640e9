"""What becomes of words typed, pasted or read from a file before anything else sees them."""

import re

LONGEST_TEXT = 100_000
"""The most characters one box may hold."""

_BREAKS = "\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]"
_CONTROLS = "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"
_SURROGATES = "[\ud800-\udfff]"
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")


def tidy(text: str) -> str:
    """Return `text` with every kind of line break as a newline, and no other control character.

    A vertical tab is what Word pastes for Shift+Enter, and it would break a Word file; it is a
    line break. Half a surrogate pair becomes the replacement character. Nothing else is touched.
    """
    broken = re.sub(_BREAKS, "\n", text)
    return re.sub(_SURROGATES, "\ufffd", re.sub(_CONTROLS, "", broken))


def visible(text: str) -> str:
    """Return `text` with each bidirectional override written out to be seen: ``[U+202E]``."""
    return _OVERRIDES.sub(lambda found: f"[U+{ord(found.group()):04X}]", text)


def written(text: str) -> bool:
    """Say whether `text` counts as words: blank, or one character, does not."""
    return len(text.strip()) > 1
