"""What an overlay changed in an entry of the pack that it extends, in a practitioner's words."""

from .pack import Pack
from .problem import PlacePath

_WORDS = {
    "ask": "the question",
    "hint": "the hint",
    "why": "why we ask",
    "more": "more about this",
    "reason": "the reason asked for",
    "reason-asks": "the reason asked for",
    "next": "where an answer leads",
    "otherwise": "where an answer leads",
    "ask-when": "who is asked",
    "adds": "what an answer asks for",
    "fields": "what is written down",
    "title": "the title",
    "summary": "the summary",
    "permits": "what it permits",
    "may": "what may be done",
    "must-not": "what must not be done",
    "talk-to": "who to talk to",
    "record": "what to record",
    "follow-up": "what follows",
    "sources": "the sources",
    "say": "the words",
    "when": "when it applies",
}
_OPTION = 4
"""How long the way to a whole option, or a whole field, is."""


def changed_locally(pack: Pack, kind: str, name: str) -> str:
    """Return one sentence that says who changed the entry `name` and what, or an empty text.

    `kind` is the key that the entry stands under: questions, duties or outcomes.
    """
    paths = pack.local_to(kind, name)
    if not paths:
        return ""
    by = pack.owner or pack.title
    if (kind, name) in paths:
        return f"Added locally by {by}."
    return f"Changed locally by {by}: {', '.join(dict.fromkeys(map(_what, paths)))}."


def _what(path: PlacePath) -> str:
    inner = path[2:]
    if inner[0] == "options" and len(path) == _OPTION:
        return "a new answer"
    if inner[0] == "options":
        words = _WORDS.get(str(inner[-1]), str(inner[-1]))
        return "the words of an answer" if inner[-1] in ("say", "more", "under") else words
    return _WORDS.get(str(inner[0]), str(inner[0]))
