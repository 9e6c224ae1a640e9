"""No dialog leaves behind in which folders somebody was: they may be called after a person."""

from pathlib import Path

import pytest

from tests.privacy.folders import Folders
from tests.privacy.typed import TYPED

PRINTED = "the dialog that prints to a file writes down where it was, as Qt's dialogs do"
"""What is still to be put right in the program."""

DIALOGS = ["save", "folder", pytest.param("print", marks=[pytest.mark.xfail(reason=PRINTED)])]


@pytest.mark.parametrize("which", DIALOGS)
def test_no_file_says_which_folder_was_picked(tmp_path: Path, which: str) -> None:
    folders = Folders(tmp_path / which).made()
    picked = folders.export / TYPED.folder
    picked.mkdir()
    folders.run("-m", "tests.privacy.window.picking", which, str(picked))
    assert folders.found([TYPED.folder]) == []
    assert folders.names() == set()
