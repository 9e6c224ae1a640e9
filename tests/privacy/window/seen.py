"""What somebody can see, hear or read off the taskbar of this program, whatever is open."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

SAYS = (
    *("text", "toPlainText", "placeholderText", "title", "currentText"),
    *("windowTitle", "windowIconText", "windowFilePath", "windowRole", "objectName"),
    *("toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription"),
)
"""What a widget may say by itself."""

PARTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
"""What a screen reader asks of every part of a window."""


def settle() -> None:
    """Let Qt do what it has put off, such as letting old pages go."""
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown() -> list[QWidget]:
    """Return every window, dialog, menu and tip that is on the screen."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def said() -> str:
    """Return everything that is said by what is on the screen, and by the program as a whole."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    words = [app.applicationDisplayName(), app.applicationName(), QToolTip.text()]
    for top in shown():
        for widget in (top, *top.findChildren(QWidget)):
            if widget.isVisible():
                words += _says(widget)
        words += _heard(QAccessible.queryAccessibleInterface(top))
    return "\n".join(filter(None, words))


def picture(widget: QWidget) -> QImage:
    """Return what `widget` looks like now."""
    settle()
    return widget.grab().toImage()


def _says(widget: QWidget) -> Iterator[str]:
    for name in SAYS:
        says = getattr(widget, name, "")
        yield str(says() if callable(says) else says)
    for action in widget.actions():
        yield from (action.text(), action.toolTip(), action.statusTip(), action.whatsThis())


def _heard(part: QAccessibleInterface) -> Iterator[str]:
    """Return what a screen reader may say of `part` and of all in it, hidden parts as well."""
    yield from (part.text(kind) for kind in PARTS)
    for number in range(part.childCount()):
        yield from _heard(part.child(number))
