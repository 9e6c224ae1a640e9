"""The command that lists what is kept."""

from pathlib import Path

import click

from guidance_app.desk.desk import Desk

from .unlock import passphrase_option, unlock


@click.command("records")
@passphrase_option
@click.pass_obj
def records_command(desk: Desk, passphrase_file: Path | None) -> None:
    """List the records kept on this computer, the one touched last first."""
    unlock(desk, passphrase_file)
    kept = desk.kept()
    if not kept:
        click.echo("No records yet.")
    for record in kept:
        where = record.place or "begun"
        day = record.touched_at[:16].replace("T", " ")
        click.echo(
            f"{record.id}  {day}  {record.reference or 'no reference'}  {record.state}  {where}"
        )
    desk.lock()
