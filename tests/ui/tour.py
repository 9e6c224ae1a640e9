"""A tour of every page, as a person would come by them, with a picture of each."""

from collections.abc import Mapping
from itertools import count
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel

from guidance_app.core.ids import OutcomeId, PackId, QuestionId
from guidance_app.core.pack import Kind, Level, Pack
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk
from guidance_app.desk.settings import Settings, Theme
from guidance_app.ui.app import Wardrobe, application
from guidance_app.ui.pages.backups import BackupsPage
from guidance_app.ui.pages.fields import FieldsPage
from guidance_app.ui.pages.question import QuestionPage
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.place import Place, Spot
from guidance_app.ui.session import Session
from guidance_app.ui.widgets.entry import Entry
from guidance_app.ui.widgets.radio_group import RadioGroup
from guidance_app.ui.window import Window
from tests.ui.england import FIELDS, REASONS, Steps, desk_today, shortest_walks

LOOKS = tuple(f"{theme.value}-{size}" for theme in Theme for size in (100, 200))

WIDE = 1280
HIGH = {100: 800, 200: 720}
"""How high the window is at each size of text."""

INVENTED = "Written by an invented worker, at some length, to see where it breaks."

ME = Settings(name="Jo Tran (invented)", role="Social worker", team="Children, east", met=True)
PASSPHRASE = "seven green canaries sang"  # noqa: S105 – opens nothing but these pictures


class Studio:
    """A window on an empty home, and a camera."""

    def __init__(self, home: Path, folder: Path, look: str) -> None:
        theme, size = look.split("-")
        self._app = application()
        self.desk: Desk = desk_today(home)
        self.desk.settings = replace(ME, theme=Theme(theme), text_size=int(size), met=False)
        self._wardrobe = Wardrobe(self._app, self.desk)
        self._wardrobe.dress(self.desk.settings)
        self.session = Session(self.desk)
        self.window = Window(self.session)
        self.way = self.window.way
        self._folder = folder
        self._high = HIGH[int(size)]
        self._number = count(1)
        folder.mkdir(parents=True, exist_ok=True)
        self.window.show()
        self.resize()

    @property
    def pack(self) -> Pack:
        """The England pack."""
        return self.desk.library.pack("england")

    def resize(self, wide: int = WIDE, high: int = 0) -> None:
        """Give the window another size; without one, its usual size."""
        self.window.resize(wide, high or self._high)
        self.settle()

    def settle(self) -> None:
        """Let Qt finish what it has put off."""
        for _ in range(4):
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def shoot(self, name: str, *, whole: bool = False) -> None:
        """Take a picture; with `whole`, another of all of a page longer than the window."""
        self.settle()
        number = next(self._number)
        self._take(f"{number:02} {name}")
        column = self.window.page.column
        more = column.verticalScrollBar().maximum()
        if whole and more > 0:
            self.resize(WIDE, self._high + more)
            self._take(f"{number:02} {name}, whole")
            self.resize()

    def taken(self) -> int:
        """Return how many pictures there are, and close the window."""
        self.window.close()
        self.window.deleteLater()
        self.settle()
        return len(list(self._folder.glob("*.png")))

    def _take(self, name: str) -> None:
        for label in self.window.findChildren(QLabel):
            family = QFontInfo(label.font()).family()
            if family != "Inter":
                raise AssertionError(f"'{label.text()}' is set in {family}, which we do not ship")
        self.window.grab().save(str(self._folder / f"{name}.png"))

    # What a person does

    def begin(self, reference: str = "Case 4471") -> None:
        """Begin a record."""
        self.way.begun(Beginning(PackId("england"), reference))
        self.settle()

    def fill(self, question: QuestionId, options: tuple[str, ...]) -> QuestionPage:
        """Fill in the page of a question, without pressing Continue."""
        page = self.window.page
        if not isinstance(page, QuestionPage):
            raise TypeError(f"this is no question: {page.title}")
        for group in page.form.findChildren(RadioGroup):
            for option in options:
                group.button(option).click()
        words = {"reason": REASONS.get(question, "Written by an invented worker."), **FIELDS}
        for about in ("reason", *(field.id for field in self.pack.questions[question].fields)):
            entry = page.form.control(about)
            if isinstance(entry, Entry) and entry.isVisible():
                entry.write(words[about])
        return page

    def walk(self, steps: Steps, until: str = "") -> None:
        """Answer question after question, as far as the one called `until`."""
        for question, options in steps:
            if question == until:
                return
            self.fill(question, options).go_on.click()
            self.settle()


def tour(home: Path, folder: Path, look: str) -> int:
    """Take a picture of every page in `look`, and return how many there are."""
    studio = Studio(home, folder, look)
    walks = shortest_walks(studio.pack)
    _first_run(studio)
    _walk(studio, walks[OutcomeId("one-open-look")])
    _ends(studio, walks)
    _aside(studio)
    _safe(studio)
    return studio.taken()


def _first_run(studio: Studio) -> None:
    way = studio.way
    way.home()
    studio.shoot("welcome")
    way.passphrase()
    studio.shoot("passphrase")
    way.passphrase_chosen(PASSPHRASE)
    studio.shoot("recovery code")
    way.code_kept()
    studio.shoot("who is writing")
    way.introduced(replace(studio.desk.settings, met=True))
    studio.shoot("home, empty")
    way.start()
    studio.shoot("start")


def _walk(studio: Studio, steps: Steps) -> None:
    way = studio.way
    studio.begin()
    studio.shoot("first question")
    studio.walk(steps, "how-it-started")
    studio.shoot("question, grouped options", whole=True)
    studio.walk(steps[1:], "openness")
    studio.shoot("question, nothing chosen", whole=True)
    page = studio.window.page
    if isinstance(page, QuestionPage):
        page.go_on.click()
    studio.shoot("question, something to put right")
    studio.fill(*steps[[q for q, _ in steps].index(QuestionId("openness"))])
    studio.shoot("question, filled in", whole=True)
    studio.walk(steps[[q for q, _ in steps].index(QuestionId("openness")) :])
    studio.shoot("outcome", whole=True)
    way.check()
    studio.shoot("check your answers", whole=True)
    way.change(QuestionId("openness"))
    studio.shoot("question, to change")
    last = studio.pack.questions[QuestionId("openness")].options[-1]
    way.answered(Answer(QuestionId("openness"), (last.id,), reason="She said no."))
    studio.shoot("what a change would do", whole=True)
    way.kept_as_it_was()
    way.fields()
    _write(studio)
    studio.shoot("what to record", whole=True)
    way.note()
    studio.shoot("note", whole=True)
    way.outcome()
    way.ready()
    studio.shoot("outcome, ready for supervision")


def _write(studio: Studio) -> None:
    page = studio.window.page
    if isinstance(page, FieldsPage):
        for field in [f for f in studio.session.fields() if f.kind is Kind.TEXT][:3]:
            page.entry(field.id).write(INVENTED)


def _ends(studio: Studio, walks: Mapping[OutcomeId, Steps]) -> None:
    for level in Level:
        for outcome, steps in walks.items():
            if studio.pack.outcomes[outcome].level is level:
                studio.way.home()
                studio.begin(f"Case {len(steps)}")
                studio.walk(steps)
                studio.shoot(f"outcome {level.value} {outcome}")
                break


def _aside(studio: Studio) -> None:
    way = studio.way
    way.home()
    studio.shoot("home, with records")
    for spot in (Spot.SETTINGS, Spot.HELP, Spot.ABOUT, Spot.SHORTCUTS, Spot.HELP_NOW):
        way.aside(spot)
        studio.shoot(spot.value.replace("-", " "), whole=True)
    way.home()
    studio.window.trouble("KeyError\n  ui/way.py, line 1, in go")
    studio.shoot("trouble")
    way.home()
    way.hide()
    studio.shoot("hidden")
    way.show_again()
    studio.shoot("unlock")


def _safe(studio: Studio) -> None:
    studio.session.unlock(PASSPHRASE)
    studio.way.backups()
    studio.shoot("backups")
    page = studio.window.page
    if isinstance(page, BackupsPage):
        page.rehearse_wanted.emit(studio.session.custody.backups[0], PASSPHRASE)
    studio.shoot("what a backup gives back", whole=True)
    record = studio.desk.kept()[-1].id
    studio.way.remove(record)
    studio.shoot("remove a record")
    going = studio.session.custody.what_goes(record)
    if going is not None:
        receipt = studio.session.custody.remove(going, 2, "An invented rule.")
        studio.way.go(Place(Spot.RECEIPT, words=receipt))
    studio.shoot("receipt")
