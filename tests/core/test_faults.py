"""What is missing in an answer is said by the name of what is asked."""

from guidance_app.core.faults import faults
from guidance_app.core.ids import FieldId, OptionId, QuestionId
from guidance_app.core.pack import Field, Kind, Need, Option, Question
from guidance_app.core.walk import Answer

YES = OptionId("yes")


def question(**more: object) -> Question:
    options = (Option(YES, "Yes"),)
    return Question(QuestionId("told"), "Told?", options=options, **more)  # type: ignore[arg-type]  # by name


def said(asked: Question, **given: object) -> list[str]:
    answer = Answer(asked.id, (YES,), **given)  # type: ignore[arg-type]  # by name
    return [fault.says for fault in faults(asked, answer)]


def test_a_required_reason_is_asked_for_by_what_it_is() -> None:
    asks = "Which decision, and how would it change? Or why not?"
    assert said(question(reason=Need.REQUIRED, reason_asks=asks)) == [
        "Which decision, and how would it change: write a few words."
    ]


def test_a_reason_without_a_name_is_your_reason() -> None:
    assert said(question(reason=Need.REQUIRED)) == ["Write your reason in a few words."]


def test_a_reason_that_can_wait_is_not_missed() -> None:
    assert said(question(reason=Need.REQUIRED, reason_can_wait=True)) == []


def test_a_field_is_missed_by_its_name() -> None:
    field = Field(FieldId("who"), "Who agreed? A role is enough.", required=True)
    assert said(question(fields=(field,))) == ["Who agreed: this is needed."]


def test_what_is_no_date_is_said() -> None:
    field = Field(FieldId("when"), "When?", Kind.DATE)
    (fault,) = said(question(fields=(field,)), fields=((FieldId("when"), "Tuesday"),))
    assert "write a date as day, month and year" in fault


def test_an_answer_has_to_be_chosen() -> None:
    assert [fault.says for fault in faults(question(), Answer(QuestionId("told")))] == [
        "Choose an answer."
    ]
