"""The command that prints a JSON Schema of the pack format, for authors' editors."""

import json

import click

from guidance_app.packs.schema import schema


@click.command("schema")
@click.option("--overlay", is_flag=True, help="Of a pack that extends another.")
def schema_command(overlay: bool) -> None:
    """Print a JSON Schema of the files of a pack.

    Saved to a file, it lets an editor that knows YAML complete the keys and underline what the
    reader would refuse.
    """
    click.echo(json.dumps(schema(overlay=overlay), ensure_ascii=False, indent=2))
