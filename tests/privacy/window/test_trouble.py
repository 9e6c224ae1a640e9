"""A fault of ours is reported by names and lines; its message, and what was typed, stay inside."""

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from guidance_app.ui.trouble import Trouble, report
from tests.privacy.window.faulty import PLACES

ROOT = Path(__file__).parents[3]
WORD = "kestrel77"
"""A word of an invented case: a reference, and in the message of every fault."""

Ran = tuple[int, str, str]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Ran]:
    """Return what runs a window that fails at a place, once for each place."""

    @cache
    def run(place: str) -> Ran:
        home = tmp_path_factory.mktemp("home")
        command = [sys.executable, "-m", "tests.privacy.window.faulty", str(home), place, WORD]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
        )
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.mark.parametrize("place", PLACES)
def test_nothing_of_the_case_is_on_the_error_stream_or_in_the_log(
    ran: Callable[[str], Ran], place: str
) -> None:
    assert WORD not in ran(place)[2]


@pytest.mark.parametrize("place", [p for p in PLACES if p not in ("in letting go", "in closing")])
def test_nothing_of_the_case_is_seen_after_a_fault(ran: Callable[[str], Ran], place: str) -> None:
    assert WORD not in ran(place)[1]


@pytest.mark.parametrize("place", PLACES)
def test_the_program_goes_on_after_a_fault(ran: Callable[[str], Ran], place: str) -> None:
    assert ran(place)[0] == 0


CALM = [p for p in PLACES if p not in ("in the page of faults", "in every page")][:-3]


@pytest.mark.parametrize("place", CALM)
def test_a_calm_page_says_that_it_happened(ran: Callable[[str], Ran], place: str) -> None:
    assert "Something went wrong in the program" in ran(place)[1]


def test_a_report_names_the_fault_and_the_places_and_nothing_else() -> None:
    try:
        raise KeyError(WORD)
    except KeyError as error:
        lines = report(type(error), error.__traceback__).splitlines()
    assert lines[0] == "KeyError"
    assert WORD not in "\n".join(lines)
    assert str(ROOT) not in "\n".join(lines)


def test_a_fault_that_came_of_another_tells_neither_message() -> None:
    trouble = Trouble()
    told: list[str] = []
    trouble.happened.connect(told.append)
    try:
        try:
            raise ValueError(WORD)
        except ValueError as error:
            raise ExceptionGroup(WORD, [error]) from error
    except ExceptionGroup as error:
        error.add_note(WORD)
        trouble.caught(type(error), error, error.__traceback__)
    assert [WORD in one for one in told] == [False]


def test_an_interruption_from_the_terminal_says_nothing_of_the_case(
    capsys: pytest.CaptureFixture[str],
) -> None:
    try:
        try:
            raise KeyError(WORD)
        except KeyError:
            raise KeyboardInterrupt  # noqa: B904 – as Ctrl+C comes: from nowhere
    except KeyboardInterrupt as stop:
        Trouble().caught(type(stop), stop, stop.__traceback__)
    assert WORD not in capsys.readouterr().err
