"""No English on a Dutch or French screen: not ours, and not what Textual brings along."""

from __future__ import annotations

import re

import pytest

from resokit_tui.ui.app import ResokitApp
from resokit_tui.ui.screens.reader import ReaderScreen
from resokit_tui.ui.screens.wayfinder import WayfinderScreen
from tests.ui.conftest import MakeServices, make_services, practising
from tests.ui.seen import settle, text

__all__ = ["make_services", "practising"]

ENGLISH = re.compile(
    r"\b(the|and|with|your|you|not|this|that|what|where|which|search|commands?|found|matches|press|quit|close|open|save[d]?"
    r"|focus|next|previous|select(ed)?|copy|help|palette|theme|screen(shot)?|maximize|keys?|show|hide|answer|question"
    r"|step|skill [a-z]|here|under way|done|firm|begins|grows|yes|cancel|loading|must be|submit|move cursor)\b",
    re.IGNORECASE,
)
SHARED = {"nl": {"open", "help", "skill", "step", "begins"}, "fr": {"question", "questions", "note", "focus"}}
"""Words that are Dutch or French as well."""
WALK = ("question_mark", "escape", "ctrl+p", "escape", "l", "l", "tab")
READ = ("right", "enter", "escape", "right", "right", "s", "h", "escape", "question_mark", "end", "escape")


def english(shown: str, language: str) -> set[str]:
    found = {match.group(0).lower() for match in ENGLISH.finditer(shown)}
    return found - SHARED[language]


def test_the_list_itself_sees_english() -> None:
    assert english("Search for commands…", "nl")
    assert english("No matches found", "fr")


@pytest.mark.parametrize("language", ["nl", "fr"])
async def test_no_english_is_seen_on_the_way_through_the_method(practising: MakeServices, language: str) -> None:
    app = ResokitApp(practising(language=language), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in ("", *WALK):
            await pilot.press(*([key] if key else []))
            await pilot.pause()
            assert not english(text(app), language), key
        await app.push_screen(ReaderScreen(app.services, app.services.method.page("condition.trust")))
        await settle(pilot)
        for key in ("", *READ):
            await pilot.press(*([key] if key else []))
            await settle(pilot)
            assert not english(text(app), language), key


@pytest.mark.parametrize("language", ["nl", "fr"])
async def test_every_active_binding_is_described_in_the_readers_language(
    practising: MakeServices,
    language: str,
) -> None:
    app = ResokitApp(practising(language=language), first=WayfinderScreen)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(ReaderScreen(app.services, app.services.method.page("condition.trust")))
        await settle(pilot)
        await pilot.press("right", "enter")
        await settle(pilot)
        for key, active in app.screen.active_bindings.items():
            assert not english(active.binding.description, language), key
            assert not active.tooltip
