"""A council's own pack is found beside the records, walked, and told of in the note."""

from pathlib import Path

import pytest

from tests.cli.conftest import Ask
from tests.core.test_notices import OVER
from tests.packs.small import PACK

PASSPHRASE = "seven grey herons wade"  # noqa: S105 – invented


@pytest.fixture
def shelved(tmp_path: Path) -> None:
    """Put a pack and one that extends it on the shelf of this home."""
    for name, text in (("small", PACK), ("local", OVER)):
        folder = tmp_path / "home" / "rules" / name
        folder.mkdir(parents=True)
        (folder / "pack.yaml").write_text(text, "utf-8")


@pytest.mark.usefixtures("shelved")
def test_the_terminal_and_the_note_say_what_was_changed_locally(ask: Ask, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", "utf-8")
    typed = f"{PASSPHRASE}\n{PASSPHRASE}\n2\n1\nTo write to her.\n3\nq\n"
    walked = ask("walk", "local", "--reference", "CASE-7", typed=typed)
    assert walked.exit_code == 0, walked.output
    said = " ".join(walked.stdout.split())
    assert "Changed locally by An invented council: the question, a new answer." in said
    made = ask("note", "CASE-7", "--as", "text", "-o", "-", "--passphrase-file", secret)
    note = " ".join(made.stdout.split())
    assert "This guidance extends 'A small pack', version 1.0.0" in note
    assert "Told: Changed locally by An invented council" in note
    assert "Digest of what it extends" in note


@pytest.mark.usefixtures("shelved")
def test_a_record_keeps_what_its_guidance_extended(ask: Ask, tmp_path: Path) -> None:
    secret = tmp_path / "passphrase"
    secret.write_text(f"{PASSPHRASE}\n", "utf-8")
    typed = f"{PASSPHRASE}\n{PASSPHRASE}\n2\n1\nTo write to her.\n3\nq\n"
    assert ask("walk", "local", "--reference", "CASE-7", typed=typed).exit_code == 0
    small = tmp_path / "home" / "rules" / "small" / "pack.yaml"
    small.write_text(PACK.replace("Where they are", "Where they went"), "utf-8")
    made = ask("note", "CASE-7", "--as", "text", "-o", "-", "--passphrase-file", secret)
    assert "Where they are" in made.stdout
