"""A note as one HTML page that needs nothing else. Every word is escaped."""

from html import escape

from .note import GOES_ON, Block, Box, Heading, Listing, Note, PageBreak, Paragraph, Table, Words

_SHEET = """
body { font-family: Inter, "Segoe UI", Arial, sans-serif; font-size: 11pt; line-height: 1.45;
  color: #1b1f24; background: #ffffff; margin: 2em auto; max-width: 44em; padding: 0 1.5em; }
h1 { font-size: 17pt; line-height: 1.25; margin: 0 0 0.6em 0; }
h2 { font-size: 12.5pt; margin: 1.5em 0 0.35em 0; break-after: avoid; }
h3 { font-size: 11pt; margin: 1.1em 0 0.2em 0; break-after: avoid; }
p, ul, table { margin: 0 0 0.5em 0; }
p, li, td { white-space: pre-wrap; overflow-wrap: anywhere; }
.mark { font-weight: 600; border: 1px solid #1b1f24; padding: 0.35em 0.7em; }
.lead { font-size: 12.5pt; font-weight: 600; }
.quiet, .aside, .foot { color: #57606a; font-size: 9.5pt; }
.label { font-weight: 600; margin-bottom: 0; break-after: avoid; }
.aside { font-weight: 400; }
.typed { margin-left: 0.2em; padding-left: 0.8em; border-left: 2px solid #c9ced6; }
.missing { font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.35em 0.6em;
  border-bottom: 1px solid #c9ced6; }
tr { break-inside: avoid; }
.box { border: 1px solid #1b1f24; padding: 0.7em 1em; margin: 0.6em 0; break-inside: avoid; }
.row { display: flex; gap: 1.2em; }
.line { flex: 1; border-bottom: 1px solid #57606a; padding-bottom: 1.8em; color: #57606a;
  font-size: 9.5pt; }
.page { page-break-before: always; }
"""


def as_html(note: Note) -> bytes:
    """Return `note` as UTF-8 HTML: one style sheet, no script, no link, nothing fetched."""
    marks = "".join(f'<p class="mark">{escape(mark)}</p>\n' for mark in note.marks)
    body = "".join(_html(block, marks) for block in note.blocks)
    foot = "".join(f'<p class="foot">{escape(line)}</p>\n' for line in note.foot)
    title = escape(" – ".join((*note.marks, note.title)))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(note.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_SHEET}{_every_page(note)}</style>\n</head>\n<body>\n"
        f"<header>\n{marks}</header>\n<main>\n<h1>{escape(note.title)}</h1>\n{body}</main>\n"
        f"<footer>\n{foot}</footer>\n</body>\n</html>\n"
    ).encode()


def _html(block: Block, marks: str) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level}>{escape(text)}</h{level}>\n"
        case Paragraph(text, tone):
            return f'<p class="{tone}">{escape(text)}</p>\n'
        case Words():
            return _words(block)
        case Listing(items):
            return "<ul>\n" + "".join(f"<li>{escape(item)}</li>\n" for item in items) + "</ul>\n"
        case Table(header, rows):
            return _table(header, rows)
        case Box(title, rows):
            return _box(title, rows)
        case PageBreak():
            return f'<div class="page">{marks}</div>\n'


def _words(words: Words) -> str:
    kind = "missing" if words.missing else "typed" if words.typed else "given"
    label = escape(words.label) + _aside(words.whose)
    above = f'<p class="label">{label}</p>\n' if label else ""
    after = _aside(GOES_ON * words.cut) + _aside(words.when)
    return f'{above}<p class="{kind}" dir="auto">{escape(words.spoken)}{after}</p>\n'


def _aside(text: str) -> str:
    return f' <span class="aside">{escape(text)}</span>' if text else ""


def _table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>\n" for row in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _box(title: str, rows: tuple[tuple[str, ...], ...]) -> str:
    inner = "".join(
        '<div class="row">'
        + "".join(f'<p class="line">{escape(name)}</p>' for name in row)
        + "</div>\n"
        for row in rows
    )
    return f'<div class="box">\n<p class="quiet">{escape(title)}</p>\n{inner}</div>\n'


def _every_page(note: Note) -> str:
    """Return the rule that prints the marks and the foot on every sheet of paper."""
    top, foot = " · ".join(note.marks), " ".join(note.foot)
    return (
        "@page { margin: 20mm 18mm; "
        f"@top-center {{ content: {_css(top)}; font: 600 9pt sans-serif; }} "
        f"@bottom-left {{ content: {_css(foot)}; font: 7pt sans-serif; }} }}\n"
        "@media print { body { margin: 0; max-width: none; padding: 0; } }\n"
    )


def _css(text: str) -> str:
    """Return `text` as a string of CSS, with all but letters, digits and spaces escaped."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):06x}" for c in text) + '"'
