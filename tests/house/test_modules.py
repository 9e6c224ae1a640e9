"""Every file of ours has a sentence, a size, and nothing of the machine it was written on."""

import ast
import re
from pathlib import Path

from tests.house.house import PACKAGE, ROOT, files, modules, nodes, place, tree

LONGEST_FILE = 300
LONGEST_FUNCTION = 40

LONGER: dict[str, str] = {}
"""Files that may be longer, each with its reason."""

MACHINE_PATH = re.compile(r"(?<![\w./}-])/(?:work|root|opt|tmp|home)/\w")


def test_every_module_begins_with_a_sentence() -> None:
    silent = [path for path in modules() if not _is_sentence(ast.get_docstring(tree(path)))]
    assert not silent


def _is_sentence(docstring: str | None) -> bool:
    return (docstring or "").split("\n\n")[0].rstrip().endswith((".", "?", "]"))


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    long = {_name(path): count for path in modules() if (count := _lines(path)) > LONGEST_FILE}
    assert not long.keys() - LONGER.keys(), long


def test_every_exception_for_length_is_still_needed() -> None:
    assert all(_lines(ROOT / name) > LONGEST_FILE for name in LONGER)


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_function_is_longer_than_forty_lines() -> None:
    long = [
        f"{place(path, node)} {node.name}"
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert not long


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    found = [
        f"{_name(path)}:{number}: {line.strip()[:80]}"
        for path in files()
        for number, line in enumerate(_text(path).splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert not found


def _text(path: Path) -> str:
    body = path.read_bytes()
    return "" if b"\0" in body else body.decode("utf-8")


def test_nothing_reaches_for_a_global() -> None:
    rooms = [path.name for path in PACKAGE.iterdir() if path.is_dir()]
    assert not [where for where, _ in nodes(ast.Global, *rooms)]
