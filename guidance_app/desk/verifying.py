"""Verifies that what was kept is what is there: a record, the whole store, or a note beside it."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from guidance_app.core.record import replay
from guidance_app.core.refusal import DamagedStore, Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guidance_app.core.ids import RecordId
    from guidance_app.store.records import Records

LONGEST = 50 * 1024 * 1024
"""The most bytes of a note that are looked through."""

_HEAD = re.compile(r"Digest of the record:\s*([0-9a-f]{64}),\s*after\s+(\d+)\s+entries")
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of one thing that was verified."""

    sound: bool
    says: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What a note says of its record: the digest of the last entry, and how many there were."""

    head: str
    entries: int | None = None


def verify_store(records: Records) -> Iterator[Verdict]:
    """Yield a verdict on every record; what their words are found by is gathered anew."""
    for kept in records.records():
        yield verify_record(records, kept.id)
    records.gather_words()


def verify_record(records: Records, name: RecordId) -> Verdict:
    """Say whether each entry of the record is what was kept, and the list says what they say."""
    try:
        entries = records.entries(name)
    except DamagedStore as refusal:
        return Verdict(sound=False, says=refusal.says)
    kept = records.kept(name)
    record = replay(name, entries)
    told = {
        "reference": (kept.reference, record.reference),
        "guidance": (
            f"{kept.pack} {kept.version}",
            f"{record.started.pack} {record.started.version}",
        ),
        "beginning": (kept.begun_at, record.begun_at),
        "last change": (kept.touched_at, record.touched_at),
        "state": (kept.state, record.state),
    }
    other = [what for what, (shown, entered) in told.items() if shown != entered]
    if other:
        says = f"The list shows another {' and '.join(other)} of record '{name}' than its entries."
        return Verdict(sound=False, says=says)
    back = next((e.number for e, n in pairwise(entries) if n.at < e.at), None)
    clock = f" The clock went back after entry {back}." if back else ""
    says = f"Record '{name}': {len(entries)} entries, each as it was kept.{clock}"
    return Verdict(sound=True, says=says)


def verify_mark(records: Records, mark: Mark) -> Verdict:
    """Say whether the record that a note was made from is here as it was then.

    A note says the digest of its record; the words of its file may be others by now.
    """
    found = records.sealed(mark.head)
    if found is None:
        return Verdict(
            sound=False,
            says="No record here has this digest. The note is of other records, or one of the two "
            "was changed, or these records were replaced by an older copy.",
        )
    name, number = found
    verdict = verify_record(records, name)
    if not verdict.sound:
        return verdict
    if mark.entries is not None and mark.entries != number:
        says = f"The note says {mark.entries} entries, and its digest is that of entry {number}."
        return Verdict(sound=False, says=says)
    since = len(records.entries(name)) - number
    added = "One entry was" if since == 1 else f"{since} entries were"
    later = f" {added} added since." if since else " Nothing was added since."
    says = f"The digest in the note fits record '{name}' at entry {number}.{later}"
    compare = " The words of the file were not compared: save the note anew to compare them."
    return Verdict(sound=True, says=says + compare)


def read_mark(path: Path) -> Mark:
    """Return what the note at `path` says of its record. Raises a Refusal where it says nothing."""
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST)
    except OSError as error:
        raise Refusal(f"'{path.name}' cannot be read.", error.strerror or "") from error
    text = _text(path, data)
    if found := _HEAD.search(" ".join(text.split())):
        return Mark(found[1], int(found[2]))
    raise Refusal(
        f"'{path.name}' is no note in which the digest of a record can be read.",
        "Give a note as text, HTML, Word or JSON, or type the 64 digits that its last page shows.",
    )


def is_digest(text: str) -> bool:
    """Say whether `text` is a digest, as notes print it."""
    return _DIGEST.fullmatch(text) is not None


def _text(path: Path, data: bytes) -> str:
    if path.suffix == ".docx":
        try:
            with ZipFile(BytesIO(data)) as whole, whole.open("word/document.xml") as part:
                data = part.read(LONGEST)  # no more, whatever it says of itself
        except (BadZipFile, KeyError, OSError, EOFError, zlib.error, RuntimeError) as error:
            raise Refusal(
                f"'{path.name}' is not a Word file.", "Give the note as saved."
            ) from error
    return re.sub(r"<[^>]*>", "", data.decode("utf-8", "replace"))
