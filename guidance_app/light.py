"""Loads msgspec without what it would bring along, and of which nothing here needs anything.

Where other packages have brought typing_extensions, msgspec prefers it to `typing`, and it loads
`inspect` in turn. Python 3.11 has all that our types are made of in `typing` itself. And it loads
uuid, which on 3.11 asks `platform` for the system's name; that compiles nine patterns for what else
it could be asked.
"""

import os
import sys
from types import ModuleType


class _System(ModuleType):
    """Answers in the place of `platform` for what uuid asks of it while it is loaded."""

    @staticmethod
    def system() -> str:
        return os.uname().sysname


def _instead() -> dict[str, ModuleType | None]:
    """Return what stands in for modules meanwhile; with None, one is not to be had."""
    others: dict[str, ModuleType | None] = {"typing_extensions": None}
    if sys.platform == "linux" and "uuid" not in sys.modules:
        others["platform"] = _System("platform")
    return {name: other for name, other in others.items() if name not in sys.modules}


if "msgspec" not in sys.modules:
    stands_in = _instead()
    sys.modules.update(stands_in)  # type: ignore[arg-type]  # None says that it is not to be had
    try:
        import msgspec  # noqa: F401
    finally:
        for name in stands_in:
            del sys.modules[name]
