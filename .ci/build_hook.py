"""Build steps that hatchling cannot do alone: compile the translations, and carry `content/` inside the wheel.

Run as a script (`python .ci/build_hook.py`) it compiles the translations of a checkout, after a `.po` was edited.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run as a script, without the build tools
    BuildHookInterface = object


def compile_translations(root: Path) -> None:
    """Writes a `.mo` beside every `.po` below `resokit_tui/locale`."""
    for source in sorted((root / "resokit_tui" / "locale").rglob("*.po")):
        with source.open("rb") as text:
            catalog = read_po(text, locale=source.parts[-3].partition("@")[0])
        with source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, catalog)


class BuildHook(BuildHookInterface):
    """Called by hatchling for every wheel; an editable install reads `content/` where it stands."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles; adds `content/` when the wheel is a real one."""
        compile_translations(Path(self.root))
        if self.target_name == "wheel" and version == "standard":
            build_data["force_include"]["content"] = "resokit_tui/_content"


if __name__ == "__main__":
    compile_translations(Path(__file__).resolve().parent.parent)
