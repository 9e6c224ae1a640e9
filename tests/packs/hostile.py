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


def asked_once(options: str) -> str:
    """Return a pack of one question with `options`."""
    return f"""\
format: 1
pack: one
title: One
version: 1.0.0
start: only
questions:
  only:
    ask: Which?
    options:
{options}
outcomes:
  end: {{title: The end, level: act, permits: nothing, may: [Go.], talk-to: [Boss.], record: [It.]}}
"""
