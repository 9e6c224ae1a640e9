"""Which pack an author means: the folder that lies here, before one on the shelf of that name."""

import os
from pathlib import Path

import click


def authored(name: str) -> str:
    """Return the folder or file `name` that lies here, in full; else `name`, as the shelf has it.

    Somebody who writes guidance works on a copy, and it is often called as what they copied. Which
    is read is said on the error stream, where the shelf might have been meant.
    """
    path = Path(name)
    if not (path / "pack.yaml").is_file() and not path.is_file():
        return name
    whole = str(path.resolve())
    if os.sep not in name:
        click.echo(f"Reading the folder that lies here: {whole}", err=True)
    return whole
