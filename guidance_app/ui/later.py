"""Lets PySide6 leave for later what only explains or respells it, until somebody asks for it.

PySide6 carries the part of itself that writes signatures, stubs and the messages of wrong calls,
and the part that spells Qt's names in other ways, as source, and compiles it at every start: half
of what a bare window takes. None of it is needed until a function of Qt is called wrongly, or its
signature is asked for; and no other spelling is used here.
"""

from __future__ import annotations

import builtins
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

KNOWN = (6, 11)
"""The version of PySide6 that is known to ask for nothing else; with any other, nothing waits."""

_NOTHING: Final = "def {name}(*_, **__): pass\n"
"""Stands for what PySide6 calls at every import, to see if another spelling is wanted."""

_CALLED: Final = "def {name}(*given): return __getattr__({name!r})(*given)\n"
"""Stands for what PySide6 takes from the module as it stands, and calls when it is needed."""

WAITING: Final[Mapping[str, Mapping[str, str]]] = {
    "shibokensupport/feature.py": {"feature_import": _NOTHING, "feature_imported": _NOTHING},
    "shibokensupport/signature/errorhandler.py": {},
    "shibokensupport/signature/layout.py": {},
    "shibokensupport/signature/lib/enum_sig.py": {},
    "shibokensupport/signature/lib/pyi_generator.py": {},
    "shibokensupport/signature/lib/tool.py": {},
    "shibokensupport/signature/mapping.py": {"update_mapping": _CALLED},
    "shibokensupport/signature/parser.py": {},
}
"""The files that wait, as that version names them, and what has to stand in them meanwhile."""

sources: dict[str, Any] = {}
"""The sources that nothing has been asked of yet, by their files."""

_UNTIL_ASKED: Final = "from {ours} import told_by\n__getattr__ = told_by({file!r}, globals())\n"


@contextmanager
def explained_later() -> Iterator[None]:
    """Let the modules that wait, if they are imported meanwhile, load when something is asked.

    They are there at once, under their names, as those who import them expect. The first name that
    is asked of one compiles its source, as PySide6 would have, and runs it in that same module.
    """
    compiled = builtins.compile

    def later(source: Any, file: Any, mode: str, *more: Any, **others: Any) -> Any:
        if file in WAITING and _is_known():
            sources[file] = source
            meanwhile = (stands.format(name=name) for name, stands in WAITING[file].items())
            source = "".join((_UNTIL_ASKED.format(ours=__name__, file=file), *meanwhile))
        return compiled(source, file, mode, *more, **others)

    builtins.compile = later  # type: ignore[assignment]  # as it was called, it calls
    try:
        yield
    finally:
        builtins.compile = compiled


def _is_known() -> bool:
    version: tuple[int, ...] = getattr(sys.modules.get("shiboken6"), "__version_info__", ())
    return version[:2] == KNOWN


def told_by(file: str, module: dict[str, Any]) -> Callable[[str], Any]:
    """Return what `module` answers by, when a name is asked of it that it does not have yet."""

    def asked(name: str) -> Any:
        if not name.startswith("__"):
            if (source := sources.pop(file, None)) is not None:
                exec(compile(source, file, "exec"), module)  # noqa: S102 – PySide6's own source
            if name in module:
                return module[name]
        raise AttributeError(f"{file} has no {name}")

    return asked
