"""Times as people say them: today at 14:32, yesterday, 19 November."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from guidance_app.core.days import write_date


def when(at: str, now: str) -> str:
    """Return `at` as seen from `now`, both ISO 8601 with offset, in this computer's zone."""
    try:
        then, today = (
            datetime.fromisoformat(at).astimezone(),
            datetime.fromisoformat(now).astimezone(),
        )
    except ValueError:
        return at
    days = (today.date() - then.date()).days
    if days == 0:
        return QCoreApplication.translate("whens", "today {time}").format(time=f"{then:%H:%M}")
    if days == 1:
        return QCoreApplication.translate("whens", "yesterday {time}").format(time=f"{then:%H:%M}")
    return write_date(then.date().isoformat())


def moment(at: str) -> str:
    """Return the day and the time of `at` in this computer's zone; `at` where it is no time."""
    try:
        then = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    return f"{write_date(then.date().isoformat())}, {then:%H:%M}"


def day(on: str) -> str:
    """Return a day (ISO 8601) in words."""
    return write_date(on)


def clock(at: str) -> str:
    """Return the hour and minute of `at` in this computer's zone; empty where it is no time."""
    try:
        return f"{datetime.fromisoformat(at).astimezone():%H:%M}"
    except ValueError:
        return ""
