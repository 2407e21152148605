"""The English catalogue (source texts) and the documents that most tests look at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from resokit_tui.casework.dossier import Dossier
from resokit_tui.core.i18n import Catalog, load_catalog
from resokit_tui.export.audience import Audience
from resokit_tui.export.blocks import Document
from resokit_tui.export.plan_document import plan_document
from resokit_tui.export.role_plan import role_plan
from tests.unit.export.dossiers import TODAY, every_script, luc, marie_louise, nobody_yet

MakeDocument = Callable[[Dossier], Document]


@pytest.fixture
def catalog() -> Catalog:
    return load_catalog("en")


@pytest.fixture
def document_of(catalog: Catalog) -> MakeDocument:
    """The role plan of a dossier as a document."""

    def make(dossier: Dossier) -> Document:
        return plan_document(
            role_plan(dossier, Audience.FULL, TODAY, "CAW Brussel", "Joke Peeters", version=3), catalog
        )

    return make


DOSSIERS = {"full": marie_louise, "luc": luc, "almost empty": nobody_yet, "every script": every_script}


@pytest.fixture(params=list(DOSSIERS))
def any_dossier(request: pytest.FixtureRequest) -> Dossier:
    return DOSSIERS[request.param]()
