"""Names of keys as they stand on a keyboard, in the reader's language."""

from __future__ import annotations

from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.ui.glyphs import Glyphs

_NAMES: dict[str, Message] = {
    "enter": Message("Enter"),
    "escape": Message("Esc"),
    "tab": Message("Tab"),
    "space": Message("Space"),
    "backspace": Message("Backspace"),
    "delete": Message("Delete"),
    "home": Message("Home key"),
    "end": Message("End key"),
    "pageup": Message("PgUp"),
    "pagedown": Message("PgDn"),
    "left": Message("Left"),
    "right": Message("Right"),
    "up": Message("Up"),
    "down": Message("Down"),
    "shift": Message("Shift"),
}
_SIGNS = {"question_mark": "?", "slash": "/", "ampersand": "&", "quotation_mark": '"', "apostrophe": "'"}
_ARROWS = ("left", "right", "up", "down")


def key_name(key: str, catalog: Catalog, glyphs: Glyphs) -> str:
    """`ctrl+f` → `Ctrl+F`, `question_mark` → `?`, `escape` → `Esc` or `Échap`."""
    parts = [_one(part, catalog, glyphs) for part in key.split("+")]
    if len(parts) > 1:
        parts = [part.upper() if len(part) == 1 else part for part in parts]
    return "+".join(parts)


def keys_name(keys: tuple[str, ...], catalog: Catalog, glyphs: Glyphs) -> str:
    """Several keys side by side: `← →`."""
    return " ".join(key_name(key, catalog, glyphs) for key in keys)


def _one(part: str, catalog: Catalog, glyphs: Glyphs) -> str:
    if part == "ctrl":
        return "Ctrl"
    if part in _ARROWS and glyphs.arrows:
        return glyphs.arrows[_ARROWS.index(part)]
    if part in _NAMES:
        return catalog.render(_NAMES[part])
    if part in _SIGNS:
        return _SIGNS[part]
    return part.upper() if part[0] == "f" and part[1:].isdigit() else part
