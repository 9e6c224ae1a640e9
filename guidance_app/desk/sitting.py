"""One record open on the desk: every act is kept before the record moves on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from guidance_app.core.change import preview
from guidance_app.core.ids import QuestionId
from guidance_app.core.record import (
    Described,
    Exported,
    Given,
    MadeReady,
    Reached,
    Redone,
    Undone,
    Written,
    apply,
    sealed,
)
from guidance_app.core.refusal import Refusal
from guidance_app.core.replay import stand, stand_again
from guidance_app.core.standing_fields import fields_for
from guidance_app.core.text import tidy
from guidance_app.core.turns import turned_on
from guidance_app.core.walk import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidance_app.core.change import Change
    from guidance_app.core.ids import FieldId
    from guidance_app.core.pack import Pack, RecordField
    from guidance_app.core.record import Event, Record
    from guidance_app.core.standing import Standing
    from guidance_app.core.turns import Turn
    from guidance_app.core.walk import Walk
    from guidance_app.store.records import Records

    from .ports import Ports


@dataclass(frozen=True, slots=True)
class House:
    """What a council says of notes: how long they are kept, and in which forms they may leave."""

    retention: str = ""
    forms: tuple[str, ...] = ()

    def lets(self, form: str) -> bool:
        """Say whether a note may leave in this form; where none is named, in any."""
        return not self.forms or form in self.forms


class Sitting:
    """A record being worked on, with the pack that it was begun with."""

    def __init__(
        self, records: Records, pack: Pack, record: Record, ports: Ports, house: House = House()
    ) -> None:
        self._records = records
        self._ports = ports
        self.house = house
        self.pack = pack
        self.record = record
        self.standing = stand(pack, record.trail.walk)
        """Where the walk stands now."""

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer to take back."""
        return self.record.trail.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an answer to give again."""
        return self.record.trail.can_redo

    def given(self, question: QuestionId) -> Answer | None:
        """Return what was last answered to `question`, on the path or aside."""
        return self.record.trail.walk.given(question)

    def answer(self, answer: Answer) -> Standing:
        """Keep `answer`, then move on. If it cannot be kept, raises a Refusal and stays there."""
        clean = tidied(answer)
        if clean != self.given(clean.question) or clean.question not in self.standing.asked:
            self._keep(Given(clean))
        else:
            self._records.drop_draft(self.record.id, clean.question)
        return self.standing

    def preview(self, answer: Answer) -> Change:
        """Return what giving `answer` would do; nothing is kept."""
        return preview(self.pack, self.record.trail.walk, tidied(answer), self.standing)

    def undo(self) -> Standing:
        """Take the last answer back. The record keeps that it was given, and taken back."""
        if self.can_undo:
            self._keep(Undone())
        return self.standing

    def redo(self) -> Standing:
        """Give the answer last taken back again."""
        if self.can_redo:
            self._keep(Redone())
        return self.standing

    def reached(self) -> None:
        """Keep that the outcome was shown, once for each time that it became another."""
        outcome = self.standing.outcome
        if outcome is not None and outcome != self.record.reached:
            self._keep(Reached(outcome))

    def turned_on(self, standing: Standing) -> tuple[Turn, ...]:
        """Return the answers that the outcome turned on where the walk stands, or would stand."""
        return turned_on(self.pack, standing.walk, standing)

    def describe(self, reference: str) -> None:
        """Write the reference of the record anew."""
        clean = tidied_line(reference)
        if clean != self.record.reference:
            self._keep(Described(clean))

    def fields(self) -> tuple[RecordField, ...]:
        """Return the standing fields that this outcome asks for, in the author's order."""
        return fields_for(self.pack, self.standing)

    def write(self, field: FieldId, text: str) -> None:
        """Write a standing field of the record; the same words again are no event."""
        clean = tidy(text)
        if clean != self.record.field(field):
            self._keep(Written(field, clean))

    def make_ready(self) -> None:
        """Mark the record as ready for supervision. A later answer opens it again."""
        if not self.standing.done:
            raise Refusal(
                "This record has not reached an outcome yet.", "Answer the questions that are left."
            )
        self._keep(MadeReady())

    def exported(self, form: str, part: str) -> None:
        """Keep that a note left the program, in which form; never where to."""
        self._keep(Exported(form, part))

    def draft(self, answer: Answer) -> None:
        """Keep half-typed words, apart from the record's history."""
        self._records.keep_draft(
            self.record.id, answer.question, msgspec.json.encode(answer).decode()
        )

    def drafts(self) -> Mapping[QuestionId, Answer]:
        """Return the half-typed words kept, by question."""
        kept = self._records.drafts(self.record.id)
        return {QuestionId(q): msgspec.json.decode(body, type=Answer) for q, body in kept.items()}

    def _keep(self, event: Event) -> None:
        at = self._ports.now()
        record = apply(self.record, event, at)
        standing = self._standing(event, record.trail.walk)
        entry = self._records.append(
            self.record.id,
            event,
            at,
            after=self.record.entries,
            outcome=standing.outcome or "",
            place=in_short(self.pack, standing),
        )
        self.record, self.standing = sealed(record, entry), standing

    def _standing(self, event: Event, walk: Walk) -> Standing:
        """Return where the walk stands after `event`."""
        trail, question = self.record.trail, None
        match event:
            case Given(answer):
                question = answer.question
            case Undone():
                question = trail.undoes
            case Redone():
                question = trail.redoes
        if question is None:
            return self.standing
        return stand_again(self.pack, self.standing, walk, question)


def in_short(pack: Pack, standing: Standing) -> str:
    """Return in a few words where a walk stands: the outcome, or the question that comes next."""
    if standing.outcome is not None:
        return pack.outcomes[standing.outcome].title
    if standing.question is not None:
        number = len(standing.path) + 1
        return f"Question {number}, {pack.questions[standing.question].label}"
    return ""


def tidied(answer: Answer) -> Answer:
    """Return `answer` with its words cleaned of what no file can hold."""
    return replace(
        answer,
        text=tidy(answer.text),
        reason=tidy(answer.reason),
        fields=tuple((name, tidy(text)) for name, text in answer.fields if text.strip()),
    )


def tidied_line(text: str) -> str:
    """Return `text` on one line, cleaned, with single spaces."""
    return " ".join(tidy(text).split())
