"""What the tests of the vault share: cheap keys, a vault to hand, and a file system that misbehaves on command."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tinydb import TinyDB

from resokit_tui.vault.cost import KdfBounds, KdfParameters
from resokit_tui.vault.files import Files
from resokit_tui.vault.storage import DossierStorage
from resokit_tui.vault.vault import Vault

CHEAP = KdfParameters(8, 1, 1)
BOUNDS = KdfBounds(CHEAP, KdfParameters(64, 3, 4))
PASSPHRASE = "zeven stille zwanen é"
NOW = datetime(2026, 3, 4, 14, 32, tzinfo=UTC)


def make_vault(folder: Path, files: Files | None = None) -> tuple[Vault, str]:
    return Vault.create(folder, "Testkluis", PASSPHRASE, bounds=BOUNDS, parameters=CHEAP, files=files)


def open_vault(folder: Path, files: Files | None = None) -> Vault:
    return Vault.open(folder, PASSPHRASE, bounds=BOUNDS, files=files)


def database(storage: DossierStorage) -> TinyDB:
    return TinyDB(storage=lambda: storage)


def note(storage: DossierStorage, text: str) -> None:
    """Stages one document."""
    database(storage).table("notes").insert({"text": text})


def texts(storage: DossierStorage) -> list[str]:
    return [document["text"] for document in database(storage).table("notes").all()]


def dossier_with(vault: Vault, *saved: str) -> str:
    """A dossier with one version per text."""
    dossier = vault.create_dossier()
    storage = vault.storage(dossier)
    for text in saved:
        note(storage, text)
        storage.commit("added", NOW)
    return dossier


def folder_of(vault: Vault, dossier: str) -> Path:
    return vault.folder / "o" / dossier[:2] / dossier


def version_path(vault: Vault, dossier: str, version: int) -> Path:
    return folder_of(vault, dossier) / f"{version:010d}"


def flip(path: Path, offset: int = 200) -> None:
    """Changes one bit of a file, as a failing disk would."""
    data = bytearray(path.read_bytes())
    data[offset] ^= 1
    path.write_bytes(data)


class WatchedFiles(Files):
    """Notes every call and raises the error it was told to, before or after the call was carried out.

    `fail_at` counts calls from 0; with `for_good` every later call fails too. Reset with `watch`.
    """

    def __init__(self) -> None:
        self.watch()

    def watch(self, fail_at: int | None = None, error: int = 0, *, after: bool = False, for_good: bool = False) -> None:
        self.calls: list[str] = []
        self._fail_at, self._error, self._after, self._for_good = fail_at, error, after, for_good

    @property
    def failed(self) -> bool:
        return self._fail_at is not None and len(self.calls) > self._fail_at

    def _count(self, name: str) -> None:
        self.calls.append(name)
        self._maybe_fail(after=False)

    def _maybe_fail(self, *, after: bool) -> None:
        if self._fail_at is None or after != self._after:
            return
        number = len(self.calls) - 1
        if number == self._fail_at or (self._for_good and number > self._fail_at):
            raise OSError(self._error, "told to fail")

    def make_folder(self, folder: Path) -> None:
        self._count("make_folder")
        super().make_folder(folder)
        self._maybe_fail(after=True)

    def write_new(self, path: Path, data: bytes) -> None:
        self._count("write_new")
        super().write_new(path, data)
        self._maybe_fail(after=True)

    def publish(self, temporary: Path, final: Path) -> None:
        self._count("publish")
        super().publish(temporary, final)
        self._maybe_fail(after=True)

    def fsync_folder(self, folder: Path) -> None:
        self._count("fsync_folder")
        super().fsync_folder(folder)
        self._maybe_fail(after=True)

    def read(self, path: Path) -> bytes:
        self._count("read")
        data = super().read(path)
        self._maybe_fail(after=True)
        return data

    def list(self, folder: Path) -> list[str]:
        self._count("list")
        names = super().list(folder)
        self._maybe_fail(after=True)
        return names

    def modified(self, path: Path) -> datetime:
        self._count("modified")
        return super().modified(path)

    def unlink(self, path: Path) -> None:
        self._count("unlink")
        super().unlink(path)
        self._maybe_fail(after=True)
