"""The folder that records are kept in: made, unlocked, and given another passphrase.

`records.db` is the encrypted database, `records.key` its wrapped key, `records.lock` is held while
it is open. `records.making` is a database that was never finished; nothing was ever kept in it.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from msgspec.structs import replace

from guidance_app.core.refusal import DamagedStore, Refusal
from guidance_app.whole import flush_folder

from . import backups, database
from .code import new_code
from .council import read_public, wrap_for
from .header import Header, read_header, write_header
from .keys import (
    COSTS,
    check_passphrase,
    new_key,
    unwrap_by_passphrase,
    wrap_by_code,
    wrap_by_passphrase,
)
from .lock import Lock
from .openers import by_code, by_either, by_passphrase
from .private import no_core_dumps, private_folder
from .records import Home, Records
from .trouble import not_kept
from .where import check_folder

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from .backups import Backup
    from .keys import (
        Costs,
    )
    from .openers import Opener

DATABASE = "records.db"
KEY = "records.key"
LOCK = "records.lock"
MAKING = "records.making"


def exists(folder: Path) -> bool:
    """Say whether records are kept in `folder`, sound or not; what was never finished is none."""
    return _there(folder, DATABASE) or (_there(folder, KEY) and not _there(folder, MAKING))


def make(
    folder: Path, passphrase: str, costs: Costs = COSTS, *, anywhere: bool = False
) -> tuple[Records, str]:
    """Make the store in `folder`, and return it open with the recovery code, to be printed once.

    Raises a Refusal for a passphrase that is too short, for a folder that cannot be written or is
    no place for records (unless `anywhere`), and where records are kept already.
    """
    check_passphrase(passphrase)
    if not anywhere:
        check_folder(folder)
    no_core_dumps()
    try:
        private_folder(folder)
    except OSError as error:
        raise not_kept(error) from error
    lock = Lock(folder / LOCK)
    try:
        key, code = new_key(), new_code()
        header = Header(costs, wrap_by_passphrase(key, passphrase, costs), wrap_by_code(key, code))
        _make_files(folder, key, header)
        opened = database.connect(folder / DATABASE, key)
        return Records(opened, lock, Home(folder, key)), code
    except BaseException:
        lock.release()
        raise


def unlock(folder: Path, passphrase: str, *, anywhere: bool = False) -> Records:
    """Open the store with its passphrase. Raises what `open_by` raises."""
    return open_by(folder, by_passphrase(passphrase), anywhere=anywhere)


def unlock_with_code(folder: Path, code: str, *, anywhere: bool = False) -> Records:
    """Open the store with its recovery code, however it is spaced. Raises what `open_by` raises."""
    return open_by(folder, by_code(code), anywhere=anywhere)


def open_by(folder: Path, opener: Opener, *, anywhere: bool = False) -> Records:
    """Open the store by `opener`.

    Where the key file is damaged or missing and the backups have a sound one, that opens it, and is
    put in its place once it has. Raises WrongPassphrase, DamagedStore, NewerFormat, StoreInUse, or
    another Refusal.
    """
    copied = None
    try:
        header = _header(folder, anywhere=anywhere)
    except DamagedStore as damage:
        if not _there(folder, DATABASE):
            raise
        header = copied = copied_header(folder, damage)
    key = opener(header)
    no_core_dumps()
    lock = Lock(_in(folder, LOCK))
    try:
        opened = database.connect(_in(folder, DATABASE), key)
        records = Records(opened, lock, Home(folder, key))
    except BaseException:
        lock.release()
        raise
    if copied is not None:
        with contextlib.suppress(Refusal):
            write_header(folder / KEY, copied)
    return records


def copied_header(folder: Path, damage: Refusal) -> Header:
    """Return the header that the backups in `folder` have; raise `damage` where there is none."""
    try:
        return read_header(folder / backups.FOLDER / KEY)
    except Refusal:
        raise damage from None


def give_passphrase(folder: Path, opener: Opener, new: str, costs: Costs = COSTS) -> None:
    """Give the store the passphrase `new`; until this returns, the old one may still be the one.

    The records are not touched, and may be open. Raises WrongPassphrase, NotKept, or a Refusal.
    """
    check_passphrase(new)
    header = _header(folder, anywhere=True)
    wrapped = wrap_by_passphrase(opener(header), new, costs)
    _write(folder, replace(header, costs=costs, by_passphrase=wrapped))


def change_passphrase(folder: Path, old: str, new: str, costs: Costs = COSTS) -> None:
    """Give the store the passphrase `new`, by the `old` one or, where forgotten, by its code."""
    give_passphrase(folder, by_either(old), new, costs)


def replace_code(folder: Path, passphrase: str) -> str:
    """Return a new recovery code, to be printed once; the code before it opens nothing any more."""
    header = _header(folder, anywhere=True)
    key = unwrap_by_passphrase(header.by_passphrase, passphrase, header.costs)
    code = new_code()
    _write(folder, replace(header, by_code=wrap_by_code(key, code)))
    return code


def wrap_for_council(records: Records, public: str) -> bool:
    """Let the council's key open the store too; `public` is its public key, in hex.

    Returns whether anything was written: it is not, where that key opens the store already. Raises
    NotKept, or a Refusal where it is no public key.
    """
    home = records.home
    if home is None or not public:
        return False
    header = _header(home.folder, anywhere=True)
    if header.council == public and header.by_council is not None:
        return False
    wrapped = wrap_for(home.key, read_public(public))
    _write(home.folder, replace(header, by_council=wrapped, council=public))
    return True


def back_up(records: Records, now: datetime) -> Backup | None:
    """Make a verified backup of the open `records`, unless the latest is of the same state.

    Raises NotKept; then the backups before it are still there.
    """
    home = records.home
    if home is None:
        return None
    try:
        return records.read_by(lambda source: backups.back_up(home.folder, source, home.key, now))
    finally:
        _keep_key(home.folder)


def clear_copies(records: Records, now: datetime) -> None:
    """Make one backup of the records as they are, and let copies go in which something was removed.

    So that is gone from all files of this program. Raises NotKept; doing it again goes on where it
    stopped.
    """
    home = records.home
    gone = [receipt for receipt in records.receipts() if not receipt.everywhere]
    if home is not None and gone:
        from . import copies

        back_up(records, now)
        records.read_by(lambda store: copies.clear(home.folder, home.key, store, gone))
        back_up(records, now)  # where the one that was the latest had to go
        records.cleared()


def in_memory() -> Records:
    """Return an empty store that is never on a disk, for practice."""
    return Records(database.in_memory())


def _make_files(folder: Path, key: bytes, header: Header) -> None:
    """Put the two files there so that, cut off anywhere, either both are whole or none counts."""
    if exists(folder):
        raise Refusal("Records are kept in this folder already.", "Unlock them instead.")
    making = folder / MAKING
    try:
        for leftover in (making, database.journal_of(making)):
            leftover.unlink(missing_ok=True)
        database.create(making, key)
        write_header(folder / KEY, header)
        making.replace(folder / DATABASE)
        flush_folder(folder)
    except OSError as error:
        raise not_kept(error) from error


def _header(folder: Path, *, anywhere: bool) -> Header:
    """Return the header of the store in `folder`, once both of its files are there."""
    if not anywhere:
        check_folder(folder)
    if not _there(folder, DATABASE):
        if not exists(folder):
            raise Refusal("No records are kept in this folder yet.", "Begin with a new passphrase.")
        raise DamagedStore(
            f"The file of the records ('{DATABASE}') is missing; only its key file is there.",
            "Nothing was changed. Put the file back, or restore the records from a backup.",
        )
    try:
        return read_header(_in(folder, KEY))
    except Refusal:
        if _there(folder, KEY):
            raise
        raise DamagedStore(
            f"The key file of the records ('{KEY}') is missing; they cannot be read without it.",
            "Nothing was changed. Put the key file back, or restore the records from a backup.",
        ) from None


def _in(folder: Path, name: str) -> str:
    """Return the path of `name` in `folder`; to make a Path of it takes longer than to open it."""
    return f"{folder}{os.sep}{name}"


def _there(folder: Path, name: str) -> bool:
    return os.path.exists(_in(folder, name))  # noqa: PTH110 - see above


def _write(folder: Path, header: Header) -> None:
    write_header(folder / KEY, header)
    _keep_key(folder)


def _keep_key(folder: Path) -> None:
    """Let the backups have the key file as it is now; a sound one never makes way for another.

    Where it cannot be kept, the one before stays, and the next time that records are backed up, so
    the next time that the desk opens them, will do.
    """
    if _there(folder, backups.FOLDER):
        with contextlib.suppress(Refusal):
            header, copied = read_header(folder / KEY), folder / backups.FOLDER / KEY
            if not copied.exists() or _differs(copied, header):
                write_header(copied, header)


def _differs(path: Path, header: Header) -> bool:
    try:
        return read_header(path) != header
    except Refusal:
        return True
