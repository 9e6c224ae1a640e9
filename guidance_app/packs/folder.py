"""Takes the files of a pack from the disk: few enough, small enough, and none from elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from guidance_app.core.problem import Place, Problem

from .codes import Code
from .letters import LARGEST_FILE, UNSEEN

MOST_FILES = 200
"""The most files one pack may have."""

_ENDINGS = (".yaml", ".yml")
_INSIDE = ("scenarios", "words")
_UNSEEN_IN_NAME = re.compile(f"{UNSEEN.pattern}|[\t\n\r\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The bytes of a pack's files by name, with `/` in names, and why others were left."""

    files: dict[str, bytes]
    problems: tuple[Problem, ...] = ()


def gather(folder: Path) -> Gathered:
    """Return the pack files of `folder`, and of `scenarios` and `words` in it.

    Hidden files, other folders and pipes are passed over. A link that leads out of the folder is
    not followed; of a file that is too large, no more is read than shows that it is.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    home = folder.resolve()
    for path in islice(_found(folder), MOST_FILES + 1):
        name = path.relative_to(folder).as_posix()
        if _UNSEEN_IN_NAME.search(name):
            says = "The name of this file has something in it that cannot be seen or is no text."
            hint = "Call it by small letters, digits and hyphens."
            shown = Place(_UNSEEN_IN_NAME.sub("\ufffd", name))
            problems.append(Code.UNREADABLE_FILE.at(shown, says, hint))
        elif len(files) == MOST_FILES:
            says = (
                f"The folder has more than {MOST_FILES} pack files; this and the rest are not read."
            )
            hint = "Join some of them; one file may hold many questions."
            problems.append(Code.TOO_MANY_FILES.at(Place(name), says, hint))
        elif path.is_file() and not path.resolve().is_relative_to(home):
            says = "This file is a link that leads out of the pack's folder, and is not read."
            hint = "Put the file itself into the folder."
            problems.append(Code.OUTSIDE_FOLDER.at(Place(name), says, hint))
        else:
            _take(path, name, files, problems)
    return Gathered(files, tuple(problems))


def gather_one(path: Path) -> Gathered:
    """Return the one file at `path`, as a pack of its own."""
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    _take(path, path.name, files, problems)
    return Gathered(files, tuple(problems))


def _found(folder: Path) -> Iterator[Path]:
    """Yield the pack files of `folder`, then its scenarios and translations, each by name."""
    for place in (folder, *(folder / name for name in _INSIDE)):
        inside = sorted(place.iterdir()) if place.is_dir() else []
        for path in inside:
            if path.suffix in _ENDINGS and not path.name.startswith(".") and _is_named(path):
                yield path


def _is_named(path: Path) -> bool:
    """Say whether a file is named by `path`, even one that is not there."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _take(path: Path, name: str, files: dict[str, bytes], problems: list[Problem]) -> None:
    try:
        if path.exists() and not path.is_file():  # to open a pipe is to wait for who writes into it
            says = "This is no file, but something else that the system calls by a name."
            hint = "Delete it, or put a file in its place."
            problems.append(Code.UNREADABLE_FILE.at(Place(name), says, hint))
            return
        with path.open("rb") as file:
            files[name] = file.read(LARGEST_FILE + 1)
    except OSError as error:
        says = f"This file cannot be read: {error.strerror or 'the system refused'}."
        hint = "Make sure that it is there and that you may read it."
        problems.append(Code.UNREADABLE_FILE.at(Place(name), says, hint))
