"""Where each entry and each text of a pack stands in its files, found only when somebody asks."""

from collections.abc import Iterator, Mapping

from guidance_app.core.problem import Place, PlacePath

from .nodes import Keyed, Listing, Node, Text

_Found = tuple[Place, Node]


class Places(Mapping[PlacePath, Place]):
    """The place of every entry of a pack by the way to it, in the keys of the files.

    `places["questions", "danger", "options", "no", "next", 0, "to"]` is where that word stands. An
    entry stands where its key does; a text, where the text begins.
    """

    def __init__(self, root: Keyed) -> None:
        """Look paths up in `root`, the joined files of a pack."""
        self._root = root
        self._indexed: dict[int, dict[str | int, _Found]] = {}

    def __getitem__(self, path: PlacePath) -> Place:
        """Return the place of `path`."""
        found = self._find(path)
        if found is None:
            raise KeyError(path)
        return found[0]

    def __iter__(self) -> Iterator[PlacePath]:
        """Yield every path, in the order written."""
        waiting: list[tuple[PlacePath, Node]] = [((), self._root)]
        while waiting:
            path, node = waiting.pop()
            yield path
            inner = [((*path, name), below) for name, (_, below) in self._index(node).items()]
            waiting.extend(reversed(inner))

    def __len__(self) -> int:
        """Return how many paths there are."""
        return sum(1 for _ in self)

    def near(self, path: PlacePath, word: str = "") -> Place:
        """Return the place of `path` or of the nearest entry round it; of `word` if inside."""
        while (found := self._find(path)) is None:
            path = path[:-1]
        place, node = found
        return next((text.place for text in _texts(node) if text.value == word), place)

    def _find(self, path: PlacePath) -> _Found | None:
        found: _Found = (self._root.place, self._root)
        for name in path:
            below = self._index(found[1]).get(name)
            if below is None:
                return None
            found = below
        return found

    def _index(self, node: Node) -> dict[str | int, _Found]:
        """Return what stands directly inside `node`, by key or by number."""
        known = self._indexed.get(id(node))
        if known is None:
            known = self._indexed[id(node)] = dict(_inside(node))
        return known


def near(places: Mapping[PlacePath, Place], path: PlacePath) -> Place:
    """Return the place of `path`, or of the nearest entry round it."""
    while path and path not in places:
        path = path[:-1]
    return places.get(path) or Place("pack.yaml")


def _inside(node: Node) -> Iterator[tuple[str | int, _Found]]:
    match node:
        case Keyed(entries):
            for key, below in entries:
                yield key.value, (below.place if isinstance(below, Text) else key.place, below)
        case Listing(items):
            for number, below in enumerate(items):
                yield number, (below.place, below)


def _texts(node: Node) -> Iterator[Text]:
    """Yield every key and text inside `node`, in the order written."""
    match node:
        case Text():
            yield node
        case Listing(items):
            for item in items:
                yield from _texts(item)
        case Keyed(entries):
            for key, below in entries:
                yield key
                yield from _texts(below)
