"""dev.py starts on a bare machine: with the standard library, and a sentence for an old Python."""

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.house.house import ROOT, tree

SOURCE = ROOT / "dev.py"


@pytest.fixture
def dev() -> ModuleType:
    """Return dev.py as a module."""
    spec = importlib.util.spec_from_file_location("dev", SOURCE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_needs_only_the_standard_library() -> None:
    imports = [node for node in ast.walk(tree(SOURCE)) if isinstance(node, ast.Import)]
    froms = [node for node in ast.walk(tree(SOURCE)) if isinstance(node, ast.ImportFrom)]
    names = [name.name for node in imports for name in node.names]
    names += [node.module or "" for node in froms]
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_an_older_python_can_read_it_as_far_as_its_sentence() -> None:
    ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_older_python_is_told_so_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer, and this is Python 3\.9"):
        exec(compile(text, "dev.py", "exec"), {"__name__": "__main__"})  # noqa: S102  our own file


def test_a_word_it_does_not_know_is_answered_with_those_it_does(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(["polish"]) == 2
    assert "\n  run " in capsys.readouterr().err


def test_its_text_names_every_command(dev: ModuleType) -> None:
    assert all(f"\n  {command} " in (dev.__doc__ or "") for command in dev.COMMANDS)


def test_what_the_system_lacks_is_named_with_the_command_to_type(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "missing_packages", lambda: ["libegl1"])
    monkeypatch.setattr(dev, "may_install", lambda: None)
    monkeypatch.setattr(dev.shutil, "which", lambda _: "somewhere")
    monkeypatch.setattr(dev, "install", lambda: None)
    dev.prepare()
    assert "sudo apt-get install libegl1" in capsys.readouterr().err


def test_a_python_that_cannot_make_a_virtual_environment_is_noticed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "none")
    monkeypatch.setattr(dev, "loads", lambda _: True)
    monkeypatch.setattr(dev.importlib.util, "find_spec", lambda _: None)
    assert dev.missing_packages() == [f"python3.{sys.version_info.minor}-venv"]


def test_a_library_that_is_not_there_is_noticed(dev: ModuleType) -> None:
    assert not dev.loads("libnobody-has-this.so.1")


def test_a_set_up_that_is_still_right_is_left_alone(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "missing_packages", list)
    monkeypatch.setattr(dev, "PYTHON", SOURCE)
    stamp = tmp_path / "stamp"
    stamp.write_text(dev.digest(), encoding="ascii")
    monkeypatch.setattr(dev, "STAMP", stamp)
    monkeypatch.setattr(dev, "install", lambda: pytest.fail("installed again"))
    dev.prepare()
