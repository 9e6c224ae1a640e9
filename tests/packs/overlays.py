"""Overlays of the small pack, laid over it and checked. Everything in them is invented."""

from datetime import date

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Severity
from guidance_app.packs.check import Report, check
from guidance_app.packs.shape import Shaped, shape
from tests.packs.small import PACK

TODAY = date(2026, 11, 23)

HEAD = """\
format: 1
pack: local
title: A local pack
version: 0.1.0
extends: small
owner: An invented council
"""


def laid(over: str, base: str = PACK) -> Shaped:
    return shape({"pack.yaml": (HEAD + over).encode(), "small/pack.yaml": base.encode()})


def pack_of(over: str, base: str = PACK) -> Pack:
    pack = laid(over, base).pack
    assert pack is not None
    return pack


def report(over: str, base: str = PACK) -> Report:
    return check(laid(over, base), TODAY)


def errors(over: str, base: str = PACK) -> list[tuple[str, int]]:
    found = report(over, base).problems
    return [(p.code, p.place.line) for p in found if p.severity is Severity.ERROR]


LEAD = """\
questions:
  lead:
    ask: Does the local lead know?
    before: one-look
    sources: [law]
    options:
      "yes": {say: "Yes", next: one-look}
      "no": {say: "No", next: leave-it, adds: [tell-lead]}
duties:
  tell-lead: {say: Tell the local lead first., sources: [law]}
"""
