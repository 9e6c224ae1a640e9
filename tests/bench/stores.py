"""The store at 100, 10,000 and 100,000 records: keep, open, list, find, back up, and bytes."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import apsw

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.walk import Answer
from guidance_app.store import backups, vault
from guidance_app.store.keys import Costs
from guidance_app.store.records import Records, Wanted
from tests.bench.times import Row, row, timed

AT = "2026-11-23T14:32:00.000+00:00"
PASSPHRASE = "seven green canaries sang"  # noqa: S105 – opens nothing but what is measured here
CHEAP = Costs(1024, 1, 1)
SIZES = (100, 10_000, 100_000)
ENTRIES = 10
REASON = "An invented reason of some length, as people write them: who said what, and when it was. "


def rows() -> Iterator[Row]:
    """Yield the times at each size; what an unlock costs by Argon2id comes first, by itself."""
    with tempfile.TemporaryDirectory() as home:
        vault.make(Path(home), PASSPHRASE)[0].close()
        unlock = [timed(lambda: vault.unlock(Path(home), PASSPHRASE).close()) for _ in range(5)]
    yield row("Unlock, at the usual cost of a passphrase", unlock)
    for size in SIZES:
        with tempfile.TemporaryDirectory() as home:
            yield from _at(Path(home), size)


def _at(home: Path, size: int) -> Iterator[Row]:
    records, _ = vault.make(home, PASSPHRASE, CHEAP)
    _fill(records, size)
    records.close()
    whole = (home / vault.DATABASE).stat().st_size
    print(f"  {size:,} records of {ENTRIES} entries: {whole / size:,.0f} bytes a record")
    opened: list[Records] = []

    def unlock() -> None:
        opened.append(vault.unlock(home, PASSPHRASE))

    times = []
    for _ in range(3):
        times.append(timed(unlock))
        opened.pop().close()
    yield row(f"{size:,} records: open", times)
    unlock()
    records = opened.pop()
    name = RecordId("r0")
    answers = iter(range(1000))
    keep = [timed(lambda: _answer(records, name, next(answers))) for _ in range(100)]
    yield row(f"{size:,} records: keep an answer", keep)
    yield row(f"{size:,} records: list the first 30", _times(records, Wanted()))
    yield row(f"{size:,} records: find a rare word", _times(records, Wanted("rare77")))
    yield row(f"{size:,} records: find a word of every one", _times(records, Wanted("invented")))
    yield row(
        f"{size:,} records: open one record",
        [timed(lambda: records.entries(RecordId(f"r{size // 2}"))) for _ in range(20)],
    )
    home_of = records.home
    assert home_of is not None
    now = datetime(2026, 11, 23, tzinfo=UTC)
    backup = timed(lambda: records.read_by(lambda c: backups.back_up(home, c, home_of.key, now)))
    yield row(f"{size:,} records: a verified backup", [backup])
    records.close()


def _times(records: Records, wanted: Wanted) -> list[float]:
    return [timed(lambda: records.find(wanted, 30)) for _ in range(5)]


def _answer(records: Records, name: RecordId, number: int) -> None:
    records.append(name, Given(Answer(QuestionId(f"q{number}"), reason=REASON)), AT)


def _fill(records: Records, size: int) -> None:
    """Put records there as they are kept, but all in one transaction, so that it takes seconds."""
    connection: apsw.Connection = records.read_by(lambda c: c)
    plain = Records(connection)
    plain._acts = _AtOnce()  # type: ignore[assignment]  # each act by itself would take an hour
    with connection:
        for number in range(size):
            name = RecordId(f"r{number}")
            reference = f"AB-{number}"
            plain.begin(name, Started(PackId("p"), "1.0.0", "d", reference), AT)
            for entry in range(1, ENTRIES):
                word = f"rare{number}" if entry == 1 else ""
                event = Given(Answer(QuestionId(f"q{entry}"), reason=f"{REASON}{word}"))
                plain.append(name, event, AT)


class _AtOnce:
    """Does acts in the transaction that is open."""

    def do(self, act):  # type: ignore[no-untyped-def]  # in the place of one that is typed
        return act()

    def settle(self) -> None:
        """Nothing was refused."""
