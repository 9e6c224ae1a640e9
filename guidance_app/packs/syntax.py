"""Says in an author's words what the parser could not read, without the parser's own terms."""

from yaml import MarkedYAMLError, YAMLError

from guidance_app.core.problem import Place, Problem

from .codes import Code

_QUOTES = "Put the whole text in quotation marks."
_INDENT = "Lines that belong together begin in the same column. Use spaces."

_SAYINGS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "A colon followed by a space does not fit here.",
        "Put a text that holds ': ' in quotation marks, and check how far the lines are indented.",
    ),
    (
        "unexpected end of stream",
        "The quotation mark that opens here is never closed.",
        "Close it. Inside single quotation marks, write an apostrophe twice.",
    ),
    (
        "',' or ']'",
        "The list in square brackets that opens here is not closed.",
        "Put a comma between its entries and ']' at its end.",
    ),
    (
        "',' or '}'",
        "The curly brackets that open here are not closed.",
        "Put a comma between the entries and '}' at the end.",
    ),
    ("expected '-' indicator", "This line does not fit the list above it.", _INDENT),
    ("expected key", "This line does not fit the lines above it.", _INDENT),
    ("block sequence entries", "A list entry does not fit here.", "Begin the list on a new line."),
    ("mapping keys are not allowed", "A '?' cannot begin a text here.", _QUOTES),
    ("could not find expected ':'", "A colon is missing after this key.", "Write 'key: text'."),
    (
        "escape",
        "After a backslash in double quotation marks this letter has no meaning.",
        "Use single quotation marks, or write the backslash twice.",
    ),
    ("hexdecimal", "This escape is not complete.", "Use the character itself."),
    ("comment or line break", "Nothing may follow '|' or '>' here.", "Begin the text below."),
    ("node content", "A text is missing here.", "Write it, or put a sign in quotation marks."),
    ("<document start>", "This line does not fit what stands above it.", _INDENT),
    ("document indicator", "A quotation mark is still open at this line.", "Close it."),
    ("directive", "A line that begins with '%' cannot be read.", "Delete it."),
)  # fmt: skip


def syntax_problem(file: str, text: str, error: YAMLError) -> Problem:
    """Return what `error` means for the author of `file`, whose text is `text`."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    problem, place, opened = _said(error, file)
    if place.line > len(
        lines
    ):  # the parser speaks of a line after the last where something is open
        place = Place(file, len(lines), len(lines[-1]) + 1)
    line = lines[place.line - 1]
    begins = line[: len(line) - len(line.lstrip())]
    if "\t" in begins:
        says = "A tab stands where only spaces may."
        at = Place(file, place.line, begins.index("\t") + 1)
        return Code.TAB_INDENT.at(at, says, "Use spaces to indent.")
    if "cannot start any token" in problem:
        sign = line[place.column - 1 : place.column]
        return Code.BAD_SYNTAX.at(place, f"A text cannot begin with {sign!r} here.", _QUOTES)
    for found, says, hint in _SAYINGS:
        if found in problem:
            return Code.BAD_SYNTAX.at(opened if "that open" in says else place, says, hint)
    hint = "Check quotation marks, brackets and how far the line is indented."
    return Code.BAD_SYNTAX.at(place, "This line cannot be read.", hint)


def _said(error: YAMLError, file: str) -> tuple[str, Place, Place]:
    """Return what `error` says, where, and where the thing it is about was opened."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return str(error), Place(file), Place(file)
    at, opened = error.problem_mark, error.context_mark or error.problem_mark
    return (
        error.problem or "",
        Place(file, at.line + 1, at.column + 1),
        Place(file, opened.line + 1, opened.column + 1),
    )
