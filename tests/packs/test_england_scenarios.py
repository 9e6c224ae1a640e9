"""The England pack's own scenarios hold, and between them try everything that it can say."""

from datetime import date
from pathlib import Path

import pytest

from guidance_app.packs.check import Report, check
from guidance_app.packs.shelf import Shelf

RULES = Path(__file__).parents[2] / "rules"


@pytest.fixture(scope="module")
def report() -> Report:
    return check(Shelf((RULES,)).load("england"), date(2026, 12, 1))


def test_every_scenario_holds(report: Report) -> None:
    assert [(failed.name, failed.why) for failed in report.findings.failed] == []


def test_every_option_outcome_duty_and_conditional_line_is_tried(report: Report) -> None:
    tried = report.tried
    assert tried is not None
    kinds = (tried.options, tried.outcomes, tried.duties, tried.lines)
    assert [covered.missing for covered in kinds] == [(), (), (), ()]


def test_no_two_scenarios_have_one_name(report: Report) -> None:
    names = [
        line.split("name:")[1].strip()
        for path in (RULES / "england" / "scenarios").glob("*.yaml")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("  - name:")
    ]
    assert sorted(set(names)) == sorted(names)
    assert report.pack is not None


def test_no_answer_of_a_scenario_is_left_unasked(report: Report) -> None:
    assert [str(p) for p in report.problems if p.code == "unused-answer"] == []
