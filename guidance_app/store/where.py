"""Says why a folder is no place for records: it is copied elsewhere, or is on another computer.

Only what can be seen from names and from the system's own list of mounts is seen. On macOS that is
the names alone; a network folder is not noticed there.
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
    rf"({'|'.join(map(re.escape, _COPIED))})(?: [-(].*)?", re.IGNORECASE | re.DOTALL
)
"""A copier's own folder, such as 'OneDrive' and 'OneDrive - A Council'."""

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
    copier = next((found[1] for part in whole.parts if (found := _COPIER.fullmatch(part))), "")
    if not copier and any(_inside(whole, environment.get(name, "")) for name in _ONEDRIVE):
        copier = "OneDrive"
    if copier:
        return f"it is inside '{copier}', which copies files elsewhere while they are being written"
    if _remote(whole) or _on_network(whole, mounts):
        return "it is on another computer, where a file can be cut off while it is being written"
    return ""


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


def _on_network(folder: Path, mounts: Path) -> bool:
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
