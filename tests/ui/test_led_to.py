"""A message about something to be put right leads to what puts it right."""

from guidance_app.core.refusal import Refusal, WrongPassphrase
from guidance_app.ui.place import Spot
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.error_summary import ErrorSummary
from tests.desk.keeping import WORDS
from tests.ui.building import Opened
from tests.ui.door import lines


def test_a_wrong_passphrase_leads_to_the_box_for_it(at_the_door: Opened) -> None:
    at_the_door.session.unlock("not the passphrase at all")
    at_the_door.window.page.findChildren(ErrorSummary)[0].findChildren(Button)[0].click()
    assert lines(at_the_door)[0].isAncestorOf(at_the_door.window.focusWidget())


def test_only_a_wrong_passphrase_leads_to_the_box_for_it_in_settings(at_the_door: Opened) -> None:
    opened = at_the_door
    opened.session.unlock(WORDS)
    opened.window.way.aside(Spot.SETTINGS)
    page = opened.window.page
    for refusal, boxed in ((WrongPassphrase("No."), True), (Refusal("The disk is full."), False)):
        opened.window.refuse(refusal)
        page.findChildren(ErrorSummary)[0].findChildren(Button)[-1].click()
        focus = opened.window.focusWidget()
        assert any(line.isAncestorOf(focus) for line in lines(opened)) is boxed
