"""Every kind of problem that can be found in a pack: one stable code each, and how much it matters."""

from enum import Enum

from guidance_app.core.problem import Place, Problem, Severity

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO


class Code(Enum):
    """A kind of problem. A code never changes its meaning once released, and none is used again."""

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

    def __init__(self, code: str, severity: Severity) -> None:
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
