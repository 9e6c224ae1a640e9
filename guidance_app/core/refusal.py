"""What could not be done, in a sentence that says what to do next."""


class Refusal(Exception):
    """Something a person can act on. The text is shown as it is; `hint` says what to do next."""

    def __init__(self, says: str, hint: str = "") -> None:
        super().__init__(says)
        self.says = says
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.says} {self.hint}".strip()


class WrongPassphrase(Refusal):
    """The passphrase or the recovery code opens nothing here; the store itself is sound."""


class DamagedStore(Refusal):
    """The store or its header cannot be what was written; nothing was changed by finding out."""


class StoreInUse(Refusal):
    """Another program holds the store."""


class NewerFormat(Refusal):
    """A pack, store or note was made by a later version of this program."""


class NotKept(Refusal):
    """The disk did not take what was to be kept; nothing is half written, a second try is safe."""
