"""`--since` and `--patch` report only what the change touches; silent cases first."""

from __future__ import annotations

import pytest

from support import word_files
from support.repository import BAD, GOOD, Repository

LIST = "# 走访随记\n\n工作如下：\n\n{}\n\n以上情况特此说明。\n"
ITEMS = [
    "一是抓安全，查隐患。",
    "二是抓生产，保供应。",
    "三是抓服务，促发展。",
    "五是抓党建，带队伍。",
]
DUTY = """# 述职报告

各位领导、同志们：

现将一年来的履职情况述职如下。

## 一、主要工作

{work}

## 二、下一步打算

明年继续努力，走访企业。
"""
LONG = "第一段。\n\n第二段。\n\n第三段。\n\n第四段。"


def lines(*items: str) -> str:
    return LIST.format("\n\n".join(items))


def since(
    repository: Repository, old: str, new: str, only: str = "", name: str = "a.md"
) -> list[str]:
    """The findings reported for `new` after a change from `old`. They are the same with `--since`,
    with `--patch`, for staged changes and for a commit."""
    repository.commit({name: old})
    repository.write(name, new)
    lines = repository.found("--since", "HEAD", only=only)
    patch = repository.run("git", "diff").stdout.encode("utf-8", "surrogateescape")
    assert repository.found("--patch", "-", data=patch, only=only) == lines
    repository.write("change.patch", patch)
    assert repository.found("--patch", "change.patch", only=only) == lines
    (repository.folder / "change.patch").unlink()
    repository.git("add", "-A")
    assert repository.found("--staged", "--since", "HEAD", only=only) == lines
    repository.commit()
    assert repository.found("--rev", "HEAD", "--since", "HEAD~1", only=only) == lines
    return lines


@pytest.mark.parametrize(
    ("old", "new", "only"),
    [
        pytest.param(BAD, BAD + "\n又一段。\n", "placeholder", id="a line below"),
        pytest.param(
            BAD, BAD.replace("\n\n", "\n\n又一段。\n\n", 1), "placeholder", id="a line above"
        ),
        pytest.param(BAD + "\n又一段。\n", BAD, "placeholder", id="a line below taken away"),
        pytest.param(
            BAD, BAD.replace("\n\n", "\n", 1), "placeholder", id="the line above taken away"
        ),
        pytest.param(lines(*ITEMS), lines(*ITEMS) + "\n又一段。\n", "ordinal", id="below a list"),
        pytest.param(
            lines(*ITEMS), lines(*ITEMS).replace("工作如下", "工作有"), "ordinal", id="above a list"
        ),
        pytest.param(
            DUTY.format(work="走访企业。"),
            DUTY.format(work="走访企业，解决难题。"),
            "section-missing",
            id="no heading",
        ),
        pytest.param(
            DUTY.format(work="走访。"),
            DUTY.format(work="走访。\n\n解决难题。"),
            "section-missing",
            id="a paragraph",
        ),
        pytest.param(
            DUTY.format(work=LONG),
            DUTY.format(work=LONG.replace("一", "壹")),
            "closing",
            id="far from the closing",
        ),
    ],
)
def test_what_was_there_before_is_let_be(
    repository: Repository, old: str, new: str, only: str
) -> None:
    assert since(repository, old, new, only) == []


@pytest.mark.parametrize(
    ("old", "new", "only", "expected"),
    [
        pytest.param(GOOD, BAD, "", ["a.md:3 placeholder"], id="the line itself"),
        pytest.param(
            GOOD,
            GOOD + "\n又走访XX家。",
            "placeholder",
            ["a.md:5 placeholder"],
            id="a new line without an end",
        ),
        pytest.param(
            lines(*ITEMS[:3], "四是抓党建，带队伍。"),
            lines(*ITEMS),
            "ordinal",
            ["a.md:11 ordinal-gap"],
            id="the marker itself",
        ),
        pytest.param(
            lines(*ITEMS),
            lines(ITEMS[0] + "改了。", *ITEMS[1:]),
            "ordinal",
            ["a.md:11 ordinal-gap"],
            id="another item of the list",
        ),
        pytest.param(
            lines(*ITEMS[:3], "四是抓党建，带队伍。"),
            lines(*ITEMS[:2], "四是抓党建，带队伍。"),
            "ordinal",
            ["a.md:9 ordinal-gap"],
            id="an item taken away",
        ),
        pytest.param(
            DUTY.format(work="走访企业。"),
            DUTY.format(work="走访企业。").replace("## 二、下一步打算", "## 二、明年的事"),
            "section-missing",
            None,
            id="a heading changed",
        ),
        pytest.param(
            DUTY.format(work="走访企业。"),
            DUTY.format(work="走访企业。").replace(
                "## 二、下一步打算\n\n明年继续努力，走访企业。\n", ""
            ),
            "section-missing",
            None,
            id="a heading taken away",
        ),
        pytest.param(
            DUTY.format(work="走访。"),
            DUTY.format(work="走访。").replace("走访企业", "走访"),
            "closing-missing",
            None,
            id="the last line",
        ),
        pytest.param(
            "<!-- reportlint-disable-next-line placeholder -->\n走访XX家。\n",
            "<!-- reportlint-disable-next-line placeholder -->\n走访九家。\n",
            "unused",
            ["a.md:1 unused-suppression"],
            id="what a comment was for",
        ),
    ],
)
def test_what_the_change_touched_is_reported(
    repository: Repository, old: str, new: str, only: str, expected: list[str] | None
) -> None:
    repository.write("whole.md", new)
    whole = [line.replace("whole.md", "a.md") for line in repository.found("whole.md", only=only)]
    (repository.folder / "whole.md").unlink()
    assert whole
    assert since(repository, old, new, only) == (whole if expected is None else expected)


def test_announced_counts_go_with_their_list(repository: Repository) -> None:
    three = "# 走访随记\n\n抓好以下三项工作：\n\n一是抓安全。\n\n二是抓生产。\n\n三是抓服务。\n\n又一段。\n"
    four = three.replace("三是抓服务。\n", "三是抓服务。\n\n四是抓党建。\n")
    assert since(repository, three, four, "announced") == ["a.md:3 announced-count"]
    assert since(repository, four, four + "\n再一段。\n", "announced", "b.md") == []


def test_a_new_document_is_reported_whole(repository: Repository) -> None:
    repository.commit({"old.md": BAD})
    repository.write("新 file\n1.md", DUTY.format(work="走访XX家。"))
    whole = repository.found("新 file\n1.md")
    assert len(whole) > 1
    assert repository.found("--since", "HEAD") == whole
    repository.git("add", "-A")
    assert repository.found("--since", "HEAD") == whole
    assert repository.found("--staged", "--since", "HEAD") == whole


def test_a_renamed_document_is_as_it_was(repository: Repository) -> None:
    repository.commit({"old.md": BAD * 5})
    repository.git("mv", "old.md", "新 名.md")
    assert repository.found("--staged", "--since", "HEAD") == []
    repository.stage("新 名.md", BAD * 5 + "\n走访XX家。\n")
    assert repository.found("--staged", "--since", "HEAD", only="placeholder") == [
        "新 名.md:17 placeholder"
    ]


def test_files_without_change_are_not_read(repository: Repository) -> None:
    repository.commit({"a.md": b"\xff\xfe\xff", "b.md": GOOD})
    repository.write("b.md", BAD)
    assert repository.found("--since", "HEAD") == ["b.md:3 placeholder"]
    repository.write("a.md", b"\xff\xff\xff\xff")
    assert repository.found("--since", "HEAD") == ["a.md:1 undecodable", "b.md:3 placeholder"]


def test_since_the_branches_parted(repository: Repository) -> None:
    repository.commit({"a.md": GOOD, "b.md": GOOD})
    repository.git("checkout", "-q", "-b", "side")
    repository.commit({"b.md": BAD})
    repository.git("checkout", "-q", "main")
    repository.commit({"a.md": GOOD + "\n主干上改的。\n"})
    repository.git("checkout", "-q", "side")
    for option in ("--since", "--diff-base"):
        assert repository.found(option, "main") == ["b.md:3 placeholder"]
    assert repository.found("--rev", "side", "--since", "main") == ["b.md:3 placeholder"]


def test_what_the_other_branch_has_mended_since_is_not_of_this_one(repository: Repository) -> None:
    repository.commit({"a.md": BAD, "b.md": GOOD})
    repository.git("branch", "other")
    repository.commit({"a.md": GOOD})
    repository.git("branch", "-m", "mended")
    repository.git("checkout", "-q", "other")
    repository.commit({"b.md": BAD})
    assert repository.found("--since", "mended") == ["b.md:3 placeholder"]
    assert repository.found("--since", "mended", "--rev", "HEAD") == ["b.md:3 placeholder"]
    # a tree has no history: what differs is of it
    both = ["a.md:3 placeholder", "b.md:3 placeholder"]
    assert repository.found("--since", "mended", "--rev", "HEAD^{tree}") == both


def test_a_revision_and_the_index_are_compared_as_they_are_not_as_the_files(
    repository: Repository,
) -> None:
    repository.commit({"a.md": GOOD})
    repository.commit({"a.md": BAD})
    repository.write("a.md", GOOD)
    assert repository.found("--since", "HEAD~1", "--rev", "HEAD") == ["a.md:3 placeholder"]
    assert repository.found("--since", "HEAD~1") == []
    repository.stage("b.md", BAD)
    repository.write("b.md", GOOD)
    assert repository.found("--since", "HEAD", "--staged") == ["b.md:3 placeholder"]


def test_branches_that_share_nothing(repository: Repository) -> None:
    repository.commit({"a.md": BAD})
    repository.git("checkout", "-q", "--orphan", "other")
    repository.commit({"a.md": BAD, "b.md": BAD})
    assert repository.found("--since", "main") == ["b.md:3 placeholder"]


def test_zeros_are_nothing_before(repository: Repository) -> None:
    repository.commit({"a.md": BAD})
    assert repository.found("--rev", "HEAD", "--since", "0" * 40) == ["a.md:3 placeholder"]


def test_before_the_first_commit_there_is_no_revision(repository: Repository) -> None:
    repository.stage("a.md", BAD)
    assert repository.found("--staged") == ["a.md:3 placeholder"]
    assert repository.lint("--since", "HEAD").returncode == 2


def test_under_pre_commit_its_two_refs_are_the_default(repository: Repository) -> None:
    first = repository.commit({"a.md": BAD})
    repository.commit({"a.md": BAD + "\n又走访XX家。\n"})
    refs = {"PRE_COMMIT_FROM_REF": first, "PRE_COMMIT_TO_REF": "HEAD"}
    both = ["a.md:3 placeholder", "a.md:5 placeholder"]
    assert repository.found("a.md", only="placeholder", PRE_COMMIT="1", **refs) == both[1:]
    assert repository.found("a.md", "--since=", only="placeholder", PRE_COMMIT="1", **refs) == both
    assert repository.found("a.md", only="placeholder", PRE_COMMIT="1") == both
    assert repository.found("a.md", only="placeholder", **refs) == both


ADDED = word_files.p("又走访XX家。")


@pytest.mark.parametrize("options", [("--since", "HEAD"), ("--since", "HEAD", "--staged")])
@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (word_files.BLANK, word_files.BLANK, []),
        (word_files.BLANK, word_files.BLANK + word_files.p("又走访三家。"), []),
        (word_files.BLANK, word_files.BLANK + ADDED, ["a.docx:4 placeholder"]),
        (word_files.SOUND, word_files.BLANK, ["a.docx:3 placeholder"]),
        ("", word_files.BLANK + ADDED, ["a.docx:3 placeholder", "a.docx:4 placeholder"]),
    ],
    ids=["as it was", "a sound paragraph more", "one more", "another", "what was none before"],
)
def test_of_a_word_document_the_paragraphs_that_changed_are_reported(
    repository: Repository, before: str, after: str, expected: list[str], options: tuple[str, ...]
) -> None:
    path = repository.folder / "a.docx"
    repository.commit({"a.docx": word_files.put(path, before).read_bytes() if before else b"PK"})
    repository.stage("a.docx", word_files.put(path, after).read_bytes())
    assert repository.found(*options, only="placeholder") == expected


@pytest.mark.parametrize("options", [("--since", "HEAD"), ("--since", "HEAD", "--staged")])
def test_what_a_word_document_lacked_before_is_not_of_the_change(
    repository: Repository, options: tuple[str, ...]
) -> None:
    path = repository.folder / "a.docx"
    body = word_files.p("述职报告", "T") + word_files.p("现将一年来的履职情况述职如下。")
    repository.commit({"a.docx": word_files.put(path, body).read_bytes()})
    more = body + word_files.p("全年走访企业三十七家。")
    repository.stage("a.docx", word_files.put(path, more).read_bytes())
    assert repository.found(only="section-missing")
    assert repository.found(*options, only="section-missing") == []


def test_under_pre_commit_too_what_the_other_branch_has_mended_is_not_of_this_one(
    repository: Repository,
) -> None:
    repository.commit({"a.md": BAD, "b.md": GOOD})
    repository.git("checkout", "-q", "-b", "topic")
    repository.commit({"b.md": BAD})
    repository.git("checkout", "-q", "main")
    mended = repository.commit({"a.md": GOOD})
    repository.git("checkout", "-q", "topic")
    for until in ("", "topic"):
        refs = {"PRE_COMMIT_FROM_REF": mended, "PRE_COMMIT_TO_REF": until}
        assert repository.found(only="placeholder", PRE_COMMIT="1", **refs) == [
            "b.md:3 placeholder"
        ]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig"])
def test_lines_of_other_encodings(repository: Repository, encoding: str) -> None:
    old, new = DUTY.format(work="走访XX家。"), DUTY.format(work="走访XX家。\n\n又走访XX家。")
    repository.commit({"a.txt": old.encode(encoding)})
    repository.write("a.txt", new.encode(encoding))
    assert repository.found("--since", "HEAD", only="placeholder") == ["a.txt:11 placeholder"]
    assert repository.found("--since", "HEAD", only="section-missing") == []


def test_a_text_that_git_takes_for_binary_is_reported_whole(repository: Repository) -> None:
    repository.commit({"a.txt": BAD.encode("utf-16")})
    repository.write("a.txt", (BAD + "\n又一段。\n").encode("utf-16"))
    assert repository.found("--since", "HEAD") == ["a.txt:3 placeholder"]


def test_line_ends_that_git_turns(repository: Repository) -> None:
    repository.git("config", "core.autocrlf", "true")
    repository.commit({"a.md": DUTY.format(work="走访XX家。")})
    repository.write("a.md", DUTY.format(work="走访XX家。\n\n又走访XX家。").replace("\n", "\r\n"))
    assert repository.found("--since", "HEAD", only="placeholder") == ["a.md:11 placeholder"]
    assert repository.found("--since", "HEAD", only="section-missing") == []


def test_other_line_ends_are_not_those_of_git(repository: Repository) -> None:
    repository.commit({"a.md": "走访XX家。\r走访三家。\u2028走访四家。\n\n走访五家。\n"})
    repository.write("a.md", "走访XX家。\r走访三家。\u2028走访四家。\n\n走访XX家。\n")
    assert repository.found("--since", "HEAD", only="placeholder") == ["a.md:4 placeholder"]


def test_a_patch_goes_by_the_root_of_the_repository(repository: Repository) -> None:
    repository.commit({"述职/a.md": GOOD, "b.md": GOOD})
    repository.write("述职/a.md", BAD)
    repository.write("b.md", BAD)
    patch = repository.run("git", "diff").stdout.encode()
    assert repository.found("--patch", "-", data=patch, at="述职") == ["a.md:3 placeholder"]


def test_a_patch_outside_of_a_repository(repository: Repository) -> None:
    folder = repository.folder.parent / "plain"
    alone = Repository(folder, {**repository.env, "GIT_CEILING_DIRECTORIES": str(folder.parent)})
    alone.write("a.md", BAD)
    alone.write("b.md", BAD)
    assert alone.found("--patch", "-", data=b"--- a.md\n+++ a.md\n@@ -3 +3 @@\n-x\n+y\n") == [
        "a.md:3 placeholder"
    ]


def test_a_patch_that_cannot_be_read_is_said(repository: Repository) -> None:
    done = repository.lint("--patch", "none.patch", "--lang", "en")
    assert (
        done.returncode,
        done.stderr.startswith("reportlint: none.patch: the patch cannot be read"),
    ) == (2, True)
    broken = b"diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1 @@\n-a\n"
    done = repository.lint("--patch", "-", "--lang", "en", data=broken)
    assert (done.returncode, done.stderr) == (
        2,
        "reportlint: line 4 of the patch: the patch breaks off in here\n",
    )


def test_fixes_keep_to_the_change(repository: Repository) -> None:
    comment = "<!-- reportlint-disable-next-line placeholder -->\n"
    repository.commit({"a.md": f"# 情况\n\n{comment}走访企业。\n\n第二段。\n"})
    repository.write(
        "a.md", f"# 情况\n\n{comment}走访企业。\n\n第二段。\n\n{comment}第三段。\n\n末段XX家。\n"
    )
    done = repository.lint("--since", "HEAD", "--fix", "a.md", "-f", "concise")
    text = (repository.folder / "a.md").read_text(encoding="utf-8")
    assert text.count("reportlint-disable") == 1
    assert text.startswith(f"# 情况\n\n{comment}")
    assert [
        line.split(" ")[2] for line in done.stdout.splitlines() if line.startswith("a.md:")
    ] == ["placeholder"]


def test_a_fix_that_moves_lines_moves_the_change(repository: Repository) -> None:
    comment = "<!-- reportlint-disable-next-line placeholder -->\n"
    repository.commit({"a.md": "# 情况\n\n第二段。\n\n旧段XX家。\n"})
    repository.write("a.md", f"# 情况\n\n第二段。\n\n{comment}第三段。\n\n旧段XX家。\n")
    done = repository.lint("--since", "HEAD", "--fix", "a.md", "-f", "concise")
    assert "reportlint-disable" not in (repository.folder / "a.md").read_text(encoding="utf-8")
    assert "placeholder" not in done.stdout


def test_a_comment_on_a_last_line_without_an_end(repository: Repository) -> None:
    repository.commit({"x.md": "甲\n"})
    repository.write("x.md", "甲\n<!-- reportlint-disable-next-line placeholder -->")
    assert repository.found("--since", "HEAD", "--isolated") == ["x.md:2 unused-suppression"]


def test_a_report_grown_too_long_is_reported_by_the_change_that_did_it(
    repository: Repository,
) -> None:
    rule = "kind: length\nof: document\nunit: han\nmax: 40\nmessage: too long\n"
    repository.write("p/pack.yaml", "id: p\nname: p\n")
    repository.write("p/too-long.yaml", rule)
    repository.write(".reportlint.yaml", "extends: [core, ./p]\n")
    short = "工作记录\n\n今年修路三条。\n"
    repository.commit({"a.txt": short})
    repository.write("a.txt", short + "\n" + "又架桥一座。" * 8 + "\n")
    assert repository.found("--since", "HEAD", only="too-long") == ["a.txt:1 too-long"]
    repository.git("add", "-A")
    repository.commit()
    repository.write("a.txt", short + "\n" + "又架桥一座。" * 9 + "\n")
    assert repository.found("--since", "HEAD", only="too-long") == []
