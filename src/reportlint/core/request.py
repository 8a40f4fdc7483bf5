"""What the caller wants of a run, whatever the configuration says."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple

STDIN = "-"


class Settings(NamedTuple):
    """The command line as values; "" and () leave it to the configuration."""

    config: str = ""  # path of the configuration file to use in place of those found
    isolated: bool = False  # use no configuration
    select: tuple[str, ...] = ()  # rule ids or globs; empty is all
    ignore: tuple[str, ...] = ()
    type: str = ""  # the report type that every file is of
    fail_on: str = ""
    language: str = ""  # of messages, asked for by the user
    # the language of the environment; "" in the C locale, where a message follows its report
    locale: str = ""
    force_exclude: bool = False
    exclude: tuple[
        str, ...
    ] = ()  # globs of files not to check, seen from the current folder; files named themselves too
    stdin_path: str = ""  # what standard input is called
    staged: bool = False  # check what is staged, not what is on disk
    rev: str = ""  # check the files of this commit or tree
    since: str = ""  # report only what has changed since this commit and the checked texts parted
    patch: str = ""  # report only what the patch in this file, or in standard input, touches
    everything: bool = False  # not only what has changed, though pre-commit names two revisions
    baseline: str = ""  # path of the baseline to use in place of those found
    no_baseline: bool = False
    jobs: int = 0  # processes; 0 is as many as pay
    no_cache: bool = False  # check files again though nothing has changed
    profile: bool = False  # measure what the time goes to
    shard: tuple[int, int] = (1, 1)  # check the first of so many parts of the files, the second, …
    rule_files: tuple[str, ...] = ()  # try only these rules, with no configuration and no baseline
