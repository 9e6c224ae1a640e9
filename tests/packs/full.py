"""A pack that has an entry of every kind, as text. Everything in it is invented."""

from tests.packs.small import PACK

FULL = (
    PACK.replace("terms: {}", "terms: {look: {term: Look, means: To see.}}")
    + """\
owner: Nobody
help-now: get-help
limits: {words-per-question: 40}
says: {every-page: A record.}
fields:
  looked-on: {ask: When, kind: date, for-permits: [one-look]}
note: {sections: {first: {title: First, shows: [purpose]}}, looked: looked-on}
scenarios:
  - {name: Help, given: {danger: "yes"}, expect: {outcome: get-help}}
properties:
  - {name: Help, whenever: {danger: "yes"}, expect: {outcome: get-help}, mode: always}
  - {name: Any, any-of-whenever: [{danger: "yes"}], expect: {outcome: get-help}, mode: always}
  - {name: Cases, cases: [{whenever: {danger: "yes"}, expect: {outcome: get-help}}]}
texts:
  - {name: Ring, kind: must-mention, in: [outcomes/get-help], parts: [may], pattern: Ring}
  - {name: Reason, kind: reason-required, questions: [purpose]}
"""
)
