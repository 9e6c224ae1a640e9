"""The recovery code: what is printed, and reading it back as people type it."""

from guidance_app.core.refusal import WrongPassphrase

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""What codes are made of: nothing that looks like another on paper (no I, L, O, 0 or 1)."""

GROUPS = 8
GROUP = 4


def new_code() -> str:
    """Return a new code: seven random groups of four (138 bits), and a group that checks them."""
    import secrets

    secret = "".join(secrets.choice(LETTERS) for _ in range((GROUPS - 1) * GROUP))
    return _spaced(secret + _check(secret))


def read_code(typed: str) -> str:
    """Return the code as it was printed, however it was spaced and in whatever case it was typed.

    Raises WrongPassphrase, saying that it is a slip, where this was never a code that we printed.
    """
    bare = "".join(typed.upper().split()).replace("-", "")
    strange = sorted(set(bare) - set(LETTERS))
    if strange:
        raise _slip(f"Codes never hold {_listed(strange)}.")
    if len(bare) != GROUPS * GROUP:
        raise _slip(f"It has {len(bare)} letters and digits, and a code has {GROUPS * GROUP}.")
    secret, check = bare[:-GROUP], bare[-GROUP:]
    if check != _check(secret):
        raise _slip("At least one letter or digit is another than was printed.")
    return _spaced(bare)


def _check(secret: str) -> str:
    """Return four letters that a slip anywhere in `secret` changes, but for one time in 900,000."""
    import hashlib

    number = int.from_bytes(hashlib.sha256(secret.encode()).digest(), "big")
    letters = []
    for _ in range(GROUP):
        number, place = divmod(number, len(LETTERS))
        letters.append(LETTERS[place])
    return "".join(letters)


def _spaced(bare: str) -> str:
    return "-".join(bare[at : at + GROUP] for at in range(0, len(bare), GROUP))


def _listed(letters: list[str]) -> str:
    shown = [f"'{letter}'" for letter in letters[:5]]
    return " or ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else shown[0]


def _slip(what: str) -> WrongPassphrase:
    return WrongPassphrase(
        f"The recovery code was not typed as it was printed. {what}",
        "Compare it with the paper, group by group. Spaces, hyphens and capitals do not matter.",
    )
