"""A wheel, installed alone where nothing of this checkout is, does the main job."""

import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.house import ROOT

ANSWERS = """\
given: {danger: "no", how-it-started: thinking, purpose: background}
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """The program, installed from its wheel into an environment of its own."""

    folder: Path

    @property
    def programs(self) -> Path:
        """Where the environment keeps what can be started."""
        return self.folder / ".venv" / ("Scripts" if os.name == "nt" else "bin")

    def start(self, name: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Start a program of the environment in an empty folder, with nothing of ours around it."""
        bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        home = {"GUIDANCE_APP_HOME": str(self.folder / "home")}
        return _start([self.programs / name, *words], self.folder / "elsewhere", {**bare, **home})


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the wheel and install it alone; its dependencies are lent by this environment."""
    folder = tmp_path_factory.mktemp("wheel")
    (folder / "elsewhere").mkdir()
    _must(["-m", "hatchling", "build", "-t", "wheel", "-d", folder])
    _must(["-m", "venv", "--without-pip", folder / ".venv"])
    (wheel,) = folder.glob("*.whl")
    alone = ["--no-index", "--no-deps", "--quiet", "--disable-pip-version-check"]
    made = Installed(folder)
    python = made.programs / Path(sys.executable).name
    _must(["-m", "pip", "--python", python, "install", *alone, wheel])
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(made.start(python.name, "-c", asked).stdout.strip())
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return made


def _must(words: Sequence[str | Path]) -> None:
    done = _start([sys.executable, *words], ROOT, dict(os.environ))
    assert done.returncode == 0, done.stdout + done.stderr


def _start(
    command: Sequence[str | Path], folder: Path, around: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        env={**around, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_program_comes_from_the_wheel(installed: Installed) -> None:
    asked = "import guidance_app; print(guidance_app.__file__)"
    done = installed.start(Path(sys.executable).name, "-c", asked)
    assert Path(done.stdout.strip()).is_relative_to(installed.folder), done.stderr


def test_the_wheel_brings_rules_themes_and_typeface(installed: Installed) -> None:
    (packages,) = installed.folder.rglob("guidance_app/resources")
    inside = packages.parent
    assert (inside / "rules" / "england" / "pack.yaml").is_file()
    assert (inside / "resources" / "themes" / "light.json").is_file()
    assert (inside / "resources" / "fonts" / "Inter-Regular.ttf").is_file()


def test_it_walks_the_england_pack_to_an_outcome(installed: Installed) -> None:
    answers = installed.folder / "answers.yaml"
    answers.write_text(ANSWERS, encoding="utf-8")
    done = installed.start("guidance-app", "walk", "england", "--answers", str(answers), "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout)["outcome"] == "do-not-look"


def test_it_finds_no_error_in_the_england_pack(installed: Installed) -> None:
    done = installed.start("guidance-app", "check", "england", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert not [p for p in json.loads(done.stdout)["problems"] if p["severity"] == "E"]
