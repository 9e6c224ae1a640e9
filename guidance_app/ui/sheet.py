"""The one style sheet: what each role looks like, every length in proportion to the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# `{…}` are filled in: colours by role (a dash is written as an underscore), sizes in points (…pt)
# and lengths in pixels (…px); `{{` and `}}` are the sheet's own braces.
_SHEET = """
QMainWindow, QDialog {{ background: {ground}; }}
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ font-size: {title}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {heading}pt; font-weight: 600; }}
QLabel[role="label"] {{ font-weight: 600; }}
QLabel[role="lead"] {{ font-size: {lead}pt; color: {quiet}; }}
QLabel[role="quiet"] {{ color: {quiet}; }}
QLabel[role="small"] {{ font-size: {small}pt; color: {quiet}; }}
QLabel[role="small-heading"] {{ font-size: {small}pt; font-weight: 600; color: {quiet}; }}
QLabel[role="code"] {{ font-size: {heading}pt; font-weight: 600; }}

QWidget[role="page"] {{ background: {ground}; }}
QWidget[role="panel"], QWidget[role="bar"] {{ background: {panel}; }}
QWidget[role="top"] {{ background: {ground}; border-bottom: 1px solid {line}; }}
QWidget[role="foot"] {{ background: {panel}; border-top: 1px solid {line}; }}
QWidget[role="left"] {{ background: {panel}; border-right: 1px solid {line}; }}
QWidget[role="right"] {{ background: {panel}; border-left: 1px solid {line}; }}
QScrollArea[role="right"]:focus {{ border: {ring}px solid {focus}; }}
QWidget[role="under"] {{ background: {panel}; border-top: 1px solid {line}; }}
QWidget[role="card"] {{ background: {ground}; border: 1px solid {line}; border-radius: {tiny}px; }}
QWidget[role="paper"] {{ background: {ground}; border: 1px solid {line}; }}
QWidget[role="typed"] {{ border-left: 2px solid {line}; }}
QWidget[role="rule"] {{ background: {line}; }}
QLabel[role="mark"] {{ font-weight: 600; border: 1px solid {edge}; padding: {gap}px {half}px; }}
QWidget[role="here"] {{ background: {wash}; border-left: 3px solid {accent}; }}
QWidget[role="row"] {{ border-bottom: 1px solid {line}; }}

QWidget[role="faults"] {{
    background: {ground}; border: 3px solid {stop}; border-radius: {tiny}px;
}}
QWidget[role="refusal"] {{
    background: {stop_ground}; border-left: {gap}px solid {stop}; border-bottom: 1px solid {line};
}}
QWidget[role="refusal"] QLabel {{ color: {stop}; font-weight: 600; }}
QWidget[role="told"] {{
    background: {wash}; border-left: {gap}px solid {accent}; border-bottom: 1px solid {line};
}}
QWidget[role="practice"] {{
    background: {pause_ground}; border-bottom: 1px solid {pause}; color: {pause};
}}
QWidget[role="practice"] QLabel {{ color: {pause}; font-weight: 600; }}
QLabel[level] {{
    font-weight: 600; font-size: {small}pt; border-radius: {tiny}px;
    padding: {tiny}px {half}px {tiny}px {shape}px;
}}
QLabel[level="stop"] {{ color: {stop}; background: {stop_ground}; }}
QLabel[level="pause"] {{ color: {pause}; background: {pause_ground}; }}
QLabel[level="act"] {{ color: {act}; background: {act_ground}; }}
QLabel[level="open"] {{ color: {open}; background: {open_ground}; }}

QPushButton {{
    color: {text}; background: {ground}; border: 1px solid {edge}; border-radius: {tiny}px;
    padding: {half}px {pad}px; min-height: {line_px}px; font-weight: 500; outline: none;
}}
QPushButton:hover {{ background: {wash}; }}
QPushButton:disabled {{ color: {quiet}; border-color: {line}; }}
QPushButton[kind="primary"] {{
    color: {on_accent}; background: {accent}; border-color: {accent}; font-weight: 600;
}}
QPushButton[kind="primary"]:disabled {{
    color: {quiet}; background: {panel}; border-color: {line};
}}
QPushButton[kind="link"] {{
    color: {accent}; background: transparent; border: none; padding: {tiny}px {gap}px;
    text-decoration: underline; font-weight: 400;
}}
QPushButton[kind="link"]:disabled {{ color: {quiet}; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox {{
    color: {text}; background: {ground}; border: 1px solid {edge}; border-radius: {tiny}px;
    padding: {half}px {half}px; selection-background-color: {accent};
    selection-color: {on_accent};
}}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {quiet}; }}
QLineEdit, QComboBox, QSpinBox {{ min-height: {line_px}px; }}
QLineEdit[role="wrong"], QPlainTextEdit[role="wrong"] {{
    border: 3px solid {stop}; padding: {half_less}px {half_less}px;
}}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 3px solid {focus}; padding: {half_less}px {half_less}px;
}}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {quiet}; background: {panel}; }}
QGroupBox {{ border: none; margin: 0; padding: 0; }}

QMenuBar {{ background: {panel}; color: {text}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ background: transparent; padding: {half}px {half}px; }}
QMenuBar::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu {{ background: {ground}; color: {text}; border: 1px solid {edge}; padding: {gap}px; }}
QMenu::item {{ padding: {half}px {twice}px {half}px {pad}px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {quiet}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {gap}px; }}

QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; margin: 3px; border-radius: {knob}px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollBar::handle:vertical {{ min-height: {twice}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QToolTip {{ color: {text}; background: {panel}; border: 1px solid {edge}; padding: {gap}px; }}
"""


def sheet(colours: Mapping[str, str], points: float, line: int) -> str:
    """Return the style sheet for `colours`, body text of `points`, and lines `line` pixels high."""
    half = round(line * 0.42)
    return _SHEET.format(
        **{role.replace("-", "_"): colour for role, colour in colours.items()},
        title=round(points * 1.7, 2),
        heading=round(points * 1.18, 2),
        lead=round(points * 1.06, 2),
        small=round(points * 0.9, 2),
        tiny=max(2, round(line * 0.2)),
        gap=max(3, round(line * 0.28)),
        half=half,
        half_less=max(0, half - 2),
        pad=round(line * 0.95),
        twice=round(line * 2),
        shape=round(line * 1.6),
        bar=_bar(line),
        ring=3,
        knob=(_bar(line) - 6) // 2,
        line_px=line,
    )


def _bar(line: int) -> int:
    """Return how wide a scroll bar is, beside lines `line` pixels high."""
    return max(14, round(line * 0.7))
