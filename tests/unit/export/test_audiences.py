"""For whom: each reader gets every word meant for them, in order, and no other word anywhere in the file."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import pytest

from resokit_tui.casework.client import Client
from resokit_tui.casework.consent import Consent, ConsentFor, ConsentStatus, DossierPart
from resokit_tui.casework.design import RoleDesign
from resokit_tui.casework.dossier import Dossier
from resokit_tui.casework.network import Contact
from resokit_tui.casework.note import Note
from resokit_tui.casework.plan import Action
from resokit_tui.casework.profile import Profile, Strength
from resokit_tui.core.errors import CannotError, UsageError
from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.audience import Audience, filtered
from resokit_tui.export.blocks import Document
from resokit_tui.export.csv_rows import plan_csv
from resokit_tui.export.gathering import attached, gathered
from resokit_tui.export.markdown import to_markdown
from resokit_tui.export.network_sheet import Earlier, network_document
from resokit_tui.export.pdf.document import Attachment, render_pdf
from resokit_tui.export.permission import EVERYTHING, partners, permission
from resokit_tui.export.plan_document import plan_document
from resokit_tui.export.plan_facts import RolePlan
from resokit_tui.export.role_plan import role_plan
from resokit_tui.export.summary import summary_document
from resokit_tui.export.text import linear_text
from tests.unit.export.canaries import ALL_BUT_NOTES, READERS_OF, canary, every_field, full_of_canaries
from tests.unit.export.dossiers import AT, CREATED, TODAY, dossier, marie_louise
from tests.unit.export.pdf.printing import everything_in, faults, pages_of, text_of

CATALOG = load_catalog("nl")
NEVER = ("kanarieverworpen", "kanarieverworpenreden")


def plan_for(audience: Audience) -> RolePlan:
    return role_plan(full_of_canaries(), audience, TODAY)


@lru_cache
def document_for(audience: Audience) -> Document:
    return plan_document(plan_for(audience), CATALOG, audience=audience)


def meant_for(audience: Audience) -> list[str]:
    return [canary(*name.split(".")) for name, readers in READERS_OF.items() if audience in readers]


def not_meant_for(audience: Audience) -> list[str]:
    return [word for name, word in every_field().items() if audience not in READERS_OF.get(name, ())]


def test_the_list_of_readers_names_fields_that_are_there() -> None:
    assert set(READERS_OF) - set(every_field()) == set()


@pytest.mark.parametrize("audience", list(Audience))
class TestReader:
    def test_gets_every_word_meant_for_them_in_text_markdown_and_data(self, audience: Audience) -> None:
        document, plan = document_for(audience), plan_for(audience)
        for told in (linear_text(document), to_markdown(document), plan_csv(plan).decode(), attached(plan).decode()):
            assert [word for word in meant_for(audience) if word not in told] == []

    def test_gets_no_other_word_in_text_markdown_and_data(self, audience: Audience) -> None:
        document, plan = document_for(audience), plan_for(audience)
        for told in (linear_text(document), to_markdown(document), plan_csv(plan).decode(), attached(plan).decode()):
            assert [word for word in (*not_meant_for(audience), *NEVER) if word in told.casefold()] == []

    def test_finds_every_word_and_no_other_anywhere_in_the_file(self, audience: Audience) -> None:
        data = Attachment("data.json", attached(plan_for(audience))) if audience is Audience.FULL else None
        file = render_pdf(document_for(audience), CATALOG, created=CREATED, attached=data)
        printed = "".join(text_of(file).split()).casefold().replace("\ufffe", "")  # without the ends of lines
        assert [word for word in meant_for(audience) if word not in printed] == []
        inside = (printed + everything_in(file)).casefold()
        assert [word for word in (*not_meant_for(audience), *NEVER) if word in inside] == []
        assert faults(file) == []

    def test_sees_the_voice_of_the_professional_only_in_the_own_file(self, audience: Audience) -> None:
        assert ("kanarieanderestem" in linear_text(document_for(audience))) == (audience is Audience.FULL)

    def test_gets_no_other_word_in_a_summary_or_a_map(self, audience: Audience) -> None:
        plan = plan_for(audience)
        named = {"kanariecontactsname"} if audience in (Audience.FULL, Audience.CLIENT) else set()
        for document in (
            summary_document(plan, CATALOG, audience=audience),
            network_document(plan, full_of_canaries(), CATALOG, audience=audience),
        ):
            told = (linear_text(document) + document.title + "".join(document.running)).casefold()
            assert {word for word in (*not_meant_for(audience), *NEVER) if word in told} <= named


def test_the_control_without_a_filter_every_reader_would_get_too_much() -> None:
    whole = gathered(full_of_canaries(), TODAY)
    for audience in Audience:
        told = linear_text(plan_document(whole, CATALOG, audience=audience))
        assert [word for word in not_meant_for(audience) if word in told] or audience is Audience.FULL
    assert "kanarieanderestem" not in attached(filtered(whole, Audience.CLIENT, EVERYTHING)).decode()


def test_a_summary_is_one_page_however_much_there_is() -> None:
    long = "een heel lange zin die maar niet ophoudt met vertellen wat iemand allemaal wil en kan " * 4
    full = marie_louise()
    crowded = dossier(
        Client(**AT, alias="Een heel erg lange schuilnaam van iemand die daar zelf voor koos"),
        Profile(**AT, appreciated=(long,) * 9, important=(long,) * 9, support=(long,) * 9),
        RoleDesign(**AT, name=long, sentence=long, quote=long),
        *[Strength(**AT, text=long)] * 9,
        *[Action(**AT, title=long, who=long, due=TODAY)] * 9,
        *full.all(Contact),
    )
    for each in (full, crowded, dossier(Client(**AT, alias="J."))):
        for language in ("nl", "fr", "en"):
            catalog = load_catalog(language)
            plan = role_plan(each, Audience.CLIENT, TODAY, long, long)
            document = summary_document(plan, catalog, audience=Audience.CLIENT)
            assert len(pages_of(render_pdf(document, catalog, created=CREATED, body=12))) == 1


def consent(for_whom: ConsentFor = ConsentFor.PARTNER, **fields: object) -> Consent:
    given = {"status": ConsentStatus.GIVEN, "covers": (DossierPart.PLAN,), **fields}
    return Consent(**AT, for_whom=for_whom, **given)  # type: ignore[arg-type]


def allowed(*consents: Consent, audience: Audience = Audience.PARTNER, partner: str = "") -> frozenset[DossierPart]:
    return permission(dossier(Client(**AT, alias="J."), *consents), audience, TODAY, partner).parts


class TestPermission:
    def test_without_any_only_the_own_file_and_the_person_get_something(self) -> None:
        assert allowed(audience=Audience.FULL) == EVERYTHING
        assert allowed(audience=Audience.CLIENT) == EVERYTHING - {DossierPart.NOTES}
        with pytest.raises(CannotError):
            allowed()

    @pytest.mark.parametrize(
        "refusing",
        [
            consent(),  # names nobody
            consent(partner="De Spoel", status=ConsentStatus.TO_ASK),
            consent(partner="De Spoel", status=ConsentStatus.WITHDRAWN),
            consent(partner="De Spoel", withdrawn=TODAY),
            consent(partner="De Spoel", until=TODAY - timedelta(days=1)),
            consent(partner="De Spoel", covers=()),
            consent(partner="De Spoel", refused_parts=(DossierPart.PLAN,)),
            consent(ConsentFor.TEAM),
            consent(ConsentFor.CLIENT),
        ],
    )
    def test_a_partner_gets_nothing_without_one_that_names_them_and_holds(self, refusing: Consent) -> None:
        with pytest.raises(CannotError):
            allowed(refusing)

    def test_the_last_word_for_a_partner_counts(self) -> None:
        first = consent(partner="De Spoel")
        assert allowed(first) == {DossierPart.PLAN}
        assert allowed(first, consent(partner="de spoel", covers=(DossierPart.ROLES,))) == {DossierPart.ROLES}
        with pytest.raises(CannotError):
            allowed(first, consent(partner="De Spoel", status=ConsentStatus.WITHDRAWN))

    def test_of_several_partners_one_must_be_named(self) -> None:
        both = consent(partner="De Spoel"), consent(partner="Broer", covers=(DossierPart.NEEDS,))
        with pytest.raises(UsageError):
            allowed(*both)
        assert allowed(*both, partner="broer") == {DossierPart.NEEDS}
        with pytest.raises(CannotError):
            allowed(*both, partner="Zus")
        assert partners(dossier(Client(**AT, alias="J."), *both), TODAY) == ("De Spoel", "Broer")

    def test_who_takes_the_permission_back_still_gets_their_own_copy_and_nobody_else_does(self) -> None:
        back = consent(ConsentFor.CLIENT, status=ConsentStatus.WITHDRAWN)
        for audience in (Audience.FULL, Audience.INTERVISIE):
            with pytest.raises(CannotError):
                allowed(back, audience=audience)
        with pytest.raises(CannotError):
            allowed(consent(partner="De Spoel"), back)
        assert allowed(back, audience=Audience.CLIENT)

    def test_a_refused_part_is_left_out_of_what_leaves(self) -> None:
        refusing = consent(ConsentFor.CLIENT, refused_parts=(DossierPart.NETWORK,))
        found = permission(dossier(Client(**AT, alias="J."), refusing), Audience.FULL, TODAY)
        assert DossierPart.NETWORK not in found.parts
        assert found.refused == (DossierPart.NETWORK,)


def test_a_partner_who_may_read_notes_reads_them_and_one_who_may_not_does_not() -> None:
    def told(*parts: DossierPart) -> str:
        agreed = consent(partner="De Spoel", covers=parts)
        note = Note(**AT, day=TODAY, text="kanarienotitie")
        plan = role_plan(dossier(Client(**AT, alias="J."), agreed, note), Audience.PARTNER, TODAY)
        return linear_text(plan_document(plan, CATALOG, audience=Audience.PARTNER))

    assert "kanarienotitie" in told(DossierPart.NOTES)
    assert "kanarienotitie" not in told(*ALL_BUT_NOTES)


def test_a_part_that_may_not_be_read_is_not_even_asked_for() -> None:
    agreed = consent(partner="De Spoel", covers=(DossierPart.ROLES,))
    plan = role_plan(dossier(Client(**AT, alias="J."), agreed), Audience.PARTNER, TODAY)
    told = linear_text(plan_document(plan, CATALOG, audience=Audience.PARTNER))
    assert "Nog te kiezen" not in told
    assert "Dit vullen we nog samen in" not in told


@pytest.mark.parametrize("audience", list(Audience))
def test_two_moments_of_a_network_are_one_page_and_names_are_for_the_person(audience: Audience) -> None:
    case = marie_louise()
    agreed = consent(partner="De Spoel", covers=(DossierPart.NETWORK,))
    both = Dossier(case.id, {**case.tables, "consents": (agreed,)})
    earlier = Earlier(date(2026, 6, 9), both.all(Contact)[:2])
    plan = role_plan(both, audience, TODAY)
    document = network_document(plan, both, CATALOG, audience=audience, earlier=earlier)
    file = render_pdf(document, CATALOG, created=CREATED, body=12)
    assert len(pages_of(file)) == 1
    assert faults(file) == []
    named = audience in (Audience.FULL, Audience.CLIENT)
    assert ("kanariecontact" in everything_in(file) + text_of(file)) == named
    assert ("9 juni 2026" in text_of(file)) == (audience is not Audience.INTERVISIE)
