"""Laws of the network map: nothing overlaps, nobody is missing, everybody stands where they belong."""

from __future__ import annotations

import math
import random

import pytest
from rich.cells import cell_len

from resokit_tui.casework.network import Contact, Ring
from resokit_tui.casework.network_layout import (
    Box,
    Drawing,
    Item,
    Medium,
    Words,
    domain_counts,
    fit,
    network_items,
    network_map,
    sector_starts,
    shared_starts,
    shorten,
)
from resokit_tui.core.domains import LifeDomain
from tests.networks import contact, network

SIZES = (0, 1, 3, 8, 25, 60, 200)
PAPER = Medium(160, 36, lambda text: math.ceil(cell_len(text) * 1.9), cell_ratio=2.6, letter=1.9)
MEDIA = {
    "80 x 21": Medium(80, 21, cell_len),
    "wide": Medium(81, 33, cell_len),
    "half": Medium(39, 15, cell_len),
    "paper": PAPER,
    "tiny": Medium(20, 7, cell_len),
}
RINGS = ("kern", "dichtbij", "bekend", "van zien")


def words(contacts: list[Contact], medium: Medium) -> Words:
    """Names at the rim with their counts, short on a narrow map, none on a tiny one."""
    counts = domain_counts(contacts)
    names = [f"{domain or 'geen':.4} {n}" for domain, n in counts.items()]
    if medium.columns < 30:
        return Words(("",) * len(names))
    return Words(tuple(names), RINGS if medium.columns > 60 else ("",) * 4, "ik")


def sign(contact: Contact) -> str:
    return "○" if contact.paid else "●"


def drawn(contacts: list[Contact], medium: Medium) -> Drawing:
    return network_map(contacts, medium, words(contacts, medium), sign)


def overlaps(drawing: Drawing, medium: Medium) -> list[str]:
    """Every cell that two things want, and everything outside the medium."""
    taken: dict[tuple[int, int], str] = {}
    wrong = []
    texts = [(t.text, t.column, t.row, medium.measure(t.text)) for t in (*drawing.rim, *drawing.rings, drawing.middle)]
    for text, column, row, width in [*texts, *((p.text, p.column, p.row, p.width) for p in drawing.placed)]:
        for cell in range(column, column + width):
            if (cell, row) in taken or not (0 <= cell < medium.columns and 0 <= row < medium.rows):
                wrong.append(f"{text} at {cell},{row} over {taken.get((cell, row), 'the edge')}")
            taken[cell, row] = text
    return wrong


@pytest.mark.parametrize("medium", MEDIA.values(), ids=MEDIA)
@pytest.mark.parametrize("number", SIZES)
class TestLaws:
    def test_nothing_overlaps_and_nothing_leaves_the_medium(self, number: int, medium: Medium) -> None:
        assert overlaps(drawn(network(number), medium), medium) == []

    def test_nobody_is_missing_or_twice(self, number: int, medium: Medium) -> None:
        contacts = network(number)
        drawing = drawn(contacts, medium)
        keys = [key for placed in drawing.placed for key in placed.keys] + list(drawing.hidden)
        assert sorted(keys) == sorted(contact.id for contact in contacts)

    def test_every_marker_stands_in_its_ring_and_sector(self, number: int, medium: Medium) -> None:
        contacts = network(number)
        items = {item.key: item for item in network_items(contacts, sign)}
        drawing = drawn(contacts, medium)
        for placed in drawing.placed:
            for key in placed.keys:
                assert (items[key].ring, items[key].sector) == (placed.ring, placed.sector)
            assert drawing.geometry.ring(placed.column, placed.row) == placed.ring
            assert drawing.geometry.sector(placed.theta) == placed.sector
            assert drawing.geometry.grid(placed.rho, placed.theta) == pytest.approx((placed.column, placed.row))

    def test_the_order_in_which_contacts_come_makes_no_difference(self, number: int, medium: Medium) -> None:
        contacts = network(number)
        shuffled = random.Random(number).sample(contacts, number)
        assert drawn(shuffled, medium) == drawn(contacts, medium)

    def test_everybody_is_reached_one_after_the_other(self, number: int, medium: Medium) -> None:
        drawing = drawn(network(number), medium)
        key, reached = "", []
        for _ in drawing.placed:
            key = drawing.following(key, 1)
            reached.append(key)
        assert sorted(reached) == sorted(placed.keys[0] for placed in drawing.placed)
        assert not reached or drawing.following(key, 1) == reached[0]
        assert not reached or drawing.following(reached[0], -1) == key


@pytest.mark.parametrize("number", [8, 25])
def test_up_to_25_contacts_have_their_names_at_80_columns(number: int) -> None:
    drawing = drawn(network(number), MEDIA["80 x 21"])
    assert len([placed for placed in drawing.placed if placed.text and not placed.cluster]) == number


def test_200_contacts_become_counts_and_no_map_is_too_small() -> None:
    drawing = drawn(network(200), MEDIA["80 x 21"])
    assert any(placed.cluster and len(placed.keys) > 1 for placed in drawing.placed)
    assert drawing.hidden == ()
    assert len(drawn(network(60), Medium(4, 3, cell_len)).hidden) > 0


def test_names_off_leaves_every_contact_a_sign() -> None:
    contacts = network(25)
    medium = MEDIA["80 x 21"]
    drawing = network_map(contacts, medium, words(contacts, medium), sign, names=False)
    assert [placed.text for placed in drawing.placed] == [""] * 25
    assert all(placed.sign for placed in drawing.placed)


def test_only_those_who_are_asked_for_have_a_name() -> None:
    contacts, medium = network(60), MEDIA["half"]
    only = {contacts[5].id, contacts[9].id}
    drawing = network_map(contacts, medium, words(contacts, medium), sign, only=only)
    named = {key for placed in drawing.placed if placed.text and not placed.cluster for key in placed.keys}
    assert named == only


def test_a_reserved_corner_stays_clear() -> None:
    contacts, medium = network(60), MEDIA["80 x 21"]
    box = Box(0, 0, 14, 3)
    drawing = network_map(contacts, medium, words(contacts, medium), sign, reserved=[box])
    for placed in (*drawing.rim, *drawing.rings):
        assert not (placed.row < 3 and placed.column < 14), placed.text
    for each in drawing.placed:
        assert not (each.row < 3 and each.column < 14)


def test_an_empty_domain_keeps_a_part_of_the_circle() -> None:
    starts = sector_starts([200, *[0] * 9])
    widths = [b - a for a, b in zip(starts, [*starts[1:], math.tau], strict=True)]
    assert min(widths) >= math.radians(16)
    assert sum(widths) == pytest.approx(math.tau)


def test_two_moments_share_their_sectors_also_when_one_has_contacts_without_a_domain() -> None:
    before, after = [contact("Guy", domain=LifeDomain.FAMILY)], [contact("Salma")]
    starts = shared_starts(before, after)
    assert len(starts) == len(domain_counts(after)) == 11
    assert starts == shared_starts(after, before)


def test_an_arrow_goes_to_the_nearest_in_its_direction() -> None:
    places = [("here", 2, 2), ("right", 2, 1), ("left", 2, 7), ("up", 4, 0)]
    items = [Item(key, key, ring, sector) for key, ring, sector in places]
    drawing = fit(items, MEDIA["80 x 21"], Words(("",) * 10))
    by_key = {placed.keys[0]: placed for placed in drawing.placed}
    assert by_key["left"].column < by_key["here"].column
    assert drawing.neighbour("left", 1, 0) != "left"
    assert drawing.neighbour("here", -1, 0) == "left"
    assert drawing.neighbour("up", 0, -1) == "up"
    assert drawing.neighbour("nobody", 1, 0) in by_key


@pytest.mark.parametrize(
    ("label", "width", "expected"),
    [
        ("Guy", 3, "Guy"),
        ("Meneer Van den Broeck", 18, "Van den Broeck"),
        ("Mevrouw met de teckel", 18, "Mevrouw met de…"),
        ("Madame Öztürk", 8, "Öztürk"),
        ("Sociale dienst", 8, "Sociale…"),
        ("محمد الإدريسي", 9, "محمد الإ…"),
        ("美玲田中さん", 7, "美玲田…"),
        ("E\u0301le\u0301onore", 4, "E\u0301le\u0301…"),
        ("👩\u200d👧 familie", 2, "…"),
        ("", 3, ""),
    ],
)
def test_a_name_becomes_shorter_without_losing_its_sense(label: str, width: int, expected: str) -> None:
    shown = shorten(label, width, cell_len)
    assert shown == expected
    assert cell_len(shown) <= width


def test_a_layout_in_a_traceback_tells_no_name() -> None:
    contacts = [contact("Marie-Louise", domain=LifeDomain.FAMILY, ring=Ring.CORE)]
    drawing = drawn(contacts, MEDIA["80 x 21"])
    items = network_items(contacts, sign)
    assert "Marie" not in f"{drawing!r} {items!r} {drawing.placed!r}"
