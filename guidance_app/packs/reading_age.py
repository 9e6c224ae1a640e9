"""How old somebody has to be to read a text with ease, by the Flesch-Kincaid grade; no list of words."""

import re
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:/]*")
_ENDING = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s|$)|\n+")
_VOWELS = frozenset("aeiouy")
_SPOKEN_APART = re.compile(r"i[aou](?!u)|e[ao](?=tion|l$|list|um)|ua(?=l|t)|[aeo]i?ing$|y[aeiou]")
_SPOKEN_AS_ONE = re.compile(r"[ct]i(?=[ao])|si(?=on)|gi(?=on|a|ou)|qu|gu(?=a|e)|ci(?=ous|al)")
_SILENT = re.compile(r"(?<![aeiouy])(?:(?<!l)e|(?<=[aeiouyrl]l)e|(?<=[aeiouy]r)e)$")


def words(text: str) -> list[str]:
    """Return the words of `text`; the parts of a hyphenated word count for themselves."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of `text` that have words in them; a line break ends one."""
    ends = [0, *(found.end() for found in _ENDING.finditer(text)), len(text)]
    return [part for a, b in pairwise(ends) if _WORD.search(part := text[a:b].strip())]


def reading_age(text: str) -> float:
    """Return the age in years at which `text` is read with ease; 5 is the least.

    The Flesch-Kincaid grade (Kincaid and others, 1975) counts school years, which begin at 5.
    """
    spoken = words(text)
    if not spoken:
        return 5.0
    length = len(spoken) / len(sentences(text))
    grade = 0.39 * length + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59
    return max(5.0, grade + 5)


def syllables(word: str) -> int:
    """Return how many syllables `word` has in English, nearly always; at least 1."""
    letters = re.sub(r"['’]s$", "", word.lower())
    raise NotImplementedError(letters)
