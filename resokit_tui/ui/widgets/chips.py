"""Words or things that hang on a record: shown as chips, added by typing, with completion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from resokit_tui.core.text import clean, fold
from resokit_tui.ui.commands import bindings
from resokit_tui.ui.glyphs import Glyphs
from resokit_tui.ui.widgets.field import Field

TYPED = "-typed"
"""Behind the id of the chips: the id of the field one types in."""
_MOST = 3


class Offer(NamedTuple):
    """Something that can be added: what is kept, what is shown, and what sort of thing it is."""

    key: str
    label: str
    sort: str = ""


class ChipField(Field):
    """The field: Enter adds what is typed, or goes on when it is empty; Backspace in an empty field takes one away."""

    BINDINGS = bindings("chips")


class Chips(Vertical):
    """Chips above a field. With `free` what is typed may be new; else it is one of the offers."""

    DEFAULT_CSS: ClassVar[str] = """
    Chips { height: auto; width: 1fr; }
    Chips .chips-kept { height: auto; padding: 0 1; }
    Chips .chips-hint { height: auto; padding: 0 2; color: $ink-soft; }
    """

    class Changed(Message):
        """A chip was added or taken away."""

    def __init__(
        self,
        glyphs: Glyphs,
        offers: Callable[[], Sequence[Offer]],
        *,
        id: str,
        free: bool = False,
        like: Callable[[str], str] = lambda _: "",
        nothing: str = "",
    ) -> None:
        """`like` says what to tell of a new word, such as that there is a similar one; `nothing` when none is found."""
        super().__init__(id=id)
        self.glyphs, self.free, self.like, self.nothing = glyphs, free, like, nothing
        self._find_offers = offers
        self._offers: Sequence[Offer] | None = None
        self._at = 0
        self.keys: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The chips, the field, and what it would add."""
        yield Static(classes="chips-kept", markup=False)
        yield ChipField(id=f"{self.id}{TYPED}")
        yield Static(classes="chips-hint", markup=False)

    @property
    def field(self) -> ChipField:
        """Where one types."""
        return self.query_one(ChipField)

    def show(self, keys: Sequence[str]) -> None:
        """Shows these chips, and tells nobody."""
        self.keys = tuple(dict.fromkeys(key for key in keys if key))
        labels = {offer.key: offer.label for offer in self.offers}
        kept = self.query_one(".chips-kept", Static)
        kept.update("  ".join(f"[{labels.get(key, key)}]" for key in self.keys))
        kept.display = bool(self.keys)
        self._tell("")

    @property
    def offers(self) -> Sequence[Offer]:
        """Everything that can be added; asked once."""
        if self._offers is None:
            self._offers = self._find_offers()
        return self._offers

    def matches(self) -> list[Offer]:
        """What begins with the words that are typed, then what has them inside."""
        sought = fold(self.field.value.strip())
        if not sought:
            return []
        left = [(offer, fold(offer.label)) for offer in self.offers if offer.key not in self.keys]
        begin = [offer for offer, label in left if label.startswith(sought)]
        return begin + [offer for offer, label in left if sought in label and not label.startswith(sought)]

    def take_typed(self) -> None:
        """Adds what is typed."""
        typed, matches = " ".join(clean(self.field.value).split()), self.matches()
        same = next((each for each in matches if fold(each.label) == fold(typed)), None)
        chosen = same or (matches[self._at % len(matches)] if matches and (not self.free or self._at) else None)
        if chosen is not None:
            self._add(chosen.key)
        elif self.free and typed:
            told = self.like(typed)
            self._add(typed)
            self._tell(told)
        elif typed:
            self._tell(self.nothing)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows what Enter would add."""
        self._at = 0
        self._offer()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Adds; an empty field goes on."""
        if event.value.strip():
            event.stop()
            self.take_typed()

    def on_key(self, event: events.Key) -> None:
        """Backspace where nothing is typed takes the last chip away; up and down choose among what was found."""
        if event.key == "backspace" and not self.field.value and self.keys:
            event.stop()
            self.show(self.keys[:-1])
            self.post_message(self.Changed())
        elif event.key in ("down", "up") and self.matches():
            event.stop()
            self._at += 1 if event.key == "down" else -1
            self._offer()

    def _add(self, key: str) -> None:
        with self.field.prevent(Input.Changed):
            self.field.value = ""
        self.show((*self.keys, key))
        self.post_message(self.Changed())

    def _offer(self) -> None:
        matches = self.matches()
        shown = [matches[(self._at + n) % len(matches)] for n in range(min(_MOST, len(matches)))]
        words = [f"{offer.label} ({offer.sort})" if offer.sort else offer.label for offer in shown]
        pointer = self.glyphs.cursor if not self.free or self._at else self.glyphs.hint
        self._tell(f"{pointer} {f'  {self.glyphs.leader}  '.join(words)}" if words else "")

    def _tell(self, text: str) -> None:
        hint = self.query_one(".chips-hint", Static)
        hint.update(text)
        hint.display = bool(text)
        if text and self.field.has_focus:
            self.call_after_refresh(hint.scroll_visible, animate=False)
