"""The packs a person can use: those on the shelf, and those kept with the records made by them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from guidance_app.called import CALLED
from guidance_app.core.refusal import Refusal
from guidance_app.packs.compiled import compiled, opened, version
from guidance_app.packs.digest import digest as digest_of
from guidance_app.packs.shape import shape
from guidance_app.packs.shelf import shaped_of
from guidance_app.packs.sound import sound_problems

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidance_app.core.ids import PackId
    from guidance_app.core.pack import Pack
    from guidance_app.packs.folder import Gathered
    from guidance_app.packs.shape import Shaped
    from guidance_app.packs.shelf import Listed, Shelf
    from guidance_app.store.records import Records


@dataclass(frozen=True, slots=True)
class Library:
    """Finds packs by name, and keeps with the records the very words that they were made by.

    A pack that was read and proved is kept beside them in the form that opens fastest, under the
    digest of its bytes. That form is taken from the records alone, and may go at any time.
    """

    shelf: Shelf
    allows: Callable[[str], bool] = lambda _name: True
    _open: dict[str, Pack] = field(default_factory=dict)
    """Packs that were proved, by the digest of their bytes."""

    def listed(self) -> tuple[Listed, ...]:
        """Return the packs on the shelf, as far as the policy of this computer allows them."""
        return tuple(listed for listed in self.shelf.packs() if self.allows(listed.id))

    def pack(self, name: str, records: Records | None = None) -> Pack:
        """Return the pack called `name`. Raises a Refusal if there is none, or it has an error."""
        return self._usable(self.shelf.gathered(name), name, records)

    def lend(self, name: str, records: Records) -> Pack:
        """Return the pack called `name`, once its files are kept in `records` under its digest.

        A record is always shown with the words that it was made with, whatever becomes of the pack.
        """
        gathered = self.shelf.gathered(name)
        pack = self._usable(gathered, name, records)
        if records.recall(_mark(pack.digest)) is None:
            texts = {file: body.decode() for file, body in gathered.files.items()}
            records.remember(_mark(pack.digest), msgspec.json.encode(texts).decode())
        return pack

    def lent(self, digest: str, name: PackId, records: Records) -> Pack:
        """Return the pack with this digest as it was lent. Raises a Refusal if it is not there."""
        if (known := self._known(digest, records)) is not None:
            return known
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

    def _usable(self, gathered: Gathered, name: str, records: Records | None) -> Pack:
        """Return the pack that the files are. Raises a Refusal where it may not be used."""
        pack = None if gathered.problems else self._known(digest_of(gathered.files), records)
        if pack is None:
            pack = _proved(shaped_of(gathered), name)
            self._keep(pack, records)
        if not self.allows(pack.id):
            raise Refusal(
                f"The policy of this computer does not allow the guidance '{pack.id}'.",
                "Use guidance that is listed, or ask your IT department.",
            )
        return pack

    def _known(self, digest: str, records: Records | None) -> Pack | None:
        """Return the pack with this digest, if it was proved before."""
        if digest not in self._open and records is not None:
            form = records.recall(_compiled_mark(digest))
            pack = opened(form) if form is not None else None
            if pack is not None and pack.digest == digest:
                self._open[digest] = pack
        return self._open.get(digest)

    def _keep(self, pack: Pack, records: Records | None) -> None:
        """Keep the proved pack, and let go of what another version of this program compiled."""
        self._open[pack.digest] = pack
        if records is not None:
            with suppress(Refusal):  # it is a comfort, and no record
                records.forget(_COMPILED, but=f"{_COMPILED}{version()}/")
                records.remember(_compiled_mark(pack.digest), compiled(pack))


def _proved(shaped: Shaped, name: str) -> Pack:
    """Return the pack that was shaped. Raises a Refusal where anything in it is an error."""
    if shaped.pack is None or sound_problems(shaped):
        raise _mistaken(name)
    return shaped.pack


def _mistaken(name: str) -> Refusal:
    return Refusal(
        f"The guidance '{name}' has a mistake in it and cannot be used.",
        f"Whoever looks after it can see what is wrong with: {CALLED} check {name}",
    )


def _mark(digest: str) -> str:
    return f"pack/{digest}"


_COMPILED = "compiled/"


def _compiled_mark(digest: str) -> str:
    return f"{_COMPILED}{version()}/{digest}"
