"""The list of commands: unique, typeable on a Belgian keyboard, without clashes, and in the reader's language."""

from __future__ import annotations

from collections import Counter

import pytest

from resokit_tui.core.i18n import Message, load_catalog
from resokit_tui.ui.commands import CHAINS, COMMANDS, TITLES, Command, bindings, of_scope
from resokit_tui.ui.glyphs import ASCII, RICH
from resokit_tui.ui.keys import key_name

MOVES = {"up", "down", "left", "right", "pageup", "pagedown", "home", "end"}
PLAIN = {"tab", "shift+tab", "enter", "space", "escape", "backspace", "delete", "question_mark", "slash"}
DIGITS = set("12345678")
AZERTY_DIGITS = {
    "ampersand",
    "é",
    "quotation_mark",
    "apostrophe",
    "left_parenthesis",
    "section_sign",
    "è",
    "exclamation_mark",
}
FUNCTION = {"f1", "f2", "f3", "f4", "f5", "f8", "f9", "f12"}
CONTROL = {f"ctrl+{letter}" for letter in "bdefgklnopqrstuvwxyz"}
LETTERS = set("abcdefghijklmnoprstuvwxyz") | set("ABCDEFGHIJKLMNOPRSTUVWXYZ")
SAFE = MOVES | PLAIN | DIGITS | AZERTY_DIGITS | FUNCTION | CONTROL | LETTERS
"""What arrives as itself from a Belgian AZERTY keyboard in any terminal; a lone `q` would quit by accident."""
TAKEN_IN_TEXT = {f"ctrl+{letter}" for letter in "adekuwxcvyz"}
"""Keys that a text field uses itself."""
ESCAPES = {"escape", "tab", "slash", "u"} | MOVES
"""Keys whose meaning what has the keyboard may narrow: arrows are its own, Esc leaves the innermost thing first,
`/` seeks in the page or list where there is one, in everything elsewhere, and `u` undoes what was done on a screen."""

bound = [command for command in COMMANDS if command.bound]


def test_ids_are_unique_and_every_scope_has_a_heading() -> None:
    assert not [id for id, count in Counter(command.id for command in COMMANDS).items() if count > 1]
    assert {command.scope for command in COMMANDS} <= set(TITLES)


@pytest.mark.parametrize("command", bound, ids=lambda command: command.id)
def test_keys_can_be_typed_on_a_belgian_keyboard(command: Command) -> None:
    assert set(command.shown_keys) <= SAFE
    assert not set(command.shown_keys) & TAKEN_IN_TEXT or command.scope not in ("app", "answer", "writing")


def test_a_digit_always_comes_with_the_key_an_azerty_keyboard_gives() -> None:
    for command in bound:
        digits = [key for key in command.shown_keys if key in DIGITS]
        assert len(digits) == len([key for key in command.shown_keys if key in AZERTY_DIGITS]), command.id


def test_every_scope_is_in_a_chain_so_that_clashes_are_seen() -> None:
    chained = {scope for chain in CHAINS for scope in chain}
    assert {command.scope for command in bound} - {"app"} <= chained


@pytest.mark.parametrize("chain", CHAINS, ids="-".join)
def test_no_key_means_two_things_at_once(chain: tuple[str, ...]) -> None:
    meanings: dict[str, str] = {}
    for scope in (*chain, "app"):
        for command in of_scope(scope):
            for key in command.shown_keys if command.bound else ():
                if key in meanings and key not in ESCAPES:
                    assert meanings[key].rpartition(".")[0] != scope, f"{key}: {meanings[key]} and {command.id}"
                    pytest.fail(f"{key}: {meanings[key]} and {command.id}")
                meanings.setdefault(key, command.id)


def test_everything_with_a_key_can_be_remapped() -> None:
    from textual.binding import Binding

    for scope in {command.scope for command in bound}:
        for binding in bindings(scope):
            assert isinstance(binding, Binding)
            assert binding.id


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_every_word_exists_in_dutch_and_french(language: str) -> None:
    translations = load_catalog(language).translations
    messages: list[Message] = [*TITLES.values()]
    for command in COMMANDS:
        messages += [command.label, command.help]
    known = getattr(translations, "_catalog", {})
    missing = {message.msgid for message in messages if message.msgid not in known}
    assert not missing


@pytest.mark.parametrize("language", ["nl", "fr"])
@pytest.mark.parametrize("scope", sorted({scope for chain in CHAINS for scope in chain}))
def test_footer_words_are_short(language: str, scope: str) -> None:
    catalog = load_catalog(language)
    for command in of_scope(scope):
        if command.footer:
            assert len(catalog.render(command.label)) <= 22, command.id


def test_keys_are_named_as_on_the_keyboard() -> None:
    dutch, french = load_catalog("nl"), load_catalog("fr")
    assert key_name("ctrl+f", dutch, RICH) == "Ctrl+F"
    assert key_name("question_mark", dutch, RICH) == "?"
    assert key_name("f9", dutch, RICH) == "F9"
    assert key_name("left", dutch, RICH) == "←"
    assert key_name("left", dutch, ASCII) == "Links"
    assert key_name("escape", french, RICH) == "Échap"
