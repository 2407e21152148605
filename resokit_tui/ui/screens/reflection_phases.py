"""The six phases of a reflection, each as one screenful: which fields stand in it, and how they stand together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Static, TextArea

from resokit_tui.casework.reflection import REFLECTION_QUESTIONS
from resokit_tui.core.i18n import Message
from resokit_tui.method.page import PageKind
from resokit_tui.ui.screens.writing import labelled
from resokit_tui.ui.services import Services
from resokit_tui.ui.widgets.field import Field
from resokit_tui.ui.widgets.option_row import OptionRow
from resokit_tui.ui.widgets.tick_list import TickList

WAYS = 3
"""Room for so many other ways."""
FOR_ONESELF, FOR_INTERVISION = "", "intervision"

_HEADINGS = {name: heading for name, heading, _ in REFLECTION_QUESTIONS}
_QUESTIONS = {name: question for name, _, question in REFLECTION_QUESTIONS}


def way_fields(number: int) -> tuple[str, str, str]:
    """Ids of the three fields of one other way: the way, what speaks for it, what against."""
    return f"way{number}", f"for{number}", f"against{number}"


def area(name: str, classes: str = "") -> TextArea:
    """A field of text."""
    return TextArea(id=name, soft_wrap=True, highlight_cursor_line=False, classes=classes)


def _asked(services: Services, *names: str, one_row: str = "") -> ComposeResult:
    for name in names:
        field = area(name, "one-row" if name == one_row else "")
        yield from labelled(services.catalog.render(_HEADINGS[name]), services.catalog.render(_QUESTIONS[name]), field)


def situation(services: Services) -> ComposeResult:
    """STARR: the moment, the situation, my task, what I did, what came of it."""
    yield from _asked(services, "moment", "situation", "task", "action", "result", one_row="moment")


def looking_back(services: Services) -> ComposeResult:
    """Me and the other side by side, so that the difference shows; the surroundings below."""
    catalog = services.catalog
    with Horizontal(classes="both"):
        for name in ("looking_back", "other"):
            with Vertical(classes="half"):
                yield Static(catalog.render(_HEADINGS[name]), classes="label", markup=False)
                yield Static(catalog.render(_QUESTIONS[name]), classes="hint", markup=False)
                yield area(name, "tall")
    yield from _asked(services, "surroundings")


def core(services: Services) -> ComposeResult:
    """Which conditions and skills it touches, with the questions of the page under the cursor, and what it comes to."""
    catalog, method = services.catalog, services.method
    groups = [
        (catalog("Condition under pressure"), [(p.id, p.short) for p in method.of_kind(PageKind.CONDITION)]),
        (catalog("Skill I used"), [(p.id, p.short) for p in method.of_kind(PageKind.SKILL)]),
    ]
    with Horizontal(id="core-columns"):
        yield TickList(services.glyphs, groups, id="themes")
        with Vertical(id="core-side"):
            with VerticalScroll(id="page-box", can_focus=False):
                yield Static(id="page-questions")
            yield Static(catalog.render(_HEADINGS["core"]), classes="label", markup=False)
            yield Static(catalog.render(_QUESTIONS["core"]), classes="hint", markup=False)
            yield area("core")


def other_ways(services: Services) -> ComposeResult:
    """At least two other ways, with what speaks for and against each."""
    catalog = services.catalog
    with Horizontal(classes="ways-head"):
        for words in (catalog("Another way"), catalog("What speaks for it"), catalog("What against it")):
            yield Static(words, classes="label", markup=False)
    for number in range(1, WAYS + 1):
        with Horizontal(classes="way"):
            for name in way_fields(number):
                yield area(name)


def three_checks(services: Services) -> ComposeResult:
    """The three dimensions, and whether it goes to an intervision."""
    yield from _asked(services, "technical", "normative", "personal")
    options = [
        (FOR_ONESELF, services.catalog("for myself")),
        (FOR_INTERVISION, services.catalog("also for an intervision")),
    ]
    yield from labelled(services.catalog("Meant"), "", OptionRow(services.glyphs, options, "", id="meant"))
    with Vertical(id="to-the-group"):
        yield from _asked(services, "group_question")


def resolve(services: Services) -> ComposeResult:
    """What to try, by what it shows, and by when: with a day it becomes a step."""
    yield from _asked(services, "resolve", "resolve_sign")
    with Vertical(id="day-box"):
        hint = services.catalog("With a day it becomes a step on your agenda.")
        yield from labelled(services.catalog("By when"), hint, Field(id="when"))
        yield Static(id="understood", markup=False)


PHASES: tuple[tuple[str, Message, Callable[[Services], ComposeResult], Message], ...] = (
    ("moments", Message("Situation"), situation, Message("Tell what you would have seen on film.")),
    (
        "back",
        Message("Looking back"),
        looking_back,
        Message("What the other thought or felt stays a guess until you ask."),
    ),
    ("kernel", Message("Core"), core, Message("Tick what was under pressure, and what you did with it.")),
    ("ways", Message("Other ways"), other_ways, Message("Two other ways at least: then there is something to choose.")),
    ("checks", Message("Weighing up"), three_checks, Message("Three looks at the same moment.")),
    ("onward", Message("Resolve"), resolve, Message("Small, and soon enough to notice it.")),
)
"""Id, name, fields and advice of each phase, in their order."""


def names(services: Services) -> Iterator[str]:
    """The names of the phases in the reader's language."""
    return (services.catalog.render(name) for _, name, _, _ in PHASES)
