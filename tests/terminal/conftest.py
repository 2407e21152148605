"""What every test in a real terminal uses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.terminal.pty_app import PtyApp


@pytest.fixture
def apps() -> Iterator[list[PtyApp]]:
    """Apps that are ended whatever happens."""
    started: list[PtyApp] = []
    yield started
    for app in started:
        app.kill()
