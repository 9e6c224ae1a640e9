"""Packs are found by name, folder or file, and nothing outside a pack's folder is read."""

import os
from pathlib import Path

import pytest

from guidance_app.core.refusal import Refusal
from guidance_app.packs.folder import MOST_FILES
from guidance_app.packs.shelf import Shelf

FIRST = "format: 1\npack: {id}\ntitle: A pack\nversion: 1.2.0\nstatus: draft\nstart: a\n"
REST = """
questions: {a: {ask: Why?, options: {yes: {say: 'Yes', next: b}}}}
outcomes: {b: {title: B, level: act, permits: nothing}}
"""


def put(folder: Path, name: str = "mine", **files: str) -> Path:
    """Write a pack called `name` below `folder` and return its folder."""
    home = folder / name
    home.mkdir(parents=True)
    (home / "pack.yaml").write_text(FIRST.format(id=name))
    (home / "rest.yaml").write_text(REST)
    for file, text in files.items():
        (home / f"{file}.yaml").write_text(text)
    return home


def codes(shelf: Shelf, name: str | Path) -> list[str]:
    return [problem.code for problem in shelf.load(name).problems]


def test_the_shelf_lists_each_pack_as_it_names_itself(tmp_path: Path) -> None:
    home = put(tmp_path)
    (listed,) = Shelf([tmp_path]).packs()
    assert (listed.id, listed.title, listed.version, listed.status) == (
        "mine",
        "A pack",
        "1.2.0",
        "draft",
    )
    assert (listed.folder, listed.readable) == (home, True)


def test_a_pack_whose_first_file_is_broken_is_listed_as_unreadable(tmp_path: Path) -> None:
    put(tmp_path)
    (tmp_path / "mine" / "pack.yaml").write_text("a: [")
    (listed,) = Shelf([tmp_path]).packs()
    assert (listed.id, listed.readable) == ("mine", False)


def test_a_folder_that_is_not_there_holds_no_packs(tmp_path: Path) -> None:
    assert Shelf([tmp_path / "none"]).packs() == ()


def test_a_pack_is_loaded_by_its_name_its_folder_and_its_id(tmp_path: Path) -> None:
    home = put(tmp_path)
    home.rename(tmp_path / "another")
    shelf = Shelf([tmp_path])
    loaded = [shelf.load(name) for name in ("mine", "another", tmp_path / "another")]
    assert {one.digest for one in loaded} == {loaded[0].digest}
    assert all(one.pack is not None and one.pack.id == "mine" for one in loaded)
    assert all(one.problems == () for one in loaded)


def test_a_single_file_can_be_a_whole_pack(tmp_path: Path) -> None:
    file = tmp_path / "whole.yaml"
    file.write_text(FIRST.format(id="whole") + REST)
    shaped = Shelf([]).load(file)
    assert shaped.pack is not None
    assert shaped.problems == ()


def test_an_unknown_name_is_refused_with_what_may_have_been_meant(tmp_path: Path) -> None:
    put(tmp_path, "england")
    with pytest.raises(
        Refusal, match=r"no pack called 'engalnd'.*Did you mean 'england'"
    ) as refused:
        Shelf([tmp_path]).load("engalnd")
    assert refused.value.hint


def test_a_folder_without_a_pack_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="no pack in the folder"):
        Shelf([]).load(tmp_path)


def test_scenarios_are_read_and_hidden_files_and_other_folders_are_not(tmp_path: Path) -> None:
    home = put(tmp_path)
    (home / ".hidden.yaml").write_text("a: [")
    (home / "notes.txt").write_text("a: [")
    (home / "notes").mkdir()
    (home / "notes" / "cy.yaml").write_text("a: [")
    (home / "scenarios").mkdir()
    (home / "scenarios" / "own.yaml").write_text("scenarios: []\n")
    shaped = Shelf([tmp_path]).load("mine")
    assert (list(shaped.tests), shaped.problems) == (["scenarios"], ())


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    home = put(tmp_path / "shelf")
    secret = tmp_path / "secret.yaml"
    secret.write_text("a: b\n")
    (home / "link.yaml").symlink_to(secret)
    assert codes(Shelf([tmp_path / "shelf"]), "mine") == ["outside-folder"]


def test_a_linked_folder_of_scenarios_is_not_followed(tmp_path: Path) -> None:
    home = put(tmp_path / "shelf")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.yaml").write_text("a: b\n")
    (home / "scenarios").symlink_to(tmp_path / "elsewhere")
    assert codes(Shelf([tmp_path / "shelf"]), "mine") == ["outside-folder"]


def test_a_link_inside_the_folder_is_a_file_like_any_other(tmp_path: Path) -> None:
    home = put(tmp_path)
    (home / "rest.yaml").rename(home / "rest.txt")
    (home / "rest.yaml").symlink_to(home / "rest.txt")
    assert codes(Shelf([tmp_path]), "mine") == []


def test_a_name_that_leads_out_of_the_shelf_finds_nothing_there(tmp_path: Path) -> None:
    put(tmp_path, "outside")
    (tmp_path / "shelf").mkdir()
    with pytest.raises(Refusal, match="no pack called"):
        Shelf([tmp_path / "shelf"]).load("../outside")


def test_too_many_files_are_said_once(tmp_path: Path) -> None:
    home = put(tmp_path)
    for number in range(MOST_FILES):
        (home / f"z{number:03}.yaml").write_text("")
    assert codes(Shelf([tmp_path]), "mine") == ["too-many-files"]


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    home = put(tmp_path)
    with (home / "big.yaml").open("wb") as file:
        file.truncate(1 << 32)
    assert codes(Shelf([tmp_path]), "mine") == ["file-too-large"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_passed_over_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(put(tmp_path) / "pipe.yaml")
    assert codes(Shelf([tmp_path]), "mine") == []


def test_a_file_that_may_not_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path)
    really = Path.open

    def refuse(path: Path, *rest: str) -> object:
        if path.name == "rest.yaml":
            raise PermissionError(13, "Permission denied")
        return really(path, *rest)  # type: ignore[call-overload]  # passed on as it came

    monkeypatch.setattr(Path, "open", refuse)
    assert codes(Shelf([tmp_path]), "mine") == ["unreadable-file"]
