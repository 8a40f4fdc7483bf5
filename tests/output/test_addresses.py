"""The URL of a rule or a report type is that of an existing page, for the running version."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint import __version__
from reportlint.core.request import Settings
from reportlint.output import addresses
from reportlint.output.addresses import SITE, rule_link, schema_id, site_folder, type_link
from reportlint.run.list import rules, types
from support.sample import RULES

DOCS = Path(__file__).parents[2] / "docs"


def test_a_rule_of_a_house_has_no_page() -> None:
    assert rule_link(RULES["house-word"], "zh") == rule_link(None, "en") == ""


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.org/b?c=1#d", "https://a.org/b?c=1#d"),
        ("https://a.org/%E7%94%B2", "https://a.org/%E7%94%B2"),
        ("https://a.org/甲", "https://a.org/%E7%94%B2"),
    ],
)
def test_the_address_that_a_rule_names_comes_first(url: str, link: str) -> None:
    links = {rule_link(rule._replace(url=url), "en") for rule in RULES.values()}
    assert links == {link}


@pytest.mark.parametrize(
    ("version", "folder"),
    [
        ("0.2.0.dev3", "dev"),
        ("0.2.0+local", "dev"),
        ("0.2.0", "0.2.0"),
        ("1.0.0rc1", "1.0.0rc1"),
    ],
)
def test_the_folder_of_a_version(version: str, folder: str) -> None:
    assert site_folder(version) == folder


def test_the_page_is_that_of_this_version_and_of_the_language() -> None:
    head = f"{SITE}{site_folder(__version__)}"
    assert rule_link(RULES["placeholder"], "en") == f"{head}/rules/placeholder/"
    assert rule_link(RULES["placeholder"], "zh") == f"{head}/zh-CN/rules/placeholder/"
    assert type_link("duty-report", "zh") == f"{head}/zh-CN/types/duty-report/"


@pytest.mark.skipif(not (DOCS / "rules").is_dir(), reason="the pages are in the repository")
@pytest.mark.parametrize(("language", "ending"), [("en", ".md"), ("zh", ".zh-CN.md")])
def test_every_address_is_that_of_a_page_of_the_documents(language: str, ending: str) -> None:
    alone = Settings(isolated=True)
    links = [rule_link(rule, language) for rule in rules(alone)]
    links += [type_link(report_type.id, language) for report_type in types(alone)]
    start = f"{SITE}{site_folder()}/{addresses._FOLDERS[language]}"
    assert len(links) > 100
    assert [link for link in links if not link.startswith(start)] == []
    pages = [DOCS / (link.removeprefix(start).rstrip("/") + ending) for link in links]
    assert [page for page in pages if not page.exists()] == []


@pytest.mark.parametrize(
    ("version", "folder"), [("1.2.3", "download/v1.2.3"), ("1.2.3.dev4", "latest/download")]
)
def test_a_schema_is_known_by_where_its_release_has_it(version: str, folder: str) -> None:
    assert schema_id("rule", version).endswith(f"/releases/{folder}/reportlint-rule.schema.json")
