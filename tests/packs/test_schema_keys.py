"""The schema has every key that the reader asks for, and says what each is."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from guidance_app.packs.keys import Keys
from guidance_app.packs.own_tests import own_tests
from guidance_app.packs.schema import schema
from guidance_app.packs.shape import TESTS, shape
from tests.packs.full import FULL


def asked_of_every_entry(monkeypatch: pytest.MonkeyPatch) -> Mapping[str, set[str]]:
    """Return the keys that the reader asks for, by the kind of entry that it asks them of."""
    asked: dict[str, set[str]] = defaultdict(set)
    finish = Keys.finish

    def recorded(keys: Keys) -> None:
        asked[keys.what.split("'")[0].strip() or keys.what].update(keys.asked)
        asked[keys.what].update(keys.asked)
        finish(keys)

    monkeypatch.setattr(Keys, "finish", recorded)
    text = FULL.replace(
        "    reason: required\n", "    reason: required\n    fields: {who: {ask: Who}}\n"
    )
    several = text.replace("  purpose:\n", "  purpose:\n").replace(
        "may: [Ring for help.]", "may: [{say: Ring.}]"
    )
    shaped = shape({"pack.yaml": several.encode()})
    assert shaped.pack is not None
    own_tests(shaped.pack, shaped.tests, [])
    return asked


KINDS: dict[str, tuple[str, ...] | str] = {
    "this pack": (),
    "the question 'told'": ("questions",),
    "the option 'yes' of question 'told'": ("questions", "options"),
    "the field 'who'": ("questions", "fields"),
    "the duty 'ask-them'": ("duties",),
    "the outcome 'get-help'": ("outcomes",),
    "the source 'law'": ("sources",),
    "the contact 'boss'": ("contacts",),
    "the term 'look'": ("terms",),
    "the field 'looked-on'": ("fields",),
    "'limits' of this pack": "limits",
    "'says' of this pack": "says",
    "'note' of this pack": "note",
    "the scenario 'Help'": "scenarios",
    "the property": "properties",
    "the rule": "texts",
}


@pytest.mark.parametrize("what", KINDS)
def test_the_schema_has_every_key_that_the_reader_asks_for_and_no_other(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = asked_of_every_entry(monkeypatch)
    assert what in asked, sorted(asked)
    known = set(properties_of(KINDS[what]))
    extra = {"words"} if what == "this pack" else set()
    assert known - extra == asked[what]


def properties_of(way: tuple[str, ...] | str) -> Mapping[str, Any]:
    """Return the keys that the schema has for an entry, or for what stands under one key."""
    node: Any = schema()
    if isinstance(way, str):
        node = node["properties"][way]
        return unlisted(node)["properties"]  # type: ignore[no-any-return]  # a schema is JSON
    for key in way:
        node = unlisted(node["properties"][key]["additionalProperties"])
    return node["properties"]  # type: ignore[no-any-return]  # a schema is JSON


def unlisted(node: Any) -> Any:
    """Return the one thing, of a schema for one thing or a list of them."""
    return node["anyOf"][-1] if "anyOf" in node else node


def test_every_key_is_described_in_a_sentence() -> None:
    def described(node: Any, way: str = "") -> Iterator[str]:
        if isinstance(node, dict):
            for key, below in node.get("properties", {}).items():
                if isinstance(below, dict) and "description" not in below:
                    yield f"{way}/{key}"
            for key, below in node.items():
                yield from described(below, f"{way}/{key}")
        if isinstance(node, list):
            for below in node:
                yield from described(below, way)

    plain = {"all", "any", "not", "duty", "when", "to", "say", "contact", "by", "on", "whenever"}
    plain |= {"expect"}
    missing = [way for way in described(schema()) if way.rsplit("/", 1)[-1] not in plain]
    assert missing == []


def test_tests_of_a_pack_are_among_the_keys() -> None:
    assert set(TESTS) <= set(properties_of(()))
