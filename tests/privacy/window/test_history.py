"""No dialog leaves behind in which folders somebody was: they may be called after a person."""

from pathlib import Path

import pytest

from tests.privacy.folders import Folders
from tests.privacy.typed import TYPED


@pytest.mark.parametrize("which", ["save", "folder", "print"])
def test_no_file_says_which_folder_was_picked(tmp_path: Path, which: str) -> None:
    folders = Folders(tmp_path / which).made()
    picked = folders.export / TYPED.folder
    picked.mkdir()
    folders.run("-m", "tests.privacy.window.picking", which, str(picked))
    assert folders.found([TYPED.folder]) == []
    assert folders.names() == set()
