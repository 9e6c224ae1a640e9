"""Kills a program in the middle of its work, and looks what of it is there."""

import contextlib
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from guidance_app.core.refusal import Refusal, WrongPassphrase
from guidance_app.store import backups, database, vault
from guidance_app.store.openers import by_passphrase
from guidance_app.store.records import Records, Wanted
from guidance_app.store.restoring import rehearsed
from tests.faults.working import NAME, NOTE, NOW, OLD, OTHER, QUESTION, WORDS, body, made

ROOT = Path(__file__).parents[2]
LONGEST = 0.03
"""The most seconds between what was first acknowledged and the kill."""


def killed(work: str, seed: int) -> str:
    """Kill a program at `work` after a moment by chance; return what was lost, or nothing."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "records"
        made(folder)
        said = _last_said(work, folder, Random(seed).random() * LONGEST)
        try:
            lost = _CHECKS[work](folder, said)
        except Refusal as refusal:
            lost = str(refusal)
        plain = [
            path.name
            for path in folder.rglob("*")
            if path.is_file() and b"canary" in path.read_bytes()
        ]
        return lost or (f"in the clear: {plain}" if plain else "")


def _last_said(work: str, folder: Path, after: float) -> int:
    """Let a child work, kill it `after` so many seconds from its first word, return its last."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.working", work, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        time.sleep(after)
        child.kill()
        said = first + child.stdout.read()
    return int(said[: said.rindex("\n")].split()[-1])


def _opened(folder: Path) -> Records:
    try:
        return vault.unlock(folder, WORDS)
    except WrongPassphrase:
        return vault.unlock(folder, OTHER)


def _answers(folder: Path, said: int) -> str:
    with contextlib.closing(_opened(folder)) as records:
        there = len(records.entries(NAME))
        found = records.find(Wanted("canary")).count
    return "" if there in (said, said + 1) and found == 1 else f"{there} entries, {said} were said"


def _drafts(folder: Path, said: int) -> str:
    with contextlib.closing(_opened(folder)) as records:
        draft = records.drafts(NAME).get(QUESTION, "")
    whole = [f"canary half {number} " * 40 for number in (said, said + 1)]
    return "" if draft in whole else f"half a draft after {said}"


def _notes(folder: Path, said: int) -> str:
    note = (folder.parent / NOTE).read_bytes()
    return "" if note in (body(said), body(said + 1)) else f"half a note after {said}"


def _passphrases(folder: Path, _said: int) -> str:
    with contextlib.closing(_opened(folder)) as records:
        return "" if len(records.entries(NAME)) == 1 else "the record is not there"


def _migrations(folder: Path, said: int) -> str:
    holds = json.loads((OLD / "holds.json").read_text("utf-8"))["records"]
    for number in range(1, said + 1):
        with contextlib.closing(vault.unlock(folder.parent / f"old-{number}", WORDS)) as records:
            heads = {
                kept.reference: records.entries(kept.id)[-1].digest for kept in records.records()
            }
        if heads != {reference: each["head"] for reference, each in holds.items()}:
            return f"store {number} holds other records"
    return ""


def _backups(folder: Path, said: int) -> str:
    for backup in backups.backups(folder):
        rehearsed(folder, backup, by_passphrase(WORDS))
    return _answers(folder, said)


def _removals(folder: Path, said: int) -> str:
    with contextlib.closing(_opened(folder)) as records:
        vault.clear_copies(records, NOW.replace(year=2027))
        gone = {receipt.record for receipt in records.receipts()}
        there = {kept.id for kept in records.records()}
        left = records.receipts() and not all(receipt.everywhere for receipt in records.receipts())
        held = _held(folder, records.home.key if records.home else b"")
    wanted = {f"gone-{number}" for number in range(1, said + 1)}
    if not wanted <= gone or gone & (there | held) or left or NAME not in there & held:
        return f"{len(gone)} removed and {said} were said; there {there}, in backups {held}"
    return ""


def _held(folder: Path, key: bytes) -> set[str]:
    """Return the names of all records that stand in a backup."""
    held: set[str] = set()
    for backup in backups.backups(folder):
        with contextlib.closing(database.peek(backup.path, key)) as connection:
            held.update(name for (name,) in connection.execute("SELECT id FROM record"))
    return held


_CHECKS: dict[str, Callable[[Path, int], str]] = {
    "answers": _answers,
    "drafts": _drafts,
    "notes": _notes,
    "passphrases": _passphrases,
    "migrations": _migrations,
    "backups": _backups,
    "removals": _removals,
}
