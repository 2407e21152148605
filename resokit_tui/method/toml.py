"""TOML that knows on which line each thing stands.

`tomllib` tells no lines once a text is parsed, and neither does any other TOML reader we know. An editor needs them:
so a fault looks its line up in the text again, by the place of the value (`("next", 1, "page")`). That costs nothing
while there is no fault.
"""

from __future__ import annotations

import re
import tomllib
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

import msgspec

from resokit_tui.core.i18n import Message
from resokit_tui.method.faults import ContentError

Place = tuple[str | int, ...]
"""Where a value stands in TOML: names of keys and tables, numbers (from 0) of elements of arrays."""

Shape = TypeVar("Shape", bound=msgspec.Struct)

_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r'\s*(?:"([^"]*)"|([\w-]+))\s*=\s*(.*)')
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SYNTAX_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")
_PLACE = re.compile(r"\.(\w+)|\[(\d+)\]")


class Toml:
    """A piece of TOML in a file; `first` is the line of the file on which it begins."""

    def __init__(self, file: Path, text: str, first: int = 1) -> None:
        self.file, self.text, self.first = file, text, first

    def read(self, shape: type[Shape], faults: list[ContentError]) -> Shape | None:
        """The values as a struct; or None, with what is missing, unknown or of a wrong type added to `faults`."""
        try:
            data = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            faults.append(self._syntax_fault(str(error)))
            return None
        names = _names(shape)
        missing = [name for name, required in names.items() if required and name not in data]
        found = [self.fault((name,), _unknown(name)) for name in data if name not in names]
        found += [ContentError(self.file, 1, _missing(name)) for name in missing]
        if not found:
            try:
                return msgspec.convert(data, shape)
            except msgspec.ValidationError as error:
                found = [self._shape_fault(str(error))]
        faults += found
        return None

    def fault(self, place: Place, message: Message) -> ContentError:
        """A fault on the line where `place` stands, or else the nearest thing around it."""
        while place and place not in self._lines:
            place = place[:-1]
        return ContentError(self.file, self._lines.get(place, self.first), message)

    @cached_property
    def _lines(self) -> dict[Place, int]:
        scan = _Scan()
        for number, line in enumerate(self.text.split("\n"), self.first):
            scan.take(number, line)
        return scan.lines

    def _syntax_fault(self, reason: str) -> ContentError:
        lines = self.text.split("\n")
        where = _SYNTAX_LINE.search(reason)
        line = int(where[1]) if where and where[1] else len(lines)
        if "overwrite" in reason and (key := _KEY.match(lines[line - 1])):
            fault = Message("“{name}” stands here twice. Give each its own name.", name=key[1] or key[2])
        else:
            fault = Message("This is not valid TOML ({reason}).", reason=_SYNTAX_LINE.sub("", reason))
        return ContentError(self.file, self.first + line - 1, fault)

    def _shape_fault(self, reason: str) -> ContentError:
        words, _, at = reason.partition(" - at ")
        place: Place = tuple(name or int(index) for name, index in _PLACE.findall(at))
        name = words.split("`")[1] if "`" in words else ""
        if "missing required field" in words:
            return self.fault(place, _missing(name))
        if "unknown field" in words:
            return self.fault((*place, name), _unknown(name))
        return self.fault(place, Message("This value has the wrong form ({reason}).", reason=words))


class _Scan:
    """Reads TOML line by line and notes where things begin: tables, keys, elements of arrays."""

    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self._table: Place = ()
        self._tables: dict[Place, int] = {}
        self._array: Place | None = None
        self._elements = 0
        self._in_text = False

    def take(self, number: int, line: str) -> None:
        """Notes what begins on this line."""
        if '"""' in line or self._in_text:
            self._in_text ^= line.count('"""') % 2 == 1
            if not self._in_text and "=" not in line:
                return
        if self._array is not None:
            self._take_elements(number, line, self._array)
        elif table := _TABLE.match(line):
            self._take_table(number, table[2].split("."), is_array=table[1] == "[[")
        elif key := _KEY.match(line):
            place = (*self._table, key[1] if key[1] is not None else key[2])
            self.lines.setdefault(place, number)
            if key[3].startswith("[") and not key[3].rstrip().endswith("]"):
                self._array, self._elements = place, 0
                self._take_elements(number, key[3], place)

    def _take_table(self, number: int, names: list[str], *, is_array: bool) -> None:
        place: Place = ()
        for name in names[:-1]:
            place = (*place, name)
            if place in self._tables:
                place = (*place, self._tables[place] - 1)
        place = (*place, names[-1])
        self.lines.setdefault(place, number)
        if is_array:
            self._tables[place] = self._tables.get(place, 0) + 1
            place = (*place, self._tables[place] - 1)
            self.lines[place] = number
        self._table = place

    def _take_elements(self, number: int, line: str, array: Place) -> None:
        count = line.count("{") or len(_STRING.findall(line))
        for _ in range(count):
            self.lines[(*array, self._elements)] = number
            self._elements += 1
        if line.rstrip().endswith("]"):
            self._array = None


@lru_cache
def _names(shape: type[msgspec.Struct]) -> dict[str, bool]:
    """The names of a struct and whether each is required; asked once, because msgspec works it out every time."""
    return {field.name: field.required for field in msgspec.structs.fields(shape)}


def _missing(name: str) -> Message:
    return Message("“{name}” is missing. Add it.", name=name)


def _unknown(name: str) -> Message:
    return Message("“{name}” means nothing here. Check the spelling, or remove it.", name=name)
