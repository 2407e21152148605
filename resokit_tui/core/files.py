"""Writing a plain file so that it is either wholly there or not there at all."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

from resokit_tui.core.errors import CannotError
from resokit_tui.core.i18n import Message

_REASONS = {
    errno.ENOSPC: Message("the disk is full"),
    errno.EDQUOT: Message("the disk is full"),
    errno.EACCES: Message("you have no right to write there"),
    errno.EPERM: Message("you have no right to write there"),
    errno.EROFS: Message("it can only be read"),
    errno.ENOENT: Message("the folder does not exist"),
    errno.ENOTDIR: Message("there is a file where a folder should be"),
    errno.EISDIR: Message("there is a folder with that name"),
}


def reason_of(error: OSError) -> Message:
    """Why the system refused, in the reader's words rather than the system's."""
    return _REASONS.get(error.errno or 0, Message("the system reports error {code}", code=error.errno or "?"))


def write_atomic(path: Path, data: bytes, *, force: bool = False) -> None:
    """Writes `data` under `path` with rights 0600: a temporary file beside it, fsync, then put in place in one step.

    Without `force` a file that exists is left alone (`CannotError`). The temporary file never outlives an error.
    """
    temporary = path.with_name(f".{secrets.token_hex(6)}.part")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            _put_in_place(temporary, path, force=force)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise CannotError(
            Message("{path} exists already. Choose another name, or add --force to replace it.", path=str(path))
        ) from None
    except OSError as error:
        raise CannotError(
            Message(
                "{path} could not be written ({reason}). Choose another folder.",
                path=str(path),
                reason=reason_of(error),
            )
        ) from None


def _put_in_place(temporary: Path, path: Path, *, force: bool) -> None:
    if force:
        os.replace(temporary, path)
    elif os.name == "nt":
        os.rename(temporary, path)  # never overwrites there
    else:
        try:
            os.link(temporary, path)
        except PermissionError:  # some mounts refuse links; the check and the rename are then two steps
            if path.exists():
                raise FileExistsError(path) from None
            os.rename(temporary, path)
