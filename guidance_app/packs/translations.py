"""The words of a pack in other languages, held against the words that they translate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from guidance_app.core.markup import terms_in
from guidance_app.core.pack import Pack
from guidance_app.core.problem import Place, Problem

from .codes import Code
from .keys import Keys
from .nearest import nearest
from .nodes import Node
from .overlay import pin
from .texts import texts

FOLDER = "words/"
"""What the name of a file with a translation begins with."""


@dataclass(frozen=True, slots=True)
class Translated:
    """One text in another language; `of` is the pin of the text that it translates."""

    way: str
    of: str
    say: str
    place: Place


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of a pack in one language, a BCP 47 tag such as cy."""

    language: str
    words: tuple[Translated, ...]
    place: Place


def shape_translation(root: Node, place: Place, problems: list[Problem]) -> Translation:
    """Return the translation that a file holds, and note what does not fit."""
    keys = Keys.of(root, "this translation", place, problems)
    language = keys.text("language", needed=True)
    words = []
    inner = keys.inner("words")
    for name, node in inner.nodes.values() if inner is not None else ():
        entry = Keys.of(node, f"the translation of '{name.value}'", name.place, problems)
        of, say = entry.text("of", needed=True), entry.text("say", needed=True)
        entry.finish()
        words.append(Translated(name.value, of, say, name.place))
    keys.finish()
    return Translation(language, tuple(words), place)


def translation_problems(pack: Pack, translations: Sequence[Translation]) -> Iterator[Problem]:
    """Yield what is not translated, was translated before it changed, or names other terms."""
    if not translations:
        return
    said = {"/".join(map(str, text.path)): text.text for text in texts(pack)}
    for translation in translations:
        done = {words.way for words in translation.words}
        for words in translation.words:
            yield from _words(pack, words, said)
        for way, text in said.items():
            if way not in done:
                says = f"'{way}' is not translated to '{translation.language}'."
                yield Code.TRANSLATION_MISSING.at(translation.place, says, _line(way, text))


def _words(pack: Pack, words: Translated, said: dict[str, str]) -> Iterator[Problem]:
    text = said.get(words.way)
    if text is None:
        says = f"There is no text '{words.way}' in this pack to be translated."
        yield Code.TRANSLATION_IDLE.at(words.place, says, nearest(words.way, said))
        return
    if words.of and words.of != pin(text):
        says = f"'{words.way}' has changed since it was translated."
        yield Code.TRANSLATION_STALE.at(words.place, says, _line(words.way, text))
    wanted = {term for term in terms_in(text) if term in pack.terms}
    named = {term for term in terms_in(words.say) if term in pack.terms}
    if wanted != named:
        listed = ", ".join(f"'{term}'" for term in sorted(wanted ^ named))
        says = f"'{words.way}' and its translation do not explain the same terms: {listed}."
        hint = "Write [words|term] in both, or in neither."
        yield Code.TRANSLATION_UNLIKE.at(words.place, says, hint)


def _line(way: str, text: str) -> str:
    return f"It now says “{text}” Write: {way}: {{of: {pin(text)}, say: …}}"
