"""The command line with a home of its own, asked as a person or a script would."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guidance_app.cli.main import commands

Ask = Callable[..., Result]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Return what runs a command; `typed` are the lines typed."""
    app = commands(lambda _desk: 0)

    def run(*words: str | Path, typed: str = "") -> Result:
        home = ["--home", str(tmp_path / "home")]
        return CliRunner().invoke(app, [*home, *map(str, words)], input=typed)

    return run


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return the folder of a small pack that is sound."""
    from tests.packs.small import PACK

    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, "utf-8")
    return folder
