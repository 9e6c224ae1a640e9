"""The command that writes a note from a record."""

from pathlib import Path

import click

from guidance_app.called import CALLED
from guidance_app.core.ids import RecordId
from guidance_app.core.kinds import Which
from guidance_app.core.refusal import Refusal
from guidance_app.desk.desk import Desk
from guidance_app.desk.exchange import note, save, shown
from guidance_app.desk.forms import Form

from .unlock import passphrase_option, unlock


@click.command("note")
@click.argument("record")
@click.option(
    "--as",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.DOCX.value,
    show_default=True,
    help="The form of the file.",
)
@click.option(
    "--which",
    type=click.Choice([which.value for which in Which]),
    default=Which.WHOLE.value,
    show_default=True,
    help="The whole note, one of its parts, or a request for legal advice.",
)
@click.option("--without-giver", is_flag=True, help="Leave out who gave information.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    required=True,
    help="The file to write, which it replaces; '-' for standard output.",
)
@passphrase_option
@click.pass_obj
def note_command(
    desk: Desk,
    record: str,
    form: str,
    which: str,
    without_giver: bool,
    output: Path,
    passphrase_file: Path | None,
) -> None:
    """Write the note of RECORD, a name from the list of records or the first letters of one."""
    unlock(desk, passphrase_file)
    sitting = desk.resume(find(desk, record))
    made = note(sitting, desk.now(), Which(which), without_giver=without_giver)
    if str(output) == "-":
        click.echo(shown(sitting, made, Form(form), Which(which)), nl=False)
    else:
        save(sitting, made, Form(form), Which(which), output)
        click.echo(f"Saved: {output}")
    desk.lock()


def find(desk: Desk, name: str) -> RecordId:
    """Return the one record whose name begins with `name`, or that has it as its reference."""
    found = {kept.id for kept in desk.kept() if kept.id.startswith(name) or kept.reference == name}
    if len(found) != 1:
        many = "No record is" if not found else f"{len(found)} records are"
        raise Refusal(f"{many} called '{name}'.", f"See them all with: {CALLED} records")
    return found.pop()
