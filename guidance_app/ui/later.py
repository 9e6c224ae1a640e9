"""Lets PySide6 leave for later what only explains it, until somebody asks for an explanation.

PySide6 carries the part of itself that writes signatures, stubs and the messages of wrong calls as
source, and compiles it at every start: half of what a bare window takes. Nothing of it is needed
until a function of Qt is called wrongly, or its signature is asked for.
"""

from __future__ import annotations

import builtins
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KNOWN = (6, 11)
"""The version of PySide6 that is known to ask for nothing else; with any other, nothing waits."""

EXPLAINING = frozenset(
    f"shibokensupport/signature/{name}.py"
    for name in (
        "errorhandler",
        "layout",
        "lib/enum_sig",
        "lib/pyi_generator",
        "lib/tool",
        "mapping",
        "parser",
    )
)
"""The files that wait, as that version names them."""

waiting: dict[str, Any] = {}
"""The sources that nothing has been asked of yet, by their names."""

_UNTIL_ASKED = """
from {ours} import told_by
__getattr__ = told_by({filename!r}, globals())
def update_mapping():  # PySide6 takes it from the module as it stands
    __getattr__("update_mapping")()
"""


@contextmanager
def explained_later() -> Iterator[None]:
    """Let the modules that explain, if they are imported meanwhile, load when something is asked.

    They are there at once, under their names, as those who import them expect. The first name that
    is asked of one compiles its source, as PySide6 would have, and runs it in that same module.
    """
    compiled = builtins.compile

    def later(source: Any, filename: Any, mode: str, *more: Any, **others: Any) -> Any:
        if filename in EXPLAINING and sys.modules["shiboken6"].__version_info__[:2] == KNOWN:
            waiting[filename] = source
            source = _UNTIL_ASKED.format(ours=__name__, filename=filename)
        return compiled(source, filename, mode, *more, **others)

    builtins.compile = later
    try:
        yield
    finally:
        builtins.compile = compiled


def told_by(filename: str, module: dict[str, Any]) -> Callable[[str], Any]:
    """Return what `module` answers by, when a name is asked of it that it does not have yet."""

    def asked(name: str) -> Any:
        if not name.startswith("__"):
            if (source := waiting.pop(filename, None)) is not None:
                del module["update_mapping"]
                exec(compile(source, filename, "exec"), module)  # noqa: S102 – PySide6's own
            if name in module:
                return module[name]
        raise AttributeError(f"{filename} has no {name}")

    return asked
