"""The context in which a new report is written: the date, the Git repository, the file name."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime

from reportlint.core.errors import UserError
from reportlint.core.report_type import (
    GIT_BRANCH,
    GIT_EMAIL,
    GIT_NAME,
    GIT_REPOSITORY,
    TODAY,
    ReportType,
)
from reportlint.files.git import run_git
from reportlint.scaffold.fields import Surroundings, used

_COMMANDS = {
    GIT_NAME: ("config", "user.name"),
    GIT_EMAIL: ("config", "user.email"),
    GIT_BRANCH: ("symbolic-ref", "--short", "-q", "HEAD"),
    GIT_REPOSITORY: ("rev-parse", "--show-toplevel"),
}


def surroundings(of: ReportType, output: str, given: Mapping[str, str] = {}) -> Surroundings:
    """The values that may fill in a new report of the type at `output` ("" if it is not written).
    Git is run only for values that the type uses and that are not already in `given`, by source."""
    folder = os.path.dirname(os.path.abspath(output)) if output else os.getcwd()
    known = used(of)
    wanted = {field.source for name, field in of.fields.items() if name in known} - {"", TODAY}
    asked = {source: _of_git(source, folder) for source in sorted(wanted - given.keys())}
    git = {source: {**given, **asked}[source] for source in wanted}
    return Surroundings(datetime.now().astimezone().date(), git, os.path.basename(output))


def _of_git(source: str, folder: str) -> str:
    """A value from Git; "" if there is no git, no repository or no value."""
    if not os.path.isdir(folder):
        return ""
    try:
        answer = run_git(*_COMMANDS[source], folder=folder)
    except UserError:
        return ""
    value = answer.out.decode("utf-8", "replace").strip() if not answer.status else ""
    return os.path.basename(value) if source == GIT_REPOSITORY else value
