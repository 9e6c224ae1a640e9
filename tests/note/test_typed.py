"""What a worker typed comes out as typed, in every form."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guidance_app.core.text import LONGEST_TEXT
from guidance_app.note.build import build
from guidance_app.note.note import Note
from guidance_app.note.typefaces import printable
from guidance_app.note.wording import typed
from tests.note.reading import FORMS, words_in
from tests.note.small import FIND, IDLE, NOW, PACK, PRESSED_YES, WERE_TOLD, record_of

TROUBLE = (
    '#read("x") $x$ *b* _i_ `raw` <label> @ref // no /* no */ \\u{41} [a](b)',
    '<img src="x" onerror=alert(1)> & &amp; <!-- --> </p></html>',
    "\"quoted\" 'single' “curly” … -- --- ->",
    "first\vsecond\r\nthird\u2028fourth",
    "  two  spaces   and\ta tab",
    "👩🏽‍🚒 ❤️ 😀 🇬🇧 1️⃣",
    "=HYPERLINK(1) {{x}} %s {0}",
    "]]> <?xml ?> \x00\x07\x1b[31m",
    "override \u202e txt.exe \u2066x\u2069",
    "漢字 हिन्दी বাংলা \ue000 \ufeff \ufffd",
    "half \ud83d pair",
)

LATIN = st.characters(codec="utf-8", max_codepoint=0x24F)
ODD = st.sampled_from("“”‘’–—…•€😀❤🚒漢字\ufffd\u200d\ufe0f\u2029\ue000")
TEXTS = st.text(LATIN | ODD, min_size=1, max_size=120).filter(lambda text: text.strip())


def note_of(reason: str) -> Note:
    answers = (replace(FIND, reason=reason), PRESSED_YES, WERE_TOLD)
    return build(PACK, record_of(answers), NOW)


def bare(text: str) -> str:
    """Return `text` without the white space and unseen letters that a PDF's reader may lose."""
    kept = (c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cf", "Mn"))
    return unicodedata.normalize("NFKC", "".join(kept))


@pytest.mark.parametrize("form", [form for form in FORMS if form != "pdf"])
@pytest.mark.parametrize("reason", TROUBLE)
def test_trouble_comes_out_as_typed(form: str, reason: str) -> None:
    assert typed(reason) in words_in(note_of(reason), form)


@pytest.mark.parametrize("reason", TROUBLE)
def test_trouble_comes_out_of_a_pdf_as_typed_or_written_out(reason: str) -> None:
    assert bare(printable(typed(reason))) in bare(words_in(note_of(reason), "pdf"))


@pytest.mark.parametrize("reason", ["שלום עולם", "مرحبا بالعالم، نعم", "abc שלום 12"])
def test_words_from_right_to_left_come_out_of_a_pdf_whole(reason: str) -> None:
    words = words_in(note_of(reason), "pdf")
    assert all(word in words or word[::-1] in words for word in reason.split())


def test_an_accent_typed_on_its_own_comes_out_of_a_pdf_on_its_letter() -> None:
    assert "Ame\u0301lie" in words_in(note_of("Ame\u0301lie said so."), "pdf")


@given(TEXTS)
@example("\v")
@settings(max_examples=100)
def test_any_text_comes_out_of_text_html_and_json_as_typed(reason: str) -> None:
    note = note_of(f"a{reason}b")
    said = typed(f"a{reason}b")
    assert all(said in words_in(note, form) for form in ("text", "html", "json"))


@given(TEXTS)
@settings(max_examples=25)
def test_any_text_comes_out_of_word_as_typed(reason: str) -> None:
    assert typed(f"a{reason}b") in words_in(note_of(f"a{reason}b"), "docx")


@given(TEXTS)
@settings(max_examples=40)
def test_any_text_comes_out_of_a_pdf_as_typed_or_written_out(reason: str) -> None:
    words = bare(words_in(note_of(f"a{reason}b"), "pdf"))
    assert bare(printable(typed(f"a{reason}b"))) in words


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_any_text_at_all_makes_a_pdf(reason: str) -> None:
    assert words_in(build(PACK, record_of((replace(IDLE, reason=reason),)), NOW), "pdf")


@pytest.mark.parametrize("form", FORMS)
def test_the_longest_text_comes_out_whole(form: str) -> None:
    reason = ("word " * (LONGEST_TEXT // 5))[:-4] + "last"
    words = words_in(note_of(reason), form)
    assert words.split().count("word") >= reason.split().count("word")


def test_a_line_break_of_word_becomes_a_line_break() -> None:
    assert "first\nsecond" in words_in(note_of("first\vsecond"), "docx")


def test_a_bidirectional_override_is_shown_rather_than_obeyed() -> None:
    assert "[U+202E]" in words_in(note_of("a\u202eb"), "text")
