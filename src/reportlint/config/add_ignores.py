"""Add entries to the `ignore` list of a configuration, or to the side file of such entries;
comments and order are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.core.errors import UserError
from reportlint.core.text import Text

WIDE = 4096  # columns; by default ruamel.yaml would break the author's long lines


def add_ignores(
    text: str, path: str, entries: Sequence[Mapping[str, str]], *, listed: bool = False
) -> str:
    """The `text` of the configuration at `path` with `entries` appended to its `ignore`. With
    `listed`, the file itself is that list.

    Raises UserError if the file cannot be parsed or if anything else in it would change.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.util import load_yaml_guess_indent

    mark = "\ufeff" if text.startswith("\ufeff") else ""
    ending = "\r\n" if "\r\n" in text else "\n"
    source = text.removeprefix(mark).replace("\r\n", "\n")
    yaml = YAML()
    yaml.preserve_quotes, yaml.width, yaml.allow_unicode = True, WIDE, True
    try:
        _, indent, dash = load_yaml_guess_indent(source)
        yaml.indent(mapping=2, sequence=indent or 2, offset=dash or 0)
        data: Any = yaml.load(source)
        before = _plain(source)
    except YAMLError as error:
        raise _refused(path) from error
    if data is None:
        return mark + _appended(source, entries, listed=listed).replace("\n", ending)
    there = data if listed else data.get("ignore")
    if there is None:
        there = data["ignore"] = CommentedSeq()
    there.fa.set_block_style()
    for entry in entries:
        entry_map = CommentedMap(entry)
        entry_map.fa.set_flow_style()
        there.append(entry_map)
    new = _dumped(yaml, data)
    if _plain(new) != _joined(before, entries, listed=listed):
        raise _refused(path)
    return mark + new.replace("\n", ending)


def _appended(source: str, entries: Sequence[Mapping[str, str]], *, listed: bool) -> str:
    """The text `source`, which has no content except comments, with the entries appended."""
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap

    rows = []
    for entry in entries:
        entry_map = CommentedMap(entry)
        entry_map.fa.set_flow_style()
        rows.append(entry_map)
    yaml = YAML()
    yaml.width, yaml.allow_unicode = WIDE, True
    end = "" if not source or source.endswith("\n") else "\n"
    return source + end + _dumped(yaml, rows if listed else {"ignore": rows})


def _joined(before: Any, entries: Sequence[Mapping[str, str]], *, listed: bool) -> Any:
    added = [dict(entry) for entry in entries]
    if listed:
        return [*before, *added]
    return {**before, "ignore": [*(before.get("ignore") or []), *added]}


def _plain(text: str) -> Any:
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).load(text)


def _dumped(yaml: Any, data: Any) -> str:
    from io import StringIO

    stream = StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def _refused(path: str) -> UserError:
    message = Text(
        "加不进 ignore 条目而不动别处，请手工添加",
        "entries of ignore cannot be added and all else be left as it is; add them by hand",
    )
    return UserError.of(message, path)
