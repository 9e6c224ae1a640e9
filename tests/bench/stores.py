"""The store at 100, 10,000 and 100,000 records, beside the same statements on plain SQLite."""

import secrets
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

import apsw
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from guidance_app.core.ids import RecordId
from guidance_app.store import backups, database, vault
from guidance_app.store.keys import COSTS, Costs
from guidance_app.store.records import Records, Wanted
from tests.bench import plain
from tests.bench.times import Row, by_turns, row, timed

PASSPHRASE = "seven green canaries sang"  # noqa: S105 – opens nothing but what is measured here
CHEAP = Costs(1024, 1, 1)
GOAL = 1.5
SIZES = (100, 10_000, 100_000)
ROUNDS = {100: 100, 10_000: 30, 100_000: 9}
"""How often a search is timed at each size."""

KEEPS = 200
"""How many answers are kept, each in another record as long as there are others."""

OPENINGS = 100
"""How often the store is opened at each size."""

SEARCHES = {
    "list the first 30": Wanted(),
    "find a rare word": Wanted("77rare"),
    "find a word of every record": Wanted("invented"),
}


def rows() -> Iterator[Row]:
    """Yield the unlocking, which no size changes, and then the times at each size."""
    with tempfile.TemporaryDirectory() as home:
        yield from _unlocking(Path(home))
    for size in SIZES:
        with tempfile.TemporaryDirectory() as home:
            yield from _at(Path(home), size)


def _unlocking(home: Path) -> Iterator[Row]:
    """Yield an unlock, beside Argon2id alone at the same cost and the opening of a plain file."""
    vault.make(home, PASSPHRASE)[0].close()
    path = home / "plain.db"
    plain.make(path).close()

    def derive() -> None:
        cost = {"iterations": COSTS.passes, "lanes": COSTS.lanes, "memory_cost": COSTS.memory}
        Argon2id(salt=secrets.token_bytes(16), length=32, **cost).derive(PASSPHRASE.encode())
        plain.reopen(path).close()

    bare, ours = by_turns(
        9, lambda: timed(derive), lambda: timed(lambda: vault.unlock(home, PASSPHRASE).close())
    )
    yield row("Argon2id alone, and a plain file opened and closed", bare)
    yield row("Unlock and close, at the usual cost of a passphrase", ours, than=bare, goal=GOAL)


def _at(home: Path, size: int) -> Iterator[Row]:
    records, _ = vault.make(home, PASSPHRASE, CHEAP)
    bare = plain.make(home / "plain.db")
    plain.fill(size, records.read_by(lambda opened: opened), bare)
    records.close()
    bare.close()
    whole = (home / vault.DATABASE).stat().st_size
    print(f"  {size:,} records of {plain.ENTRIES} entries: {whole / size:,.0f} bytes a record")
    yield from _opening(home, size)
    records, bare = vault.unlock(home, PASSPHRASE), plain.reopen(home / "plain.db")
    yield from _keeping(records, bare, size)
    for what, wanted in SEARCHES.items():
        asked = plain.asked_by(records, wanted)
        works = (partial(plain.ask, bare, asked), partial(records.find, wanted, 30))
        yield from _compared(what, size, ROUNDS[size], *works)
    bare.close()
    one = RecordId(f"r{size // 2}")
    times = [timed(lambda: records.entries(one)) for _ in range(100)]
    yield row(_named(size, "open one record"), times, series="Store: open one record", size=size)
    yield _backup(records, size)
    records.close()


def _opening(home: Path, size: int) -> Iterator[Row]:
    """Yield how long it takes to open the file by a key that is known already."""
    records = vault.unlock(home, PASSPHRASE)
    assert records.home is not None
    key = records.home.key
    records.close()
    ours = _until_open(lambda: vault.open_by(home, lambda _header: key))
    bare = _until_open(lambda: plain.reopen(home / "plain.db"))
    times, beside = by_turns(OPENINGS, ours, bare)
    yield from _pair("open, the key known", size, beside, times)
    file = _until_open(lambda: database.connect(home / vault.DATABASE, key))
    times, beside = by_turns(OPENINGS, file, bare)
    yield row(_named(size, "  of this the file alone"), times, than=beside)


def _until_open(opening: Callable[[], Records | apsw.Connection]) -> Callable[[], float]:
    """Return what opens, closes again, and returns how long the opening took."""
    opened: list[Records | apsw.Connection] = []

    def once() -> float:
        took = timed(lambda: opened.append(opening()))
        opened.pop().close()
        return took

    return once


def _keeping(records: Records, bare: apsw.Connection, size: int) -> Iterator[Row]:
    """Yield how long it takes until an answer is on the disk."""
    ours, theirs = count(), count()
    digest = "0123456789abcdef" * 4

    def keep_ours() -> None:
        number = next(ours)
        name = RecordId(f"r{number % size}")
        records.append(name, plain.answer(100 + number), plain.AT)

    def keep_bare() -> None:
        number = next(theirs)
        plain.keep(bare, number % size, plain.answer(100 + number), digest)

    yield from _compared("keep an answer", size, KEEPS, keep_bare, keep_ours)


def _compared(
    what: str, size: int, rounds: int, bare: Callable[[], object], ours: Callable[[], object]
) -> Iterator[Row]:
    times = by_turns(rounds, lambda: timed(bare), lambda: timed(ours))
    yield from _pair(what, size, *times)


def _pair(what: str, size: int, bare: list[float], ours: list[float]) -> Iterator[Row]:
    yield row(_named(size, f"{what}, plain SQLite"), bare)
    series = f"Store: {what}"
    yield row(_named(size, what), ours, than=bare, series=series, size=size, goal=GOAL)


def _named(size: int, what: str) -> str:
    return f"{size:,} records: {what}"


def _backup(records: Records, size: int) -> Row:
    """Return the row of one verified backup."""
    home = records.home
    assert home is not None
    now = datetime(2026, 11, 23, tzinfo=UTC)
    backup = timed(
        lambda: records.read_by(lambda c: backups.back_up(home.folder, c, home.key, now))
    )
    what = "a verified backup"
    return row(_named(size, what), [backup], series=f"Store: {what}", size=size)
