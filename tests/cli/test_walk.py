"""`walk` asks in the terminal, and answers from a file."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ask

FIND = '{danger: "no", purpose: find, told: "yes"}'


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Return a file to write answers into."""
    return tmp_path / "answers.yaml"


def test_a_scenario_is_walked_without_being_kept(ask: Ask, small: Path, answers: Path) -> None:
    answers.write_text(f"given: {FIND}\n", "utf-8")
    result = ask("walk", small, "--answers", answers, "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["path"] == ["danger", "purpose", "told"]
    assert found["duties"] == ["stop-when-found"]
    assert (found["outcome"], found["set-aside"], found["next"]) == ("one-look", [], None)


def test_bare_answers_are_enough(ask: Ask, small: Path, answers: Path) -> None:
    answers.write_text('danger: "yes"\n', "utf-8")
    result = ask("walk", small, "--answers", answers, "--json")
    assert json.loads(result.stdout)["outcome"] == "get-help"


def test_an_answer_that_is_no_longer_on_the_path_is_set_aside(
    ask: Ask, small: Path, answers: Path
) -> None:
    answers.write_text(f'given: {FIND}\nthen-change: {{danger: "yes"}}\n', "utf-8")
    found = json.loads(ask("walk", small, "--answers", answers, "--json").stdout)
    assert (found["outcome"], found["set-aside"]) == ("get-help", ["purpose", "told"])


def test_a_walk_that_is_not_finished_names_the_next_question(
    ask: Ask, small: Path, answers: Path
) -> None:
    answers.write_text('danger: "no"\n', "utf-8")
    found = json.loads(ask("walk", small, "--answers", answers, "--json").stdout)
    assert (found["outcome"], found["next"]) == (None, "purpose")


@pytest.mark.parametrize(
    ("text", "names"), [("danger: perhaps\n", "perhaps"), ("dangr: yes\n", "dangr")]
)
def test_an_answer_that_does_not_fit_is_named(
    ask: Ask, small: Path, answers: Path, text: str, names: str
) -> None:
    answers.write_text(text, "utf-8")
    result = ask("walk", small, "--answers", answers, "--json")
    assert result.exit_code == 1
    assert f"'{names}'" in result.stderr


@pytest.mark.parametrize("text", ["", "---\n", "{}"])
def test_a_file_without_answers_is_refused(ask: Ask, small: Path, answers: Path, text: str) -> None:
    answers.write_text(text, "utf-8")
    result = ask("walk", small, "--answers", answers)
    assert result.exit_code == 1
    assert "holds no answers" in result.stderr


def test_one_scenario_of_several_is_taken_by_its_name(ask: Ask, small: Path, answers: Path) -> None:
    answers.write_text(
        'scenarios:\n  - {name: One, given: {danger: "yes"}}\n'
        f"  - {{name: Two, given: {FIND}}}\n",
        "utf-8",
    )
    words = ("walk", small, "--answers", answers, "--json")
    assert json.loads(ask(*words).stdout)["outcome"] == "get-help"
    assert json.loads(ask(*words, "--scenario", "Two").stdout)["outcome"] == "one-look"
    assert "'One', 'Two'" in ask(*words, "--scenario", "Three").stderr


def test_in_words_the_outcome_says_what_to_do(ask: Ask, small: Path, answers: Path) -> None:
    answers.write_text(f"given: {FIND}\n", "utf-8")
    said = ask("walk", small, "--answers", answers).stdout
    assert "One look" in said
    assert "Look once." in said
    assert "Stop once the person is found." in said


def test_practice_asks_by_numbers_and_keeps_nothing(ask: Ask, small: Path, tmp_path: Path) -> None:
    result = ask("walk", small, "--practice", "--reference", "AB", typed="2\n2\nNo need.\nq\n")
    assert result.exit_code == 0, result.output
    assert "Leave it" in result.stdout
    assert "nothing was kept" in result.stdout
    assert not (tmp_path / "home" / "records").exists()


def test_a_required_reason_is_asked_for_until_it_is_there(ask: Ask, small: Path) -> None:
    typed = "2\n2\n\nNo need.\nq\n"
    result = ask("walk", small, "--practice", "--reference", "AB", typed=typed)
    assert "Write your reason in a few words." in result.stdout
    assert "Leave it" in result.stdout


def test_back_asks_the_last_question_again(ask: Ask, small: Path) -> None:
    result = ask("walk", small, "--practice", "--reference", "AB", typed="2\nb\n1\nq\n")
    assert "Get help" in result.stdout


def test_a_change_is_shown_before_it_is_made(ask: Ask, small: Path) -> None:
    typed = "2\n1\nTo write to her.\n1\nc\n1\n1\nn\nq\n"
    result = ask("walk", small, "--practice", "--reference", "AB", typed=typed)
    assert "Nothing has changed yet." in result.stdout
    assert "It would end at: Get help" in result.stdout
    assert "Set aside, and kept: Purpose, Told" in result.stdout


def test_a_number_that_is_not_there_is_asked_for_again(ask: Ask, small: Path) -> None:
    result = ask("walk", small, "--practice", "--reference", "AB", typed="7\n1\nq\n")
    assert "Type a number from 1 to 2" in result.stdout
    assert "Get help" in result.stdout


def test_json_goes_with_answers_only(ask: Ask, small: Path) -> None:
    assert ask("walk", small, "--json").exit_code == 2


def test_a_pack_with_a_mistake_is_not_walked(ask: Ask, small: Path) -> None:
    file = small / "pack.yaml"
    file.write_text(file.read_text("utf-8").replace("next: purpose", "next: porpoise"), "utf-8")
    result = ask("walk", small, "--practice", "--reference", "AB")
    assert result.exit_code == 1
    assert "guidance-app check" in result.stderr


def test_a_pack_that_is_not_there_is_said_before_a_passphrase_is_asked_for(ask: Ask) -> None:
    result = ask("walk", "scotland")
    assert result.exit_code == 1
    assert "There is no pack called 'scotland'." in result.stderr
    assert "passphrase" not in result.output.lower()
