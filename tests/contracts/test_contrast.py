"""Every pair of colours the screens put together, measured as WCAG 2.2 does, in colour and as NO_COLOR shows it."""

from __future__ import annotations

import pytest
from textual.color import Color

from resokit_tui.ui.themes import NAMES, PART_PAIRS, TEXT_PAIRS, THEMES, colours

TEXT, TEXT_HIGH, PART = 4.5, 7.0, 3.0


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition)."""
    channels = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in rgb(colour)]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = Color.parse(colour).rgb
    return red / 255, green / 255, blue / 255


def ratio(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def grey(colour: str) -> str:
    """What Textual's monochrome filter makes of a colour."""
    return Color.parse(colour).monochrome.hex


def test_the_measure_itself() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_can_be_read(name: str, pair: tuple[str, str]) -> None:
    own = colours(name)
    ink, ground = own[pair[0]], own[pair[1]]
    assert ratio(ink, ground) >= (TEXT_HIGH if name == "resokit-contrast" else TEXT)
    assert ratio(grey(ink), grey(ground)) >= TEXT


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("pair", PART_PAIRS, ids="-on-".join)
def test_controls_and_lines_can_be_seen(name: str, pair: tuple[str, str]) -> None:
    own = colours(name)
    part, ground = own[pair[0]], own[pair[1]]
    assert ratio(part, ground) >= PART
    assert ratio(grey(part), grey(ground)) >= PART


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_textual_shows_the_colours_that_were_measured(theme: object) -> None:
    from textual.theme import Theme

    assert isinstance(theme, Theme)
    own = colours(theme.name)
    shown = theme.to_color_system().generate() | theme.variables
    for token in {token for pair in (*TEXT_PAIRS, *PART_PAIRS) for token in pair}:
        pairs = zip(Color.parse(shown[token]).rgb, Color.parse(own[token]).rgb, strict=True)
        assert all(abs(one - other) <= 1 for one, other in pairs), token
