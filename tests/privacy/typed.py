"""The words of an invented case: one for every place in which a person can type."""

from dataclasses import dataclass, fields

PASSPHRASE = "kestrelpass over four fields"  # noqa: S105 – invented


@dataclass(frozen=True)
class Typed:
    """Words that stand nowhere else, so that whatever holds one has it from this case."""

    passphrase: str = PASSPHRASE
    wrong: str = "kestrelwrong passphrase typed"
    another: str = "kestrelnext over four fields"
    code: str = "kestrelcode"
    reference: str = "kestrelref 4471"
    reason: str = "kestrelreason, as she told it"
    other: str = "kestrelother, as he told it"
    field: str = "kestrelfield by name"
    standing: str = "kestrelstanding for the file"
    half: str = "kestrelhalf a thought"
    sought: str = "kestrelsought"
    fault: str = "kestrelfault"
    folder: str = "kestrelfolder"
    file: str = "kestrelfile"

    @property
    def words(self) -> tuple[str, ...]:
        """The first word of each, by which it is looked for."""
        return tuple(getattr(self, field.name).split()[0].rstrip(",") for field in fields(self))


TYPED = Typed()
