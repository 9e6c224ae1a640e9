"""Says why a folder is no place for records: it is copied elsewhere, or is on another computer.

Only what can be seen from names, and from what the system says of the disk, is seen: on Linux its
device and the list of mounts, on Windows its kind. On macOS that is the names alone; a network
folder is not noticed there.
"""

from __future__ import annotations

import os
import re
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
_COPIER: Final = re.compile(
    rf"[\\/]({'|'.join(map(re.escape, _COPIED))})(?: [-(][^\\/]*)?(?:[\\/]|$)", re.IGNORECASE
)
"""A copier's own folder in a whole path, such as 'OneDrive' and 'OneDrive - A Council'."""

_ONEDRIVE: Final = (
    ("OneDrive", "OneDriveCommercial", "OneDriveConsumer") if sys.platform == "win32" else ()
)
"""What OneDrive tells its folders by: variables of the environment, on Windows alone."""

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
    whole, on_own_disk = _looked_at(folder)
    copier = _copier(whole, environment)
    if copier:
        return f"it is inside '{copier}', which copies files elsewhere while they are being written"
    if not on_own_disk and (_remote(whole) or _on_network(whole, mounts)):
        return "it is on another computer, where a file can be cut off while it is being written"
    return ""


def _looked_at(folder: Path) -> tuple[str, bool]:
    """Return the whole path of `folder`, links followed, and whether it is surely on an own disk.

    Linux gives a file system that is on no disk which it drives block by block, so every network's,
    a device with 0 as its major number. Some that are on a disk have one too: no says nothing.
    """
    if sys.platform == "linux":
        try:
            descriptor = os.open(folder, os.O_PATH | os.O_DIRECTORY)
        except OSError:
            return os.path.realpath(folder), False  # it is not there yet, or is no folder
        try:
            whole = os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115 - it stays a text
            return whole, os.major(os.fstat(descriptor).st_dev) != 0
        except OSError:
            return os.path.realpath(folder), False  # there is no /proc
        finally:
            os.close(descriptor)
    else:
        return os.path.realpath(folder), False


def _copier(folder: str, environment: Mapping[str, str]) -> str:
    """Return the name of the program that copies what is in `folder`, or an empty text."""
    if found := _COPIER.search(folder):
        return found[1]
    for name in _ONEDRIVE:
        if _inside(folder, environment.get(name, "")):
            return "OneDrive"
    return ""


def _inside(folder: str, other: str) -> bool:
    return bool(other) and Path(folder).is_relative_to(os.path.realpath(other))


def _remote(folder: str) -> bool:
    """Say whether `folder` is on a Windows network drive."""
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(folder)[0]
        kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")
        return drive.startswith("\\\\") or kind == _REMOTE
    else:  # noqa: RET505 - each system is checked for itself
        return False


def _on_network(folder: str, mounts: Path) -> bool:
    """Say whether the file system that `folder` is on is a network's, by Linux's list of mounts."""
    try:
        text = mounts.read_text("utf-8", "replace")
    except OSError:
        return False
    if not any(f" - {kind} " in text for kind in _NETWORK):
        return False
    kind, deepest, whole = "", -1, f"{folder}/"
    for line in text.splitlines():
        left, _, right = line.partition(" - ")
        place = left.split(" ")[4].replace("\\040", " ").rstrip("/")
        if whole.startswith(f"{place}/") and len(place) >= deepest:
            kind, deepest = right.split(" ")[0], len(place)
    return kind in _NETWORK
