#!/usr/bin/env python3
"""Set this checkout up, and run it: python3 dev.py COMMAND [what the command takes]

  run      start the program; `run walk england` is the same questions in the terminal
  test     run the tests; takes what pytest takes
  check    look at the code without running it: ruff, mypy, import-linter
  screens  make pictures of every page, in every theme
  bench    measure how long things take
  build    make the wheel, in dist/

The first time makes .venv and installs what requirements.lock pins; after that it starts at once.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "This needs Python 3.11 or newer, and this is Python %d.%d (%s).\n"
        "Start it with a newer one, for example: python3.12 dev.py run"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )

import ctypes
import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
STAMP = VENV / "lock.sha256"
PROGRAMS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = PROGRAMS / ("python.exe" if os.name == "nt" else "python")

QT_NEEDS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""What Qt loads from a Linux system, and the Debian and Ubuntu package that holds it."""


class Stuck(Exception):
    """The set-up cannot go on by itself; carries a sentence that says what to do."""


# --- setting up -------------------------------------------------------------------------------


def prepare() -> None:
    """Make `.venv` hold what the lock pins, and bring what the system lacks. Raises Stuck."""
    missing = missing_packages()
    if missing and not bring(missing):
        say(f"Missing on this system: {', '.join(missing)}. {how_to_bring(missing)}")
    if STAMP.is_file() and PYTHON.exists() and STAMP.read_text(encoding="ascii") == digest():
        return
    if not has_pip():
        make_venv()
    install()


def missing_packages() -> list[str]:
    """Return the system packages that hold what Qt, or making `.venv`, would not find here."""
    if sys.platform != "linux":
        return []
    missing = [package for library, package in QT_NEEDS.items() if not loads(library)]
    if not STAMP.is_file() and importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing


def loads(library: str) -> bool:
    """Whether the system's loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def digest() -> str:
    """Return the digest of the lock, by which a set-up knows that it is still the right one."""
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def has_pip() -> bool:
    """Whether `.venv` is there, whole enough to install into."""
    return PYTHON.exists() and quiet([PYTHON, "-m", "pip", "--version"])


def make_venv() -> None:
    """Make `.venv` from nothing. Raises Stuck where this Python comes without what it takes."""
    if importlib.util.find_spec("ensurepip") is None:
        raise Stuck("This Python cannot make a virtual environment until that is installed.")
    say("Making .venv")
    must([sys.executable, "-m", "venv", "--clear", VENV], "The virtual environment was not made:")


def install() -> None:
    """Install exactly what the lock pins, and stamp `.venv` with its digest. Raises Stuck."""
    say("Installing what requirements.lock pins; the first time takes a few minutes")
    pip: list[str | Path]
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    pip += ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", LOCK]
    must(pip, "Not everything could be installed; why stands above. The same command tries again:")
    STAMP.write_text(digest(), encoding="ascii")


def bring(packages: Sequence[str]) -> bool:
    """Install system packages where that may be done without asking, saying so; whether it was."""
    rights = may_install()
    if rights is None:
        return False
    say(f"Installing system packages with apt-get: {' '.join(packages)}")
    apt = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    quiet([*apt, "update"])  # an old list of packages may do; if it does not, the next line says so
    return call([*apt, "install", "-y", "--no-install-recommends", *packages]) == 0


def may_install() -> list[str] | None:
    """Return what to put before apt-get so that it may install, or None where it may not."""
    if sys.platform != "linux" or shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and quiet(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def how_to_bring(packages: Sequence[str]) -> str:
    """Return the sentence that says what to type, or to look for, to bring `packages`."""
    if shutil.which("apt-get"):
        return f"Type this once: sudo apt-get install {' '.join(packages)}"
    return "Install them with this system's own package manager; Debian's names for them are given."


# --- the commands -----------------------------------------------------------------------------


def run(words: Sequence[str]) -> int:
    """Start the program in the folder the person is in, so that the paths they type are right."""
    called = "py dev.py run" if os.name == "nt" else "python3 dev.py run"
    around = {"PYTHONPATH": str(ROOT), "GUIDANCE_APP_CALLED": called}
    return call([PYTHON, "-m", "guidance_app", *words], around)


def test(words: Sequence[str]) -> int:
    """Run the tests, or the ones asked for."""
    return unseen("-m", "pytest", *words)


def check(_words: Sequence[str]) -> int:
    """Run every check that does not run the program; 1 if any of them found something."""
    checks: dict[str, list[str | Path]] = {
        "ruff check": [PYTHON, "-m", "ruff", "check", "."],
        "ruff format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "mypy": [PYTHON, "-m", "mypy", "--strict", "guidance_app", "dev.py"],
        "import-linter": [PROGRAMS / "lint-imports", "--no-cache"],
    }
    failed = []
    for name, command in checks.items():
        print(f"\n== {name}", flush=True)
        if call(command, cwd=ROOT) != 0:
            failed.append(name)
    print(f"\n{'Found something: ' + ', '.join(failed) if failed else 'Nothing found.'}")
    return 1 if failed else 0


def screens(words: Sequence[str]) -> int:
    """Make a picture of every page."""
    return unseen("-m", "tests.screens", *words)


def bench(words: Sequence[str]) -> int:
    """Measure how long things take."""
    return unseen("-m", "tests.bench.run", *words)


def build(words: Sequence[str]) -> int:
    """Make the wheel, with the build backend that the lock pins."""
    return call([PYTHON, "-m", "hatchling", "build", "-t", "wheel", *words], cwd=ROOT)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    command.__name__: command for command in (run, test, check, screens, bench, build)
}


# --- talking to the system --------------------------------------------------------------------


def unseen(*words: str) -> int:
    """Run our Python in the checkout, with a Qt that draws where nobody looks."""
    return call([PYTHON, *words], {"QT_QPA_PLATFORM": "offscreen"}, ROOT)


def call(
    command: Sequence[str | Path], more: dict[str, str] | None = None, cwd: Path | None = None
) -> int:
    """Run `command` with `more` in its environment; return its exit status, as a shell would."""
    status = subprocess.run(command, env={**os.environ, **(more or {})}, cwd=cwd).returncode
    return status if status >= 0 else 128 - status


def quiet(command: Sequence[str | Path]) -> bool:
    """Whether `command` can be run and succeeds; what it prints is dropped."""
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def must(command: Sequence[str | Path], otherwise: str) -> None:
    """Run `command`. Raises Stuck, with `otherwise`, if it fails."""
    if call(command) != 0:
        raise Stuck(f"{otherwise}\n{shlex.join(map(str, command))}")


def say(sentence: str) -> None:
    """Say what is being done, apart from what the command itself prints."""
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


def main(words: Sequence[str]) -> int:
    """Do what the words ask for; return the exit status."""
    if not words or words[0] not in COMMANDS:
        asked = bool(words) and words[0] in {"-h", "--help", "help"}
        print((__doc__ or "").strip(), file=sys.stdout if asked else sys.stderr)
        return 0 if asked else 2
    try:
        prepare()
        return COMMANDS[words[0]](words[1:])
    except Stuck as stuck:
        say(str(stuck))
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
