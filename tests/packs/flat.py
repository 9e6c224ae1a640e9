"""A flat pack, as others write them: a long list of questions, each asked only after some answers.

Everything in it is invented and means nothing.
"""

from random import Random

QUESTIONS = 231
ADVICES = 221


def flat(
    questions: int = QUESTIONS, advices: int = ADVICES, near: int = QUESTIONS, seed: int = 7
) -> dict[str, bytes]:
    """Return the files of a pack of `questions`, and `advices` raised by conditions.

    Every question but the first ones has an 'ask-when' that reads one to three earlier answers, and
    every piece of advice is a duty whose condition reads one to four. Some questions take several
    answers. The next question is always the next of the list. No condition reads further back than
    `near` questions.
    """
    random = Random(seed)
    asked = "".join(_question(n, questions, near, random) for n in range(questions))
    raised = "".join(_duty(n, questions, near, random) for n in range(advices))
    return {
        "pack.yaml": b"format: 1\npack: flat\ntitle: A flat list\nversion: 1.0.0\nstart: q000\n",
        "questions.yaml": f"questions:\n{asked}".encode(),
        "duties.yaml": f"duties:\n{raised}".encode(),
        "outcomes.yaml": b"outcomes:\n  end: {title: The end, level: act, permits: nothing,"
        b" may: [Read the advice.], talk-to: [Anybody.], record: [What you read.]}\n",
    }


def _question(number: int, of: int, near: int, random: Random) -> str:
    onward = f"q{number + 1:03}" if number + 1 < of else "end"
    when = ""
    if number > 3:
        when = f"    ask-when: {_condition(number, near, random, 3)}\n    otherwise: {onward}\n"
    several = number % 6 == 5
    lead = "" if several else f", next: {onward}"
    options = "".join(
        f"      {name}: {{say: Answer {name} to number {number}{lead}}}\n" for name in "abc"
    )
    kind = f"    kind: several\n    next: {onward}\n" if several else ""
    return (
        f"  q{number:03}:\n    ask: What is number {number}?\n{kind}{when}    options:\n{options}"
    )


def _duty(number: int, questions: int, near: int, random: Random) -> str:
    when = _condition(random.randint(4, questions), near, random, 4)
    return f"  d{number:03}: {{say: Piece of advice number {number}., when: {when}}}\n"


def _condition(before: int, near: int, random: Random, most: int) -> str:
    """Return a condition that reads up to `most` of the `near` questions before `before`."""
    earlier = range(max(0, before - near), before)
    read = random.sample(earlier, random.randint(1, min(most, len(earlier))))
    parts = [f"{{q{q:03}: {random.choice(['a', 'b', '[a, b]', '[b, c]'])}}}" for q in sorted(read)]
    if len(parts) == 1:
        return parts[0]
    joined = ", ".join(parts)
    return f"{{{random.choice(['any', 'any', 'all'])}: [{joined}]}}"
