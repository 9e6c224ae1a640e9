"""`check` says everything about a pack, to a person and to a machine."""

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Ask

KEYS = [
    "pack",
    "version",
    "digest",
    "problems",
    "scenarios",
    "coverage",
    "figures",
    "mutation",
]
PROBLEM = ["code", "severity", "file", "line", "column", "message", "hint", "walk"]


def told(ask: Ask, *words: str | Path) -> dict[str, Any]:
    result = ask("check", *words, "--json")
    found = json.loads(result.stdout)
    assert isinstance(found, dict)
    return found


def plant(small: Path, was: str, now: str) -> None:
    file = small / "pack.yaml"
    text = file.read_text("utf-8")
    assert was in text
    file.write_text(text.replace(was, now), "utf-8")


def test_a_sound_pack_ends_with_0(ask: Ask, small: Path) -> None:
    assert ask("check", small).exit_code == 0


def test_a_pack_is_a_file_too(ask: Ask, small: Path) -> None:
    assert ask("check", small / "pack.yaml").exit_code == 0


def test_a_pack_with_an_error_ends_with_1(ask: Ask, small: Path) -> None:
    plant(small, "next: purpose", "next: porpoise")
    assert ask("check", small).exit_code == 1


def test_wrong_use_ends_with_2(ask: Ask) -> None:
    assert ask("check").exit_code == 2
    assert ask("check", "england", "--scenarios", "no-such-file.yaml").exit_code == 2


def test_a_pack_that_is_not_there_is_a_sentence_with_a_hint(ask: Ask) -> None:
    result = ask("check", "englnd")
    assert result.exit_code == 1
    assert "There is no pack called 'englnd'. Did you mean 'england'?" in result.stderr


def test_the_keys_are_those_promised(ask: Ask, small: Path) -> None:
    plant(small, "next: purpose", "next: porpoise")
    found = told(ask, small)
    assert list(found) == KEYS
    assert [list(problem) for problem in found["problems"]][:1] == [PROBLEM]
    assert list(found["scenarios"]) == ["passed", "failed"]


def test_a_problem_has_its_place_and_names_what_it_is_about(ask: Ask, small: Path) -> None:
    plant(small, "next: purpose", "next: porpoise")
    (problem,) = (p for p in told(ask, small)["problems"] if p["code"] == "unknown-destination")
    line = (small / "pack.yaml").read_text("utf-8").splitlines()[problem["line"] - 1]
    assert "porpoise" in line
    assert "'porpoise'" in problem["message"]
    assert (problem["severity"], problem["hint"]) == ("E", "Did you mean 'purpose'?")


def test_a_pack_with_a_broken_reference_is_analysed_to_the_end(ask: Ask, small: Path) -> None:
    plant(small, "{duty: stop-when-found}, to", "{duty: stop-now}, to")
    found = told(ask, small)
    codes = {problem["code"] for problem in found["problems"]}
    assert {"unknown-duty", "unreachable-outcome"} <= codes
    assert found["figures"]["questions"] == 3


def test_a_problem_of_the_flow_shows_the_shortest_walk(ask: Ask, small: Path) -> None:
    plant(small, '"No", next: leave-it', '"No", next: purpose')
    (loop,) = (p for p in told(ask, small)["problems"] if p["code"] == "loop")
    assert loop["walk"][0] == ["danger", "no"]


def test_scenarios_of_ones_own_are_tried(ask: Ask, small: Path, tmp_path: Path) -> None:
    tests = tmp_path / "mine.yaml"
    tests.write_text(
        'scenarios:\n  - {name: Good, given: {danger: "yes"}, expect: {outcome: get-help}}\n'
        '  - {name: Bad, given: {danger: "yes"}, expect: {outcome: leave-it}}\n',
        "utf-8",
    )
    result = ask("check", small, "--scenarios", tests, "--json")
    found = json.loads(result.stdout)["scenarios"]
    assert result.exit_code == 1
    assert found["passed"] == 1
    assert [failed["name"] for failed in found["failed"]] == ["Bad"]
    assert "'get-help'" in found["failed"][0]["why"]


def test_a_property_that_does_not_hold_is_shown_by_a_walk(
    ask: Ask, small: Path, tmp_path: Path
) -> None:
    tests = tmp_path / "mine.yaml"
    tests.write_text(
        "properties:\n"
        "  - {name: Never look, whenever: {}, expect: {permits: nothing}, mode: always}\n",
        "utf-8",
    )
    (broken,) = (
        p
        for p in told(ask, small, "--scenarios", tests)["problems"]
        if p["code"] == "broken-property"
    )
    assert broken["walk"] == [["danger", "no"], ["purpose", "find"], ["told", "yes"]]


def test_a_pack_of_a_newer_format_is_refused_politely(ask: Ask, small: Path) -> None:
    plant(small, "format: 1", "format: 9")
    result = ask("check", small)
    assert result.exit_code == 1
    assert "written in format 9" in result.stdout
    assert "Install a newer version" in result.stdout


def test_england_has_no_error_and_its_own_tests_hold(ask: Ask) -> None:
    found = told(ask, "england")
    assert [p for p in found["problems"] if p["severity"] == "E"] == []
    assert found["scenarios"]["failed"] == []
    figures = found["figures"]
    counted = [figures[key] for key in ("questions", "options", "duties", "outcomes")]
    assert counted == [33, 157, 53, 17]


def test_an_empty_file_is_named_as_it_is_called(ask: Ask, tmp_path: Path) -> None:
    empty = tmp_path / "mine.yaml"
    empty.write_text("", "utf-8")
    result = ask("check", empty)
    assert result.exit_code == 1
    assert "mine.yaml:1:1: E: 'pack' is missing" in result.stdout
    assert "pack.yaml" not in result.stdout


def test_mutants_say_which_faults_no_test_notices(ask: Ask, small: Path) -> None:
    said = ask("check", small, "--mutants").stdout
    assert "No test notices: The reason of 'purpose' is no longer required." in " ".join(
        said.split()
    )
    assert "Mutation score: 0.0%" in said
    found = json.loads(ask("check", small, "--mutants", "--json").stdout)["mutation"]
    assert found["noticed"] == 0
    assert found["unnoticed"][0].keys() == {"fault", "where"}


def test_suggested_scenarios_can_be_used_at_once(ask: Ask, small: Path) -> None:
    (small / "scenarios.yaml").write_text(ask("suggest", small).stdout, "utf-8")
    assert "Tried by scenarios: 7 of 7 options" in ask("check", small).stdout
    assert "Nothing to suggest" in ask("suggest", small).stdout
