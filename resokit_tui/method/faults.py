"""A fault in the content, told to the person who edits it."""

from __future__ import annotations

from pathlib import Path

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message


class ContentError(CannotError):
    """Something in a content file is not right: `file`, `line` (from 1) and `fault`, which says what and what to do."""

    def __init__(self, file: Path, line: int, fault: Message) -> None:
        super().__init__(Message("{file}, line {line}: {fault}", file=str(file), line=line, fault=fault))
        self.file, self.line, self.fault = file, line, fault


def read_text(file: Path) -> str:
    """The text of a content file, line ends as `\\n`. Raises `ContentError` if it cannot be read or is not UTF-8."""
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ContentError(file, 1, Message("This file cannot be read ({reason}).", reason=reason)) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContentError(file, line, Message("This is not UTF-8 text. Save the file as UTF-8.")) from None
    return text.replace("\r\n", "\n")
