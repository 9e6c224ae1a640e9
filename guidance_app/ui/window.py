"""The window: bars, columns, and the one place that chooses which page is shown."""

from __future__ import annotations

import base64
import time
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6 import QtCore
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from guidance_app.desk.desk import Keeping

from . import dialogs, measures
from .actions import Actions, Deed
from .ahead import Ahead
from .allowed import allowed
from .around import above, guidance_words, kept_words
from .bars import Footer, TopBar
from .clip import Clip
from .frame import Frame
from .leaving import Leaving
from .pages_of import Pages
from .place import Place, Spot
from .text_size import TextSize
from .theme import set_role
from .tidy import Tidy
from .watch import Watch
from .way import Way
from .widgets.notice import Notice
from .widgets.practice import PracticeBanner
from .widgets.seen import let_be_seen

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from guidance_app.core.refusal import Refusal
    from guidance_app.desk.settings import Settings

    from .ahead import Expected
    from .pages.page import Page
    from .session import Session
    from .shown import Shown

NAME = "Guidance"


class Window(QMainWindow):
    """Shows the page of where the way is. It holds no state of the walk.

    Signals:
        dressed: colours or the size of text are to be others; carries the settings.
    """

    dressed = QtCore.Signal(object)

    def __init__(
        self,
        session: Session,
        clock: Callable[[], float] = time.monotonic,
        *,
        settled: bool = True,
    ) -> None:
        super().__init__()
        self._settled = settled
        self._session = session
        self._page: Page | None = None
        self._settings = session.settings
        self.way = Way(session, self)
        self._text = TextSize(session)
        self.actions_table = Actions(self)
        self._clip = Clip(QGuiApplication.clipboard, self)
        self._leaving = Leaving(session, self.way, self._clip, self)
        self.ahead = Ahead(session, self)
        self._pages = Pages(session, self.way, self._leaving, self.actions_table, self.ahead, self)
        self.watch = Watch(clock, self)
        Tidy(session, self)
        self._top, self._frame, self._foot = TopBar(), Frame(), Footer()
        self._notice, self._practice = Notice(), PracticeBanner()
        self._lay_out()
        self._connect()
        self.resize(1280, 800)
        self.restoreGeometry(QtCore.QByteArray(base64.b64decode(session.settings.window or "")))
        self.watch.wait(session.settings.lock_after_minutes)

    @property
    def page(self) -> Page:
        """The page that is shown. Raises LookupError before there is one."""
        if self._page is None:
            raise LookupError("no page is shown yet")
        return self._page

    @property
    def notice(self) -> Notice:
        """What stands above the page when something was done, or could not be."""
        return self._notice

    def show_page(self, place: Place) -> None:
        """Show the page of `place`, once what is half typed is kept. Nothing else chooses one."""
        self._notice.drop()
        if self._page is not None:
            self._page.leave()
        self._page = None  # what is refused from here on is not for a page that goes to say
        shown = self._pages.build(place)
        self._page = shown.page
        self.ahead.drop()
        shown.page.retitled.connect(self._retitle)
        self._frame.hold(shown, opening=not self._settled)
        self._say_around(place, shown)
        self._retitle()
        shown.page.first_focus().setFocus()

    def prepare_page(self, expected: Expected) -> None:
        """Make the page that is expected next, and lay it out unseen."""
        if (shown := self._pages.prepare(expected)) is not None:
            self._frame.prepare(shown)

    def settle(self) -> None:
        """Do what the first page did not wait for; say what could not be read of the settings."""
        self._settled = True
        _ = QtCore.Qt  # keys have their names made before one is pressed
        self._name_guidance()
        if isinstance(app := QGuiApplication.instance(), QGuiApplication):
            self.watch.begin(app, self.windowHandle())
        if unread := self._session.unread:
            self._notice.tell(unread, wrong=True, stays=True)
            self._retitle()

    def tell(self, says: str) -> None:
        """Say what was done."""
        self._notice.tell(says)

    def refuse(self, refusal: Refusal) -> None:
        """Say what could not be done, beside its control where the page has one."""
        if self._page is None or not self._page.refuse(refusal):
            self._notice.tell(str(refusal), wrong=True)
            self._retitle()

    def trouble(self, report: str) -> None:
        """Show the page about a fault of ours; where even that has one, close: all is kept."""
        self._page = None
        self.way.go(Place(Spot.TROUBLE, words=report))
        if self._page is None:
            self.close()

    def raise_up(self) -> None:
        """Come to the front; somebody started the program again."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is half typed and where the window was, and close the records.

        Where the settings could not be read, to close is not to choose others.
        """
        if self._page is not None:
            self._page.leave()
        self._clip.clear()
        if not self._session.unread:
            window = base64.b64encode(self.saveGeometry().data()).decode()
            self._session.choose(replace(self._session.settings, window=window))
        self._session.lock()
        super().closeEvent(event)

    # What is asked for

    def _do(self, deed: Deed) -> None:
        """Do what a menu or a key asks for."""
        way, leaving = self.way, self._leaving
        plain: dict[Deed, Callable[[], object]] = {
            Deed.HOME: way.home,
            Deed.START: way.start,
            Deed.FIND: self._find,
            Deed.SAVE: leaving.save,
            Deed.PRINT: leaving.print,
            Deed.COPY: leaving.copy,
            Deed.HIDE: way.hide,
            Deed.QUIT: self.close,
            Deed.UNDO: way.undo,
            Deed.REDO: way.redo,
            Deed.ANSWERS: self._frame.turn_drawer,
            Deed.BACK: way.back,
            Deed.CHECK: way.check,
            Deed.FIELDS: way.fields,
            Deed.NOTE: way.note,
            Deed.READY: way.ready,
            Deed.DANGER: way.danger,
            Deed.KEYS: way.keys,
            Deed.LARGER: self._text.larger,
            Deed.SMALLER: self._text.smaller,
            Deed.USUAL: self._text.usual,
        }
        aside = {Deed.SETTINGS: Spot.SETTINGS, Deed.ABOUT: Spot.ABOUT, Deed.HELP: Spot.HELP}
        if deed in aside:
            way.aside(aside[deed])
        else:
            plain[deed]()

    def _find(self) -> None:
        if self.way.place.spot is not Spot.HOME:
            self.way.home()
        self._top.find_box.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self._top.find_box.selectAll()

    def _found(self, words: str) -> None:
        if self.way.place.spot is Spot.HOME:
            self._pages.find(words)

    def _chosen(self, settings: Settings) -> None:
        was, self._settings = self._settings, settings
        self.watch.wait(settings.lock_after_minutes)
        if (was.theme, was.text_size) != (settings.theme, settings.text_size):
            self._frame.keep_place()
            self.dressed.emit(settings)

    def away(self) -> None:
        """Lock, since nobody is there; practice, which keeps nothing, goes on."""
        if self._session.keeping is Keeping.OPEN:
            self.way.hide()

    # How it looks

    def _lay_out(self) -> None:
        middle = QWidget()
        set_role(middle, "page")
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._top, self._practice, self._notice):
            layout.addWidget(part)
        layout.addWidget(self._frame, 1)
        layout.addWidget(self._foot)
        self.setCentralWidget(middle)
        self.actions_table.fill(self.menuBar())

    def _connect(self) -> None:
        self._session.locked.connect(self._top.find_box.clear)
        self._session.locked.connect(self._clip.clear)
        self._session.locked.connect(measures.forget)
        self._session.locked.connect(self._frame.forget)
        self.ahead.due.connect(self.prepare_page)
        self.way.arrived.connect(self.show_page)
        self._session.refused.connect(self.refuse)
        self._session.chosen.connect(self._chosen)
        self._session.written.connect(self._say_kept)
        self._leaving.told.connect(self.tell)
        self.actions_table.wanted.connect(self._do)
        self._top.back_wanted.connect(self.way.back)
        self._top.danger_wanted.connect(self.way.danger)
        self._top.hide_wanted.connect(self.way.hide)
        self._top.answers_wanted.connect(self._frame.turn_drawer)
        self._top.find_wanted.connect(self._found)
        self._practice.leave_wanted.connect(self.way.leave_practice)
        self._frame.folded.connect(self._folded)
        self.watch.idled.connect(self.away)
        self.watch.escaped.connect(self.way.hide)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self.watch.press)

    def _retitle(self) -> None:
        """Name the window after its page; hidden, after nothing."""
        title = self.page.title if self._page is not None else ""
        wrong = self._page is not None and self._page.faulty
        name = f"{title} – {NAME}" if title else NAME
        self.setWindowTitle(self.tr("Error: {name}").format(name=name) if wrong else name)

    def _say_around(self, place: Place, shown: Shown) -> None:
        """Fill the bars, and show only those that go with `place`."""
        hidden = place.spot is Spot.HIDDEN
        self._top.find_box.clear()  # a page that comes is not narrowed down
        if hidden:
            dialogs.close_all(self)
            self._notice.blank()
        for bar in (self._top, self._foot, self.menuBar()):
            let_be_seen(bar, not hidden)
        let_be_seen(self._practice, self._session.practising and not hidden)
        self._top.say(above(place, self._session, shown.detail, drawer=self._frame.drawer))
        self._say_kept()
        self._name_guidance()
        self.actions_table.allow(allowed(place, self._session.keeping, self._session.sitting))

    def _say_kept(self) -> None:
        self._foot.say(kept_words(self.way.place, self._session))

    def _folded(self, drawer: bool) -> None:
        """Offer the drawer while there is one."""
        self._top.offer_answers(drawer)

    def _name_guidance(self) -> None:
        if self._settled or self._session.sitting is not None:
            hidden = self.way.place.spot is Spot.HIDDEN
            self._foot.name(guidance_words(None if hidden else self._pages.pack()))
