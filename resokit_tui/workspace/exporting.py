"""From a dossier to a document that leaves the house: filter first, lay out next, write once, and register it."""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime, time
from pathlib import Path

from resokit_tui.casework.exported import Exported
from resokit_tui.core.errors import CannotError, ResokitError
from resokit_tui.core.files import reason_of, write_atomic
from resokit_tui.core.i18n import Catalog, Message
from resokit_tui.core.paths import make_private
from resokit_tui.core.text import fold
from resokit_tui.export.audience import Audience
from resokit_tui.export.data import dossier_json
from resokit_tui.export.plan_document import plan_document
from resokit_tui.export.role_plan import role_plan
from resokit_tui.workspace.session import DossierSession


def plan_bytes(
    session: DossierSession,
    audience: Audience,
    catalog: Catalog,
    format: str,
    *,
    professional: str = "",
    organisation: str = "",
) -> bytes:
    """The role plan as `pdf` or `md`, or the whole dossier as `json` (schema `resokit-dossier/1`).

    Raises `UsageError` for a reader whose filter does not exist yet.
    """
    if format == "json":
        return dossier_json(session.dossier)
    today = session.now().date()
    plan = role_plan(session.dossier, audience, today, organisation, professional)
    document = plan_document(plan, catalog)
    if format == "md":
        from resokit_tui.export.markdown import to_markdown

        return to_markdown(document).encode()
    from resokit_tui.export.pdf.document import render_pdf

    noon = datetime.combine(today, time(12), session.now().tzinfo)  # the same plan on the same day: the same bytes
    return render_pdf(document, catalog, created=noon)


def write_plan(
    session: DossierSession,
    audience: Audience,
    catalog: Catalog,
    *,
    format: str = "pdf",
    path: Path | None = None,
    exports: Path,
    professional: str = "",
    organisation: str = "",
    force: bool = False,
) -> Path:
    """Writes the plan in one step and registers it in the dossier; returns where it is.

    Without `path` it goes to the private folder `exports`, under a name of its own that holds alias and date only.
    """
    data = plan_bytes(session, audience, catalog, format, professional=professional, organisation=organisation)
    path = path or _own_place(exports, session.alias, session.now().date(), format)
    write_atomic(path, data, force=force)
    try:
        _register(session, audience, format, data)
    except ResokitError:
        if not force:  # a document that is in no register must not lie about; one that was replaced is gone already
            path.unlink(missing_ok=True)
        raise
    return path.absolute()


def _register(session: DossierSession, audience: Audience, format: str, data: bytes) -> None:
    now = session.now()
    entry = Exported(
        created=now,
        changed=now,
        day=now.date(),
        document="role plan",
        audience=audience.value,
        format=format,
        sha256=hashlib.sha256(data).hexdigest(),
    )
    session.put(entry, Message("role plan made"))


def file_stem(alias: str, day: date) -> str:
    """`rollenplan_marie-louise_2026-11-22`: alias and date, in letters any file system takes."""
    safe = re.sub(r"[\W_]+", "-", fold(alias)).strip("-") or "dossier"
    return f"rollenplan_{safe}_{day.isoformat()}"


def _own_place(exports: Path, alias: str, day: date, format: str) -> Path:
    try:
        make_private(exports)
    except OSError as error:
        raise CannotError(
            Message(
                "{path} could not be written ({reason}). Choose another folder.",
                path=str(exports),
                reason=reason_of(error),
            )
        ) from None
    return _free_name(exports, alias, day, format)


def _free_name(folder: Path, alias: str, day: date, format: str) -> Path:
    stem = file_stem(alias, day)
    path, number = folder / f"{stem}.{format}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}_v{number}.{format}"
    return path
