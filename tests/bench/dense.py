"""A pack to be measured in which everything is conditional; invented and meaningless."""

from tests.bench.ladders import ladder

_BACK = 3
"""How far back a question reads."""


def dense(questions: int) -> dict[str, bytes]:
    """Return the files of a pack of `questions` questions whose every answer leads by conditions.

    Each reads the three answers before it, and every fifth is asked only after some of them.
    """
    files = {name: data for name, data in ladder(1).items() if not name.startswith("questions")}
    for begin in range(0, questions, 1000):
        end = min(begin + 1000, questions)
        body = "".join(_question(n, questions) for n in range(begin, end))
        files[f"questions-{begin:06}.yaml"] = f"questions:\n{body}".encode()
    return files


def _question(number: int, of: int) -> str:
    onward = f"q{number + 1}" if number + 1 < of else "end-open"
    some, both = onward, onward
    asked = ""
    if number >= _BACK:
        one, two, three = (f"q{number - back}" for back in (1, 2, 3))
        some = f"[{{when: {{any: [{{{one}: b}}, {{{two}: b}}]}}, to: {onward}}}, {{to: {onward}}}]"
        second = "a" if number % 5 < 2 else "b"  # where two b's leave one unasked, an a between
        both = (
            f"[{{when: {{all: [{{{one}: b}}, {{{two}: {second}}}, {{not: {{{three}: a}}}}]}}, "
            f"to: end-stop}}, {{to: {onward}}}]"
        )
        if number % 5 == 0:
            asked = (
                f"    ask-when: {{any: [{{{one}: a}}, {{{two}: a}}]}}\n    otherwise: {onward}\n"
            )
    return (
        f"  q{number}:\n"
        f"    short: Part {number}\n"
        f"    ask: Does part number {number} hold?\n"
        f"    why: A whole is as good as its parts.\n"
        f"    reason: required\n"
        f"{asked}"
        f"    options:\n"
        f'      a: {{say: "Yes, it holds", next: {some}, adds: [d{number % 7}]}}\n'
        f'      b: {{say: "No, it does not", next: {both}}}\n'
    )
