"""`reportlint schema`: which schema is printed; what the schemas hold is in `tests/config`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportlint.cli.main import main
from reportlint.cli.schema import FILES


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["schema", *arguments])
    return status, *capsys.readouterr()


def schema(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    status, out, err = run(capsys, *arguments)
    assert (status, err, out[-1]) == (0, "", "\n")
    made: dict[str, Any] = json.loads(out)
    return made


REFUSED = [
    pytest.param(["rules"], "did you mean “rule”?", id="the plural"),
    pytest.param(["a.yaml"], "config, rule, type, pack, output", id="a file"),
    pytest.param(["rule", "type"], "type", id="two at once"),
    pytest.param(["config", "--config", "gone.yaml"], "gone.yaml", id="a missing configuration"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_refused(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, *arguments, "--lang", "en")
    assert (status, out) == (2, "")
    assert message in err


def test_a_bad_configuration_does_not_stop_the_schema_of_the_output(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / ".reportlint.yaml").write_text("extends: [nowhere]\n", encoding="utf-8")
    assert schema(capsys, "output")["type"] == "array"
    assert run(capsys, "rule")[0] == 2


@pytest.mark.parametrize("file", FILES)
def test_each_is_a_draft_7_with_an_address_of_its_own(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    made = schema(capsys, file)
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"
    others = [schema(capsys, other)["$id"] for other in FILES if other != file]
    assert made["$id"] not in others


def test_without_a_name_it_is_that_of_the_configuration(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert schema(capsys) == schema(capsys, "config")
    assert schema(capsys) != schema(capsys, "rule")


def test_it_knows_the_rules_of_the_packs_in_use_here(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "house").mkdir()
    (here / "house/pack.yaml").write_text("id: house\nname: House\n", encoding="utf-8")
    (here / "house/no-slogan.yaml").write_text(
        "kind: pattern\nmessage: m\nwords: [赋能]\n", encoding="utf-8"
    )
    assert "no-slogan" not in run(capsys)[1]
    (here / ".reportlint.yaml").write_text("extends: [core, ./house]\n", encoding="utf-8")
    assert '"no-slogan"' in run(capsys)[1]
    assert "no-slogan" not in run(capsys, "--isolated")[1]


@pytest.mark.parametrize("file", FILES)
def test_descriptions_are_in_the_language_of_the_run_and_readable(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, chinese, _ = run(capsys, file, "--lang", "zh")
    _, english, _ = run(capsys, file, "--lang", "en")
    assert chinese != english
    assert "\\u" not in chinese, "an editor shows it as it is"
