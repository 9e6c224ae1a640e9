"""One walk in the terminal, asked and answered in words and numbers; the sitting keeps it."""

from collections.abc import Callable, Set
from dataclasses import replace
from functools import partial

import click

from guidance_app.called import CALLED
from guidance_app.core.change import Change
from guidance_app.core.faults import asked_fields, faults
from guidance_app.core.hints import text_hint
from guidance_app.core.ids import OptionId, OutcomeId, QuestionId
from guidance_app.core.kinds import Kind, Need
from guidance_app.core.notices import of_outcome, of_question
from guidance_app.core.pack import Question
from guidance_app.core.refusal import NotKept
from guidance_app.core.text import written
from guidance_app.core.walk import Answer
from guidance_app.desk.dates import read_date
from guidance_app.desk.desk import Desk
from guidance_app.desk.sitting import Sitting

from . import paper

BACK, CHANGE, QUIT = "b", "c", "q"


class Leave(Exception):
    """The walker does not want to answer, but to go back, to change an answer, or to quit."""

    def __init__(self, wish: str) -> None:
        super().__init__(wish)
        self.wish = wish


class Talk:
    """Asks until there is an outcome or the walker leaves; keeps each answer before it asks on."""

    def __init__(self, desk: Desk, sitting: Sitting) -> None:
        self._desk = desk
        self._sitting = sitting

    @property
    def _ways_out(self) -> str:
        return f"b back, c change an answer, {self._quit}"

    @property
    def _quit(self) -> str:
        return "q quit" if self._desk.practising else "q quit and keep"

    def run(self) -> None:
        """Walk to the end, or until the walker quits."""
        pack = self._sitting.pack
        paper.heading(pack.title)
        paper.say(pack.says.every_page)
        if pack.status == "draft":
            paper.say(f"Draft. {pack.says.unreviewed}")
        if self._desk.practising:
            paper.say("PRACTICE: nothing is kept.")
        wish = ""
        while wish != QUIT:
            try:
                end = self._sitting.standing.outcome
                wish = self._next() if end is None else self._at_outcome(end)
            except Leave as leave:
                wish = leave.wish
            if wish in (BACK, CHANGE):
                self._change(last=wish == BACK)
        self._goodbye()

    def _next(self) -> str:
        """Ask the question that comes next, and keep the answer."""
        standing = self._sitting.standing
        if standing.question is None:
            raise click.ClickException(
                "This guidance leads nowhere from here. Your answers are kept."
            )
        question = self._sitting.pack.questions[standing.question]
        self._show(question, len(standing.path) + 1)
        self._keep(partial(self._sitting.answer, self._ask(question)))
        return ""

    def _show(self, question: Question, number: int) -> None:
        """Print a question, and what is to be known of it."""
        paper.show_question(question, number)
        paper.show_notices(of_question(self._sitting.pack, question.id, self._desk.now()[:10]))

    def _keep(self, act: Callable[[], object]) -> None:
        """Do what keeps something; where the disk refuses, say so, and try again when asked to."""
        while True:
            try:
                act()
            except NotKept as refusal:
                paper.say(str(refusal), first="! ")
                _typed("Enter to try again, q to quit without this answer")
            else:
                return

    def _ask(self, question: Question) -> Answer:
        """Ask until an answer can be kept; only what is missing is asked for again."""
        answer = self._words(question, self._choice(question), None)
        while found := faults(question, answer, self._desk.now()[:10]):
            for fault in found:
                paper.say(fault.says, first="! ")
            wrong = {fault.about for fault in found}
            if wrong & {"options", "text"}:
                chosen = self._choice(question)
                answer = replace(answer, options=chosen.options, text=chosen.text)
            answer = self._words(question, answer, wrong)
        return answer

    def _choice(self, question: Question) -> Answer:
        """Ask for options, or for the text that is the answer."""
        if question.kind in (Kind.ONE, Kind.SEVERAL):
            return Answer(question.id, options=self._options(question))
        return Answer(question.id, text=self._text("Your answer", question.kind))

    def _words(self, question: Question, answer: Answer, wrong: Set[str] | None) -> Answer:
        """Ask for the fields and the reason that go with `answer`, or for what is `wrong`."""
        known, fields = dict(answer.fields), {}
        for field in asked_fields(question, answer):
            asked = wrong is None or field.id in wrong or field.id not in known
            fields[field.id] = (
                self._text(field.ask, field.kind, needed=field.required)
                if asked
                else known[field.id]
            )
        reason = answer.reason
        if question.reason is not Need.NONE and (wrong is None or "reason" in wrong):
            needed = question.reason is Need.REQUIRED and not question.reason_can_wait
            asks = question.reason_asks or "Your reason, in your own words"
            reason = self._text(asks, Kind.TEXT, needed=needed)
        return replace(answer, reason=reason, fields=tuple(fields.items()))

    def _options(self, question: Question) -> tuple[OptionId, ...]:
        """Ask for the number of an option, or of several with commas between."""
        several = question.kind is Kind.SEVERAL
        prompt = "Numbers, with commas between" if several else "Number"
        while True:
            typed = _typed(f"\n{prompt} ({self._ways_out})")
            numbers = [part.strip() for part in (typed.split(",") if several else [typed])]
            if all(n.isdecimal() and 0 < int(n) <= len(question.options) for n in numbers):
                return tuple(dict.fromkeys(question.options[int(n) - 1].id for n in numbers))
            paper.say(f"Type a number from 1 to {len(question.options)}, or b, c or q.", first="! ")

    def _text(self, ask: str, kind: Kind, *, needed: bool = False) -> str:
        how = " (needed)" if needed else " (or leave empty)"
        shape = " as day month year" if kind is Kind.DATE else ""
        typed = _typed(f"{ask}{shape}{how}")
        if kind is Kind.DATE and typed:
            return read_date(typed) or typed
        if kind is Kind.TEXT and typed and (hint := text_hint(typed)):
            paper.say(hint, first="? ")
        return typed

    def _change(self, *, last: bool) -> None:
        """Ask an earlier question again, show what would follow, and do it if the walker agrees."""
        path = self._sitting.standing.asked
        if not path:
            paper.say("There is nothing to go back to yet.", first="! ")
            return
        try:
            chosen = path[-1] if last else self._choose(path)
            question = self._sitting.pack.questions[chosen]
            self._show(question, path.index(chosen) + 1)
            answer = self._ask(question)
        except Leave as leave:
            if leave.wish == QUIT:
                raise
            return
        change = self._sitting.preview(answer)
        if change.moves and not last:
            self._show_change(change)
            if not click.confirm("Change it?"):
                return
        self._keep(partial(self._sitting.answer, answer))

    def _choose(self, path: tuple[QuestionId, ...]) -> QuestionId:
        pack = self._sitting.pack
        paper.heading("Which answer?")
        for number, asked in enumerate(path, 1):
            question = pack.questions[asked]
            given = self._sitting.given(asked)
            words = paper.in_words(question, given) if given else ""
            paper.say(f"{question.label}: {words}", indent="      ", first=f"  {number:>2}. ")
        while True:
            typed = _typed("Number (b to leave it)")
            if typed.isdecimal() and 0 < int(typed) <= len(path):
                return path[int(typed) - 1]

    def _show_change(self, change: Change) -> None:
        pack = self._sitting.pack
        paper.heading("Nothing has changed yet. If you change this:")
        ends = pack.outcomes.get(change.after.outcome) if change.after.outcome else None
        paper.say(f"It would end at: {ends.title}" if ends else "It goes on from there.")
        for title, questions in (
            ("Set aside, and kept", change.set_aside),
            ("Back again", change.brought_back),
        ):
            if questions:
                paper.say(f"{title}: {paper.labels(pack, questions)}")
        if change.asked_next:
            paper.say(f"Asked next: {pack.questions[change.asked_next].label}")
        paper.show_list("Added", [pack.duties[duty].say for duty in change.gained])

    def _at_outcome(self, outcome: OutcomeId) -> str:
        """Show the outcome, and return what the walker wants next."""
        standing = self._sitting.standing
        pack = self._sitting.pack
        paper.show_outcome(pack, pack.outcomes[outcome], standing)
        paper.show_notices(of_outcome(pack, standing, self._desk.now()[:10]))
        self._sitting.reached()
        if standing.aside:
            aside = [answer.question for answer in standing.aside]
            paper.say(f"Set aside, and kept: {paper.labels(pack, aside)}")
        while True:
            typed = _typed(f"\nw write what is asked, c change an answer, {self._quit}")
            if typed == "w":
                self._write()
            else:
                paper.say("Type w, c or q.", first="! ")

    def _write(self) -> None:
        """Ask for the standing fields, each with what it holds now; an empty line keeps it."""
        for field in self._sitting.fields():
            paper.say(field.ask)
            if field.hint:
                paper.say(field.hint)
            now = self._sitting.record.field(field.id)
            if now:
                paper.say(f"Now: {now}")
            for number, choice in enumerate(field.choices, 1):
                paper.say(choice, first=f"  {number:>2}. ")
            typed = _typed("Your words, or leave empty")
            if typed.isdecimal() and 0 < int(typed) <= len(field.choices):
                typed = field.choices[int(typed) - 1]
            if field.kind is Kind.DATE and typed:
                typed = read_date(typed) or typed
            if typed:
                self._keep(partial(self._sitting.write, field.id, typed))

    def _goodbye(self) -> None:
        if self._desk.practising:
            click.echo("Practice is over; nothing was kept.")
            return
        record = self._sitting.record
        asked = self._sitting.pack.questions
        blank = sum(
            asked[step.question].reason is Need.REQUIRED and not written(step.answer.reason)
            for step in self._sitting.standing.path
        )
        missing = f" Reasons still to be written: {blank}." if blank else ""
        click.echo(f"\nKept as {record.id}.{missing}")
        click.echo(f"Go on with:  {CALLED} walk {self._sitting.pack.id} --resume {record.id}")
        click.echo(f"Make a note: {CALLED} note {record.id} --as docx -o note.docx")


def _typed(prompt: str) -> str:
    """Return a line typed. The letter of a way out raises Leave, even where words are asked for."""
    try:
        typed = str(click.prompt(prompt, default="", show_default=False)).strip()
    except click.Abort:
        raise Leave(QUIT) from None
    if typed.lower() in (BACK, CHANGE, QUIT):
        raise Leave(typed.lower())
    return typed
