"""The other programs: how each is set, what it reads, and what it tells of a run of its own."""

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.beside import forms
from tests.bench.beside.installed import NODE, PINS, PYTHON, node
from tests.bench.beside.rungs import Rung

SURVEYS = ("trigger", "visibleIf", "onHidden", "calculated")
TABLES = ("passThrough", "alone")

MEANS = {
    "trigger": "a trigger completes the survey; defaults",
    "visibleIf": "a question shows by the last that may stop before it; defaults",
    "onHidden": "as visibleIf, with clearInvisibleValues set to onHidden",
    "calculated": "a question shows by a calculated value of all that may stop; defaults",
    "passThrough": "the table hands on what it was given, as the editor's new tables do",
    "alone": "the table answers with the next question alone",
    "raised": "Python's recursion limit and max_depth, 1,000 each, are raised",
}
"""How a peer is set, by the word for it in its rows."""

BESIDE = Path(__file__).parent / "beside"


@dataclass(slots=True)
class Peer:
    """Another program, how it is set, and what it reads."""

    name: str
    how: str
    script: str
    form: Callable[[list[Rung]], str]
    over: str = ""

    def __str__(self) -> str:
        return f"{self.name} {PINS[self.name]}{', ' if self.how else ''}{self.how}"


def peers() -> list[Peer]:
    """Return the peers; one that a setting mends is there with its defaults and with that."""
    survey, spiff, zen = "survey_course.mjs", "spiff_course.py", "zen_course.py"
    return [
        *(Peer("survey-core", how, survey, partial(forms.survey, how=how)) for how in SURVEYS),
        Peer("SpiffWorkflow", "", spiff, forms.process),
        Peer("SpiffWorkflow", "raised", spiff, forms.process),
        *(Peer("zen-engine", how, zen, partial(forms.decision, how=how)) for how in TABLES),
        Peer("pyxform", "", "pyxform_course.py", forms.xlsform),
    ]


def measured(peer: Peer, all_: list[Rung], limit: float, *more: str) -> tuple[dict[str, Any], str]:
    """Return what the peer printed within the limit, and how it ended where that was too early.

    With `LOADS` it only loads, some times.
    """
    script, size = BESIDE / peer.script, str(len(all_))
    if peer.script.endswith(".mjs"):
        command = [node() or "node", script, NODE, size, *more]
    else:
        command = [PYTHON, "-B", script, size, peer.how, *more]
    text, ended = peer.form(all_).encode(), ""
    try:
        done = subprocess.run(command, input=text, capture_output=True, timeout=limit, check=False)
        printed = done.stdout
        if done.returncode != 0:
            ended = f"ended with {_error(done.stderr)}"
    except subprocess.TimeoutExpired as slow:
        printed, ended = slow.stdout or b"", f"not done within {limit:.0f} seconds"
    found: dict[str, Any] = {}
    for line in printed.splitlines(keepends=True):
        if line.endswith(b"\n"):
            found |= json.loads(line)
    return found, ended


def _error(printed: bytes) -> str:
    """Return the name of the error that `printed` ends in."""
    names = re.findall(r"\b[A-Z]\w*(?:Error|Exception)\b", printed.decode(errors="replace"))
    return names[-1] if names else "an error"
