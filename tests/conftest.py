"""What holds for every test: windows that nobody sees, our own typeface, and no word to the log."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "any machine",  # a busy one draws slowly, which says nothing about what is tested
    deadline=None,
    derandomize=True,  # the same examples each time: a red build is the fault of its change
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
settings.load_profile("any machine")

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded; a test never opens a real window

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def qapp(qapp):  # type: ignore[no-untyped-def]  # PySide6 may be absent, so its type is not named
    """Return the one application, in the typeface that ships with it."""
    from guidance_app.ui.fonts import load_fonts

    load_fonts(ROOT / "resources" / "fonts")
    return qapp


@pytest.fixture(autouse=True)
def no_stray_log_line(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which anything was logged that it did not clear with `caplog.clear()`."""
    yield
    stray = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.INFO
    ]
    assert not stray, f"logged, and no test asked for it: {stray}"
