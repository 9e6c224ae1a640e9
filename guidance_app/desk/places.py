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
    """Return where things are; `home`, or the variable, has all that is not shipped in one folder.

    Packs of a council's own are found in the folder `rules` beside the records, and in that of the
    whole computer; of two that are called the same, the shipped one is taken.
    """
    given = os.environ.get(HOME)
    chosen = home or (Path(given) if given else None)
    if chosen is not None:
        settings = chosen / "settings.json"
        rules: tuple[Path, ...] = (chosen / "rules",)
    else:
        chosen = Path(platformdirs.user_data_dir(NAME, appauthor=False, roaming=False))
        settings = Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "settings.json"
        everybody = Path(platformdirs.site_data_dir(NAME, appauthor=False))
        rules = (everybody / "rules", chosen / "rules")
    return Places(chosen / "records", settings, (shipped("rules"), *rules), shipped("resources"))
