"""SpiffWorkflow on the ladder, as its pages show: next ready task, its data, run."""

import sys
from typing import Any

from course import TENTH, course, tell
from SpiffWorkflow.bpmn import BpmnWorkflow
from SpiffWorkflow.bpmn.parser import BpmnParser
from SpiffWorkflow.util.task import TaskState


class Process:
    """A process under way, and the answers in its tasks' data."""

    def __init__(self, text: bytes, deep: dict[str, int]) -> None:
        parser = BpmnParser()
        parser.add_bpmn_str(text)
        self._deep = deep
        self._process = BpmnWorkflow(parser.get_spec("ladder"))
        self._on()

    def _ready(self, *, manual: bool) -> Any:
        return self._process.get_next_task(state=TaskState.READY, manual=manual, **self._deep)

    def _on(self) -> None:
        """Run what needs nobody, until somebody is asked, and keep the task that asks."""
        while (task := self._ready(manual=False)) is not None:
            task.run()
        self._process.refresh_timers()
        self._task = self._ready(manual=True)

    def _answer(self, value: str) -> None:
        self._task.data[self._task.task_spec.name] = value
        self._task.run()
        self._on()

    def step(self) -> str | None:
        self._answer("a")
        return self._task and str(self._task.task_spec.name)

    def fill(self, to: int) -> None:
        while self._task is not None and self._task.task_spec.name != f"q{to}":
            self._answer("a")

    def change(self) -> None:
        task = self._process.get_next_task(spec_name=f"q{TENTH}")
        self._process.reset_from_task_id(task.id)
        self._task = self._ready(manual=True)
        self._answer("b")

    def left(self) -> dict[str, int]:
        assert self._process.is_completed()
        path = {f"q{n}" for n in range(TENTH + 1)}
        kept = len(self._process.last_task.data.keys() - path)
        return {"asks": 0, "exports": len(self._process.data.keys() - path), "last task": kept}


if __name__ == "__main__":
    questions, how = int(sys.argv[1]), sys.argv[2]
    definition = sys.stdin.buffer.read()
    raised: dict[str, int] = {}
    if how == "raised":  # both are 1,000 unless said otherwise
        sys.setrecursionlimit(100 * questions)
        raised = {"max_depth": 10 * questions}
    tell(course(lambda: Process(definition, raised), questions))
