"""The core is pure: what no import shows (import-linter keeps the rest) is looked for here."""

import ast

from tests.house.house import PACKAGE, called, calls_of, nodes

PURE = {
    "__future__", "abc", "bisect", "collections", "contextlib", "dataclasses", "datetime",
    "difflib", "enum", "functools", "graphlib", "hashlib", "heapq", "itertools", "json", "math",
    "operator", "re", "string", "textwrap", "types", "typing", "unicodedata", "guidance_app",
}  # fmt: skip
"""What the core may import."""

IMPURE = {"open", "print", "input", "exec", "eval", "now", "today", "utcnow", "breakpoint"}
"""What the core may not call: the disk, the screen, the keyboard and the clock."""

ROOMS = {"core", "packs", "store", "note", "desk", "cli", "ui"}


def test_the_core_imports_only_what_is_pure() -> None:
    found = [
        f"{where} {name}"
        for where, node in nodes(ast.stmt, "core")
        for name in _imported(node)
        if name.split(".")[0] not in PURE
    ]
    assert not found


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [name.name for name in names]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
        case _:
            return []


def test_the_core_reads_no_clock_and_touches_no_disk() -> None:
    assert not [f"{where} {called(call)}" for where, call in calls_of(IMPURE, "core")]


def test_only_the_window_says_pyside() -> None:
    found = [
        where
        for where, node in nodes(ast.stmt, *(ROOMS - {"ui"}))
        for name in _imported(node)
        if name.split(".")[0] in {"PySide6", "shiboken6"}
    ]
    assert not found


def test_every_folder_is_a_room_that_has_its_place() -> None:
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert folders == ROOMS
