"""Where the content is."""

from __future__ import annotations

from pathlib import Path


def content_folder() -> Path:
    """The content that came with the program: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    packed = package / "_content"
    return packed if packed.is_dir() else package.parent / "content"
