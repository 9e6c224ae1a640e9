"""What a pack chooses from: kinds of answers, levels of outcomes, voices and parts of notes."""

from enum import StrEnum


class Kind(StrEnum):
    """How a question or a field is answered. Conditions can read only ONE and SEVERAL."""

    ONE = "one"
    SEVERAL = "several"
    LINE = "line"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"  # fields only


class Need(StrEnum):
    """Whether a question wants the practitioner's own words."""

    REQUIRED = "required"
    INVITED = "invited"
    NONE = "none"


class Level(StrEnum):
    """How an outcome is shown; always with a word and a shape, never by colour alone."""

    STOP = "stop"
    PAUSE = "pause"
    ACT = "act"
    OPEN = "open"


class Permits(StrEnum):
    """How far an outcome lets the worker go. Ranked: nothing < together < one-look."""

    NOTHING = "nothing"
    TOGETHER = "together"
    ONE_LOOK = "one-look"

    @property
    def rank(self) -> int:
        """0 for nothing, 1 for together, 2 for one look."""
        return list(Permits).index(self)


class Part(StrEnum):
    """Which part of a note a text belongs to: the person's file, or supervision."""

    CASE = "case"
    PRACTICE = "practice"


class Voice(StrEnum):
    """Whose voice a field's text is in; kept apart in the note."""

    FACT = "fact"
    SEEN = "seen"
    SAID = "said"
    THINK = "think"
    UNKNOWN = "unknown"


class Which(StrEnum):
    """Which export a note is: both parts, one of the two, or a request for legal advice."""

    WHOLE = "whole"
    CASE = "case"
    PRACTICE = "practice"
    LEGAL = "legal"


class State(StrEnum):
    """How far a record has come."""

    OPEN = "open"
    READY = "ready"
