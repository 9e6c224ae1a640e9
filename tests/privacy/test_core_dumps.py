"""A process that has opened records never leaves its memory behind in a core dump."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PASSPHRASE = "four grey herons wade"  # noqa: S105 – invented

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be asked whether it is")

REHEARSED = "rehearsed from a backup"

WAYS = {
    "made": 'vault.make(folder / "new", typed, Costs(32, 1, 1))',
    "opened by its passphrase": "vault.unlock(folder, typed)",
    "opened by its code": "vault.unlock_with_code(folder, code)",
    "refused a wrong passphrase": "refused()",
    REHEARSED: "Safe(Door(folder, Policy(), Ports()), Ports()).rehearse(backups(folder)[0], typed)",
}
"""What a child does with a store, each in a line of Python."""

MAKING = """
import sys
from pathlib import Path
from guidance_app.desk.door import Door
from guidance_app.desk.policy import Policy
from guidance_app.desk.ports import Ports
from guidance_app.desk.safe import Safe
from guidance_app.store import vault
from guidance_app.store.keys import Costs

records, code = vault.make(Path(sys.argv[1]), sys.argv[2], Costs(32, 1, 1))
Safe(Door(Path(sys.argv[1]), Policy(), Ports()), Ports()).back_up(records)
records.close()
print(code)
"""

CHILD = """
import contextlib, ctypes, json, resource, sys
from pathlib import Path
from guidance_app.core.refusal import WrongPassphrase
from guidance_app.desk.door import Door
from guidance_app.desk.policy import Policy
from guidance_app.desk.ports import Ports
from guidance_app.desk.safe import Safe
from guidance_app.store import vault
from guidance_app.store.backups import backups
from guidance_app.store.keys import Costs

way, folder, typed, code = sys.argv[1], Path(sys.argv[2]), sys.argv[3], sys.argv[4]

def refused():
    try:
        vault.unlock(folder, "not this one")
    except WrongPassphrase:
        return vault.unlock(folder, typed)

with contextlib.suppress(OSError, ValueError):  # nobody but root may raise the harder limit
    resource.setrlimit(resource.RLIMIT_CORE, (1_000_000, 1_000_000))
lowered, lower = [], resource.setrlimit

def noticed(which, to):
    lowered.append((which, to))
    lower(which, to)

resource.setrlimit = noticed
held = eval(way)
linux = sys.platform == "linux"
dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if linux else None
off = (resource.RLIMIT_CORE, (0, 0)) in lowered  # whatever it was started with
print(json.dumps([resource.getrlimit(resource.RLIMIT_CORE) if off else None, dumpable]))
"""


@pytest.fixture
def store(tmp_path: Path) -> tuple[Path, str]:
    """Return the folder of a store with a backup, and its code; a child makes it, not this one."""
    folder = tmp_path / "records"
    return folder, child(MAKING, str(folder), PASSPHRASE).strip()


def child(script: str, *words: str) -> str:
    """Return what a child printed that ran `script`."""
    command = [sys.executable, "-c", script, *words]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def asked(way: str, store: tuple[Path, str]) -> tuple[list[int] | None, int | None]:
    """Let a child do `way`; return its limits for core dumps, and whether it can be dumped."""
    folder, code = store
    limits, dumpable = json.loads(child(CHILD, WAYS[way], str(folder), PASSPHRASE, code))
    return limits, dumpable


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit for core dumps")
@pytest.mark.parametrize("way", WAYS)
def test_no_core_dump_may_have_any_size_once_a_store_was(way: str, store: tuple[Path, str]) -> None:
    assert asked(way, store)[0] == [0, 0]


@LINUX
@pytest.mark.parametrize("way", WAYS)
def test_the_process_is_not_dumpable_once_a_store_was(way: str, store: tuple[Path, str]) -> None:
    assert asked(way, store)[1] == 0
