"""Settings are kept whole, and a damaged file never stands in the way."""

from pathlib import Path

import pytest

from guidance_app.core.refusal import Refusal
from guidance_app.desk.settings import Settings, Theme, read_settings, write_settings


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    chosen = Settings(name="A. Worker", role="Social worker", theme=Theme.DARK, text_size=150)
    write_settings(chosen, tmp_path / "new" / "settings.json")
    assert read_settings(tmp_path / "new" / "settings.json") == chosen


@pytest.mark.parametrize(
    "body", [b"", b"{", b'{"theme": "pink"}', b"\xff\xfe", b'{"text_size": "x"}']
)
def test_settings_that_cannot_be_read_are_the_first_ones(tmp_path: Path, body: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(body)
    assert read_settings(tmp_path / "settings.json") == Settings()


def test_no_part_of_a_failed_writing_is_left(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    with pytest.raises(Refusal, match="could not be kept"):
        write_settings(Settings(), tmp_path / "settings.json")
    assert list(tmp_path.iterdir()) == [tmp_path / "settings.json"]
