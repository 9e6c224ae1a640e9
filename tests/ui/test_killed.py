"""A window that is killed while somebody answers: Home goes on with every answer that was kept."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from guidance_app.desk.desk import Desk, desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window

ROOT = Path(__file__).parents[2]
PASSPHRASE = "seven green canaries sang"  # noqa: S105 – invented


def killed_after(home: Path, answers: int) -> list[str]:
    """Let a window answer so many questions, kill it in the next; return those it had kept."""
    command = [sys.executable, "-m", "tests.ui.typing_on", str(home), PASSPHRASE]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        told = [window.stdout.readline().strip() for _ in range(answers)]
        window.kill()
    return told


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk on the home of the window that was killed, with the real packs."""
    made = desk_at(tmp_path / "home")
    made.settings = Settings(met=True)
    return made


@pytest.mark.parametrize("answers", [1, 4, 21])
def test_home_goes_on_with_every_answer_that_was_kept(
    qtbot: QtBot, desk: Desk, tmp_path: Path, answers: int
) -> None:
    told = killed_after(tmp_path / "home", answers)
    session = Session(desk)
    window = Window(session)
    qtbot.addWidget(window)
    window.way.home()
    session.unlock(PASSPHRASE)
    window.way.resume(session.kept()[0].id)
    given = {str(step.question): step.answer.reason for step in session.standing.path}
    assert told[0] == "danger"
    assert {name: given.get(name) for name in told} == {
        name: f"Why {name}, in an invented worker's words." for name in told
    }
