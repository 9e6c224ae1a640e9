"""How old a reader has to be to read a text with ease: the Flesch-Kincaid grade, no word list."""

import re
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:/]*")
_ENDING = re.compile(r"[.!?:;]+[\"'”’)\]]*(?=\s|$)|\n+")
_VOWELS = re.compile(r"[aeiouyàâèéêëîïôöûü]+")
_APART = re.compile(
    r"(?<![ctsgn])i[ao](?!u|ge?$)|nia|(?<![ctxg])iou(?=s)|(?<![cts])ie(?=n[ct])|ie(?=r(?!c)|ty?$)"
    r"|i(?=et(?:y|ies)$)|iu|[aeo]y(?=[aeo](?!d$|s?$))|[enr]yo(?=n)|(?<=[aeiouy])ing$"
    r"|(?<!g)eo(?!u|r$|ple)|(?<![qg])u[ae](?=[lnt])|uou|(?<=cr)ea(?=t(?!ur))|rea(?=l[aio]|ct)"
    r"|oe[mtv]|ao|(?<=[aeiouy][dr])ea(?=s?$)|^reu|(?<=[dst])n['’]t$|(?<=is|th)ms?$"
)
"""Where two vowels are spoken one after the other, and a syllable that is written without one."""
_SWALLOWED = re.compile(
    r"(?<=[a-z][^aeiouy])e(?=(?:ly|ty|ness|less|ful|(?<!le)ment|guard|work|what|where|hand|hold)"
    r"|(?:thing|body|one|time|line|style|self|wise)s?$)|(?<=^ev)e(?=ry)"
)
"""An e that is not spoken, before an ending or the second half of a word."""
_SILENT_PAST = re.compile(r"(?<=[^aeiouytd])ed$(?<![^aeiouy][lr]ed)|(?<=ll)ed$|(?<=rr)ed$")
_SILENT_PLURAL = re.compile(
    r"(?<=[^aeiouyscxz])es$(?<![sc]hes|[^aeiouy]res)(?<![gl]es)|(?<=[aeiouy]l)es$"
)
_SILENT = re.compile(r"(?<=[^aeiouyl])(?<![^aeiouy]r)e$|(?<=[aeiouylrw]l)e$|(?<=[aeiou][gq])ues?$")
_UNSPOKEN = ((_SWALLOWED, ""), (_SILENT_PAST, "d"), (_SILENT_PLURAL, "s"), (_SILENT, ""))

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


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Return how many syllables `word` has in English, nearly always; at least 1.

    What has no vowel is spelt out: a number by its digits, `HR` by its letters.
    """
    if not _VOWELS.search(word.lower()):
        return max(1, sum(map(str.isalnum, word)))
    letters = re.sub(r"(?<![cgsxz]e)['’]s?$", "", word.lower())
    for unspoken, left in _UNSPOKEN:
        letters = unspoken.sub(left, letters)
    return max(1, len(_VOWELS.findall(letters)) + len(_APART.findall(letters)))
