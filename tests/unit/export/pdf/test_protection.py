"""A protected copy: opens with the passphrase only, holds nothing in clear, and stays accessible."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from resokit_tui.core.i18n import load_catalog
from resokit_tui.export.blocks import Document
from resokit_tui.export.pdf.document import Attachment, render_pdf, render_protected
from tests.unit.export.conftest import MakeDocument
from tests.unit.export.dossiers import CREATED, marie_louise
from tests.unit.export.pdf.printing import everything_in, faults, faults_in, text_of

PASSPHRASE = "tulp-lantaarn-egel-maandag-kade-viool"
JSON = b'{"kanarie": "vinkje"}'


@pytest.fixture
def document(document_of: MakeDocument) -> Document:
    return document_of(marie_louise())


def opened(data: bytes, passphrase: str) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data), password=passphrase) as pdf:
        pdf.save(target, encryption=False)
    return target.getvalue()


def test_it_opens_with_the_passphrase_only(document: Document) -> None:
    data = render_protected(document, load_catalog("en"), created=CREATED, passphrase=PASSPHRASE)
    for wrong in ("", "tulp", PASSPHRASE.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(data), password=wrong)
    with pikepdf.open(BytesIO(data), password=PASSPHRASE) as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.stream_method is pikepdf._core.EncryptionMethod.aesv3
        assert pdf.encryption.string_method is pikepdf._core.EncryptionMethod.aesv3
        assert pdf.allow.accessibility
    assert "vakvrouw" in text_of(opened(data, PASSPHRASE))


def test_nothing_of_the_plan_stands_in_it_in_clear(document: Document) -> None:
    plain_file = render_pdf(document, load_catalog("en"), created=CREATED)
    data = render_protected(document, load_catalog("en"), created=CREATED, passphrase=PASSPHRASE)
    for secret in ("Marie-Louise", "en-GB", "Resokit", "pdfuaid"):
        encodings = [secret.encode("latin-1"), secret.encode("utf-16-be")]
        assert not any(one in data for one in encodings)
        assert any(one in plain_file for one in encodings) or secret in everything_in(plain_file)


def test_it_stays_accessible_and_claims_no_archive(document: Document) -> None:
    data = opened(render_protected(document, load_catalog("en"), created=CREATED, passphrase=PASSPHRASE), PASSPHRASE)
    assert faults_in(data, archive=False) == []
    assert "pdfaid" not in everything_in(data).replace("pdfuaid", "")


def test_data_travels_in_the_archive_copy(document: Document) -> None:
    attached = Attachment("rollenplan.json", JSON, description="Het rollenplan als gegevens")
    data = render_pdf(document, load_catalog("en"), created=CREATED, attached=attached)
    assert faults(data) == []
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.attachments["rollenplan.json"].get_file().read_bytes() == JSON
    again = render_pdf(document, load_catalog("en"), created=CREATED, attached=attached)
    assert again == data
