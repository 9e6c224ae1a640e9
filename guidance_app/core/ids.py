"""Names of the things that point at each other: text, but told apart by the type checker."""

from typing import NewType

PackId = NewType("PackId", str)
StepId = NewType("StepId", str)
QuestionId = NewType("QuestionId", str)
OptionId = NewType("OptionId", str)
OutcomeId = NewType("OutcomeId", str)
DutyId = NewType("DutyId", str)
SourceId = NewType("SourceId", str)
ContactId = NewType("ContactId", str)
FieldId = NewType("FieldId", str)
TermId = NewType("TermId", str)
RecordId = NewType("RecordId", str)

NodeId = str
"""Where a route leads: the id of a question or of an outcome; the two share one set of names."""
