"""The England pack's own scenarios hold, and between them try everything that it can say."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from guidance_app.core.condition import Answered, Carries, atoms
from guidance_app.core.pack import Pack
from guidance_app.core.standing import Standing
from guidance_app.packs.check import Report, check
from guidance_app.packs.scenario import Scenario, shape_scenarios, standings
from guidance_app.packs.shape import Shaped
from guidance_app.packs.shelf import Shelf
from guidance_app.packs.tried import Covered

RULES = Path(__file__).parents[2] / "rules"
FILES = sorted((RULES / "england" / "scenarios").glob("*.yaml"))


@pytest.fixture(scope="module")
def england() -> Shaped:
    return Shelf((RULES,)).load("england")


@pytest.fixture(scope="module")
def pack(england: Shaped) -> Pack:
    assert england.pack is not None
    return england.pack


@pytest.fixture(scope="module")
def report(england: Shaped) -> Report:
    return check(england, date(2026, 12, 1))


@pytest.fixture(scope="module")
def scenarios(england: Shaped, pack: Pack) -> tuple[Scenario, ...]:
    return shape_scenarios(england.tests["scenarios"], pack, [])


@pytest.fixture(scope="module")
def stood(pack: Pack, scenarios: tuple[Scenario, ...]) -> tuple[Standing, ...]:
    return tuple(standing for scenario in scenarios for standing in standings(pack, scenario))


def test_every_scenario_holds(report: Report) -> None:
    assert [(failed.name, failed.why) for failed in report.findings.failed] == []


@pytest.mark.parametrize("kind", ["options", "outcomes", "duties", "lines"])
def test_every_one_is_tried(report: Report, kind: str) -> None:
    covered = getattr(report.tried, kind)
    assert isinstance(covered, Covered)
    assert covered.tried
    assert covered.missing == ()


def test_every_option_and_duty_that_a_line_reads_leads_on_by_that_line(
    pack: Pack, stood: tuple[Standing, ...]
) -> None:
    assert sorted(set(_read_by_lines(pack)) - set(_led_on_by(pack, stood))) == []


def test_every_scenario_says_what_happens(scenarios: tuple[Scenario, ...]) -> None:
    assert [scenario.name for scenario in scenarios if not scenario.about] == []


def test_every_scenario_expects_an_outcome_its_exact_duties_and_its_path(
    scenarios: tuple[Scenario, ...],
) -> None:
    vague = [
        scenario.name
        for scenario in scenarios
        if None in (scenario.expected.outcome, scenario.expected.adds, scenario.expected.path)
    ]
    assert vague == []


def test_every_change_says_what_it_sets_aside(scenarios: tuple[Scenario, ...]) -> None:
    changes = [scenario for scenario in scenarios if scenario.then_change]
    assert changes
    assert [scenario.name for scenario in changes if scenario.expected.set_aside is None] == []


def test_no_two_scenarios_have_one_name(scenarios: tuple[Scenario, ...]) -> None:
    names = [scenario.name for scenario in scenarios]
    assert sorted(set(names)) == sorted(names)


def test_no_answer_of_a_scenario_is_left_unasked(report: Report) -> None:
    assert [str(p) for p in report.problems if p.code == "unused-answer"] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.stem))
def test_every_file_of_cases_begins_by_saying_that_they_are_invented(file: Path) -> None:
    text = file.read_text("utf-8")
    head = text[: text.index("\n\n")] if "\nscenarios:\n" in text else "invented"
    assert "invented" in head


Read = tuple[str, str, int, str]
"""A line of a `next` list (question, option, number) and one option or duty that it reads."""


def _read_by_lines(pack: Pack) -> Iterator[Read]:
    for question in pack.questions.values():
        for option in question.options:
            for number, route in enumerate(option.routes):
                for atom in atoms(route.when) if route.when is not None else ():
                    for name in atom.duties if isinstance(atom, Carries) else atom.options:
                        yield question.id, option.id, number, name


def _led_on_by(pack: Pack, stood: tuple[Standing, ...]) -> Iterator[Read]:
    """Yield what each line that an answer led on by has read and found."""
    for standing in stood:
        for step in standing.path:
            (chosen,) = step.answer.options
            option = pack.questions[step.question].option(chosen)
            assert option is not None
            for number, route in enumerate(option.routes):
                if not standing.holds(route.when):
                    continue
                for atom in atoms(route.when) if route.when is not None else ():
                    for name in _found(atom, standing):
                        yield step.question, chosen, number, name
                break


def _found(atom: Answered | Carries, standing: Standing) -> frozenset[str]:
    if isinstance(atom, Carries):
        return frozenset(atom.duties & standing.carried)
    return frozenset(atom.options & standing.given.get(atom.question, frozenset()))
