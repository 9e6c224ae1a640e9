"""The packs a person can use: those on the shelf, and those kept with the records made by them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from guidance_app.called import CALLED
from guidance_app.core.refusal import Refusal
from guidance_app.packs.shape import shape
from guidance_app.packs.sound import sound_problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidance_app.core.ids import PackId
    from guidance_app.core.pack import Pack
    from guidance_app.packs.shape import Shaped
    from guidance_app.packs.shelf import Listed, Shelf
    from guidance_app.store.records import Records


@dataclass(frozen=True, slots=True)
class Library:
    """Finds packs by name, and keeps with the records the very words that they were made by."""

    shelf: Shelf
    allows: Callable[[str], bool] = lambda _name: True
    _sound: set[str] = field(default_factory=set)
    """Digests of what was proved sound: the same bytes need no second proof."""

    def listed(self) -> tuple[Listed, ...]:
        """Return the packs on the shelf, as far as the policy of this computer allows them."""
        return tuple(listed for listed in self.shelf.packs() if self.allows(listed.id))

    def pack(self, name: str) -> Pack:
        """Return the pack called `name`. Raises a Refusal if there is none, or it has an error."""
        return self._proved(self.shelf.load(name), name)

    def lend(self, name: str, records: Records) -> Pack:
        """Return the pack called `name`, once its files are kept in `records` under its digest.

        A record is always shown with the words that it was made with, whatever becomes of the pack.
        """
        shaped = self.shelf.load(name)
        pack = self._proved(shaped, name)
        if records.recall(_mark(pack.digest)) is None:
            texts = {file: body.decode() for file, body in shaped.files.items()}
            records.remember(_mark(pack.digest), msgspec.json.encode(texts).decode())
        return pack

    def lent(self, digest: str, name: PackId, records: Records) -> Pack:
        """Return the pack with this digest as it was lent. Raises a Refusal if it is not there."""
        kept = records.recall(_mark(digest))
        if kept is None:
            raise Refusal(
                f"The guidance '{name}' that this record was made with is not on this computer.",
                "Its answers are safe. Restore the records from a backup, or ask for help.",
            )
        texts = msgspec.json.decode(kept, type=dict[str, str])
        pack = shape({file: text.encode() for file, text in texts.items()}).pack
        if pack is None:
            raise _mistaken(name)
        return pack

    def _proved(self, shaped: Shaped, name: str) -> Pack:
        """Return the pack that was shaped. Raises a Refusal where anything in it is an error."""
        if shaped.pack is None:
            raise _mistaken(name)
        if not self.allows(shaped.pack.id):
            raise Refusal(
                f"The policy of this computer does not allow the guidance '{shaped.pack.id}'.",
                "Use guidance that is listed, or ask your IT department.",
            )
        if shaped.digest not in self._sound:
            if sound_problems(shaped):
                raise _mistaken(name)
            self._sound.add(shaped.digest)
        return shaped.pack


def _mistaken(name: str) -> Refusal:
    return Refusal(
        f"The guidance '{name}' has a mistake in it and cannot be used.",
        f"Whoever looks after it can see what is wrong with: {CALLED} check {name}",
    )


def _mark(digest: str) -> str:
    return f"pack/{digest}"
