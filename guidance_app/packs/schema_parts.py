"""The pieces that a JSON Schema of the pack format is put together from."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from .keys import LONGEST_ID

Schema = dict[str, object]
"""A JSON Schema, or a part of one, as JSON's own values."""

TEXT: Schema = {"$ref": "#/$defs/text"}
TEXTS: Schema = {"$ref": "#/$defs/texts"}
TRUTH: Schema = {"enum": [True, False, "true", "false", "yes", "no"]}
DAY: Schema = {"type": "string", "pattern": r"^\s*(\d{4}-\d{2}-\d{2})?\s*$"}
NUMBER: Schema = {
    "anyOf": [
        {"type": "integer", "minimum": 1},
        {"type": "string", "pattern": r"^\s*([1-9]\d*)?\s*$"},
    ]
}
CONDITION: Schema = {"$ref": "#/$defs/condition"}
NEXT: Schema = {"$ref": "#/$defs/next"}
LINES: Schema = {"$ref": "#/$defs/lines"}

TEXT_OF_ANY_KIND: Schema = {"type": ["string", "number", "boolean", "null"]}
"""Every scalar is text to the reader, whatever an editor takes it for."""


def said(schema: Schema, description: str) -> Schema:
    """Return `schema` with what an editor shows beside the key."""
    return {**schema, "description": description}


def keyed(keys: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """Return a set of exactly these keys."""
    schema: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": dict(keys),
    }
    needed = list(required)
    return {**schema, "required": needed} if needed else schema


def entries(entry: Schema) -> Schema:
    """Return a set of ids, each with what stands under it."""
    names: Schema = {"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": LONGEST_ID}
    return {"type": "object", "propertyNames": names, "additionalProperties": entry}


def listed(entry: Schema) -> Schema:
    """Return a list; one thing alone is a list of one."""
    return {"anyOf": [{"type": "array", "items": entry}, entry]}


def one_of(*words: StrEnum | str) -> Schema:
    """Return exactly one of some words."""
    return {"enum": [str(word) for word in words]}


def some_of(*words: StrEnum | str) -> Schema:
    """Return one or more of some words."""
    return listed(one_of(*words))


def either(*schemas: Schema) -> Schema:
    """Return any one of `schemas`."""
    return {"anyOf": list(schemas)}
