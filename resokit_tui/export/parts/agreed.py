"""What was agreed: support, what if, say, evaluations, signatures and rights (domain.md §9.3, parts 10–15)."""

from __future__ import annotations

from resokit_tui.casework.consent import DossierPart
from resokit_tui.casework.plan import MISSED_NAMES, OUTCOME_NAMES, SAY_NAMES
from resokit_tui.core.i18n import Catalog
from resokit_tui.export.blocks import Block, Card, Cards, Facts, Paragraph, Sign, Span, Tone, plain
from resokit_tui.export.forms import Signature, Signatures
from resokit_tui.export.from_markdown import paragraphs_from_markdown
from resokit_tui.export.parts.quality import quality
from resokit_tui.export.parts.work import paragraph
from resokit_tui.export.plan_facts import ReviewFact, RolePlan
from resokit_tui.export.plan_words import inlines, points, title, told_day


def agreements(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """Who supports with what, what is told to whom, and who had a say."""
    agreed = plan.agreement
    cards = _cards(
        (catalog("Who supports me, with what, until when"), agreed.supporters, Tone.FRESH, Sign.PEOPLE),
        (catalog("What we tell others, and what we do not"), agreed.agreements, Tone.FIRM, Sign.CHECK),
    )
    facts = [
        (catalog("Who was there"), agreed.present),
        (catalog("My say"), catalog.render(SAY_NAMES[agreed.say]) if agreed.say else ""),
    ]
    filled = tuple((label, value) for label, value in facts if value)
    blocks: list[Block] = [Cards(cards)] if cards else []
    blocks += [Facts(filled)] if filled else []
    if agreed.disagreement:
        blocks += [title(3, catalog("What we see differently")), *paragraph(agreed.disagreement)]
    return (title(2, catalog("Support and agreements")), *blocks) if blocks else ()


def if_it_goes_wrong(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """What may go wrong, what makes it safe enough, and plan B."""
    agreed = plan.agreement
    cards = _cards(
        (catalog("What may go wrong"), agreed.risk, Tone.WARM, Sign.CARE),
        (catalog("What makes it safe enough"), agreed.safe_enough, Tone.FRESH, Sign.CHECK),
        (catalog("Plan B"), agreed.plan_b, Tone.FIRM, Sign.TURN),
    )
    return (title(2, catalog("If it does not go well")), Cards(cards)) if cards else ()


def evaluation(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """How it goes: what was seen, the star of quality of life, and when we look again."""
    blocks: list[Block] = []
    for review in plan.reviews:
        blocks += _review(review, plan, catalog)
    blocks += quality(plan, catalog)
    if DossierPart.REVIEWS in plan.parts:
        blocks.append(_ahead(plan, catalog))
    return (title(2, catalog("How it goes")), *blocks) if blocks else ()


def _ahead(plan: RolePlan, catalog: Catalog) -> Paragraph:
    if plan.next_review and plan.months_only:
        ahead = catalog("We look at it again in {month}.", month=told_day(plan.next_review, plan, catalog))
    elif plan.next_review:
        ahead = catalog("We look at it again on {day}.", day=told_day(plan.next_review, plan, catalog))
    else:
        ahead = catalog("We have not yet agreed when we look at it again.")
    always = catalog("I can ask for an extra review at any time.")
    return Paragraph((Span(ahead, bold=True), Span(f" {always}")))


def _review(review: ReviewFact, plan: RolePlan, catalog: Catalog) -> list[Block]:
    cards = _cards(
        (catalog("What works"), review.works, Tone.FIRM, Sign.CHECK),
        (catalog("What does not work"), review.does_not_work, Tone.WARM, Sign.CARE),
        (catalog("In my words"), review.satisfaction, Tone.FRESH, Sign.HEART),
        (catalog("Whom I met"), review.new_contacts, Tone.FRESH, Sign.PEOPLE),
        (catalog("What I can do now"), review.competence, Tone.FIRM, Sign.STAR),
        (catalog("How others see me now"), review.image, Tone.WARM, Sign.PEOPLE),
        (catalog("New roles"), review.new_roles, Tone.FRESH, Sign.STAR),
        (catalog("What we change"), review.adjustment, Tone.FRESH, Sign.TURN),
    )
    facts = [
        (catalog("Who was there"), review.with_whom),
        (
            catalog("Am I missed when I am not there?"),
            catalog.render(MISSED_NAMES[review.missed]) if review.missed else "",
        ),
        (catalog("What we decided"), catalog.render(OUTCOME_NAMES[review.outcome]) if review.outcome else ""),
    ]
    filled = tuple((label, value) for label, value in facts if value)
    if plan.months_only:
        name = catalog("What we saw in {month}", month=told_day(review.held, plan, catalog))
    else:
        name = catalog("What we saw on {day}", day=told_day(review.held, plan, catalog))
    return [title(3, name), *([Facts(filled)] if filled else []), *([Cards(cards)] if cards else [])]


def signed(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """How it was agreed, and boxes to sign in."""
    if DossierPart.PLAN not in plan.parts:
        return ()
    agreed = plan.agreement
    facts = [
        (catalog("Agreed on"), told_day(agreed.agreed, plan, catalog)),
        (catalog("How"), agreed.agreed_how),
        (catalog("I got a copy"), catalog("yes") if agreed.copy_given else catalog("not yet")),
        (catalog("Trusted person"), plan.trusted_person),
    ]
    filled = tuple((label, value) for label, value in facts if value)
    caption = catalog("date and signature")
    names = [
        plan.alias,
        plan.professional or catalog("Worker"),
        *([plan.trusted_person] if plan.trusted_person else []),
    ]
    return (
        title(2, catalog("Agreed")),
        Facts(filled),
        Signatures(tuple(Signature(name, caption) for name in names)),
    )


def rights(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    """What I may ask at any time, and whom."""
    ask = [
        catalog("You can read this plan and your dossier, alone or with somebody you trust."),
        catalog("You can have something corrected or added."),
        catalog("You can take back your permission, without giving a reason."),
        catalog("You can ask for another evaluation at any time."),
        catalog("You can complain when something is not right."),
    ]
    whom = " · ".join(name for name in (plan.professional, plan.organisation) if name)
    talk = catalog("Talk about it with: {whom}", whom=whom) if whom else catalog("Talk about it with your worker.")
    return (title(2, catalog("Your rights")), points(inlines(ask)), Paragraph(plain(talk)))


def _cards(*told: tuple[str, str, Tone, Sign]) -> tuple[Card, ...]:
    return tuple(
        Card(name, paragraphs_from_markdown(text), tone, sign, False) for name, text, tone, sign in told if text
    )
