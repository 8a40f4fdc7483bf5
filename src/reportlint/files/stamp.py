"""When a file was last written, and where it lies: what tells that it is unchanged without a look
into it.

As of Git's index: equal stamps mean equal content only if the file was last touched well before it
was read. Whoever writes to it within the same tick of the clock of its file system leaves the times
as they were; so a file that young has no stamp, and its content is compared. Times can be set
(`touch -r`, `cp -p`); the time of the last change of the entry (ctime), which is in the stamp too,
cannot, nor can the number of the entry, which another file that was moved here has.
"""

from __future__ import annotations

import os
import time

# nanoseconds; FAT and old NFS count in steps of two seconds, all others in smaller ones
SETTLED = 2_000_000_000
_TELLS = os.name == "posix"  # elsewhere st_ctime is the time at which the file was made


def stamp(path: str) -> str:
    """The stamp of the file at `path`, taken before it is read; "" where none would be right, or
    there is no such file."""
    if not _TELLS:
        return ""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return ""
    return of_status(status, time.time_ns())


def of_status(status: os.stat_result, now: int) -> str:
    """The stamp of a file with this status at the time `now`, in nanoseconds since 1970."""
    written, touched = status.st_mtime_ns, status.st_ctime_ns
    if now - max(written, touched) < SETTLED:
        return ""
    return f"{written} {touched} {status.st_size} {status.st_ino} {status.st_dev}"
