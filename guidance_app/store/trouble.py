"""What the disk or the system said, as a sentence for a person."""

import errno

import apsw

from guidance_app.core.refusal import DamagedStore, NotKept, Refusal

_SAFE = "Everything that was kept before is still there."

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_FOLDER = frozenset({errno.ENOTDIR, errno.EEXIST, errno.ENOENT, errno.EISDIR})


def not_kept(error: OSError | apsw.Error) -> Refusal:
    """Return the refusal for an `error` met while writing; DamagedStore where it shows damage."""
    number = error.errno if isinstance(error, OSError) else None
    if number in _FULL or isinstance(error, apsw.FullError):
        return NotKept(
            "The disk is full, so this was not kept.",
            f"{_SAFE} Make some room on the disk, then try again.",
        )
    if number in _FORBIDDEN or isinstance(error, _REFUSED):
        return NotKept(
            "This computer did not let the records be written, so this was not kept.",
            f"{_SAFE} Check that you may write in the folder of the records, then try again."
            f"{_about(error)}",
        )
    if number in _NO_FOLDER:
        return NotKept(
            "The folder for the records could not be made or used, so this was not kept.",
            f"Check where the records are to be kept, or choose another folder.{_about(error)}",
        )
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return NotKept(
            "Another program is holding the file of the records, so this was not kept.",
            f"{_SAFE} It may be a virus scanner or a backup: wait a moment, then try again.",
        )
    if isinstance(error, _DAMAGE):
        return damaged()
    return NotKept(
        "The disk did not take what was to be kept.",
        f"{_SAFE} Try again; if it goes on, ask for help with this computer's disk.",
    )


def unreadable(error: OSError | apsw.Error) -> Refusal:
    """Return the refusal for an `error` met while reading; DamagedStore where it shows damage."""
    if isinstance(error, _DAMAGE):
        return damaged()
    return Refusal(
        "The records could not be read from the disk.",
        "Nothing was changed. Try again; if it goes on, ask for help with this computer's disk.",
    )


def damaged() -> DamagedStore:
    """Return the refusal for a file of records that is not what was written."""
    return DamagedStore(
        "The file of the records is damaged, or the disk cannot read all of it.",
        "Nothing was changed by finding out. Start the program once more; if it says the same, "
        "keep the file, and restore the records from a backup.",
    )


def _about(error: OSError | apsw.Error) -> str:
    """Return a sentence that names the file or folder of `error`, if the system did."""
    name = error.filename if isinstance(error, OSError) else None
    return f" The system named {name}." if name else ""


_REFUSED = (apsw.ReadOnlyError, apsw.PermissionsError, apsw.CantOpenError, apsw.AuthError)
_DAMAGE = (apsw.CorruptError, apsw.NotADBError)
