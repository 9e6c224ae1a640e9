"""A program killed in the middle of an answer is opened again where it was left."""

import subprocess
import sys
from pathlib import Path

import pytest

from guidance_app.core.ids import OutcomeId, QuestionId
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk, desk_at
from tests.ui.england import england, shortest_walks

PASSPHRASE = "seven green canaries sang"  # noqa: S105 – invented
ROOT = Path(__file__).parents[2]

WALKING = """
import sys
from pathlib import Path
from guidance_app.core.ids import FieldId, OutcomeId
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import desk_at
from tests.ui.england import england, shortest_walks

desk = desk_at(Path(sys.argv[1]))
desk.make_store(sys.argv[2])
sitting = desk.begin("england", "CASE-1")
pack = sitting.pack
for question, options in shortest_walks(pack)[OutcomeId("one-open-look")]:
    fields = tuple((field.id, "2026-11-18") for field in pack.questions[question].fields)
    sitting.draft(Answer(question, options, reason="Half a rea"))
    sitting.answer(Answer(question, options, reason=f"Why {question}: in full.", fields=fields))
    print(question, flush=True)
"""


def walked_and_killed(home: Path, after: int) -> list[str]:
    """Walk in another process, kill it once it has said `after` answers, and return those."""
    child = subprocess.Popen(
        [sys.executable, "-c", WALKING, str(home), PASSPHRASE],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    assert child.stdout is not None
    said = [child.stdout.readline().strip() for _ in range(after)]
    child.kill()
    rest, _ = child.communicate()
    return [name for name in (*said, *rest.split()) if name]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def opened(home: Path) -> Desk:
    desk = desk_at(home)
    desk.unlock(PASSPHRASE)
    return desk


@pytest.mark.parametrize("after", [1, 6, 13])
def test_every_answer_that_was_accepted_is_there_with_its_reason(home: Path, after: int) -> None:
    said = walked_and_killed(home, after)
    desk = opened(home)
    (kept,) = desk.kept()
    sitting = desk.resume(kept.id)
    told = {step.question: step.answer.reason for step in sitting.standing.path}
    assert list(told)[: len(said)] == said
    assert len(told) - len(said) in (0, 1)
    assert all(reason == f"Why {question}: in full." for question, reason in told.items())
    desk.lock()


def test_the_walk_goes_on_to_its_outcome(home: Path) -> None:
    walked_and_killed(home, 6)
    desk = opened(home)
    sitting = desk.resume(desk.kept()[0].id)
    steps = dict(shortest_walks(england())[OutcomeId("one-open-look")])
    while (question := sitting.standing.question) is not None:
        fields = tuple((f.id, "2026-11-18") for f in sitting.pack.questions[question].fields)
        sitting.answer(Answer(QuestionId(question), steps[question], reason="On.", fields=fields))
    assert sitting.standing.outcome == "one-open-look"
    desk.lock()
