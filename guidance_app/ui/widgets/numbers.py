"""Names of the namespace `Qt` as the numbers they stand for, for what the first page needs.

PySide6 makes the 93 enums of that namespace together, once the first of them is asked for, and a
tenth of the start goes by with it. What is here is given as a property, or to what takes a number
anyway; everything else asks `QtCore.Qt` when it comes to it, which is after the first page.
"""

NO_FOCUS = 0x0
PLAIN_TEXT = 0x0
WORD_WRAP = 0x1000
ALIGN_LEFT = 0x1
ALIGN_RIGHT = 0x2
ALIGN_H_CENTER = 0x4
ALIGN_V_CENTER = 0x80
