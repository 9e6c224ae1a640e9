"""What the laws look at: every file of ours, and what Python makes of it."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "guidance_app"


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


def nodes(*rooms: str) -> Iterator[tuple[str, ast.AST]]:
    """Give every node of every module in these rooms, with where it stands."""
    folders = [PACKAGE / room for room in rooms]
    for path in modules():
        if any(path.is_relative_to(folder) for folder in folders):
            for node in ast.walk(tree(path)):
                yield place(path, node), node


def calls_of(name: str, *rooms: str) -> Iterator[tuple[str, ast.Call]]:
    """Give every call of something that is named `name`, with where it stands."""
    for where, node in nodes(*rooms):
        if isinstance(node, ast.Call) and called(node) == name:
            yield where, node


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
