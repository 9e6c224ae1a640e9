"""What a council's IT has set for this computer: a file that the program reads and never writes.

It stands in the folder of the machine, where a user cannot change it. Settings can be stricter than
it and never looser. What cannot be read is no policy to go by: then nothing is kept or opened.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from guidance_app.core.refusal import Refusal

from .settings import Retention, Settings

FILE = "policy.toml"
LONGEST = 64 * 1024
"""The most bytes that a policy may have."""


class Policy(Struct, frozen=True):
    """What is set, each in place of what a user may choose; left out, nothing is set.

    `lock_after_minutes` is the longest that may be chosen. `records_folder` is where records are
    kept; `any_folder` allows one that is copied elsewhere or on another computer. `recovery_key` is
    the council's public key. `packs` and `export_formats` are all that may be used; a note also
    leaves by "copy" and "print".
    """

    lock_after_minutes: int | None = None
    records_folder: str = ""
    any_folder: bool = False
    export_folder: str = ""
    export_formats: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    recovery_key: str = ""
    remember_key: bool = True
    retention: Retention | None = None

    def hold(self, settings: Settings) -> Settings:
        """Return `settings` as far as this policy leaves them."""
        longest, chosen = self.lock_after_minutes, settings.lock_after_minutes
        if longest is not None:
            settings = replace(settings, lock_after_minutes=min(chosen or longest, longest))
        if self.export_folder:
            settings = replace(settings, export_folder=self.export_folder)
        if self.retention is not None:
            settings = replace(settings, retention=self.retention)
        return settings

    def allows_pack(self, name: str) -> bool:
        """Say whether the guidance of this name may be used."""
        return not self.packs or name in self.packs


def read_policy(path: Path) -> Policy:
    """Return the policy at `path`, or an empty one where there is no file.

    Raises:
        Refusal: the file is there and cannot be read, or says what no policy can.

    """
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except FileNotFoundError:
        return Policy()
    except OSError as error:
        raise _broken(path, error.strerror or "the system refused") from error
    if len(data) > LONGEST:
        raise _broken(path, f"it has more than {LONGEST:,} bytes")
    policy = _policy(path, data)
    if policy.lock_after_minutes is not None and policy.lock_after_minutes < 1:
        raise _broken(path, "'lock-after-minutes' has to be 1 or more")
    return policy


def _policy(path: Path, data: bytes) -> Policy:
    """Return what the file says. What reads it is loaded only where there is such a file."""
    import tomllib

    import msgspec

    try:
        said = tomllib.loads(data.decode())
        unknown = [*_unknown(said, Policy), *_unknown(said.get("retention"), Retention)]
        if unknown:
            raise _broken(path, f"'{unknown[0]}' means nothing in it")
        return msgspec.convert(_snaked(said), Policy)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise _broken(path, str(error)) from error


def _unknown(said: object, kind: type) -> list[str]:
    known = {name.replace("_", "-") for name in get_type_hints(kind)}
    return sorted(set(said) - known) if isinstance(said, Mapping) else []


def _snaked(said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name.replace("-", "_"): _snaked(value) if isinstance(value, Mapping) else value
        for name, value in said.items()
    }


def _broken(path: Path, why: str) -> Refusal:
    return Refusal(
        f"The policy of this computer cannot be read: {why}.",
        f"Until it is mended nothing is kept or opened. Ask your IT department to look at {path}.",
    )
