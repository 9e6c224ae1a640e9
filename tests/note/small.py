"""A small pack with everything that a note can tell. Everything in it is invented."""

from dataclasses import replace

from guidance_app.core.condition import Carries
from guidance_app.core.ids import (
    ContactId,
    DutyId,
    FieldId,
    OptionId,
    OutcomeId,
    PackId,
    QuestionId,
    RecordId,
    SourceId,
    StepId,
)
from guidance_app.core.pack import (
    Advice,
    Contact,
    Duty,
    Field,
    Kind,
    Level,
    Need,
    NotePlan,
    NoteSection,
    Option,
    Outcome,
    Pack,
    Part,
    Permits,
    Question,
    RecordField,
    Route,
    Sayings,
    Source,
    Voice,
)
from guidance_app.core.record import Given, Reached, Record, Started, Written, apply
from guidance_app.core.walk import Answer

NOW = "2026-11-23T10:30:00+00:00"

PURPOSE = Question(
    QuestionId("purpose"),
    "What is it for?",
    short="Purpose",
    step=StepId("what"),
    options=(
        Option(OptionId("find"), "To find somebody", (Route("pressed"),), (DutyId("stop"),)),
        Option(OptionId("idle"), "Curiosity", (Route("leave"),)),
    ),
    reason=Need.REQUIRED,
    reason_asks="What is the question, in one sentence?",
    fields=(Field(FieldId("since"), "Since when?", Kind.DATE, required=True),),
    sources=(SourceId("law"),),
)

PRESSED = Question(
    QuestionId("pressed"),
    "Is anybody pressing you?",
    short="Pressure",
    step=StepId("you"),
    options=(
        Option(OptionId("no"), "Nobody", (Route("told"),)),
        Option(OptionId("yes"), "My manager is", (Route("told"),), (DutyId("lead"),)),
    ),
    reason=Need.INVITED,
    part=Part.PRACTICE,
)

TOLD = Question(
    QuestionId("told"),
    "Have they been told?",
    short="Told",
    step=StepId("what"),
    options=(
        Option(OptionId("yes"), "They were told", (Route("look"),)),
        Option(OptionId("no"), "Not yet", (Route("leave"),)),
    ),
    reason=Need.INVITED,
)

OUTCOMES = (
    Outcome(
        OutcomeId("look"),
        "One open look",
        Level.OPEN,
        Permits.ONE_LOOK,
        summary="Look once.",
        status="Asked",
        may=(Advice("Look once."),),
        must_not=(
            Advice("Come back later."),
            Advice("Search on.", Carries(frozenset({DutyId("stop")}))),
        ),
        talk_to=(Advice("before you look", contact=ContactId("manager")),),
        record=(Advice("What was seen."),),
        follow_up="A second look is a new decision.",
        sources=(SourceId("code"),),
    ),
    Outcome(
        OutcomeId("leave"),
        "Do not look",
        Level.STOP,
        Permits.NOTHING,
        summary="A good result.",
        status="Not looked",
        must_not=(Advice("Ask somebody else to look."),),
        short_note=True,
    ),
)

FIELDS = (
    RecordField(FieldId("risk"), "Is anyone at risk today?", kind=Kind.TEXT, required=True),
    RecordField(FieldId("need"), "What do you need?", kind=Kind.LINE),
    RecordField(FieldId("seen"), "What was seen?", voice=Voice.SEEN),
    RecordField(FieldId("response"), "What do they say about it?", voice=Voice.SAID),
    RecordField(FieldId("giver"), "Who gave it?", withhold=True),
    RecordField(
        FieldId("looked"),
        "When did you look?",
        kind=Kind.DATE,
        for_permits=frozenset({Permits.ONE_LOOK}),
    ),
    RecordField(FieldId("doubts"), "My doubts?", voice=Voice.THINK, part=Part.PRACTICE),
)

PACK = Pack(
    PackId("small"),
    "A small pack",
    "1.2.3",
    "purpose",
    digest="ab" * 32,
    steps={StepId("what"): "What for", StepId("you"): "You"},
    says=Sayings(
        every_page="A thinking aid.",
        every_outcome="A senior manager may decide otherwise.",
        every_export=("Nobody has checked these answers.",),
        unreviewed="No lawyer has read this.",
    ),
    questions={question.id: question for question in (PURPOSE, PRESSED, TOLD)},
    duties={
        duty.id: duty
        for duty in (
            Duty(DutyId("stop"), "Stop once the person is found."),
            Duty(DutyId("lead"), "Speak to your professional lead."),
        )
    },
    outcomes={outcome.id: outcome for outcome in OUTCOMES},
    sources={
        source.id: source
        for source in (
            Source(SourceId("law"), "An Act", where="s.1", read="in part", checked_on="2026-11-01"),
            Source(SourceId("code"), "A code", read="not read"),
        )
    },
    contacts={ContactId("manager"): Contact(ContactId("manager"), "Your manager", "ext. 12")},
    fields={field.id: field for field in FIELDS},
    note=NotePlan(
        (
            NoteSection("risk", "Risk today", ("risk",)),
            NoteSection("need", "What I need from you", ("need",)),
            NoteSection("why", "The question", ("purpose",)),
            NoteSection("outcome", "The outcome"),
            NoteSection("doubts", "My doubts", ("doubts",)),
        ),
        looked=FieldId("looked"),
    ),
)

FIND = Answer(
    QuestionId("purpose"),
    (OptionId("find"),),
    reason="Where do they live now?",
    fields=((FieldId("since"), "2026-11-18"),),
)
IDLE = Answer(QuestionId("purpose"), (OptionId("idle"),), reason="I wondered.")
PRESSED_YES = Answer(QuestionId("pressed"), (OptionId("yes"),), reason="Twice this week.")
WERE_TOLD = Answer(QuestionId("told"), (OptionId("yes"),), reason="At the visit.")

LOOK = (FIND, PRESSED_YES, WERE_TOLD)
LEAVE = (IDLE,)
EVERY_FIELD = {
    "risk": "Nobody is.",
    "need": "Agree, please.",
    "seen": "A garden.",
    "response": "It is not mine.",
    "giver": "A neighbour at number 5.",
    "doubts": "Am I too close?",
}


def record_of(
    answers: tuple[Answer, ...] = LOOK,
    fields: dict[str, str] | None = None,
    *,
    pack: Pack = PACK,
    practice: bool = False,
    reached: str = "",
) -> Record:
    """Return a record in which `answers` were given in turn, an outcome seen, and fields written.

    With `reached`, that outcome was seen before the last of the answers was given.
    """
    started = Started(
        pack.id, pack.version, pack.digest, "Case 4471", "A. Worker", "Social worker", "", practice
    )
    record = Record(RecordId("r"), started, "2026-11-23T09:00:00+00:00", "Case 4471")
    for minute, answer in enumerate(answers):
        if reached and answer is answers[-1]:
            record = apply(record, Reached(OutcomeId(reached)), NOW)
        record = apply(record, Given(answer), f"2026-11-23T09:{minute:02}:00+00:00")
    for name, text in (EVERY_FIELD if fields is None else fields).items():
        record = apply(record, Written(FieldId(name), text), "2026-11-23T10:00:00+00:00")
    return replace(record, head="cd" * 32, entries=12)
