"""A PDF is tagged for anyone's reader, says what it is, and carries its own typefaces."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from guidance_app.note.as_pdf import as_pdf
from guidance_app.note.build import build
from guidance_app.note.note import Words
from guidance_app.note.typefaces import _plain, stand_alone
from tests.note.reading import pages
from tests.note.small import LEAVE, NOW, PACK, record_of

NOTE = build(PACK, record_of(practice=True), NOW)


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(as_pdf(NOTE))) as opened:
        yield opened


def tags(node: Any) -> Iterator[str]:
    """Yield the tag of every element under `node`, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield str(node.S)
        if "/K" in node:
            yield from tags(node.K)


def test_it_says_that_it_keeps_to_pdf_ua_1(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"


def test_it_is_tagged(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.MarkInfo.Marked


def test_its_language_is_british_english(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en-GB"


def test_its_title_is_that_of_the_note_with_its_mark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as told:
        assert told["dc:title"] == f"{NOTE.marks[0]} – {NOTE.title}"


def test_a_reader_shows_its_title_rather_than_its_name(pdf: pikepdf.Pdf) -> None:
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_it_was_made_when_the_note_was(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261123103000")


def test_it_names_nobody(pdf: pikepdf.Pdf) -> None:
    assert "/Author" not in pdf.docinfo


def test_its_headings_skip_no_level(pdf: pikepdf.Pdf) -> None:
    found = [int(tag[2:]) for tag in tags(pdf.Root.StructTreeRoot) if tag[:2] == "/H" and tag[2:]]
    steps = zip([0, *found], found, strict=False)
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in steps)


def test_its_tables_have_headers(pdf: pikepdf.Pdf) -> None:
    assert "/TH" in set(tags(pdf.Root.StructTreeRoot))


def test_its_lists_are_lists(pdf: pikepdf.Pdf) -> None:
    assert {"/L", "/LI"} <= set(tags(pdf.Root.StructTreeRoot))


def test_it_carries_every_typeface_that_it_uses(pdf: pikepdf.Pdf) -> None:
    fonts = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary)]
    described = [font for font in fonts if font.get("/Type") == "/FontDescriptor"]
    assert described
    assert all("/FontFile2" in font or "/FontFile3" in font for font in described)


def test_every_page_has_its_number_and_what_every_page_says() -> None:
    found = pages(as_pdf(NOTE))
    assert all(f"Page {n} of {len(found)}" in page for n, page in enumerate(found, 1))


def test_every_page_is_marked() -> None:
    assert all(NOTE.marks[0] in page for page in pages(as_pdf(NOTE)))


@pytest.mark.parametrize("long", ["abcdefghij" * 40, "0123456789" * 40, "élève" * 80])
def test_a_word_that_is_longer_than_a_line_is_broken_and_none_of_it_lost(long: str) -> None:
    note = replace(NOTE, blocks=(Words("", f"Before {long} after.", typed=True),))
    text = "".join(pages(as_pdf(note))).replace("\n", "").replace("\u200b", "")
    assert long in text
    assert "after." in text


def test_a_short_note_is_one_page() -> None:
    assert len(pages(as_pdf(build(PACK, record_of(LEAVE), NOW)))) == 1


def in_a_title(words: str) -> bytes:
    return as_pdf(replace(NOTE, title=words, blocks=NOTE.blocks[:1]))


def looked_for(monkeypatch: pytest.MonkeyPatch, sought: bool) -> None:
    """Let letters to be put together be looked for in every note, or in none."""
    monkeypatch.setattr("guidance_app.note.as_pdf.stand_alone", lambda _told: not sought)


def test_letters_that_stand_alone_look_the_same_where_none_is_put_together(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Every letter of the typeface, beside those that change most readily."""
    words = " ".join(f"i{letter}A{letter}j" for letter in sorted(_plain() - {"\n"}))
    assert stand_alone(words)
    made = in_a_title(words)
    looked_for(monkeypatch, True)
    assert in_a_title(words) == made


@pytest.mark.parametrize("words", ["A\u20dd", "i\u0363", "\U0001f469\u200d\U0001f467"])
def test_letters_that_are_put_together_are_looked_for(
    monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    made = in_a_title(words)
    looked_for(monkeypatch, True)
    assert in_a_title(words) == made
    looked_for(monkeypatch, False)
    assert in_a_title(words) != made


def test_a_language_without_a_region_makes_a_pdf() -> None:
    assert as_pdf(replace(NOTE, language="cy")).startswith(b"%PDF")
