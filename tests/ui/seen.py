"""Reads the screen as a person would: rows of text."""

from __future__ import annotations

import asyncio
from typing import Any

from textual.app import App
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

_FRAMES = {ord(char): " " for char in "▊▎▔▁▌▐█"}


def rows(app: App[Any]) -> list[str]:
    """The rows on the screen now, without the spaces at their end."""
    update = app.screen._compositor.render_update(full=True)
    strips = getattr(update, "strips")  # noqa: B009 (only the full update has them)
    return ["".join(segment.text for part in strip for segment in part).rstrip() for strip in strips]


def text(app: App[Any]) -> str:
    """Everything on the screen now."""
    return "\n".join(rows(app))


def sentence(app: App[Any]) -> str:
    """Everything on the screen as running text: frames and line ends of dialogs do not count."""
    return " ".join(text(app).translate(_FRAMES).split())


async def settle(pilot: Pilot[Any]) -> None:
    """Waits until background work is done and shown, or was called off."""
    quiet = 0
    for _ in range(1000):
        await pilot.pause()
        # A message may still be on its way to the widget that starts the work: one quiet look is not enough.
        quiet = quiet + 1 if all(worker.is_finished for worker in pilot.app.workers) else 0
        if quiet == 3:
            return
        await asyncio.sleep(0.01)


async def press_at_once(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys without a breath between them: `Pilot.press` waits 40 ms after each, and under load a second."""
    for key in keys:
        pilot.app.post_message(Key(key, None))
    await pilot.pause()


async def type_text(pilot: Pilot[Any], words: str) -> None:
    """Types without a breath between two keys."""
    for char in words:
        pilot.app.post_message(Key(char if char.isalnum() else _character_to_key(char), char))
    await pilot.pause()
