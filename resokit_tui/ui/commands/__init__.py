"""The one list of commands. It feeds bindings, footer, palette, help and `resokit keys`."""

from __future__ import annotations

from textual.binding import BindingType

from resokit_tui.core.i18n import Message
from resokit_tui.ui.commands import (
    casework,
    closing,
    finding,
    forms,
    general,
    guide,
    history,
    ideas,
    judging,
    keeping,
    method,
    network,
    notes,
    paper,
    reading,
    reflecting,
    steps,
)
from resokit_tui.ui.commands.command import Command

__all__ = ["CHAINS", "COMMANDS", "TITLES", "Command", "bindings", "command", "of_scope", "textual_word"]

COMMANDS: tuple[Command, ...] = (
    *general.COMMANDS,
    *finding.COMMANDS,
    *guide.COMMANDS,
    *method.COMMANDS,
    *reading.COMMANDS,
    *casework.COMMANDS,
    *ideas.COMMANDS,
    *reflecting.COMMANDS,
    *closing.COMMANDS,
    *network.COMMANDS,
    *paper.COMMANDS,
    *forms.COMMANDS,
    *history.COMMANDS,
    *steps.COMMANDS,
    *notes.COMMANDS,
    *judging.COMMANDS,
    *keeping.COMMANDS,
)
TITLES: dict[str, Message] = {
    **general.TITLES,
    **finding.TITLES,
    **guide.TITLES,
    **method.TITLES,
    **reading.TITLES,
    **casework.TITLES,
    **ideas.TITLES,
    **reflecting.TITLES,
    **closing.TITLES,
    **network.TITLES,
    **paper.TITLES,
    **forms.TITLES,
    **history.TITLES,
    **steps.TITLES,
    **notes.TITLES,
    **judging.TITLES,
    **keeping.TITLES,
}
"""Scope → heading in help."""
CHAINS: tuple[tuple[str, ...], ...] = (
    *general.CHAINS,
    *finding.CHAINS,
    *guide.CHAINS,
    *method.CHAINS,
    *reading.CHAINS,
    *casework.CHAINS,
    *ideas.CHAINS,
    *reflecting.CHAINS,
    *closing.CHAINS,
    *network.CHAINS,
    *paper.CHAINS,
    *forms.CHAINS,
    *history.CHAINS,
    *steps.CHAINS,
    *notes.CHAINS,
    *judging.CHAINS,
    *keeping.CHAINS,
)
"""Scopes that are active together, from the keyboard outward, without `app`."""

_BY_ID = {each.id: each for each in COMMANDS}
_TEXT_WORDS = {each.action: each.label for each in COMMANDS if not each.bound}


def command(id: str) -> Command:
    """One command by its id. Raises `KeyError`."""
    return _BY_ID[id]


def of_scope(scope: str) -> tuple[Command, ...]:
    """The commands of one scope, in the order of the list."""
    return tuple(each for each in COMMANDS if each.scope == scope)


def bindings(scope: str) -> list[BindingType]:
    """What the screen or widget that carries this scope puts in its `BINDINGS`."""
    return [each.binding() for each in of_scope(scope) if each.keys and each.bound]


def textual_word(action: str) -> Message | None:
    """Our word for one of Textual's own actions in a text field; the others are never shown."""
    return _TEXT_WORDS.get(action)
