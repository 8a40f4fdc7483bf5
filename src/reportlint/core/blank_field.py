"""What a report type or a pack says of one blank of its template: how it is asked for, and where
its value comes from."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple

TODAY = "today"
GIT_NAME, GIT_EMAIL = "git-name", "git-email"
GIT_REPOSITORY, GIT_BRANCH = "git-repository", "git-branch"
SOURCES = (TODAY, GIT_NAME, GIT_EMAIL, GIT_REPOSITORY, GIT_BRANCH)


class BlankField(NamedTuple):
    """One blank; "" and () say nothing."""

    ask: Mapping[str, str] = {}  # the question by language; {} is never asked
    default: str = ""  # may hold the blanks of other fields
    choices: tuple[str, ...] = ()
    required: bool = False  # whether no report is written without it
    source: str = ""  # one of SOURCES: before the default
    format: str = ""  # of a date, such as YYYY-MM-DD; "" is as the type's language writes it
