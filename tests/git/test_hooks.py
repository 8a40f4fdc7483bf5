"""The hooks for repositories without pre-commit, run by Git itself. Pushes go to a local path."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support.repository import BAD, GOOD, Repository

HOOKS = Path(__file__).parents[2] / "hooks"

pytestmark = pytest.mark.skipif(shutil.which("sh") is None, reason="the hooks are shell scripts")


def install(name: str, git_dir: Path) -> None:
    (git_dir / "hooks").mkdir(exist_ok=True)
    shutil.copy(HOOKS / name, git_dir / "hooks" / name)


class Pair:
    """A repository and the bare one that it pushes to."""

    def __init__(self, make: Callable[..., Repository], env: dict[str, str]) -> None:
        self.server = make("server 服务器.git", "--bare")
        self.author = make("author 作者")
        for repository in (self.server, self.author):
            repository.env.update(env)
        self.author.git("remote", "add", "origin", str(self.server.folder))

    def push(self, *refs: str) -> str:
        """The messages that the author sees; they start with "ok " if the push is accepted."""
        done = self.author.run("git", "push", "origin", *refs)
        return ("ok " if done.returncode == 0 else "refused ") + done.stdout + done.stderr

    def has(self, ref: str) -> str:
        return self.server.run("git", "rev-parse", "--verify", "--quiet", ref).stdout.strip()


@pytest.fixture
def pair(make: Callable[..., Repository], with_tool: dict[str, str]) -> Pair:
    return Pair(make, with_tool)


@pytest.fixture
def server(pair: Pair) -> Pair:
    install("pre-receive", pair.server.folder)
    return pair


@pytest.fixture
def client(pair: Pair) -> Pair:
    install("pre-push", pair.author.folder / ".git")
    return pair


def test_a_push_of_a_bad_report_is_refused_and_of_a_good_one_accepted(server: Pair) -> None:
    server.author.commit({"述职 报告.md": BAD})
    output = server.push("main")
    assert output.startswith("refused")
    assert "述职 报告.md:3:8: error placeholder" in output
    assert "refs/heads/main is refused" in output
    assert server.has("main") == ""
    good = server.author.commit({"述职 报告.md": GOOD})
    assert server.push("main").startswith("ok")
    assert server.has("main") == good


def test_what_was_there_before_the_hook_is_no_reason_to_refuse(pair: Pair) -> None:
    pair.author.commit({"old.md": BAD, "long.md": BAD + "\n第五行。\n"})
    pair.push("main")
    install("pre-receive", pair.server.folder)
    pair.author.commit({"new.md": GOOD, "long.md": BAD + "\n第五行改了。\n"})
    assert pair.push("main").startswith("ok")
    pair.author.git("checkout", "-q", "-b", "side")
    pair.author.commit({"more.md": GOOD})
    assert pair.push("side").startswith("ok")
    pair.author.commit({"more.md": BAD})
    assert "more.md:3:8" in pair.push("side")


def test_new_branches_from_the_first_commit_that_is_new(server: Pair) -> None:
    server.author.commit({"a.md": GOOD})
    assert server.push("main").startswith("ok")
    server.author.git("checkout", "-q", "-b", "side")
    server.author.commit({"b.md": BAD})
    server.author.commit({"c.md": GOOD})
    output = server.push("side")
    assert output.startswith("refused")
    assert "b.md:3:8" in output
    server.author.git("branch", "same", "main")
    assert server.push("same").startswith("ok")


def test_one_bad_branch_of_several_refuses_the_push(server: Pair) -> None:
    server.author.commit({"a.md": GOOD})
    server.author.git("branch", "other")
    server.author.commit({"a.md": BAD})
    output = server.push("main", "other")
    assert output.startswith("refused")
    assert "refs/heads/main is refused" in output
    assert server.has("other") == ""


def test_branches_and_tags_can_be_deleted(server: Pair) -> None:
    server.author.commit({"a.md": GOOD})
    server.author.git("tag", "v1")
    server.author.git("branch", "side")
    assert server.push("main", "side", "v1").startswith("ok")
    assert server.push("--delete", "side", "v1").startswith("ok")
    assert server.has("side") == ""


def test_a_tag_brings_reports_too_and_may_name_anything(server: Pair) -> None:
    server.author.commit({"a.md": GOOD})
    server.author.git("tag", "-a", "v1", "-m", "one")
    blob = server.author.git("hash-object", "-w", "a.md")
    server.author.git("tag", "-a", "blob", "-m", "no commit", blob)
    assert server.push("v1", "blob").startswith("ok")
    server.author.commit({"a.md": BAD})
    server.author.git("tag", "-a", "v2", "-m", "two")
    assert "a.md:3:8" in server.push("v2")
    assert server.has("v2") == ""


def test_a_branch_that_is_written_anew(server: Pair) -> None:
    server.author.commit({"a.md": GOOD})
    server.author.commit({"b.md": GOOD})
    assert server.push("main").startswith("ok")
    server.author.git("reset", "-q", "--hard", "HEAD~1")
    server.author.commit({"b.md": BAD})
    assert "b.md:3:8" in server.push("--force", "main")
    server.author.commit({"b.md": GOOD})
    assert server.push("--force", "main").startswith("ok")


def test_the_configuration_pushed_along_holds(server: Pair) -> None:
    server.author.commit({"模板/a.md": BAD, ".reportlint.yaml": "exclude: ['模板/**']\n"})
    assert server.push("main").startswith("ok")
    server.author.commit({".reportlint.yaml": "no such key: 1\n"})
    output = server.push("main")
    assert output.startswith("refused")
    assert ".reportlint.yaml:1:1" in output


@pytest.mark.parametrize("hook", ["pre-commit", "pre-push", "pre-receive"])
def test_without_the_tool_nothing_goes_through_unchecked(
    pair: Pair, env: dict[str, str], hook: str, tmp_path: Path
) -> None:
    for name in ("git", "sh"):
        (tmp_path / "bare-bin").mkdir(exist_ok=True)
        (tmp_path / "bare-bin" / name).symlink_to(str(shutil.which(name)))
    pair.author.env["PATH"] = str(tmp_path / "bare-bin")
    pair.author.commit({"a.md": GOOD})
    install(hook, pair.server.folder if hook == "pre-receive" else pair.author.folder / ".git")
    if hook == "pre-commit":
        pair.author.stage("a.md", BAD)
        done = pair.author.run("git", "commit", "-m", "more")
        output = ("ok " if done.returncode == 0 else "refused ") + done.stderr
    else:
        output = pair.push("main")
    assert output.startswith("refused")
    assert "reportlint is not installed" in output


def test_pre_push_checks_what_was_committed(client: Pair) -> None:
    client.author.commit({"a.md": BAD})
    client.author.write("a.md", GOOD)
    output = client.push("main")
    assert output.startswith("refused")
    assert "a.md:3:8: error placeholder" in output
    client.author.commit({"a.md": GOOD})
    client.author.write("a.md", BAD)
    assert client.push("main").startswith("ok")


def test_pre_push_looks_at_what_the_remote_does_not_have(client: Pair) -> None:
    client.author.commit({"old.md": BAD})
    client.author.run("git", "push", "--no-verify", "origin", "main")
    client.author.git("checkout", "-q", "-b", "side")
    client.author.commit({"new.md": GOOD})
    assert client.push("side").startswith("ok")
    client.author.commit({"new.md": BAD})
    assert "new.md:3:8" in client.push("side")
    assert client.push("--delete", "side").startswith("ok")
    client.author.git("tag", "v0", "main")
    assert client.push("v0").startswith("ok")


def test_pre_commit_checks_what_is_staged(pair: Pair) -> None:
    author = pair.author
    author.commit({"old.md": BAD, "a.md": GOOD})
    install("pre-commit", author.folder / ".git")
    author.write("a.md", BAD)
    assert author.run("git", "commit", "--allow-empty", "-m", "more").returncode == 0
    stopped = author.run("git", "commit", "-am", "more")
    assert stopped.returncode != 0
    assert "a.md:3:8: error placeholder" in stopped.stderr
    author.write("old.md", GOOD)
    assert author.run("git", "commit", "-m", "more", "--", "old.md").returncode == 0


@pytest.mark.parametrize(("chosen", "status"), [(b"y\nn\n", 0), (b"n\ny\n", 1)])
def test_of_a_commit_by_pieces_the_chosen_piece_is_checked(
    pair: Pair, chosen: bytes, status: int
) -> None:
    author = pair.author
    lines = "".join(f"第{number}段。\n\n" for number in range(20))
    author.commit({"a.md": GOOD + lines})
    install("pre-commit", author.folder / ".git")
    author.write("a.md", GOOD + "新的一段。\n" + lines + "走访XX户。\n")
    done = author.run("git", "commit", "-p", "-m", "more", data=chosen)
    assert done.returncode == status
    assert ("placeholder" in done.stderr) is bool(status)
