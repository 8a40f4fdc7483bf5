"""The files of a small pack and its configuration, one of which has the content of a test."""

from __future__ import annotations

from collections.abc import Mapping

CONFIG = "c/.reportlint.yaml"
HEAD = "id: house\nname: 本单位\nwords: {units: [个, 家]}\n"
TYPE = "name: {zh: 述职报告, en: duty report}\nrecognise: {title: [述职报告]}\nsections: [{id: duties, title: 履职情况}]\n"
START = "kind: pattern\nmessage: m\n"


def pack(files: Mapping[str, str], head: str = HEAD) -> dict[str, str]:
    return {
        CONFIG: "extends: [./house]\n",
        "c/house/pack.yaml": head,
        "c/house/types/duty-report.yaml": TYPE,
        **{f"c/house/{name}": text for name, text in files.items()},
    }


def rule(text: str) -> dict[str, str]:
    return pack({"r.yaml": text})


def words(text: str) -> dict[str, str]:
    return rule(START + text)


def kind(text: str) -> dict[str, str]:
    return pack({"types/plan.yaml": text})


def visit(text: str) -> dict[str, str]:
    """A report type that can be recognised, with the additional lines `text`."""
    return kind("name: p\nrecognise: {title: [走访报告]}\n" + text)


def conf(text: str) -> dict[str, str]:
    """A configuration with a pack of one valid rule, with the additional lines `text`."""
    return {**words("words: x\n"), CONFIG: "extends: [./house]\n" + text}


def config(text: str) -> dict[str, str]:
    return {**pack({}), CONFIG: "extends: [./house]\n" + text}
