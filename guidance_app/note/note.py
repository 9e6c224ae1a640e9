"""The note as headings, words, lists and tables: what stands in it, never how it looks."""

from dataclasses import dataclass
from enum import StrEnum

from guidance_app.core.kinds import Voice, Which

NOT_WRITTEN = "NOT WRITTEN DOWN"
"""What stands where a required reason or fact was left blank, or is one character long."""

GOES_ON = "(more behind)"
"""What follows words that the first page shortens; they stand in full behind it."""

VOICES = {
    Voice.SEEN: "Seen",
    Voice.SAID: "Said",
    Voice.THINK: "I think",
    Voice.UNKNOWN: "Not known",
}
"""How each voice is named beside its words. A plain fact has none."""


class Tone(StrEnum):
    """How loudly a paragraph of the program's own words speaks."""

    LEAD = "lead"
    PLAIN = "plain"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. The title of a note is level 1, so headings begin at 2; no level is skipped."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of the pack or of the program."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Words:
    """What was answered or written down, under what it was asked.

    `typed` words are the worker's own, as typed. `when` says when, for people. `cut` words go on
    behind the first page; `missing` ones were required, and are NOT WRITTEN DOWN.
    """

    label: str
    text: str
    typed: bool = False
    voice: Voice = Voice.FACT
    when: str = ""
    cut: bool = False
    missing: bool = False

    @property
    def spoken(self) -> str:
        """The words as they are shown: in quotation marks where somebody said them."""
        if self.missing:
            return NOT_WRITTEN
        text = f"{self.text} …" if self.cut else self.text
        return f"“{text}”" if self.voice is Voice.SAID and self.text[:1] not in "\"“'‘" else text

    @property
    def whose(self) -> str:
        """The name of the voice, which stands before the words; a plain fact has none."""
        return VOICES.get(self.voice, "")


@dataclass(frozen=True, slots=True)
class Listing:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Room to write by hand: a title, and rows of what each empty place is for."""

    title: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page, where there are pages."""


Block = Heading | Paragraph | Words | Listing | Table | Box | PageBreak


@dataclass(frozen=True, slots=True)
class Note:
    """One note, in no format. The same note makes the same bytes.

    `marks` stand above the title and at the top of every page, `foot` at the foot of every page.
    `made_at` is ISO 8601 with an offset. `head` is the digest of the record's last entry, and
    `version` and `digest` are those of the pack that the record was made with.
    """

    title: str
    which: Which
    reference: str
    made_at: str
    language: str
    marks: tuple[str, ...]
    foot: tuple[str, ...]
    practice: bool
    draft: bool
    pack: str
    version: str
    digest: str
    head: str
    blocks: tuple[Block, ...]
