"""What a kind of record is called, in one or two words."""

from __future__ import annotations

from resokit_tui.core.i18n import Message

RECORD_WORDS: dict[str, Message] = {
    "client": Message("dossier"),
    "consents": Message("permission"),
    "profile": Message("who somebody is"),
    "strengths": Message("strength"),
    "interests": Message("interest"),
    "roles": Message("role"),
    "contacts": Message("contact"),
    "ideas": Message("role idea"),
    "checks": Message("role check"),
    "designs": Message("chosen role"),
    "needs": Message("what is needed"),
    "plans": Message("agreements of the plan"),
    "actions": Message("planned step"),
    "reviews": Message("evaluation"),
    "quality": Message("quality of life"),
    "notes": Message("note"),
    "answers": Message("answer given"),
    "standings": Message("standing"),
    "reflections": Message("reflection"),
    "routes": Message("route"),
    "places": Message("place"),
}
"""Table of a record → what it is called."""
