"""Loads msgspec without typing_extensions, which costs as much again and of which it needs nothing.

Where other packages have brought typing_extensions, msgspec prefers it to `typing`, and it loads
`inspect` in turn. Python 3.11 has all that our types are made of in `typing` itself.
"""

import sys

if "msgspec" not in sys.modules and "typing_extensions" not in sys.modules:
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # "is not to be had"
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]
