"""A note written as JSON is read back as the note that it was; anything else is refused."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_app.core.pack import Part
from guidance_app.core.refusal import NewerFormat, Refusal
from guidance_app.note.as_json import from_json, to_json
from guidance_app.note.build import build, legal_request
from guidance_app.note.note import Note
from tests.note.small import EVERY_FIELD, FIND, LEAVE, LOOK, NOW, PACK, record_of

NOTE = build(PACK, record_of(), NOW)


def changed(**parts: Any) -> bytes:
    return json.dumps({**json.loads(to_json(NOTE)), **parts}).encode()


@pytest.mark.parametrize("answers", [LOOK, LEAVE, (FIND,), ()])
@pytest.mark.parametrize("part", [None, *Part])
def test_a_note_is_read_back_equal(answers: Any, part: Part | None) -> None:
    note = build(PACK, record_of(answers, practice=True), NOW, part)
    assert from_json(to_json(note)) == note


def test_a_request_for_legal_advice_is_read_back_equal() -> None:
    note = legal_request(PACK, record_of(), NOW)
    assert from_json(to_json(note)) == note


@given(st.text())
def test_a_note_of_any_text_is_read_back_equal(text: str) -> None:
    note = build(PACK, record_of(fields={**EVERY_FIELD, "seen": text}), NOW)
    assert from_json(to_json(note)) == note


def test_it_says_what_it_is_and_its_version() -> None:
    file = json.loads(to_json(NOTE))
    assert (file["kind"], file["format"]) == ("guidance-app note", 1)


def test_a_newer_version_is_refused_as_such() -> None:
    with pytest.raises(NewerFormat):
        from_json(changed(format=2, more="later"))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b"[" * 100_000,
        changed(kind="another"),
        changed(extra=1),
        changed(blocks=[{"block": "script"}]),
        changed(blocks=[{"block": "heading", "level": 1, "text": "Title"}]),
        changed(blocks=[{"block": "paragraph", "text": "a\u0000b", "tone": "plain"}]),
        changed(blocks=[{"block": "table", "header": ["a"], "rows": [["b", "c"]]}]),
    ],
    ids=range(11),
)
def test_what_is_no_note_is_refused(body: bytes) -> None:
    with pytest.raises(Refusal):
        from_json(body)


@pytest.mark.parametrize("made_at", ["yesterday", "2026-11-23T10:30:00"])
def test_a_note_made_at_no_time_is_refused(made_at: str) -> None:
    with pytest.raises(Refusal):
        from_json(to_json(replace(NOTE, made_at=made_at)))


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_or_refused(body: bytes) -> None:
    try:
        read = from_json(body)
    except Refusal:
        return
    assert isinstance(read, Note)
