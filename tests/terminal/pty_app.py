"""The app in a real terminal: a pseudo-terminal, keys in, a screen of 80 × 24 out."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pexpect
import pyte

INHERITED = ("NO_COLOR", "ACCESSIBLE", "COLUMNS", "LINES")
"""Variables that would tell the app of another terminal than ours."""


class PtyApp:
    """Runs `resokit` in a pty; `screen` is what a person would see, `raw` every byte that was written."""

    def __init__(
        self, *arguments: str, home: Path, size: tuple[int, int] = (24, 80), code: str = "", **environment: str
    ) -> None:
        """`code` is run instead of the program, to start it in another way."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("TEXTUAL") and k not in INHERITED}
        self.raw = b""
        self._screen = pyte.Screen(size[1], size[0])
        self._stream = pyte.ByteStream(self._screen)
        self._child = pexpect.spawn(
            sys.executable,
            ["-c", code] if code else ["-m", "resokit_tui", *arguments],
            dimensions=size,
            env={**kept, "TERM": "xterm-256color", "RESOKIT_HOME": str(home), **environment},
            timeout=30,
        )

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        return list(self._screen.display)

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    def send(self, keys: str) -> None:
        """Types."""
        self._child.send(keys)

    def wait_for(self, *texts: str, timeout: float = 40) -> str:
        """Reads until all these texts are on the screen; fails with what is there instead."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            self.read()
            if all(text in self.text for text in texts):
                return self.text
        raise AssertionError(f"not seen: {texts}\n{self.text}")

    def read(self, seconds: float = 0.1) -> None:
        """Takes in what the app wrote."""
        try:
            data = self._child.read_nonblocking(65536, seconds)
        except pexpect.TIMEOUT:
            return
        except pexpect.EOF:
            time.sleep(0.02)
            return
        self.raw += data
        self._stream.feed(data)

    def pause(self, seconds: float) -> None:
        """Takes in what the app writes in so much time: `read` comes back at the first of it."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(min(left, 0.1))

    def wait_for_end(self, timeout: float = 30) -> int | None:
        """Reads until the app has left; gives its exit code."""
        end = time.monotonic() + timeout
        while self._child.isalive() and time.monotonic() < end:
            self.read()
        self.read()
        self._child.close(force=True)
        code: int | None = self._child.exitstatus
        return code

    @property
    def left_behind(self) -> bytes:
        """What stands on the normal screen after leaving: the bytes after the last return from the alternate one."""
        return self.raw.rpartition(b"\x1b[?1049l")[2]

    def hang_up(self, patience: float) -> bool:
        """Closes the terminal, as closing its window does; tells whether the app ended by itself."""
        self._child.ptyproc.fileobj.close()
        self._child.closed = self._child.ptyproc.closed = True
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if os.waitpid(self._child.pid, os.WNOHANG)[0]:
                return True
            time.sleep(0.05)
        os.kill(self._child.pid, 9)
        os.waitpid(self._child.pid, 0)
        return False

    def kill(self) -> None:
        """Ends the app at once, as a power cut would: to close the terminal first would let it save."""
        self._child.kill(signal.SIGKILL)
        self._child.close(force=True)
