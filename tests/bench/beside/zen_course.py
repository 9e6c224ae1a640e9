"""zen-engine on the ladder: the decision is asked anew with all answers after each one."""

import sys

import zen
from course import TENTH, course, tell


class Decision:
    """A decision, and the answers, which only the program that asks it keeps."""

    def __init__(self, text: str) -> None:
        self._decision = zen.ZenEngine().create_decision(text)
        self._answers: dict[str, str] = {}
        self._result = self._decision.evaluate(self._answers)["result"]

    def _answer(self, question: str, value: str) -> None:
        self._answers[question] = value
        self._result = self._decision.evaluate(self._answers)["result"]

    def step(self) -> str | None:
        self._answer(self._result["next"], "a")
        following = str(self._result["next"])
        return None if following == "end-open" else following

    def fill(self, to: int) -> None:
        self._answers.update((f"q{n}", "a") for n in range(to))
        self._result = self._decision.evaluate(self._answers)["result"]

    def change(self) -> None:
        self._answer(f"q{TENTH}", "b")

    def left(self) -> dict[str, int]:
        path = {f"q{n}" for n in range(TENTH + 1)}
        asks = int(self._result["next"] != "end-stop")
        exports = len(self._result.keys() - path - {"next"})
        return {"asks": asks, "exports": exports, "kept": len(self._answers.keys() - path)}


if __name__ == "__main__":
    definition = sys.stdin.read()
    tell(course(lambda: Decision(definition), int(sys.argv[1])))
