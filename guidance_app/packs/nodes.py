"""What a pack file says before anybody asks what it means; each node knows its place."""

from dataclasses import dataclass

from guidance_app.core.problem import Place


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as it was written: `no`, `1.10` and `2024-01-05` are these letters, no more."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, block or in brackets."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keys and what stands under each, in the order written; no key comes twice."""

    entries: tuple[tuple[Text, "Node"], ...]
    place: Place

    def get(self, key: str) -> "Node | None":
        """Return what stands under `key`, or None."""
        return next((node for name, node in self.entries if name.value == key), None)

    def key(self, key: str) -> Text | None:
        """Return `key` itself as it was written, for its place, or None."""
        return next((name for name, _ in self.entries if name.value == key), None)


Node = Text | Listing | Keyed


def kind_of(node: Node) -> str:
    """Return what `node` is, in an author's words."""
    match node:
        case Text():
            return "a text"
        case Listing():
            return "a list"
        case Keyed():
            return "a set of keys"
