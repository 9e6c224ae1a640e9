"""The whole main job with keys alone, from the first start to a note that Word opens."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from guidance_app.core.ids import OutcomeId
from guidance_app.core.markup import plain
from guidance_app.core.pack import Kind, Pack
from guidance_app.desk.desk import Desk
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window
from tests.ui.england import desk_today, england, shortest_walks
from tests.ui.keyboard import Key, Keyboard

PASSPHRASE = "seven green canaries sang"  # noqa: S105 – invented


@pytest.fixture(scope="module")
def pack() -> Pack:
    """Return the England pack."""
    return england()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return a desk on an empty home, as on the first day."""
    made = desk_today(tmp_path / "home")
    yield made
    made.lock()


@pytest.fixture
def keys(qtbot: QtBot, desk: Desk) -> Iterator[Keyboard]:
    """Return the keyboard of a window that has just been opened."""
    window = Window(Session(desk))
    qtbot.addWidget(window)
    window.show()
    window.way.home()
    yield Keyboard(window)
    window.close()


def come_in(keys: Keyboard) -> None:
    """Go through the pages of the first start."""
    keys.push("Continue")
    keys.write("New passphrase", PASSPHRASE)
    keys.write("The same passphrase again", PASSPHRASE)
    keys.push("Continue")
    keys.push("it is safe")
    keys.push("Continue")
    keys.write("Your name", "Jo Tran (invented)")
    keys.write("Your role", "Social worker")
    keys.write("Your team", "Children, east")
    keys.push("Continue")


def begin(keys: Keyboard) -> None:
    """Begin a record."""
    keys.push("Start")
    keys.write("Your reference", "Case 4471")
    keys.push("Continue")


def walk(keys: Keyboard, pack: Pack, outcome: str) -> dict[str, str]:
    """Answer the questions of a shortest walk to `outcome`; return each reason that was typed."""
    typed = {}
    for name, options in shortest_walks(pack)[OutcomeId(outcome)]:
        question = pack.questions[name]
        chosen = question.option(options[0])
        assert chosen is not None
        keys.choose(plain(chosen.say))
        for field in question.fields:
            if not field.only_for or chosen.id in field.only_for:
                words = "18 11 2026" if field.kind is Kind.DATE else "The team manager"
                keys.write(plain(field.ask), words)
        if question.reason.value != "none":
            typed[str(name)] = f"My own words about {name}, typed by hand."
            keys.write(plain(question.reason_asks), typed[str(name)])
        keys.push("Continue")
    return typed


def test_a_note_is_saved_in_word_with_every_reason_in_it(
    keys: Keyboard, desk: Desk, pack: Pack, tmp_path: Path
) -> None:
    come_in(keys)
    begin(keys)
    typed = walk(keys, pack, "one-open-look")
    assert desk.sitting is not None
    assert desk.sitting.standing.outcome == "one-open-look"
    keys.control(Key.Key_R)
    keys.write("Is anyone at risk today", "Nobody, as far as I know: I rang the school at nine.")
    keys.control(Key.Key_E)
    saved = tmp_path / "note.docx"
    keys.save_at(str(saved))
    said = "\n".join(
        paragraph.text
        for paragraph in docx.Document(str(saved)).element.body.iter()
        if isinstance(paragraph, docx.oxml.text.paragraph.CT_P)
    )
    assert [reason for reason in typed.values() if reason not in said] == []
    assert len(typed) > 10
    assert "I rang the school at nine." in said


@pytest.mark.parametrize("outcome", [str(name) for name in england().outcomes])
def test_every_outcome_is_reached_by_keys(
    qtbot: QtBot, keys: Keyboard, desk: Desk, pack: Pack, outcome: str
) -> None:
    keys.push("Continue")
    keys.push("Practise")
    keys.push("Continue")
    begin(keys)
    walk(keys, pack, outcome)
    sitting = desk.sitting
    assert sitting is not None
    assert sitting.standing.outcome == outcome
    qtbot.waitUntil(lambda: sitting.record.reached == outcome)
