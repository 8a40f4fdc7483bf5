"""A checkout whose configuration names programs: reportlint runs none of them, with any command.

Each program creates a file. The first test ensures that Git itself would run it.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from support.repository import BAD, GOOD, Repository
from support.terminal import Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")

PARTIAL = """
[core]
    repositoryformatversion = 1
[extensions]
    partialClone = origin
[remote "origin"]
    promisor = true
    url = {url}
"""
# What the configuration says, what the attributes say, and a git command that would run the
# program.
HOSTILE = {
    "fsmonitor": ("[core]\nfsmonitor = {program}", "", "status"),
    "hooks": ("[core]\nhooksPath = {folder}", "", "checkout -q HEAD"),
    "clean filter": ('[filter "x"]\nclean = {program}', "*.txt filter=x", "diff HEAD"),
    "process filter": (
        '[filter "x"]\nprocess = {program}\nrequired = false',
        "*.txt filter=x",
        "diff HEAD",
    ),
    "external diff": ("[diff]\nexternal = {program}", "", "diff HEAD"),
    "diff driver": ('[diff "x"]\ncommand = {program}', "*.txt diff=x", "diff HEAD"),
    "text conversion": ('[diff "x"]\ntextconv = {program}', "*.txt diff=x", "diff HEAD"),
    "signature": (
        "[log]\nshowSignature = true\n[gpg]\nprogram = {program}\nformat = openpgp",
        "",
        "log -1",
    ),
    "signature by ssh": (
        '[log]\nshowSignature = true\n[gpg "ssh"]\nprogram = {program}\nallowedSignersFile = {program}',
        "",
        "log -1",
    ),
    "lazy fetch": (
        PARTIAL.format(url="ext::{program} x") + '[protocol "ext"]\nallow = always',
        "",
        "cat-file -p HEAD~1:lost.txt",
    ),
    "lazy fetch by ssh": (
        "[core]\nsshCommand = {program}" + PARTIAL.format(url="ssh://h/x"),
        "",
        "cat-file -p HEAD~1:lost.txt",
    ),
    "lazy fetch by proxy": (
        "[core]\ngitProxy = {program}" + PARTIAL.format(url="git://h/x"),
        "",
        "cat-file -p HEAD~1:lost.txt",
    ),
    "lazy fetch by upload-pack": (
        PARTIAL.format(url="file://{folder}") + "    uploadpack = {program}",
        "",
        "cat-file -p HEAD~1:lost.txt",
    ),
}
# What commands would run that reportlint has no use for: the configuration, the attributes, a git
# command that would run the program, and its input.
CREDENTIAL = "protocol=https\nhost=example.org\n\n"
UNUSED = {
    "alias": ("[alias]\nx = !{program}", "", "x", ""),
    "editor": ("[core]\neditor = {program}", "", "commit -q --allow-empty", ""),
    "editor of a rebase": ("[sequence]\neditor = {program}", "", "rebase -q -i HEAD~1", ""),
    "credential helper": ("[credential]\nhelper = {program}", "", "credential fill", CREDENTIAL),
    "question for a password": ("[core]\naskPass = {program}", "", "credential fill", CREDENTIAL),
    "smudge filter": (
        '[filter "x"]\nsmudge = {program}',
        "*.txt filter=x",
        "cat-file --filters HEAD:a.txt",
        "",
    ),
    "trailer": (
        '[trailer "x"]\ncmd = {program}',
        "",
        "interpret-trailers --trailer x=y",
        "a\n\nx: y\n",
    ),
    "included file": ("[include]\npath = {folder}/included", "", "status", ""),
    "file included on a condition": (
        '[includeIf "gitdir:/**"]\npath = {folder}/included',
        "",
        "status",
        "",
    ),
}
SIGNATURE = "gpgsig -----BEGIN {0} SIGNATURE-----\n eA==\n -----END {0} SIGNATURE-----\n\n"
# What changes the form of git's answers, or what they wait for.
ODD = (
    "i18n.logOutputEncoding=UTF-16",
    "diff.orderFile=/dev/zero",
    "diff.noprefix=true",
    "diff.submodule=log",
    "diff.context=0",
    "color.ui=always",
    "log.decorate=full",
    "log.date=format:%s",
    "log.diffMerges=off",
    "core.abbrev=4",
)
RUNS = (
    ["."],
    ["--staged"],
    ["--since", "HEAD"],
    ["--since", "HEAD~1"],
    ["--staged", "--since", "HEAD~1"],
    ["--rev", "HEAD~1"],
    ["--rev", "HEAD"],
    ["--rev", "HEAD", "--since", "HEAD~1"],
    ["trend"],
    ["--fix", "--unsafe-fixes", "--since", "HEAD"],
)
EACH_SORT = (RUNS[0], RUNS[1], RUNS[2], RUNS[7], RUNS[8], RUNS[9])


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that records that it was run, under any of the names that Git gives to hooks."""
    folder = tmp_path / "evil"
    folder.mkdir()
    path = folder / "run.sh"
    path.write_text(f"#!/bin/sh\ntouch '{tmp_path}/was-run'\nexit 1\n", encoding="utf-8")
    path.chmod(0o755)
    included = f"[core]\nfsmonitor = {path}\nsshCommand = {path}\n"
    (folder / "included").write_text(included, encoding="utf-8")
    for hook in ("post-index-change", "post-checkout", "pre-commit", "reference-transaction"):
        (folder / hook).symlink_to("run.sh")
    return path


@pytest.fixture
def hostile(repository: Repository, program: Path, request: pytest.FixtureRequest) -> Repository:
    config, attributes, _ = HOSTILE[request.param]
    repository.commit({"a.txt": GOOD, "lost.txt": "要丢的。\n"})
    repository.commit({"a.txt": GOOD + "\n第二段。\n", "lost.txt": "要丢的，改了。\n"})
    lost = repository.git("rev-parse", "HEAD~1:lost.txt")
    (repository.folder / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    sign(repository, "SSH" if "ssh" in request.param else "PGP")
    repository.write(".gitattributes", attributes)
    repository.stage("b.txt", BAD)
    repository.write("a.txt", BAD)
    with (repository.folder / ".git" / "config").open("a", encoding="utf-8") as stream:
        stream.write(config.format(program=program, folder=program.parent) + "\n")
    return repository


def sign(repository: Repository, kind: str) -> None:
    """Give the last commit a signature that Git could verify."""
    commit = repository.git("cat-file", "commit", "HEAD") + "\n"
    signed = commit.replace("\n\n", "\n" + SIGNATURE.format(kind), 1).encode()
    made = repository.run("git", "hash-object", "-t", "commit", "-w", "--stdin", data=signed)
    repository.git("reset", "-q", "--soft", made.stdout.strip())


@pytest.mark.parametrize(
    ("hostile", "command"),
    [pytest.param(name, command, id=name) for name, (_, _, command) in HOSTILE.items()],
    indirect=["hostile"],
)
def test_git_itself_would_run_it(hostile: Repository, command: str, tmp_path: Path) -> None:
    hostile.run("git", *command.split())
    assert (tmp_path / "was-run").exists()


@pytest.mark.parametrize("hostile", HOSTILE, indirect=True)
def test_nothing_is_run(hostile: Repository, tmp_path: Path) -> None:
    for arguments in RUNS:
        done = hostile.lint(*arguments, *(["--no-cache"] if "trend" not in arguments else []))
        assert "Usage:" not in done.stderr
        assert done.returncode in (0, 1, 2), (arguments, done.stderr)
        assert not (tmp_path / "was-run").exists(), arguments
    assert hostile.found("--since", "HEAD", "--ignore", "unreadable", only="placeholder") == [
        "a.txt:3 placeholder",
        "b.txt:3 placeholder",
    ]


@pytest.mark.parametrize("setting", ODD)
def test_no_setting_changes_what_is_understood(setting: str, repository: Repository) -> None:
    repository.commit({"a.txt": GOOD})
    repository.commit({"a.txt": BAD})
    trend = repository.lint("trend")
    assert trend.returncode == 0, trend.stderr
    repository.git("config", *setting.split("=", 1))
    assert repository.found("--since", "HEAD~1", only="placeholder") == ["a.txt:3 placeholder"]
    again = repository.lint("trend")
    assert (again.returncode, again.stdout) == (0, trend.stdout)


@pytest.fixture
def changed(repository: Repository) -> Repository:
    """Two commits, and a blank that is not in them."""
    for text in (GOOD, GOOD + "\n第二段。\n"):
        repository.commit({"a.txt": text})
    repository.write("a.txt", BAD)
    return repository


@pytest.mark.parametrize("name", UNUSED)
def test_git_would_run_it_in_other_commands(
    name: str, changed: Repository, program: Path, tmp_path: Path
) -> None:
    config, attributes, command, data = UNUSED[name]
    changed.write(".gitattributes", attributes)
    configure(changed, config, program)
    if "rebase" in command:
        changed.git("checkout", "-q", "--", "a.txt")
    changed.run("git", *command.split(), data=data.encode())
    assert (tmp_path / "was-run").exists()


def configure(repository: Repository, config: str, program: Path) -> None:
    with (repository.folder / ".git" / "config").open("a", encoding="utf-8") as stream:
        stream.write(config.format(program=program, folder=program.parent) + "\n")


def test_nothing_is_run_that_other_commands_would_run(
    changed: Repository, program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTLINT_TESTS_IN_PROCESS", "1")
    for config, attributes, _, _ in UNUSED.values():
        if attributes:
            changed.write(".gitattributes", attributes)
        configure(changed, config, program)
    for command in ("log", "diff", "ls-files", "ls-tree", "cat-file", "rev-parse", "check-ignore"):
        configure(changed, f"[alias]\n{command} = !{{program}}", program)
    changed.write(".git/hooks/post-index-change", program.read_text(encoding="utf-8"))
    (changed.folder / ".git/hooks/post-index-change").chmod(0o755)
    for arguments in EACH_SORT:
        done = changed.lint(*arguments)
        assert done.returncode in (0, 1), (arguments, done.stderr)
        assert not (tmp_path / "was-run").exists(), arguments
    assert changed.found("--since", "HEAD", only="placeholder") == ["a.txt:3 placeholder"]


PAGED = (["git", "log"], [sys.executable, "-m", "reportlint", "--since", "HEAD"])


@pytest.mark.parametrize(
    ("command", "is_run"), [(PAGED[0], True), (PAGED[1], False)], ids=["git", "reportlint"]
)
def test_a_pager_is_run_by_git_alone(
    command: list[str], is_run: bool, changed: Repository, program: Path, tmp_path: Path
) -> None:
    """Git runs it at a terminal only."""
    configure(changed, "[core]\npager = {program}\n[pager]\nlog = {program}", program)
    env = {**changed.env, "TERM": "xterm"}
    for variable in ("PAGER", "GIT_PAGER"):
        env.pop(variable, None)
    with Terminal(command, changed.folder, env) as running:
        running.end()
    assert (tmp_path / "was-run").exists() is is_run


def test_a_work_tree_elsewhere_is_not_written(
    changed: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPORTLINT_TESTS_IN_PROCESS", "1")
    (tmp_path / "elsewhere").mkdir()
    victim = tmp_path / "elsewhere" / "a.txt"
    victim.write_text("用了 Linux,然后。\n一是甲，三是乙。\n", encoding="utf-8")
    before = victim.read_bytes()
    configure(changed, f"[core]\nworktree = {victim.parent}", changed.folder)
    for arguments in EACH_SORT:
        assert changed.lint(*arguments, "--fix", "--unsafe-fixes").returncode in (0, 1, 2)
    assert victim.read_bytes() == before


def is_gone(process: int) -> bool:
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return True
    return status.split()[2] == "Z"


def test_a_git_that_does_not_answer_is_ended(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportlint.core.errors import UserError
    from reportlint.files import git

    (tmp_path / "bin").mkdir()
    slow = tmp_path / "bin" / "git"
    slow.write_text(
        f"#!/bin/sh\nsleep 60 &\necho $! > '{tmp_path}/child'\nwait\n", encoding="utf-8"
    )
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr(git, "LIMIT", 0.5)
    with pytest.raises(UserError, match=r"git ls-files did not answer within 0\.5 seconds"):
        git.listed(str(repository.folder))
    with pytest.raises(UserError, match="git cat-file did not answer"):
        git.Blobs().read("0" * 40)
    child = int((tmp_path / "child").read_text(encoding="utf-8"))
    for _ in range(100):  # a process that is ended takes a moment to be gone
        if is_gone(child):
            break
        time.sleep(0.05)
    assert is_gone(child)


# Files that Git reads, and that may be a pipe or a device: where they are, and a run that reads
# them.
READ_BY_GIT = {
    ".git/config": ["--rev", "HEAD"],
    ".git/HEAD": ["--rev", "HEAD"],
    ".git/index": ["--staged"],
    ".git/packed-refs": ["--rev", "HEAD"],
    ".git/shallow": ["--rev", "HEAD"],
    ".git/info/exclude": ["."],
    ".git/info/grafts": ["--rev", "HEAD"],
    ".git/objects/info/alternates": ["--rev", "HEAD"],
    ".gitignore": ["."],
    ".gitattributes": ["--rev", "HEAD", "--since", "HEAD~1"],
}


@pytest.fixture
def two_commits(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    from reportlint.files import git_watch

    repository.commit({"a.txt": GOOD})
    repository.commit({"a.txt": BAD})
    monkeypatch.setattr(git_watch, "STEP", 0.5)
    monkeypatch.setenv("REPORTLINT_TESTS_IN_PROCESS", "1")
    return repository


@pytest.mark.skipif(sys.platform != "linux", reason="only known on Linux")
@pytest.mark.parametrize("name", READ_BY_GIT)
def test_a_pipe_that_git_waits_for_ends_the_run(name: str, two_commits: Repository) -> None:
    path = two_commits.folder / name
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    done = two_commits.lint("--lang", "en", *READ_BY_GIT[name])
    assert done.returncode == 2, done.stdout + done.stderr
    assert "waits for something that does not come" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only known on Linux")
def test_a_git_that_works_is_not_taken_for_one_that_waits(
    two_commits: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportlint.files import git

    (tmp_path / "bin").mkdir()
    busy = tmp_path / "bin" / "git"
    busy.write_text(
        "#!/bin/sh\nfor i in 1 2 3 4 5 6; do sleep 0.3; done\necho done\n", encoding="utf-8"
    )
    busy.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    assert git.run_git("version").out == b"done\n"


@pytest.mark.parametrize("device", ["/dev/zero", os.devnull])
def test_attributes_from_outside_are_not_read(device: str, two_commits: Repository) -> None:
    two_commits.git("config", "core.attributesFile", device)
    assert two_commits.found("--rev", "HEAD", "--since", "HEAD~1", only="placeholder") == [
        "a.txt:3 placeholder"
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="another process is limited on Linux only")
def test_a_file_of_git_that_never_ends_takes_no_more_than_its_memory(
    two_commits: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reportlint.files import git, git_watch

    monkeypatch.setattr(git_watch, "MOST_MEMORY", 50_000_000)
    monkeypatch.setattr(git, "LIMIT", 30)
    (two_commits.folder / ".git" / "info" / "grafts").symlink_to("/dev/zero")
    done = two_commits.lint("--lang", "en", "--rev", "HEAD")
    assert done.returncode == 2, done.stdout + done.stderr
    assert "did not answer" not in done.stderr
