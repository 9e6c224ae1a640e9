"""Walks a pack from a file of answers, and prints where that leads."""

import json
from pathlib import Path

import click

from guidance_app.core.notices import of_outcome
from guidance_app.core.pack import Pack
from guidance_app.core.standing import Standing
from guidance_app.desk.desk import Desk
from guidance_app.desk.rehearsal import rehearse

from . import paper


def walk_answers(desk: Desk, name: str, file: Path, scenario: str | None, as_json: bool) -> None:
    """Print where the answers in `file` lead through the pack `name`; nothing is kept."""
    pack = desk.library.pack(name)
    standing = rehearse(pack, file, scenario)
    if as_json:
        click.echo(json.dumps(told(pack, standing), ensure_ascii=False, indent=2))
    else:
        _show(pack, standing)
        if standing.done:
            paper.show_notices(of_outcome(pack, standing, desk.now()[:10]))


def told(pack: Pack, standing: Standing) -> dict[str, object]:
    """Return where a walk stands, by ids: `outcome` and `next` are null where there is none."""
    return {
        "pack": pack.id,
        "version": pack.version,
        "digest": pack.digest,
        "path": list(standing.asked),
        "answers": {
            step.question: list(step.answer.options) or step.answer.text for step in standing.path
        },
        "duties": [carried.duty for carried in standing.duties],
        "outcome": standing.outcome,
        "set-aside": [answer.question for answer in standing.aside],
        "next": standing.question,
    }


def _show(pack: Pack, standing: Standing) -> None:
    paper.show_list(
        "Path",
        (
            f"{pack.questions[step.question].label} ({step.question}): "
            f"{paper.in_words(pack.questions[step.question], step.answer)}"
            for step in standing.path
        ),
    )
    paper.show_list(
        "Set aside", (f"{paper.labels(pack, [a.question])} ({a.question})" for a in standing.aside)
    )
    if standing.outcome is not None:
        paper.show_outcome(pack, pack.outcomes[standing.outcome], standing)
        return
    paper.show_list(
        "Duties so far", (f"{pack.duties[c.duty].say} ({c.duty})" for c in standing.duties)
    )
    if standing.question is not None:
        paper.heading("No outcome yet")
        asked = pack.questions[standing.question]
        paper.say(f"The next question is '{asked.id}': {asked.ask}")
