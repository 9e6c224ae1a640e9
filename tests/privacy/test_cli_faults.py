"""A fault of ours in the terminal is told without its message, which may hold what was typed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.packs.small import PACK

ROOT = Path(__file__).parents[2]
WORD = "kestrel77"
"""A word of an invented case: a reference, a reason, and in the message of every fault."""

BROKEN = """
import importlib, logging, sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)
module, kind, name, fault, word = sys.argv.pop(1).split()

def fail(*given, **named):
    if fault == "letting-go":
        type("Held", (), {"__del__": lambda held: {}[word], "__repr__": lambda held: word})()
        fault_at_once("the same answer cannot be kept")
    fault_at_once(word)

def fault_at_once(says):
    raise getattr(__import__("builtins"), fault, OSError)(says)

setattr(getattr(importlib.import_module(module), kind), name, fail)
from guidance_app.__main__ import main
main()
"""

PLACES = {
    "the desk": "guidance_app.desk.sitting Sitting answer KeyError",
    "the store": "guidance_app.store.records Records append ValueError",
    "the disk": "guidance_app.store.records Records append OSError",
    "letting go": "guidance_app.desk.sitting Sitting answer letting-go",
    "beginning": "guidance_app.desk.desk Desk begin RuntimeError",
}


def failed(tmp_path: Path, place: str) -> str:
    """Walk in a terminal until it fails at `place`; return what stands on the error stream."""
    small = tmp_path / "small"
    small.mkdir()
    (small / "pack.yaml").write_text(PACK, "utf-8")
    words = ["--home", str(tmp_path / "home"), "walk", str(small), "--practice"]
    command = [sys.executable, "-c", BROKEN, f"{PLACES[place]} {WORD}", *words, "--reference", WORD]
    typed = f"2\n2\n{WORD} and more\nq\n"
    done = subprocess.run(
        command, cwd=ROOT, input=typed, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    return done.stderr


@pytest.mark.parametrize("place", PLACES)
def test_nothing_of_the_case_is_on_the_error_stream(tmp_path: Path, place: str) -> None:
    said = failed(tmp_path, place)
    assert said
    assert WORD not in said
