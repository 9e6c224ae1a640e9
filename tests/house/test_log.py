"""A log never holds a word of a case: what is logged is a literal, a number or a type's name."""

import ast
from collections.abc import Iterator

from tests.house.house import PACKAGE, calls_of

LEVELS = ("debug", "info", "warning", "error", "critical", "exception", "log")
LOGS = {"log", "logger", "logging", "_log", "_logger", "LOG", "_LOG"}
ROOMS = tuple(path.name for path in PACKAGE.iterdir() if path.is_dir())


def test_only_literals_numbers_and_names_of_types_are_logged() -> None:
    found = [
        where
        for where, call in calls_of(LEVELS, *ROOMS)
        if _is_log(call) and not all(map(_is_harmless, _given(call)))
    ]
    assert not found


def _is_log(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(value=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in LOGS
        case _:
            return False


def _given(call: ast.Call) -> Iterator[ast.expr]:
    yield from call.args
    yield from (keyword.value for keyword in call.keywords)


def _is_harmless(word: ast.expr) -> bool:
    match word:
        case ast.Constant() | ast.Attribute(attr="__name__"):
            return True
        case ast.Call(func=ast.Name(id="len")):
            return True
        case _:
            return False
