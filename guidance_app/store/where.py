"""Says why a folder is no place for records: it is copied elsewhere, or is on another computer.

Only what can be seen from names and from the system's own list of mounts is seen. On macOS that is
the names alone; a network folder is not noticed there.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from guidance_app.core.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

_COPIED: Final = (
    "OneDrive",
    "Dropbox",
    "Google Drive",
    "GoogleDrive",
    "iCloud Drive",
    "iCloudDrive",
    "Mobile Documents",
    "CloudStorage",
    "Nextcloud",
    "ownCloud",
    "Box Sync",
)
_ONEDRIVE: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK: Final = frozenset(
    {"afs", "cifs", "davfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
    | {"fuse.davfs", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.sshfs"}
)
_REMOTE = 4
MOUNTS: Final = Path("/proc/self/mountinfo")


def check_folder(folder: Path) -> None:
    """Raise a Refusal if `folder` is not a place for records, saying why."""
    why = why_not(folder, os.environ)
    if why:
        raise Refusal(
            f"Records cannot be kept in this folder: {why}.",
            "Choose a folder on this computer's own disk. If records are there already, "
            "move the whole folder; nothing in it was changed.",
        )


def why_not(folder: Path, environment: Mapping[str, str], mounts: Path = MOUNTS) -> str:
    """Return why `folder` is no place for records, as the end of a sentence; empty if it is one."""
    whole = folder.resolve()
    copier = next((name for part in whole.parts for name in _COPIED if _is(part, name)), "")
    if not copier and any(_inside(whole, environment.get(name, "")) for name in _ONEDRIVE):
        copier = "OneDrive"
    if copier:
        return f"it is inside '{copier}', which copies files elsewhere while they are being written"
    if _remote(whole) or _type_of_mount(whole, mounts) in _NETWORK:
        return "it is on another computer, where a file can be cut off while it is being written"
    return ""


def _is(part: str, name: str) -> bool:
    """Say whether a folder called `part` is `name`'s own, such as 'OneDrive - A Council'."""
    return part.casefold() == name.casefold() or part.casefold().startswith(
        (f"{name} -".casefold(), f"{name} (".casefold())
    )


def _inside(folder: Path, other: str) -> bool:
    return bool(other) and folder.is_relative_to(Path(other).resolve())


def _remote(folder: Path) -> bool:
    """Say whether `folder` is on a Windows network drive."""
    if sys.platform == "win32":
        import ctypes

        kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
        return folder.drive.startswith("\\\\") or kind == _REMOTE
    else:  # noqa: RET505 - each system is checked for itself
        return False


def _type_of_mount(folder: Path, mounts: Path) -> str:
    """Return the file system that `folder` is on, by Linux's list of mounts; empty if unknown."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    kind, deepest = "", -1
    for line in lines:
        left, _, right = line.partition(" - ")
        place = Path(left.split(" ")[4].replace("\\040", " "))
        if folder.is_relative_to(place) and len(place.parts) >= deepest:
            kind, deepest = right.split(" ")[0], len(place.parts)
    return kind
