"""From an open dossier to a file: what is prepared, named, written and registered."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from resokit_tui.casework.exported import Exported
from resokit_tui.casework.reflection import Reflection
from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message
from resokit_tui.export.audience import Audience
from resokit_tui.export.documents import DocumentKind
from resokit_tui.export.text import linear_text
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.export_places import left_behind, remove, watched_by_cloud
from resokit_tui.workspace.exporting import Author, Order, prepare, to_bytes, write
from resokit_tui.workspace.session import DossierSession
from tests.conftest import NOW


@pytest.fixture
def marie(practice: Workspace) -> DossierSession:
    return practice.open(practice.find("Marie-Louise"))


def told(session: DossierSession, **order: object) -> str:
    return linear_text(prepare(session, Order(**order), Author()).document)  # type: ignore[arg-type]


def test_paper_says_je_or_u_as_the_dossier_asks(practice: Workspace, marie: DossierSession) -> None:
    assert "Uw rechten" in told(marie)
    assert "Hoe u mij goed ondersteunt" in told(marie)
    luc = practice.open(practice.find("Luc"))
    assert "Je rechten" in told(luc)
    assert "Hoe je mij goed ondersteunt" in told(luc)
    assert "Vos droits" in told(marie, language="fr")
    assert "Your rights" in told(marie, language="en")


def test_the_same_plan_on_the_same_day_is_the_same_file_and_the_next_day_another_version(
    marie: DossierSession, tmp_path: Path
) -> None:
    first = to_bytes(prepare(marie, Order(), Author()), marie)
    write(marie, prepare(marie, Order(), Author()), exports=tmp_path / "out")
    assert to_bytes(prepare(marie, Order(), Author()), marie) == first
    assert "Versie 1" in told(marie)
    (made,) = marie.dossier.all(Exported)
    marie.put(msgspec.structs.replace(made, day=made.day - timedelta(days=1)), Message("made the day before"))
    assert "Versie 2" in told(marie)


def test_what_left_is_registered_with_its_fingerprint_and_its_place(marie: DossierSession, tmp_path: Path) -> None:
    order = Order(audience=Audience.PARTNER, format="md")
    path = write(marie, prepare(marie, order, Author()), exports=tmp_path / "out")
    (entry,) = marie.dossier.all(Exported)
    assert (entry.day, entry.document, entry.audience, entry.format) == (NOW.date(), "plan", "partner", "md")
    assert (entry.for_whom, entry.place) == ("Dienstencentrum De Spoel", str(path))
    assert len(entry.sha256) == 64
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_intervision_is_not_written_before_somebody_read_it(marie: DossierSession, tmp_path: Path) -> None:
    prepared = prepare(marie, Order(audience=Audience.INTERVISIE, format="md"), Author())
    assert prepared.doubts
    with pytest.raises(CannotError):
        write(marie, prepared, exports=tmp_path / "out")
    assert not (tmp_path / "out").exists()
    written = write(marie, prepared, exports=tmp_path / "out", agreed=True)
    assert written.exists()
    assert "marie" not in written.name  # nor does the name of the file say who it is about


def test_an_intervision_sheet_is_made_of_the_reflection_that_was_meant_for_it(practice: Workspace) -> None:
    luc = practice.open(practice.find("Luc"))
    later = Reflection(created=NOW, changed=NOW, held=NOW.date(), situation="Met Luc naar Sofie.")
    luc.put(later, Message("reflection added"))
    sheet = told(luc, kind=DocumentKind.INTERVISION, audience=Audience.INTERVISIE)
    assert "vandaan kwam" in sheet
    assert "Luc" not in sheet
    assert "Met Luc naar Sofie." in told(luc, kind=DocumentKind.REFLECTION)


def test_a_reflection_is_in_no_other_document(marie: DossierSession) -> None:
    for kind in (DocumentKind.PLAN, DocumentKind.SUMMARY, DocumentKind.NETWORK):
        for audience in (Audience.FULL, Audience.CLIENT, Audience.INTERVISIE):
            assert "stoel aan het verplaatsen" not in told(marie, kind=kind, audience=audience)
    assert "stoel aan het verplaatsen" in told(marie, kind=DocumentKind.REFLECTION)


def test_what_lies_in_the_folder_is_found_and_removed(tmp_path: Path) -> None:
    assert left_behind(tmp_path / "nothing") == []
    for name in ("a.pdf", "b.md", "c.txt", ".d.part"):
        (tmp_path / name).write_text("x")
    (tmp_path / "e.pdf").symlink_to(tmp_path / "c.txt")
    left = left_behind(tmp_path)
    assert sorted(path.name for path in left) == ["a.pdf", "b.md"]
    assert remove([*left, tmp_path / "gone.pdf"]) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == [".d.part", "c.txt", "e.pdf"]


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("/home/ann/OneDrive - CAW/plan.pdf", "OneDrive - CAW"),
        ("/home/ann/Dropbox/x/plan.pdf", "Dropbox"),
        ("/Users/ann/Library/Mobile Documents/com~apple~CloudDocs/plan.pdf", "com~apple~CloudDocs"),
        ("/home/ann/documenten/plan.pdf", ""),
    ],
)
def test_folders_that_are_copied_away_are_known(path: str, folder: str) -> None:
    assert watched_by_cloud(Path(path)) == folder
