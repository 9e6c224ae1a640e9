"""Which of a pack's standing fields a record asks for."""

from .pack import Pack, RecordField
from .standing import Standing


def fields_for(pack: Pack, standing: Standing) -> tuple[RecordField, ...]:
    """Return the standing fields that go with the outcome reached, in the author's order."""
    outcome = pack.outcomes.get(standing.outcome) if standing.outcome else None
    if outcome is None:
        return ()
    return tuple(
        field
        for field in pack.fields.values()
        if (not field.for_outcomes or outcome.id in field.for_outcomes)
        and (not field.for_permits or outcome.permits in field.for_permits)
        and field.never_with.isdisjoint(standing.carried)
    )
