"""Puts hostile packs into folders, each with one thing that no honest author would write."""

import os
from collections.abc import Callable
from pathlib import Path

from tests.packs.small import PACK

Build = Callable[[Path], object]
"""Puts a hostile pack into an empty folder."""


def files(**others: str | bytes) -> Build:
    """Return what writes files, by name without `.yaml`; `pack` is the small pack if not given."""

    def build(folder: Path) -> None:
        for name, said in {"pack": PACK, **others}.items():
            raw = said.encode() if isinstance(said, str) else said
            (folder / f"{name}.yaml").write_bytes(raw)

    return build


def swapped(old: str, new: str) -> Build:
    """Return what writes the small pack with `new` in place of the first `old`."""
    assert old in PACK
    return files(pack=PACK.replace(old, new, 1))


def added(more: str) -> Build:
    """Return what writes the small pack with `more` at its end."""
    return files(pack=PACK + more)


def with_file(name: str, make: Callable[[Path], object]) -> Build:
    """Return what writes the small pack, and has `make` put something called `name` beside it."""

    def build(folder: Path) -> None:
        files()(folder)
        (folder / name).parent.mkdir(exist_ok=True, parents=True)
        make(folder / name)

    return build


def links_to(target: str) -> Callable[[Path], object]:
    """Return what makes a link to `target`."""
    return lambda path: path.symlink_to(target)


def many(count: int) -> Callable[[Path], object]:
    """Return what writes `count` empty files."""

    def make(path: Path) -> None:
        for number in range(count):
            path.with_name(f"{number:04}.yaml").touch()

    return make


def closed(path: Path) -> None:
    """Write a file that nobody may read (an administrator may, and finds nothing in it)."""
    path.touch(mode=0o000)


def pipe(path: Path) -> None:
    """Make a pipe into which nobody writes; whoever opens it waits."""
    os.mkfifo(path)


OUTCOMES = """\
outcomes:
  end: {title: The end, level: act, permits: nothing, may: [Go.], talk-to: [Boss.], record: [It.]}
"""


def asked(start: str, questions: str, more: str = "") -> Build:
    """Return what writes a pack of `questions`, with one outcome called `end`."""
    head = f"format: 1\npack: odd\ntitle: Odd\nversion: 1.0.0\nstart: {start}\n"
    return files(pack=f"{head}questions:\n{questions}{OUTCOMES}{more}")


def one(options: str) -> str:
    """Return a question called `only` with `options`."""
    return f"  only:\n    ask: Which?\n    options:\n{options}"


def several(count: int, onward: str) -> str:
    """Return a question of which `count` options can be chosen together."""
    named = "".join(f"      o{n}: {{say: Number {n}}}\n" for n in range(count))
    return f"{one(named)}    kind: several\n    next: {onward}\n"


def chain(count: int, last: str) -> str:
    """Return questions one after the other, `q0` first, that lead to `last`."""
    onward = [*(f"q{n}" for n in range(1, count)), last]
    return "".join(
        f"  q{n}:\n    ask: Which is {n}?\n    options:\n"
        f"      a: {{say: A, next: {to}}}\n      b: {{say: B, next: {to}}}\n"
        for n, to in enumerate(onward)
    )


def each_to_each(count: int, *, back: bool) -> str:
    """Return questions each of which leads to each later one, and to the earlier ones too."""
    return "".join(
        f"  q{n}:\n    ask: Which is {n}?\n    options:\n      end: {{say: End, next: end}}\n"
        + "".join(
            f"      a{to}: {{say: On to {to}, next: q{to}}}\n"
            for to in range(0 if back else n + 1, count)
        )
        for n in range(count)
    )


def listed(count: int, line: str) -> str:
    """Return `line` for each of `count` numbers, in place of `#`."""
    return "".join(line.replace("#", str(number)) for number in range(count))
