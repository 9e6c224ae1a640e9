"""`schema` prints a JSON Schema that an editor can use."""

import json

from tests.cli.conftest import Ask


def test_it_is_json_and_says_which_dialect(ask: Ask) -> None:
    for words in (("schema",), ("schema", "--overlay")):
        printed = ask(*words)
        assert printed.exit_code == 0
        assert json.loads(printed.stdout)["$schema"].endswith("2020-12/schema")


def test_only_an_overlay_may_extend(ask: Ask) -> None:
    keys = [
        json.loads(ask(*words).stdout)["properties"]
        for words in (("schema",), ("schema", "--overlay"))
    ]
    assert ["extends" in known for known in keys] == [False, True]
