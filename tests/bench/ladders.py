"""Packs made to be measured: a ladder of any length, invented and meaningless."""


def ladder(questions: int) -> dict[str, bytes]:
    """Return the files of a pack of `questions` questions in a row, each with two answers.

    Every tenth question reads the answer five questions before it, so that the search has
    something to keep; every second answer adds one of seven duties. The files hold at most a
    thousand questions each, so that none is over the bound.
    """
    files = {"pack.yaml": _pack(), "outcomes.yaml": _outcomes(), "duties.yaml": _duties()}
    for begin in range(0, questions, 1000):
        end = min(begin + 1000, questions)
        body = "".join(_question(n, questions) for n in range(begin, end))
        files[f"questions-{begin:06}.yaml"] = f"questions:\n{body}".encode()
    return files


def _question(number: int, of: int) -> str:
    onward = f"q{number + 1}" if number + 1 < of else "end-open"
    last = number % 10 == 9
    route = f"[{{when: {{q{number - 5}: b}}, to: {onward}}}, {{to: end-stop}}]" if last else onward
    return (
        f"  q{number}:\n"
        f"    short: Rung {number}\n"
        f"    ask: Is rung number {number} of the ladder sound?\n"
        f"    why: A ladder is as good as its rungs.\n"
        f"    reason: required\n"
        f"    options:\n"
        f'      a: {{say: "Yes, it is", next: {onward}, adds: [d{number % 7}]}}\n'
        f'      b: {{say: "No, it is not", next: {route}}}\n'
    )


def _pack() -> bytes:
    return b"format: 1\npack: ladder\ntitle: A ladder\nversion: 1.0.0\nstart: q0\n"


def _duties() -> bytes:
    lines = "".join(f"  d{n}: {{say: Hold on with hand number {n}.}}\n" for n in range(7))
    return f"duties:\n{lines}".encode()


def _outcomes() -> bytes:
    return (
        b"outcomes:\n"
        b"  end-open: {title: Up, level: open, permits: nothing, may: [Enjoy the view.]}\n"
        b"  end-stop: {title: Down, level: stop, permits: nothing, may: [Mind the rung.]}\n"
    )
