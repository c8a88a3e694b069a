"""What an edit asks of the file system, one call a step, so that a test can make each step fail."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class Disk:
    """The file system. Every method raises OSError as the system does."""

    def make_folder(self, folder: Path) -> None:
        """Make `folder`, and those it stands in, where they are not."""
        folder.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def locked(self, folder: Path) -> Iterator[int]:
        """Keep other programs of ours from editing in `folder`; give its file descriptor.

        The folder itself is locked: a lock file would be one more file in the learner's folder.
        """
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            # Some network drives know no locks; reading again before the rename still guards.
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield handle
        finally:
            os.close(handle)

    def read(self, path: Path) -> bytes | None:
        """Return the bytes of `path`, None if there is no such file."""
        try:
            # Not blocking: opening a named pipe would wait for its writer for ever.
            handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        except FileNotFoundError:
            return None
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
            with open(handle, "rb", closefd=False) as file:
                return file.read()
        finally:
            os.close(handle)

    def facts(self, path: Path) -> os.stat_result:
        """Return mode and owner of the file `path`.

        One that may not be written raises PermissionError, marked read-only even for root.
        """
        facts = path.stat()
        if not facts.st_mode & 0o222 or not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return facts

    def create(self, path: Path) -> int:
        """Make the new file `path` and return its file descriptor."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)

    def write(self, handle: int, data: bytes) -> int:
        """Write `data` or the beginning of it; return how many bytes."""
        return os.write(handle, data)

    def imitate(self, handle: int, facts: os.stat_result) -> None:
        """Give an open file the mode of another, and its owner where that is allowed."""
        mine = os.fstat(handle)
        if (mine.st_uid, mine.st_gid) != (facts.st_uid, facts.st_gid):
            with suppress(OSError):
                os.fchown(handle, facts.st_uid, facts.st_gid)
        if stat.S_IMODE(mine.st_mode) != stat.S_IMODE(facts.st_mode):
            os.fchmod(handle, stat.S_IMODE(facts.st_mode))

    def sync(self, handle: int) -> None:
        """Return only when the open file or folder is on the disk itself."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close an open file."""
        os.close(handle)

    def rename(self, old: Path, new: Path) -> None:
        """Put the file `old` in the place of `new`, in one step."""
        os.replace(old, new)

    def remove(self, path: Path) -> None:
        """Remove the file `path`."""
        os.unlink(path)


DISK = Disk()
