"""Stamps of files (times, size, inode): an equal stamp shows that a file is unchanged without
reading it.

As in Git's index, equal stamps mean equal content only if the file was last changed well before it
was read: a write within the same clock tick of the file system does not change the times. So a file
changed less than SETTLED ago has no stamp, and its content is compared. The modification time can
be set (`touch -r`, `cp -p`); the time of the last inode change (ctime) cannot, nor can the inode
number, which differs if another file was moved here.
"""

from __future__ import annotations

import os
import time

# nanoseconds; the clock tick of FAT and old NFS is two seconds, all others are finer
SETTLED = 2_000_000_000
_TELLS = os.name == "posix"  # on Windows st_ctime is the creation time


def stamp(path: str) -> str:
    """The stamp of the file at `path`, to be taken before it is read; "" if the file does not exist
    or no stamp would be reliable."""
    if not _TELLS:
        return ""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return ""
    return of_status(status, time.time_ns())


def of_status(status: os.stat_result, now: int) -> str:
    """The stamp of a file with this status at the time `now`, in nanoseconds since 1970; "" if it
    was changed too recently."""
    written, touched = status.st_mtime_ns, status.st_ctime_ns
    if now - max(written, touched) < SETTLED:
        return ""
    return f"{written} {touched} {status.st_size} {status.st_ino} {status.st_dev}"
