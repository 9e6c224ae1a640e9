"""The packs a person can use: those on the shelf, and those kept with the records made by them."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from guidance_app.core.ids import PackId
from guidance_app.core.pack import Pack
from guidance_app.core.problem import has_errors
from guidance_app.core.refusal import Refusal
from guidance_app.packs.shape import shape
from guidance_app.packs.shelf import Listed, Shelf
from guidance_app.store.records import Records


@dataclass(frozen=True, slots=True)
class Library:
    """Finds packs by name, and keeps with the records the very words that they were made by."""

    shelf: Shelf

    def listed(self) -> tuple[Listed, ...]:
        """Return the packs on the shelf."""
        return self.shelf.packs()

    def pack(self, name: str) -> Pack:
        """Return the pack called `name`. Raises a Refusal if there is none, or if it has an error."""
        return self._sound(self.shelf.files(name), name)

    def lend(self, name: str, records: Records) -> Pack:
        """Return the pack called `name`, once its files are kept in `records` under its digest.

        A record is always shown with the words that it was made with, whatever becomes of the pack.
        """
        files = self.shelf.files(name)
        pack = self._sound(files, name)
        if records.recall(_shelf_mark(pack.digest)) is None:
            texts = {file: body.decode() for file, body in files.items()}
            records.remember(_shelf_mark(pack.digest), msgspec.json.encode(texts).decode())
        return pack

    def lent(self, digest: str, name: PackId, records: Records) -> Pack:
        """Return the pack with this digest as it was lent. Raises a Refusal if it is not there."""
        kept = records.recall(_shelf_mark(digest))
        if kept is None:
            raise Refusal(
                f"The guidance '{name}' that this record was made with is not on this computer.",
                "Its answers are safe. Restore the records from a backup, or ask for help.",
            )
        texts = msgspec.json.decode(kept, type=dict[str, str])
        return self._sound({file: text.encode() for file, text in texts.items()}, name)

    def _sound(self, files: Mapping[str, bytes], name: str) -> Pack:
        shaped = shape(files)
        if shaped.pack is None or has_errors(shaped.problems):
            raise Refusal(
                f"The guidance '{name}' has a mistake in it and cannot be used.",
                f"Whoever looks after it can see what is wrong with: guidance-app check {name}",
            )
        return shaped.pack


def _shelf_mark(digest: str) -> str:
    return f"pack/{digest}"
