"""Stage 0: who it is about, and what was agreed (domain.md §5.2, §9.5)."""

from __future__ import annotations

from resokit_tui.casework.client import KIND_NAMES, Address, Client
from resokit_tui.casework.consent import FOR_NAMES, FORM_NAMES, PART_NAMES, STATUS_NAMES, Consent
from resokit_tui.core.i18n import Message
from resokit_tui.ui.forms.fields import Choice, Day, Line, Lines, Sentences, Several, Words, options_of
from resokit_tui.ui.forms.form import Form, Link

CLIENT_FORM = Form(
    id="client",
    record=Client,
    title=Message("Setting out"),
    label=Message("beginning changed"),
    single=True,
    fields=(
        Line(name="alias", label=Message("Alias"), ask=Message("Not the legal name."), required=True),
        Choice(name="kind", label=Message("About"), options=options_of(KIND_NAMES), needed=True),
        Lines(
            name="occasion",
            label=Message("Why we begin"),
            ask=Message("In the person's own words where you can."),
        ),
        Line(
            name="trusted_person", label=Message("Trusted person"), ask=Message("Who may sit in, if the person wants?")
        ),
        Words(name="spoken", label=Message("Languages spoken"), ask=Message("One to a line.")),
        Line(name="interpreter", label=Message("Interpreter"), who=True),
        Choice(
            name="language",
            label=Message("Language on paper"),
            options=(("nl", Message("Dutch")), ("fr", Message("French")), ("en", Message("English"))),
            needed=True,
        ),
        Choice(
            name="address",
            label=Message("In Dutch the paper says"),
            options=((Address.JE.value, Message("je")), (Address.U.value, Message("u"))),
            needed=True,
        ),
        Line(name="municipality", label=Message("Municipality")),
        Day(name="started", label=Message("Begun on"), past=True),
    ),
    links=(Link(id="consents", label=Message("Permissions"), words=Message("open the log"), counts=Consent),),
)

CONSENT_FORM = Form(
    id="consent",
    record=Consent,
    title=Message("A permission"),
    label=Message("permission kept"),
    fields=(
        Choice(name="status", label=Message("Permission"), options=options_of(STATUS_NAMES), needed=True),
        Choice(name="for_whom", label=Message("Who may know"), options=options_of(FOR_NAMES), needed=True),
        Line(name="partner", label=Message("Which partner"), ask=Message("The name of the place or the person.")),
        Several(
            name="covers",
            label=Message("What it covers"),
            ask=Message("Space takes or leaves one."),
            options=options_of(PART_NAMES),
        ),
        Several(name="refused_parts", label=Message("What may not be shared"), options=options_of(PART_NAMES)),
        Sentences(name="refused", label=Message("Refused, in words"), ask=Message("One to a line.")),
        Lines(name="words", label=Message("What was said"), ask=Message("In the person's own words.")),
        Choice(name="form", label=Message("How"), options=options_of(FORM_NAMES)),
        Line(name="language", label=Message("In which language"), ask=Message("And with which interpreter?")),
        Day(name="given", label=Message("Given on"), past=True),
        Day(name="until", label=Message("Ask again on"), ask=Message("Such as: in 6 months.")),
        Day(name="withdrawn", label=Message("Withdrawn on"), past=True),
    ),
)
