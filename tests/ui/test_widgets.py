from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets.option_list import Option

from resokit_tui.ui.glyphs import ASCII, RICH, Glyphs
from resokit_tui.ui.themes import THEMES, colours
from resokit_tui.ui.widgets.canvas import Canvas, fit, pad, shorten, wrap
from resokit_tui.ui.widgets.choice import Choice, ChoiceStep
from resokit_tui.ui.widgets.key_line import Hint, fitting
from resokit_tui.ui.widgets.pointer_list import PointerList, heading
from resokit_tui.ui.widgets.tick import Tick
from tests.ui.seen import rows

COLOURS = colours("resokit-light")


def test_a_wide_character_takes_two_cells_and_a_mark_none() -> None:
    canvas = Canvas(8, 1)
    end = canvas.put(0, 0, "日e\u0301!", tag="here")
    assert end == 4
    strip = canvas.strip(0, COLOURS)
    assert strip.text.startswith("日e\u0301!")
    assert cell_len(strip.text) == strip.cell_length == 8
    assert {x for x, _ in canvas.hits} == {0, 1, 2, 3}


@given(st.text(), st.integers(-3, 12))
def test_whatever_is_drawn_a_row_keeps_its_width(text: str, x: int) -> None:
    canvas = Canvas(10, 1)
    canvas.put(x, 0, text.replace("\n", " "))
    assert canvas.strip(0, COLOURS).cell_length == 10


@given(st.text(alphabet="ab 日é"), st.integers(2, 12))
def test_wrapping_keeps_every_word_within_the_width(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    assert all(cell_len(row) <= width for row in wrapped)
    assert "".join(wrapped).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet="ab 日é"), st.integers(1, 12))
def test_cutting_and_filling_hit_the_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) <= width
    assert cell_len(pad(text, width)) == width
    assert cell_len(shorten(text, width)) <= width
    assert shorten(text, width) == text or shorten(text, width).endswith("…")


@pytest.mark.parametrize("glyphs", [RICH, ASCII], ids=["symbols", "ascii"])
def test_every_symbol_is_one_cell(glyphs: Glyphs) -> None:
    for name, value in msgspec.structs.asdict(glyphs).items():
        if isinstance(value, str):
            assert all(cell_len(char) == 1 for char in value), name
    plain = msgspec.structs.asdict(ASCII).values()
    assert all(ord(char) < 128 for value in plain if isinstance(value, str) for char in value)


def test_keys_that_do_not_fit_go_from_the_end_but_never_the_first_or_help() -> None:
    hints = [Hint(f"x.{n}", "k", "Key", "does something") for n in range(3)]
    hints += [Hint("app.help", "f1", "F1", "help"), Hint("app.curtain", "f9", "F9", "curtain")]
    kept = [hint.command for hint in fitting(hints, 30)]
    assert kept == ["x.0", "app.help"]
    assert fitting(hints, 200) == hints


class Bench(App[None]):
    """A list, a tick and a choice."""

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = "resokit-light"

    def compose(self) -> ComposeResult:
        yield PointerList(RICH, heading("GROUP"), Option("one", id="a"), Option("two", id="b"), id="list")
        yield Tick("agree")
        yield Choice([ChoiceStep(0, 0, "not yet"), ChoiceStep(1, 1, "begins")], RICH, id="choice")

    def on_mount(self) -> None:
        self.query_one("#list").styles.height = 4


async def test_the_row_under_the_cursor_has_a_pointer_and_text_lines_up() -> None:
    app = Bench()
    async with app.run_test(size=(40, 12)) as pilot:
        app.query_one(PointerList).focus()
        await pilot.press("home")
        shown = rows(app)
        assert shown[:3] == ["   GROUP", " ► one", "   two"]
        await pilot.press("down")
        assert rows(app)[1:3] == ["   one", " ► two"]
        app.query_one(PointerList).show([heading("GROUP"), Option("zero", id="z"), Option("two", id="b")])
        await pilot.pause()
        assert rows(app)[2] == " ► two"


async def test_a_tick_tells_its_state_by_a_sign() -> None:
    app = Bench()
    async with app.run_test(size=(40, 12)) as pilot:
        assert any("[ ] agree" in row for row in rows(app))
        app.query_one(Tick).focus()
        await pilot.press("space")
        assert any("[x] agree" in row for row in rows(app))


async def test_a_choice_begins_with_none_and_points_at_the_one_that_holds() -> None:
    app = Bench()
    async with app.run_test(size=(70, 12)) as pilot:
        assert [choice.value for choice in app.query(Choice)] == [None]
        app.query_one(Choice).focus()
        await pilot.press("right", "right", "right")
        assert [choice.value for choice in app.query(Choice)] == [1]
        assert any("► ◐ begins" in row for row in rows(app))
