"""A window on records that are really kept, in a folder of the test, with a small invented pack."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from guidance_app.desk.desk import Desk, desk_at
from guidance_app.desk.settings import Settings
from guidance_app.store import vault
from guidance_app.store.keys import Costs
from guidance_app.ui.theme import dress, read_colours
from tests.ui.building import OneShelf, Opened, window_on

ROOT = Path(__file__).parents[3]
PASSPHRASE = "seven green canaries sang"  # noqa: S105 – invented


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it does not do: it has no window manager."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """Dress the application as it is usually; whatever was put off is done after the test."""
    dress(qapp, read_colours(ROOT / "resources" / "themes" / "light.json"), 100, "Inter")
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.clipboard().clear()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return a desk with its records in a folder of the test, and one small pack.

    A passphrase costs nearly nothing to try: what it costs is tested where records are kept.
    """
    cheap = Costs(memory=32, passes=1, lanes=1)
    monkeypatch.setattr(vault, "make", partial(vault.make, costs=cheap))
    made = desk_at(tmp_path / "home")
    made.library = OneShelf()  # type: ignore[assignment]  # a double of the library
    made.settings = Settings(met=True)
    yield made
    made.lock()


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Opened]:
    """Return a window on records that have just been made, at Home."""
    desk.make_store(PASSPHRASE)
    desk.code_kept()
    yield from window_on(qtbot, desk)
