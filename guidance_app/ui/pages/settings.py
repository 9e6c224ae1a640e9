"""Settings: how it looks, who writes, where notes go, when it locks, and where the data is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Signal

from guidance_app.core.refusal import WrongPassphrase
from guidance_app.desk.settings import TEXT_SIZES, Theme
from guidance_app.ui.widgets.bullets import Bullets
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.choice import Offer
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.widgets.radio_group import RadioGroup
from guidance_app.ui.widgets.text import Text

from .page import Page
from .periods import Periods

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from guidance_app.core.refusal import Refusal
    from guidance_app.desk.policy import Policy
    from guidance_app.desk.settings import Retention, Settings
    from guidance_app.ui.widgets.choice import Choosable

LOCK_AFTER = (1, 5, 10, 20, 30)
"""The minutes without a key or a click after which it can lock itself."""


@dataclass(frozen=True, slots=True)
class Passphrases:
    """The passphrase that holds, and the one wanted instead."""

    old: str
    new: str


class SettingsPage(Page):
    """Choices hold as soon as they are made; names and the passphrase when their button is pressed.

    Signals:
        chosen: carries the settings that are to hold.
        passphrase_wanted: carries the Passphrases.
        folder_wanted: another folder for notes is to be picked.
        backups_wanted: the backups are to be seen.
        remember_wanted, forget_wanted: this computer is to keep the key of the records, or not.
        back_wanted: done.
    """

    chosen = Signal(object)
    passphrase_wanted = Signal(object)
    folder_wanted = Signal()
    backups_wanted = Signal()
    remember_wanted = Signal()
    forget_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self,
        settings: Settings,
        policy: Policy,
        *,
        kept: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Settings"))
        self._settings = settings
        self._policy = policy
        self._faults = ErrorSummary()
        self.column.body.insertWidget(0, self._faults)
        self._add_look()
        self._add_who()
        self._add_notes()
        self._add_periods()
        if kept:
            self._add_passphrase()
        self._kept = kept

    def hold(self, settings: Settings) -> None:
        """Show `settings`, which hold now, having been chosen elsewhere."""
        self._settings = settings
        self._theme.choose((settings.theme,))
        self._size.choose((str(settings.text_size),))
        self._folder.say(settings.export_folder or self.tr("You are asked each time."))

    def refuse(self, refusal: Refusal) -> bool:
        """Show why something was not done."""
        self.set_faulty(True)
        about = self._old if isinstance(refusal, WrongPassphrase) else None
        self._faults.say(((str(refusal), about or self.heading),))
        return True

    def passphrase_changed(self) -> None:
        """Say that the new passphrase holds."""
        if self._old and self._new and self._again:
            for line in (self._old, self._new, self._again):
                line.write("")
            self._old.notice(self.tr("Your passphrase has been changed."))
            self._old.setFocus()

    def _add_look(self) -> None:
        themes = (
            Offer(Theme.LIGHT, self.tr("Light")),
            Offer(Theme.DARK, self.tr("Dark")),
            Offer(Theme.CONTRAST, self.tr("High contrast")),
        )
        sizes = [Offer(str(size), self.tr("{size} %").format(size=size)) for size in TEXT_SIZES]
        self._theme = self._group(self.tr("Colours"), themes, self._settings.theme)
        self._size = self._group(self.tr("Size of text"), sizes, str(self._settings.text_size))
        minutes = [
            Offer(str(m), self.tr("After {minutes} min without a key or a click").format(minutes=m))
            for m in LOCK_AFTER
            if m <= (self._policy.lock_after_minutes or m)
        ]
        held = str(self._settings.lock_after_minutes)
        self._lock = self._group(self.tr("Lock by itself"), minutes, held)
        for group in (self._theme, self._size, self._lock):
            group.chosen.connect(self._choose)

    def _group(self, title: str, offers: Sequence[Choosable], held: str) -> RadioGroup:
        self.add(Heading(title, 2))
        group = RadioGroup(title, offers)
        group.choose((held,))
        self.add(group)
        return group

    def _add_who(self) -> None:
        self.add(Heading(self.tr("Who is writing"), 2))
        self._name = Line(self.tr("Your name"), self._settings.name)
        self._role = Line(self.tr("Your role"), self._settings.role)
        self._team = Line(self.tr("Your team"), self._settings.team)
        keep = Button(self.tr("Keep these"))
        for line in (self._name, self._role, self._team):
            self.add(line)
            line.entered.connect(self._choose)
        self.add(Text(self.tr("They stand in records that you start from now on."), "quiet"))
        self.add(Buttons(keep))
        keep.clicked.connect(self._choose)

    def _add_notes(self) -> None:
        self.add(Heading(self.tr("Where notes are saved"), 2))
        self._folder = Text(self._settings.export_folder or self.tr("You are asked each time."))
        pick = Button(self.tr("Choose a folder"))
        self.add(self._folder)
        self.add(Buttons(pick))
        pick.clicked.connect(self.folder_wanted)

    def _add_passphrase(self) -> None:
        self.add(Heading(self.tr("Change your passphrase"), 2))
        self._old = Line(
            self.tr("The passphrase you have now"),
            hint=self.tr("Or your recovery code, if you have forgotten it."),
            secret=True,
        )
        self._new = Line(self.tr("New passphrase"), secret=True)
        self._again = Line(self.tr("The same new passphrase again"), secret=True)
        change = Button(self.tr("Change the passphrase"), Kind.SECONDARY)
        for line in (self._old, self._new, self._again):
            self.add(line)
        self.add(Buttons(change))
        change.clicked.connect(self._change)

    def add_data(self, records: Path, backups: int, trouble: str = "") -> None:
        """Say at the end where the data is, how many backups there are, and what a policy sets.

        `trouble` says why the backups are not in order, if they are not.
        """
        kept = self._kept
        self.add(Heading(self.tr("Where my data is"), 2))
        says = (
            self.tr("On this computer only, encrypted, in the folder below. Nothing is ever sent.")
            if kept
            else self.tr("Nowhere: this is practice, and nothing is kept.")
        )
        self.add(Text(says))
        if kept:
            self.add(Text(str(records), "label", selectable=True))
            says = self.tr("Backups there: {count}. They are made and read back by themselves.")
            self.add(Text(says.format(count=backups), "quiet"))
            if trouble:
                self.add(Text(trouble, "label"))
            see = Button(self.tr("Backups, and restoring one"))
            see.clicked.connect(self.backups_wanted)
            self.add(Buttons(see))
        self._add_policy()
        back = Button(self.tr("Back to where I was"))
        back.clicked.connect(self.back_wanted)
        self.add(Buttons(back))

    def add_key(self, *, kept: bool) -> None:
        """Offer that this computer keeps the key, or say that it does."""
        self.add(Heading(self.tr("Without typing the passphrase"), 2))
        says = self.tr(
            "This computer's own keyring can keep the key, for whoever is signed in to it. The "
            "passphrase and the recovery code go on opening the records."
        )
        self.add(Text(says, "quiet"))
        words = self.tr("Forget the key") if kept else self.tr("Let this computer keep the key")
        button = Button(words)
        if kept:
            button.clicked.connect(self.forget_wanted)
        else:
            button.clicked.connect(self.remember_wanted)
        self.add(Buttons(button))

    def _add_periods(self) -> None:
        """Ask for the council's own periods."""
        self.add(Heading(self.tr("How long things are kept"), 2))
        self._periods = Periods(self._settings.retention, fixed=self._policy.retention is not None)
        self._periods.chosen.connect(self._choose_periods)
        self.add(self._periods)

    def _add_policy(self) -> None:
        """Say what the council's IT has set, where anything is."""
        policy = self._policy
        said = (
            (policy.lock_after_minutes, self.tr("the longest time before it locks")),
            (policy.records_folder, self.tr("where records are kept")),
            (policy.any_folder, self.tr("that records may be on another computer")),
            (policy.export_folder, self.tr("where notes are saved")),
            (policy.export_formats, self.tr("in which forms notes may leave")),
            (policy.packs, self.tr("which guidance may be used")),
            (policy.recovery_key, self.tr("that the council's recovery key opens the records too")),
            (not policy.remember_key, self.tr("that this computer never remembers the key")),
            (policy.retention, self.tr("how long things are kept")),
        )
        parts = [words for holds, words in said if holds]
        if parts:
            self.add(Heading(self.tr("Set by your council's IT"), 2))
            self.add(Bullets(parts))

    _old: Line | None = None
    _new: Line | None = None
    _again: Line | None = None

    def _choose(self) -> None:
        """Let what is shown hold."""
        self._settings = replace(
            self._settings,
            theme=Theme(self._theme.ids[0]),
            text_size=int(self._size.ids[0]),
            lock_after_minutes=int(next(iter(self._lock.ids), self._settings.lock_after_minutes)),
            name=self._name.words.strip(),
            role=self._role.words.strip(),
            team=self._team.words.strip(),
        )
        self.chosen.emit(self._settings)

    def _choose_periods(self, retention: Retention) -> None:
        self._settings = replace(self._settings, retention=retention)
        self.chosen.emit(self._settings)

    def _change(self) -> None:
        if self._old is None or self._new is None or self._again is None:
            return
        if not self._new.words.strip():
            fault = (self.tr("Choose a new passphrase."), self._new)
        elif self._new.words != self._again.words:
            fault = (self.tr("The two new passphrases are not the same."), self._again)
        else:
            self.set_faulty(False)
            self._faults.say(())
            self.passphrase_wanted.emit(Passphrases(self._old.words, self._new.words))
            return
        self.set_faulty(True)
        self._faults.say((fault,))
