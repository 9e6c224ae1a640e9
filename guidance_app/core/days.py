"""Days as people read them, the same on every computer whatever its language."""

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def write_date(iso: str) -> str:
    """Return an ISO date as people read it, such as 23 November 2026; other text as it is."""
    try:
        day = date.fromisoformat(iso.strip()[:10])
    except ValueError:
        return iso
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
