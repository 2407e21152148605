"""How quality of life came along: who said what last, what changed since the first time, and where the two differ."""

from __future__ import annotations

from collections.abc import Sequence

from resokit_tui.casework.quality import QualityDomain, QualityOfLife, Voice
from resokit_tui.core.i18n import Message


def by_voice(measured: Sequence[QualityOfLife], voice: Voice) -> list[QualityOfLife]:
    """Everything one of the two said, the oldest first."""
    return sorted((each for each in measured if each.voice is voice), key=lambda each: (each.day, each.created))


def course(measured: Sequence[QualityOfLife], voice: Voice, domain: QualityDomain) -> list[int]:
    """What one voice said of one domain, time after time."""
    return [each.scores[domain] for each in by_voice(measured, voice) if domain in each.scores]


def change(values: Sequence[int]) -> Message | None:
    """From the first time to now, in a word; `None` after one time."""
    if len(values) < 2:
        return None
    if values[-1] > values[0]:
        return Message("better")
    return Message("less good") if values[-1] < values[0] else Message("the same")


def changes_in_a_sentence(measured: Sequence[QualityOfLife], voice: Voice) -> Message | None:
    """How many domains went up, down, or stayed, since the first time; `None` after one time. Never added up."""
    courses = [values for domain in QualityDomain if len(values := course(measured, voice, domain)) > 1]
    if not courses:
        return None
    up = sum(1 for values in courses if values[-1] > values[0])
    down = sum(1 for values in courses if values[-1] < values[0])
    return Message(
        "Since {day}: {up}, {down}, {same}.",
        day=by_voice(measured, voice)[0].day,
        up=Message.counted("{n} domain better", "{n} domains better", up),
        down=Message.counted("{n} less good", "{n} less good", down),
        same=Message.counted("{n} the same", "{n} the same", len(courses) - up - down),
    )
