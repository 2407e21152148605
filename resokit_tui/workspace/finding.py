"""Keeping the search index up to date: piece by piece, each small enough to do between two saves; gone at lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from resokit_tui.casework.client import Client
from resokit_tui.core.errors import DamagedError
from resokit_tui.method.glossary import Glossary
from resokit_tui.method.method import Method
from resokit_tui.workspace.dossiers import Workspace
from resokit_tui.workspace.findable import dossier_entries, method_entries
from resokit_tui.workspace.search import Found, SearchIndex

_METHOD = "method"


class Finding:
    """The index, and from which version of what it was made. What changed is read again, the rest is not."""

    def __init__(self) -> None:
        self._index = SearchIndex()
        self._method: Method | None = None
        self._versions: dict[str, int] = {}

    def search(self, sought: str) -> Found:
        """What is found now; may be asked from any thread."""
        return self._index.search(sought)

    def read_method(self, method: Method, glossary: Glossary) -> None:
        """Takes in pages, questions and terms, unless they are the ones it has."""
        if method is not self._method:
            self._index.put(_METHOD, method_entries(method, glossary))
            self._method = method

    def to_read(self, workspace: Workspace) -> list[Callable[[], None]]:
        """One piece of work for each dossier that is new or was saved since; a dossier that is gone is forgotten.

        This and each piece read the vault: run them on its thread.
        """
        versions = workspace.versions()
        for gone in self._versions.keys() - versions.keys():
            self._index.drop(gone)
            del self._versions[gone]
        changed = [(id, version) for id, version in versions.items() if self._versions.get(id) != version]
        return [partial(self._read, workspace, id, version) for id, version in changed]

    def clear(self) -> None:
        """Forgets everything."""
        self._index.clear()
        self._versions.clear()
        self._method = None

    def _read(self, workspace: Workspace, dossier_id: str, version: int) -> None:
        if self._versions.get(dossier_id) == version:
            return
        try:
            dossier = workspace.look(dossier_id)
        except DamagedError:  # one that cannot be read must not keep the others from being found
            return
        client = dossier.newest(Client)
        alias = client.alias if client else ""
        self._index.put(dossier_id, dossier_entries(dossier, alias), alias)
        self._versions[dossier_id] = version
