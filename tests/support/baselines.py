"""A report with many findings, and the baseline that contains them."""

from __future__ import annotations

from support.repository import Repository

NAME = ".reportlint-baseline.yaml"
REPORT = """# 述职报告

各位同志：

## 一、主要工作

一是抓安全XX次。

二是抓生产。

四是抓党建XX次。

## 二、存在的问题

问题有XX个。

## 二、存在的问题

又有XX个。
"""


def record(repository: Repository, *arguments: str) -> str:
    done = repository.lint("baseline", "--lang", "en", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stderr


def entries(repository: Repository, name: str = NAME) -> list[str]:
    text = (repository.folder / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
