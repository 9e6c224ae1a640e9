"""The command that walks a pack: by asking, or from a file of answers."""

from pathlib import Path

import click

from guidance_app.called import CALLED
from guidance_app.core.refusal import Refusal
from guidance_app.desk.desk import Desk, Keeping
from guidance_app.desk.sitting import Sitting

from .answers import walk_answers
from .note import find
from .talk import Talk
from .unlock import make, passphrase_option, unlock


@click.command("walk")
@click.argument("pack")
@click.option(
    "--answers",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Answer from this file: a scenario, or its 'given'. Nothing is asked and nothing is kept.",
)
@click.option("--scenario", help="Which scenario of the file, by its name; the first if left out.")
@click.option("--json", "as_json", is_flag=True, help="With --answers: print JSON.")
@click.option("--practice", is_flag=True, help="Practise: nothing is kept.")
@click.option("--reference", help="A case number or initials for a new record.")
@click.option("--resume", metavar="RECORD", help="Go on with a record that was begun before.")
@passphrase_option
@click.pass_obj
def walk_command(
    desk: Desk,
    pack: str,
    answers: Path | None,
    scenario: str | None,
    as_json: bool,
    practice: bool,
    reference: str | None,
    resume: str | None,
    passphrase_file: Path | None,
) -> None:
    """Walk through PACK, one question at a time: a name on the shelf, a folder or a file.

    At each question type the number of an answer; or b to go back, c to change an answer,
    q to quit and keep.
    """
    if answers is not None:
        walk_answers(desk, pack, answers, scenario, as_json)
        return
    if as_json or scenario:
        raise click.UsageError("--json and --scenario go with --answers.")
    if resume is None:
        desk.library.pack(pack)  # a mistake in it, or in its name, is said before anything is asked
    open_store(desk, passphrase_file, practice=practice)
    sitting = sit_down(desk, pack, reference, resume)
    try:
        Talk(desk, sitting).run()
    finally:
        desk.lock()


def open_store(desk: Desk, passphrase_file: Path | None, *, practice: bool) -> None:
    """Open the records, make them, or practise."""
    if practice:
        desk.practise()
    elif desk.keeping is Keeping.NEW:
        make(desk, passphrase_file)
    else:
        unlock(desk, passphrase_file)


def sit_down(desk: Desk, pack: str, reference: str | None, resume: str | None) -> Sitting:
    """Begin a record, or open the one to go on with."""
    if resume is None:
        if reference is None:
            reference = click.prompt(
                "Case number or initials (or leave empty)", default="", show_default=False
            )
        return desk.begin(pack, reference)
    sitting = desk.resume(find(desk, resume))
    if sitting.pack.id not in (pack, Path(pack).name):
        raise Refusal(
            f"That record was made with the guidance '{sitting.pack.id}'.",
            f"Go on with: {CALLED} walk {sitting.pack.id} --resume {resume}",
        )
    return sitting
