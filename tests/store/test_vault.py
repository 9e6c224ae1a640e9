"""Making, opening and rekeying the store. Everything in these records is invented."""

import os
from pathlib import Path

import apsw
import pytest

from guidance_app.core.ids import PackId, RecordId
from guidance_app.core.record import Described, Started
from guidance_app.core.refusal import (
    DamagedStore,
    NewerFormat,
    Refusal,
    StoreInUse,
    WrongPassphrase,
)
from guidance_app.store import vault
from guidance_app.store.keys import Costs

CHEAP = Costs(memory=8 * 4, passes=1, lanes=4)
WORDS = "correct horse battery staple"
BEGUN = Started(PackId("small"), "1.0.0", "d1", "canary-reference")
AT = "2026-11-23T14:32:00.000+00:00"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "records"


def made(home: Path) -> str:
    records, code = vault.make(home, WORDS, CHEAP)
    records.begin(RecordId("r1"), BEGUN, AT)
    records.close()
    return code


def test_a_store_opens_again_with_its_passphrase(home: Path) -> None:
    made(home)
    records = vault.unlock(home, WORDS)
    assert [kept.reference for kept in records.records()] == ["canary-reference"]
    records.close()


def test_a_store_opens_with_its_recovery_code_typed_in_any_usual_way(home: Path) -> None:
    code = made(home)
    vault.unlock_with_code(home, f" {code.lower().replace('-', ' ')} ").close()


def test_a_wrong_passphrase_says_so(home: Path) -> None:
    made(home)
    with pytest.raises(WrongPassphrase, match="not the passphrase"):
        vault.unlock(home, WORDS + "r")


def test_a_slip_in_the_code_is_told_from_the_code_of_other_records(
    home: Path, tmp_path: Path
) -> None:
    code = made(home)
    slip = ("2" if code[0] != "2" else "3") + code[1:]
    with pytest.raises(WrongPassphrase, match="not typed as it was printed"):
        vault.unlock_with_code(home, slip)
    other, other_code = vault.make(tmp_path / "others", WORDS, CHEAP)
    other.close()
    with pytest.raises(WrongPassphrase, match="not the one of these"):
        vault.unlock_with_code(home, other_code)


def test_a_damaged_key_file_is_told_from_a_wrong_passphrase(home: Path) -> None:
    made(home)
    path = home / vault.KEY
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises((DamagedStore, NewerFormat), match=r"is damaged|later version"):
            vault.unlock(home, WORDS)
    path.write_bytes(whole)
    vault.unlock(home, WORDS).close()


def test_a_damaged_database_is_told_from_a_wrong_passphrase(home: Path) -> None:
    made(home)
    path = home / vault.DATABASE
    whole = bytearray(path.read_bytes())
    whole[100] ^= 1
    path.write_bytes(whole)
    with pytest.raises(DamagedStore, match="keep both"):
        vault.unlock(home, WORDS)


def test_a_plain_database_in_its_place_is_not_opened(home: Path) -> None:
    made(home)
    (home / vault.DATABASE).unlink()
    plain = apsw.Connection(str(home / vault.DATABASE))
    plain.execute("CREATE TABLE records (id)")
    plain.close()
    with pytest.raises(DamagedStore):
        vault.unlock(home, WORDS)


@pytest.mark.parametrize("missing", [vault.KEY, vault.DATABASE])
def test_half_a_store_is_never_made_anew(home: Path, missing: str) -> None:
    made(home)
    (home / missing).unlink()
    with pytest.raises(DamagedStore, match="missing"):
        vault.unlock(home, WORDS)
    with pytest.raises(Refusal, match="already"):
        vault.make(home, WORDS, CHEAP)


def test_a_second_program_is_told_that_the_store_is_open(home: Path) -> None:
    made(home)
    first = vault.unlock(home, WORDS)
    with pytest.raises(StoreInUse):
        vault.unlock(home, WORDS)
    first.close()
    vault.unlock(home, WORDS).close()


def test_a_store_of_a_newer_program_is_left_alone(home: Path) -> None:
    made(home)
    records = vault.unlock(home, WORDS)
    records._connection.pragma("user_version", 99)  # what a newer program would do
    records.close()
    before = (home / vault.DATABASE).read_bytes()
    with pytest.raises(NewerFormat):
        vault.unlock(home, WORDS)
    assert (home / vault.DATABASE).read_bytes() == before


def test_the_passphrase_can_be_changed_and_the_code_still_opens(home: Path) -> None:
    code = made(home)
    vault.change_passphrase(home, WORDS, "another set of words", CHEAP)
    with pytest.raises(WrongPassphrase):
        vault.unlock(home, WORDS)
    vault.unlock(home, "another set of words").close()
    vault.unlock_with_code(home, code).close()


def test_a_forgotten_passphrase_is_replaced_with_the_code(home: Path) -> None:
    code = made(home)
    vault.change_passphrase(home, code, "another set of words", CHEAP)
    vault.unlock(home, "another set of words").close()


def test_a_short_passphrase_is_refused_before_anything_is_made(home: Path) -> None:
    with pytest.raises(Refusal, match="at least 12"):
        vault.make(home, "short", CHEAP)
    assert not home.exists()


def test_nothing_readable_stands_in_the_folder(home: Path) -> None:
    made(home)
    records = vault.unlock(home, WORDS)
    records.append(RecordId("r1"), Described("canary-second"), AT, after=1)
    records.close()
    for path in home.iterdir():
        body = path.read_bytes()
        for word in ("canary", "small", WORDS):
            assert word.encode() not in body
            assert word.encode("utf-16-le") not in body


@pytest.mark.skipif(os.name != "posix", reason="only these systems know owners")
def test_the_folder_is_its_owners_alone(home: Path) -> None:
    made(home)
    assert home.stat().st_mode & 0o077 == 0
    assert (home / vault.KEY).stat().st_mode & 0o077 == 0
    assert (home / vault.DATABASE).stat().st_mode & 0o077 == 0


def test_the_disk_is_asked_for_each_file_and_no_listing_read(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(home)
    # Windows, and a stick, open RECORDS.DB as records.db: nothing may be made over that.
    monkeypatch.setattr(os, "listdir", lambda _folder: ["RECORDS.DB", "RECORDS.KEY"])
    assert vault.exists(home)
    with pytest.raises(Refusal, match="already"):
        vault.make(home, WORDS, CHEAP)


@pytest.mark.skipif(os.name != "posix", reason="only these systems know owners")
def test_rights_that_others_were_given_are_taken_away_when_it_opens(home: Path) -> None:
    made(home)
    for name in (vault.KEY, vault.DATABASE):
        (home / name).chmod(0o644)
    vault.unlock(home, WORDS).close()
    for name in (vault.KEY, vault.DATABASE):
        assert (home / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="only these systems know owners")
def test_a_folder_in_the_place_of_the_key_file_is_refused_and_keeps_its_rights(home: Path) -> None:
    made(home)
    (home / vault.KEY).unlink()
    (home / vault.KEY).mkdir(mode=0o755)
    with pytest.raises(Refusal):
        vault.unlock(home, WORDS)
    assert (home / vault.KEY).stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("name", ["OneDrive - Council", "Dropbox", "iCloud Drive"])
def test_a_folder_that_is_copied_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="copies files elsewhere"):
        vault.make(tmp_path / name / "records", WORDS, CHEAP)
    assert not (tmp_path / name).exists()
