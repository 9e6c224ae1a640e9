"""Installs the peers at their pinned versions, in a folder that nothing else uses."""

import json
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).parents[3] / ".bench"
PYTHON = FOLDER / "python" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NODE = FOLDER / "node"

PINS = {
    "survey-core": "3.1.1",
    "SpiffWorkflow": "3.2.0",
    "zen-engine": "2.1.3",
    "pyxform": "4.5.0",
}

LIMIT = 300.0
"""How many seconds the installing of one peer may take."""


class Missing(Exception):
    """A peer cannot be had here; carries the reason in a few words."""


def bring(peer: str) -> None:
    """Install `peer` unless it is there. Raises Missing."""
    try:
        if peer == "survey-core":
            _bring_node(peer)
        else:
            _bring_python(peer)
    except subprocess.TimeoutExpired:
        raise Missing(f"installing took more than {LIMIT:.0f} seconds") from None
    except OSError as error:
        raise Missing(f"{error.strerror or 'the system refused'}".lower()) from None


def _bring_python(peer: str) -> None:
    pinned = f"{peer}=={PINS[peer]}"
    wanted = f"Python {platform.python_version()}"
    stamp = FOLDER / "python" / "peers.txt"
    there = stamp.read_text(encoding="utf-8").splitlines() if stamp.exists() else []
    if wanted in there and pinned in there:
        return
    until = time.monotonic() + LIMIT
    if wanted not in there:
        _must([sys.executable, "-m", "venv", "--clear", FOLDER / "python"], until)
        there = [wanted]
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    _must([PYTHON, "-m", "pip", "install", *quiet, pinned], until)
    stamp.write_text("\n".join([*there, pinned]), encoding="utf-8")


def _bring_node(peer: str) -> None:
    if node() is None:
        raise Missing("there is no node here")
    package = NODE / "node_modules" / peer / "package.json"
    there = json.loads(package.read_text(encoding="utf-8")) if package.exists() else {}
    if there.get("version") == PINS[peer]:
        return
    npm = shutil.which("npm")
    if npm is None:
        raise Missing("there is no npm here")
    NODE.mkdir(parents=True, exist_ok=True)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    wanted = f"{peer}@{PINS[peer]}"
    _must([npm, "install", "--prefix", NODE, *quiet, wanted], time.monotonic() + LIMIT)


def node() -> str | None:
    """Return where node is, or None."""
    return shutil.which("node")


def _must(command: list[str | Path], until: float) -> None:
    left = max(until - time.monotonic(), 0)
    done = subprocess.run(command, capture_output=True, timeout=left, check=False)
    if done.returncode != 0:
        raise Missing("it cannot be installed")
