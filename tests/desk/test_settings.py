"""Settings are kept whole; a damaged file never stands in the way, and is never lost in silence."""

from pathlib import Path

import pytest

from guidance_app.core.refusal import Refusal
from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings, Theme, read_settings, write_settings


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    chosen = Settings(name="A. Worker", role="Social worker", theme=Theme.DARK, text_size=150)
    write_settings(chosen, tmp_path / "new" / "settings.json")
    assert read_settings(tmp_path / "new" / "settings.json") == chosen


@pytest.mark.parametrize(
    "body", [b"", b"{", b'{"theme": "pink"}', b"\xff\xfe", b'{"text_size": "x"}']
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
