"""The caller's settings for a run, apart from the configuration."""

from __future__ import annotations

from collections.abc import Callable

from reportlint._startup.namedtuple import NamedTuple

STDIN = "-"
Tell = Callable[[int, int], None]  # is called with the number of texts that are done, and of all


class Settings(NamedTuple):
    """The command line as values; "" and () mean that the configuration decides."""

    config: str = ""  # path of the configuration file to use in place of those found
    isolated: bool = False  # use no configuration
    select: tuple[str, ...] = ()  # rule ids or globs; (): all rules
    ignore: tuple[str, ...] = ()
    type: str = ""  # the report type of all files
    fail_on: str = ""
    language: str = ""  # of messages, asked for by the user
    # the language of the environment; "" in the C locale, where messages are in the language of
    # their report
    locale: str = ""
    force_exclude: bool = False
    exclude: tuple[
        str, ...
    ] = ()  # globs, relative to the current folder, of files not to check even if given by name
    stdin_path: str = ""  # the path that standard input stands for
    staged: bool = False  # check what is staged, not what is on disk
    rev: str = ""  # check the files of this commit or tree
    since: str = ""  # report only changes since the merge base of this commit and the texts
    patch: str = ""  # report only what is touched by the patch in this file, or in standard input
    everything: bool = False  # not only what has changed, even if pre-commit names two revisions
    baseline: str = ""  # path of the baseline to use in place of those found
    no_baseline: bool = False
    jobs: int = 0  # processes; 0: as many as are worth it
    no_cache: bool = False  # check files again even if nothing has changed
    profile: bool = False  # measure the time of each phase and rule
    shard: tuple[int, int] = (1, 1)  # check one part of the files: (2, 5) is the second of five
    rule_files: tuple[str, ...] = ()  # use only these rules, without configuration and baseline

    def is_in_shard(self, number: int) -> bool:
        """Whether the file or record of this number, counted from 1, is in the shard to check."""
        shard, shards = self.shard
        return number % shards == shard % shards
