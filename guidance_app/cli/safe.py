"""The commands that keep records safe: verify, backups, restore, and the council's recovery key."""

from pathlib import Path

import click

from guidance_app.core.ids import RecordId
from guidance_app.core.refusal import DamagedStore, Refusal
from guidance_app.desk.desk import Desk
from guidance_app.desk.safe import Backup, Rehearsal
from guidance_app.desk.verifying import (
    Mark,
    Verdict,
    is_digest,
    read_mark,
    verify_mark,
    verify_record,
    verify_store,
)
from guidance_app.store.council import new_pair

from .unlock import first_line, passphrase_option, unlock


@click.command("verify")
@click.argument("what", default="")
@passphrase_option
@click.pass_context
def verify_command(ctx: click.Context, what: str, passphrase_file: Path | None) -> None:
    """Verify that what was kept is what is there.

    WHAT is the id of a record, a note that was saved (text, HTML, Word or JSON), or the digest that
    a note shows; left out, every record is verified. Exits with 1 where anything is not as it was.
    """
    desk: Desk = ctx.obj
    unlock(desk, passphrase_file)
    try:
        verdicts = _verdicts(desk, what)
    finally:
        desk.lock()
    for verdict in verdicts:
        click.echo(f"{'ok' if verdict.sound else '!!'}  {verdict.says}")
    if not verdicts:
        click.echo("No records yet.")
    ctx.exit(0 if all(verdict.sound for verdict in verdicts) else 1)


@click.command("backups")
@click.pass_obj
def backups_command(desk: Desk) -> None:
    """List the backups of the records, the latest first. Nothing is opened.

    Under them stand the records in whose place one was put, which can be put back like them.
    """
    for number, backup in enumerate(desk.safe.restorable, 1):
        stood = "  what stood there until then" if backup.replaced else ""
        click.echo(f"{number}  {_when(backup)}  {backup.path.name}{stood}")
    if not desk.safe.backups:
        click.echo("No backup yet. One is made whenever records are closed.")


@click.command("restore")
@click.argument("number", type=click.IntRange(min=1), required=False)
@click.option("--rehearse", is_flag=True, help="Only say what it would give back.")
@passphrase_option
@click.pass_obj
def restore_command(
    desk: Desk,
    number: int | None,
    rehearse: bool,
    passphrase_file: Path | None,
) -> None:
    """Put a backup in the place of the records: the latest, or that of this NUMBER in the list.

    The records that stand there now are kept beside it, whole or damaged as they are.
    """
    found = desk.safe.backups if number is None else desk.safe.restorable
    wanted = number or 1
    if wanted > len(found):
        raise Refusal(f"There is no backup number {wanted}.", "See which there are with: backups")
    backup = found[wanted - 1]
    typed = _typed(passphrase_file)
    gives = desk.safe.rehearse(backup, typed)
    click.echo(f"The backup of {_when(backup)} gives back {_amount(gives)}.")
    if rehearse:
        return
    if passphrase_file is None:
        click.confirm("Put it in the place of the records? Those are kept beside it.", abort=True)
    desk.safe.restore(backup, typed)
    click.echo("Restored. The passphrase is the one that opened it.")


@click.command("recovery-key")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def recovery_key_command(file: Path) -> None:
    """Make a recovery key for a council: write its private part to FILE, print its public part.

    The public part goes into the policy of each computer. Whoever has FILE and its passphrase can
    open all records made under that policy: keep it off these computers, and locked away.
    """
    passphrase = click.prompt("Passphrase for the key", hide_input=True, confirmation_prompt=True)
    public = new_pair(file, passphrase)
    click.echo(f'recovery-key = "{public}"')


@click.command("recover")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.pass_obj
def recover_command(desk: Desk, file: Path) -> None:
    """Give records whose passphrase is lost a new one, with the council's recovery key in FILE."""
    of_key = click.prompt("Passphrase of the key", hide_input=True)
    new = click.prompt("New passphrase of the records", hide_input=True, confirmation_prompt=True)
    desk.unlock_for_council(file, of_key, new)
    click.echo(f"The records open with the new passphrase. {len(desk.kept())} are there.")
    desk.lock()


def _verdicts(desk: Desk, what: str) -> tuple[Verdict, ...]:
    if not what:
        return tuple(verify_store(desk.records))
    if is_digest(what):
        return (verify_mark(desk.records, Mark(what)),)
    if Path(what).exists():
        return (verify_mark(desk.records, read_mark(Path(what))),)
    try:
        return (verify_record(desk.records, RecordId(what)),)
    except DamagedStore:
        raise
    except Refusal as refusal:
        says = f"'{what}' is no record on this computer, no file, and no digest."
        raise Refusal(says, "The list of records shows their ids.") from refusal


def _typed(passphrase_file: Path | None) -> str:
    if passphrase_file is not None:
        return first_line(passphrase_file)
    asked: str = click.prompt("Passphrase or recovery code", hide_input=True, err=True)
    return asked


def _when(backup: Backup) -> str:
    return f"{backup.made:%Y-%m-%d %H:%M} UTC"


def _amount(gives: Rehearsal) -> str:
    last = f", last touched {gives.touched_at[:16].replace('T', ' ')}" if gives.touched_at else ""
    records = "1 record" if gives.records == 1 else f"{gives.records} records"
    return f"{records} of {gives.entries} entries{last}"
