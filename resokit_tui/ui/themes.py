"""The three themes, and every colour on screen by its meaning.

Paper and screen share one palette: teal, rust, sand, ink, olive, plum. Rust is kept for two things only: where you are,
and what cannot wait. The cursor is never rust. `tests/contracts/test_contrast.py` measures every pair in `PAIRS`.
"""

from __future__ import annotations

from typing import Literal

from textual.theme import Theme

Token = Literal[
    "background",
    "surface",
    "panel",
    "primary",
    "error",
    "success",
    "ink",
    "ink-soft",
    "rule",
    "control",
    "trough",
    "bar",
    "bar-ink",
    "bar-soft",
    "bar-on",
    "bar-on-ink",
    "foot",
    "foot-ink",
    "foot-key",
    "cursor",
    "cursor-ink",
    "cursor-rest",
    "cursor-rest-ink",
    "hover",
    "here",
    "here-fill",
    "here-ink",
    "hit",
    "hit-ink",
    "hint",
    "link",
    "line-conditions",
    "line-skills",
    "line-design",
    "band-conditions",
    "band-skills",
    "band-design",
    "band-ink",
    "ring-core",
    "ring-band",
    "ring-spoke",
]
"""Names of colours: `-ink` is text on the colour it is named after, `line-` stands on the ground, `band-` is one,
`ring-` is a tint of the network map."""

NAMES = ("resokit-light", "resokit-dark", "resokit-contrast")

_FIELDS: dict[str, tuple[str, str, str]] = {
    "primary": ("#0B5563", "#6CC4CF", "#7FE9F5"),
    "secondary": ("#547022", "#B3CA78", "#CFF56F"),
    "accent": ("#B4451F", "#F29A70", "#FF9F66"),
    "warning": ("#B4451F", "#F29A70", "#FF9F66"),
    "error": ("#9C2416", "#FF9C8C", "#FFB3A6"),
    "success": ("#4A661C", "#B3CA78", "#CFF56F"),
    "foreground": ("#1F2933", "#EEE8DB", "#FFFFFF"),
    "background": ("#F7F3EA", "#0F1D21", "#000000"),
    "surface": ("#FFFDF8", "#16292F", "#000000"),
    "panel": ("#E5F0F0", "#1E373F", "#1C1C1C"),
}
"""What Textual itself asks of a theme: light, dark, contrast."""

_TOKENS: dict[str, tuple[str, str, str]] = {
    "ink": ("#1F2933", "#EEE8DB", "#FFFFFF"),
    "ink-soft": ("#546069", "#A7B4B6", "#E3E3E3"),
    "rule": ("#D8D0C0", "#2C464E", "#8C8C8C"),
    "control": ("#857B69", "#6F8A90", "#FFFFFF"),
    "trough": ("#EDE6D8", "#16292F", "#1C1C1C"),
    "bar": ("#0B5563", "#0B5563", "#FFFFFF"),
    "bar-ink": ("#FFFFFF", "#FFFFFF", "#000000"),
    "bar-soft": ("#CFE3E4", "#BFDDE0", "#262626"),
    "bar-on": ("#F7F3EA", "#EEE8DB", "#000000"),
    "bar-on-ink": ("#0B5563", "#0B5563", "#FFFFFF"),
    "foot": ("#F0EADE", "#16292F", "#1C1C1C"),
    "foot-ink": ("#3F4A53", "#C3CCCB", "#FFFFFF"),
    "foot-key": ("#0B5563", "#8AD5DE", "#FFD23F"),
    "cursor": ("#0B5563", "#6CC4CF", "#FFD23F"),
    "cursor-ink": ("#FFFFFF", "#0B1A1E", "#000000"),
    "cursor-rest": ("#CFE3E4", "#24454E", "#4D3F00"),
    "cursor-rest-ink": ("#1F2933", "#EEE8DB", "#FFFFFF"),
    "hover": ("#E5F0F0", "#1E373F", "#333333"),
    "here": ("#B4451F", "#F29A70", "#FF9F66"),
    "here-fill": ("#B4451F", "#BD5522", "#FF9F66"),
    "here-ink": ("#FFFFFF", "#FFFFFF", "#000000"),
    "hit": ("#FFE3A6", "#6B4E12", "#FFD23F"),
    "hit-ink": ("#1F2933", "#FFF3D6", "#000000"),
    "hint": ("#7C4D00", "#E3B45C", "#FFD23F"),
    "link": ("#0B5563", "#8AD5DE", "#7FE9F5"),
    "line-conditions": ("#4F6A20", "#B3CA78", "#CFF56F"),
    "line-skills": ("#0B5563", "#7FD0DA", "#7FE9F5"),
    "line-design": ("#6C408C", "#CFAEE8", "#E9C2FF"),
    "band-conditions": ("#547022", "#5F7C28", "#CFF56F"),
    "band-skills": ("#0B5563", "#1F7F8D", "#7FE9F5"),
    "band-design": ("#6C408C", "#8A5FAE", "#E9C2FF"),
    "band-ink": ("#FFFFFF", "#FFFFFF", "#000000"),
    "ring-core": ("#C3DFE1", "#1C444D", "#000000"),
    "ring-band": ("#EBE2CF", "#18313A", "#000000"),
    "ring-spoke": ("#B9AD94", "#48656D", "#8C8C8C"),
}
"""Our own colours by meaning: light, dark, contrast."""

_FOLLOWS: dict[str, str] = {
    "text-muted": "ink-soft",
    "text-disabled": "ink-soft",
    "foreground-muted": "ink-soft",
    "block-cursor-background": "cursor",
    "block-cursor-foreground": "cursor-ink",
    "block-cursor-blurred-background": "cursor-rest",
    "block-cursor-blurred-foreground": "cursor-rest-ink",
    "block-hover-background": "hover",
    "border": "cursor",
    "border-blurred": "control",
    "input-cursor-background": "here-fill",
    "input-cursor-foreground": "here-ink",
    "input-selection-background": "cursor-rest",
    "input-selection-foreground": "cursor-rest-ink",
    "link-color": "link",
    "link-color-hover": "cursor-ink",
    "link-background-hover": "cursor",
    "scrollbar": "control",
    "scrollbar-hover": "cursor",
    "scrollbar-active": "cursor",
    "scrollbar-background": "trough",
    "scrollbar-background-hover": "trough",
    "scrollbar-background-active": "trough",
    "scrollbar-corner-color": "trough",
}
"""Textual's variables that must be a measured colour: its own muted text is an alpha of whatever lies below."""

_STYLES = {
    "block-cursor-text-style": "bold",
    "block-cursor-blurred-text-style": "none",
    "link-style": "underline",
}

_GROUNDS: tuple[Token, ...] = ("background", "surface", "panel")
_ON_GROUND: tuple[Token, ...] = ("ink", "ink-soft", "primary", "here", "hint", "link")
_LINES: tuple[Token, ...] = ("line-conditions", "line-skills", "line-design")
_BANDS: tuple[Token, ...] = ("band-conditions", "band-skills", "band-design")
_RINGS: tuple[Token, ...] = ("ring-core", "ring-band")

TEXT_PAIRS: tuple[tuple[Token, Token], ...] = (
    *((ink, ground) for ground in _GROUNDS for ink in _ON_GROUND),
    *((line, "background") for line in _LINES),
    *(("band-ink", band) for band in _BANDS),
    ("bar-ink", "bar"),
    ("bar-soft", "bar"),
    ("bar-on-ink", "bar-on"),
    ("foot-ink", "foot"),
    ("foot-key", "foot"),
    ("ink", "foot"),
    ("ink-soft", "foot"),
    ("here", "foot"),
    ("cursor-ink", "cursor"),
    ("cursor-rest-ink", "cursor-rest"),
    ("here-ink", "here-fill"),
    ("hit-ink", "hit"),
    ("error", "background"),
    ("error", "surface"),
    ("success", "background"),
    ("success", "surface"),
    *((ink, ring) for ring in _RINGS for ink in ("ink", "ink-soft")),
)
"""Text and the ground it is shown on: at least 4.5:1 (WCAG 1.4.3), 7:1 in the high-contrast theme (1.4.6)."""

PART_PAIRS: tuple[tuple[Token, Token], ...] = (
    *((band, "background") for band in _BANDS),
    ("here-fill", "background"),
    ("cursor", "background"),
    ("cursor", "surface"),
    ("control", "background"),
    ("control", "surface"),
    ("control", "trough"),
    ("bar-on", "bar"),
    *((line, ring) for ring in _RINGS for line in _LINES),
)
"""Controls, lines and the cursor against what surrounds them: at least 3:1 (WCAG 1.4.11)."""


def colours(name: str) -> dict[str, str]:
    """Every colour of one theme by token."""
    column = NAMES.index(name)
    return {token: values[column] for token, values in (_FIELDS | _TOKENS).items()}


def _theme(name: str) -> Theme:
    own = colours(name)
    fields = {field: own[field] for field in _FIELDS}
    variables = {token: own[token] for token in _TOKENS}
    variables |= {variable: own[token] for variable, token in _FOLLOWS.items()}
    return Theme(name=name, dark=name != "resokit-light", variables=variables | _STYLES, **fields)  # type: ignore[arg-type]


THEMES = tuple(_theme(name) for name in NAMES)
