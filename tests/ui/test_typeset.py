"""Words that were set in lines ahead look as Qt draws them, to the pixel."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from guidance_app.ui.widgets import text as texts
from guidance_app.ui.widgets.badge import Badge, Level
from guidance_app.ui.widgets.choice import Radio, Tick
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.text import Text
from guidance_app.ui.widgets.typeset import Typeset, typeset

WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "the",
            "why",
            "before",
            "look",
            "–",
            "“write”",
            "it’s",
            "café",
            "(have)",
            "12/03/2026",
            "and/or",
            "information",
            "get…",
            "\n",
            "antidisestablishmentarianismandsomewhatmore",
            "the\nperson",
            "😀",
            "السلام",
        ]
    ),
    max_size=40,
).map(" ".join)

MAKERS: list[Callable[[str], Text | Radio | Tick]] = [
    Text,
    lambda words: Text(words, "lead"),
    lambda words: Text(words, "small"),
    lambda words: Text(words, "quiet", selectable=True),
    lambda words: Text(words, "mark"),
    lambda words: Badge(Level.STOP, words),
    Heading,
    lambda words: Heading(words, 2),
    lambda words: Heading(words, 3),
    lambda words: Radio(words, "And more, which is quieter: " + words),
    Tick,
]


def same(widget: Text | Radio | Tick) -> bool:
    """Say whether a widget looks the same once its words were set ahead."""
    before = widget.grab().toImage()
    widget.typeset()
    return widget.grab().toImage() == before


@pytest.mark.parametrize("size", [100, 125, 200])
@pytest.mark.parametrize("make", MAKERS)
def test_it_looks_the_same(
    make: Callable[[str], Text | Radio | Tick], size: int, look: Callable[..., None]
) -> None:
    look("light", size)

    @given(WORDS, st.integers(60, 700), st.integers(0, 5))
    @settings(max_examples=25, deadline=None)
    def holds(words: str, width: int, more: int) -> None:
        widget = make(words)
        widget.resize(width, widget.heightForWidth(width) + more)
        assert same(widget)

    holds()


def test_other_words_another_width_and_another_size_are_drawn(look: Callable[..., None]) -> None:
    widget, plain = Text("What was set ahead, in lines."), Text("What was set ahead, in lines.")
    for one in (widget, plain):
        one.resize(120, 200)
    widget.typeset()
    assert seen(widget) == seen(plain)
    for one in (widget, plain):
        one.say("Other words, said since.")
    assert seen(widget) == seen(plain)
    widget.typeset()
    for one in (widget, plain):
        one.resize(300, 200)
    assert seen(widget) == seen(plain)
    widget.typeset()
    look("dark", 150)
    for one in (widget, plain):
        one.ensurePolished()
    assert seen(widget) == seen(plain)


def seen(widget: QWidget) -> object:
    """Return the picture of a widget."""
    return widget.grab().toImage()


def test_it_is_drawn_without_being_set_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(texts.QLabel, "paintEvent", lambda *_: drawn.append("by Qt"))
    widget = Text("Some words.")
    widget.resize(200, 40)
    widget.grab()
    assert drawn == ["by Qt"]
    widget.typeset()
    widget.grab()
    assert drawn == ["by Qt"]


def test_what_takes_more_than_lines_is_left_to_qt() -> None:
    font = Text().font()
    assert isinstance(typeset("Some words.", font, 200), Typeset)
    for words in ("", "a\tb", "السلام عليكم", "שלום"):
        assert typeset(words, font, 200) is None
    assert typeset("antidisestablishmentarianism", font, 20) is None
