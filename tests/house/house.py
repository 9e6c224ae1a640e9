"""What the laws look at: every file of ours, and what Python makes of it."""

import ast
from collections.abc import Collection, Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "guidance_app"

Node = TypeVar("Node", bound=ast.AST)


@cache
def modules() -> tuple[Path, ...]:
    """Return every Python file of ours, kept in git or about to be."""
    return tuple(path for path in files() if path.suffix == ".py")


@cache
def files() -> tuple[Path, ...]:
    """Return every file that git keeps or would keep, in order; git itself is not needed."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return tuple(_kept(ROOT, [".git", *(name.rstrip("/") for name in ignored)]))


def _kept(folder: Path, ignored: list[str]) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if any(fnmatch(path.name, pattern) for pattern in ignored):
            continue
        if path.is_dir():
            yield from _kept(path, ignored)
        else:
            yield path


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax of the file at `path`."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def walked(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of the file at `path`."""
    return tuple(ast.walk(tree(path)))


def nodes(kind: type[Node], *rooms: str) -> Iterator[tuple[str, Node]]:
    """Give every node of this kind in every module of these rooms, with where it stands."""
    for path in modules():
        if path.is_relative_to(PACKAGE) and path.relative_to(PACKAGE).parts[0] in rooms:
            for node in walked(path):
                if isinstance(node, kind):
                    yield place(path, node), node


def calls_of(names: Collection[str], *rooms: str) -> Iterator[tuple[str, ast.Call]]:
    """Give every call of something that has one of these names, with where it stands."""
    for where, call in nodes(ast.Call, *rooms):
        if called(call) in names:
            yield where, call


def called(call: ast.Call) -> str:
    """Return the last word of what `call` calls."""
    match call.func:
        case ast.Attribute(attr=word) | ast.Name(id=word):
            return word
        case _:
            return ""


def place(path: Path, node: ast.AST) -> str:
    """Return where `node` stands, as an editor understands it."""
    return f"{path.relative_to(ROOT).as_posix()}:{getattr(node, 'lineno', 1)}"
