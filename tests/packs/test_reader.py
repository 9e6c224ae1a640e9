"""Whatever bytes a pack file holds, it is read as text with places or refused with one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance_app.packs.nodes import Keyed, Listing, Node, Text
from guidance_app.packs.reader import read


def plain(node: Node | None) -> object:
    """Return the node without its places."""
    match node:
        case Text(value):
            return value
        case Listing(items):
            return [plain(item) for item in items]
        case Keyed(entries):
            return {key.value: plain(value) for key, value in entries}
    return None


def refused(data: str | bytes) -> list[tuple[str, int, int]]:
    """Return code, line and column of everything wrong with `data`."""
    raw = data.encode() if isinstance(data, str) else data
    _, problems = read("a.yaml", raw)
    assert all(p.message.strip() and p.hint and p.place.file == "a.yaml" for p in problems)
    return [(p.code, p.place.line, p.place.column) for p in problems]


def test_every_scalar_arrives_as_it_was_written() -> None:
    written = ["no", "on", "1.10", "2024-01-05", "012", "~", "null", "0x1F", "1_000", ".inf"]
    node, problems = read("a.yaml", "".join(f"- {text}\n" for text in written).encode())
    assert plain(node) == written
    assert problems == ()


def test_lists_and_keys_nest_in_the_order_written() -> None:
    node, _ = read("a.yaml", b"z: [1, {b: c}]\na:\n  - x\n  - [y]\n")
    assert plain(node) == {"z": ["1", {"b": "c"}], "a": ["x", ["y"]]}
    assert isinstance(node, Keyed)
    assert [key.value for key, _ in node.entries] == ["z", "a"]


def test_every_text_knows_its_line_and_column_from_one() -> None:
    node, _ = read("a.yaml", "a:\n  \U0001f600b: ü c\n".encode())
    assert isinstance(node, Keyed)
    inner = node.get("a")
    assert isinstance(inner, Keyed)
    (key, value) = inner.entries[0]
    assert str(key.place) == "a.yaml:2:3"
    assert str(value.place) == "a.yaml:2:7"


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"# only words\n", b"---\n", b"\xef\xbb\xbf", b"{}"]
)
def test_an_empty_file_is_an_empty_set_of_keys(data: bytes) -> None:
    node, problems = read("a.yaml", data)
    assert (plain(node) or {}, problems) == ({}, ())


HOSTILE: dict[str, tuple[str | bytes, tuple[str, int, int]]] = {
    "a key given twice": ("a: 1\nb: 2\na: 3\n", ("duplicate-key", 3, 1)),
    "a key given twice in brackets": ("x: {a: 1, a: 2}\n", ("duplicate-key", 1, 11)),
    "a key given twice, once in quotes": ("a: 1\n'a': 2\n", ("duplicate-key", 2, 1)),
    "an anchor": ("a: &x b\n", ("anchor", 1, 4)),
    "an anchor on a list": ("a: &x [b]\n", ("anchor", 1, 4)),
    "an alias to nothing": ("a: b\nc: *x\n", ("alias", 2, 4)),
    "a tag": ("a: !!python/object:os.system x\n", ("tag", 1, 4)),
    "a tag of its own": ("a: !x {b: c}\n", ("tag", 1, 4)),
    "the empty tag": ("a: ! b\n", ("tag", 1, 4)),
    "two documents": ("a: b\n---\nc: d\n", ("several-documents", 2, 1)),
    "a list as a key": ("? [a]\n: b\n", ("key-not-text", 1, 3)),
    "flow nesting": ("a: " + "[" * 50_000, ("too-deep", 1, 23)),
    "curly nesting": ("a: " + "{a: " * 30_000, ("too-deep", 1, 80)),
    "block nesting": ("- " * 50_000, ("too-deep", 1, 41)),
    "question nesting": ("? " * 50_000, ("too-deep", 1, 41)),
    "indented nesting": ("\n".join(" " * i + "a:" for i in range(300)), ("too-deep", 21, 21)),
    "a file of 1 MiB and a byte": ("#" * (1024 * 1024 + 1), ("file-too-large", 1, 1)),
    "a text of ten thousand characters and one": ("a: " + "b" * 10_001, ("bad-value", 1, 4)),
    "a key of two hundred characters and one": ("? " + "a" * 201 + "\n: b\n", ("bad-id", 1, 3)),
    "latin-1": (b"a: b\nc: caf\xe9\n", ("not-utf-8", 2, 7)),
    "utf-16": ("a: b".encode("utf-16"), ("not-utf-8", 1, 1)),
    "half a surrogate": (b"a: \xed\xa0\x80", ("not-utf-8", 1, 4)),
    "an overlong slash": (b"a: \xc0\xaf", ("not-utf-8", 1, 4)),
    "a nul": ("a: b\0c\n", ("control-character", 1, 5)),
    "an escape to the terminal": ("a: \x1b[31m\n", ("control-character", 1, 4)),
    "an escaped nul": ('a: "b\\0"\n', ("control-character", 1, 4)),
    "a next line": ("a: b\x85c\n", ("control-character", 1, 5)),
    "a line separator": ("a: b\u2028c\n", ("control-character", 1, 5)),
    "a second byte order mark": ("a: \ufeffb\n", ("control-character", 1, 4)),
    "a right-to-left override": ("a: b\u202ec\n", ("bidi-override", 1, 5)),
    "an isolate": ("a: b\u2066c\n", ("bidi-override", 1, 5)),
    "an escaped override": ('a: ["\\u202e"]\n', ("bidi-override", 1, 5)),
    "a tab to indent": ("a:\n\tb: c\n", ("tab-indent", 2, 1)),
    "a tab after spaces": ("a:\n  b: c\n  \td: e\n", ("tab-indent", 3, 3)),
    "two colons": ("a: b: c\n", ("bad-syntax", 1, 5)),
    "a quote left open": ("a: 'b\nc: d\n", ("bad-syntax", 1, 4)),
    "a bracket left open": ("x: [a\n", ("bad-syntax", 1, 4)),
    "a curly bracket left open": ("x: {a\n", ("bad-syntax", 1, 4)),
    "a key among list entries": ("- a\nb: c\n", ("bad-syntax", 2, 1)),
    "less indented than before": ("a:\n    b: c\n  d: e\n", ("bad-syntax", 3, 3)),
    "a sign that begins no text": ("a: @b\n", ("bad-syntax", 1, 4)),
    "a bracket that closes nothing": ("a: }\n", ("bad-syntax", 1, 4)),
    "an unknown escape": ('a: "\\q"\n', ("bad-syntax", 1, 5)),
    "a surrogate escape": ('a: "\\ud800"\n', ("bad-syntax", 1, 7)),
    "an unknown directive": ("%FOO\n---\na: b\n", ("bad-syntax", 1, 5)),
    "an undefined tag handle": ("a: !x!y b\n", ("bad-syntax", 1, 4)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_where_the_fault_stands(name: str) -> None:
    data, wanted = HOSTILE[name]
    assert refused(data)[0] == wanted


def test_no_message_uses_the_terms_of_the_parser() -> None:
    terms = ("scalar", "token", "stream", "flow", "block", "node", "mapping", "sequence", "parsing")
    for data, _ in HOSTILE.values():
        _, problems = read("a.yaml", data.encode() if isinstance(data, str) else data)
        said = " ".join(p.message + p.hint for p in problems)
        assert not [term for term in terms if term in said.lower()]


def test_all_problems_of_a_file_come_at_once() -> None:
    assert len(refused("a: &x b\nb: *x\nc: !!int 1\nc: 2\nd: e\u202ef\n")) == 5


def test_a_file_full_of_problems_is_given_up_after_a_hundred() -> None:
    assert len(refused("[" + "&a b, " * 50_000 + "]")) == 100
    assert len(refused("\0" * 50_000)) == 100


def test_of_a_key_given_twice_the_first_is_kept() -> None:
    node, _ = read("a.yaml", b"a: 1\na: 2\n")
    assert plain(node) == {"a": "1"}


def test_windows_line_ends_count_as_one() -> None:
    assert refused("a: b\r\nc: d\u202e\r\n") == [("bidi-override", 2, 5)]


@given(st.binary(max_size=200))
def test_for_any_bytes_reading_ends_with_a_node_or_a_problem(data: bytes) -> None:
    node, problems = read("a.yaml", data)
    assert node is not None or problems


@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,? \n\t\\", max_size=80))
def test_for_any_signs_reading_ends_with_a_node_or_a_problem_in_the_text(text: str) -> None:
    node, problems = read("a.yaml", text.encode())
    assert node is not None or problems
    assert all(1 <= p.place.line <= text.count("\n") + 1 for p in problems)
