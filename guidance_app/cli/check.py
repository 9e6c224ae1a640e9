"""The command that says everything that is wrong with a pack, for its author or for a machine."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import click

from guidance_app.core.problem import Problem
from guidance_app.desk.checking import check_pack, mutate_pack
from guidance_app.desk.desk import Desk
from guidance_app.packs.check import Report
from guidance_app.packs.flow import Figures
from guidance_app.packs.mutation import Mutation
from guidance_app.packs.tried import Covered, Tried

from . import paper
from .authored import authored

_COUNTED = {"E": ("error", "errors"), "W": ("warning", "warnings"), "I": ("remark", "remarks")}


@click.command("check")
@click.argument("pack")
@click.option(
    "--scenarios",
    "tests",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    multiple=True,
    help="Try the pack by the scenarios and properties in this file too. May be given again.",
)
@click.option(
    "--mutants",
    is_flag=True,
    help="Put every single fault into the pack, and say which of them no test notices.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def check_command(
    ctx: click.Context, pack: str, tests: tuple[Path, ...], mutants: bool, as_json: bool
) -> None:
    """Check PACK: a folder or a file, or a name on the shelf.

    Every walk is proved, not sampled. The exit status is 0 where nothing stops the pack from being
    used, 1 where something does, and 2 where the command was used wrongly.
    """
    desk: Desk = ctx.obj
    pack = authored(pack)
    report = check_pack(desk.library.shelf, pack, tests, date.fromisoformat(desk.now()[:10]))
    found = None
    if mutants:
        click.echo("Trying every single fault: seconds, or minutes for a large pack …", err=True)
        found = mutate_pack(desk.library.shelf, pack, tests)
    if as_json:
        says = {**told(report, pack), "mutation": _mutation(found)}
        click.echo(json.dumps(says, ensure_ascii=False, indent=2))
    else:
        _show(report, pack)
        if found is not None:
            _show_mutation(found)
    ctx.exit(0 if report.sound else 1)


def told(report: Report, name: str) -> dict[str, object]:
    """Return `report` as JSON's own values; the keys are a promise to whoever reads them."""
    failed = [{"name": f.name, "why": f.why} for f in report.findings.failed]
    return {
        "pack": report.pack.id if report.pack else name,
        "version": report.pack.version if report.pack else "",
        "digest": report.digest,
        "problems": [_problem(problem) for problem in report.problems],
        "scenarios": {"passed": report.findings.passed, "failed": failed},
        "coverage": _coverage(report.tried),
        "figures": _figures(report.figures),
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
        "walk": [list(pair) for pair in problem.walk],
    }


def _coverage(tried: Tried | None) -> dict[str, object]:
    if tried is None:
        return {}
    return {
        "options": _covered(tried.options),
        "outcomes": _covered(tried.outcomes),
        "duties": _covered(tried.duties),
        "lines": _covered(tried.lines),
    }


def _covered(covered: Covered) -> dict[str, object]:
    return {
        "tried": len(covered.tried),
        "of": len(covered.tried) + len(covered.missing),
        "missing": list(covered.missing),
    }


def _mutation(mutation: Mutation | None) -> dict[str, object]:
    """Return how many faults were noticed; nothing where it was not asked for."""
    if mutation is None:
        return {}
    return {
        "score": mutation.score,
        "noticed": mutation.noticed,
        "unnoticed": [
            {"fault": mutant.says, "where": "/".join(map(str, mutant.path))}
            for mutant in mutation.unnoticed
        ],
    }


def _figures(figures: Figures | None) -> dict[str, object]:
    """Return the figures; `walks` is null where a walk can go round for ever."""
    if figures is None:
        return {}
    return {
        "questions": figures.questions,
        "options": figures.options,
        "duties": figures.duties,
        "outcomes": figures.outcomes,
        "walks": figures.walks,
        "longest-walk": figures.longest,
        "shortest-walk": figures.shortest,
        "words-on-the-longest-walk": figures.words,
        "walks-to": dict(figures.walks_to),
    }


def _show(report: Report, name: str) -> None:
    """Print every problem; what to do about a kind of problem is said once."""
    hinted = set[tuple[str, str]]()
    for problem in report.problems:
        click.echo(str(problem))
        if problem.hint and (problem.code, problem.hint) not in hinted:
            hinted.add((problem.code, problem.hint))
            paper.say(problem.hint, indent="    ")
        if problem.walk:
            shown = " > ".join(f"{question}: {option}" for question, option in problem.walk)
            paper.say(f"Walk: {shown}", indent="    ")
    if report.problems:
        click.echo()
    _summary(report, name)


def _summary(report: Report, name: str) -> None:
    pack, figures, tried = report.pack, report.figures, report.tried
    click.secho(f"{pack.name} ({pack.status})" if pack and pack.title else name, bold=True)
    if figures is not None:
        walks = f"{figures.walks:,}" if figures.walks is not None else "endless"
        walks = "more than can be counted" if figures.wide else walks
        amounts = {
            "question": figures.questions,
            "option": figures.options,
            "duties": figures.duties,
            "outcome": figures.outcomes,
        }
        click.echo(f"{', '.join(_many(*pair) for pair in amounts.items())}.")
        lengths = f"; the longest asks {figures.longest}, the shortest {figures.shortest}"
        click.echo(f"Walks: {walks}{lengths if not figures.wide else ''}.")
    if report.findings.passed or report.findings.failed:
        failed = len(report.findings.failed)
        holds = "holds" if report.findings.passed == 1 else "hold"
        does = "does" if failed == 1 else "do"
        click.echo(f"Its own tests: {report.findings.passed} {holds}, {failed} {does} not.")
    if tried is not None and report.findings.passed:
        kinds = {
            "options": tried.options,
            "outcomes": tried.outcomes,
            "duties": tried.duties,
            "lines of 'next'": tried.lines,
        }
        shares = (
            f"{len(c.tried)} of {len(c.tried) + len(c.missing)} {kind}" for kind, c in kinds.items()
        )
        click.echo(f"Tried by scenarios: {', '.join(shares)}.")
    click.echo(f"{_counted(report.problems)}.")


def _many(what: str, amount: int) -> str:
    if what == "duties":
        return f"{amount} duty" if amount == 1 else f"{amount} duties"
    return f"{amount} {what}" if amount == 1 else f"{amount} {what}s"


def _show_mutation(mutation: Mutation) -> None:
    """Print the faults that nobody noticed, and the share of those that somebody did."""
    for mutant in mutation.unnoticed:
        paper.say(f"No test notices: {mutant.says}", indent="    ", first="  - ")
    tried = mutation.noticed + len(mutation.unnoticed)
    click.echo(
        f"Mutation score: {mutation.score:.1%}; its tests notice {mutation.noticed:,} of {tried:,} "
        "single faults."
    )


def _counted(problems: tuple[Problem, ...]) -> str:
    counts = Counter(problem.severity.value for problem in problems)
    said = [
        f"{counts[letter]} {one if counts[letter] == 1 else many}"
        for letter, (one, many) in _COUNTED.items()
        if letter != "I" or counts[letter]
    ]
    return ", ".join(said)
