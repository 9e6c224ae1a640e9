"""Packs made to be sound, each from a number: nothing in them may be called an error."""

from random import Random

HEAD = "format: 1\npack: sound\ntitle: A sound pack\nversion: 1.0.0\nstart: q0\n"


def sound(seed: int) -> dict[str, bytes]:
    """Return the files of a pack in which every walk ends, and everything is on some walk.

    Each question has an answer that leads on to the next; others lead on by conditions on the
    question before, to outcomes, or over questions that are only asked of some.
    """
    random = Random(seed)
    questions = random.randint(2, 12)
    outcomes = random.randint(1, 4)
    duties = random.randint(1, 5)
    asked = "".join(_question(n, questions, outcomes, duties, random) for n in range(questions))
    ends = "".join(_outcome(n, random) for n in range(outcomes))
    adds = "".join(f"  duty-{n}: {{say: Do thing {n}., sources: [law]}}\n" for n in range(duties))
    text = (
        f"{HEAD}questions:\n{asked}duties:\n{adds}outcomes:\n{ends}"
        "sources:\n  law: {title: A law, read: in full, checked: {on: 2026-11-01}}\n"
    )
    return {"pack.yaml": text.encode()}


def _question(number: int, of: int, outcomes: int, duties: int, random: Random) -> str:
    last = number + 1 == of
    onward = f"end-{number % outcomes}" if last else f"q{number + 1}"
    when = ""
    if number > 1 and random.random() < 0.4 and not last:
        when = f"    ask-when: {{q0: a}}\n    otherwise: {onward}\n"
    lines = [f"      a: {{say: A {number}, next: {onward}, adds: [duty-{number % duties}]}}\n"]
    other = onward if when else _next(number, onward, outcomes, random)
    lines.append(f"      b: {{say: B {number}, next: {other}}}\n")
    if number == 0:
        ends = "".join(
            f"      e{n}: {{say: End {n}, next: end-{n}, adds: [{_all(duties)}]}}\n"
            for n in range(outcomes)
        )
        lines.append(ends)
    return f"  q{number}:\n    ask: What is {number}?\n{when}    options:\n{''.join(lines)}"


def _all(duties: int) -> str:
    return ", ".join(f"duty-{n}" for n in range(duties))


def _next(number: int, onward: str, outcomes: int, random: Random) -> str:
    if number < 1 or random.random() < 0.5:
        return onward
    condition = random.choice(["{q0: a}", "{not: {q0: b}}", "{any: [{q0: a}, {q0: [e0]}]}"])
    if random.random() < 0.5:
        condition = "{duty: duty-0}" if number == 1 else condition
    return f"[{{when: {condition}, to: end-{random.randrange(outcomes)}}}, {{to: {onward}}}]"


def _outcome(number: int, random: Random) -> str:
    level = random.choice(["stop", "pause", "act", "open"])
    return (
        f"  end-{number}: {{title: End {number}, level: {level}, permits: nothing,"
        " may: [Go on.], talk-to: [Anybody.], record: [What came of it.], sources: [law]}\n"
    )
