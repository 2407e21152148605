"""A disk that may lose whatever was not brought to it: every state in which a power cut can leave a folder.

The rules are POSIX's least: the content of a file is on the disk after its fsync, a name (made, given, taken away)
after an fsync of its folder; what is not may be there or not, in any combination we care to try.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from resokit_tui.vault.files import Files


@dataclass(frozen=True)
class Effect:
    """One change of one folder: a name appears with this content (`None`: a folder), or goes."""

    path: Path
    content: bytes | None = None
    gone: bool = False
    is_folder: bool = False


@dataclass
class Tape:
    """What happened, in order: effects, and folders that were brought to the disk."""

    events: list[Effect | Path] = field(default_factory=list)


class RecordedFiles(Files):
    """Does what it is told and writes it on a tape."""

    def __init__(self) -> None:
        self.tape = Tape()

    def _note(self, event: Effect | Path) -> None:
        self.tape.events.append(event)

    def make_folder(self, folder: Path) -> None:
        there = folder.exists()
        super().make_folder(folder)
        if not there:
            self._note(Effect(folder, is_folder=True))

    def write_new(self, path: Path, data: bytes) -> None:
        super().write_new(path, data)
        self._note(Effect(path, data))

    def publish(self, temporary: Path, final: Path) -> None:
        data = temporary.read_bytes()
        super().publish(temporary, final)
        self._note(Effect(final, data))
        self._note(Effect(temporary, gone=True))

    def rename(self, path: Path, name: Path) -> None:
        data = path.read_bytes() if path.is_file() else None
        super().rename(path, name)
        self._note(Effect(name, data, is_folder=data is None))
        self._note(Effect(path, gone=True, is_folder=data is None))

    def fsync_folder(self, folder: Path) -> None:
        super().fsync_folder(folder)
        self._note(folder)

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        self._note(Effect(path, gone=True))

    def remove_folder(self, folder: Path) -> None:
        super().remove_folder(folder)
        self._note(Effect(folder, gone=True, is_folder=True))


@dataclass(frozen=True)
class Rules:
    """What counts as brought to the disk; the controls take one away."""

    files: bool = True
    folders: bool = True


def snapshot(folder: Path) -> dict[Path, bytes | None]:
    """Everything in a folder: path → content, `None` for a folder."""
    found: dict[Path, bytes | None] = {}
    for path in sorted(folder.rglob("*")):
        found[path] = None if path.is_dir() else path.read_bytes()
    return found


def crash_states(
    before: dict[Path, bytes | None], tape: Tape, rules: Rules
) -> Iterator[tuple[bool, dict[Path, bytes | None]]]:
    """Every state a power cut can leave, after each event; and whether everything was done by then."""
    for end in range(len(tape.events) + 1):
        sure, unsure = _sorted_out(tape.events[:end], rules)
        for kept in _choices(unsure):
            order = [effect for effect in tape.events[:end] if isinstance(effect, Effect)]
            chosen = [e for e in order if e in sure or e in kept]
            yield end == len(tape.events), _applied(before, chosen, [] if rules.files else chosen)


def _sorted_out(events: list[Effect | Path], rules: Rules) -> tuple[list[Effect], list[Effect]]:
    sure: list[Effect] = []
    unsure: list[Effect] = []
    for event in events:
        if isinstance(event, Effect):
            unsure.append(event)
        elif rules.folders:
            sure += [effect for effect in unsure if effect.path.parent == event]
            unsure = [effect for effect in unsure if effect.path.parent != event]
    return sure, unsure


def _choices(unsure: list[Effect]) -> Iterator[list[Effect]]:
    yield []
    for end in range(1, len(unsure) + 1):
        yield unsure[:end]
    for left_out in range(len(unsure) - 1):
        yield unsure[:left_out] + unsure[left_out + 1 :]


def _applied(before: dict[Path, bytes | None], effects: list[Effect], torn: list[Effect]) -> dict[Path, bytes | None]:
    state = dict(before)
    for effect in effects:
        if effect.gone:
            state.pop(effect.path, None)
        else:
            state[effect.path] = None if effect.is_folder else (b"" if effect in torn else effect.content)
    folders = {path for path, content in state.items() if content is None}
    root = min(before or state, default=Path("/"), key=lambda path: len(path.parts)).parent
    return {
        path: content
        for path, content in state.items()
        if all(parent in folders or len(parent.parts) <= len(root.parts) for parent in path.parents)
    }


def laid_out(state: dict[Path, bytes | None], old: Path, new: Path) -> Path:
    """Writes a state into another folder, and returns that."""
    new.mkdir(mode=0o700)
    for path, content in sorted(state.items()):
        target = new / path.relative_to(old)
        if content is None:
            target.mkdir(mode=0o700, exist_ok=True)
        else:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            target.write_bytes(content)
    return new
