"""What the machine's policy sets holds, whatever a user chose; a broken one opens nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guidance_app.core.refusal import Refusal
from guidance_app.desk.places import places
from guidance_app.desk.policy import Policy, read_policy
from guidance_app.desk.settings import Retention, Settings
from guidance_app.store import vault
from guidance_app.store.council import new_pair
from guidance_app.store.openers import by_council
from tests.desk.keeping import WORDS, Kept, walked


def read(tmp_path: Path, text: str | bytes) -> Policy:
    path = tmp_path / "policy.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_policy(path)


def test_no_file_sets_nothing(tmp_path: Path) -> None:
    settings = Settings(lock_after_minutes=0, export_folder="notes")
    assert read_policy(tmp_path / "policy.toml").hold(settings) == settings


def test_every_key_is_read(tmp_path: Path) -> None:
    policy = read(
        tmp_path,
        """
        lock-after-minutes = 5
        records-folder = "/srv/records"
        any-folder = true
        export-folder = "/srv/notes"
        export-formats = ["docx", "pdf"]
        packs = ["england"]
        recovery-key = "00"
        remember-key = false
        [retention]
        case-record = "as the child's file (an invented schedule)"
        supervision-notes = "six years (invented)"
        central-record = "three years (invented)"
        days = 90
        """,
    )
    assert policy.lock_after_minutes == 5
    assert policy.retention == Retention(
        "as the child's file (an invented schedule)",
        "six years (invented)",
        "three years (invented)",
        90,
    )
    assert not policy.remember_key
    assert policy.export_formats == ("docx", "pdf")
    assert not policy.allows_pack("small")


@given(st.integers(0, 999), st.integers(1, 60))
def test_no_setting_is_looser_than_the_policy(chosen: int, longest: int) -> None:
    held = Policy(lock_after_minutes=longest).hold(Settings(lock_after_minutes=chosen))
    assert 1 <= held.lock_after_minutes <= longest
    assert chosen in (held.lock_after_minutes, 0) or chosen > longest


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("lock-after-minutes =\n", "line 1"),
        ("lock-after-minuts = 5", "'lock-after-minuts' means nothing"),
        ("lock-after-minutes = 0", "1 or more"),
        ("lock-after-minutes = 'five'", "int"),
        ("packs = 'england'", "packs"),
        ("[retention]\nyears = 6", "'years' means nothing"),
        (b"\xff\xfe", "utf-8"),
        (b"#" * 70_000, "65,536 bytes"),
    ],
)
def test_a_broken_policy_says_what_is_wrong(tmp_path: Path, text: str | bytes, says: str) -> None:
    with pytest.raises(Refusal, match="policy of this computer cannot be read") as refused:
        read(tmp_path, text)
    assert says in refused.value.says
    assert "IT department" in refused.value.hint


def test_with_a_broken_policy_nothing_is_kept_or_opened_and_practice_goes_on(kept: Kept) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    desk.lock()
    kept.policy("nonsense = 1")
    desk = kept.desk()
    with pytest.raises(Refusal, match="policy of this computer"):
        desk.unlock(WORDS)
    desk.practise()
    walked(desk, "AB-1")
    desk.lock()


def test_what_a_user_chooses_is_held_and_what_was_chosen_comes_back(kept: Kept) -> None:
    kept.policy("lock-after-minutes = 5\nexport-folder = '/srv/notes'")
    desk = kept.desk()
    desk.choose(replace(desk.settings, lock_after_minutes=60, export_folder="elsewhere"))
    assert (desk.settings.lock_after_minutes, desk.settings.export_folder) == (5, "/srv/notes")


def test_only_packs_that_are_allowed_are_listed_or_used(kept: Kept) -> None:
    kept.policy("packs = ['england']")
    desk = kept.desk()
    desk.practise()
    assert desk.packs() == ()
    with pytest.raises(Refusal, match="does not allow the guidance 'small'"):
        desk.begin("small")
    desk.lock()


def test_records_are_kept_where_the_policy_says(kept: Kept, tmp_path: Path) -> None:
    kept.policy(f"records-folder = '{tmp_path / 'elsewhere'}'")
    desk = kept.desk()
    desk.make_store(WORDS)
    desk.lock()
    assert vault.exists(tmp_path / "elsewhere")
    assert not vault.exists(kept.home / "records")


def test_a_folder_that_is_copied_elsewhere_is_refused_but_for_a_policy(
    kept: Kept, tmp_path: Path
) -> None:
    kept.policy(f"records-folder = '{tmp_path / 'OneDrive' / 'records'}'")
    with pytest.raises(Refusal, match="OneDrive"):
        kept.desk().make_store(WORDS)
    kept.policy(f"records-folder = '{tmp_path / 'OneDrive' / 'records'}'\nany-folder = true")
    desk = kept.desk()
    desk.make_store(WORDS)
    desk.lock()


def test_a_council_s_key_opens_records_made_before_and_after_it_was_set(
    kept: Kept, tmp_path: Path
) -> None:
    desk = kept.desk()
    desk.make_store(WORDS)
    desk.lock()
    public = new_pair(tmp_path / "council.key", "a passphrase of the council")
    kept.policy(f"recovery-key = '{public}'")
    desk = kept.desk()
    desk.unlock(WORDS)
    desk.lock()
    way = by_council(tmp_path / "council.key", "a passphrase of the council")
    vault.open_by(kept.home / "records", way).close()
    desk.unlock_for_council(
        tmp_path / "council.key", "a passphrase of the council", "a new one for the worker"
    )
    desk.lock()
    desk.unlock("a new one for the worker")
    desk.lock()


def test_no_option_of_a_user_leads_to_another_policy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = places().policy
    for name in ("XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "HOME", "GUIDANCE_APP_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    assert places(tmp_path).policy == usual
