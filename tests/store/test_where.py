"""A folder that is copied elsewhere, or is on another computer, is no place for records."""

import os
import sys
from pathlib import Path

import pytest

from guidance_app.store import where
from guidance_app.store.where import why_not

MOUNTED = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:25 / /run rw,nosuid - tmpfs tmpfs rw
41 22 0:40 / /net/team\\040files rw,relatime - cifs //server.example/team rw
42 22 0:41 / /net rw,relatime - autofs systemd-1 rw
43 41 0:42 / /net/team\\040files/here rw,relatime - tmpfs tmpfs rw
44 22 0:43 / /far rw,relatime - fuse.sshfs someone@server.example:/ rw
"""
"""Mounts of an invented computer, in the words in which Linux tells them."""

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells its mounts so")


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    path = tmp_path / "mountinfo"
    path.write_text(MOUNTED, "utf-8")
    return path


@linux
@pytest.mark.parametrize("folder", ["/net/team files/records", "/net/team files", "/far/off/x"])
def test_a_folder_on_another_computer_is_told(folder: str, mounts: Path) -> None:
    assert "another computer" in why_not(Path(folder), {}, mounts)


@linux
@pytest.mark.parametrize(
    "folder", ["/nowhere/records", "/net/records", "/net/team files/here/records", "/farther/x"]
)
def test_a_folder_beside_or_above_one_is_not(folder: str, mounts: Path) -> None:
    assert why_not(Path(folder), {}, mounts) == ""


@linux
def test_what_is_on_a_disk_of_this_computer_is_not_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mountinfo").write_text("1 0 0:9 / / rw - nfs4 server.example:/ rw\n", "utf-8")
    monkeypatch.setattr(os, "major", lambda _device: 254)
    assert why_not(tmp_path, {}, tmp_path / "mountinfo") == ""
    monkeypatch.setattr(os, "major", lambda _device: 0)
    assert "another computer" in why_not(tmp_path, {}, tmp_path / "mountinfo")


@pytest.mark.parametrize(
    ("name", "copier"),
    [
        ("OneDrive", "OneDrive"),
        ("onedrive - A Council", "onedrive"),
        ("Dropbox (Team\nwith two lines)", "Dropbox"),
        ("OneDriver", ""),
        ("My Dropbox", ""),
        ("Box Sync", "Box Sync"),
    ],
)
@pytest.mark.parametrize("below", ["", "records/here"])
def test_a_copiers_folder_is_told_by_its_whole_name(
    tmp_path: Path, name: str, copier: str, below: str
) -> None:
    why = why_not(tmp_path / name / below, {})
    assert (f"'{copier}'" in why) if copier else (why == "")


def test_a_link_into_a_copiers_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "x").mkdir(parents=True)
    (tmp_path / "here").symlink_to(tmp_path / "Dropbox" / "x")
    assert "'Dropbox'" in why_not(tmp_path / "here", {})
    assert "'Dropbox'" in why_not(tmp_path / "here" / "not made yet", {})


@linux
def test_a_copiers_folder_is_told_where_the_system_tells_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> str:
        raise FileNotFoundError

    (tmp_path / "Dropbox").mkdir()
    monkeypatch.setattr(os, "readlink", none)
    assert why_not(tmp_path, {}, tmp_path / "none") == ""
    assert "'Dropbox'" in why_not(tmp_path / "Dropbox", {}, tmp_path / "none")


def test_where_the_environment_says_that_onedrive_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(where, "_ONEDRIVE", ("OneDriveCommercial",))
    environment = {"OneDriveCommercial": str(tmp_path / "Council")}
    assert "'OneDrive'" in why_not(tmp_path / "Council" / "records", environment)
    assert why_not(tmp_path / "Councillor" / "records", environment) == ""
