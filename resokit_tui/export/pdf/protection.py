"""A copy that opens with a passphrase only: AES-256 (ISO 32000-2, revision 6), everything in it encrypted.

pikepdf does it and not fpdf2: in 2.8.9 that leaves the language and the names of attachments in clear, so that readers
turn them into rubbish. PDF/A forbids encryption, so a protected copy is not an archive copy: it does not claim PDF/A,
and carries no data. Its tags stay, and a screen reader may always read it.
"""

from __future__ import annotations

import secrets
from io import BytesIO


def protected(data: bytes, passphrase: str) -> bytes:
    """The same pages, opened with `passphrase` (case and hyphens count). No two calls give the same bytes."""
    import pikepdf  # only a protected copy needs it

    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(
            target,
            encryption=pikepdf.Encryption(
                user=passphrase,
                owner=secrets.token_urlsafe(32),  # nobody knows it: there is no second way in
                R=6,
                aes=True,
                metadata=True,
                allow=pikepdf.Permissions(accessibility=True),
            ),
        )
    return target.getvalue()
