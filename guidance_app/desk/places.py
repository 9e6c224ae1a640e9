"""Where things are on this computer: the packs and resources we ship, the records, the settings."""

import os
import sys
from pathlib import Path

from msgspec import Struct

from guidance_app.shipped import shipped

from .policy import FILE

NAME = "guidance-app"

HOME = "GUIDANCE_APP_HOME"
"""The environment variable that puts records and settings into a folder of the user's choice."""


class Places(Struct, frozen=True):
    """The folders the program reads and writes. Records are local, never roaming."""

    records: Path
    settings: Path
    rules: tuple[Path, ...]
    resources: Path
    policy: Path


def places(home: Path | None = None, machine: Path | None = None) -> Places:
    """Return where things are; `home`, or the variable, has all that is not shipped in one folder.

    Packs of a council's own are found in the folder `rules` beside the records, and in that of the
    whole computer; of two that are called the same, the shipped one is taken. The policy stands in
    the folder `machine`, or where this computer keeps what holds for all its users; no variable and
    no option of a user leads elsewhere.
    """
    given = os.environ.get(HOME)
    chosen = home or (Path(given) if given else None)
    if chosen is not None:
        settings = chosen / "settings.json"
        rules: tuple[Path, ...] = (chosen / "rules",)
    else:
        import platformdirs

        chosen = Path(platformdirs.user_data_dir(NAME, appauthor=False, roaming=False))
        settings = Path(platformdirs.user_config_dir(NAME, appauthor=False)) / "settings.json"
        everybody = Path(platformdirs.site_data_dir(NAME, appauthor=False))
        rules = (everybody / "rules", chosen / "rules")
    return Places(
        records=chosen / "records",
        settings=settings,
        rules=(shipped("rules"), *rules),
        resources=shipped("resources"),
        policy=(machine or _machine()) / FILE,
    )


def _machine() -> Path:
    """Return the folder of the machine. On Linux a user's environment could move platformdirs'."""
    if sys.platform == "linux":
        return Path("/etc") / NAME
    else:  # noqa: RET505 – each system is checked for itself
        import platformdirs

        return Path(platformdirs.site_config_dir(NAME, appauthor=False))
