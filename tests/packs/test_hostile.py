"""Whatever stands in the folder of a pack, it is read or refused soon, in sentences with places."""

import sys
import time
from pathlib import Path

import pytest

from guidance_app.core.refusal import Refusal
from guidance_app.packs.shelf import Shelf
from tests.packs.hostile import (
    Build,
    added,
    asked,
    chain,
    closed,
    each_to_each,
    files,
    links_to,
    listed,
    many,
    one,
    pipe,
    several,
    swapped,
    with_file,
)
from tests.packs.judged import judged
from tests.packs.small import PACK

MOST_SECONDS = 2.0
"""A second is the promise, held by `dev.py bench --fuzz`; shared machines are half as fast."""

THAI = {ord("0") + digit: 0x0E50 + digit for digit in range(10)}
"""What writes digits as they are written in Thai."""

DEEP = "{not: " * 15 + '{danger: "no"}' + "}" * 15

ON_DISK: dict[str, Build] = {
    "a link out of the folder": with_file("x.yaml", links_to("/etc/passwd")),
    "a link to the folder above": with_file("x.yaml", links_to("..")),
    "a link to nothing": with_file("x.yaml", links_to("gone.yaml")),
    "a link to itself": with_file("x.yaml", links_to("x.yaml")),
    "a link to another pack file": with_file("x.yaml", links_to("pack.yaml")),
    "a folder of scenarios that leads out": with_file("scenarios", links_to("/etc")),
    "a folder of scenarios that is itself": with_file("scenarios", links_to("scenarios")),
    "a folder of scenarios that is the pack": with_file("scenarios", links_to(".")),
    "a link to what never ends": with_file("x.yaml", links_to("/dev/zero")),
    "a pipe": with_file("x.yaml", pipe),
    "a folder called as a file": with_file("x.yaml", Path.mkdir),
    "a file that may not be read": with_file("x.yaml", closed),
    "a thousand files": with_file("x.yaml", many(1000)),
    "a thousand scenarios": with_file("scenarios/x.yaml", many(1000)),
    "deep folders": with_file("a/" * 100 + "x.yaml", Path.touch),
    "a name that is no text": with_file("\udcff.yaml", lambda path: path.write_text("a")),
    "a name of two lines": with_file("a\nb.yaml", lambda path: path.write_text("a")),
    "a name that turns round": with_file("a\u202eb.yaml", lambda path: path.write_text("a")),
    "a name that rings": with_file("a\x07b.yaml", lambda path: path.write_text("a")),
    "a long name": with_file("a" * 250 + ".yaml", lambda path: path.write_text("a")),
    "a hidden file": with_file(".yaml", lambda path: path.write_text("a")),
    "a name of spaces": with_file("   .yaml", lambda path: path.write_text("a")),
    "no file": lambda _: None,
    "a pack.yaml that is a folder": lambda folder: (folder / "pack.yaml").mkdir(),
    "a pack.yaml that is a pipe": lambda folder: pipe(folder / "pack.yaml"),
    "a pack.yaml that is a link to itself": lambda f: (f / "pack.yaml").symlink_to("pack.yaml"),
}

TEXTS: dict[str, Build] = {
    "an empty file": files(pack=b""),
    "a mark of the byte order alone": files(pack=b"\xef\xbb\xbf"),
    "a mark of the byte order before everything": files(pack=b"\xef\xbb\xbf" + PACK.encode()),
    "windows line ends": files(pack=PACK.replace("\n", "\r\n")),
    "old line ends": files(pack=PACK.replace("\n", "\r")),
    "line ends of every kind": files(pack=PACK.replace("\n", "\r\n", 9).replace("\n", "\r", 5)),
    "next lines for lines": swapped("title: A small pack\n", "title: A small pack\x85"),
    "a separator of lines": swapped("A small pack", "A\u2028small pack"),
    "half a surrogate": files(pack=PACK.encode().replace(b"A small", b"\xed\xa0\x80", 1)),
    "an escaped surrogate": swapped("A small pack", '"\\ud800"'),
    "two encodings": files(pack=PACK.encode() + "# ü".encode("latin-1")),
    "utf-16": files(pack=PACK.encode("utf-16")),
    "one file in utf-16": files(x="a: b".encode("utf-16")),
    "a scalar of a mebibyte": swapped("A small pack", "a" * 1_000_000),
    "an id of a mebibyte": swapped("start: danger", "start: " + "a" * 1_000_000),
    "a key of a hundred kilobytes": added(f"? {'k' * 100_000}\n: 1\n"),
    "a line of ten thousand words": swapped("A small pack", "word " * 10_000),
    "laughs by the billion": files(
        x="".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 10))
    ),
    "a merge of keys": added("<<: {title: Another}\n"),
    "a list of files": files(x="- a\n- b\n"),
    "a text of a file": files(x="only words\n"),
    "a file given twice": files(x=PACK),
    "a hundred problems": added("".join(f"x{n}: &x y\n" for n in range(200))),
    "a thousand unknown keys": added("".join(f"x{n}: y\n" for n in range(1000))),
    "a format of a later day": swapped("format: 1", "format: 2"),
    "a format of many digits": swapped("format: 1", "format: 99999999999999999999"),
    "a format in words": swapped("format: 1", "format: one"),
    "a format below nothing": swapped("format: 1", "format: -1"),
    "a format of a truth": swapped("format: 1", "format: true"),
    "another month": swapped("2027-05-01", "2026-13-40"),
    "a day in no order": swapped("2027-05-01", "01/05/2027"),
    "a year of many digits": swapped("2027-05-01", "99999999999999999999"),
    "a year of nothing": swapped("2027-05-01", "0000-00-00"),
    "a week for a day": swapped("2027-05-01", "2027-W05-1"),
    "a time for a day": swapped("2027-05-01", "2027-05-01T00:00:00Z"),
    "a day in other digits": swapped("2027-05-01", "2027-05-01".translate(THAI)),
    "a number of many digits": added("limits: {longest-walk: 99999999999999999999}\n"),
    "a number below nothing": added("limits: -1\n"),
    "a number in other digits": added("limits: {longest-walk: 40}\n".translate(THAI)),
    "a number with a point": added("limits: {longest-walk: 1e9}\n"),
}

ODD = ("word", "[a, [b], {c: d}]", "{a: b}", "{a: {b: c}}", "{a: [b, {c: d}]}", "[[]]", "{}")

KINDS: dict[str, Build] = {
    f"{key}: {said}": files(pack=f"format: 1\npack: odd\n{key}: {said}\n")
    for key in (
        "title", "start", "status", "steps", "limits", "says", "approved", "applies-in", "help-now",
        "questions", "duties", "outcomes", "sources", "contacts", "terms", "fields", "note",
        "scenarios", "properties", "texts", "extends", "language", "review-by",
    )
    for said in ODD
}  # fmt: skip
"""Each key of a pack with each kind of thing under it, nearly all of them wrong."""


END = "      a: {say: A, next: end}\n"
TERMS = "terms: {}\n"

SIZES: dict[str, Build] = {
    "5,000 options": asked("only", one(listed(5_000, "      o#: {say: N#, next: end}\n"))),
    "5,000 options together": asked("only", several(5_000, "end")),
    "5,000 lines of a next": asked(
        "only",
        one(f"      a: {{say: A, next: [{listed(5_000, '{when: {only: a}, to: end}, ')}]}}\n"),
    ),
    "5,000 duties in a condition": asked(
        "only",
        one(
            f"      a: {{say: A, next: [{{when: {{duty: [{listed(5_000, 'd#, ')}]}}, to: end}}]}}\n"
        ),
        "duties:\n" + listed(5_000, "  d#: D\n"),
    ),
    "5,000 parts of a condition": asked(
        "only",
        one(
            "      a: {say: A, next: [{to: end, when: {all: ["
            f"{listed(5_000, '{any: [{only: a}, {not: {only: a}}]}, ')}]}}}}]}}\n"
        ),
    ),
    "duties each raised by the one before": asked(
        "only",
        one(END),
        "duties:\n"
        + "".join(f"  d{n}: {{say: D, when: {{duty: d{n - 1}}}}}\n" for n in range(1, 3_000)),
    ),
    "duties each raised by the next": asked(
        "only",
        one(END),
        "duties:\n"
        + "".join(f"  d{n}: {{say: D, when: {{duty: d{n + 1}}}}}\n" for n in range(3_000)),
    ),
    "a condition nested to the limit": asked(
        "only",
        one(
            "      a: {say: A, next: [{to: end, when: "
            f"{'{not: ' * 12}{{only: a}}{'}' * 12}}}, end]}}\n"
        ),
    ),
    "2,000 questions in a row": asked("q0", chain(2_000, "end")),
    "200 questions in a ring": asked("q0", chain(200, "q0")),
    "each of 60 questions leading on to each": asked("q0", each_to_each(60, back=False)),
    "each of 60 questions leading to each": asked("q0", each_to_each(60, back=True)),
    "a start that is an outcome": asked("end", chain(3, "end")),
    "a start that leads to itself": asked("q0", chain(1, "q0")),
    "a question passed over for itself": asked(
        "only", one(END) + "    ask-when: {only: a}\n    otherwise: only\n"
    ),
    "5,000 outcomes": asked(
        "only", one(END), listed(5_000, "  e#: {title: T#, level: act, permits: nothing}\n")
    ),
    "5,000 terms": swapped(TERMS, "terms:\n" + listed(5_000, "  t#: {term: T, means: M}\n")),
    "4,000 long ids": swapped(
        TERMS, "terms:\n" + listed(4_000, f"  {'t' * 190}#: {{term: T, means: M}}\n")
    ),
    "5,000 fields": swapped(
        "    reason: required\n", "    fields:\n" + listed(5_000, "      f#: {ask: F}\n")
    ),
    "5,000 unknown keys": swapped("    reason: required\n", listed(5_000, "    sourse#: x\n")),
    "5,000 unknown sources": swapped("sources: [law]", f"sources: [{listed(5_000, 'x#, ')}]"),
    "an unknown term in each of 300 terms": swapped(
        TERMS, "terms:\n" + listed(300, "  t#: {term: T, means: '[x#]'}\n")
    ),
}

HOSTILE = TEXTS | KINDS | SIZES

only_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems have no such names, links or pipes"
)


@pytest.mark.parametrize(
    "name", [*(pytest.param(name, marks=only_linux) for name in ON_DISK), *HOSTILE]
)
def test_a_hostile_pack_is_read_or_refused_soon_in_sentences_with_places(
    name: str, tmp_path: Path
) -> None:
    folder = tmp_path / "pack"
    folder.mkdir()
    (ON_DISK | HOSTILE)[name](folder)
    begun = time.process_time()
    broken = said_of(folder)
    assert broken == []
    assert time.process_time() - begun < MOST_SECONDS


def said_of(folder: Path) -> list[str]:
    """Return the laws that are broken by what is said of the pack in `folder`."""
    try:
        shaped = Shelf([folder.parent]).load(folder)
    except Refusal as refusal:
        return [] if refusal.says.endswith(".") and refusal.hint else [str(refusal)]
    names = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return judged(shaped, names)[1]


@only_linux
def test_a_pipe_on_the_shelf_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "piped").mkdir()
    pipe(tmp_path / "piped" / "pack.yaml")
    (listed,) = Shelf([tmp_path]).packs()
    assert not listed.readable


@only_linux
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a link out of the folder", "outside-folder"),
        ("a link to nothing", "unreadable-file"),
        ("a link to itself", "unreadable-file"),
        ("a name that is no text", "unreadable-file"),
        ("a name that turns round", "unreadable-file"),
        ("a thousand files", "too-many-files"),
    ],
)
def test_no_file_of_a_pack_is_left_out_in_silence(name: str, code: str, tmp_path: Path) -> None:
    ON_DISK[name](tmp_path)
    shaped = Shelf([]).load(tmp_path)
    assert shaped.pack is None
    assert code in {problem.code for problem in shaped.problems}
