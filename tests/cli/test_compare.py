"""`compare` says what a change does to walks, to words, and to the records that are kept."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ask
from tests.packs.small import PACK

PASSPHRASE = "seven grey herons wade"  # noqa: S105 – invented
NEW = f"{PASSPHRASE}\n{PASSPHRASE}\n"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """Return a version of the small pack in which one answer leads elsewhere."""
    folder = tmp_path / "newer"
    folder.mkdir()
    changed = PACK.replace("Nothing much, next: leave-it", "Not much, next: told")
    (folder / "pack.yaml").write_text(changed.replace("1.0.0", "1.1.0"), "utf-8")
    return folder


def test_a_person_reads_which_walks_move_and_sees_one(ask: Ask, small: Path, newer: Path) -> None:
    said = ask("compare", small, newer).stdout
    assert "Walks that end elsewhere" in said
    assert "leave-it → get-help: 1 of 7 sets of answers" in said
    assert "danger: no > purpose: idle > told: yes" in said
    assert "Words that changed (1)" in said
    assert "+ Not much" in said


def test_a_machine_reads_the_same(ask: Ask, small: Path, newer: Path) -> None:
    found = json.loads(ask("compare", small, newer, "--json").stdout)
    assert found["old"]["version"], found["new"]["version"] == ("1.0.0", "1.1.0")
    assert not found["same-walks"]
    assert found["differences"][0] == {
        "kind": "ends-elsewhere",
        "was": "leave-it",
        "now": "get-help",
        "sets-of-answers": 1,
        "walk": [["danger", "no"], ["purpose", "idle"], ["told", "yes"]],
    }


def test_the_same_pack_twice_is_the_same(ask: Ask, small: Path) -> None:
    said = ask("compare", small, small).stdout
    assert "Every walk is the same" in said
    assert "No word is different." in said


def test_a_pack_with_an_error_is_not_compared(ask: Ask, small: Path, newer: Path) -> None:
    file = newer / "pack.yaml"
    file.write_text(file.read_text("utf-8").replace("next: purpose", "next: porpoise"), "utf-8")
    result = ask("compare", small, newer)
    assert result.exit_code == 1
    assert "has a mistake in it" in result.stderr


def test_records_that_would_come_out_differently_are_named(
    ask: Ask, small: Path, newer: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", "utf-8")
    idle = f"{NEW}2\n2\nOnly to know.\nq\n"
    assert ask("walk", small, "--reference", "CASE-7", typed=idle).exit_code == 0
    words = ("compare", small, newer, "--records", "--passphrase-file", secret)
    said = ask(*words).stdout
    assert "Records that would come out differently" in said
    assert "CASE-7: leave-it → asks 'told'" in said
    again = ("compare", small, small, "--records", "--passphrase-file", secret)
    assert "No record kept here would come out differently" in ask(*again).stdout
