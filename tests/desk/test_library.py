"""A pack that was read and proved is opened from the records, and from nowhere else."""

import pytest

from guidance_app.core.refusal import Refusal
from guidance_app.desk import library
from guidance_app.desk.desk import Desk
from guidance_app.packs.compiled import compiled, version

WORDS = "correct horse battery staple"


def _marks(desk: Desk) -> list[str]:
    asked = "SELECT name FROM memory WHERE name LIKE 'compiled/%'"
    return [str(name) for (name,) in desk.records.read_by(lambda c: c.execute(asked).fetchall())]


@pytest.fixture
def opened(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return a desk that has lent its pack once, and can neither read nor prove it any more."""
    desk.lock()
    desk.make_store(WORDS)
    desk.begin("small")
    desk.lock()
    desk.unlock(WORDS)
    del desk.__dict__["library"]  # as if the program had been started anew

    def never(*_given: object) -> None:
        raise AssertionError("it was read or proved again")

    monkeypatch.setattr(library, "shaped_of", never)
    monkeypatch.setattr(library, "shape", never)
    monkeypatch.setattr(library, "sound_problems", never)
    return desk


def test_the_second_opening_neither_reads_nor_proves(opened: Desk) -> None:
    sitting = opened.begin("small")
    assert sitting.pack.title == "A small pack"
    assert opened.resume(sitting.record.id).standing.question == "danger"


def test_a_form_that_is_gone_is_made_anew(desk: Desk) -> None:
    desk.begin("small")
    (mark,) = _marks(desk)
    desk.records.forget("compiled/", but="none")
    assert _marks(desk) == []
    del desk.__dict__["library"]
    assert desk.begin("small").pack.title == "A small pack"
    assert _marks(desk) == [mark]


def test_a_pack_that_was_changed_is_read_anew(desk: Desk) -> None:
    desk.begin("small")
    file = desk.where.rules[0] / "small" / "pack.yaml"
    file.write_text(file.read_text().replace("A small pack", "A changed pack"))
    assert desk.begin("small").pack.title == "A changed pack"
    assert len(_marks(desk)) == 2


def test_a_form_under_the_digest_of_another_pack_is_not_taken(desk: Desk) -> None:
    pack = desk.begin("small").pack
    file = desk.where.rules[0] / "small" / "pack.yaml"
    file.write_text(file.read_text().replace("A small pack", "A changed pack"))
    other = desk.pack("small")
    desk.records.remember(f"compiled/{version()}/{other.digest}", compiled(pack))
    del desk.__dict__["library"]
    assert desk.pack("small").title == "A changed pack"


def test_what_another_version_compiled_is_let_go(desk: Desk) -> None:
    desk.records.remember("compiled/0/abc", "whatever it was")
    desk.begin("small")
    assert all(f"/{version()}/" in mark for mark in _marks(desk))


def test_a_pack_with_a_mistake_is_never_compiled(desk: Desk) -> None:
    file = desk.where.rules[0] / "small" / "pack.yaml"
    file.write_text(file.read_text().replace("next: help", "next: nowhere"))
    with pytest.raises(Refusal, match="mistake"):
        desk.begin("small")
    assert _marks(desk) == []
