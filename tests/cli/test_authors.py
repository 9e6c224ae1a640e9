"""What authors type means what they think: their own folder, and no traceback on a full disk."""

import subprocess
import sys
from pathlib import Path

import pytest

from guidance_app.shipped import shipped
from tests.cli.conftest import Ask
from tests.packs.small import PACK


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in that holds an 'england' which is not the one that ships."""
    (tmp_path / "england").mkdir()
    (tmp_path / "england" / "pack.yaml").write_text(PACK, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", [("check",), ("suggest",), ("compare", "england")])
def test_the_folder_that_lies_here_is_read_and_named(ask: Ask, command: tuple[str, ...]) -> None:
    result = ask(*command, "england")
    assert "Reading the folder that lies here" in result.stderr
    assert "social media" not in result.stdout


def test_elsewhere_the_shelf_is_meant(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "Looking at a person's social media" in ask("check", "england").stdout


def test_a_new_answer_that_opens_a_look_is_marked(ask: Ask, here: Path) -> None:
    (here / "wider").mkdir()
    wider = PACK.replace(
        "next: leave-it}\nduties", "next: leave-it}\n      m: {say: Maybe, next: one-look}\nduties"
    )
    assert wider != PACK
    (here / "wider" / "pack.yaml").write_text(wider, "utf-8")
    assert "PERMITS one-look" in ask("compare", "england", "wider").stdout


def test_different_packs_are_said_to_be(ask: Ask, here: Path) -> None:
    (here / "other").mkdir()
    (here / "other" / "pack.yaml").write_text(PACK.replace("pack: small", "pack: other"), "utf-8")
    assert "These are different packs" in ask("compare", "england", "other").stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is full")
def test_a_full_disk_is_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "guidance_app", "schema"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=Path(shipped("rules")).parent,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: what was to be printed could not be written: No space")
    assert "Traceback" not in done.stderr


def test_a_first_walk_takes_its_passphrase_from_a_file(
    ask: Ask, small: object, tmp_path: Path
) -> None:
    (tmp_path / "words").write_text("seven green canaries sang\n", "utf-8")
    asked = ("walk", small, "--reference", "AB", "--passphrase-file", tmp_path / "words")
    result = ask(*asked, typed="1\nq\n")
    assert "Your recovery code" in result.stdout
    assert "Get help" in result.stdout
