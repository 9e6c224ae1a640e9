"""Colours: every pair that is read together can be read, in every theme, also when disabled."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette

from guidance_app.ui.fonts import FAMILY, load_fonts
from guidance_app.ui.theme import ROLES, palette, read_colours

ROOT = Path(__file__).parents[2]
THEMES = ROOT / "resources" / "themes"

GROUNDS = ("ground", "panel", "wash")
Role = QPalette.ColorRole
READ_TOGETHER = (
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.PlaceholderText, Role.Base),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Link, Role.Window),
    (Role.LinkVisited, Role.Window),
)

each_theme = pytest.mark.parametrize("theme", ["light", "dark", "contrast"])


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, as WCAG 2 reckons it."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@each_theme
@pytest.mark.parametrize("ink", ["text", "quiet", "accent"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(theme: str, ink: str, ground: str) -> None:
    colours = read_colours(THEMES / f"{theme}.json")
    assert contrast(QColor(colours[ink]), QColor(colours[ground])) >= 4.5


@each_theme
@pytest.mark.parametrize("level", ["stop", "pause", "act", "open"])
def test_a_level_can_be_read_on_its_ground(theme: str, level: str) -> None:
    colours = read_colours(THEMES / f"{theme}.json")
    assert contrast(QColor(colours[level]), QColor(colours[f"{level}-ground"])) >= 4.5


@each_theme
@pytest.mark.parametrize("line", ["edge", "focus"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_and_the_focus_ring_can_be_seen(theme: str, line: str, ground: str) -> None:
    colours = read_colours(THEMES / f"{theme}.json")
    assert contrast(QColor(colours[line]), QColor(colours[ground])) >= 3


@each_theme
@pytest.mark.parametrize("group", list(QPalette.ColorGroup)[:3])
@pytest.mark.parametrize("pair", READ_TOGETHER, ids=lambda p: f"{p[0].name} on {p[1].name}")
def test_every_pair_of_the_palette_can_be_read(
    theme: str, group: QPalette.ColorGroup, pair: tuple[Role, Role]
) -> None:
    made = palette(read_colours(THEMES / f"{theme}.json"))
    assert contrast(made.color(group, pair[0]), made.color(group, pair[1])) >= 4.5


@each_theme
def test_every_theme_gives_every_role_a_colour(theme: str) -> None:
    colours = read_colours(THEMES / f"{theme}.json")
    assert set(colours.by_role) == set(ROLES)


def test_a_theme_that_lacks_a_role_is_refused_by_the_name_of_the_role(tmp_path: Path) -> None:
    path = tmp_path / "half.json"
    path.write_text('{"ground": "#FFFFFF"}', encoding="utf-8")
    with pytest.raises(ValueError, match="focus"):
        read_colours(path)


def test_the_typeface_that_ships_is_there() -> None:
    assert load_fonts(ROOT / "resources" / "fonts") == FAMILY
