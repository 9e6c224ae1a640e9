"""Settings are kept whole; a damaged file never stands in the way, and is never lost in silence."""

from pathlib import Path

import pytest

from guidance_app.core.refusal import Refusal
from guidance_app.desk import settings
from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings, Theme, read_settings, write_settings
from guidance_app.whole import write_whole


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    chosen = Settings(name="A. Worker", role="Social worker", theme=Theme.DARK, text_size=150)
    write_settings(chosen, tmp_path / "new" / "settings.json")
    assert read_settings(tmp_path / "new" / "settings.json") == chosen


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b'{"theme": "pink"}', b"\xff\xfe", b'{"text_size": "x"}', b"[" * 200_000],
    ids=["empty", "cut off", "unknown theme", "no UTF-8", "no number", "deep"],
)
def test_settings_that_cannot_be_read_are_said_and_kept(tmp_path: Path, body: bytes) -> None:
    """The council's periods are in them: that they do not hold any more is not to be overlooked."""
    path, aside = tmp_path / "settings.json", tmp_path / "settings-unreadable.json"
    path.write_bytes(body)
    desk = desk_at(tmp_path)
    assert desk.settings == Settings()
    assert "could not be read" in str(desk.settings_trouble)
    assert str(aside) in str(desk.settings_trouble)
    assert path.read_bytes() == body  # looking changes nothing
    desk.choose(Settings(name="A. Worker"))
    assert aside.read_bytes() == body
    desk.choose(Settings(name="B. Worker"))
    assert aside.read_bytes() == body
    again = desk_at(tmp_path)
    assert (again.settings.name, again.settings_trouble) == ("B. Worker", None)


def test_nothing_that_was_kept_aside_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for number, body in enumerate((b"{", b"[", b"{"), start=1):
        path.write_bytes(body)
        desk_at(tmp_path).choose(Settings(name=f"Worker {number}"))
    kept = {one.name: one.read_bytes() for one in tmp_path.glob("settings-*")}
    assert kept == {"settings-unreadable.json": b"{", "settings-unreadable-2.json": b"["}


@pytest.mark.parametrize("refused", ["the copy", "the settings"])
def test_what_cannot_be_read_is_there_until_a_copy_and_the_new_ones_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")
    desk = desk_at(tmp_path)

    def full(to: Path, body: bytes, *, private: bool) -> None:
        if (to == path) is (refused == "the settings"):
            raise OSError(28, "No space left on device")
        write_whole(to, body, private=private)

    monkeypatch.setattr(settings, "write_whole", full)
    with pytest.raises(Refusal, match="could not be kept"):
        desk.choose(Settings(name="A. Worker"))
    assert desk.settings.name == "A. Worker"
    assert path.read_bytes() == b"{"
    assert "could not be read" in str(desk_at(tmp_path).settings_trouble)
    monkeypatch.undo()
    desk.choose(Settings(name="A. Worker"))
    assert desk_at(tmp_path).settings.name == "A. Worker"
    assert [one.read_bytes() for one in tmp_path.glob("settings-*")] == [b"{"]


def test_what_could_not_be_read_and_is_gone_by_itself_hinders_nothing(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")
    desk = desk_at(tmp_path)
    path.unlink()
    desk.choose(Settings(name="A. Worker"))
    assert desk_at(tmp_path).settings.name == "A. Worker"


def test_where_nothing_was_kept_nothing_is_said(tmp_path: Path) -> None:
    assert desk_at(tmp_path / "new").settings_trouble is None


def test_a_folder_in_the_place_of_the_settings_is_left_there(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    desk = desk_at(tmp_path)
    assert "could not be read" in str(desk.settings_trouble)
    with pytest.raises(Refusal, match="could not be kept"):
        desk.choose(Settings(name="A. Worker"))
    assert (tmp_path / "settings.json").is_dir()
    assert desk.settings.name == "A. Worker"


def test_no_part_of_a_failed_writing_is_left(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(Refusal, match="could not be kept"):
        write_settings(Settings(), tmp_path / "settings.json")
    assert list(tmp_path.iterdir()) == [tmp_path / "settings.json"]
