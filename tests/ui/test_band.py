"""What has a ground of its own looks as its role says, also when that is another later."""

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from guidance_app.ui.bars import Footer
from guidance_app.ui.theme import Colours, read_colours
from guidance_app.ui.widgets.band import Band
from guidance_app.ui.widgets.flow import Flow
from guidance_app.ui.widgets.notice import Notice
from guidance_app.ui.widgets.text import Text
from tests.ui.conftest import ROOT

Show = Callable[[QWidget], QWidget]


def test_a_notice_that_refuses_looks_otherwise_than_one_that_tells(shown: Show) -> None:
    notice = Notice()
    shown(notice)
    notice.tell("It was saved.")
    told = _ground(notice)
    notice.tell("It was not saved.", wrong=True)
    assert (told, _ground(notice)) == tuple(
        QColor(_light()[role]) for role in ("wash", "stop-ground")
    )


def test_the_line_under_the_page_stands_on_its_ground(shown: Show) -> None:
    foot = Footer()
    shown(foot)
    assert _ground(foot) == QColor(_light()["panel"])


def test_lines_never_lie_one_over_the_other_where_room_is_short() -> None:
    page = QWidget()
    flow = Flow(page)
    for number in range(4):
        flow.addWidget(Text(f"A few words {number}"))
    assert flow.minimumHeightForWidth(80) == flow.heightForWidth(80) > flow.heightForWidth(800)


def _light() -> Colours:
    return read_colours(ROOT / "resources" / "themes" / "light.json")


def _ground(band: Band) -> QColor:
    """Return the colour near its lower right corner, inside its edge."""
    return band.grab().toImage().pixelColor(band.width() - 4, band.height() - 4)
