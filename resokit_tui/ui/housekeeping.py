"""What the interpreter does for itself, kept out of the way of the keys.

Looking for garbage in everything takes 40 to 70 ms in a heavy dossier: it is done when nobody types. And a thread that
computes (a search index is being made) lets the screen wait 5 ms at every turn: turns are made shorter.
"""

from __future__ import annotations

import gc
import sys

QUIET = 1.0
"""Seconds without a key after which nobody is in the middle of a word."""
_TURN = 0.0005
"""Seconds that a thread may compute while another one waits; Python's own value is ten times as much."""
_NEVER = 100_000
"""So often the younger objects are looked through before everything is, by itself: not in a day's work."""
_DUE = 10
"""After so many times it is worth while; Python's own value."""


def give_way_to_keys() -> None:
    """From the first picture on: what was made before stays to the end, and needs no looking through."""
    gc.freeze()
    gc.enable()
    younger, middle, _ = gc.get_threshold()
    gc.set_threshold(younger, middle, _NEVER)
    sys.setswitchinterval(_TURN)


def tidy_if_due() -> None:
    """Looks for garbage in everything when enough was made since the last time; for a quiet moment."""
    if gc.get_count()[2] >= _DUE:
        gc.collect()
