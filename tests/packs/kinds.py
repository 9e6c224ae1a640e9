"""A pack with a question of every kind, passed over and read by conditions; all of it invented."""

KINDS = b"""\
format: 1
pack: kinds
title: Borrowing the boat
version: 1.0.0
start: who
questions:
  who:
    ask: Who is in the boat?
    kind: several
    next: weather
    options:
      child: {say: A child}
      dog: {say: A dog, adds: [towel]}
      nobody: {say: Nobody, exclusive: true}
  weather:
    ask: What is the weather?
    reason: required
    options:
      calm: {say: Calm, next: where-to}
      storm:
        say: A storm
        next:
          - {when: {who: nobody}, to: where-to}
          - {to: ashore}
    fields:
      seen-on: {ask: When was it seen, kind: date, required: true, past: true}
      by: {ask: Who saw it, for: [storm]}
  where-to:
    ask: Where to?
    kind: line
    next: back-on
  back-on:
    ask: When will it be back?
    kind: date
    ask-when: {not: {who: nobody}}
    otherwise: else
    next: else
  else:
    ask: What else is there to say?
    kind: text
    next: afloat
duties:
  towel: {say: Take a towel.}
  vests: {say: Everybody wears a vest., when: {any: [{who: child}, {weather: storm}]}}
  whistle: {say: Take a whistle., when: {all: [{duty: vests}, {duty: towel}]}}
outcomes:
  afloat:
    title: Off you go
    level: open
    permits: nothing
    may: [{say: Row., when: {not: {who: nobody}}}, {say: Watch it drift., when: {who: nobody}}]
  ashore: {title: Stay ashore, level: stop, permits: nothing, may: [Wait.]}
"""
