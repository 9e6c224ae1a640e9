"""How a question, an outcome and a list look in a terminal: plain words, as wide as a page."""

import textwrap
from collections.abc import Iterable, Sequence

import click

from guidance_app.core.markup import plain
from guidance_app.core.pack import Advice, Outcome, Pack, Question
from guidance_app.core.standing import Standing
from guidance_app.core.text import visible
from guidance_app.core.walk import Answer

WIDTH = 80

LEVELS = {"stop": "STOP", "pause": "PAUSE", "act": "ACT", "open": "OPEN"}


def say(text: str = "", indent: str = "", first: str | None = None) -> None:
    """Print `text` in lines of at most 80 characters, after `indent`; the first after `first`."""
    for number, line in enumerate(visible(plain(text)).split("\n")):
        lead = indent if number or first is None else first
        click.echo(textwrap.fill(line, WIDTH, initial_indent=lead, subsequent_indent=indent) or "")


def heading(text: str) -> None:
    """Print a heading with a rule under it."""
    click.echo()
    click.secho(visible(plain(text)), bold=True)
    click.echo("-" * min(WIDTH, len(text)))


def show_list(title: str, lines: Iterable[str]) -> None:
    """Print a heading and a list under it; nothing where the list is empty."""
    lines = list(lines)
    if lines:
        heading(title)
    for line in lines:
        say(line, indent="    ", first="  - ")


def show_question(question: Question, number: int) -> None:
    """Print a question, why it is asked, and its numbered options."""
    heading(f"Question {number}: {plain(question.ask)}")
    for text in (question.hint, question.why and f"Why we ask: {question.why}", question.more):
        if text:
            say(text)
            click.echo()
    group = ""
    for index, option in enumerate(question.options, 1):
        if option.under != group:
            group = option.under
            click.secho(f"  {plain(group)}", bold=True)
        say(option.say, indent="      ", first=f"  {index:>2}. ")


def show_notices(notices: Iterable[str]) -> None:
    """Print what is to be known of the words above: local changes, and stale law."""
    for notice in notices:
        say(notice, first="! ")


def show_outcome(pack: Pack, outcome: Outcome, standing: Standing) -> None:
    """Print an outcome: duties first, then what may and must not be done, and who to talk to."""
    heading(f"[{LEVELS[outcome.level]}] {outcome.title}")
    say(outcome.summary)
    say(pack.says.every_outcome)
    duties = [
        f"{pack.duties[c.duty].say} (Because of: {labels(pack, c.because)})"
        for c in standing.duties
    ]
    show_list("What your answers ask for", duties)
    first = "Do this now" if outcome.id == pack.help_now else "You may"
    show_list(first, advice(pack, outcome.may, standing))
    show_list("You must not", advice(pack, outcome.must_not, standing))
    show_list("Talk to", advice(pack, outcome.talk_to, standing))
    show_list("Write down", advice(pack, outcome.record, standing))
    show_list("What follows", [outcome.follow_up] if outcome.follow_up else [])


def advice(pack: Pack, lines: Sequence[Advice], standing: Standing) -> list[str]:
    """Return the lines that hold now, each with how to reach whom it names."""
    return [pack.advised(line) for line in lines if standing.holds(line.when)]


def labels(pack: Pack, questions: Iterable[str]) -> str:
    """Return the short names of `questions`, in words."""
    return ", ".join(q.label for q in pack.questions.values() if q.id in set(questions))


def in_words(question: Question, answer: Answer) -> str:
    """Return what was answered, in the words of the pack."""
    chosen = [option.say for option in question.options if option.id in answer.options]
    return plain("; ".join(chosen) or answer.text)
