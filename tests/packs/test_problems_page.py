"""The page of problems has every code once, with how much it matters, and its examples are true."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from guidance_app.packs.check import check
from guidance_app.packs.codes import Code
from guidance_app.packs.reader import read
from guidance_app.packs.shape import shape
from tests.packs.overlays import HEAD
from tests.packs.small import PACK
from tests.packs.test_authoring import merged
from tests.packs.test_translations import TERMS

PAGE = Path(__file__).parents[2] / "docs" / "authoring" / "problems.md"
TODAY = date(2026, 11, 23)
_FLAGS = re.MULTILINE | re.DOTALL
_SECTION = re.compile(r"^### `([a-z0-9-]+)`\n\n\*\*([EWI])\*\*, (.*?)(?=^##|\Z)", _FLAGS)
_EXAMPLE = re.compile(r"^(Bad|Good):\n\n```yaml\n(.*?)```", _FLAGS)

ONLY_SAID = {
    *("outside-folder", "unreadable-file", "too-many-files", "file-too-large", "not-utf-8"),
    *("control-character", "bidi-override", "not-proved"),
}
"""Codes that a few lines of text cannot show; tests of the reader, the shelf and the search do."""


@dataclass(frozen=True)
class Section:
    """What the page says of one code."""

    code: str
    severity: str
    group: str
    examples: tuple[tuple[str, str], ...]


def sections() -> list[Section]:
    """Return the sections of the page, in order."""
    text = PAGE.read_text("utf-8")
    found = []
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        group = part.split("\n", 1)[0]
        for code, severity, body in _SECTION.findall(part):
            found.append(Section(code, severity, group, tuple(_EXAMPLE.findall(body))))
    return found


SECTIONS = sections()
EXAMPLES = [
    pytest.param(section, word, text, id=f"{section.code} {word}")
    for section in SECTIONS
    for word, text in section.examples
]


def codes(section: Section, text: str) -> set[str]:
    """Return what is found in an example, where it stands: alone, or laid over a sound pack."""
    if section.group == "Reading":
        return {problem.code for problem in read("pack.yaml", text.encode())[1]}
    if section.group == "Overlays":
        return _found({"pack.yaml": laid(HEAD, text), "small/pack.yaml": PACK.encode()})
    if section.group == "Translations":
        return _found({"pack.yaml": TERMS.encode(), "words/cy.yaml": text.encode()})
    return _found({"pack.yaml": laid(PACK, text)})


def laid(pack: str, text: str) -> bytes:
    """Return the pack with the keys of an example in place of its own."""
    both = merged(*(yaml.load(one, yaml.CBaseLoader) for one in (pack, text)))  # noqa: S506 – only texts
    return yaml.safe_dump(both, sort_keys=False, allow_unicode=True).encode()


def _found(files: dict[str, bytes]) -> set[str]:
    return {problem.code for problem in check(shape(files), TODAY).problems}


def test_every_code_has_its_paragraph_once_and_in_the_order_of_the_codes() -> None:
    assert [section.code for section in SECTIONS] == [code.code for code in Code]


def test_the_page_says_how_much_each_matters() -> None:
    known = {code.code: code.severity.value for code in Code}
    assert {section.code: section.severity for section in SECTIONS} == known


def test_every_code_has_a_bad_example_that_can_have_one() -> None:
    bare = {section.code for section in SECTIONS if "Bad" not in dict(section.examples)}
    assert bare == ONLY_SAID


@pytest.mark.parametrize(("section", "word", "text"), EXAMPLES)
def test_a_bad_example_has_the_problem_and_a_good_one_has_not(
    section: Section, word: str, text: str
) -> None:
    assert (section.code in codes(section, text)) is (word == "Bad")
