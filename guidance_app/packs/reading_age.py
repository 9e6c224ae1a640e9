"""How old a reader has to be to read a text with ease: the Flesch-Kincaid grade, no word list."""

import re
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:/]*")
_ENDING = re.compile(r"[.!?:;]+[\"'”’)\]]*(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouy]+")
_APART = re.compile(
    r"i[ao](?!us?\b)|[aeiou]ing$|eo(?!u|r\b|ple)|ua[lt]|ue[nl]|iu|eate|rea[tl](?:[ei]|$)|uou|yi|aye|ier|iet|uing"
)
_TOGETHER = re.compile(r"[ctsg]i[ao]|[ct]ie|qu[aeio]|gu[aei](?!l)|rea[tl]$")
_SILENT = re.compile(
    r"(?<=[^aeiouy])e(?=ly$|ness$|ful|ment|less$|thing)|(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[lrw]l)e$"
)
_SILENT_PLURAL = re.compile(r"(?<=[^aeiouyscxz])es$(?<![sc]hes)(?<!ges)(?<!les)|(?<=[aeiouy]l)es$")
_SILENT_PAST = re.compile(
    r"(?<=[^aeiouytd])ed$(?<![^aeiouy]led)(?<![^aeiouy]red)|(?<=ll)ed$|(?<=rr)ed$"
)

YOUNGEST = 5.0
"""The age at which school begins, and the least that is given."""


def words(text: str) -> list[str]:
    """Return the words of `text`; the parts of a hyphenated word count for themselves."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of `text` that have words; a colon or a line break ends one as well."""
    ends = [0, *(found.end() for found in _ENDING.finditer(text)), len(text)]
    return [part for a, b in pairwise(ends) if _WORD.search(part := text[a:b].strip())]


def reading_age(text: str) -> float:
    """Return the age in years at which `text` is read with ease; 5 is the least.

    The Flesch-Kincaid grade (Kincaid and others, 1975) counts school years, which begin at 5.
    """
    spoken = words(text)
    if not spoken:
        return YOUNGEST
    length = len(spoken) / len(sentences(text))
    grade = 0.39 * length + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59
    return max(YOUNGEST, grade + YOUNGEST)


def syllables(word: str) -> int:
    """Return how many syllables `word` has in English, nearly always; at least 1."""
    letters = re.sub(r"['’]s?$", "", word.lower())
    letters = _SILENT_PAST.sub("d", _SILENT_PLURAL.sub("s", letters))
    letters = _SILENT.sub("", letters)
    apart = len(_APART.findall(letters)) - len(_TOGETHER.findall(letters))
    groups = len(_VOWELS.findall(letters))
    return max(1, groups + max(0, apart))
