"""Hints about words that could name or find somebody. Every name and number here is invented."""

import pytest

from guidance_app.core.hints import reference_hint, text_hint


@pytest.mark.parametrize("text", ["Anna Muster", "Anna-Marie O’Example Muster", "Jo Ann Muster"])
def test_a_reference_that_looks_like_a_full_name_gets_a_hint(text: str) -> None:
    assert "full name" in reference_hint(text)


@pytest.mark.parametrize("text", ["4471", "JT", "Case 4471", "AM/4471", "", "Case 4471 JT"])
def test_case_numbers_and_initials_get_none(text: str) -> None:
    assert reference_hint(text) == ""


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Ring her on 07700 900123 after six", "phone number"),
        ("or +44 7700 900123", "phone number"),
        ("NHS 943 476 5919", "NHS number"),
        ("write to anna@muster.example", "e-mail"),
        ("she posts as @anna_muster", "social network"),
        ("https://www.instagram.com/annamuster/", "social network"),
        ("DOB 1.2.2010", "date of birth"),
        ("born on 01/02/2010", "date of birth"),
    ],
)
def test_what_could_find_somebody_gets_a_hint(text: str, what: str) -> None:
    assert what in text_hint(text)


@pytest.mark.parametrize(
    "text",
    [
        "Asked on 14 and 18 November; the market office has no list for December.",
        "Log number 4471 at 14:32.",
        "Visited on 18/11/2026, no answer.",
        "943 476 5918",
    ],
)
def test_ordinary_reasons_get_none(text: str) -> None:
    assert text_hint(text) == ""
