"""Dates as people type them, read into the one form in which they are kept."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_FIRST = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2}|[A-Za-z]{3,9})\.?,?[\s./-]+(\d{4})")


def read_date(typed: str) -> str:
    """Return a date typed as day, month and year (23 11 2026, 23/11/2026, 23 Nov 2026) in ISO 8601.

    ISO dates are taken too. What is no date gives an empty text.
    """
    text = typed.strip()
    found = _DAY_FIRST.fullmatch(text)
    try:
        if found is None:
            return date.fromisoformat(text).isoformat()
        day, month, year = found.groups()
        number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return ""
