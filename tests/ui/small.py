"""A small pack made of values, for pages to show. Everything in it is invented."""

from guidance_app.core.condition import Answered, Carries
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
    TermId,
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
    Term,
    Voice,
)
from guidance_app.core.record import Record, Started
from guidance_app.core.trail import Trail
from guidance_app.core.walk import Answer, walk_of

DANGER = Question(
    QuestionId("danger"),
    "Could somebody come to serious harm today?",
    short="Danger",
    step=StepId("danger"),
    options=(
        Option(OptionId("yes"), "Yes", (Route("help"),)),
        Option(OptionId("no"), "No", (Route("openness"),)),
    ),
)

OPENNESS = Question(
    QuestionId("openness"),
    "Does the person know, or can you ask them?",
    short="Openness",
    step=StepId("know"),
    hint="Choose the one that is **true today**.",
    why="Being told beforehand makes a look open rather than [hidden|covert].\n\nSo we ask.",
    more="Two things count:\n- a letter\n- a talk",
    options=(
        Option(OptionId("told"), "They were told clearly", (Route("others"),), under="They know"),
        Option(
            OptionId("hide"),
            "No. If I tell them they may hide it",
            (Route("legal"),),
            adds=(DutyId("open"),),
            more="Or delete it.",
            under="They do not",
        ),
    ),
    reason=Need.REQUIRED,
    reason_asks="What were they told, when, and what did they say?",
    fields=(
        Field(FieldId("by"), "Who told them", only_for=frozenset((OptionId("told"),))),
        Field(
            FieldId("on"),
            "When",
            Kind.DATE,
            required=True,
            only_for=frozenset((OptionId("told"),)),
        ),
    ),
    sources=(SourceId("law"),),
)

OTHERS = Question(
    QuestionId("others"),
    "Who else can be seen there?",
    short="Other people",
    step=StepId("know"),
    kind=Kind.SEVERAL,
    options=(
        Option(OptionId("children"), "Children", adds=(DutyId("child"),)),
        Option(OptionId("friends"), "Friends"),
        Option(OptionId("nobody"), "Nobody", exclusive=True),
    ),
    routes=(
        Route("worry", Answered(QuestionId("others"), frozenset((OptionId("friends"),)))),
        Route("look"),
    ),
    reason=Need.INVITED,
)

WORRY = Question(
    QuestionId("worry"),
    "What worries you about them?",
    short="Worry",
    kind=Kind.TEXT,
    routes=(Route("look"),),
)

OUTCOMES = (
    Outcome(
        OutcomeId("help"),
        "Get help first",
        Level.STOP,
        Permits.NOTHING,
        summary="Danger comes before everything.",
        may=(Advice("Call 999."),),
        must_not=(Advice("Wait in order to look."),),
        talk_to=(Advice("", contact=ContactId("manager")),),
    ),
    Outcome(
        OutcomeId("legal"),
        "Stop: a legal decision is needed",
        Level.STOP,
        Permits.NOTHING,
        summary="This would be covert. Ask legal.",
        talk_to=(Advice("if it matters for court", contact=ContactId("legal")),),
    ),
    Outcome(
        OutcomeId("look"),
        "One open look",
        Level.OPEN,
        Permits.ONE_LOOK,
        summary="Look once, at the named page, for the named question.",
        may=(
            Advice("Look back only as far as the question needs."),
            Advice("Ask the child too.", when=Carries(frozenset((DutyId("child"),)))),
        ),
        must_not=(Advice("Come back later, or set an alert."), Advice("Follow, like or message.")),
        talk_to=(Advice("", contact=ContactId("manager")), Advice("Ms Hale: tell her.")),
        record=(Advice("How and when they were told."),),
        follow_up="A second look is a new decision.",
    ),
)

FIELDS = (
    RecordField(FieldId("risk"), "Is anyone at risk today?", hint="Who was told.", required=True),
    RecordField(FieldId("seen"), "What was seen", voice=Voice.SEEN),
    RecordField(FieldId("looked-on"), "When did you look?", kind=Kind.DATE),
    RecordField(
        FieldId("need"),
        "What I need from you",
        kind=Kind.CHOICE,
        choices=("Agree", "Do not agree"),
    ),
    RecordField(FieldId("doubts"), "My doubts", part=Part.PRACTICE, voice=Voice.THINK),
)

PACK = Pack(
    PackId("small"),
    "A small pack",
    "1.0.0",
    "danger",
    help_now=OutcomeId("help"),
    steps={StepId("danger"): "Danger", StepId("know"): "What they know"},
    says=Sayings(
        every_outcome="This is what the rules suggest.", unreviewed="Nobody has reviewed this."
    ),
    questions={q.id: q for q in (DANGER, OPENNESS, OTHERS, WORRY)},
    duties={
        d.id: d
        for d in (
            Duty(DutyId("open"), "Ask first whether a visit can answer it."),
            Duty(DutyId("child"), "Weigh the child's own privacy."),
        )
    },
    outcomes={o.id: o for o in OUTCOMES},
    sources={
        SourceId("law"): Source(
            SourceId("law"),
            "An Act of 2000, section 26",
            where="s.26(9)",
            read="in part",
            checked_on="2026-11-23",
        )
    },
    contacts={
        ContactId("manager"): Contact(ContactId("manager"), "Your manager", "ext. 12"),
        ContactId("legal"): Contact(ContactId("legal"), "Legal"),
    },
    terms={TermId("covert"): Term(TermId("covert"), "Covert", "Done so that nobody knows.")},
    fields={f.id: f for f in FIELDS},
    note=NotePlan((NoteSection("risk", "Risk today", ("risk",)),)),
)

NO_DANGER = Answer(QuestionId("danger"), (OptionId("no"),))
TOLD = Answer(
    QuestionId("openness"),
    (OptionId("told"),),
    reason="Told at the visit, with the letter.",
    fields=((FieldId("by"), "AB"), (FieldId("on"), "2026-11-18")),
)
HIDE = Answer(QuestionId("openness"), (OptionId("hide"),), reason="She would take it down.")
CHILDREN = Answer(QuestionId("others"), (OptionId("children"),))

LOOK = walk_of((NO_DANGER, TOLD, CHILDREN))


def record_of(*answers: Answer, fields: tuple[tuple[FieldId, str], ...] = ()) -> Record:
    """Return a record in which `answers` were given."""
    started = Started(PACK.id, PACK.version, "", "Case 4471")
    trail = Trail(walk_of(answers))
    return Record(RecordId("r"), started, "2026-11-23T09:00:00+00:00", "Case 4471", trail, fields)
