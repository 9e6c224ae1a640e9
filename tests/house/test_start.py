"""What the program loads before its first page is painted: this, and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.start import FIRST_PAGE, ROOT, kept

ROOMS = {
    "": "__main__ called calmly light sha shipped trace whole",
    "core": "days ids kinds refusal text",
    "desk": "desk door forms places policy ports remembered safe settings tries",
    "store": "acts backups changes code council database finding header kept keys lock migrations "
    "openers private records removing trouble vault where words",
    "ui": "actions ahead allowed app around away bars begin clip custody dialogs first_paint fonts "
    "frame inside_pages later leaving measures pages_of place session sheet shown side single "
    "teller text_size theme tidy trouble watch way whens window",
    "ui.pages": "home page",
    "ui.widgets": "band button buttons column flow heading notice numbers practice "
    "presses row_list seen shapes stage steady text",
}
"""The modules of ours that Home needs, with the records open."""

OTHERS = frozenset(("apsw", "msgspec"))
"""What of other people's comes with them, apart from Qt and Python's own."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a folder with records, and the key that opens them."""
    folder = tmp_path_factory.mktemp("home")
    return folder, kept(folder, 20)


@pytest.fixture(scope="module")
def loaded(home: tuple[Path, str]) -> frozenset[str]:
    """Return the names of all modules that are there when Home has been painted."""
    return frozenset(_at_first_page("print(*sys.modules)", *home).split())


def _at_first_page(doing: str, home: Path, key: str = "", **more: str) -> str:
    """Do so once the first page has been painted, and return the last line that was printed.

    With `WHOLE` it is done once all that waited for that is done, too.
    """
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "GUIDANCE_APP_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        **({"KEY": key} if key else {}),
        "BEGUN": "0",
        **more,
    }
    program = FIRST_PAGE.replace("os._exit", f"{doing}, sys.stdout.flush(), os._exit")
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{program}"],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.splitlines()[-1]


def test_only_what_the_first_page_needs_is_loaded(loaded: frozenset[str]) -> None:
    ours = {
        ".".join(filter(None, ("guidance_app", room, name)))
        for room, names in ROOMS.items()
        for name in ("", *names.split())
    }
    assert {name for name in loaded if name.startswith("guidance_app.")} - ours == set()


@pytest.mark.parametrize("opened", [True, False])
def test_the_enums_of_the_namespace_qt_are_not_made(home: tuple[Path, str], opened: bool) -> None:
    folder, key = home
    doing = "print('Qt' in vars(sys.modules['PySide6.QtCore']))"
    assert _at_first_page(doing, folder, key if opened else "") == "False"
    assert _at_first_page(doing, folder, key if opened else "", WHOLE="1") == "True"


def test_of_others_only_what_opens_the_records_is_loaded(loaded: frozenset[str]) -> None:
    packages = Path(sys.modules["apsw"].__file__ or "").parents[1]
    installed = {path.stem.split(".")[0] for path in packages.iterdir() if path.suffix != ".pth"}
    roots = {name.partition(".")[0] for name in loaded}
    helped = {"PySide6", "shiboken6", "_distutils_hack"}
    assert (roots & installed) - helped - OTHERS == set()


def test_what_msgspec_would_bring_along_is_left_out(loaded: frozenset[str]) -> None:
    assert {"typing_extensions", "platform"} & loaded == set()


def test_what_stood_in_while_msgspec_was_loaded_is_gone_again() -> None:
    program = (
        "from guidance_app import light\n"
        "import platform, typing_extensions, uuid\n"
        "print(platform.python_version(), typing_extensions.Protocol, uuid.uuid4().version)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.startswith(f"{sys.version_info.major}.{sys.version_info.minor}.")
    assert done.stdout.endswith(" 4\n")
