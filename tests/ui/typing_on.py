"""Answers questions in a window until it is killed: the other half of `test_killed.py`.

Every answer that is kept is told on a line; then it goes on to the next at once.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from guidance_app.core.ids import OutcomeId, PackId
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.pages.start import Beginning
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window
from tests.ui.england import england, shortest_walks


def main(home: Path, passphrase: str) -> None:
    """Go on and on; the last questions are answered over and over."""
    app = QApplication(["guidance-app"])
    desk = desk_at(home)
    desk.settings = Settings(met=True)
    window = Window(Session(desk))
    window.show()
    window.way.passphrase_chosen(passphrase)
    window.way.begun(Beginning(PackId("england"), "Case 4471"))
    for question, options in shortest_walks(england())[OutcomeId("one-open-look")]:
        answer = Answer(question, options, reason=f"Why {question}, in an invented worker's words.")
        window.way.drafted(answer)
        window.way.confirmed(answer)
        app.processEvents()
        print(question, flush=True)
    while True:
        window.way.drafted(Answer(question, options, reason="Still typing."))
        app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
