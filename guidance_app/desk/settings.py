"""What the user has chosen: a frozen value, replaced whole and written whole."""

import os
from enum import StrEnum
from itertools import count
from pathlib import Path

from msgspec import Struct

from guidance_app.core.refusal import NotKept, Refusal
from guidance_app.whole import write_whole


class Theme(StrEnum):
    """The three themes that ship."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""Text sizes offered, in per cent of the system's own."""


class Retention(Struct, frozen=True):
    """How long things are kept, in the words of the council's own schedule; none is invented.

    `days` is how long a record stays in this program after it was last touched; 0 sets no date.
    """

    case_record: str = ""
    supervision_notes: str = ""
    central_record: str = ""
    days: int = 0

    @property
    def words(self) -> str:
        """What a note says of it."""
        parts = {
            "case record": self.case_record,
            "supervision notes": self.supervision_notes,
            "central record of looks": self.central_record,
        }
        said = [f"{what}: {words.strip()}" for what, words in parts.items() if words.strip()]
        return "; ".join(said) or "Follow your council's schedule."


class Settings(Struct, frozen=True):
    """Who works here and how the window looks. Nothing of a case is ever in here."""

    name: str = ""
    role: str = ""
    team: str = ""
    theme: Theme = Theme.LIGHT
    text_size: int = 100
    export_folder: str = ""
    lock_after_minutes: int = 10
    retention: Retention = Retention()
    window: str = ""
    met: bool = False

    @property
    def introduced(self) -> bool:
        """Whether the first run has been gone through."""
        return self.met


def read_settings(path: Path) -> Settings:
    """Return the settings kept at `path`; where nothing is kept, the first ones.

    Raises a Refusal where what is kept cannot be read. It is never an obstacle: settings hold
    nothing that cannot be chosen again. `set_aside` keeps the file.
    """
    try:
        kept = path.read_bytes()
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise _unreadable(f"The system says of {path}: {error.strerror}.") from error
    import msgspec

    try:
        return msgspec.json.decode(kept, type=Settings)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        says = f"The file is damaged. Before others are kept it is copied to {_aside(path, kept)}."
        raise _unreadable(says) from error


def set_aside(path: Path) -> None:
    """Keep a copy of what stands at `path` and cannot be read. Raises a Refusal if it cannot be."""
    try:
        kept = path.read_bytes()
        if not (aside := _aside(path, kept)).exists():
            write_whole(aside, kept, private=True)
    except FileNotFoundError:
        return  # it is gone by itself
    except OSError as error:
        raise _not_kept(error) from error


def _aside(path: Path, kept: bytes) -> Path:
    """Return the first name beside `path` that is free, or under which `kept` stands already."""
    for number in count(1):
        end = "" if number == 1 else f"-{number}"
        aside = path.with_name(f"{path.stem}-unreadable{end}{path.suffix}")
        if not os.path.lexists(aside) or _holds(aside, kept):
            break
    return aside


def _holds(path: Path, kept: bytes) -> bool:
    try:
        return path.read_bytes() == kept
    except OSError:
        return False


def _unreadable(why: str) -> Refusal:
    return Refusal(
        "Your settings could not be read, so those of a first start hold now.",
        "In Settings, look at who you are, at when records lock and at the council's periods. "
        f"{why}",
    )


def _not_kept(error: OSError) -> NotKept:
    return NotKept(
        "The settings could not be kept on this computer.",
        f"The system says: {error.strerror}. What you chose holds until you close the program.",
    )


def write_settings(settings: Settings, path: Path) -> None:
    """Keep `settings` at `path`, whole or not at all."""
    import msgspec

    body = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, body, private=True)
    except OSError as error:
        raise _not_kept(error) from error
