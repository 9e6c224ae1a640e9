"""A program killed at any moment loses nothing that it had said was kept, and locks nobody out."""

import subprocess
import sys
from pathlib import Path

import pytest

from guidance_app.core.ids import PackId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.refusal import WrongPassphrase
from guidance_app.store import vault
from guidance_app.store.keys import Costs

AT = "2026-11-23T14:32:00.000+00:00"
CHEAP = Costs(memory=32, passes=1, lanes=1)
OLD = "correct horse battery staple"
NEW = "another set of four words"
NAME = RecordId("r1")
KILLS = 10

ANSWERING = """
import sys
from pathlib import Path
from guidance_app.core.ids import QuestionId, RecordId
from guidance_app.core.record import Given
from guidance_app.core.walk import Answer
from guidance_app.store import vault

at, name, question = "2026-11-23T14:32:00.000+00:00", RecordId("r1"), QuestionId("q")
records = vault.unlock(Path(sys.argv[1]), sys.argv[2])
kept = len(records.entries(name))
for number in range(kept, 100_000):
    answer = Answer(question, reason=f"canary reason {number} " * 40)
    records.keep_draft(name, question, "canary half-typed " * 40)
    print(records.append(name, Given(answer), at, after=number).number, flush=True)
"""

DYING = """
import os, sys
from pathlib import Path
from guidance_app.store import vault
from guidance_app.store.keys import Costs

folder, act, left = sys.argv[1], sys.argv[2], int(sys.argv[3])

def die(event, args):
    global left
    if event in {"open", "os.mkdir", "os.chmod", "os.rename", "os.remove"}:
        if str(args[0]).startswith(folder):
            left -= 1
            if left == 0:
                os._exit(9)

sys.addaudithook(die)
if act == "make":
    vault.make(Path(folder), sys.argv[4], Costs(32, 1, 1))
else:
    vault.change_passphrase(Path(folder), sys.argv[4], sys.argv[5], Costs(32, 1, 1))
"""


def made(folder: Path) -> str:
    """Make a store with one record in it, and return its recovery code."""
    records, code = vault.make(folder, OLD, CHEAP)
    records.begin(NAME, Started(PackId("p"), "1", "d"), AT)
    records.close()
    return code


@pytest.mark.parametrize("kill", range(KILLS))
def test_nothing_that_was_acknowledged_is_lost_by_a_kill(tmp_path: Path, kill: int) -> None:
    folder = tmp_path / "records"
    made(folder)
    acknowledged = killed_after(3 + 2 * kill, folder)
    assert b"canary" not in b"".join(path.read_bytes() for path in folder.iterdir())
    records = vault.unlock(folder, OLD)
    entries = records.entries(NAME)  # the whole chain is verified
    assert len(entries) in (acknowledged, acknowledged + 1)
    assert all(isinstance(entry.event, Given) for entry in entries[1:])
    records.close()


def killed_after(answers: int, folder: Path) -> int:
    """Let a child keep answers, kill it while it keeps more, and return the last acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-c", ANSWERING, str(folder), OLD], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        first = [child.stdout.readline() for _ in range(answers)]
        child.kill()
        said = "".join(first) + child.stdout.read()
    return int(said[: said.rindex("\n")].split()[-1])


def died(folder: Path, act: str, operation: int, *words: str) -> bool:
    """Let a child do `act` and die at that operation on a file; say whether it came so far."""
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(folder), act, str(operation), *words], check=False
    )
    assert done.returncode in (0, 9)
    return done.returncode == 9


def test_a_change_of_passphrase_killed_at_any_operation_leaves_one_that_opens(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "records"
    code = made(folder)
    operation = 1
    while died(folder, "change", operation, OLD, NEW):
        assert opens(folder, OLD) or opens(folder, NEW)
        vault.unlock_with_code(folder, code).close()
        if not opens(folder, OLD):
            vault.change_passphrase(folder, NEW, OLD, CHEAP)
        operation += 1
    assert operation > 3
    assert opens(folder, NEW)
    assert not opens(folder, OLD)


def opens(folder: Path, passphrase: str) -> bool:
    """Say whether the store opens with `passphrase`, all of its records in it."""
    try:
        records = vault.unlock(folder, passphrase)
    except WrongPassphrase:
        return False
    assert len(records.entries(NAME)) == 1
    records.close()
    return True


def test_a_store_whose_making_is_killed_at_any_operation_is_whole_or_is_none(
    tmp_path: Path,
) -> None:
    operation = 1
    while died(folder := tmp_path / f"records{operation}" / "deep", "make", operation, OLD):
        if vault.exists(folder):
            vault.unlock(folder, OLD).close()
        else:
            made(folder)
            assert opens(folder, OLD)
        operation += 1
    assert operation > 8
