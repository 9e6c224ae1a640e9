"""What in a typed text looks as if it could name or find somebody: a hint, never a block."""

import re

_NAME = re.compile(
    r"^\W*(?:[A-Z][a-z][\w'’-]*|[A-Z]['’][A-Z][\w'’-]*)(?:\s+[A-Z]['’]?[A-Za-z][\w'’-]+){1,3}\W*$"
)
_PHONE = re.compile(r"(?<!\d)(?:\+44\s?|0)(?:\d[\s-]?){9,10}(?!\d)")
_TEN_DIGITS = re.compile(r"(?<!\d)(\d{3})[\s-]?(\d{3})[\s-]?(\d{4})(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_HANDLE = re.compile(r"(?<![\w.])@[A-Za-z]\w{2,}")
_SITE = re.compile(
    r"\b(?:facebook|instagram|tiktok|snapchat|twitter|x|linkedin|youtube)\.com/\S+", re.IGNORECASE
)
_BIRTH = re.compile(
    r"\b(?:d\.?o\.?b\.?|born)\b[^.\n]{0,20}\d{1,4}[./ -]\d{1,2}[./ -]\d{1,4}", re.IGNORECASE
)


def reference_hint(text: str) -> str:
    """Return a hint that a reference looks like a full name or could find somebody, or nothing."""
    if _NAME.match(text):
        return "This looks like a full name. A case number or initials are enough."
    return text_hint(text)


def text_hint(text: str) -> str:
    """Return a hint on the first thing in `text` that could name or find somebody, or nothing."""
    checks = (
        ("a date of birth", _BIRTH.search(text)),
        ("an e-mail address", _EMAIL.search(text)),
        ("an address on a social network", _SITE.search(text) or _HANDLE.search(text)),
        ("an NHS number", next(filter(_is_nhs_number, _TEN_DIGITS.finditer(text)), None)),
        ("a phone number", _PHONE.search(text)),
    )
    found = next((what for what, match in checks if match), None)
    return f"This looks like {found}. Does it need to be here?" if found else ""


def _is_nhs_number(match: re.Match[str]) -> bool:
    """Say whether ten digits end in the check digit of an NHS number (modulus 11).

    Where the check would be ten there is no such number, and no digit equals it.
    """
    digits = [int(digit) for digit in "".join(match.groups())]
    check = 11 - sum(digit * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return check % 11 == digits[9]
