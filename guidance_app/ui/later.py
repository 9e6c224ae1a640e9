"""Lets PySide6 leave for later what only explains or respells it, until somebody asks for it.

PySide6 carries the part of itself that writes signatures, stubs and the messages of wrong calls,
and the part that spells Qt's names in other ways, as source, and compiles it at every start: more
than a third of what a bare window takes. None of it is needed until a function of Qt is called
wrongly, or its signature is asked for; and no other spelling is used here.
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

WAITING: Final[Mapping[str, tuple[str, ...]]] = {
    "shibokensupport/feature.py": ("feature_import", "feature_imported"),
    "shibokensupport/signature/errorhandler.py": (),
    "shibokensupport/signature/layout.py": (),
    "shibokensupport/signature/lib/enum_sig.py": (),
    "shibokensupport/signature/lib/pyi_generator.py": (),
    "shibokensupport/signature/lib/tool.py": (),
    "shibokensupport/signature/mapping.py": ("update_mapping",),
    "shibokensupport/signature/parser.py": (),
}
"""The files that wait, as that version names them, and what is taken from them without asking."""

sources: dict[str, Any] = {}
"""The sources that nothing has been asked of yet, by their files."""

_AT_EVERY_IMPORT: Final = frozenset(WAITING["shibokensupport/feature.py"])
"""What PySide6 calls at every import, to see if another spelling is wanted: none is."""

_UNTIL_ASKED: Final = compile(
    f"from {__name__} import let_wait\nlet_wait(globals())\n", __file__, "exec"
)


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
            return _UNTIL_ASKED
        return compiled(source, file, mode, *more, **others)

    builtins.compile = later  # type: ignore[assignment]  # as it was called, it calls
    try:
        yield
    finally:
        builtins.compile = compiled


def let_wait(module: dict[str, Any]) -> None:
    """Let `module` be filled from its source when a name is asked of it that it does not have."""
    file = f"{module['__name__'].replace('.', '/')}.py"

    def asked(name: str) -> Any:
        if not name.startswith("__"):
            if (source := sources.pop(file, None)) is not None:
                exec(compile(source, file, "exec"), module)  # noqa: S102 – PySide6's own source
            if name in module:
                return module[name]
        raise AttributeError(f"{file} has no {name}")

    module["__getattr__"] = asked
    for name in WAITING[file]:
        module[name] = _nothing if name in _AT_EVERY_IMPORT else _real(asked, name)


def _nothing(*_: object, **__: object) -> None:
    """Do nothing."""


def _real(asked: Callable[[str], Any], name: str) -> Callable[..., Any]:
    """Return what calls the real function of that name."""

    def real(*given: Any) -> Any:
        return asked(name)(*given)

    return real


def _is_known() -> bool:
    version: tuple[int, ...] = getattr(sys.modules.get("shiboken6"), "__version_info__", ())
    return version[:2] == KNOWN
