"""The pages that are written to a file, in Chromium: the report, the survey and the trend."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.browser import ARGUMENTS, axe, violations

pytestmark = pytest.mark.e2e
pytest.importorskip("selenium", reason="selenium drives the browser")
if not (shutil.which("chromium") and shutil.which("chromedriver")):
    pytest.skip("no Chromium with its driver", allow_module_level=True)

from selenium import webdriver
from selenium.webdriver.common.by import By

from reportlint.cli.main import main

BAD = "# 述职报告\n\n## 主要工作\n\n一是抓项目。\n三是抓民生。\n\n取缔XX家。详见表（三)。\n"
GOOD = BAD.replace("XX", "三")
LOOKS = [(1280, False), (1280, True), (390, False), (390, True)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a repository, in both languages."""
    folder = tmp_path_factory.mktemp("pages")
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
        for name in ("a.md", "b.md"):
            Path(name).write_text(BAD, encoding="utf-8")
        main(["--isolated", "-f", "json", "-o", "old.json"])
        Path("b.md").write_text(GOOD + "\n处理__件。\n", encoding="utf-8")
        for command in (["init", "-q"], ["add", "a.md", "b.md"], ["commit", "-qm", "x"]):
            subprocess.run(["git", *identity, *command], check=True)
        for language in ("zh", "en"):
            more = ["--isolated", "--lang", language, "--format", "html", "-o"]
            main(["a.md", "b.md", *more, f"report-{language}.html", "--compare", "old.json"])
            main(["survey", *more, f"survey-{language}.html"])
            main(["trend", *more, f"trend-{language}.html"])
    return folder


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in (*ARGUMENTS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    service = webdriver.ChromeService(shutil.which("chromedriver") or "")
    made = webdriver.Chrome(options=options, service=service)
    try:
        yield made
    finally:
        made.quit()


def look(driver: webdriver.Chrome, width: int, dark: bool) -> None:
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": features})


@pytest.mark.parametrize("name", ["report", "survey", "trend"])
def test_axe_finds_nothing_and_nothing_sticks_out(
    name: str, folder: Path, driver: webdriver.Chrome, tmp_path: Path
) -> None:
    source = axe(tmp_path)
    by_page = {}
    for language in ("zh", "en"):
        for width, dark in LOOKS:
            look(driver, width, dark)
            driver.get((folder / f"{name}-{language}.html").as_uri())
            messages = violations(driver, source)
            wide = driver.execute_script("return document.documentElement.scrollWidth")
            messages += [f"{wide} pixels wide"] if wide > width else []
            if messages:
                by_page[f"{language} {width} {'dark' if dark else 'light'}"] = messages
    assert not by_page, json.dumps(by_page, ensure_ascii=False, indent=1)


def test_filters_hide_and_addresses_lead_to_findings(
    folder: Path, driver: webdriver.Chrome
) -> None:
    look(driver, 1280, False)
    driver.get((folder / "report-zh.html").as_uri())

    def shown() -> int:
        return sum(
            element.is_displayed() for element in driver.find_elements(By.CSS_SELECTOR, ".finding")
        )

    whole = shown()
    driver.find_element(By.ID, "show-warning").click()
    assert 0 < shown() < whole
    driver.find_element(By.ID, "show-warning").click()
    assert shown() == whole
    driver.find_element(By.ID, "show-still").click()
    assert shown() == 1, "what is new"
    anchor = driver.find_elements(By.CSS_SELECTOR, ".finding")[-1].get_attribute("id")
    driver.get(f"{(folder / 'report-zh.html').as_uri()}#{anchor}")
    marked = driver.execute_script("return document.querySelector(':target').id")
    assert marked == anchor


def test_a_report_a_page_in_print(folder: Path, driver: webdriver.Chrome) -> None:
    driver.get((folder / "report-zh.html").as_uri())
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    before = driver.execute_script(
        "return [...document.querySelectorAll('.file')].map(s => getComputedStyle(s).breakBefore)"
    )
    assert before == ["page", "page"]
    assert not driver.find_element(By.CSS_SELECTOR, ".filters").is_displayed()
    color = driver.execute_script(
        "return getComputedStyle(document.querySelector('.bar')).printColorAdjust"
    )
    assert color == "exact"
