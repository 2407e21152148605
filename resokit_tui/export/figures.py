"""Pictures of a document, as data: what they show, and in `says` what they say to who cannot see them.

The drawing is the paper's. Linear text and Markdown give `says`; a table or a list beside the picture holds the rest.
"""

from __future__ import annotations

from resokit_tui.casework.network import ContactKind, Ring
from resokit_tui.casework.plan import ActionStatus
from resokit_tui.core.domains import LifeDomain
from resokit_tui.export.neutral import Neutral


class WebPoint(Neutral, frozen=True):
    """Somebody or some place in the web; without a `name` only the sign is drawn."""

    name: str
    kind: ContactKind
    ring: Ring
    domain: LifeDomain | None = None
    paid: bool = False
    is_new: bool = False
    """Whether it was not there, or not there yet, in the moment before."""


class WebMoment(Neutral, frozen=True):
    """The web at one moment; `title` tells which, and is empty when there is only one."""

    title: str
    points: tuple[WebPoint, ...]


class Web(Neutral, frozen=True):
    """The inclusion web at one moment or two: rings round the person, sectors for the parts of life."""

    moments: tuple[WebMoment, ...]
    centre: str
    """Who stands in the middle."""
    domains: tuple[tuple[LifeDomain, str], ...]
    """The parts of life in their order round the web, each with its word."""
    rings: tuple[tuple[Ring, str], ...]
    says: str
    unpaid: str
    """The word for a filled sign."""
    paid: str
    """The word for an open sign."""
    kinds: tuple[tuple[ContactKind, str], ...] = ()
    """The word for each kind of sign; those that do not occur may be among them."""
    new: str = ""
    """The word for a `+` before a name."""
    elsewhere: str = ""
    """The word for the sector of those without a part of life."""


class StarMoment(Neutral, frozen=True):
    """How it stood at one moment: a step 1–5 per axis, `None` where nothing was said."""

    title: str
    steps: tuple[int | None, ...]


class Star(Neutral, frozen=True):
    """Quality of life: axes with five steps, at the start and now. Never added up."""

    axes: tuple[str, ...]
    steps: tuple[str, ...]
    """The words of the steps 1–5."""
    moments: tuple[StarMoment, ...]
    says: str


class TimelineStep(Neutral, frozen=True):
    """A step on the line; `day` and `stand` are words."""

    title: str
    day: str
    stand: str
    status: ActionStatus


class Timeline(Neutral, frozen=True):
    """The steps in the order of their days, numbered from 1 as in the table under it."""

    steps: tuple[TimelineStep, ...]
    says: str
