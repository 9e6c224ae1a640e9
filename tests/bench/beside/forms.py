"""The ladder in the forms that the peers read."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import quoteattr

from tests.bench.beside.rungs import Rung

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def survey(rungs: list[Rung], how: str) -> str:
    """Return the survey: `trigger`, `visibleIf`, `onHidden` or `calculated` say how it branches.

    Each question has a page of its own. One that stops is a trigger that completes the survey, or
    hides the questions up to the next one that may stop; of calculated values, each holds all that
    was asked before it.
    """
    whole: dict[str, Any] = {"title": "A ladder", "pages": []}
    shown, known = "", ""
    for rung in rungs:
        element = {
            "type": "radiogroup",
            "name": rung.id,
            "title": rung.ask,
            "isRequired": True,
            "choices": [{"value": value, "text": text} for value, text in rung.says],
        }
        if shown:
            element["visibleIf"] = shown
        whole["pages"].append({"name": f"page-{rung.id}", "elements": [element]})
        if not rung.unless:
            continue
        on = f"{{{rung.id}}} = 'a' or {{{rung.unless}}} = 'b'"
        if how == "trigger":
            stops = f"{{{rung.id}}} = 'b' and {{{rung.unless}}} <> 'b'"
            whole.setdefault("triggers", []).append({"type": "complete", "expression": stops})
        elif how == "calculated":
            value = {
                "name": f"on_{rung.id}",
                "expression": f"{{{known}}} and ({on})" if known else on,
            }
            whole.setdefault("calculatedValues", []).append(value)
            known = f"on_{rung.id}"
            shown = f"{{{known}}}"
        else:
            shown = on
    if how == "onHidden":
        whole["clearInvisibleValues"] = "onHidden"
    return json.dumps(whole)


def process(rungs: list[Rung]) -> str:
    """Return the BPMN process: a user task for each question, a gateway where one may stop."""
    flows = "".join(_flows(rungs))
    return (
        f'<?xml version="1.0"?><definitions xmlns="{BPMN}" targetNamespace="ladder">'
        f'<process id="ladder" isExecutable="true"><startEvent id="start"/>{flows}'
        '<endEvent id="end-open"/><endEvent id="end-stop"/></process></definitions>'
    )


def _flows(rungs: list[Rung]) -> Iterator[str]:
    yield _flow("start", rungs[0].id)
    for rung, to in zip(rungs, [*(rung.id for rung in rungs[1:]), "end-open"], strict=True):
        yield f'<userTask id="{rung.id}" name={quoteattr(rung.ask)}/>'
        if not rung.unless:
            yield _flow(rung.id, to)
            continue
        gateway = f"after-{rung.id}"
        stops = f"{rung.id} == 'b' and {rung.unless} != 'b'"
        yield _flow(rung.id, gateway)
        yield f'<exclusiveGateway id="{gateway}" default="{gateway}-{to}"/>'
        yield _flow(gateway, to)
        yield _flow(gateway, "end-stop", f"<conditionExpression>{stops}</conditionExpression>")


def _flow(source: str, to: str, inside: str = "") -> str:
    ends = f'id="{source}-{to}" sourceRef="{source}" targetRef="{to}"'
    return f"<sequenceFlow {ends}>{inside}</sequenceFlow>"


def decision(rungs: list[Rung], how: str) -> str:
    """Return the decision graph: a table whose first line that holds says what is asked next.

    It hands on what it was given, or answers with the next question `alone`.
    """
    rules = []
    for rung in rungs:
        rules.append((f"{rung.id} == null", rung.id))
        if rung.unless:
            rules.append((f"{rung.id} == 'b' and {rung.unless} != 'b'", "end-stop"))
    rules.append(("", "end-open"))
    content = {
        "hitPolicy": "first",
        "passThrough": how != "alone",
        "inputs": [{"id": "where", "name": "Where the answers stand"}],
        "outputs": [{"id": "next", "name": "Next", "field": "next"}],
        "rules": [
            {"_id": f"rule-{number}", "where": where, "next": json.dumps(to)}
            for number, (where, to) in enumerate(rules)
        ],
    }
    nodes = [
        _node("in", "inputNode"),
        _node("table", "decisionTableNode"),
        _node("out", "outputNode"),
    ]
    nodes[1]["content"] = content
    edges = [_edge("in", "table"), _edge("table", "out")]
    return json.dumps({"nodes": nodes, "edges": edges})


def _node(name: str, kind: str) -> dict[str, Any]:
    return {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}}


def _edge(source: str, to: str) -> dict[str, str]:
    return {"id": f"{source}-{to}", "type": "edge", "sourceId": source, "targetId": to}


def xlsform(rungs: list[Rung]) -> str:
    """Return the XLSForm, written as comma-separated values, with `relevant` where one may stop."""
    written, shown = io.StringIO(), ""
    write = csv.writer(written, quoting=csv.QUOTE_ALL).writerow
    write(["survey"])
    write(["", "type", "name", "label", "relevant", "required"])
    for rung in rungs:
        write(["", "select_one sound", rung.id, rung.ask, shown, "yes"])
        if rung.unless:
            shown = f"${{{rung.id}}} = 'a' or ${{{rung.unless}}} = 'b'"
    write(["choices"])
    write(["", "list_name", "name", "label"])
    for value, text in rungs[0].says:
        write(["", "sound", value, text])
    write(["settings"])
    write(["", "form_title", "form_id"])
    write(["", "A ladder", "ladder"])
    return written.getvalue()
