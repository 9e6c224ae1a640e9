"""How a note looks in Word: its typeface, its styles, and the few things python-docx has no word for."""

import unicodedata
from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
