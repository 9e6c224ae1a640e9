"""Works on a store until it is killed: `python -m tests.faults.working WORK FOLDER`.

Says a line for each thing that was acknowledged. Everything in it is invented.
"""

import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.walk import Answer
from guidance_app.store import vault
from guidance_app.store.keys import Costs
from guidance_app.store.records import Records
from guidance_app.whole import write_whole

AT = "2026-11-23T14:32:00.000+00:00"
NOW = datetime(2026, 11, 23, tzinfo=UTC)
CHEAP = Costs(32, 1, 1)
WORDS = "seven green canaries sang"
OTHER = "seven grey herons waded"
NAME, QUESTION = RecordId("r1"), QuestionId("q")
OLD = Path(__file__).parents[1] / "old" / "1"
NOTE = "note.txt"


def say(what: object) -> None:
    """Say that something is acknowledged."""
    print(what, flush=True)


def made(folder: Path) -> None:
    """Make a store with one record in it."""
    records, _ = vault.make(folder, WORDS, CHEAP)
    records.begin(NAME, Started(PackId("p"), "1", "d", "canary one"), AT)
    records.close()


def body(number: int) -> bytes:
    """Return a note of some length that can be told from every other."""
    return f"canary note {number}\n".encode() * 4000


def _append(records: Records, number: int) -> int:
    reason = f"canary reason {number} " * 40
    return records.append(NAME, Given(Answer(QUESTION, reason=reason)), AT).number


def answers(folder: Path) -> None:
    """Keep answer after answer."""
    records = vault.unlock(folder, WORDS)
    for number in count(1):
        say(_append(records, number))


def drafts(folder: Path) -> None:
    """Keep half a reason, and half of the next."""
    records = vault.unlock(folder, WORDS)
    for number in count(1):
        records.keep_draft(NAME, QUESTION, f"canary half {number} " * 40)
        say(number)


def notes(folder: Path) -> None:
    """Save one note over the other, as every note is written."""
    for number in count(1):
        write_whole(folder.parent / NOTE, body(number))
        say(number)


def passphrases(folder: Path) -> None:
    """Change the passphrase to and fro."""
    for number in count(1):
        old, new = (WORDS, OTHER) if number % 2 else (OTHER, WORDS)
        vault.change_passphrase(folder, old, new, CHEAP)
        say(number)


def migrations(folder: Path) -> None:
    """Open a store of the first format, and another."""
    for number in count(1):
        home = folder.parent / f"old-{number}"
        home.mkdir()
        for name in (vault.DATABASE, vault.KEY):
            shutil.copyfile(OLD / name, home / name)
        say(number)
        vault.unlock(home, WORDS).close()


def backups(folder: Path) -> None:
    """Keep an answer and back it up, and the next."""
    records = vault.unlock(folder, WORDS)
    for number in count(1):
        entry = _append(records, number)
        vault.back_up(records, NOW + timedelta(hours=number))
        say(entry)


def removals(folder: Path) -> None:
    """Begin a record and remove it from everywhere, and the next."""
    records = vault.unlock(folder, WORDS)
    vault.back_up(records, NOW)
    for number in count(1):
        name = RecordId(f"gone-{number}")
        records.begin(name, Started(PackId("p"), "1", "d", f"canary gone {number}"), AT)
        records.remove(name, AT, "six years")
        say(number)
        vault.clear_copies(records, NOW + timedelta(hours=number))


WORKS: dict[str, Callable[[Path], None]] = {
    work.__name__: work
    for work in (answers, drafts, notes, passphrases, migrations, backups, removals)
}

if __name__ == "__main__":
    WORKS[sys.argv[1]](Path(sys.argv[2]))
