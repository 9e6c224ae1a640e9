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
CODES = ("utf-8", "utf-16-le", "utf-16-be")


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


@pytest.fixture(scope="session", autouse=True)
def no_canary_in_what_was_kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Fail the last test where, in the records of any, stands a word that was typed as a canary.

    Whatever a test types that is called so must not be found in the files of its records, backups
    and settings, in any encoding; notes that were saved, and packs, lie elsewhere.
    """
    yield
    found = [
        str(path.relative_to(tmp_path_factory.getbasetemp()))
        for path in tmp_path_factory.getbasetemp().rglob("*")
        if path.is_file()
        and ({"records", "backups"} & set(path.parts) or path.name == "settings.json")
        and any("canar".encode(code) in path.read_bytes().lower() for code in CODES)
    ]
    assert not found, f"words of a case lie in the clear: {found}"
