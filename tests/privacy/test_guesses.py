"""Whoever guesses a passphrase has to wait, at whichever door."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guidance_app.core.refusal import Refusal
from guidance_app.desk.desk import Desk, desk_at
from guidance_app.store import vault
from guidance_app.store.keys import Costs

PASSPHRASE = "four grey herons wade"  # noqa: S105 – invented
WRONG = "five white herons wade"
FREE = 3
"""How many wrong tries there are before each next one has to wait."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a desk with records that are locked, and a backup of them."""
    made = desk_at(tmp_path / "home")
    records, _ = vault.make(made.where.records, PASSPHRASE, Costs(memory=32, passes=1, lanes=1))
    made.safe.back_up(records)
    records.close()
    yield made
    made.lock()


def unlocking(desk: Desk) -> None:
    desk.unlock(WRONG)


def changing(desk: Desk) -> None:
    desk.change_passphrase(WRONG, PASSPHRASE)


def rehearsing(desk: Desk) -> None:
    desk.safe.rehearse(desk.safe.backups[0], WRONG)


def restoring(desk: Desk) -> None:
    desk.safe.restore(desk.safe.backups[0], WRONG)


@pytest.mark.parametrize("door", [unlocking, changing, rehearsing, restoring])
def test_after_some_wrong_tries_the_next_has_to_wait(
    desk: Desk, door: Callable[[Desk], None]
) -> None:
    for _ in range(FREE):
        with pytest.raises(Refusal, match="not the passphrase"):
            door(desk)
    with pytest.raises(Refusal, match="Wait"):
        door(desk)
