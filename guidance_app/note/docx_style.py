"""How a note looks in Word: its styles, and the few things python-docx has no word for."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import CharacterStyle, ParagraphStyle
    from docx.text.paragraph import Paragraph as DrawnParagraph

TYPEFACE = "Arial"
"""What every council's computer has; a Word file is edited there, so it carries no typeface."""

INK, QUIET, LINE = "1B1F24", "57606A", "C9CED6"
"""Colours of words, of what stands beside them, and of rules. Ink and quiet are 7:1 and 5:1."""


class Look(NamedTuple):
    """One style: its size in points, room before and after, and what else sets it apart."""

    name: str
    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: str = INK
    indent: float = 0
    with_next: bool = False


_LOOKS = (
    Look("Normal", 9, after=1.5),
    Look("Heading 1", 15, after=3, bold=True, with_next=True),
    Look("Heading 2", 10, before=4.5, after=0.5, bold=True, with_next=True),
    Look("Heading 3", 9.5, before=6, after=1, bold=True, with_next=True),
    Look("List Bullet", 9, after=0.5),
    Look("Note Lead", 11, after=2, bold=True),
    Look("Note Quiet", 8.5, after=3, colour=QUIET),
    Look("Note Mark", 10, after=3, bold=True),
    Look("Note Foot", 7, colour=QUIET),
    Look("Note Gap", 2),
    Look("Note Given", 9, after=1.5),
    Look("Note Typed", 9, after=1.5, indent=9),
)


_USED = (
    *(look.name.lower() for look in _LOOKS if look.name.startswith(("Normal", "Heading"))),
    *("default paragraph font", "table grid", "strong", "note "),
    *("no list", "list bullet", "list number"),  # the template's numbering names all of these
)
"""How the names of the styles begin that stay; the template does not write them all alike."""

_AFTER_SIZE = ("w:highlight", "w:u", "w:effect", "w:lang", "w:rtl", "w:cs")
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc")
"""What may stand after a size, and after borders: Word refuses a file in another order."""


def dress(document: "Document", language: str) -> None:
    """Give `document` its paper, its language and its styles."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.7)
    section.top_margin, section.bottom_margin = Cm(1.5), Cm(1.6)
    section.header_distance = section.footer_distance = Cm(0.8)
    styles = document.styles
    for look in _LOOKS:
        if look.name not in styles:
            styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        _dress_paragraph(styles[look.name], look)
    aside = styles.add_style("Note Aside", WD_STYLE_TYPE.CHARACTER)
    _dress_words(aside, Look("Note Aside", 8.5, colour=QUIET))
    styles["List Bullet"].paragraph_format.left_indent = Pt(12)
    styles["List Bullet"].paragraph_format.first_line_indent = Pt(-9)
    _beside(styles["Note Typed"].element.get_or_add_pPr())
    _speak(styles.element, language)
    _tidy(styles.element)


def page_number(paragraph: "DrawnParagraph") -> None:
    """Write 'Page 1 of 3' into `paragraph`, as fields that Word counts itself."""
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        counted = _put(_xml(paragraph), "w:fldSimple", instr=f" {field} ")
        _put(_put(counted, "w:r"), "w:t").text = "1"


def _dress_paragraph(style: "ParagraphStyle", look: Look) -> None:
    """Give a paragraph's style its look."""
    from docx.shared import Pt

    _dress_words(style, look)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    if look.indent:
        form.left_indent = Pt(look.indent)
    form.keep_with_next = look.with_next
    form.line_spacing, form.widow_control = 1.0, True


def _dress_words(style: "CharacterStyle", look: Look) -> None:
    """Give a style its typeface, size, weight and colour; the template's own themes give way."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font = style.font
    font.name, font.size, font.bold = TYPEFACE, Pt(look.size), look.bold
    font.italic = False
    font.color.rgb = RGBColor.from_string(look.colour)
    words = style.element.get_or_add_rPr()
    for old in words.findall(qn("w:szCs")):
        words.remove(old)
    _put(words, "w:szCs", before=_AFTER_SIZE, val=str(round(2 * look.size)))  # Hebrew and Arabic
    faces = words.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        faces.attrib.pop(qn(f"w:{theme}"), None)
    faces.set(qn("w:cs"), TYPEFACE)


def _beside(properties: "BaseOxmlElement") -> None:
    """Draw a quiet rule beside what somebody typed."""
    borders = _put(properties, "w:pBdr", before=_AFTER_BORDERS)
    _put(borders, "w:left", val="single", sz="12", space="6", color=LINE)


def _speak(styles: "BaseOxmlElement", language: str) -> None:
    """Say which language every word is in that is not said to be in another."""
    from docx.oxml.ns import qn

    for spoken in styles.iter(qn("w:lang")):
        spoken.set(qn("w:val"), language)


def _tidy(styles: Any) -> None:
    """Take away the styles that no note uses: there are many, and each is read for every line."""
    from docx.oxml.ns import qn

    known = {style.get(qn("w:styleId")): style for style in styles.findall(qn("w:style"))}
    named = {name: style.find(qn("w:name")).get(qn("w:val")) for name, style in known.items()}
    used = [name for name in known if named[name].lower().startswith(_USED)]
    for name in used:
        pointed = (known[name].find(qn(f"w:{way}")) for way in ("basedOn", "next", "link"))
        names = (point.get(qn("w:val")) for point in pointed if point is not None)
        used.extend(found for found in names if found in known and found not in used)
    for name in known.keys() - set(used):
        styles.remove(known[name])


def _put(
    parent: "BaseOxmlElement", tag: str, before: tuple[str, ...] = (), **said: str
) -> "BaseOxmlElement":
    """Put a new `tag` into `parent`, ahead of those in `before`, and return it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in said.items():
        made.set(qn(f"w:{name}"), value)
    later = next((child for child in parent if child.tag in map(qn, before)), None)
    if later is None:
        parent.append(made)
    else:
        later.addprevious(made)
    return made


def _xml(drawn: "DrawnParagraph") -> Any:
    """Return the element behind `drawn`, which python-docx has no public way to."""
    return drawn._element  # noqa: SLF001  # the only place where we reach behind it
