"""The terminal opens no socket, starts no program, and writes only where it may."""

from pathlib import Path

import pytest

from tests.privacy.folders import Folders
from tests.privacy.terminal import first_walk, walked
from tests.privacy.traced import Audited, Traced, audited, outside, traced, why_no_strace
from tests.privacy.typed import PASSPHRASE, TYPED

WATCHED = pytest.mark.skipif(bool(why_no_strace()), reason=why_no_strace() or "strace is there")


LEAKY = """
import os, socket, subprocess
open("left.txt", "w").write("kestrelref in the clear")
os.rename("left.txt", "moved.txt")
socket.socket(socket.AF_INET).connect_ex(("127.0.0.1", 9))
subprocess.run(["true"])
"""
"""What no part of this program does: so that it is seen that it would be seen."""


def leaky(base: Path) -> Folders:
    """Return folders with a module in them that does all of it."""
    folders = Folders(base / "leaky").made()
    (folders.base / "work" / "leaky.py").write_text(LEAKY, "utf-8")
    return folders


@WATCHED
def test_strace_would_show_all_of_it(tmp_path: Path) -> None:
    seen = traced(folders := leaky(tmp_path), "leaky")
    assert {"left.txt", "moved.txt"} <= set(outside(folders, seen.changed))
    assert len(seen.connected) >= 2
    assert len(seen.sent(TYPED.words)) == 1


def test_python_would_tell_all_of_it(tmp_path: Path) -> None:
    seen = audited(folders := leaky(tmp_path), "leaky")
    assert {"left.txt", "moved.txt"} <= set(outside(folders, seen.paths))
    told = [event.split()[0] for event in seen.alone]
    assert {"socket.__new__", "socket.connect", "subprocess.Popen"} <= set(told)


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    """Watch a walk in the terminal that is kept."""
    folders = Folders(tmp_path_factory.mktemp("walk")).made()
    return traced(folders, "guidance_app", "walk", "england", typed=first_walk())


@pytest.fixture(scope="module")
def note(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    """Watch a note being saved."""
    folders = Folders(tmp_path_factory.mktemp("note")).made()
    record = walked(folders).record
    words = ("note", record, "-o", str(folders.export / "note.docx"))
    return traced(folders, "guidance_app", *words, typed=f"{PASSPHRASE}\n")


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    """Watch a note being saved as PDF, by a part that others made."""
    folders = Folders(tmp_path_factory.mktemp("pdf")).made()
    record = walked(folders).record
    words = ("note", record, "--as", "pdf", "-o", str(folders.export / "note.pdf"))
    return traced(folders, "guidance_app", *words, typed=f"{PASSPHRASE}\n")


@WATCHED
@pytest.mark.parametrize("what", ["walk", "note", "pdf"])
def test_no_socket_that_could_leave_this_computer(
    what: str, request: pytest.FixtureRequest
) -> None:
    assert request.getfixturevalue(what).connected == []


@WATCHED
@pytest.mark.parametrize("what", ["walk", "note", "pdf"])
def test_nothing_is_written_elsewhere(what: str, request: pytest.FixtureRequest) -> None:
    watched: Traced = request.getfixturevalue(what)
    assert any("records.db" in path for path in watched.changed)
    assert outside(watched.folders, watched.changed) == []


@WATCHED
@pytest.mark.parametrize("what", ["walk", "note", "pdf"])
def test_no_word_that_was_typed_is_written_anywhere(
    what: str, request: pytest.FixtureRequest
) -> None:
    assert request.getfixturevalue(what).sent(TYPED.words) == []


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folders, Audited]:
    """Let Python tell what it does on a walk in the terminal."""
    folders = Folders(tmp_path_factory.mktemp("told")).made()
    return folders, audited(folders, "guidance_app", "walk", "england", typed=first_walk())


def test_python_is_asked_for_no_socket_and_no_other_program(told: tuple[Folders, Audited]) -> None:
    assert told[1].alone == []


def test_python_is_asked_to_write_nowhere_else(told: tuple[Folders, Audited]) -> None:
    folders, seen = told
    assert any("records" in path for path in seen.paths)
    assert outside(folders, seen.paths) == []
