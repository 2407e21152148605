"""The role plan as a document: which facts under which heading, in the client's own voice.

A part without facts is not printed; its question comes back at the end, in "what we still fill in together", so that
an almost empty plan is an invitation instead of a form with holes.
"""

from __future__ import annotations

from resokit_tui.casework.design import AREA_NAMES
from resokit_tui.casework.plan import STATUS_NAMES
from resokit_tui.core.domains import DOMAIN_NAMES
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.export.blocks import (
    Banner,
    Block,
    Card,
    Cards,
    CountRow,
    Counts,
    Document,
    Facts,
    Heading,
    Hero,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Pills,
    Quote,
    Sign,
    Span,
    Tone,
    plain,
)
from resokit_tui.export.from_markdown import blocks_from_markdown, paragraphs_from_markdown
from resokit_tui.export.plan_words import STATUS_SIGNS, WORTH, filled_table, inlines, points, quoted, spoken_day
from resokit_tui.export.role_plan import ChosenRole, ReviewFact, RolePlan, StepFact


def plan_document(plan: RolePlan, catalog: Catalog, *, mark: str = "") -> Document:
    """The blocks of a role plan in the language of `catalog`.

    `mark` is the confidentiality line at the foot of each page; without one it names professional secrecy and no law.
    """
    day = spoken_day(plan.day, catalog)
    version = catalog("Version {n}", n=plan.version) if plan.version else ""
    return Document(
        title=f"{catalog('Role plan')} – {plan.alias}",
        language=catalog.language,
        author=plan.professional or plan.organisation,
        mark=mark or catalog("Confidential – professional secrecy"),
        edition=" · ".join(part for part in (version, day) if part),
        running=(catalog("Role plan"), plan.alias),
        blocks=(
            *_head(plan, catalog, day),
            *_profile(plan, catalog),
            *_dream(plan, catalog),
            *_roles(plan, catalog),
            *_network(plan, catalog),
            *(_why(plan.chosen, catalog) if plan.chosen else ()),
            *(_where(plan.chosen, catalog) if plan.chosen else ()),
            *_needs(plan, catalog),
            *_steps(plan, catalog),
            *_reviews(plan, catalog),
            *_still_open(plan, catalog),
        ),
    )


def _head(plan: RolePlan, catalog: Catalog, day: str) -> tuple[Block, ...]:
    facts = [
        (catalog("Worker"), plan.professional),
        (catalog("Organisation"), plan.organisation),
        (catalog("Made on"), day),
        (catalog("Next review"), spoken_day(plan.next_review, catalog) if plan.next_review else ""),
    ]
    return (
        Banner(catalog("Role plan"), plan.alias, catalog("This plan is mine. We made it together.")),
        Facts(tuple((label, value) for label, value in facts if value)),
        _hero(plan.chosen, catalog),
    )


def _hero(chosen: ChosenRole | None, catalog: Catalog) -> Hero:
    label = catalog("My chosen role")
    if chosen is None:
        return Hero(label, catalog("Still to choose"), plain(catalog("Together we look for a role that suits me.")))
    quote = (Span(quoted(chosen.quote), italic=True),) if chosen.quote else ()
    return Hero(label, chosen.name, plain(chosen.sentence), quote)


def _profile(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    cards = [
        (catalog("What people appreciate in me"), plan.appreciated, Tone.FIRM, Sign.STAR),
        (catalog("What matters to me"), plan.important, Tone.WARM, Sign.HEART),
        (catalog("How to support me well"), plan.support, Tone.FRESH, Sign.PEOPLE),
    ]
    filled = tuple(Card(title, inlines(items), tone, sign) for title, items, tone, sign in cards if items)
    blocks: list[Block] = [Cards(filled)] if filled else []
    if plan.strengths:
        blocks.append(Heading(3, plain(catalog("My strengths"))))
        short = tuple(one.text for one in plan.strengths if not one.evidence)
        if short:
            blocks.append(Pills(short))
        shown = [one for one in plan.strengths if one.evidence]
        if shown:
            blocks.append(points([(Span(one.text, bold=True), Span(f" – {one.evidence}")) for one in shown]))
    if plan.interests:
        blocks += [Heading(3, plain(catalog("What I like"))), Pills(plan.interests)]
    return (Heading(2, plain(catalog("This is me"))), *blocks) if blocks else ()


def _dream(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if plan.dream:
        blocks += [
            Heading(2, plain(catalog("My dream"))),
            Quote(blocks_from_markdown(plan.dream, keep_lines=True)),
        ]
    if plan.unwanted:
        blocks += [
            Heading(3 if plan.dream else 2, plain(catalog("What I certainly do not want"))),
            points(inlines(plan.unwanted)),
        ]
    return tuple(blocks)


def _roles(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    if not plan.roles:
        return ()
    heading = Heading(2, plain(catalog("My roles now")))
    if all(one.domain is None and one.worth is None for one in plan.roles):
        return (heading, Pills(tuple(one.name for one in plan.roles)))
    rows = [
        (
            one.name,
            catalog.render(DOMAIN_NAMES[one.domain]) if one.domain else "",
            catalog.render(WORTH[one.worth]) if one.worth is not None and 0 <= one.worth < len(WORTH) else "",
        )
        for one in plan.roles
    ]
    heads = (catalog("Role"), catalog("Part of my life"), catalog("What it means to me"))
    return (heading, filled_table(heads, [inlines(row) for row in rows], (3.4, 2.8, 3.8)))


def _network(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    if not plan.network:
        return ()
    total = sum(row.unpaid + row.paid for row in plan.network)
    unpaid = sum(row.unpaid for row in plan.network)
    counted = catalog.render(Message.counted("I have {n} contact.", "I have {n} contacts.", total))
    free = catalog.render(
        Message.counted("{n} of them is not paid to be there.", "{n} of them are not paid to be there.", unpaid)
    )
    rows = tuple(
        CountRow(catalog.render(DOMAIN_NAMES[row.domain]) if row.domain else catalog("Elsewhere"), row.unpaid, row.paid)
        for row in plan.network
    )
    return (
        Heading(2, plain(catalog("My network in brief"))),
        Paragraph(plain(f"{counted} {free}")),
        Counts((catalog("Part of my life"), catalog("not paid"), catalog("paid")), rows),
    )


def _why(chosen: ChosenRole, catalog: Catalog) -> tuple[Block, ...]:
    blocks: list[Block] = list(blocks_from_markdown(chosen.why, keep_lines=True))
    cards = [
        (catalog("What it brings me"), inlines(chosen.brings), Tone.WARM, Sign.HEART, True),
        (catalog("What I contribute"), paragraphs_from_markdown(chosen.contributes), Tone.FIRM, Sign.STAR, False),
        (catalog("My goal"), paragraphs_from_markdown(chosen.goal), Tone.FRESH, Sign.CHECK, False),
    ]
    filled = tuple(Card(*card) for card in cards if card[1])
    if filled:
        blocks.append(Cards(filled))
    return (Heading(2, plain(catalog("Why I choose this role"))), *blocks) if blocks else ()


def _where(chosen: ChosenRole, catalog: Catalog) -> tuple[Block, ...]:
    facts = [
        (catalog("Place"), chosen.place),
        (catalog("Neighbourhood"), chosen.neighbourhood),
        (catalog("With whom"), chosen.with_whom),
    ]
    filled = tuple((label, value) for label, value in facts if value)
    blocks: list[Block] = [Facts(filled)] if filled else []
    cards = [
        Card(catalog("What helps"), inlines(chosen.chances), Tone.FIRM, Sign.CHECK),
        Card(catalog("What may be in the way"), inlines(chosen.barriers), Tone.WARM, Sign.TURN),
    ]
    shown = tuple(card for card in cards if card.items)
    if shown:
        blocks.append(Cards(shown))
    return (Heading(2, plain(catalog("Where and with whom"))), *blocks) if blocks else ()


def _needs(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    if not plan.needs:
        return ()
    heads = (
        catalog("About"),
        catalog("What the role asks"),
        catalog("What is there"),
        catalog("What we do"),
        catalog("Who"),
    )
    rows = [
        (
            (Span(catalog.render(AREA_NAMES[one.area]), bold=True),),
            *inlines((one.required, one.present, one.action, one.who)),
        )
        for one in plan.needs
    ]
    return (
        Heading(2, plain(catalog("What it takes"))),
        filled_table(heads, rows, (2.2, 3.4, 3, 3.4, 2.2), row_heads=True),
    )


def _steps(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    if not plan.steps:
        return ()
    heads = (catalog("Step"), catalog("Who"), catalog("By when"), catalog("How it stands"))
    rows = [_step(step, catalog) for step in plan.steps]
    return (Heading(2, plain(catalog("My steps"))), filled_table(heads, rows, (4.1, 2.5, 2.9, 2.1), row_heads=True))


def _step(step: StepFact, catalog: Catalog) -> tuple[Inline, ...]:
    sign, tone = STATUS_SIGNS[step.status]
    what = (*plain(step.title), *((Span(f"\n{step.reason}", italic=True),) if step.reason else ()))
    day = plain(spoken_day(step.due, catalog)) if step.due else ()
    stand = Span(f"{sign} {catalog.render(STATUS_NAMES[step.status])}", bold=True, tone=tone)
    return (what, plain(step.who), day, (stand,))


def _reviews(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for review in plan.reviews:
        blocks += _review(review, catalog)
    if plan.next_review:
        ahead = catalog("We look at it again on {day}.", day=spoken_day(plan.next_review, catalog))
    else:
        ahead = catalog("We have not yet agreed when we look at it again.")
    always = catalog("I can ask for an extra review at any time.")
    return (
        Heading(2, plain(catalog("How it goes"))),
        *blocks,
        Paragraph((Span(ahead, bold=True), Span(f" {always}"))),
    )


def _review(review: ReviewFact, catalog: Catalog) -> list[Block]:
    told = [
        (catalog("What works"), review.works, Tone.FIRM, Sign.CHECK),
        (catalog("What does not work"), review.does_not_work, Tone.WARM, Sign.CARE),
        (catalog("What we change"), review.adjustment, Tone.FRESH, Sign.TURN),
    ]
    title = catalog("What we saw on {day}", day=spoken_day(review.held, catalog))
    cards = [Card(name, paragraphs_from_markdown(text), tone, sign, False) for name, text, tone, sign in told if text]
    return [Heading(3, plain(title)), Cards(tuple(cards))]


def _still_open(plan: RolePlan, catalog: Catalog) -> tuple[Block, ...]:
    profile = plan.appreciated or plan.important or plan.support
    questions = [
        (profile, catalog("What do people appreciate in me, what matters to me, and what helps me?")),
        (plan.dream, catalog("What do I dream of?")),
        (plan.roles, catalog("Which roles do I have today?")),
        (plan.network, catalog("Who is there around me?")),
        (plan.chosen, catalog("Which role suits me?")),
        (plan.needs, catalog("What does it take?")),
        (plan.steps, catalog("What is the first step?")),
    ]
    missing = [Item((Paragraph(plain(question)),), False) for answer, question in questions if not answer]
    if not missing:
        return ()
    return (Heading(2, plain(catalog("We still fill this in together"))), ItemList(tuple(missing)))
