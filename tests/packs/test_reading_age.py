"""Syllables are counted as they are spoken, and long words in long sentences read older."""

import pytest

from guidance_app.packs.reading_age import YOUNGEST, reading_age, sentences, syllables, words

SPOKEN = {
    1: "look page asked told harm their would child looked seems use judge court school stopped "
    "those names case have friends through trust HR",
    2: "danger reason worker children open police being before needed private public record "
    "happened money after table little cases create client safety someone centre council's",
    3: "agreement authorise supervise evidence social important another surveillance officer "
    "assessment decision family idea media somebody manager's safeguarding serious guardian 999",
    4: "authority application investigate information obligation security society experience",
    5: "opportunity organisation communications",
    6: "proportionality",
}
COUNTED = [(word, count) for count, line in SPOKEN.items() for word in line.split()]


def test_at_least_nine_words_in_ten_are_counted_as_they_are_spoken() -> None:
    wrong = {word: (count, syllables(word)) for word, count in COUNTED if syllables(word) != count}
    assert len(wrong) <= len(COUNTED) // 10, wrong


def test_no_word_is_off_by_more_than_one() -> None:
    assert all(abs(syllables(word) - count) <= 1 for word, count in COUNTED)


@pytest.mark.parametrize(
    ("text", "count"),
    [("One. Two.", 2), ("He said so. “Yes.” Then", 3), ("A list:\n- one\n- two", 3), ("...", 0)],
)
def test_sentences_end_where_a_reader_rests(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_parts_of_a_hyphenated_word_count_for_themselves() -> None:
    assert words("a follow-up, don't") == ["a", "follow", "up", "don't"]


def test_nothing_is_read_at_the_least_age() -> None:
    assert reading_age("") == YOUNGEST


def test_a_plain_sentence_reads_younger_than_a_legal_one() -> None:
    plain = reading_age("Ask your manager first. Write down what they say.")
    legal = reading_age(
        "Authorisation necessitates contemporaneous documentation demonstrating proportionality."
    )
    assert plain < 10
    assert legal > 18
