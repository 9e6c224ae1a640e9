"""Packs of the wrong shape at every level, by hand: each is refused at once, where it stands."""

import time
from datetime import date

import pytest

from guidance_app.core.problem import Problem, Severity
from guidance_app.packs.check import check
from guidance_app.packs.shape import shape
from tests.packs.judged import broken_laws
from tests.packs.overlays import HEAD
from tests.packs.small import PACK

TODAY = date(2026, 11, 23)
TOLD = "    ask: Have you told them that you would look?\n"
LINE = "{when: {duty: stop-when-found}, to: one-look}"


def put(was: str, now: str) -> str:
    assert was in PACK, was
    return PACK.replace(was, now, 1)


def at(section: str, more: str) -> str:
    """Return the small pack with more under one of its keys."""
    return put(f"\n{section}:\n", f"\n{section}:\n{more}")


def deep(levels: int) -> str:
    return "{not: " * levels + "{danger: yes}" + "}" * levels


MANY = "".join(f"      o{n}: {{say: Option {n}, next: leave-it}}\n" for n in range(3_000))

HOSTILE: dict[str, tuple[str, str]] = {
    # The wrong kind of thing at each level
    "questions as a list": ("format: 1\nquestions: [danger]\n", "wrong-kind"),
    "questions as a text": ("format: 1\nquestions: danger\n", "wrong-kind"),
    "a question as a text": (at("questions", "  odd: Hello?\n"), "wrong-kind"),
    "a question as a list": (at("questions", "  odd: [Hello?]\n"), "wrong-kind"),
    "a question of nothing": (at("questions", "  odd: {}\n"), "missing-key"),
    "options as a text": (at("questions", "  odd: {ask: X, options: yes}\n"), "wrong-kind"),
    "options as a list": (at("questions", "  odd: {ask: X, options: [yes]}\n"), "wrong-kind"),
    "no options": (at("questions", "  odd: {ask: X, options: {}}\n"), "missing-key"),
    "an option as a text": (at("questions", "  odd: {ask: X, options: {a: b}}\n"), "wrong-kind"),
    "fields as a text": (put(TOLD, TOLD + "    fields: who\n"), "wrong-kind"),
    "a field as a text": (put(TOLD, TOLD + "    fields: {who: Who}\n"), "wrong-kind"),
    "next as a set of keys": (put(LINE, "{one-look: {}}"), "unknown-key"),
    "next as lists in lists": (put(LINE, "[[one-look]]"), "wrong-kind"),
    "next as nothing": (put("next: get-help", "next: []"), "leads-nowhere"),
    "a condition as a text": (put(LINE, "{when: find, to: one-look}"), "bad-condition"),
    "a condition as a list": (put(LINE, "{when: [find], to: one-look}"), "bad-condition"),
    "all of a text": (put(LINE, "{when: {all: find}, to: one-look}"), "bad-condition"),
    "not of a list": (put(LINE, "{when: {not: [find]}, to: one-look}"), "bad-condition"),
    "a question read as a set": (put(LINE, "{when: {purpose: {a: b}}, to: x}"), "bad-condition"),
    "steps as a list": (put("steps: {first: First, then: Then}", "steps: [a]"), "wrong-kind"),
    "says as a text": (PACK + "says: Hello\n", "wrong-kind"),
    "limits as a text": (PACK + "limits: few\n", "wrong-kind"),
    "approved as a text": (PACK + "approved: yes\n", "wrong-kind"),
    "note as a list": (PACK + "note: []\n", "wrong-kind"),
    "sections as a list": (PACK + "note: {sections: [a]}\n", "wrong-kind"),
    "terms as a text": (put("terms: {}", "terms: all"), "wrong-kind"),
    "sources as a list": (put("terms: {}", "terms: []"), "wrong-kind"),
    "checked as a text": (put("checked: {on: 2026-11-23, by: me}", "checked: today"), "wrong-kind"),
    "advice as lists in lists": (put("may: [Look once.]", "may: [[Look.]]"), "wrong-kind"),
    "advice of nothing": (put("may: [Look once.]", "may: [{}]"), "missing-key"),
    "scenarios as a text": (PACK + "scenarios: none\n", "wrong-kind"),
    "a scenario of nothing": (PACK + "scenarios: [{}]\n", "missing-key"),
    "given as a list": (PACK + "scenarios: [{name: A, given: [danger]}]\n", "wrong-kind"),
    "given as a set": (PACK + "scenarios: [{name: A, given: {danger: {x: y}}}]\n", "unknown-key"),
    "expect as a text": (PACK + "scenarios: [{name: A, given: {}, expect: X}]\n", "wrong-kind"),
    "a property of nothing": (PACK + "properties: [{}]\n", "missing-key"),
    "a claim of a list": (PACK + "properties: [{name: A, expect: [x]}]\n", "wrong-kind"),
    "an empty claim": (PACK + "properties: [{name: A, expect: {}}]\n", "bad-expectation"),
    "a rule about nothing": (PACK + "texts: [{name: A, kind: must-mention}]\n", "missing-key"),
    # Values
    "a number below nothing": (PACK + "limits: {reading-age: -1}\n", "bad-value"),
    "a number past all numbers": (PACK + f"limits: {{reading-age: {'9' * 400}}}\n", "bad-value"),
    "a month that is none": (put("2027-05-01", "2026-13-01"), "bad-date"),
    "a day as a list": (put("review-by: 2027-05-01", "review-by: [2027]"), "wrong-kind"),
    "a kind that is none": (put(TOLD, TOLD + "    kind: [one]\n"), "wrong-kind"),
    "a truth that is none": (put(TOLD, TOLD + "    reason-can-wait: 2\n"), "bad-value"),
    "a format of letters": (put("format: 1", "format: one"), "bad-value"),
    "a format from far away": (put("format: 1", f"format: {'9' * 400}"), "bad-value"),
    # Ids
    "an id of a thousand letters": (at("duties", f"  {'a' * 1000}: X\n"), "bad-id"),
    "an id in capitals": (at("duties", "  Stop: X\n"), "bad-id"),
    "an id of another alphabet": (at("duties", "  \u0455top: X\n"), "bad-id"),
    "an id with a way out": (at("duties", "  ../../stop: X\n"), "bad-id"),
    "an id of nothing": (at("duties", '  "": X\n'), "bad-id"),
    "a question called as a word": (at("questions", "  duty: {ask: X}\n"), "bad-id"),
    "a base with a way out": (HEAD.replace("small", "../../small"), "unknown-base"),
    "a base that is a list": (HEAD.replace("extends: small", "extends: [small]"), "unknown-key"),
    # Patterns that would never end
    "a pattern that tries everything": (
        PACK + "texts: [{name: A, kind: must-mention, in: [outcomes/get-help], pattern: (a+)+b}]\n",
        "bad-value",
    ),
    "a pattern that looks back": (
        PACK + "texts: [{name: A, kind: must-mention, in: [outcomes/get-help],"
        ' pattern: "(a)\\\\1"}]\n',
        "bad-value",
    ),
    "a pattern that is none": (
        PACK + "texts: [{name: A, kind: must-mention, in: [outcomes/get-help], pattern: '('}]\n",
        "bad-value",
    ),
    # Flow
    "a start that is nowhere": (put("start: danger", "start: ../danger"), "unknown-destination"),
    "a question that leads to itself": (put("next: get-help}", "next: danger}"), "loop"),
    "two questions round and round": (put('"No", next: leave-it', '"No", next: purpose'), "loop"),
    "a duty that raises itself": (
        at("duties", "  self: {say: X, when: {duty: self}}\n"),
        "duty-order",
    ),
    "an answer that never ends": (
        at("questions", "  odd: {ask: X, kind: text, next: odd}\n"),
        "unreachable-question",
    ),
    # Size
    "a condition nested to the limit": (put(LINE, f"{{when: {deep(30)}, to: x}}"), "too-deep"),
    "three thousand options": (
        at("questions", f"  odd:\n    ask: X\n    options:\n{MANY}"),
        "unreachable-question",
    ),
    "a mebibyte and more": (PACK + "# " + "x" * 1_100_000, "file-too-large"),
    "a text of many bombs": (PACK + f'owner: "{"{{{{[[[[" * 50_000}"\nowner: x\n', "duplicate-key"),
}


def told(problems: tuple[Problem, ...], files: dict[str, bytes]) -> set[str]:
    """Return the codes of the errors, each of which has to be clear."""
    assert broken_laws(problems, files) == []
    return {p.code for p in problems if p.severity is Severity.ERROR}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pack_is_refused_at_once_with_a_place(name: str) -> None:
    text, code = HOSTILE[name]
    files = {"pack.yaml": text.encode()}
    begun = time.process_time()
    report = check(shape(files), TODAY)
    assert time.process_time() - begun < 1.0
    assert code in told(report.problems, files)


def several(options: int) -> str:
    """Return a pack in which each of many options that can be chosen together is read."""
    named = "".join(f"      o{n}: {{say: Option {n}}}\n" for n in range(options))
    lines = ", ".join(f"{{when: {{q: o{n}}}, to: end{n % 2}}}" for n in range(options))
    return (
        "format: 1\npack: p\ntitle: P\nversion: 1.0.0\nstart: q\n"
        f"questions:\n  q:\n    ask: Which?\n    kind: several\n    next: [{lines}, {{to: end0}}]\n"
        f"    options:\n{named}"
        "outcomes:\n  end0: {title: A, level: act, permits: nothing}\n"
        "  end1: {title: B, level: act, permits: nothing}\n"
    )


def every_answer_read_at_the_end(questions: int) -> str:
    """Return a pack that reads each of many answers at its last question."""
    asked = "".join(
        f"  q{n}: {{ask: 'No. {n}?', options: {{a: {{say: A, next: q{n + 1}}}, "
        f"b: {{say: B, next: q{n + 1}}}}}}}\n"
        for n in range(questions)
    )
    lines = ", ".join(f"{{when: {{q{n}: a, q{n + 1}: b}}, to: end0}}" for n in range(questions - 1))
    onward = f"[{lines}, {{to: end1}}]"
    last = f"  q{questions}: {{ask: Last?, options: {{a: {{say: A, next: {onward}}}}}}}\n"
    return (
        "format: 1\npack: p\ntitle: P\nversion: 1.0.0\nstart: q0\n"
        f"questions:\n{asked}{last}"
        "outcomes:\n  end0: {title: A, level: act, permits: nothing}\n"
        "  end1: {title: B, level: act, permits: nothing}\n"
    )


WIDE = {
    "20 options, all read, any of which can be chosen": several(20),
    "40 options, all read, any of which can be chosen": several(40),
    "200 answers, all read at the end": every_answer_read_at_the_end(200),
}


@pytest.mark.parametrize("name", WIDE)
def test_a_pack_with_more_walks_than_could_ever_be_walked_is_checked_all_the_same(
    name: str,
) -> None:
    files = {"pack.yaml": WIDE[name].encode()}
    begun = time.process_time()
    report = check(shape(files), TODAY)
    assert time.process_time() - begun < 2.0
    assert "leads-nowhere" not in told(report.problems, files)
