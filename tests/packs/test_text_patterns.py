"""A pattern of a rule about words is read, or refused with a sentence; none can take for ever."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidance_app.packs.text_patterns import LONGEST_TEXT, BadPatternError, pattern_of

FOREVER = [
    "(a+)+b",
    "(a*)*b",
    "(a|a)*b",
    "(a|aa)+b",
    "(a?){30}b",
    "(a|b){30}",
    ".*.*b",
    "a+a+b",
    "a*[ab]*b",
    "(a|a)" * 40,
    "a?" * 40,
    "a{0,200}a{0,200}",
    "(((a|a)(a|a))((a|a)(a|a)))" * 5,
    "a{1,}.{2,}b",
]


@pytest.mark.parametrize("pattern", FOREVER)
def test_a_pattern_that_could_take_for_ever_is_refused(pattern: str) -> None:
    with pytest.raises(BadPatternError, match=r"too many ways|repeats the group"):
        pattern_of(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(",
        "a)",
        "(?=a)",
        "(?P<name>a)",
        "(?i)a",
        r"(a)\1",
        r"\Aa",
        r"a\q",
        "a**",
        "a*+",
        "*a",
        "[a",
        "[]",
        "[[a]]",
        "[a--b]",
        "[z-a]",
        "{2}",
        "a{3,2}",
        "a\\",
        "a" * 301,
    ],
)
def test_a_pattern_that_is_none_of_ours_is_refused_with_a_sentence(pattern: str) -> None:
    with pytest.raises(BadPatternError, match=r"^The pattern .*\.$"):
        pattern_of(pattern)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("danger|risk", "Any RISK today", True),
        ("act on (a|any) (real )?(risk|danger)", "Act on any risk", True),
        ("act on (a|any) (real )?(risk|danger)", "Act on real risk", False),
        ("not .*to find (another|somebody else)", "Do not use it to find another", True),
        (r"section \d", "See section 5.6", True),
        (r"legal decide\b", "legal decides", False),
        (r"breach\?", "A breach?", True),
        (r"Officer \(decides", "officer (decides", True),
        ("[Ww]rit(ten|e)", "written", True),
        ("colou?r", "color", True),
        ("e{2}", "feet", True),
        ("^a", "ba", False),
        ("a|", "b", True),
    ],
)
def test_words_are_found(pattern: str, text: str, found: bool) -> None:
    assert (pattern_of(pattern).search(text) is not None) is found


@given(st.text(alphabet="ab.()[]{}|*+?\\^$-,2 &~", max_size=12) | st.text(max_size=12))
@example("[a&&b]")
@example("[a||b]")
def test_any_text_is_a_pattern_or_is_refused_and_nothing_else_happens(text: str) -> None:
    with suppress(BadPatternError):
        assert pattern_of(text).pattern == text


def test_the_slowest_pattern_there_may_be_comes_to_an_end() -> None:
    slowest = "|".join(f"{letter}?.*!" for letter in "abcde")
    assert pattern_of(slowest).search("a" * LONGEST_TEXT) is None
