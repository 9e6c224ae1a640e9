"""The window opens no socket but to itself, starts no program, and writes only where it may."""

import re

import pytest

from tests.privacy.folders import Folders
from tests.privacy.traced import Audited, Traced, audited, outside, traced, why_no_strace
from tests.privacy.typed import TYPED

DAY = "tests.privacy.window.day"
WATCHED = pytest.mark.skipif(bool(why_no_strace()), reason=why_no_strace() or "strace is there")

PRINTING = re.compile(r'htons\(631\).*(?:"127\.0\.0\.1"|"::1")')
"""The printing service of this computer, which Qt asks for its printers."""


def watched(paths: pytest.TempPathFactory, kind: str) -> Traced:
    """Watch that much of a day in the window."""
    folders = Folders(paths.mktemp(kind)).made()
    return traced(folders, DAY, str(folders.base), kind)


@pytest.fixture(scope="module")
def answer(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    """Watch the first start and one answer."""
    return watched(tmp_path_factory, "answer")


@pytest.fixture(scope="module")
def note(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    """Watch a whole walk, and a note copied and saved."""
    return watched(tmp_path_factory, "note")


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Traced:
    """Watch a note being printed."""
    return watched(tmp_path_factory, "paper")


@WATCHED
@pytest.mark.parametrize("what", ["answer", "note"])
def test_no_socket_that_could_leave_this_computer(
    what: str, request: pytest.FixtureRequest
) -> None:
    assert request.getfixturevalue(what).connected == []


@WATCHED
@pytest.mark.parametrize("what", ["answer", "note", "paper"])
def test_nothing_is_written_elsewhere(what: str, request: pytest.FixtureRequest) -> None:
    seen: Traced = request.getfixturevalue(what)
    assert any("records.db" in path for path in seen.changed)
    assert outside(seen.folders, seen.changed) == []


@WATCHED
@pytest.mark.parametrize("what", ["answer", "note", "paper"])
def test_no_word_that_was_typed_is_written_anywhere(
    what: str, request: pytest.FixtureRequest
) -> None:
    assert request.getfixturevalue(what).sent(TYPED.words) == []


@WATCHED
def test_printing_asks_nobody_but_the_printing_service_of_this_computer(paper: Traced) -> None:
    asked = [call for call in paper.connected if call.startswith(("connect(", "sendto("))]
    assert [call for call in asked if not PRINTING.search(call)] == []


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folders, Audited]:
    """Let Python tell what it does from the first start to a note."""
    folders = Folders(tmp_path_factory.mktemp("told")).made()
    return folders, audited(folders, DAY, str(folders.base), "note")


def test_python_is_asked_for_no_socket_and_no_other_program(told: tuple[Folders, Audited]) -> None:
    assert told[1].alone == []


def test_python_is_asked_to_write_nowhere_else(told: tuple[Folders, Audited]) -> None:
    folders, seen = told
    assert any("records" in path for path in seen.paths)
    assert outside(folders, seen.paths) == []
