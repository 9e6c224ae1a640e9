"""The England pack as it ships, and a shortest walk to each of its outcomes."""

from collections.abc import Mapping
from functools import cache
from itertools import groupby
from pathlib import Path

from guidance_app.core.ids import OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Pack
from guidance_app.desk.desk import Desk
from guidance_app.desk.library import Library
from guidance_app.desk.places import places
from guidance_app.desk.ports import Ports
from guidance_app.packs.flow_facts import Facts
from guidance_app.packs.flow_graph import graph_of
from guidance_app.packs.flow_search import explore
from guidance_app.packs.shelf import Shelf

TODAY = "2026-11-23T14:32:00.000+00:00"
"""The moment at which everything in pictures and in the main job happens."""


def desk_today(home: Path) -> Desk:
    """Return a desk on `home` whose clock stands still."""
    return Desk(places(home), Ports(now=lambda: TODAY))


RULES = Path(__file__).parents[2] / "rules"

Steps = tuple[tuple[QuestionId, tuple[OptionId, ...]], ...]
"""Each question on a walk with the options chosen."""


@cache
def england() -> Pack:
    """Return the England pack."""
    return Library(Shelf((RULES,))).pack("england")


def shortest_walks(pack: Pack) -> Mapping[OutcomeId, Steps]:
    """Return a walk with the fewest questions to each outcome of `pack`."""
    reach = explore(graph_of(Facts(pack), {}))
    return {name: _steps(reach.walk_to(reach.at[name][0])) for name in pack.outcomes}


def _steps(shown: tuple[tuple[str, str], ...]) -> Steps:
    return tuple(
        (QuestionId(question), tuple(OptionId(option) for _, option in pairs))
        for question, pairs in groupby(shown, key=lambda pair: pair[0])
    )


REASONS: Mapping[str, str] = {
    "purpose": "Is the Saturday market stall still running, so that somebody else has the twins?",
    "legal-duty": "Children Act 1989, section 17: the assessment of the twins, begun in October.",
    "changes-a-decision": "Whether the safety plan needs a second visit on Saturdays this week.",
    "proceedings": "The file shows no case, and Mr Ashdown-Featherstonehaugh of legal agrees.",
    "open-routes": "Asked Ms Hale on 14 and 18 November. The market office has no list yet.",
    "openness": (
        "Told at the visit on 18 November, with the letter in hand. She said: that’s fine, it’s "
        "only the market stall. I said which page, which question, that it is once, and that she "
        "will hear what was found. She asked who else would see it, and I said only my manager."
    ),
    "audience": "The stall’s page opens without an account; a colleague saw that in June.",
    "earlier-looks": "The file, the records of this year, and I asked both colleagues in the team.",
    "keeping": "The opening days, the address of the page and the time. No picture, no names.",
    "other-people": "Customers may be in the pictures. I read the opening days and nothing else.",
    "sensitive-facts": "None are looked for. If one is seen, I stop, and tell my manager.",
    "identity": "She gave the address of the page herself, and the name of the stall is on it.",
    "fairness": "Anybody who said that a stall is open on Saturdays would be asked the same.",
    "procedure": "Online information procedure, 3 March 2026, on the intranet under Practice.",
    "manager-agreement": "She said: once, that page, before Friday, and tell Ms Hale what you saw.",
}
"""Invented reasons, in the words of an invented worker."""

FIELDS: Mapping[str, str] = {
    "told-on": "18 11 2026",
    "told-how": "At the visit, with the letter",
    "agreed-by": "R. Okonkwo-Lindqvist, team manager",
    "agreed-on": "19 11 2026",
}
"""What an invented worker writes in the fields of questions."""
