"""What tests of the window have at hand: the application, its looks, and a small window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from guidance_app.core.pack import Pack
from guidance_app.desk.desk import Desk, desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.measures import forget
from guidance_app.ui.theme import dress, read_colours
from tests.desk.keeping import WORDS, Kept, walked
from tests.ui.building import OneShelf, Opened, small_pack, window_on
from tests.ui.door import PACK, introduced

ROOT = Path(__file__).parents[2]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the offscreen platform say what it does not do: it has no window manager."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    """Return the application, without which no widget can be made."""
    return qapp


@pytest.fixture
def pack() -> Pack:
    """Return the small pack."""
    return small_pack()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Return a desk with its records in memory or in a folder of the test, and one small pack."""
    made = desk_at(tmp_path / "home")
    made.library = OneShelf()  # type: ignore[assignment]  # a double of the library
    return made


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Callable[..., None]]:
    """Dress the application in a theme and a size of text; undone after the test.

    No test begins with measures that another one left.
    """

    def put_on(theme: str = "light", size: int = 100) -> None:
        if qapp.property("worn") != f"{theme} {size}":
            colours = read_colours(ROOT / "resources" / "themes" / f"{theme}.json")
            dress(qapp, colours, size, "Inter")
            qapp.setProperty("worn", f"{theme} {size}")

    put_on()
    forget()
    yield put_on
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # what is gone need not be dressed
    put_on()


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk) -> Iterator[Opened]:
    """Return a window in practice, at Home."""
    desk.settings = Settings(met=True)
    desk.practise()
    yield from window_on(qtbot, desk)


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[QWidget], QWidget]]:
    """Return what shows a widget, holds it, and takes it away after the test."""
    held = []

    def show(widget: QWidget) -> QWidget:
        held.append(widget)
        qtbot.addWidget(widget)
        widget.resize(900, 700)
        widget.show()
        QApplication.processEvents()
        return widget

    yield show
    held.clear()


@pytest.fixture
def home(tmp_path: Path) -> Kept:
    """A home with two records in it, closed."""
    folder = tmp_path / "rules" / "small"
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK, "utf-8")
    kept = Kept(tmp_path / "home", folder.parent)
    desk = kept.desk()
    desk.make_store(WORDS)
    desk.code_kept()
    walked(desk, "canary-1", "a canary in the mine")
    kept.clock.on(days=50)
    walked(desk, "AB-2")
    desk.lock()
    return kept


@pytest.fixture
def at_the_door(qtbot: QtBot, home: Kept) -> Iterator[Opened]:
    """A window on that home, locked."""
    yield from window_on(qtbot, introduced(home.desk()))
