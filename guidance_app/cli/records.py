"""The commands that list what is kept, find in it, and remove what is due."""

from datetime import date
from pathlib import Path

import click

from guidance_app.core.ids import RecordId
from guidance_app.core.kinds import State
from guidance_app.desk import retention
from guidance_app.desk.desk import Desk
from guidance_app.store.records import Kept, Wanted

from .unlock import passphrase_option, unlock


@click.command("records")
@click.option("--find", "words", default="", help="Only those with these words, anywhere in them.")
@click.option("--since", default="", metavar="DAY", help="Only those touched on this day or later.")
@click.option("--until", default="", metavar="DAY", help="Only those touched by the end of it.")
@click.option("--outcome", default="", metavar="ID", help="Only those that stand at this outcome.")
@click.option("--state", type=click.Choice([state.value for state in State]))
@click.option("--due", "only_due", is_flag=True, help="Those whose period is over.")
@passphrase_option
@click.pass_obj
def records_command(
    desk: Desk,
    words: str,
    since: str,
    until: str,
    outcome: str,
    state: str | None,
    only_due: bool,
    passphrase_file: Path | None,
) -> None:
    """List the records kept on this computer, the one touched last first.

    Days are written as 2026-11-23. Of a word its beginning is enough.
    """
    wanted = Wanted(words, _day(since), _day(until), outcome, State(state) if state else None)
    unlock(desk, passphrase_file)
    try:
        kept = desk.records.find(wanted).kept
        if only_due:
            due, _ = retention.due(desk.records, desk.settings.retention, _today(desk))
            kept = tuple(one for one in kept if one.id in {each.record for each in due})
        for record in kept:
            click.echo(_line(record))
        if not kept:
            click.echo(_nothing(desk, wanted, only_due=only_due))
    finally:
        desk.lock()


@click.command("remove")
@click.argument("record")
@click.option("--rule", required=True, help="The rule of your council by which it may go.")
@passphrase_option
@click.pass_obj
def remove_command(desk: Desk, record: str, rule: str, passphrase_file: Path | None) -> None:
    """Remove a record and every copy of it that this program keeps, and print a receipt.

    It is asked twice, and never done unasked. Notes that were saved elsewhere are not touched.
    """
    unlock(desk, passphrase_file)
    try:
        going = retention.what_goes(desk.records, RecordId(record))
        click.echo(
            f"Record {record}, {going.reference or 'no reference'}, last touched "
            f"{going.touched_on}. A note of it was {'' if going.saved else 'never '}saved."
        )
        confirmed = sum(click.confirm(says) for says in retention.CONFIRMATIONS)
        if confirmed == len(retention.CONFIRMATIONS):
            click.confirm("Remove it? It cannot be brought back.", abort=True)
        retention.remove(desk.records, going, confirmed, desk.now(), rule)
        desk.safe.clear_copies(desk.records)
        receipt = next(r for r in desk.records.receipts() if r.record == record)
        click.echo(f"\n{retention.receipt_text(receipt)}", nl=False)
    finally:
        desk.lock()


def _line(record: Kept) -> str:
    day = record.touched_at[:16].replace("T", " ")
    where, reference = record.place or "begun", record.reference or "no reference"
    return f"{record.id}  {day}  {reference}  {record.state}  {where}"


def _nothing(desk: Desk, wanted: Wanted, *, only_due: bool) -> str:
    if only_due and desk.settings.retention.days <= 0:
        return "No period is set, so nothing is due. Follow your council's schedule."
    if only_due or wanted != Wanted():
        return "No record is like that."
    return "No records yet."


def _day(text: str) -> str:
    """Return the day as it was written. Raises click.BadParameter for another text."""
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise click.BadParameter(f"'{text}' is no day. Write it as 2026-11-23.") from error


def _today(desk: Desk) -> date:
    return date.fromisoformat(desk.now()[:10])
