"""What PySide6 explains is explained in the same words, though it loads only when it is asked."""

from tests.ui.alone import printed

LATER = """
import guidance_app.ui.begin
from guidance_app.ui.later import WAITING, sources
assert set(sources) == set(WAITING), sources
"""
ASK = """
from PySide6.QtCore import QRect, QTimer, Qt
from PySide6.QtWidgets import QLabel
def wrongly(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
"""
WRONG_CALLS = f"""{ASK}
wrongly(lambda: QRect("no number"))
wrongly(lambda: QTimer().start(1, 2, 3))
wrongly(lambda: QTimer().setInterval("soon"))
wrongly(lambda: QTimer().no_such_name)
wrongly(lambda: QLabel.setText(1, 2))
"""
SIGNATURES = f"""{ASK}
from PySide6.support.signature import get_signature
for function in (QRect.__init__, QTimer.singleShot, QLabel.setText, Qt.Key):
    print(get_signature(function), function.__doc__)
"""
MODULES = """
import PySide6.QtCore
from PySide6.support.signature import errorhandler, layout, mapping, parser
from PySide6.support.signature.lib import enum_sig, pyi_generator, tool
from PySide6.support import feature
for module in (pyi_generator, feature, errorhandler, layout, mapping, parser, enum_sig, tool):
    try:
        module.no_such_name
    except AttributeError:
        print(module.__name__, sorted(set(vars(module)) - {"__getattr__", "let_wait"}))
"""


def test_a_wrong_call_is_told_of_in_the_same_words() -> None:
    plainly = printed(WRONG_CALLS)
    assert plainly.count("Error") >= 5
    assert printed(LATER + WRONG_CALLS) == plainly


def test_signatures_are_the_same() -> None:
    plainly = printed(SIGNATURES)
    assert "msec: int" in plainly
    assert printed(LATER + SIGNATURES) == plainly


def test_what_is_asked_has_every_name_that_it_would_have() -> None:
    plainly = printed(MODULES)
    assert plainly.count("update_mapping") >= 2
    assert printed(LATER + MODULES) == plainly


def test_with_another_version_nothing_waits() -> None:
    another = "import guidance_app.ui.later as later\nlater.KNOWN = (5, 15)\n"
    program = another + "import guidance_app.ui.begin\nprint(later.sources)" + WRONG_CALLS
    assert printed(program) == "{}\n" + printed(WRONG_CALLS)
