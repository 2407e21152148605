"""The ten life domains, shared by roles and network, so that map and roles fit together (domain.md §6, §1.4)."""

from __future__ import annotations

from enum import StrEnum

from resokit_tui.core.i18n import Message


class LifeDomain(StrEnum):
    """A part of life in which people have roles and contacts; the order is the order round the inclusion web."""

    FAMILY = "family"
    FRIENDS = "friends"
    HOME = "home"
    WORK = "work"
    LEARNING = "learning"
    LEISURE = "leisure"
    NEIGHBOURHOOD = "neighbourhood"
    MEANING = "meaning"
    ONLINE = "online"
    SERVICES = "services"


DOMAIN_NAMES = {
    LifeDomain.FAMILY: Message("Family"),
    LifeDomain.FRIENDS: Message("Friends"),
    LifeDomain.HOME: Message("Home"),
    LifeDomain.WORK: Message("Work"),
    LifeDomain.LEARNING: Message("Learning"),
    LifeDomain.LEISURE: Message("Leisure"),
    LifeDomain.NEIGHBOURHOOD: Message("Neighbourhood"),
    LifeDomain.MEANING: Message("Meaning and belief"),
    LifeDomain.ONLINE: Message("Online"),
    LifeDomain.SERVICES: Message("Care and services"),
}
