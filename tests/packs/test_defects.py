"""One defect in a pack that is otherwise sound is found, by its code and at its line."""

from dataclasses import dataclass
from datetime import date

import pytest

from guidance_app.core.problem import Problem, Severity
from guidance_app.packs.check import check
from guidance_app.packs.shape import shape
from tests.packs.small import PACK, line_of

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Defect:
    """What is changed in the small pack, and the problem that has to be found.

    `line` holds words that stand on the line of the problem and nowhere else; empty is any line.
    """

    code: str
    was: str
    now: str
    line: str = ""


LINE = "          - {when: {duty: stop-when-found}, to: one-look}\n"
LONG = "What " + "and what " * 20 + "x?"
LAST = "          - {to: get-help}\n"

DEFECTS = (
    # Reading
    Defect(
        "duplicate-key", "    short: Purpose\n", "    short: Purpose\n    short: Twice\n", "Twice"
    ),
    Defect("anchor", "ask: What do", "ask: &a What do", "&a"),
    Defect("alias", "short: Told", "short: *a", "*a"),
    Defect("tag", "short: Told", "short: !!str Told", "!!str"),
    Defect("several-documents", "terms: {}", "---\nterms: {}", "---"),
    Defect("bad-syntax", "short: Told", "short: 'Told", ""),
    Defect("tab-indent", "    short: Told", "\tshort: Told", "\tshort"),
    Defect("control-character", "short: Told", "short: To\x01ld", "\x01"),
    Defect("bidi-override", "short: Told", "short: To\u202eld", "\u202e"),
    Defect("too-deep", "terms: {}", f"terms: {'[' * 30}{']' * 30}", "terms"),
    # Shape
    Defect("newer-format", "format: 1", "format: 2", "format"),
    Defect("bad-value", "format: 1", "format: one", "format"),
    Defect("missing-key", "version: 1.0.0\n", "", ""),
    Defect("unknown-key", "short: Told", "shrot: Told", "shrot"),
    Defect("unknown-key", "questions:\n", "qwestions: {}\nquestions:\n", "qwestions"),
    Defect("bad-value", "level: act", "level: loud", "level: loud"),
    Defect("bad-value", "reason: required", "reason: maybe", "reason: maybe"),
    Defect("bad-date", "2027-05-01", "2027-02-30", "2027-02-30"),
    Defect("bad-id", "  purpose:\n", "  Purpose!:\n", "Purpose!"),
    Defect("bad-condition", "{duty: stop-when-found}, to", "{all: x}, to", "all: x"),
    Defect("duplicate-id", "  one-look:\n", "  told:\n", ""),
    Defect("wrong-kind", "short: Told", "short: [Told]", "[Told]"),
    # References
    Defect("unknown-destination", "are, next: told,", "are, next: tolled,", "tolled"),
    Defect("unknown-destination", "start: danger", "start: dangle", "dangle"),
    Defect("unknown-duty", "adds: [ask-them]", "adds: [ask-her]", "ask-her"),
    Defect("unknown-duty", "{duty: stop-when-found}, to", "{duty: stop-now}, to", "stop-now"),
    Defect("unknown-question", "{duty: stop-when-found}, to", "{porpoise: find}, to", "porpoise"),
    Defect("unknown-option", "{duty: stop-when-found}, to", "{purpose: fnd}, to", "fnd"),
    Defect(
        "unknown-source",
        "    record: [Who.]\n    sources: [law]",
        "    record: [Who.]\n    sources: [lore]",
        "lore",
    ),
    Defect(
        "unknown-contact",
        "[Ring for help.]\n    talk-to: [boss]",
        "[Ring for help.]\n    talk-to: [{contact: bosss}]",
        "bosss",
    ),
    Defect("unknown-step", "step: first", "step: fist", "fist"),
    Defect("unknown-term", "Ring for help.", '"Ring for [help]."', "[help]"),
    Defect("unused-duty", "adds: [ask-them]", "adds: []", "ask-them:"),
    Defect(
        "unused-source",
        "sources:\n  law:",
        "sources:\n  lore: {title: Old, kind: law, read: in full}\n  law:",
        "lore:",
    ),
    Defect(
        "unused-contact",
        "  boss: {role: Your manager}",
        "  boss: {role: Your manager}\n  lawyer: {role: A lawyer}",
        "lawyer:",
    ),
    Defect("unused-term", "terms: {}", "terms: {covert: {term: Covert, means: Hidden.}}", "covert"),
    Defect(
        "near-ids",
        "  ask-them: {",
        "  ask-then: {say: Then ask., sources: [law]}\n  ask-them: {",
        "",
    ),
    # Flow
    Defect("unreachable-question", "next: told", "next: leave-it", "  told:"),
    Defect("unreachable-outcome", LINE, "", "  one-look:"),
    Defect("loop", 'say: "No", next: leave-it', 'say: "No", next: purpose', ""),
    Defect("leads-nowhere", LAST, "", ""),
    Defect(
        "shadowed-line", LINE + LAST, LAST + LAST.replace("get-help", "one-look"), "to: one-look"
    ),
    Defect(
        "impossible-condition",
        "{duty: stop-when-found}, to",
        "{purpose: idle}, to",
        "purpose: idle",
    ),
    Defect(
        "reads-unasked",
        'say: "No", next: purpose}',
        'say: "No", next: [{when: {told: "yes"}, to: leave-it}, {to: purpose}]}',
        'told: "yes"',
    ),
    Defect("always-true", "adds: [ask-them]", "adds: [ask-them, stop-when-found]", "{duty: stop"),
    Defect("last-line-has-condition", LAST, LAST.replace("{to", "{when: {purpose: find}, to"), ""),
    Defect("look-without-reason", "    reason: required\n", "", ""),
    Defect("leads-nowhere", 'say: "No", next: leave-it', 'say: "No", next: []', ""),
    Defect(
        "duty-order",
        "  ask-them: {",
        "  first: {say: F., when: {duty: then}, sources: [law]}\n"
        '  then: {say: T., when: {told: "no"}, sources: [law]}\n  ask-them: {',
        "{duty: then}",
    ),
    # Words
    Defect("two-questions", "Is anybody in danger today?", "Danger? Today?", "Danger?"),
    Defect("by-position", "Is anybody in danger today?", "As above, danger?", "As above"),
    Defect("id-in-text", "may: [Talk to them.]", "may: [See stop-when-found.]", "See stop"),
    Defect("same-text", "Ask the family instead.", "Stop once the person is found.", "ask-them: {"),
    Defect(
        "no-talk-to", "may: [Look once.]\n    talk-to: [boss]", "may: [Look once.]", "  one-look:"
    ),
    Defect("no-record", "    record: [What.]\n", "", "  one-look:"),
    Defect("stop-without-may", "    may: [Talk to them.]\n", "", "  leave-it:"),
    Defect(
        "long-question",
        "start: danger",
        "start: danger\nlimits: {words-per-question: 6}",
        "Have you",
    ),
    Defect(
        "long-sentence", "What do you want to know?", "What " + "and what " * 20 + "x?", "and what"
    ),
    # Tests
    Defect(
        "failed-scenario",
        "terms: {}",
        'scenarios:\n  - {name: Help, given: {danger: "yes"}, expect: {outcome: leave-it}}',
        "name: Help",
    ),
    Defect(
        "unused-answer",
        "terms: {}",
        'scenarios:\n  - name: Help\n    given:\n      danger: "yes"\n      told: "no"\n'
        "    expect: {outcome: get-help}",
        '      told: "no"',
    ),
    Defect(
        "bad-expectation",
        "terms: {}",
        'scenarios:\n  - {name: Help, given: {danger: "yes"}, expect: {outcome: help}}',
        "name: Help",
    ),
    Defect(
        "broken-property",
        "terms: {}",
        'properties:\n  - {name: P, whenever: {danger: "no"}, expect: {outcome: leave-it}}',
        "name: P",
    ),
    # What it rests on
    Defect(
        "no-source",
        "  ask-them: {say: Ask the family instead., sources: [law]}",
        "  ask-them: {say: Ask the family instead.}",
        "ask-them: {",
    ),
    Defect("source-not-read", "read: in full", "read: not read", "  law:"),
    Defect("source-not-checked", ",\n     checked: {on: 2026-11-23, by: me}", "", "  law:"),
    Defect("source-past-review", "by: me}", "by: me}, review-by: 2026-01-01", "  law:"),
    Defect("pack-past-review", "2027-05-01", "2026-05-01", "review-by"),
    Defect("bad-link", '"https://example.org/law"', '"example"', "An invented law"),
    Defect(
        "not-two-approvers",
        "status: draft",
        "status: approved\napproved: {by: [Me, me]}",
        "status: ",
    ),
)


def found(text: str) -> tuple[Problem, ...]:
    return check(shape({"pack.yaml": text.encode()}), TODAY).problems


def test_the_small_pack_is_sound() -> None:
    assert [str(p) for p in found(PACK) if p.severity is Severity.ERROR] == []


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda d: f"{d.code} {d.now.strip()[:24]!r}")
def test_a_planted_defect_is_found_at_its_line(defect: Defect) -> None:
    assert defect.was in PACK
    text = PACK.replace(defect.was, defect.now)
    lines = [problem.place.line for problem in found(text) if problem.code == defect.code]
    assert lines
    if defect.line:
        assert line_of(text, defect.line) in lines
