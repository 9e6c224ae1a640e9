"""The first page is shortened until it fits, the last texts most, and says that it goes on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_app.note.fitting import fitted, says_again
from guidance_app.note.note import Block, Heading, Paragraph, Words


def page(*texts: str) -> tuple[Block, ...]:
    return tuple(b for t in texts for b in (Heading(2, "About"), Words("Why?", t, typed=True)))


def texts_of(blocks: tuple[Block, ...]) -> list[Words]:
    return [block for block in blocks if isinstance(block, Words)]


def test_what_has_room_is_told_in_full() -> None:
    assert fitted(page("A few words.", "And more.")) == page("A few words.", "And more.")


def test_what_is_shortened_says_so() -> None:
    assert all(words.cut for words in texts_of(fitted(page(*["word " * 400] * 20))))


def test_the_first_texts_are_told_most_fully() -> None:
    found = [len(words.text) for words in texts_of(fitted(page(*["word " * 90] * 12)))]
    assert found == sorted(found, reverse=True)


def test_the_words_of_a_pack_are_never_shortened() -> None:
    given_words = (Words("Purpose", "word " * 400), Paragraph("word " * 400))
    assert fitted(given_words) == given_words


def test_line_breaks_take_room_too() -> None:
    (words,) = texts_of(fitted(page("a\n" * 400)))
    assert words.text.count("\n") < 10


@given(st.lists(st.text(max_size=900), max_size=12))
def test_any_text_is_whole_or_begins_as_it_was_typed(texts: list[str]) -> None:
    found = texts_of(fitted(page(*texts)))
    assert all(
        words.text == text or (words.cut and text.startswith(words.text))
        for words, text in zip(found, texts, strict=True)
    )


@pytest.mark.parametrize(
    ("label", "title", "again"),
    [
        ("What do you need from your manager?", "What I need from you", True),
        ("What will you do instead, or next?", "What I will do instead or next", True),
        ("Whose idea was it?", "My doubts", False),
        ("", "My doubts", False),
    ],
)
def test_a_label_that_says_its_heading_again_is_known(label: str, title: str, again: bool) -> None:
    assert says_again(label, title) is again
