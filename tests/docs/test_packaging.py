"""The Dockerfile, the workflows, the release tool and the settings of the site, as far as they can
be tested without the services."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import release
import site_check
import site_links
import site_publish
from reportlint import __version__
from reportlint.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def load(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def instructions(text: str) -> list[tuple[str, str]]:
    """The instructions of a Dockerfile, with continued lines joined and without comments."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines))
    parts = (line.split(None, 1) for line in joined.splitlines() if line.strip())
    return [(name, rest) for name, rest in parts]


def faults_of_image(text: str) -> list[str]:
    """The rules for a Dockerfile that this one breaks."""
    steps = instructions(text)
    starts = [index for index, (name, _) in enumerate(steps) if name == "FROM"]
    last = steps[starts[-1] :]
    users = [rest for name, rest in last if name == "USER"]
    base = [rest.split()[0] for name, rest in steps if name == "FROM"]
    checks = {
        "one stage": len(starts) > 1,
        "not slim": all("-slim" in image for image in base),
        "no tag": all(":" in image for image in base),
        "root": bool(users) and users[-1] not in ("0", "root"),
        "sources in the last stage": not any(name in ("COPY", "ADD") for name, _ in last),
        "an index in the last stage": all(
            "--no-index" in rest for _, rest in last if "pip install" in rest
        ),
        "entry point": ("ENTRYPOINT", '["reportlint"]') in last,
        "no labels": "org.opencontainers.image.source" in dict(last).get("LABEL", ""),
        "secrets": not re.search(r"(?i)(password|token|secret)", text),
    }
    return [name for name, holds in checks.items() if not holds]


def test_the_image() -> None:
    assert faults_of_image(DOCKERFILE) == []
    assert f"ARG VERSION={__version__}\n" in DOCKERFILE


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("USER 1000", "USER root", "root"),
        ("USER 1000\n", "", "root"),
        ("USER 1000", "COPY src src\nUSER 1000", "sources in the last stage"),
        ("--no-index ", "", "an index in the last stage"),
        ('ENTRYPOINT ["reportlint"]', 'CMD ["reportlint"]', "entry point"),
        ("-slim AS", " AS", "not slim"),
    ],
)
def test_a_worse_image_is_told(old: str, new: str, fault: str) -> None:
    assert old in DOCKERFILE
    assert faults_of_image(DOCKERFILE.replace(old, new)) == [fault]


def test_what_the_image_copies_reaches_the_build() -> None:
    kept = {
        line.removeprefix("!")
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }
    copied = {
        name
        for step, rest in instructions(DOCKERFILE)
        if step == "COPY"
        for name in rest.split()[:-1]
    }
    assert copied == kept
    has_sources = (ROOT / "src").is_dir()  # tests of the wheel have none
    expected = kept if has_sources else kept - {"src"}
    assert all((ROOT / name).exists() for name in expected)


@pytest.mark.skipif(shutil.which("hadolint") is None, reason="hadolint is not installed")
def test_hadolint() -> None:
    done = subprocess.run(["hadolint", "Dockerfile"], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")


@pytest.mark.skipif(shutil.which("actionlint") is None, reason="actionlint is not installed")
def test_actionlint() -> None:
    command = ["actionlint", "-no-color", *map(str, WORKFLOWS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def faults_of_workflow(workflow: Any) -> Iterator[str]:
    """The rules for workflows that this one breaks."""
    if workflow.get("permissions") != {"contents": "read"}:
        yield "rights of the whole workflow"
    for name, job in workflow["jobs"].items():
        if "timeout-minutes" not in job and "uses" not in job:
            yield f"{name}: no time limit"
        for step in job.get("steps", ()):
            if "@" not in step.get("uses", "@"):
                yield f"{name}: {step['uses']} of no version"
            kept = step.get("with", {}).get("persist-credentials", True)
            if kept and step.get("uses", "").startswith("actions/checkout@"):
                yield f"{name}: the token stays in the checkout"
            if "${{" in step.get("run", ""):
                yield f"{name}: an expression in a script"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_the_workflows(path: Path) -> None:
    assert list(faults_of_workflow(load(path.read_text(encoding="utf-8")))) == []


def test_a_worse_workflow_is_told() -> None:
    steps = [{"uses": "actions/checkout@v6"}, {"run": "echo ${{ github.head_ref }}"}]
    faults = list(faults_of_workflow({"jobs": {"a": {"steps": steps}}}))
    assert len(faults) == 4


def test_the_release_publishes_what_was_built_and_nothing_else() -> None:
    jobs = load((ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8"))["jobs"]
    assert list(jobs) == ["build", "attest", "pypi", "site", "github"]
    rights = {name: job.get("permissions", {}) for name, job in jobs.items()}
    assert rights["build"] == {}
    assert rights["pypi"] == {"id-token": "write"}
    assert rights["github"] == {"contents": "write"}
    for name in ("attest", "pypi", "github"):
        assert not any("checkout" in step.get("uses", "") for step in jobs[name]["steps"])
    assert "pypi" in jobs["github"]["needs"]


# The release tool


CHANGES = "# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2026-01-31\n\n### Fixed\n\n- It works.\n\n## [1.2.2] - 2026-01-01\n\n- Old.\n"


def tree(folder: Path, changes: str = CHANGES) -> Path:
    """A repository at version 1.2.3."""
    (folder / "src/reportlint").mkdir(parents=True)
    (folder / "src/reportlint/__init__.py").write_text('__version__ = "1.2.3"\n')
    (folder / "CHANGELOG.md").write_text(changes)
    for name in release.NAMED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("uses: reportlint/reportlint@v1.2.3\n")
    return folder


def test_a_release_in_which_all_agree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tree(tmp_path)
    assert release.main(["check", "v1.2.3"], root) == 0
    capsys.readouterr()
    assert release.main(["notes", "v1.2.3"], root) == 0
    assert capsys.readouterr().out == "### Fixed\n\n- It works.\n"


@pytest.mark.parametrize(
    ("tag", "changes", "message"),
    [
        ("v1.2.4", CHANGES, "__init__.py is at 1.2.3"),
        ("v1.2.4", CHANGES, "docs/ci.md names 1.2.3"),
        ("1.2.3", CHANGES, "not the tag of a release"),
        ("v1.2", CHANGES, "not the tag of a release"),
        ("v1.2.3", "## [Unreleased]\n\n- It works.\n", "CHANGELOG.md has no section"),
        ("v1.2.3", "## [1.2.3] - 2026-01-31\n\n## [1.2.2] - 2026-01-01\n- x\n", "with a text"),
        ("v1.2.3", "## [1.2.3]\n\n- It works.\n", "YYYY-MM-DD"),
    ],
)
def test_a_release_in_which_something_was_forgotten(
    tag: str, changes: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release.main(["check", tag], tree(tmp_path, changes)) == 1
    assert message in capsys.readouterr().out


@pytest.mark.skipif(not (ROOT / "src").is_dir(), reason="the source, which is not here, says it")
def test_all_files_that_name_a_version_name_that_of_the_source() -> None:
    problems = release.disagreements(ROOT, f"v{__version__}")
    assert [line for line in problems if "CHANGELOG" not in line] == []
    for name, pattern in release.NAMED.items():
        assert re.search(pattern, (ROOT / name).read_text(encoding="utf-8")), name


# The site


@pytest.mark.parametrize(
    ("link", "source", "leads"),
    [
        ("https://vale.sh", "a.md", "https://vale.sh"),
        ("fixes.md", "git.md", "fixes.md"),
        ("fixes.zh-CN.md", "git.zh-CN.md", "fixes.md"),
        ("../fixes.zh-CN.md", "rules/footnote.zh-CN.md", "../fixes.md"),
        ("architecture.md", "git.zh-CN.md", "architecture.md"),  # has no twin
        ("images/web-dark.png", "web.md", "images/web-dark.png"),
        ("git.zh-CN.md", "git.md", f"{site_links.SITE}zh-CN/git/"),
        ("git.md", "git.zh-CN.md", f"{site_links.SITE}git/"),
        ("README.md", "rules/README.zh-CN.md", f"{site_links.SITE}rules/"),
        ("../README.md", "git.md", f"{site_links.HOME}/blob/main/README.md"),
        ("../../hooks", "rules/footnote.md", f"{site_links.HOME}/tree/main/hooks"),
    ],
)
def test_links_of_github_become_links_of_the_site(link: str, source: str, leads: str) -> None:
    assert site_links.site_link(link, source) == leads


def test_code_is_no_link() -> None:
    text = "`[a](../README.md)`\n\n```text\n[a](../README.md)\n```\n"
    assert site_links.site_text(text, "git.md") == text
    made = site_links.site_text("[a](../README.md#use) `x`", "git.md")
    assert made == f"[a]({site_links.HOME}/blob/main/README.md#use) `x`"


def site(folder: Path, html: str) -> list[str]:
    (folder / "a").mkdir()
    (folder / "a" / "index.html").write_text('<h1 id="x">A</h1>')
    (folder / "index.html").write_text(html)
    return list(site_check.faults(folder))


@pytest.mark.parametrize(
    "html",
    [
        '<a href="a/#x">',
        '<a href="a/">',
        '<a href="https://vale.sh/nothing">',
        '<a href="/reportlint/a/">',
        '<link rel="canonical" href="https://reportlint.github.io/reportlint/">',
    ],
)
def test_a_sound_site(html: str, tmp_path: Path) -> None:
    assert site(tmp_path, html) == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="a/#y">',
        '<a href="b/">',
        '<a href="/reportlint/b/">',
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="https://fonts.example/css">',
        '<img src="https://shields.example/x.svg">',
    ],
)
def test_an_unsound_site(html: str, tmp_path: Path) -> None:
    assert len(site(tmp_path, html)) == 1


@pytest.mark.parametrize(
    ("ref", "tags", "built"),
    [
        ("refs/heads/main", [], [("dev", False), ("1.2.3", False)]),
        ("refs/heads/main", ["v1.2.3"], [("dev", False)]),
        ("refs/tags/v1.2.3", ["v1.2.3"], [("1.2.3", True)]),
        ("refs/tags/v1.2.3rc1", ["v1.2.3rc1"], [("1.2.3rc1", False)]),
    ],
)
def test_the_folders_of_the_published_site(
    ref: str, tags: list[str], built: list[tuple[str, bool]]
) -> None:
    assert site_publish.folders(ref, "1.2.3", tags) == built
    assert site_publish.folders("refs/heads/main", "1.3.0.dev0", tags) == [("dev", False)]


def test_a_page_that_the_tool_links_to_and_the_site_has_not_is_told(tmp_path: Path) -> None:
    (tmp_path / "dev/rules/placeholder").mkdir(parents=True)
    (tmp_path / "dev/rules/placeholder/index.html").write_text("<p>")
    missing = list(site_check.missing(tmp_path, "dev"))
    assert "dev/zh-CN/rules/placeholder/ is missing, and the tool links to it" in missing
    assert "dev/types/duty-report/ is missing, and the tool links to it" in missing
    assert "dev/rules/placeholder/ is missing, and the tool links to it" not in missing


def test_the_site_of_a_release_is_that_of_every_change() -> None:
    release_jobs, docs = (
        load((ROOT / ".github/workflows" / name).read_text(encoding="utf-8"))
        for name in ("release.yml", "docs.yml")
    )
    site = release_jobs["jobs"]["site"]
    assert site["uses"] == "./.github/workflows/docs.yml"
    assert "workflow_call" in docs.get("on", docs.get(True))
    wanted = {
        right: level
        for job in docs["jobs"].values()
        for right, level in job.get("permissions", {}).items()
    }
    assert site["permissions"] == wanted


def test_the_settings_of_the_site_name_pages_that_are_there() -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert f"site_url: {site_links.SITE}\n" in text
    assert "  font: false\n" in text
    assert "\nrepo_url:" not in text, (
        "the theme would ask api.github.com from each reader's browser"
    )
    nav = text.split("\nnav:\n")[1].split("\n# ")[0]
    pages = re.findall(r": (\S+\.md)$", nav, re.M)
    assert len(pages) > 30
    assert [page for page in pages if not (ROOT / "docs" / page).exists()] == []
    named = set(pages)
    existing = {path.name for path in (ROOT / "docs").glob("*.md") if ".zh-CN." not in path.name}
    assert existing <= named, "a page that nobody finds"
    titles = re.findall(r"^ +- (\w[^:\n]*):", nav, re.M)
    chinese = set(re.findall(r"^            ([^:\n]+): ", text, re.M))
    assert [title for title in titles if title not in chinese] == []


# Installing: these lines are not run by a test, hence they are few, and stand in the README


@pytest.mark.parametrize("path", sorted((ROOT / "docs/walkthroughs").glob("*.md")), ids=str)
def test_the_first_steps_install_as_the_readme_says(path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S)
    lines = [line for block in blocks for line in block.splitlines()]
    assert lines
    assert [line for line in lines if line not in readme] == []


@pytest.mark.parametrize("page", ["docs/ci.md", "docs/ci.zh-CN.md"])
def test_the_workflow_that_is_to_be_copied(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    snippets = [load(snippet) for snippet in re.findall(r"^```yaml\n(.*?)^```$", text, re.M | re.S)]
    workflow = next(document for document in snippets if "jobs" in document)
    assert workflow["permissions"]["security-events"] == "write"
    (reportlint_steps,) = [
        step
        for step in workflow["jobs"]["reportlint"]["steps"]
        if step.get("uses", "").startswith("reportlint/")
    ]
    action = load((ROOT / "action.yml").read_text(encoding="utf-8"))
    assert set(reportlint_steps["with"]) <= set(action["inputs"])
    used = set(re.findall(r"steps\.reportlint\.outputs\.([\w-]+)", text))
    assert used
    assert used <= set(action["outputs"])
    for name in (*action["inputs"], *action["outputs"]):
        assert f"| `{name}` |" in text


@pytest.mark.parametrize("page", ["README.md", "README.zh-CN.md"])
def test_the_readme_names_every_command(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    missing = [name for name in COMMANDS if not re.search(rf"\b{name}(?![\w-])", text)]
    assert missing == []
