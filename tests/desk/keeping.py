"""A desk with a store on the disk, for tests of what keeps it safe; all of it is invented."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from guidance_app.core.ids import OptionId, QuestionId, RecordId
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk
from guidance_app.desk.places import Places
from guidance_app.desk.ports import Ports

WORDS = "seven green canaries sang"


@dataclass
class Clock:
    """A clock that goes on a second each time that it is read, and by hand."""

    at: datetime = datetime(2026, 11, 23, 14, tzinfo=UTC)
    _names: "count[int]" = field(default_factory=lambda: count(1))

    def now(self) -> str:
        self.at += timedelta(seconds=1)
        return self.at.isoformat(timespec="milliseconds")

    def on(self, **by: float) -> None:
        """Let time pass."""
        self.at += timedelta(**by)

    @property
    def ports(self) -> Ports:
        """The ports of a desk that goes by this clock."""
        return Ports(self.now, lambda: RecordId(f"r{next(self._names)}"))


@dataclass
class Kept:
    """A home on the disk, and a clock; desks are made anew as a program is started anew."""

    home: Path
    shelf: Path
    clock: Clock = field(default_factory=Clock)

    def desk(self) -> Desk:
        """Return the desk of a program just started."""
        home = self.home
        policy = home.parent / "machine" / "policy.toml"
        places = Places(
            home / "records", home / "settings.json", (self.shelf,), home.parent, policy
        )
        return Desk(places, self.clock.ports)

    def policy(self, text: str) -> None:
        """Let the machine have this policy."""
        folder = self.home.parent / "machine"
        folder.mkdir(exist_ok=True)
        (folder / "policy.toml").write_text(text, "utf-8")

    @property
    def files(self) -> dict[str, bytes]:
        """Every file in the home, with what is in it."""
        every = (path for path in self.home.rglob("*") if path.is_file())
        return {path.relative_to(self.home).as_posix(): path.read_bytes() for path in every}


def walked(desk: Desk, reference: str, reason: str = "An invented reason.") -> RecordId:
    """Begin a record, answer two questions of it, and return its name."""
    sitting = desk.begin("small", reference)
    sitting.answer(Answer(QuestionId("danger"), (OptionId("no"),)))
    sitting.answer(Answer(QuestionId("why"), (OptionId("idle"),), reason=reason))
    desk.leave()
    return sitting.record.id
