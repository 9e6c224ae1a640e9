"""What is installed is pinned, hashed, named without an address, and enough on every system."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.house import ROOT

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
ENTRIES = re.split(r"\n(?=\S)", LOCK.strip())
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

SYSTEMS = {
    "linux": {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    "mac": {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    "windows": {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
}
VERSIONS = ("3.11", "3.12", "3.13", "3.14")


def test_every_entry_is_one_version_with_hashes() -> None:
    whole = re.compile(r"[a-z0-9-]+==\S+( ; [^\\]+)? \\\n( +--hash=sha256:[0-9a-f]{64}( \\\n|$))+")
    assert not [entry.splitlines()[0] for entry in ENTRIES if not whole.fullmatch(entry)]


def test_no_address_stands_in_it() -> None:
    assert not re.search(r"://|--(?!hash)|^#|@", LOCK, re.MULTILINE)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("system", SYSTEMS)
def test_it_is_enough_for(system: str, version: str) -> None:
    where = {**SYSTEMS[system], "python_version": version, "python_full_version": f"{version}.9"}
    locked = {
        canonicalize_name(requirement.name): requirement
        for requirement in map(_pinned, ENTRIES)
        if _applies(requirement, where)
    }
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    for name in locked:
        asked += _required_by(name)
    missing = [
        requirement
        for requirement in map(Requirement, asked)
        if _applies(requirement, where) and canonicalize_name(requirement.name) not in locked
    ]
    assert not missing


def _pinned(entry: str) -> Requirement:
    return Requirement(entry.partition("\\")[0])


def _applies(requirement: Requirement, where: dict[str, str]) -> bool:
    return requirement.marker is None or requirement.marker.evaluate({**where, "extra": ""})


def _required_by(name: str) -> list[str]:
    """Return what the installed package asks for; nothing for one that is not for this system."""
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []
