"""A store of every format that there was opens with all that was in it; tests/old keeps them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from guidance_app.desk.desk import Desk, desk_at
from guidance_app.store import vault

OLD = Path(__file__).parents[1] / "old"
PASSPHRASE = "seven green canaries sang"  # noqa: S105 – everything in these stores is invented
FORMATS = sorted(path.name for path in OLD.iterdir() if path.is_dir())


@pytest.fixture(params=FORMATS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """Return a home with a copy of an old store, and what was said of it when it was made."""
    folder = OLD / request.param
    (tmp_path / "records").mkdir()
    for name in (vault.DATABASE, vault.KEY):
        shutil.copyfile(folder / name, tmp_path / "records" / name)
    return tmp_path, json.loads((folder / "holds.json").read_text("utf-8"))


def told(desk: Desk) -> dict[str, Any]:
    """Return what is in the open store, in plain values."""
    found = {}
    for kept in desk.kept():
        sitting = desk.resume(kept.id)
        record = sitting.record
        found[kept.reference] = {
            "outcome": sitting.standing.outcome or "",
            "entries": record.entries,
            "head": record.head,
            "reasons": [step.answer.reason for step in sitting.standing.path],
            "drafts": {name: draft.reason for name, draft in sitting.drafts().items()},
        }
    return found


def test_it_opens_with_its_passphrase(old: tuple[Path, dict[str, Any]]) -> None:
    home, holds = old
    desk = desk_at(home)
    desk.unlock(PASSPHRASE)
    assert told(desk) == holds["records"]
    desk.lock()


def test_it_opens_with_its_recovery_code_and_goes_on(old: tuple[Path, dict[str, Any]]) -> None:
    home, holds = old
    desk = desk_at(home)
    desk.unlock_with_code(holds["code"])
    sitting = desk.resume(desk.kept()[0].id)
    before = sitting.record.entries
    sitting.describe("Another reference")
    assert sitting.record.entries == before + 1
    desk.lock()


def test_this_format_is_kept_too() -> None:
    from guidance_app.store.migrations import STEPS

    assert [int(name) for name in FORMATS] == list(range(1, len(STEPS) + 1))
