"""The England pack reads well: short questions, plain words, nothing by position, no ids."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from guidance_app.core.pack import Pack
from guidance_app.packs.check import Report, check
from guidance_app.packs.shelf import Shelf
from guidance_app.packs.wording import wording_problems

RULES = Path(__file__).parents[2] / "rules"

FACT_QUESTIONS = {"which-stop", "what-contact", "with-them-who", "with-them-case"}
"""Questions about what happened; the practice facts name no source for them."""


@pytest.fixture(scope="module")
def report() -> Report:
    return check(Shelf((RULES,)).load("england"), date(2026, 11, 23))


@pytest.fixture(scope="module")
def pack(report: Report) -> Pack:
    assert report.pack is not None
    return report.pack


def test_no_text_is_over_the_limits_of_a_tired_reader(pack: Pack) -> None:
    limits = pack.limits
    assert (limits.words_per_question, limits.reading_age, limits.longest_walk) == (40, 13, 21)
    assert [str(problem) for problem in wording_problems(pack, {})] == []


def test_nothing_is_wrong_with_it_but_what_is_known(report: Report) -> None:
    """Unread sources are said to be unread; four questions of fact rest on no source."""
    counted = Counter(problem.code for problem in report.problems)
    assert counted == {"source-not-read": 5, "no-source": len(FACT_QUESTIONS), "near-ids": 1}
    named = {p.message.split("'")[1] for p in report.problems if p.code == "no-source"}
    assert named == FACT_QUESTIONS


def test_ids_and_numbers_of_the_proposal_are_unchanged(pack: Pack) -> None:
    options = sum(len(question.options) for question in pack.questions.values())
    counted = (len(pack.questions), options, len(pack.duties), len(pack.outcomes))
    assert counted == (33, 157, 53, 17)


def test_it_says_that_it_is_a_draft_nobody_has_reviewed(pack: Pack) -> None:
    assert pack.status == "draft"
    assert "No lawyer and no social worker has reviewed" in pack.says.unreviewed
    assert "authorises nothing" in pack.says.unreviewed


def test_long_lists_of_options_stand_under_short_headings(pack: Pack) -> None:
    ungrouped = {
        question.id
        for question in pack.questions.values()
        if len(question.options) > 7 and not all(option.under for option in question.options)
    }
    assert ungrouped == set()
