"""The JSON Schemas are valid, accept every file that the tool accepts, and reject what it rejects,
as far as a schema can."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML
from test_malformed import CONFIG, MALFORMED, SOUND

import reportlint
from reportlint.config.config_file import load_config
from reportlint.config.json_schema import FILES, json_schema
from reportlint.core.request import Settings
from reportlint.kinds import KINDS
from reportlint.run.list import here

ROOT = Path(__file__).parents[2]
PACKAGE = Path(reportlint.__file__).parent
RULES = next(path for path in (PACKAGE / "rules", PACKAGE.parents[1] / "rules") if path.is_dir())

# What a schema cannot know: places in YAML that it never sees, names in other files, what regexes,
# globs and messages mean.
BEYOND = {
    *("two configuration files", "an id unlike the stem"),
    *(
        "an unknown rule",
        "a glob that no rule has",
        "a glob with a record",
        "an unknown pack",
        "a folder without pack.yaml",
    ),
    *(
        "an unknown type",
        "globs that match nothing",
        "an unknown encoding",
        "an unknown family",
        "a message with a wrong field",
    ),
    *(
        "an open parenthesis",
        "an unknown list of words",
        "a regex that calls itself",
        "a rule that yields to none",
        "a lone brace",
        "a mark without partner",
        "bad without mark, good with",
    ),
    *(
        "types that are not there",
        "two files of one rule",
        "a rule of another pack again",
        "a rule without a value",
        "no kebab-case",
    ),
    *(
        "a pack that requires an unknown one",
        "packs that require each other",
        "a pack id",
        "patterns for an unknown rule",
    ),
    *(
        "a type of another id",
        "a type that extends an unknown one",
        "types that extend each other",
        "a type already there",
    ),
    *(
        "a section to drop that is not there",
        "a section after an unknown one",
        "a demand without phrases",
    ),
    *(),
}


def kind_of(path: str) -> str:
    name = path.rpartition("/")[2]
    if path == CONFIG or name.startswith(".reportlint"):
        return "config"
    return (
        "pack"
        if name == "pack.yaml"
        else "type"
        if path.rpartition("/")[0].endswith("types")
        else "rule"
    )


def read(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(StringIO(text.removeprefix("\ufeff")))


@pytest.fixture(scope="module")
def shipped_schemas() -> dict[str, Any]:
    library = here(Settings(isolated=True)).library
    return {name: json_schema(name, library, KINDS, "en") for name in FILES}


@pytest.fixture
def schemas(core: Any, reader: Any, shipped: Any, kinds: Any) -> dict[str, Any]:
    """The schemas for the small pack and the invented kinds of these tests."""
    library = load_config(None, reader(core), shipped, kinds)[1]
    return {name: json_schema(name, library, kinds, "zh") for name in FILES}


@pytest.mark.parametrize("name", FILES)
def test_it_is_a_schema(name: str, shipped_schemas: dict[str, Any]) -> None:
    jsonschema.Draft7Validator.check_schema(shipped_schemas[name])
    assert shipped_schemas[name]["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize(
    "path",
    [
        *sorted(RULES.rglob("*.yaml")),
        *(
            path
            for path in sorted((ROOT / "examples").rglob("*.yaml"))
            if path.parent.name != "keys"
        ),
        *sorted((ROOT / "tests/data").rglob("*.yaml")),
    ],
    ids=lambda path: "/".join(path.parts[-3:]),
)
def test_shipped_files_fit(path: Path, shipped_schemas: dict[str, Any]) -> None:
    is_part = path.parent.name == "parts"  # what several types include: some of a type's keys
    schema = dict(shipped_schemas["type" if is_part else kind_of(path.as_posix())])
    if is_part:
        del schema["anyOf"]  # a name, or the type that is extended
    validator = jsonschema.Draft7Validator(schema)
    assert [
        f"{list(error.path)}: {error.message[:200]}"
        for error in validator.iter_errors(read(path.read_text("utf-8")))
    ] == []


def faults(files: dict[str, str], schemas: dict[str, Any]) -> list[str]:
    messages = []
    for path, text in files.items():
        if path.endswith((".yaml", ".yml")):
            try:
                data = read(text)
            except Exception as error:  # noqa: BLE001 - whatever a YAML parser raises
                messages.append(str(error))
                continue
            if data is None and kind_of(path) == "config":
                continue
            validator = jsonschema.Draft7Validator(schemas[kind_of(path)])
            messages += [
                f"{path} {list(error.path)}: {error.message[:200]}"
                for error in validator.iter_errors(data)
            ]
    return messages


@pytest.mark.parametrize("name", SOUND)
def test_what_loads_fits(name: str, schemas: dict[str, Any]) -> None:
    assert faults(SOUND[name], schemas) == []


@pytest.mark.parametrize(
    "name", [name for name, files in MALFORMED.items() if name not in BEYOND and "toml" not in name]
)
def test_what_does_not_load_does_not_fit(name: str, schemas: dict[str, Any]) -> None:
    assert faults(MALFORMED[name], schemas)


def test_nothing_is_called_beyond_without_need(schemas: dict[str, Any]) -> None:
    assert set(MALFORMED) >= BEYOND
    assert [name for name in sorted(BEYOND) if faults(MALFORMED[name], schemas)] == []


def test_words_for_people_in_both_languages(
    core: Any, reader: Any, shipped: Any, kinds: Any
) -> None:
    library = load_config(None, reader(core), shipped, kinds)[1]
    assert json_schema("config", library, kinds, "zh")["title"] == "reportlint 的配置"
    assert json_schema("config", library, kinds, "en")["properties"]["exclude"][
        "description"
    ].startswith("globs")
