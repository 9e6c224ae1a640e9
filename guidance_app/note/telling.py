"""What a note is made from, and what of it belongs to the part that is exported."""

from dataclasses import dataclass

from guidance_app.core.ids import FieldId, QuestionId
from guidance_app.core.kinds import Part
from guidance_app.core.pack import Outcome, Pack, RecordField
from guidance_app.core.path import Carried, Step
from guidance_app.core.record import Changed, Record
from guidance_app.core.replay import stand
from guidance_app.core.standing import Standing
from guidance_app.core.standing_fields import fields_for


@dataclass(frozen=True, slots=True)
class Telling:
    """A record, the pack it was made with, where it stands, and what is to be told of it.

    `part` is the part that is exported, or None for both; `retention` what a council says of how
    long such things are kept.
    """

    pack: Pack
    record: Record
    standing: Standing
    made_at: str
    part: Part | None = None
    without_giver: bool = False
    retention: str = ""

    def belongs(self, part: Part) -> bool:
        """Say whether what belongs to `part` is told."""
        return self.part is None or self.part is part

    def asked(self, question: QuestionId) -> bool:
        """Say whether answers to `question` are told."""
        known = self.pack.questions.get(question)
        return known is not None and self.belongs(known.part)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that was reached, or None."""
        reached = self.standing.outcome
        return self.pack.outcomes[reached] if reached is not None else None

    @property
    def advice_told(self) -> bool:
        """Whether the outcome and its advice are told: supervision's are not in the case part."""
        return self.outcome is not None and (
            self.part is not Part.CASE or self.outcome.part is Part.CASE
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """The answers on the path that are told, in order."""
        return tuple(step for step in self.standing.path if self.asked(step.question))

    @property
    def duties(self) -> tuple[Carried, ...]:
        """The duties that are told, each with those questions that added it and are told."""
        told = []
        for carried in self.standing.duties:
            because = tuple(question for question in carried.because if self.asked(question))
            if because or not carried.because:
                told.append(Carried(carried.duty, because))
        return tuple(told)

    @property
    def changes(self) -> tuple[Changed, ...]:
        """The answers given anew or taken back that are told, in order."""
        return tuple(change for change in self.record.changes if self.asked(change.question))

    @property
    def fields(self) -> tuple[RecordField, ...]:
        """The standing fields that are told, in the author's order."""
        return tuple(
            field
            for field in fields_for(self.pack, self.standing)
            if self.belongs(field.part) and not (field.withhold and self.without_giver)
        )

    def offers(self, field: FieldId) -> bool:
        """Say whether the outcome asks for the standing field."""
        return any(asked.id == field for asked in fields_for(self.pack, self.standing))

    @property
    def withheld(self) -> bool:
        """Whether something that was written is left out because it says who gave information."""
        return self.without_giver and any(
            field.withhold and self.belongs(field.part) and self.record.field(field.id).strip()
            for field in fields_for(self.pack, self.standing)
        )


def telling(
    pack: Pack,
    record: Record,
    made_at: str,
    part: Part | None = None,
    *,
    without_giver: bool = False,
    retention: str = "",
) -> Telling:
    """Return what a note of `record` is made from, with its walk replayed through `pack`."""
    standing = stand(pack, record.trail.walk)
    return Telling(pack, record, standing, made_at, part, without_giver, retention)
