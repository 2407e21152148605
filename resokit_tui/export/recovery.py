"""The recovery sheet: the code to keep on paper, under lock, away from the computer.

The code stands in the drawing and nowhere else: not in the title, the outline or the name of the file.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from resokit_tui.core.i18n import Catalog
from resokit_tui.export.blocks import Banner, Document, Facts, Notice, Paragraph, plain
from resokit_tui.export.forms import CodeGroups, WritingLines
from resokit_tui.export.plan_words import inlines, points, spoken_day, title


def recovery_document(vault: str, groups: Sequence[str], made: date, catalog: Catalog) -> Document:
    """The sheet of one vault, with the groups of its recovery code."""
    name = catalog("Recovery sheet")
    day = spoken_day(made, catalog)
    return Document(
        title=name,
        language=catalog.language,
        mark=catalog("Secret – keep under lock"),
        edition=day,
        running=(name, ""),
        blocks=(
            Banner(name, vault, catalog("With this code you open your vault when you have forgotten your passphrase.")),
            Facts(((catalog("Vault"), vault), (catalog("Made on"), day))),
            title(2, catalog("Your code")),
            CodeGroups(tuple(groups)),
            Paragraph(
                plain(catalog("Capitals or not makes no difference. O is the same as 0; I and L are the same as 1."))
            ),
            title(2, catalog("Keep it safe")),
            points(
                inlines(
                    (
                        catalog("Keep this sheet in a closed envelope, under lock, away from this computer."),
                        catalog("Whoever has this sheet and your computer can read everything in your vault."),
                        catalog(
                            "Is the sheet lost, or did somebody see it? Change your passphrase and make a new sheet."
                        ),
                        catalog("Nobody can make this code again: not Resokit, not your organisation."),
                    )
                )
            ),
            Notice(plain(catalog("Print this sheet once, and then delete the file."))),
            WritingLines(catalog("Where this sheet is kept:"), 1),
        ),
    )
