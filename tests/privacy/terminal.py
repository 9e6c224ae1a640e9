"""What a person types in the terminal to walk through the England pack, word for word."""

import re
from dataclasses import dataclass

from guidance_app.core.faults import asked_fields
from guidance_app.core.ids import OutcomeId
from guidance_app.core.pack import Kind, Need, Pack
from guidance_app.core.walk import Answer
from tests.privacy.folders import LOGGED, Folders
from tests.privacy.typed import TYPED
from tests.ui.england import england, shortest_walks

END = OutcomeId("one-open-look")
MANY = 60
"""More lines than there are standing fields; what is too much is asked for again."""


def answers(pack: Pack) -> list[str]:
    """Return the lines that answer every question on a walk to one open look."""
    lines = []
    for name, options in shortest_walks(pack)[END]:
        question = pack.questions[name]
        numbers = [str(1 + [o.id for o in question.options].index(option)) for option in options]
        lines.append(",".join(numbers))
        fields = asked_fields(question, Answer(name, options))
        lines += ["18 11 2026" if f.kind is Kind.DATE else TYPED.field for f in fields]
        if question.reason is not Need.NONE:
            lines.append(TYPED.reason)
    return lines


def first_walk() -> str:
    """Return all that is typed on the first day: a passphrase, a reference, answers and fields."""
    begun = [TYPED.passphrase, TYPED.passphrase, TYPED.reference]
    return _lines(*begun, *answers(england()), "w", *[TYPED.standing] * MANY, "q")


@dataclass(frozen=True)
class Walked:
    """The name of a record that is kept, its recovery code, and what was said of faults."""

    record: str
    code: str
    errors: str


def walked(folders: Folders) -> Walked:
    """Walk in the terminal, to be kept."""
    done = folders.run("-c", LOGGED, "walk", "england", typed=first_walk())
    kept = re.search(r"Kept as (\S+?)\.", done.stdout)
    code = re.search(r"\n {4}([A-Z0-9-]{30,})\n", done.stdout)
    assert kept, done.stdout[-3000:]
    assert code, done.stdout[:3000]
    return Walked(kept.group(1), code.group(1), done.stderr)


def _lines(*typed: str) -> str:
    return "".join(f"{line}\n" for line in typed)
