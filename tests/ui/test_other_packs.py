"""Packs that others wrote are walked in the window and in the terminal as the engine walks them."""

import random
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.cli.main import commands
from guidance_app.core.faults import asked_fields
from guidance_app.core.ids import FieldId, OptionId, PackId
from guidance_app.core.pack import Kind, Need, Pack, Question
from guidance_app.core.replay import stand
from guidance_app.core.standing import Standing
from guidance_app.core.walk import Answer, Walk
from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings
from guidance_app.packs.shape import shape
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.session import Session
from guidance_app.ui.widgets.radio_group import RadioGroup
from guidance_app.ui.window import Window
from tests.packs.flat import flat
from tests.packs.kinds import KINDS
from tests.ui.building import words

PACKS: Mapping[str, Mapping[str, bytes]] = {
    "kinds": {"pack.yaml": KINDS},
    "flat": flat(40, 30, seed=1),
}


@pytest.fixture(params=[(name, seed) for name in PACKS for seed in range(4)], ids=str)
def walked(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Pack, list[Answer], Path]:
    """Return a pack, a random walk to an outcome of it, and a home in whose rules it lies."""
    name, seed = request.param
    folder = tmp_path / "home" / "rules" / name
    folder.mkdir(parents=True)
    for file, data in PACKS[name].items():
        (folder / file).write_bytes(data)
    pack = shape(PACKS[name]).pack
    assert pack is not None
    return pack, list(_walk(pack, random.Random(seed))), tmp_path / "home"


def _walk(pack: Pack, chance: random.Random) -> Iterator[Answer]:
    walk = Walk()
    while (asked := stand(pack, walk).question) is not None:
        answer = _answer(pack.questions[asked], chance)
        walk = walk.answer(answer)
        yield answer


def _answer(question: Question, chance: random.Random) -> Answer:
    options: tuple[OptionId, ...] = ()
    if question.kind is Kind.ONE:
        options = (chance.choice(question.options).id,)
    elif question.kind is Kind.SEVERAL:
        together = [option.id for option in question.options if not option.exclusive]
        alone = [option.id for option in question.options if option.exclusive]
        several = chance.sample(together, chance.randint(1, len(together)))
        options = tuple(sorted(chance.choice([several, alone or several])))
    text = "" if options else "2027-05-01" if question.kind is Kind.DATE else "The island"
    answer = Answer(question.id, options, text=text)
    fields = tuple((field.id, _field(field.kind)) for field in asked_fields(question, answer))
    reason = "So I was told" if question.reason is Need.REQUIRED else ""
    return Answer(question.id, options, text, reason, fields)


def _field(kind: Kind) -> str:
    return "2026-11-02" if kind is Kind.DATE else "Her aunt"


def _end(pack: Pack, answers: list[Answer]) -> Standing:
    walk = Walk()
    for answer in answers:
        walk = walk.answer(answer)
    standing = stand(pack, walk)
    assert standing.outcome is not None
    return standing


def _advised(pack: Pack, standing: Standing) -> tuple[set[str], set[str]]:
    """Return what has to be read at the end, and what must not."""
    assert standing.outcome is not None
    outcome = pack.outcomes[standing.outcome]
    shown = {outcome.title, *(pack.duties[duty].say for duty in standing.carried)}
    shown |= {line.say for line in outcome.may if standing.holds(line.when)}
    hidden = {duty.say for duty in pack.duties.values() if duty.id not in standing.carried}
    hidden |= {line.say for line in outcome.may if not standing.holds(line.when)}
    return shown, hidden


def test_in_the_window(qtbot: QtBot, walked: tuple[Pack, list[Answer], Path]) -> None:
    pack, answers, home = walked
    desk = desk_at(home)
    desk.settings = Settings(met=True)
    desk.practise()
    session = Session(desk)
    window = Window(session, time.monotonic)
    qtbot.addWidget(window)
    window.show()
    window.way.home()
    window.way.begun(Beginning(PackId(pack.id), ""))
    for number, answer in enumerate(answers):
        page = window.page
        assert isinstance(page, QuestionPage)
        assert page.title == pack.questions[answer.question].ask
        _fill(page, answer)
        page.go_on.click()
        assert page.messages == (), (number, answer)
    end = _end(pack, answers)
    assert session.standing == end
    shown, hidden = _advised(pack, end)
    window.way.outcome()
    text = words(window)
    assert [say for say in shown if say not in text] == []
    assert [say for say in hidden if say in text] == []
    window.close()


def _fill(page: QuestionPage, answer: Answer) -> None:
    if answer.options:
        group = page.form.findChild(RadioGroup)
        assert isinstance(group, RadioGroup)
        for option in answer.options:
            group.button(option).click()
    if answer.text:
        _type(page.form.control("text"), answer.text)
    if answer.reason:
        _type(page.form.control("reason"), answer.reason)
    for field, text in answer.fields:
        _type(page.form.control(FieldId(field)), text)


def _type(entry: QWidget, text: str) -> None:
    typed = next(w for kind in (QLineEdit, QPlainTextEdit) for w in entry.findChildren(kind))
    QTest.keyClicks(typed, text)


def test_in_the_terminal(walked: tuple[Pack, list[Answer], Path]) -> None:
    pack, answers, home = walked
    typed = "".join(line + "\n" for answer in answers for line in _lines(pack, answer))
    app = commands(lambda _desk: 0)
    asked = ["--home", str(home), "walk", pack.id, "--practice", "--reference", "AB"]
    result = CliRunner().invoke(app, asked, input=f"{typed}q\n")
    assert result.exit_code == 0, result.output
    text = " ".join(result.stdout.split())
    at = -1
    for answer in answers:
        at = text.find(pack.questions[answer.question].ask, at + 1)
        assert at > -1, answer
    shown, hidden = _advised(pack, _end(pack, answers))
    assert [say for say in shown if say not in text[at:]] == []
    assert [say for say in hidden if say in text[at:]] == []


def _lines(pack: Pack, answer: Answer) -> Iterator[str]:
    question = pack.questions[answer.question]
    names = [option.id for option in question.options]
    if answer.options:
        yield ", ".join(str(names.index(option) + 1) for option in answer.options)
    else:
        yield answer.text
    yield from (text for _, text in answer.fields)
    if question.reason is not Need.NONE:
        yield answer.reason
