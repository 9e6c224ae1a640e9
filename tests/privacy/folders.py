"""Folders of a person's own for a child to run in, and a search of every file in them for words."""

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
"""How a word may be written in a file."""

FOLDERS = {
    "HOME": "home",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_STATE_HOME": "home/state",
    "XDG_RUNTIME_DIR": "run",
    "TMPDIR": "tmp",
}
"""Which variable leads to which folder."""

LOGGED = (
    "import logging, sys; logging.basicConfig(level=logging.DEBUG, stream=sys.stderr); "
    "from guidance_app.__main__ import main; main()"
)
"""The program with everything that is logged, by whatever part, on the error stream."""


@dataclass(frozen=True)
class Folders:
    """A folder in which a child has everything it may know of; `export` is where notes go to."""

    base: Path

    @property
    def export(self) -> Path:
        """Where notes are saved."""
        return self.base / "export"

    @property
    def data(self) -> Path:
        """Where the program keeps what is its own."""
        return self.base / "home" / "data" / "guidance-app"

    @property
    def environment(self) -> dict[str, str]:
        """The variables that a child runs with: nothing in them leads elsewhere."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        own = {name: str(self.base / folder) for name, folder in FOLDERS.items()}
        python = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        return {**kept, **own, **python, "QT_QPA_PLATFORM": "offscreen"}

    def made(self) -> "Folders":
        """Make every folder; skip the test where no variables lead a program to them."""
        if sys.platform != "linux":
            pytest.skip("only on Linux do these variables lead a program to other folders")
        for folder in (*FOLDERS.values(), "export", "work"):
            (self.base / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    def run(
        self, *words: str, typed: str = "", before: Iterable[str] = (), status: int = 0
    ) -> subprocess.CompletedProcess[str]:
        """Run Python with `words` in these folders, `before` it perhaps what watches it."""
        done = subprocess.run(
            [*before, sys.executable, *words],
            cwd=self.base / "work",
            env=self.environment,
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == status, done.stdout[-2000:] + done.stderr[-4000:]
        return done

    def files(self) -> Iterator[Path]:
        """Give every file and folder that is there, but for notes that were saved."""
        for path in sorted(self.base.rglob("*")):
            if not path.is_relative_to(self.export):
                yield path

    def found(self, words: Iterable[str]) -> list[str]:
        """Return which of `words` stand in which files or names, in capitals or not."""
        hits = []
        wanted = [word.lower() for word in words]
        for path in self.files():
            name = path.relative_to(self.base).as_posix()
            hits += [f"{word} in the name {name}" for word in wanted if word in name.lower()]
            if path.is_file():
                hits += [f"{hit} in {name}" for hit in held(path.read_bytes(), wanted)]
        return hits

    def names(self) -> set[str]:
        """Return the names of all files that are there, a number in them as `#`."""
        names = (path.relative_to(self.base).as_posix() for path in self.files() if path.is_file())
        return {re.sub(r"\d+", "#", name) for name in names}


def held(body: bytes, words: Iterable[str]) -> list[str]:
    """Return which of `words`, in small letters, stand in `body`, and in which encoding."""
    small = body.lower()
    return [f"{word} ({how})" for word in words for how in ENCODINGS if word.encode(how) in small]
