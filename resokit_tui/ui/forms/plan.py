"""Stages 7 and 8: what holds the plan together, and how the role goes (domain.md §5.2)."""

from __future__ import annotations

from resokit_tui.casework.plan import MISSED_NAMES, OUTCOME_NAMES, SAY_NAMES, Action, Plan, Review
from resokit_tui.core.i18n import Message
from resokit_tui.ui.forms.fields import Choice, Day, Line, Lines, YesOrNo, options_of
from resokit_tui.ui.forms.form import Form, Link

PLAN_FORM = Form(
    id="plan",
    record=Plan,
    title=Message("Plan"),
    label=Message("plan changed"),
    single=True,
    fields=(
        Lines(
            name="supporters",
            label=Message("Who supports"),
            ask=Message("With what, and when is less of it needed?"),
        ),
        Lines(name="risk", label=Message("What may go wrong")),
        Lines(name="safe_enough", label=Message("Safe enough"), ask=Message("Without taking the risk away.")),
        Lines(name="plan_b", label=Message("If it does not work out")),
        Lines(
            name="agreements",
            label=Message("Agreements"),
            ask=Message("What is told to whom, and what is not?"),
        ),
        Line(name="present", label=Message("Who was there"), who=True),
        Choice(
            name="say",
            label=Message("The person"),
            ask=Message("How far did the person decide?"),
            options=options_of(SAY_NAMES),
        ),
        Lines(name="disagreement", label=Message("What we see differently"), ask=Message("It may stay so.")),
        Day(name="review", label=Message("Look again on")),
        Day(name="agreed", label=Message("Agreed on"), past=True),
        Line(name="agreed_how", label=Message("How agreed"), ask=Message("Signed, or said to whom?")),
        YesOrNo(name="copy_given", label=Message("Copy given")),
    ),
    links=(Link(id="steps", label=Message("Steps"), words=Message("to the steps"), counts=Action),),
)

REVIEW_FORM = Form(
    id="review",
    record=Review,
    title=Message("An evaluation"),
    label=Message("evaluation kept"),
    about=Message("How the role goes. About your own acting you write a reflection."),
    fields=(
        Day(name="held", label=Message("Held on"), past=True),
        Line(name="with_whom", label=Message("With whom"), who=True),
        Lines(name="works", label=Message("What works")),
        Lines(name="does_not_work", label=Message("What does not work")),
        Choice(name="missed", label=Message("Missed when absent"), options=options_of(MISSED_NAMES)),
        Lines(name="new_contacts", label=Message("New contacts"), ask=Message("Who is not paid to be there?")),
        Lines(name="competence", label=Message("Can do now")),
        Lines(name="image", label=Message("How others look")),
        Lines(name="satisfaction", label=Message("In own words"), ask=Message("What the person says of it.")),
        Lines(name="new_roles", label=Message("New roles")),
        Lines(name="adjustment", label=Message("What we change")),
        Choice(name="outcome", label=Message("And so"), options=options_of(OUTCOME_NAMES)),
        Day(name="next", label=Message("Next time on")),
    ),
)
