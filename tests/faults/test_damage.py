"""Damage to any of the files is found and said; what opens is what was kept."""

import random
from pathlib import Path

import pytest

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.refusal import DamagedStore, NewerFormat
from guidance_app.core.walk import Answer
from guidance_app.store import database, vault
from guidance_app.store.keys import Costs
from guidance_app.store.records import Records, Wanted

AT = "2026-11-23T14:32:00.000+00:00"
KEY = bytes(range(32))
DAMAGES = 200
WORDS = "four words in a row"

Seen = tuple[object, ...]


def kept(path: Path) -> Path:
    """Make a database with three records of some length at `path`."""
    database.create(path, KEY)
    records = Records(database.connect(path, KEY))
    for name in ("r1", "r2", "r3"):
        records.begin(RecordId(name), Started(PackId("p"), "1", "d"), AT)
        for number in range(5):
            answer = Answer(QuestionId(f"q{number}"), reason=f"invented {number} " * 300)
            records.append(RecordId(name), Given(answer), AT)
        records.keep_draft(RecordId(name), QuestionId("q9"), "half-typed " * 50)
    records.close()
    return path


def seen(path: Path) -> Seen:
    """Return everything that the database at `path` gives back."""
    records = Records(database.connect(path, KEY))
    try:
        listed = records.records()
        each = [(records.entries(one.id), records.drafts(one.id)) for one in listed]
        return (listed, each)
    finally:
        records.close()


def seen_and_found(path: Path) -> Seen:
    """Return everything that the database gives back, and what it finds by words.

    A page of the index of words that is put back as it was is no damage to a record: `verify` says
    so, and the words are gathered anew.
    """
    records = Records(database.connect(path, KEY))
    try:
        found = records.find(Wanted(words="invented 3"))
    finally:
        records.close()
    return (*seen(path), found)


def damage(whole: bytes, chance: random.Random) -> bytes:
    """Return `whole` with bytes changed or zeroed, two pages swapped, or its end cut off."""
    body = bytearray(whole)
    at = chance.randrange(len(body))
    match chance.randrange(5):
        case 0:
            body[at] ^= 1 << chance.randrange(8)
        case 1:
            for place in range(at, min(at + 16, len(body))):
                body[place] = chance.randrange(256)
        case 2:
            body[at : at + 512] = bytes(len(body[at : at + 512]))
        case 3:
            one, other = (4096 * chance.randrange(len(body) // 4096) for _ in range(2))
            page = body[one : one + 4096]
            body[one : one + 4096] = body[other : other + 4096]
            body[other : other + 4096] = page
        case _:
            del body[at:]
    return bytes(body)


def test_no_damage_to_the_database_is_silent(tmp_path: Path) -> None:
    path = kept(tmp_path / "records.db")
    whole, sound = path.read_bytes(), seen_and_found(path)
    chance = random.Random(2026)  # the same damages every time
    found = 0
    for _ in range(DAMAGES):
        path.write_bytes(damage(whole, chance))
        try:
            assert seen_and_found(path) == sound
        except DamagedStore:
            found += 1
    assert found > DAMAGES * 0.8


def test_an_older_page_put_back_is_found(tmp_path: Path) -> None:
    path = kept(tmp_path / "records.db")
    older = path.read_bytes()
    records = Records(database.connect(path, KEY))
    records.append(RecordId("r1"), Given(Answer(QuestionId("q1"), reason="anew")), AT)
    records.close()
    newer = path.read_bytes()
    sound = seen(path)
    silent = 0
    for at in range(4096, min(len(older), len(newer)), 4096):
        if older[at : at + 4096] == newer[at : at + 4096]:
            continue
        path.write_bytes(newer[:at] + older[at : at + 4096] + newer[at + 4096 :])
        try:
            silent += seen(path) != sound
        except DamagedStore:
            continue
    assert silent == 0


def test_no_damage_to_the_key_file_is_taken_for_a_wrong_passphrase(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    vault.make(folder, WORDS, Costs(32, 1, 1))[0].close()
    path = folder / vault.KEY
    whole = path.read_bytes()
    for place in range(len(whole) - 1):  # but for the line break at its end
        flipped = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        for changed in (flipped, whole[:place]):
            path.write_bytes(changed)
            with pytest.raises(DamagedStore, match="key file"):
                vault.unlock(folder, WORDS)


def test_a_key_file_that_would_exhaust_this_computer_is_not_obeyed(tmp_path: Path) -> None:
    from msgspec.structs import replace

    from guidance_app.store.header import read_header, write_header

    folder = tmp_path / "records"
    vault.make(folder, WORDS, Costs(32, 1, 1))[0].close()
    greedy = replace(read_header(folder / vault.KEY), costs=Costs(2**31 - 1, 1, 1))
    write_header(folder / vault.KEY, greedy)
    with pytest.raises(DamagedStore, match="key file"):
        vault.unlock(folder, WORDS)


def test_a_key_file_of_a_newer_program_is_refused_as_newer(tmp_path: Path) -> None:
    from guidance_app.store import header

    folder = tmp_path / "records"
    vault.make(folder, WORDS, Costs(32, 1, 1))[0].close()
    path = folder / vault.KEY
    newer = b'{"format":9,"check":"%s","body":{"later":1}}'
    path.write_bytes(newer % header._check(9, b'{"later":1}').encode())
    with pytest.raises(NewerFormat, match="later version"):
        vault.unlock(folder, WORDS)
