"""The role plan as a document: which facts under which heading, in the client's own voice (domain.md §9.3).

A part without facts is not printed; its question comes back further on, in "what we still fill in together", so that
an almost empty plan is an invitation instead of a form with holes. A part that this reader may not read is not even
asked for.
"""

from __future__ import annotations

from resokit_tui.casework.consent import DossierPart
from resokit_tui.core.i18n import Catalog
from resokit_tui.export.audience import Audience
from resokit_tui.export.blocks import (
    Banner,
    Block,
    Document,
    Facts,
    Hero,
    Item,
    ItemList,
    Paragraph,
    Span,
    plain,
)
from resokit_tui.export.parts.agreed import agreements, evaluation, if_it_goes_wrong, rights, signed
from resokit_tui.export.parts.who import dream, network, profile, roles
from resokit_tui.export.parts.work import needs, steps, where, why
from resokit_tui.export.parts.working import consents, notes, occasion
from resokit_tui.export.plan_facts import ChosenRole, RolePlan
from resokit_tui.export.plan_words import quoted, title, told_day

SOURCE = "resokit.be"


def plan_document(plan: RolePlan, catalog: Catalog, *, audience: Audience = Audience.FULL, mark: str = "") -> Document:
    """The blocks of a role plan in the language of `catalog`.

    `mark` is the confidentiality line at the foot of each page; without one it names professional secrecy and no law.
    """
    return framed(
        plan,
        catalog,
        catalog("Role plan"),
        (
            *_head(plan, catalog),
            *occasion(plan, catalog),
            *profile(plan, catalog),
            *dream(plan, catalog),
            *roles(plan, catalog),
            *network(plan, catalog),
            *why(plan, catalog),
            *where(plan, catalog),
            *needs(plan, catalog),
            *steps(plan, catalog),
            *agreements(plan, catalog),
            *if_it_goes_wrong(plan, catalog),
            *evaluation(plan, catalog),
            *(_still_open(plan, catalog) if audience in (Audience.FULL, Audience.CLIENT) else ()),
            *consents(plan, catalog),
            *(signed(plan, catalog) if audience is not Audience.INTERVISIE else ()),
            *(rights(plan, catalog) if audience in (Audience.FULL, Audience.CLIENT) else ()),
            *notes(plan, catalog),
            source_line(catalog),
        ),
        audience=audience,
        mark=mark,
    )


def framed(
    plan: RolePlan,
    catalog: Catalog,
    name: str,
    blocks: tuple[Block, ...],
    *,
    audience: Audience,
    mark: str = "",
) -> Document:
    """Blocks with what stands around them. The title that viewers show in lists names nobody to outsiders."""
    version = catalog("Version {n}", n=plan.version) if plan.version else ""
    outside = audience in (Audience.PARTNER, Audience.INTERVISIE)
    return Document(
        title=name if outside else f"{name} – {plan.alias}",
        language=catalog.language,
        author=plan.organisation or ("" if outside else plan.professional),
        mark=mark or catalog("Confidential – professional secrecy"),
        edition=" · ".join(part for part in (version, told_day(plan.day, plan, catalog)) if part),
        running=(name, plan.alias),
        blocks=blocks,
    )


def source_line(catalog: Catalog) -> Paragraph:
    """Where the method comes from: Resokit asks to be named."""
    return Paragraph(
        plain(catalog("Made with the method of Resokit, Odisee University of Applied Sciences: {site}", site=SOURCE)),
        quiet=True,
    )


def _head(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    facts = [
        (catalog("Worker"), plan.professional),
        (catalog("Organisation"), plan.organisation),
        (catalog("Made on"), told_day(plan.day, plan, catalog)),
        (catalog("Next review"), told_day(plan.next_review, plan, catalog)),
    ]
    banner = Banner(catalog("Role plan"), plan.alias, catalog("This plan is mine. We made it together."))
    shown: tuple[Block, ...] = (banner, Facts(tuple((label, value) for label, value in facts if value)))
    return (*shown, hero(plan.chosen, catalog)) if DossierPart.CHOICE in plan.parts else shown


def hero(chosen: ChosenRole | None, catalog: Catalog) -> Hero:
    """The chosen role in the person's own words, or the invitation to look for one."""
    label = catalog("My chosen role")
    if chosen is None:
        return Hero(label, catalog("Still to choose"), plain(catalog("Together we look for a role that suits me.")))
    quote = (Span(quoted(chosen.quote), italic=True),) if chosen.quote else ()
    return Hero(label, chosen.name, plain(chosen.sentence), quote)


def _still_open(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    known = plan.appreciated or plan.important or plan.support
    questions = [
        (
            DossierPart.PROFILE,
            known,
            catalog("What do people appreciate in me, what matters to me, and what helps me?"),
        ),
        (DossierPart.PROFILE, plan.dream, catalog("What do I dream of?")),
        (DossierPart.ROLES, plan.roles, catalog("Which roles do I have today?")),
        (DossierPart.NETWORK, plan.network, catalog("Who is there around me?")),
        (DossierPart.CHOICE, plan.chosen, catalog("Which role suits me?")),
        (DossierPart.NEEDS, plan.needs, catalog("What does it take?")),
        (DossierPart.PLAN, plan.steps, catalog("What is the first step?")),
    ]
    missing = [
        Item((Paragraph(plain(question)),), False)
        for part, answer, question in questions
        if part in plan.parts and not answer
    ]
    return (title(2, catalog("We still fill this in together")), ItemList(tuple(missing))) if missing else ()
