"""The declaration of one blank of a template: how it is asked for, and where its value comes
from."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple

TODAY = "today"
GIT_NAME, GIT_EMAIL = "git-name", "git-email"
GIT_REPOSITORY, GIT_BRANCH = "git-repository", "git-branch"
SOURCES = (TODAY, GIT_NAME, GIT_EMAIL, GIT_REPOSITORY, GIT_BRANCH)


class BlankField(NamedTuple):
    """One blank of a template; "" and () mean that nothing is declared."""

    ask: Mapping[str, str] = {}  # the question by language; {}: never asked
    default: str = ""  # may contain blanks of other fields
    choices: tuple[str, ...] = ()
    required: bool = False  # whether no report is written without it
    source: str = ""  # one of SOURCES, tried before the default
    format: str = ""  # of a date, such as YYYY-MM-DD; "": the form of the type's language
