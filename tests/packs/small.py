"""A small sound pack as text, to plant one defect in at a time. Everything in it is invented."""

PACK = """\
format: 1
pack: small
title: A small pack
version: 1.0.0
status: draft
review-by: 2027-05-01
start: danger
steps: {first: First, then: Then}
questions:
  danger:
    short: Danger
    step: first
    ask: Is anybody in danger today?
    sources: [law]
    options:
      "yes": {say: "Yes", next: get-help}
      "no": {say: "No", next: purpose}
  purpose:
    short: Purpose
    step: then
    ask: What do you want to know?
    sources: [law]
    reason: required
    options:
      find: {say: Where they are, next: told, adds: [stop-when-found]}
      idle: {say: Nothing much, next: leave-it}
      feel: {say: A feel for the family, next: told, adds: [ask-them]}
  told:
    short: Told
    step: then
    ask: Have you told them that you would look?
    sources: [law]
    options:
      "yes":
        say: "Yes"
        next:
          - {when: {duty: stop-when-found}, to: one-look}
          - {to: get-help}
      "no": {say: "No", next: leave-it}
duties:
  stop-when-found: {say: Stop once the person is found., sources: [law]}
  ask-them: {say: Ask the family instead., sources: [law]}
outcomes:
  get-help:
    title: Get help
    level: act
    permits: nothing
    may: [Ring for help.]
    talk-to: [boss]
    record: [Who.]
    sources: [law]
  leave-it:
    title: Leave it
    level: stop
    permits: nothing
    may: [Talk to them.]
    talk-to: [boss]
    record: [Why.]
    sources: [law]
  one-look:
    title: One look
    level: open
    permits: one-look
    may: [Look once.]
    talk-to: [boss]
    record: [What.]
    sources: [law]
sources:
  law:
    {title: An invented law, kind: law, read: in full, link: "https://example.org/law",
     checked: {on: 2026-11-23, by: me}}
contacts:
  boss: {role: Your manager}
terms: {}
"""


def line_of(text: str, words: str) -> int:
    """Return the number of the only line of `text` that holds `words`."""
    (number,) = (n for n, line in enumerate(text.splitlines(), 1) if words in line)
    return number
