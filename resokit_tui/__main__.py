"""Entry point: cleans the environment before anything reads it, then hands over to the command line."""

from __future__ import annotations

import os
import sys

_DANGEROUS = ("PYTHONINSPECT", "PYTHONBREAKPOINT")
"""Variables that would open a shell on our memory after an error."""


def clean_environment() -> None:
    """Drops `TEXTUAL*`, read at import: `TEXTUAL_LOG` alone would write every key press, passphrases included."""
    for name in list(os.environ):
        if name.startswith("TEXTUAL") or name in _DANGEROUS:
            del os.environ[name]


def main() -> None:
    """Runs the command in `sys.argv` and exits with its code."""
    clean_environment()
    from resokit_tui.cli.run import run

    sys.exit(run(sys.argv[1:], os.environ))


if __name__ == "__main__":
    main()
