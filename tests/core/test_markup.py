"""The markup of pack texts is taken off, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from guidance_app.core.markup import Block, blocks, plain, terms_in


def test_a_term_keeps_its_words_and_loses_its_brackets() -> None:
    assert plain("Looking may be [covert].") == "Looking may be covert."


def test_a_term_with_a_bar_shows_the_words_before_it() -> None:
    assert plain("done [in secret|covert]") == "done in secret"


def test_strong_words_lose_their_stars() -> None:
    assert plain("Do **not** look") == "Do not look"


def test_stars_that_mark_nothing_stay() -> None:
    assert plain("2 ** 3, ** and a*b") == "2 ** 3, ** and a*b"


def test_an_empty_pair_of_brackets_stays() -> None:
    assert plain("a tick box: [] or [ ") == "a tick box: [] or [ "


@given(st.text(st.characters(blacklist_characters="*[]")))
def test_any_text_without_stars_and_brackets_is_left_alone(text: str) -> None:
    assert plain(text) == text


@given(st.text(alphabet="ab*[]| \n"))
def test_for_any_text_the_words_stay_in_their_order(text: str) -> None:
    left = iter(text)
    assert all(character in left for character in plain(text))


def test_terms_are_named_by_what_stands_after_the_bar() -> None:
    assert terms_in("[in secret|covert] and [Private information]") == (
        "covert",
        "private-information",
    )


def test_a_term_marked_twice_is_named_once() -> None:
    assert terms_in("[covert], then [hidden|covert]") == ("covert",)


def test_a_line_break_inside_a_paragraph_is_a_space() -> None:
    assert blocks("A call is\nnot enough.\n\nWrite it.") == (
        Block("A call is not enough."),
        Block("Write it."),
    )


def test_lines_with_hyphens_are_a_list_under_their_paragraph() -> None:
    assert blocks("Either:\n- an email\n- a note\n  by the manager") == (
        Block("Either:"),
        Block(items=("an email", "a note by the manager")),
    )


def test_no_words_are_no_blocks() -> None:
    assert blocks(" \n\n") == ()
