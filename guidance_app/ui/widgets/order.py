"""The order in which Tab comes to what is made after what stands behind it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable


def come_after(first: QWidget, stops: Iterable[QWidget]) -> None:
    """Let Tab come to `stops`, one by one, from where `first` stands, which is no stop itself.

    Qt puts nothing behind what takes no focus, so for that moment it does.
    """
    first.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
    for before, after in pairwise((first, *stops)):
        QWidget.setTabOrder(before, after)
    first.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
