"""Where things are on this computer: the packs and resources we ship, the records, the settings."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from guidance_app.shipped import shipped

NAME = "guidance-app"

HOME = "GUIDANCE_APP_HOME"
"""The environment variable that puts records and settings into a folder of the user's choice."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders the program reads and writes. Records are local, never roaming."""

    records: Path
    settings: Path
    rules: tuple[Path, ...]
    resources: Path


def places(home: Path | None = None) -> Places:
    """Return where things are; `home`, or the variable, has records and settings in one folder."""
    given = os.environ.get(HOME)
    chosen = home or (Path(given) if given else None)
    if chosen is not None:
        records, settings = chosen / "records", chosen / "settings.json"
    else:
        records = Path(platformdirs.user_data_dir(NAME, appauthor=False, roaming=False)) / "records"
        settings = Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "settings.json"
    return Places(records, settings, (shipped("rules"),), shipped("resources"))
