"""The room that words need: known once, and never that of another size of text."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from guidance_app.ui import measures
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.choice import Radio
from guidance_app.ui.widgets.text import Text

Show = Callable[[QWidget], QWidget]
SAYS = "An invented sentence that is long enough to stand on two lines or more. " * 2


@pytest.mark.parametrize("part", [Text, Radio, Button])
def test_words_have_the_room_of_the_size_that_they_are_given(
    shown: Show, look: Callable[..., None], part: Callable[[str], QWidget]
) -> None:
    widget = shown(part(SAYS))
    for size in (100, 200, 125, 100):
        look("light", size)
        known = [widget.heightForWidth(width) for width in (300, 500)]
        measures.forget()
        assert known == [widget.heightForWidth(width) for width in (300, 500)], size
