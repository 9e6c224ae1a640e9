"""What a pack's own tests find: which of them failed, and why."""

from dataclasses import dataclass

from guidance_app.core.problem import Place


@dataclass(frozen=True, slots=True)
class Failed:
    """A scenario, a property or a rule about words that does not hold.

    `why` is one sentence for the pack's author; `walk` is the shortest walk that shows it, as pairs
    of a question and an option. `must` is false for what only should hold.
    """

    name: str
    why: str
    place: Place
    walk: tuple[tuple[str, str], ...] = ()
    must: bool = True


@dataclass(frozen=True, slots=True)
class Findings:
    """How many of a pack's own tests held, and those that did not."""

    passed: int = 0
    failed: tuple[Failed, ...] = ()

    def __add__(self, other: "Findings") -> "Findings":
        """Return both together, in order."""
        return Findings(self.passed + other.passed, self.failed + other.failed)
