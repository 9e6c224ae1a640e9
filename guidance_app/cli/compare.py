"""The command that says what a change of a pack does, before anybody relies on it."""

import json
from collections.abc import Iterable
from pathlib import Path

import click

from guidance_app.core import change
from guidance_app.core.ids import OutcomeId
from guidance_app.core.kinds import Permits
from guidance_app.core.pack import Pack
from guidance_app.core.standing import Standing
from guidance_app.desk.comparing import Compared, MovedRecord, compare_packs, moved_records
from guidance_app.desk.desk import Desk
from guidance_app.packs.compare import Difference, Kind
from guidance_app.packs.settled import Changed

from . import paper
from .authored import authored
from .unlock import passphrase_option, unlock

_HEADINGS = {
    Kind.ENDS: "Walks that end elsewhere",
    Kind.GONE: "Answers that can no longer be given",
    Kind.ADDED: "Answers that only the new version has",
    Kind.DUTY_GAINED: "Duties that more walks carry",
    Kind.DUTY_LOST: "Duties that fewer walks carry",
    Kind.ASKED_MORE: "Questions that more walks are asked",
    Kind.ASKED_LESS: "Questions that fewer walks are asked",
    Kind.ADVICE_GAINED: "Advice that more walks are given",
    Kind.ADVICE_LOST: "Advice that fewer walks are given",
}


@click.command("compare")
@click.argument("old")
@click.argument("new")
@click.option("--records", "with_records", is_flag=True, help="Hold the kept records against NEW.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@passphrase_option
@click.pass_obj
def compare_command(
    desk: Desk,
    old: str,
    new: str,
    with_records: bool,
    as_json: bool,
    passphrase_file: Path | None,
) -> None:
    """Say what is different in NEW: which walks move, and which words changed.

    OLD and NEW are names on the shelf, folders or files. Every walk is compared, not a sample: the
    same answers are given to both. With --records, the records kept on this computer are replayed
    by NEW, and those that would come out differently are listed; none is changed.
    """
    compared = compare_packs(desk, authored(old), authored(new))
    moved: list[MovedRecord] = []
    if with_records:
        unlock(desk, passphrase_file)
        moved = list(moved_records(desk, compared.new))
        desk.lock()
    if as_json:
        click.echo(json.dumps(_told(compared, moved), ensure_ascii=False, indent=2))
        return
    _show(compared)
    if with_records:
        _show_records(compared.new, moved)


def _told(compared: Compared, moved: list[MovedRecord]) -> dict[str, object]:
    """Return the comparison as JSON's own values; the keys are a promise to whoever reads them."""
    comparison = compared.comparison
    return {
        "old": {"pack": compared.old.id, "version": compared.old.version},
        "new": {"pack": compared.new.id, "version": compared.new.version},
        "sets-of-answers": comparison.sets,
        "same-walks": comparison.same_walks,
        "differences": [
            {
                "kind": difference.kind.value,
                "was": difference.was,
                "now": difference.now,
                "sets-of-answers": difference.sets,
                "walk": [list(pair) for pair in difference.walk],
            }
            for difference in comparison.differences
        ],
        "settings": [_change(changed) for changed in comparison.settings],
        "words": [_change(changed) for changed in comparison.words],
        "records": [
            {
                "record": record.kept.id,
                "reference": record.kept.reference,
                "was": record.difference.before.outcome,
                "now": record.difference.after.outcome,
                "asks": record.difference.after.question,
                "duties-gained": list(record.difference.gained),
                "duties-lost": list(record.difference.lost),
            }
            for record in moved
        ],
    }


def _change(changed: Changed) -> dict[str, str]:
    return {"where": changed.name, "was": changed.was, "now": changed.now}


def _show(compared: Compared) -> None:
    comparison = compared.comparison
    click.echo(f"Old: {compared.old.name}\nNew: {compared.new.name}")
    if compared.old.id != compared.new.id and compared.new.extends is None:
        paper.say(
            f"These are different packs ('{compared.old.id}' and '{compared.new.id}'): where their "
            "ids are the same, the same answers are given to both."
        )
    for kind, heading in _HEADINGS.items():
        found = [d for d in comparison.differences if d.kind is kind]
        if found:
            paper.heading(heading)
        for difference in found:
            _show_difference(compared, difference)
    if comparison.same_walks:
        click.echo()
        paper.say(
            f"Every walk is the same: all {comparison.sets:,} sets of answers lead where they led, "
            "and add and show what they did."
        )
    _show_changes("Settings that changed", comparison.settings)
    _show_changes("Words that changed", comparison.words)
    if comparison.same_walks and not comparison.settings and not comparison.words:
        click.echo("No word is different.")


def _show_difference(compared: Compared, difference: Difference) -> None:
    total = compared.comparison.sets
    says = f"{_said(compared, difference)}: {difference.sets:,} of {total:,} sets of answers"
    paper.say(says, indent="    ", first="  - ")
    shown = " > ".join(f"{q}: {option}" if option else q for q, option in difference.walk)
    paper.say(f"For example: {shown}", indent="      ")


def _said(compared: Compared, difference: Difference) -> str:
    was, now = difference.was, difference.now
    match difference.kind:
        case Kind.ENDS:
            return f"{was} → {now}{_permits(compared, was, now)}"
        case Kind.GONE:
            return f"ended at {was}, and '{now}' no longer takes the answer"
        case Kind.ADDED:
            permits = compared.new.outcomes[OutcomeId(now)].permits
            more = f" (PERMITS {permits.value})" if permits is not Permits.NOTHING else ""
            return f"an answer to '{was}', ends at {now}{more}"
    return was or now


def _permits(compared: Compared, was: str, now: str) -> str:
    """Say whether the new outcome permits more or less than the old one."""
    before = next(o.permits for o in compared.old.outcomes.values() if o.id == was)
    after = next(o.permits for o in compared.new.outcomes.values() if o.id == now)
    if before is after:
        return ""
    more = "PERMITS MORE" if after.rank > before.rank else "permits less"
    return f" ({more}: {before.value} → {after.value})"


def _show_changes(title: str, changes: Iterable[Changed]) -> None:
    changes = list(changes)
    if changes:
        paper.heading(f"{title} ({len(changes)})")
    for changed in changes:
        click.echo(f"  {changed.name if changed.was and changed.now else _shorter(changed)}")
        for sign, text in (("-", changed.was), ("+", changed.now)):
            if text:
                paper.say(text, indent="      ", first=f"    {sign} ")


def _shorter(changed: Changed) -> str:
    """Return the way to what came or went, without the text itself where that is its last part."""
    path = changed.path[:-1] if changed.path[-1] in (changed.was, changed.now) else changed.path
    return "/".join(map(str, path))


def _show_records(pack: Pack, moved: list[MovedRecord]) -> None:
    if not moved:
        click.echo(f"\nNo record kept here would come out differently by {pack.name}.")
        return
    paper.heading(f"Records that would come out differently by {pack.name}")
    for record in moved:
        name = f"{record.kept.id}  {record.kept.reference or 'no reference'}"
        paper.say(f"{name}: {_moved(record.difference)}", indent="    ", first="  - ")


def _moved(moved: change.Difference) -> str:
    parts = [f"{_end(moved.before)} → {_end(moved.after)}"]
    for title, names in (
        ("no longer on the path", moved.set_aside),
        ("new on the path", moved.brought_back),
        ("duties gained", moved.gained),
        ("duties lost", moved.lost),
    ):
        if names:
            parts.append(f"{title}: {', '.join(names)}")
    return "; ".join(parts)


def _end(standing: Standing) -> str:
    if standing.outcome is not None:
        return standing.outcome
    return f"asks '{standing.question}'" if standing.question else "leads nowhere"
