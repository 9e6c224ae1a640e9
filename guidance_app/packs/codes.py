"""Every kind of problem a pack can have: one stable code each, and how much it matters."""

from enum import Enum

from guidance_app.core.problem import Place, Problem, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO


class Code(Enum):
    """A kind of problem. A code never changes its meaning once released, and none is used again."""

    # Files: what a pack folder holds.
    OUTSIDE_FOLDER = "outside-folder", _E
    UNREADABLE_FILE = "unreadable-file", _E
    TOO_MANY_FILES = "too-many-files", _E

    # Reading: the text of one file.
    FILE_TOO_LARGE = "file-too-large", _E
    NOT_UTF8 = "not-utf-8", _E
    CONTROL_CHARACTER = "control-character", _E
    BIDI_OVERRIDE = "bidi-override", _E
    TAB_INDENT = "tab-indent", _E
    BAD_SYNTAX = "bad-syntax", _E
    TOO_DEEP = "too-deep", _E
    DUPLICATE_KEY = "duplicate-key", _E
    KEY_NOT_TEXT = "key-not-text", _E
    ANCHOR = "anchor", _E
    ALIAS = "alias", _E
    TAG = "tag", _E
    SEVERAL_DOCUMENTS = "several-documents", _E

    # Shape: which words mean what.
    NEWER_FORMAT = "newer-format", _E
    MISSING_KEY = "missing-key", _E
    UNKNOWN_KEY = "unknown-key", _E
    MISPLACED_KEY = "misplaced-key", _E
    WRONG_KIND = "wrong-kind", _E
    BAD_VALUE = "bad-value", _E
    BAD_DATE = "bad-date", _E
    BAD_ID = "bad-id", _E
    DUPLICATE_ID = "duplicate-id", _E
    BAD_CONDITION = "bad-condition", _E

    # References: everything that is pointed at is there, and everything there is pointed at.
    UNKNOWN_DESTINATION = "unknown-destination", _E
    UNKNOWN_QUESTION = "unknown-question", _E
    UNKNOWN_OPTION = "unknown-option", _E
    UNKNOWN_DUTY = "unknown-duty", _E
    UNKNOWN_OUTCOME = "unknown-outcome", _E
    UNKNOWN_STEP = "unknown-step", _E
    UNKNOWN_SOURCE = "unknown-source", _E
    UNKNOWN_TERM = "unknown-term", _E
    UNKNOWN_CONTACT = "unknown-contact", _E
    UNKNOWN_FIELD = "unknown-field", _E
    NOT_READABLE = "not-readable", _E
    UNUSED_DUTY = "unused-duty", _W
    UNUSED_SOURCE = "unused-source", _W
    UNUSED_TERM = "unused-term", _W
    UNUSED_CONTACT = "unused-contact", _W
    NEAR_IDS = "near-ids", _W

    # Wording: what the words would do to somebody who reads them under pressure.
    LONG_QUESTION = "long-question", _W
    LONG_SENTENCE = "long-sentence", _W
    READING_AGE = "reading-age", _W
    TWO_QUESTIONS = "two-questions", _W
    BY_POSITION = "by-position", _W
    ID_IN_TEXT = "id-in-text", _W
    SAME_TEXT = "same-text", _W
    STOP_WITHOUT_MAY = "stop-without-may", _W
    NO_TALK_TO = "no-talk-to", _W
    NO_RECORD = "no-record", _W
    COMMA_SPLITS = "comma-splits", _W

    # Flow: what can be proved about every walk.
    UNREACHABLE_QUESTION = "unreachable-question", _E
    UNREACHABLE_OUTCOME = "unreachable-outcome", _E
    LOOP = "loop", _E
    LEADS_NOWHERE = "leads-nowhere", _E
    IMPOSSIBLE_CONDITION = "impossible-condition", _E
    READS_UNASKED = "reads-unasked", _E
    SHADOWED_LINE = "shadowed-line", _E
    LAST_LINE_HAS_CONDITION = "last-line-has-condition", _E
    DUTY_ORDER = "duty-order", _E
    ALWAYS_TRUE = "always-true", _W
    CHANGES_NOTHING = "changes-nothing", _W
    LOOK_WITHOUT_REASON = "look-without-reason", _W

    # Scenarios and properties: what the author expects of the walks.
    BAD_EXPECTATION = "bad-expectation", _E
    FAILED_SCENARIO = "failed-scenario", _E
    BROKEN_PROPERTY = "broken-property", _E
    NOT_PROVED = "not-proved", _E
    CLAIMS_NOTHING = "claims-nothing", _W
    WEAK_PROPERTY = "weak-property", _W
    UNUSED_ANSWER = "unused-answer", _W
    PROPERTY_NEVER_APPLIES = "property-never-applies", _W
    OPTION_NOT_TRIED = "option-not-tried", _W
    OUTCOME_NOT_TRIED = "outcome-not-tried", _W
    DUTY_NOT_TRIED = "duty-not-tried", _W
    LINE_NOT_TRIED = "line-not-tried", _W

    # Overlays: a pack that extends another adds to it, and only tightens it.
    UNKNOWN_BASE = "unknown-base", _E
    OVERLAY_FIXED = "overlay-fixed", _E
    OVERLAY_NOT_PINNED = "overlay-not-pinned", _E
    OVERLAY_TEXT_MOVED = "overlay-text-moved", _E
    OVERLAY_LOOSENS = "overlay-loosens", _E
    OVERLAY_ADDS_ADVICE = "overlay-adds-advice", _W

    # Translations: the same pack in other words.
    TRANSLATION_MISSING = "translation-missing", _W
    TRANSLATION_STALE = "translation-stale", _W
    TRANSLATION_UNLIKE = "translation-unlike", _W
    TRANSLATION_IDLE = "translation-idle", _W

    # Standing: what the words rest on, how fresh it is, and who stands behind the pack.
    NO_SOURCE = "no-source", _W
    SOURCE_NOT_READ = "source-not-read", _W
    SOURCE_NOT_CHECKED = "source-not-checked", _W
    SOURCE_PAST_REVIEW = "source-past-review", _W
    PACK_PAST_REVIEW = "pack-past-review", _W
    BAD_LINK = "bad-link", _W
    NOT_TWO_APPROVERS = "not-two-approvers", _E
    APPROVED_ON_OLD_SOURCE = "approved-on-old-source", _E
    APPROVED_BUT_FAILING = "approved-but-failing", _E
    APPROVED_AHEAD = "approved-ahead", _E
    APPROVED_UNTESTED = "approved-untested", _W

    def __init__(self, code: str, severity: Severity) -> None:
        """Take the two parts of a value apart."""
        self.code = code
        self.severity = severity

    def at(
        self,
        place: Place,
        message: str,
        hint: str = "",
        walk: tuple[tuple[str, str], ...] = (),
    ) -> Problem:
        """Return a problem of this kind at `place`."""
        return Problem(self.code, self.severity, place, message, hint, walk)
