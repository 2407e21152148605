"""What the map shows in sentences, and what changed between two moments."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from resokit_tui.casework.network import Contact, ContactKind, DoorOpening, Frequency, Ring, Support
from resokit_tui.casework.network_moments import Movement, changes, told
from resokit_tui.casework.network_sentences import findings
from resokit_tui.core.domains import LifeDomain
from resokit_tui.core.i18n import Message, load_catalog
from tests.networks import contact, network

DUTCH = load_catalog("nl")
GUY = contact("Guy", id="guy", domain=LifeDomain.FAMILY, ring=Ring.CLOSE, receives=(Support.PRACTICAL,))
NADIA = contact("Nadia", id="nadia", domain=LifeDomain.SERVICES, paid=True, receives=(Support.COMPANY,))
SALMA = contact("Salma", id="salma", domain=LifeDomain.NEIGHBOURHOOD, ring=Ring.BY_SIGHT, gives=(Support.PRACTICAL,))
MINOU = contact("Minou", id="minou", kind=ContactKind.ANIMAL, ring=Ring.CORE, domain=LifeDomain.HOME)


def say(*contacts: Contact, names: bool = True) -> dict[str, str]:
    """Sentence by its id, in Dutch."""
    return {each.id: DUTCH.render(each.text) for each in findings(contacts, "Marie-Louise", names=names)}


def about(*contacts: Contact) -> dict[str, set[str]]:
    return {each.id: set(each.about) for each in findings(contacts, "Marie-Louise")}


def test_unpaid_people_of_all_people_come_first_and_animals_are_no_people() -> None:
    found = say(GUY, NADIA, SALMA, MINOU)
    assert next(iter(found)) == "unpaid"
    assert found["unpaid"] == "2 van de 3 mensen worden niet betaald: Guy en Salma."
    assert say(GUY, NADIA)["unpaid"] == "1 van de 2 mensen wordt niet betaald: Guy."
    assert say(MINOU)["unpaid"] == "Er staan nog geen mensen op de kaart."
    assert about(GUY, NADIA, SALMA, MINOU)["unpaid"] == {"guy", "salma"}


def test_an_empty_core_and_one_with_only_an_animal_are_told() -> None:
    assert say(GUY)["core"] == "Niemand staat in de kern."
    assert say(GUY, MINOU)["core"] == "In de kern staat een dier, en geen mens: Minou."
    assert "core" not in say(contact("Lotte", ring=Ring.CORE), MINOU)


def test_empty_domains_are_named() -> None:
    assert say(GUY, NADIA, SALMA, MINOU)["empty"] == (
        "6 domeinen zijn leeg: vrienden, werk, leren, vrije tijd, zingeving en online."
    )
    everywhere = [contact(domain.value, domain=domain) for domain in LifeDomain]
    assert "empty" not in say(*everywhere)


def test_a_place_without_people_is_a_door_with_nobody_behind_it() -> None:
    spoel = contact("De Spoel", id="spoel", kind=ContactKind.PLACE, domain=LifeDomain.LEISURE)
    jef = contact("Jef", domain=LifeDomain.LEISURE)
    assert say(GUY, spoel)["places"] == "Op 1 plek is nog niemand gekend: De Spoel."
    assert about(GUY, spoel)["places"] == {"spoel"}
    assert "places" not in say(GUY, spoel, jef)
    paid = contact("Karima", domain=LifeDomain.LEISURE, paid=True)
    assert "places" in say(GUY, spoel, paid)
    nowhere = contact("Ergens", kind=ContactKind.PLACE)
    assert "places" in say(nowhere, contact("Iemand"))


def test_what_was_not_asked_is_unknown_and_not_nobody() -> None:
    quiet = [contact(name) for name in "abc"]
    found = say(GUY, *quiet)
    assert found["unknown"] == "Bij 3 van de 4 staat nog niet wat ze geven of krijgen."
    assert not any(id.startswith("support") or id == "balance" for id in found)


def test_each_support_that_nobody_only_paid_people_or_one_person_gives_is_told() -> None:
    found = say(GUY, NADIA, SALMA)
    assert found["support.emotional"] == "Emotionele steun komt van niemand."
    assert found["support.company"] == "Gezelligheid komt van één mens, en die wordt betaald: Nadia."
    assert found["support.practical"] == "Praktische hulp komt van één mens: Guy."
    more = contact("Ewa", id="ewa", paid=True, receives=(Support.COMPANY,))
    assert say(GUY, NADIA, more)["support.company"] == (
        "Gezelligheid komt alleen van mensen die betaald worden: Nadia en Ewa."
    )
    friend = contact("Irène", receives=(Support.COMPANY,))
    assert "support.company" not in say(GUY, NADIA, friend)


def test_one_contact_who_is_the_only_one_for_several_kinds_of_support_is_told_once() -> None:
    lotte = contact("Lotte", id="lotte", receives=(Support.EMOTIONAL, Support.ADVICE))
    found = say(GUY, lotte)
    assert found["depends"] == "Lotte is de enige voor emotionele steun en goede raad."
    assert "support.emotional" not in found
    assert "support.practical" in found
    assert about(GUY, lotte)["depends"] == {"lotte"}


def test_giving_and_taking_both_ways() -> None:
    friend = contact("Irène", id="irene", receives=(Support.COMPANY,), gives=(Support.COMPANY,))
    assert say(GUY, SALMA, friend)["balance"] == (
        "Marie-Louise krijgt iets van 2, en geeft iets aan 2. Over en weer: Irène."
    )
    assert about(GUY, SALMA, friend)["balance"] == {"irene"}


def test_a_bridge_stands_further_off_and_something_happens_already() -> None:
    door = contact("Karima", id="karima", opens_door=DoorOpening.YES)
    assert about(SALMA, door, GUY, NADIA)["bridges"] == {"salma", "karima"}
    assert "Salma en Karima" in say(SALMA, door)["bridges"]
    assert "bridges" not in say(GUY, NADIA)
    assert "bridges" not in say(contact("x", opens_door=DoorOpening.MAYBE))


def test_unpaid_people_without_contact_are_only_named() -> None:
    brother = contact("Staf", id="staf", frequency=Frequency.NEVER)
    assert say(GUY, brother)["silent"] == "Op de kaart, en nu geen contact: Staf."


def test_without_names_no_name_is_in_any_sentence() -> None:
    contacts = [GUY, NADIA, SALMA, MINOU, contact("Staf", frequency=Frequency.NEVER)]
    for names in (True, False):
        shown = " ".join(say(*contacts, names=names).values())
        assert any(each.name in shown for each in contacts) is names


def test_long_lists_of_names_are_counted() -> None:
    people = [contact(name) for name in ("a", "b", "c", "d", "e", "f")]
    assert say(*people)["unpaid"].endswith(": a, b, c en 3 anderen.")


@given(st.integers(0, 40), st.sampled_from(["nl", "fr", "en"]), st.booleans())
def test_every_sentence_can_be_said_in_every_language_about_contacts_that_exist(
    number: int, language: str, names: bool
) -> None:
    contacts, catalog = network(number), load_catalog(language)
    ids = {each.id for each in contacts}
    found = findings(contacts, "M.", names=names)
    assert found
    for each in found:
        assert set(each.about) <= ids
        assert catalog.render(each.text).endswith((".", ").", "?"))


# -- two moments -----------------------------------------------------------------------------------------------------


def moved(who: Contact, ring: Ring) -> Contact:
    return who.replaced(who.changed, ring=ring, name=who.name + "!")


def test_who_came_left_came_nearer_and_went_further_off() -> None:
    before = [GUY, NADIA, SALMA]
    after = [moved(GUY, Ring.CORE), moved(SALMA, Ring.BY_SIGHT), moved(NADIA, Ring.BY_SIGHT), MINOU]
    found = [(change.movement, change.contact.id) for change in changes([*before, contact("Weg", id="weg")], after)]
    assert found == [
        (Movement.CAME, "minou"),
        (Movement.LEFT, "weg"),
        (Movement.NEARER, "guy"),
        (Movement.FURTHER, "nadia"),
    ]


def lines(before: list[Contact], after: list[Contact], *, names: bool = True) -> list[str]:
    rows = told(before, after, names=names)
    return [f"{DUTCH.render(a)}: {DUTCH.render(b) if isinstance(b, Message) else b}" for a, b in rows]


def test_what_changed_is_told_in_rows() -> None:
    after = [GUY.replaced(GUY.changed, ring=Ring.CORE), SALMA]
    assert lines([GUY, NADIA], after) == [
        "Nieuw: Salma",
        "Weg: Nadia",
        "Dichterbij: Guy: dichtbij → kern",
        "Niet betaald: van 1 naar 2 mensen. Leeg: van 8 naar 8 domeinen.",
    ]
    assert lines([GUY], [GUY])[0] == "Veranderd: Niemand kwam erbij, ging weg of verschoof."


def test_what_changed_is_told_without_names() -> None:
    shown = " ".join(lines([GUY, NADIA], [SALMA], names=False))
    assert "Nieuw: 1 contact" in shown
    assert "Weg: 2 contacten" in shown
    assert not any(name in shown for name in ("Guy", "Nadia", "Salma"))
