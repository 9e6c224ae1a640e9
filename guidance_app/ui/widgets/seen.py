"""Shows and hides a part of a page, without laying out what nobody sees yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def let_be_seen(widget: QWidget, seen: bool) -> None:
    """Show or hide `widget`, a part of a page that holds it; what nothing holds can only be hidden.

    What was never hidden is left to be shown with what holds it.

    To show it by itself would dress it and lay it out at once, in no room, and then again in its
    own.
    """
    if not seen or (widget.isHidden() and widget.parentWidget() is not None):
        widget.setVisible(seen)
