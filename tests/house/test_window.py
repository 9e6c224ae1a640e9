"""What no linter knows about Qt: a closure keeps a page alive, and only literals are translated."""

import ast

from tests.house.house import ROOT, calls_of, nodes


def test_connect_gets_a_bound_method() -> None:
    found = [
        where
        for where, call in calls_of({"connect"}, "ui")
        if not (call.args and isinstance(call.args[0], ast.Attribute))
    ]
    assert not found


def test_tr_gets_a_literal() -> None:
    found = [
        where
        for where, call in calls_of({"tr"}, "ui")
        if not all(isinstance(word, ast.Constant) for word in call.args) and call.args
    ]
    assert not found


def test_translate_gets_literals() -> None:
    found = [
        where
        for where, call in calls_of({"translate"}, "ui")
        if not all(isinstance(word, ast.Constant) for word in call.args[:2])
    ]
    assert not found


def test_tr_has_no_other_name() -> None:
    called = {id(call.func) for _, call in calls_of({"tr"}, "ui")}
    found = [
        where
        for where, node in nodes(ast.Attribute, "ui")
        if node.attr == "tr" and id(node) not in called
    ]
    assert not found


def test_html_is_set_only_where_what_it_asks_to_load_is_answered() -> None:
    found = [
        where
        for where, _ in calls_of({"setHtml"}, "ui")
        if "def loadResource" not in (ROOT / where.partition(":")[0]).read_text(encoding="utf-8")
    ]
    assert not found
