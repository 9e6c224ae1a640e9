"""Where in the program a fault of ours happened, without a word of what it was about."""

from pathlib import Path
from traceback import walk_tb
from types import TracebackType

_PACKAGE = Path(__file__).parent


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where in the program it happened: names of faults, files and functions, and lines.

    Never the fault's own message, which may hold what was typed, nor a path of this computer.
    """
    lines = [kind.__name__]
    for frame, line in walk_tb(trace):
        code = frame.f_code
        path = Path(code.co_filename)
        inside = path.is_relative_to(_PACKAGE)
        where = path.relative_to(_PACKAGE).as_posix() if inside else path.name
        lines.append(f"  {where}, line {line}, in {code.co_name}")
    return "\n".join(lines)
