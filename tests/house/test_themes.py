"""Every theme can be read: contrast is computed for each pair of roles that meet on a page."""

import json
from pathlib import Path

import pytest

from tests.house.house import ROOT

THEMES = sorted((ROOT / "resources" / "themes").glob("*.json"))

GROUNDS = ("ground", "panel", "wash")
LEVELS = ("stop", "pause", "act", "open")

READ = [
    *(("text", ground) for ground in GROUNDS),
    *(("text", f"{level}-ground") for level in LEVELS),
    *(("quiet", ground) for ground in GROUNDS),
    *(("accent", ground) for ground in GROUNDS),
    *((level, ground) for level in LEVELS for ground in ("ground", "panel", f"{level}-ground")),
    ("on-accent", "accent"),
]
"""Words of the first role stand on the second: 4.5 to 1 at the least (WCAG 2.2, 1.4.3)."""

SEEN = [(mark, ground) for mark in ("edge", "focus", "accent", "stop") for ground in GROUNDS]
"""An edge, a ring or a shape of the first role is seen against the second: 3 to 1 (1.4.11)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours written #RRGGBB, from 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _roles(theme: Path) -> dict[str, str]:
    roles: dict[str, str] = json.loads(theme.read_text(encoding="utf-8"))
    return roles


def test_contrast_is_computed_as_the_standard_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_there_is_a_light_a_dark_and_a_high_contrast_theme() -> None:
    assert {theme.stem for theme in THEMES} >= {"light", "dark", "contrast"}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.stem)
def test_words_stand_out_from_their_ground(theme: Path) -> None:
    assert not _too_close(theme, READ, 4.5)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.stem)
def test_edges_and_shapes_stand_out_from_their_ground(theme: Path) -> None:
    assert not _too_close(theme, SEEN, 3)


def _too_close(theme: Path, pairs: list[tuple[str, str]], least: float) -> dict[str, float]:
    roles = _roles(theme)
    found = {f"{one} on {other}": contrast(roles[one], roles[other]) for one, other in pairs}
    return {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < least}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.stem)
def test_every_theme_gives_the_same_roles(theme: Path) -> None:
    assert _roles(theme).keys() == _roles(THEMES[0]).keys()
