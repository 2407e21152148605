"""Where the app is."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.app import App
from textual.screen import Screen

S = TypeVar("S", bound=Screen[Any])


def at(app: App[Any], kind: type[Screen[Any]]) -> bool:
    """Whether this screen is in front. Not `isinstance`: a type checker would take one look for the whole test."""
    return isinstance(app.screen, kind)


def here(app: App[Any], kind: type[S]) -> S:
    """The screen in front, which must be of this kind."""
    assert isinstance(app.screen, kind)
    return app.screen
