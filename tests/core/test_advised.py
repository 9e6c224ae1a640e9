"""A line of advice reads as one sentence, whoever it names."""

import pytest

from guidance_app.core.ids import ContactId, PackId
from guidance_app.core.pack import Advice, Contact, Pack

LEGAL, POLICE = ContactId("legal"), ContactId("police")
PACK = Pack(
    PackId("small"),
    "Small",
    "1",
    "",
    contacts={
        LEGAL: Contact(LEGAL, "The lawyer"),
        POLICE: Contact(POLICE, "Police", "999, or 101 where it can wait"),
    },
)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Advice("Ask the school."), "Ask the school."),
        (Advice("", contact=LEGAL), "The lawyer"),
        (Advice("if it matters for court", contact=LEGAL), "The lawyer, if it matters for court"),
        (Advice("The lawyer for your case", contact=LEGAL), "The lawyer for your case"),
        (Advice("", contact=POLICE), "Police (999, or 101 where it can wait)"),
        (Advice("Ask.", contact=ContactId("nobody")), "Ask."),
    ],
)
def test_it_says_whom_to_talk_to_and_how(line: Advice, said: str) -> None:
    assert PACK.advised(line) == said
