"""Work that makes very many small things, none of which can be let go before it ends."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def uncollected() -> Iterator[None]:
    """Let nothing look for rubbish meanwhile: of a large pack that took half of the time.

    What a pack may hold is bounded, and so is what is kept meanwhile.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
