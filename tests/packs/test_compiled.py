"""The compiled form of a pack is the pack, and nothing that was not made by this program is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_app.core.pack import Pack
from guidance_app.packs.compiled import compiled, opened
from guidance_app.packs.shape import shape
from tests.bench.ladders import ladder
from tests.bench.packs import england
from tests.packs.overlays import pack_of
from tests.strategies import packs


@given(packs())
def test_what_is_opened_is_the_pack_that_was_compiled(pack: Pack) -> None:
    assert opened(compiled(pack)) == pack


@pytest.mark.parametrize(
    "pack",
    [shape(england()).pack, shape(ladder(300)).pack, pack_of("")],
    ids=["england", "ladder", "overlay"],
)
def test_packs_from_files_come_back_the_same(pack: Pack) -> None:
    again = opened(compiled(pack))
    assert again == pack
    assert again is not None
    assert list(again.questions) == list(pack.questions)
    assert again.raised == pack.raised


def test_a_question_is_decoded_once() -> None:
    pack = shape(england()).pack
    assert pack is not None
    again = opened(compiled(pack))
    assert again is not None
    assert all(again.questions[name] is again.questions[name] for name in pack.questions)


@given(st.text(max_size=40))
def test_what_was_not_compiled_opens_nothing(form: str) -> None:
    assert opened(form) is None


def test_a_form_that_was_cut_off_opens_nothing() -> None:
    pack = shape(england()).pack
    assert pack is not None
    form = compiled(pack)
    assert all(opened(form[:end]) is None for end in range(0, len(form), len(form) // 50))
