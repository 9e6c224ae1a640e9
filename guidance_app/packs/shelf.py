"""Finds packs: those on the shelf by name, others by where they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from guidance_app.core.ids import PackId
from guidance_app.core.problem import in_order
from guidance_app.core.refusal import Refusal

from .folder import Gathered, gather, gather_one
from .keys import is_id
from .nodes import Keyed, Text
from .reader import read
from .shape import Shaped, extended, shape

MOST_EXTENDED = 5
"""How many packs may extend each other in a row."""

MOST_PACKS = 200
"""The most packs that one folder of the shelf may hold."""

_FIRST = "pack.yaml"


@dataclass(frozen=True, slots=True)
class Listed:
    """A pack on the shelf, as its first file names it; `readable` is whether that file can be read.

    Nothing has been checked: a pack that is listed may still have errors.
    """

    id: PackId
    title: str
    version: str
    status: str
    folder: Path
    readable: bool = True


class Shelf:
    """Folders that hold packs, each pack in a folder of its own with a `pack.yaml`."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Keep to `folders`, the first of which wins where two hold a pack of one name."""
        self._folders = tuple(folders)

    def packs(self) -> tuple[Listed, ...]:
        """Return every pack on the shelf, by folder and name; the disk is read each time.

        Of two that are called the same the first is on it, and the other is not.
        """
        listed = dict[str, Listed]()
        for folder in self._inside():
            one = _listed(folder)
            listed.setdefault(one.id, one)
        return tuple(listed.values())

    def load(self, name: str | Path) -> Shaped:
        """Return the pack `name`: an id or a folder's name on the shelf, a folder or a file.

        Raises:
            Refusal: there is no such pack, or its folder cannot be read.

        """
        return shaped_of(self.gathered(name))

    def gathered(self, name: str | Path) -> Gathered:
        """Return the files of the pack `name`, and of what it extends. Raises what `load` does."""
        try:
            return self._gathered(name)
        except OSError as error:
            because = error.strerror or "the system refused"
            says = f"The pack '{name}' cannot be read: {because}."
            raise Refusal(says, "Make sure that you may read its folder.") from error

    def _gathered(self, name: str | Path) -> Gathered:
        path = (self._named(str(name)) if is_id(str(name)) else None) or Path(name)
        if path.is_dir():
            gathered = self._whole(path)
        elif path.is_file():
            gathered = gather_one(path)
        else:
            raise self._no_such_pack(str(name))
        if not gathered.files and not gathered.problems:
            says = f"There is no pack in the folder '{name}'."
            raise Refusal(says, "A pack is a folder with a file called 'pack.yaml' in it.")
        return gathered

    def _whole(self, folder: Path, above: tuple[Path, ...] = ()) -> Gathered:
        """Return the files of the pack in `folder`, and of those that it extends inside of it.

        What it extends stands in `folder`, beside it, or on the shelf. One that extends itself, or
        is the last of a long row, is left out, and so is not there.
        """
        gathered = gather(folder)
        name = extended(gathered.files)
        base = self._base(folder, name) if is_id(name) else None
        if base is None or base in above or len(above) == MOST_EXTENDED:
            return gathered
        under = self._whole(base, (*above, base))
        files = {f"{name}/{file}": data for file, data in under.files.items()}
        inside = (
            replace(problem, place=replace(problem.place, file=f"{name}/{problem.place.file}"))
            for problem in under.problems
        )
        return Gathered({**gathered.files, **files}, (*gathered.problems, *inside))

    def _base(self, folder: Path, name: str) -> Path | None:
        """Return the folder of the pack `name` that the one in `folder` extends, or None."""
        near = (place for place in (folder / name, folder.resolve().parent / name))
        found = next((place for place in near if (place / _FIRST).is_file()), None)
        return found if found is not None and found != folder else self._named(name)

    def _named(self, name: str) -> Path | None:
        """Return the folder of the pack on the shelf that is called `name`, or None."""
        for folder in self._inside():
            if folder.name == name:
                return folder
        return next((listed.folder for listed in self.packs() if listed.id == name), None)

    def _inside(self) -> Iterator[Path]:
        """Yield the folder of every pack on the shelf."""
        for folder in self._folders:
            if folder.is_dir():
                inside = (path.parent for path in sorted(folder.glob(f"*/{_FIRST}")))
                yield from islice(inside, MOST_PACKS)

    def _no_such_pack(self, name: str) -> Refusal:
        known = [listed.id for listed in self.packs()]
        meant = get_close_matches(name, known, n=1)
        if meant:
            hint = f"Did you mean '{meant[0]}'?"
        elif known:
            hint = f"On the shelf: {', '.join(known)}. Or give a folder or a file."
        else:
            hint = "The shelf is empty. Give a folder or a file."
        return Refusal(f"There is no pack called '{name}'.", hint)


def shaped_of(gathered: Gathered) -> Shaped:
    """Return the pack that the files are, if all of them could be taken."""
    shaped = shape(gathered.files)
    if not gathered.problems:
        return shaped
    return replace(shaped, pack=None, problems=in_order(shaped.problems + gathered.problems))


def _listed(folder: Path) -> Listed:
    """Return how the first file of the pack in `folder` names it."""
    data = gather_one(folder / _FIRST).files.get(_FIRST, b"")
    root, problems = read(_FIRST, data)
    entries = root.entries if isinstance(root, Keyed) else ()
    says = {key.value: node.value.strip() for key, node in entries if isinstance(node, Text)}
    return Listed(
        id=PackId(says.get("pack") or folder.name),
        title=says.get("title") or folder.name,
        version=says.get("version", ""),
        status=says.get("status") or "draft",
        folder=folder,
        readable="pack" in says and not problems,
    )
