"""The folder that records are kept in: made, unlocked, and given another passphrase.

`records.db` is the encrypted database, `records.key` its wrapped key, `records.lock` is held while
it is open. `records.making` is a database that was never finished; nothing was ever kept in it.
"""

from dataclasses import replace
from pathlib import Path

from guidance_app.core.refusal import DamagedStore, Refusal
from guidance_app.whole import flush_folder

from . import database
from .code import new_code, read_code
from .header import Header, read_header, write_header
from .keys import (
    COSTS,
    Costs,
    check_passphrase,
    new_key,
    unwrap_by_code,
    unwrap_by_passphrase,
    wrap_by_code,
    wrap_by_passphrase,
)
from .lock import Lock
from .private import no_core_dumps, private_folder
from .records import Records
from .trouble import not_kept
from .where import check_folder

DATABASE = "records.db"
KEY = "records.key"
LOCK = "records.lock"
MAKING = "records.making"


def exists(folder: Path) -> bool:
    """Say whether records are kept in `folder`, sound or not; what was never finished is none."""
    if (folder / DATABASE).exists():
        return True
    return (folder / KEY).exists() and not (folder / MAKING).exists()


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
        return Records(database.connect(folder / DATABASE, key), lock), code
    except BaseException:
        lock.release()
        raise


def unlock(folder: Path, passphrase: str, *, anywhere: bool = False) -> Records:
    """Open the store with its passphrase.

    Raises WrongPassphrase, DamagedStore, NewerFormat, StoreInUse, or another Refusal.
    """
    header = _header(folder, anywhere=anywhere)
    return _opened(folder, unwrap_by_passphrase(header.by_passphrase, passphrase, header.costs))


def unlock_with_code(folder: Path, code: str, *, anywhere: bool = False) -> Records:
    """Open the store with its recovery code, however it is spaced. Raises what `unlock` raises."""
    header = _header(folder, anywhere=anywhere)
    return _opened(folder, unwrap_by_code(header.by_code, read_code(code)))


def change_passphrase(folder: Path, old: str, new: str, costs: Costs = COSTS) -> None:
    """Give the store the passphrase `new`; until this returns, `old` may still be the one.

    The records are not touched, and may be open. Raises WrongPassphrase, NotKept, or a Refusal.
    """
    check_passphrase(new)
    header = _header(folder, anywhere=True)
    key = unwrap_by_passphrase(header.by_passphrase, old, header.costs)
    _give_passphrase(folder, header, key, new, costs)


def replace_passphrase(folder: Path, code: str, new: str, costs: Costs = COSTS) -> None:
    """Give the store the passphrase `new`, by its recovery code, where the old one is forgotten."""
    check_passphrase(new)
    header = _header(folder, anywhere=True)
    key = unwrap_by_code(header.by_code, read_code(code))
    _give_passphrase(folder, header, key, new, costs)


def replace_code(folder: Path, passphrase: str) -> str:
    """Return a new recovery code, to be printed once; the code before it opens nothing any more."""
    header = _header(folder, anywhere=True)
    key = unwrap_by_passphrase(header.by_passphrase, passphrase, header.costs)
    code = new_code()
    write_header(folder / KEY, replace(header, by_code=wrap_by_code(key, code)))
    return code


def in_memory() -> Records:
    """Return an empty store that is never on a disk, for practice."""
    return Records(database.in_memory())


def _make_files(folder: Path, key: bytes, header: Header) -> None:
    """Put the two files there so that, cut off anywhere, either both are whole or none counts."""
    if exists(folder):
        raise Refusal("Records are kept in this folder already.", "Unlock them instead.")
    making = folder / MAKING
    try:
        for leftover in (making, folder / f"{MAKING}-journal"):
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
    has_database, has_key = (folder / DATABASE).exists(), (folder / KEY).exists()
    if not exists(folder):
        raise Refusal("No records are kept in this folder yet.", "Begin with a new passphrase.")
    if not has_database:
        raise DamagedStore(
            f"The file of the records ('{DATABASE}') is missing; only its key file is there.",
            "Nothing was changed. Put the file back, or restore the records from a backup.",
        )
    if not has_key:
        raise DamagedStore(
            f"The key file of the records ('{KEY}') is missing; they cannot be read without it.",
            "Nothing was changed. Put the key file back, or restore the records from a backup.",
        )
    return read_header(folder / KEY)


def _opened(folder: Path, key: bytes) -> Records:
    no_core_dumps()
    lock = Lock(folder / LOCK)
    try:
        return Records(database.connect(folder / DATABASE, key), lock)
    except BaseException:
        lock.release()
        raise


def _give_passphrase(folder: Path, header: Header, key: bytes, new: str, costs: Costs) -> None:
    wrapped = wrap_by_passphrase(key, new, costs)
    write_header(folder / KEY, replace(header, costs=costs, by_passphrase=wrapped))
