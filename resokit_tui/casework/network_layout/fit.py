"""Finds room for everybody: in rounds, at ever shorter names, until nobody is left over.

Every place has a level. All begin at level 0: long labels, wide gaps. A round places the contacts one by one, fullest
place first. A place with a contact that found no cell goes a level down, and so do its neighbours whose labels lie in
it; then a new round starts. Below the last level a place makes room by itself (`_crowded`). At the end every label
grows back as far as there is room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from resokit_tui.casework.network_layout.board import Board
from resokit_tui.casework.network_layout.frame import make_frame
from resokit_tui.casework.network_layout.geometry import sector_starts
from resokit_tui.casework.network_layout.pieces import Box, Drawing, Item, Medium, Placed, Words
from resokit_tui.casework.network_layout.places import Place, code_of, grouped, order
from resokit_tui.casework.network_layout.settling import LAST, LEVELS, Settling

_MOST_ROUNDS = 60
_TYPICAL = 10
"""Letters of a label that count when the fullest place is sought."""


def fit(
    items: Iterable[Item],
    medium: Medium,
    words: Words,
    starts: tuple[float, ...] | None = None,
    reserved: Sequence[Box] = (),
) -> Drawing:
    """The finished map of these contacts on this medium. The same for any order of `items`; never fails for any number.

    `starts` are the angles of the sectors, when another map must have the same ones; else they follow the numbers.
    """
    todo = sorted(items, key=order)
    if starts is None:
        numbers = Counter(item.sector for item in todo)
        starts = sector_starts([numbers[sector] for sector in range(len(words.sectors))])
    frame = make_frame(medium, starts, words, reserved)
    blank = Board.around(medium, (*frame.rim, *frame.rings, frame.middle), reserved)
    placed = _Rounds(todo, Settling(todo, medium, frame.geometry, blank)).run()
    shown = {key for each in placed for key in each.keys}
    hidden = tuple(item.key for item in todo if item.key not in shown)
    return Drawing(frame.geometry, placed, frame.rim, frame.rings, frame.middle, hidden)


class _Rounds:
    """One run: at which level each place is, and who goes first."""

    def __init__(self, items: Sequence[Item], settling: Settling) -> None:
        self.settling = settling
        self.blank = settling.board
        self.labels = {item.key: item.label for item in items}
        self.groups = grouped(items)
        self.level = dict.fromkeys(self.groups, 0)
        measure = settling.medium.measure
        widths = {item.key: measure(item.label) for item in items}
        self.longest = {place: max(widths[item.key] for item in group) for place, group in self.groups.items()}
        typical = _TYPICAL * settling.medium.letter
        self.order = sorted(self.groups, key=lambda place: (-self._pressure(place, widths, typical), place))

    def _pressure(self, place: Place, widths: dict[str, int], typical: float) -> float:
        """How much stands in a place for the room it has."""
        wanted = sum(min(widths[item.key], typical) + 3 for item in self.groups[place])
        return round(wanted / max(1, len(self.settling.cells.get(place, ()))), 3)

    def run(self) -> tuple[Placed, ...]:
        """Rounds until nobody is left over, then labels grow back."""
        for _ in range(_MOST_ROUNDS):
            done, failed = self._round()
            if not failed:
                break
            self._give_way(done, failed)
        grown = [self.settling.grown(placed, self.labels) for placed in done]
        found = [self.settling.located(placed) for placed in grown]
        return tuple(sorted(found, key=lambda each: (each.sector, each.ring, each.row, each.column)))

    def _round(self) -> tuple[list[Placed], set[Place]]:
        """One attempt at the present levels: what was placed, and which places failed."""
        self.settling.board = self.blank.copy()
        done: list[Placed] = []
        failed: set[Place] = set()
        for place in self.order:
            longest, gap, space = self.settling.level(self.level[place])
            mine: list[Placed] = []
            left: list[Item] = []
            for item in self.groups[place]:
                got = self.settling.settle(item, self.settling.shorten(item.label, longest), gap, space)
                if got:
                    mine.append(got)
                else:
                    left.append(item)
            if left and self.level[place] <= LAST:
                failed.add(place)
            elif left:
                mine = self._crowded(place, mine, left)
            done += mine
        return done, failed

    def _give_way(self, done: Sequence[Placed], failed: set[Place]) -> None:
        """Places that failed go a level down; from level 2 on first those whose labels lie in them."""
        blockers = self._blockers(done, failed)
        for place in sorted(failed):
            others = [other for other in blockers[place] if self.level[other] < LAST] if self.level[place] > 1 else []
            for other in others:
                self._lower(other)
            if not others or self.level[place] < LAST:
                self._lower(place)

    def _lower(self, place: Place) -> None:
        """The next level that changes anything for this place."""
        self.level[place] += 1
        while self.level[place] < LAST and self.settling.level(self.level[place])[0] >= self.longest[place]:
            self.level[place] += 1

    def _blockers(self, done: Sequence[Placed], failed: set[Place]) -> dict[Place, list[Place]]:
        """For every place that failed: the other places whose labels lie in it."""
        by_code = {code_of(place): place for place in failed}
        found: dict[Place, list[Place]] = {place: [] for place in failed}
        for each in done:
            own = (each.ring, each.sector)
            for owner in self.settling.owner[each.row][each.column : each.column + each.width]:
                victim = by_code.get(owner)
                if victim and victim != own and not each.cluster and own not in found[victim]:
                    found[victim].append(own)
        return found

    def _crowded(self, place: Place, mine: list[Placed], left: list[Item]) -> list[Placed]:
        """A place that is too full at the last level.

        First: those left stand there without a name, when they are no more than those with one. Else: the last ones
        make room for a `+n`. Else: the whole place becomes counts per sign, one count, or a bare `+`.
        """
        settling = self.settling
        bare = [placed for placed in (settling.settle(item, "", 1, 1) for item in left) if placed]
        if len(bare) == len(left) <= max(1, len(mine)):
            return mine + bare
        for placed in bare:
            settling.board.lift(placed)
        group = {item.key: item for item in self.groups[place]}
        while len(mine) > len(left):
            plus = settling.cluster(place, f"+{len(left)}", [item.key for item in left])
            if plus:
                return [*mine, plus]
            gone = mine.pop()
            settling.board.lift(gone)
            left = [*left, group[gone.keys[0]]]
        for placed in mine:
            settling.board.lift(placed)
        tally = Counter(item.sign for item in group.values())
        counts = " ".join(f"{sign}{number}" for sign, number in tally.items())
        texts = (counts, f"+{len(group)}", "+")
        tries = (settling.cluster(place, text, list(group)) for text in texts)
        found = next((cluster for cluster in tries if cluster), None)
        return [found] if found else []


__all__ = ["LEVELS", "fit"]
