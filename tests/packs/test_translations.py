"""A translation is held against the words that it translates, one by one."""

from datetime import date

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Problem
from guidance_app.packs.check import check
from guidance_app.packs.overlay import pin
from guidance_app.packs.shape import shape
from guidance_app.packs.texts import texts
from tests.packs.small import PACK

TERMS = PACK.replace("terms: {}", "terms: {look: {term: Look, means: To see a page.}}").replace(
    "Look once.", '"[Look] once."'
)


def found(words: str, pack: str = TERMS) -> list[Problem]:
    text = f"language: cy\nwords:\n{words}"
    files = {"pack.yaml": pack.encode(), "words/cy.yaml": text.encode()}
    problems = check(shape(files), date(2026, 11, 23)).problems
    return [p for p in problems if p.place.file == "words/cy.yaml"]


def whole() -> str:
    """Return a translation of everything, in which every text is itself with a mark."""
    return "".join(
        f"  {'/'.join(map(str, said.path))}: {{of: {pin(said.text)}, say: '{said.text} (cy)'}}\n"
        for said in texts(pack())
    )


def pack() -> Pack:
    made = shape({"pack.yaml": TERMS.encode()}).pack
    assert made is not None
    return made


def codes(words: str, pack: str = TERMS) -> list[tuple[str, int]]:
    return [(p.code, p.place.line) for p in found(words, pack)]


def test_a_whole_translation_has_no_problem() -> None:
    assert codes(whole()) == []


def test_a_translation_changes_nothing_of_the_pack() -> None:
    files = {
        "pack.yaml": TERMS.encode(),
        "words/cy.yaml": f"language: cy\nwords:\n{whole()}".encode(),
    }
    shaped = shape(files)
    assert shaped.pack is not None
    assert shaped.pack.questions == pack().questions
    assert [t.language for t in shaped.translations] == ["cy"]


def test_a_text_that_is_not_translated_comes_with_the_line_to_write() -> None:
    line = next(one for one in whole().splitlines(keepends=True) if "told/ask" in one)
    (problem,) = found(whole().replace(line, ""))
    assert problem.code == "translation-missing"
    assert line.split("'")[0].strip()[:-6] in problem.hint


def test_a_text_that_changed_since_is_stale_at_its_line() -> None:
    moved = TERMS.replace("Have you told them", "Have you told each of them")
    assert [code for code, _ in codes(whole(), moved)] == ["translation-stale"]


def test_a_translation_that_explains_other_terms_is_told() -> None:
    assert [code for code, _ in codes(whole().replace("[Look]", "Look"))] == ["translation-unlike"]


def test_a_translation_of_nothing_is_told() -> None:
    extra = whole() + "  questions/told/aks: {of: 00000000, say: X}\n"
    (problem,) = found(extra)
    assert problem.code == "translation-idle"
    assert "questions/told/ask" in problem.hint


def test_a_translation_in_another_shape_is_told_and_the_rest_is_read() -> None:
    said = [code for code, _ in codes(whole() + "  title: [X]\n")]
    assert "wrong-kind" in said or "duplicate-key" in said
