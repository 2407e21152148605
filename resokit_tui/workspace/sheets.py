"""Papers about no client: the worksheet of a tool, and the recovery sheet of a vault. They are not registered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

from resokit_tui.core.files import write_atomic
from resokit_tui.core.i18n import Catalog
from resokit_tui.export.blocks import Document
from resokit_tui.method.page import Page
from resokit_tui.workspace.export_places import own_place, safe_name


def worksheet_bytes(page: Page, catalog: Catalog, now: datetime) -> bytes:
    """The sheet of a tool page as PDF. Raises `CannotError` for a page that is no tool."""
    from resokit_tui.export.worksheet import worksheet_document

    return _printed(worksheet_document(page, catalog), catalog, now)


def write_worksheet(page: Page, catalog: Catalog, now: datetime, folder: Path) -> Path:
    """Writes the sheet of a tool in the app's own folder; returns where it is."""
    data = worksheet_bytes(page, catalog, now)
    stem = f"{safe_name(catalog('Worksheet'))}_{safe_name(page.short)}_{now.date().isoformat()}"
    path = own_place(folder, stem, "pdf").absolute()
    write_atomic(path, data)
    return path


def write_recovery_sheet(vault: str, groups: Sequence[str], catalog: Catalog, now: datetime, folder: Path) -> Path:
    """Writes the recovery sheet in the app's own folder. Its name holds the day, and nothing of the code."""
    from resokit_tui.export.recovery import recovery_document

    data = _printed(recovery_document(vault, groups, now.date(), catalog), catalog, now)
    path = own_place(folder, f"{safe_name(catalog('Recovery sheet'))}_{now.date().isoformat()}", "pdf").absolute()
    write_atomic(path, data)
    return path


def _printed(document: Document, catalog: Catalog, now: datetime) -> bytes:
    from resokit_tui.export.pdf.document import render_pdf

    return render_pdf(document, catalog, created=datetime.combine(now.date(), time(12), now.tzinfo))
