"""The schema that editors use and the reader take the same keys and refuse the same things."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from guidance_app.core.problem import Severity
from guidance_app.packs.own_tests import own_tests
from guidance_app.packs.schema import schema
from guidance_app.packs.shape import Shaped, shape
from guidance_app.shipped import shipped
from tests.packs.full import FULL
from tests.packs.overlays import HEAD, LEAD

Parsed = dict[str, Any]


class Yaml12(yaml.SafeLoader):
    """Reads YAML as editors do, where `on` and `no` are words; only true and false are not."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in known if not tag.endswith(":bool")]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))

VALIDATOR = jsonschema.Draft202012Validator(schema())
OVERLAY = jsonschema.Draft202012Validator(schema(overlay=True))


def as_an_editor_reads(text: str) -> Parsed:
    """Return the file as a YAML parser that knows kinds reads it, and JSON tells it on."""
    found = json.loads(json.dumps(yaml.load(text, Yaml12), default=str))  # noqa: S506 – a safe one
    assert isinstance(found, dict)
    return found


def as_text(text: str) -> Parsed:
    """Return the file with every scalar as the text that was written."""
    found = yaml.load(text, yaml.BaseLoader)  # noqa: S506 – BaseLoader makes only texts
    assert isinstance(found, dict)
    return found


def refused_by_reader(data: Parsed) -> bool:
    """Say whether the reader finds an error in the shape of the pack."""
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    return bool(errors(shape({"pack.yaml": text.encode()})))


def errors(shaped: Shaped) -> list[str]:
    problems = list(shaped.problems)
    if shaped.pack is not None:
        own_tests(shaped.pack, shaped.tests, problems)
    return [str(p) for p in problems if p.severity is Severity.ERROR]


FILES = sorted(Path(shipped("rules"), "england").rglob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@pytest.mark.parametrize("read", [as_an_editor_reads, as_text])
def test_every_file_of_england_is_sound_by_the_schema(file: Path, read: Any) -> None:
    assert [e.message for e in VALIDATOR.iter_errors(read(file.read_text("utf-8")))] == []


def test_the_schema_is_a_schema() -> None:
    for whole in (schema(), schema(overlay=True)):
        jsonschema.Draft202012Validator.check_schema(whole)


@pytest.mark.parametrize("read", [as_an_editor_reads, as_text])
def test_a_pack_with_everything_and_an_overlay_are_sound_by_both(read: Any) -> None:
    assert [e.message for e in VALIDATOR.iter_errors(read(FULL))] == []
    assert errors(shape({"pack.yaml": FULL.encode()})) == []
    over = HEAD + LEAD + "contacts:\n  boss: {how: 01632 960001}\n"
    assert [e.message for e in OVERLAY.iter_errors(read(over))] == []
    assert list(VALIDATOR.iter_errors(read(over)))


def places(node: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the way to every set of keys."""
    if isinstance(node, dict):
        yield way
        for key, below in node.items():
            yield from places(below, (*way, key))
    if isinstance(node, list):
        for number, below in enumerate(node):
            yield from places(below, (*way, number))


def inside(data: Parsed, way: tuple[str | int, ...]) -> Parsed:
    node: Any = data
    for step in way:
        node = node[step]
    assert isinstance(node, dict)
    return node


CLAIMS = {"when", "whenever", "any-of-whenever", "expect"}
"""Under these any key may be the id of a question; that there is none is for the checker."""

WAYS = [way for way in places(as_text(FULL)) if way and not CLAIMS & set(way)]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: "/".join(map(str, way)))
def test_a_key_that_means_nothing_is_refused_by_both(way: tuple[str | int, ...]) -> None:
    data = as_text(FULL)
    inside(data, way)["No_Such_Key"] = "x"
    open_ = way[-1] in ("given", "fields") and "scenarios" in way
    assert refused_by_reader(data) or open_
    assert list(VALIDATOR.iter_errors(data)) or way[-1] == "given"


REQUIRED = {
    ("questions", "told"): ("ask",),
    ("questions", "told", "options", "no"): ("say",),
    ("outcomes", "get-help"): ("title", "level", "permits"),
    ("duties", "ask-them"): ("say",),
    ("sources", "law"): ("title",),
    ("contacts", "boss"): ("role",),
    ("terms", "look"): ("term", "means"),
    ("fields", "looked-on"): ("ask",),
    ("note", "sections", "first"): ("title",),
    ("scenarios", 0): ("name", "given"),
    ("properties", 0): ("name",),
    ("texts", 0): ("name", "kind"),
}


@pytest.mark.parametrize(("way", "key"), [(way, key) for way in REQUIRED for key in REQUIRED[way]])
def test_what_is_required_is_missed_by_both(way: tuple[str | int, ...], key: str) -> None:
    data = as_text(FULL)
    del inside(data, way)[key]
    assert refused_by_reader(data)
    assert list(VALIDATOR.iter_errors(data))


WORDS = {
    ("questions", "told", "kind"): "maybe",
    ("questions", "told", "reason"): "maybe",
    ("questions", "told", "part"): "maybe",
    ("questions", "told", "reason-can-wait"): "maybe",
    ("outcomes", "get-help", "level"): "loud",
    ("outcomes", "get-help", "permits"): "all",
    ("outcomes", "get-help", "short-note"): "maybe",
    ("sources", "law", "kind"): "hearsay",
    ("sources", "law", "read"): "twice",
    ("sources", "law", "review-by"): "soon",
    ("fields", "looked-on", "kind"): "several",
    ("fields", "looked-on", "voice"): "loud",
    ("fields", "looked-on", "for-permits"): ["all"],
    ("limits", "reading-age"): "old",
    ("properties", 0, "mode"): "sometimes",
    ("properties", 0, "strength"): "may",
    ("texts", 0, "kind"): "must-sing",
    ("texts", 0, "parts"): ["song"],
    ("scenarios", 0, "on"): "soon",
    ("review-by",): "soon",
    ("status",): "finished",
    ("format",): "one",
}


@pytest.mark.parametrize("way", WORDS, ids=lambda way: "/".join(map(str, way)))
def test_a_word_that_is_none_of_those_allowed_is_refused_by_both(
    way: tuple[str | int, ...],
) -> None:
    data = as_text(FULL)
    inside(data, way[:-1])[str(way[-1])] = WORDS[way]
    assert refused_by_reader(data)
    assert list(VALIDATOR.iter_errors(data))


TEXT_WAYS = [
    ("title",),
    ("questions", "told", "ask"),
    ("questions", "told", "options", "no", "say"),
    ("outcomes", "get-help", "title"),
    ("sources", "law", "title"),
    ("contacts", "boss", "role"),
    ("terms", "look", "means"),
    ("says", "every-page"),
    ("steps", "first"),
]


@pytest.mark.parametrize("way", TEXT_WAYS, ids="/".join)
@pytest.mark.parametrize("wrong", [["a"], {"a": "b"}])
def test_anything_but_a_text_is_refused_by_both(way: tuple[str, ...], wrong: object) -> None:
    data = as_text(FULL)
    inside(data, way[:-1])[way[-1]] = wrong
    assert refused_by_reader(data)
    assert list(VALIDATOR.iter_errors(data))
