"""What the laws look at: every file of ours, and what Python makes of it."""

import ast
import subprocess
from collections.abc import Collection, Iterator
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
    """Return every file that git keeps or would keep, in order."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    paths = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    return tuple(path for path in paths if path.is_file())


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
