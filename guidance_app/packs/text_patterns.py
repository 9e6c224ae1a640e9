"""The patterns that a rule about words may have: a part of regular expressions that ends soon."""

import re
from dataclasses import dataclass

LONGEST_TEXT = 2_000
"""The most characters of a text that is searched."""

LONGEST_PATTERN = 300
"""The most characters of a pattern."""

MOST_WAYS = 20_000
"""In how many ways a pattern may be tried at one place of the longest text.

A search tries one after the other where the first fails, at every place of the text. One `.*` has
as many ways as the text has characters; two in a row have their product, which is too many.
"""

_LETTER = r"[^\\\[\](){}|*+?]"
_ESCAPED = r"\\(?:[bBdDsSwW]|[^a-zA-Z0-9])"
_SET = r"\[\^?(?:[\w '’,.;:!?()/\"]|-(?!-)|\\[dswDSW\-\]\[\\^])+\]"
_ATOM = re.compile(f"{_LETTER}|{_ESCAPED}|{_SET}")
_REPEAT = re.compile(r"(?:([*+?])|\{([0-9]{1,3})(?:(,)([0-9]{1,3})?)?\})\??")


class BadPatternError(ValueError):
    """Why a pattern cannot be used: a sentence for the author."""


def pattern_of(text: str) -> re.Pattern[str]:
    """Return `text` as a pattern that finds words in any case, or raise BadPatternError.

    What it may hold: letters, `.`, `^`, `$`, `|`, sets such as `[a-z]`, groups, the escapes of
    classes and of marks; `*`, `+`, `?` and `{1,3}` after a letter or a set, and `?` after a group.
    """
    if len(text) > LONGEST_PATTERN:
        raise BadPatternError(f"The pattern is longer than {LONGEST_PATTERN} characters.")
    parts = _Parts(text)
    ways = parts.choice()
    if parts.at < len(text):
        raise BadPatternError(f"The pattern has a ')' too many, after '{text[: parts.at]}'.")
    if ways > MOST_WAYS:
        raise BadPatternError("The pattern can be tried in too many ways, and could take for ever.")
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error as error:
        raise BadPatternError(f"The pattern cannot be read: {error}.") from error


@dataclass(slots=True)
class _Parts:
    """A pattern as it is read from the left; each method returns in how many ways its part goes."""

    text: str
    at: int = 0

    def choice(self) -> int:
        """Read what stands between bars: one or the other."""
        ways = self.row()
        while self.text.startswith("|", self.at):
            self.at += 1
            ways += self.row()
        return ways

    def row(self) -> int:
        """Read one part after the other: every way of one with every way of the next."""
        ways = 1
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            if self.text[self.at] == "(":
                ways *= self.group()
            else:
                ways *= self.atom()
            ways = min(ways, MOST_WAYS + 1)
        return ways

    def group(self) -> int:
        """Read a group; it may be left out, but never repeated."""
        begin = self.at
        self.at += 1
        if self.text.startswith("?", self.at):
            raise BadPatternError("The pattern has '(?', which is not for rules about words.")
        ways = self.choice()
        if not self.text.startswith(")", self.at):
            raise BadPatternError(f"The pattern does not close '{self.text[begin:]}'.")
        self.at += 1
        if self.text[self.at : self.at + 1] in ("*", "+", "{"):
            raise BadPatternError(f"The pattern repeats the group '{self.text[begin : self.at]}'.")
        return ways + self.times() - 1  # left out is one way more

    def atom(self) -> int:
        """Read one letter, escape or set, and how often it may stand there."""
        found = _ATOM.match(self.text, self.at)
        if found is None:
            raise BadPatternError(f"The pattern cannot be read from '{self.text[self.at :]}' on.")
        self.at = found.end()
        return self.times()

    def times(self) -> int:
        """Read a repetition, if one is there: how many numbers of times it allows."""
        found = _REPEAT.match(self.text, self.at)
        if found is None:
            return 1
        self.at = found.end()
        sign, least, comma, most = found.groups()
        if sign == "?":
            return 2
        if sign or (comma and not most):
            return LONGEST_TEXT
        return abs(int(most or least) - int(least)) + 1
