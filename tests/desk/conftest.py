"""A small pack on a shelf of its own, and a desk before it. Everything in it is invented."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from guidance_app.core.ids import RecordId
from guidance_app.desk.desk import Desk
from guidance_app.desk.places import Places
from guidance_app.desk.ports import Ports
from tests.desk.keeping import Kept

PACK = """
format: 1
pack: small
title: A small pack
version: 1.0.0
start: danger
steps: {one: First, two: Second}
questions:
  danger:
    short: Danger
    step: one
    ask: Is anybody in danger?
    options:
      "yes": {say: "Yes", next: help}
      "no": {say: "No", next: why}
  why:
    short: Purpose
    step: two
    ask: What for?
    reason: required
    options:
      find: {say: To find somebody, next: told, adds: [finding]}
      idle: {say: Nothing much, next: leave-it}
  told:
    short: Told
    step: two
    ask: Do they know?
    options:
      "yes": {say: "Yes", next: look}
      "no": {say: "No", next: leave-it}
duties:
  finding: {say: Stop once the person is found.}
outcomes:
  help: {title: Get help, level: stop, permits: nothing, may: [Ring for help.]}
  leave-it: {title: Leave it, level: stop, permits: nothing, may: [Talk to them.]}
  look: {title: One look, level: open, permits: one-look, may: [Look once.]}
fields:
  next-step: {ask: What next?, kind: line}
  looked-on: {ask: When did you look?, kind: date, for-permits: [one-look]}
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with one pack in it."""
    folder = tmp_path / "rules" / "small"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK, "utf-8")
    return folder.parent


@pytest.fixture
def desk(tmp_path: Path, shelf: Path) -> Iterator[Desk]:
    """A desk in practice, with a clock that ticks once a question."""
    ticks, names = count(), count(1)
    ports = Ports(
        now=lambda: f"2026-11-23T14:{next(ticks) // 60:02}:{next(ticks) % 60:02}.000+00:00",
        new_record_id=lambda: RecordId(f"r{next(names)}"),
    )
    home = tmp_path / "home"
    desk = Desk(
        Places(home / "records", home / "settings.json", (shelf,), tmp_path, home / "policy.toml"),
        ports,
    )
    desk.practise()
    yield desk
    desk.lock()


@pytest.fixture
def kept(tmp_path: Path, shelf: Path) -> Kept:
    """A home on the disk in which nothing is kept yet."""
    return Kept(tmp_path / "home", shelf)
