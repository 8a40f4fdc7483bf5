"""The page in Chromium, used as an office worker would: paste, check, fix, download; drop a Word
file; start a new report.

`REPORTLINT_PICTURES=docs/images` renews the pictures of docs/web.md. `AXE_CORE` is the path of
axe.min.js; without it, npm installs it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.e2e
pytest.importorskip("selenium", reason="selenium drives the browser")
pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
if not (shutil.which("chromium") and shutil.which("chromedriver")):
    pytest.skip("no Chromium with its driver", allow_module_level=True)

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

from reportlint.docx.reader import read
from reportlint.docx.writer import HEADING, TEXT, TITLE, NewParagraph, write
from support.browser import ARGUMENTS, axe, violations

EXAMPLE = Path(__file__).parents[2] / "examples" / "duty-report.md"
REPORT = EXAMPLE.read_text(encoding="utf-8")
WORD = write(
    [
        NewParagraph("述职报告", TITLE),
        NewParagraph("履职情况", HEADING, 1),
        NewParagraph("今年取缔场所XX家。一是抓学习；二是抓作风；四是抓落实。", TEXT),
    ],
    "zh",
)


class Page:
    """The browser with the page."""

    def __init__(self, driver: webdriver.Chrome, address: str, downloads: Path) -> None:
        self.driver = driver
        self.address = address
        self.downloads = downloads

    def open(self) -> None:
        """Open the page again, in Chinese, and wait until it has the report types."""
        self.driver.get("about:blank")
        self.driver.get(self.address)
        self.until(lambda: self.one("#begin").text == "检查")
        self.until(lambda: self.script("return document.querySelector('#new-type').length"))

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def until(self, holds: Callable[[], Any], seconds: float = 20) -> Any:
        """Wait until a condition holds; its value."""
        end = time.monotonic() + seconds
        while True:
            try:
                value = holds()
            except WebDriverException:
                value = None
            if value:
                return value
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.05)

    def script(self, code: str, *values: Any) -> Any:
        return self.driver.execute_script(code, *values)

    def paste(self, text: str) -> None:
        """Copy a text from the input box to the clipboard, and paste it."""
        box = self.one("#paste")
        self.script("arguments[0].value = arguments[1]", box, text)
        box.send_keys(Keys.CONTROL, "a")
        box.send_keys(Keys.CONTROL, "x")
        box.send_keys(Keys.CONTROL, "v")
        self.checked()

    def checked(self) -> str:
        """Wait until a check is done; its status line."""
        return str(
            self.until(
                lambda: (status := self.one("#status").text) and "正在" not in status and status
            )
        )

    def drop(self, file: Path) -> None:
        """Drop a file on the page, as from the desktop."""
        data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        for type in ("dragEnter", "dragOver", "drop"):
            self.driver.execute_cdp_cmd(
                "Input.dispatchDragEvent", {"type": type, "x": 300, "y": 300, "data": data}
            )

    def downloaded(self, name: str) -> bytes:
        """Wait for a download."""
        path = self.downloads / name
        self.until(path.exists)
        self.until(lambda: path.stat().st_size > 0)
        return path.read_bytes()

    def look(self, width: int, height: int, *, dark: bool = False, media: str = "") -> None:
        """Set the size of the window and light or dark mode."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        features = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.driver.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"media": media, "features": features}
        )


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("office")
    reports = folder / "述职"
    reports.mkdir()
    types = folder / "house" / "types"
    types.mkdir(parents=True)
    (folder / "house" / "pack.yaml").write_text("id: house\nname: 本单位\n", encoding="utf-8")
    (types / "visit.yaml").write_text(
        "name: {zh: 走访记录, en: visit}\nfiles:\n  - {name: 'photos/{{村}}.md', write: '{{村}}的照片。'}\n"
        "sections:\n  - {id: seen, title: 走访情况, write: '{{村}}'}\n",
        encoding="utf-8",
    )
    (reports / ".reportlint.yaml").write_text(
        "language: zh\nextends: [core, zh-official, en-engineering, ../house]\n", encoding="utf-8"
    )
    (reports / "李明.md").write_text(REPORT, encoding="utf-8")
    (reports / "王芳.txt").write_text("情况如常。\n", encoding="utf-8")
    (reports / "赵强.docx").write_bytes(WORD)
    downloads = folder / "downloads"
    downloads.mkdir()
    server = subprocess.Popen(
        [sys.executable, "-m", "reportlint", "web", str(reports), "--no-open", "--lang", "zh"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert server.stdout
    address = server.stdout.readline().strip()
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in (*ARGUMENTS, f"--user-data-dir={folder / 'profile'}"):
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(shutil.which("chromedriver") or "")
    driver = webdriver.Chrome(options=options, service=service)
    try:
        yield Page(driver, address, downloads)
    finally:
        driver.quit()
        server.terminate()
        server.wait()
        server.stdout.close()


@pytest.fixture(autouse=True)
def _clean(page: Page) -> Iterator[None]:
    """Each test starts with an empty page, and leaves no error in the console."""
    page.look(1280, 860)
    page.open()
    page.driver.get_log("browser")
    yield
    log = page.driver.get_log("browser")
    assert [
        entry for entry in log if entry["level"] == "SEVERE" and entry["source"] != "network"
    ] == []
    page.script("window.addEventListener('beforeunload', e => e.stopImmediatePropagation(), true)")


def test_paste_see_mend_and_download(page: Page) -> None:
    page.paste(REPORT)
    assert "错误 1" in page.checked()
    assert page.one("#type").text.splitlines()[0] == "自动识别：述职报告"
    marks = [mark.text for mark in page.all("a.mark")]
    assert marks == ["四是", "XX"]
    page.all("a.mark")[0].click()
    assert page.driver.switch_to.active_element.get_attribute("class") == "finding"
    page.until(lambda: "为什么" in page.one(".detail").text)
    assert "要报的例子" in page.one(".detail").text
    page.one("button.fix").click()
    page.until(lambda: page.one("#difference").is_displayed())
    assert page.one("del").text == "四"
    assert page.one("ins").text == "三"
    page.one("#take").click()
    page.until(lambda: [mark.text for mark in page.all("a.mark")] == ["XX"])
    page.one("#edit").click()
    editor = page.one("#editor")
    page.script(
        "const at = arguments[0].value.indexOf('XX'); arguments[0].setSelectionRange(at, at + 2)",
        editor,
    )
    editor.send_keys("12")
    page.until(lambda: page.one("#status").text.startswith("没有发现问题"))
    page.one("#edit").click()
    page.one("#download").click()
    made = page.downloaded("报告.md").decode()
    assert made == REPORT.replace("四是修通", "三是修通").replace("XX", "12")


def test_what_is_pasted_before_the_page_is_ready_stays_open(page: Page) -> None:
    slow = (
        "const ask = window.fetch, held = new Promise(r => window.go = r);"
        " window.fetch = async (...all) => {"
        " if (String(all[0]).includes('api/start')) await held; return ask(...all); }"
    )
    made = page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": slow})
    try:
        page.driver.get("about:blank")
        page.driver.get(page.address)
        page.until(lambda: page.one("#begin").text == "检查")  # in its language before it has asked
        page.script("arguments[0].value = arguments[1]", page.one("#paste"), REPORT)
        page.one("#begin").click()
        assert page.one("#report").is_displayed()
        page.script("window.go()")
        page.until(lambda: page.script("return document.querySelector('#new-type').length"))
        page.until(lambda: page.all("a.mark"))
        assert page.one("#report").is_displayed()
        assert page.one("#type").text.splitlines()[0] == "自动识别：述职报告"
    finally:
        page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


def test_what_was_mended_can_be_had_back(page: Page) -> None:
    page.paste(REPORT)
    page.one("#fix-all").click()
    page.until(lambda: page.one("#difference").is_displayed())
    assert not page.one("#take").is_enabled()
    page.one("#unsafe").click()
    page.until(lambda: page.one("#take").is_enabled())
    page.one("#take").click()
    page.until(lambda: len(page.all("a.mark")) == 1)
    page.one("#undo").click()
    page.until(lambda: len(page.all("a.mark")) == 2)


def test_a_fix_can_be_left(page: Page) -> None:
    page.paste(REPORT)
    page.all(".finding")[0].click()
    page.one("button.fix").click()
    page.until(lambda: page.one("#difference").is_displayed())
    page.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    page.until(lambda: not page.one("#difference").is_displayed())
    assert len(page.all("a.mark")) == 2


def test_a_word_file_is_dropped_and_comes_back_with_comments(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "赵强.docx"
    file.write_bytes(WORD)
    page.drop(file)
    page.until(lambda: "赵强.docx" in page.one("#name").text)
    page.until(lambda: "XX" in [mark.text for mark in page.all("a.mark")])
    assert not page.one("#edit").is_displayed()
    page.one("#download").click()
    copy = page.downloaded("赵强-批注.docx")
    assert any("占位" in comment.text for comment in read(copy).comments)


@pytest.mark.parametrize(
    ("name", "data", "marks", "note"),
    [
        ("述职.md", REPORT.encode(), ["四是", "XX"], ""),
        ("述职.txt", REPORT.encode("gb18030"), ["四是", "XX"], "GB18030"),
        ("述职.rst", REPORT.replace("# ", "").encode("utf-8-sig"), ["四是", "XX"], ""),
    ],
)
def test_a_text_is_dropped(
    page: Page, tmp_path: Path, name: str, data: bytes, marks: list[str], note: str
) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    page.drop(file)
    page.until(lambda: page.one("#name").text == name)
    page.until(lambda: [mark.text for mark in page.all("a.mark")] == marks)
    assert note in page.checked()


def test_what_cannot_be_read_is_told(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"no Word document")
    page.one("#pick").send_keys(str(file))
    page.until(lambda: "a.docx" in page.one("#trouble").text)
    assert page.one("#start").is_displayed()


def test_the_type_can_be_chosen(page: Page) -> None:
    page.paste(REPORT)
    before = page.one("#list").text
    page.script(
        "arguments[0].value = 'request'; arguments[0].dispatchEvent(new Event('change'))",
        page.one("#type"),
    )
    page.until(lambda: page.one("#list").text != before)
    assert page.one("#type").get_attribute("value") == "request"


def test_a_new_report_is_begun_from_its_type(page: Page) -> None:
    page.one("[data-view=new]").click()
    page.script(
        "arguments[0].value = 'duty-report'; arguments[0].dispatchEvent(new Event('change'))",
        page.one("#new-type"),
    )
    field = page.one("#blanks textarea")
    field.send_keys("李明")
    page.one("#form button[type=submit]").click()
    made = page.downloaded("述职报告.docx")
    assert zipfile.ZipFile(page.downloads / "述职报告.docx").testzip() is None
    assert "李明" in read(made).text
    page.script("arguments[0].value = 'md'", page.one("#new-format"))
    page.one("#form button[type=submit]").click()
    page.until(lambda: page.one("#report").is_displayed())
    page.one("#close").click()
    page.driver.switch_to.alert.dismiss()  # it is not downloaded
    page.until(lambda: any("{{" in mark.text for mark in page.all("a.mark")))


def test_files_beside_a_new_report_are_offered(page: Page) -> None:
    page.one("[data-view=new]").click()
    choose = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))"
    page.script(choose, page.one("#new-type"), "visit")
    assert not page.one("#beside").is_displayed()
    page.one("#blanks textarea").send_keys("东湖村")
    page.script("arguments[0].value = 'docx'", page.one("#new-format"))
    page.one("#form button[type=submit]").click()
    page.until(lambda: page.one("#beside").is_displayed())
    assert [button.text for button in page.all("#beside-files button")] == ["photos/东湖村.md"]
    page.one("#beside-files button").click()
    assert page.downloaded("东湖村.md").decode("utf-8") == "东湖村的照片。\n"
    page.script(choose, page.one("#new-type"), "duty-report")
    assert not page.one("#beside").is_displayed()


def test_a_folder_is_counted_and_a_file_of_it_opened(page: Page) -> None:
    page.one("[data-view=folder]").click()
    page.one("#walk").click()
    page.until(lambda: "共 3 个文件，2 个有问题" in page.one("#folder-total").text)
    assert "placeholder" in page.one("#by-rule").text
    page.until(lambda: page.all("#by-file button.link"))
    next(link for link in page.all("#by-file button.link") if link.text == "李明.md").click()
    page.until(lambda: page.one("#name").text == "李明.md")
    page.until(lambda: len(page.all("a.mark")) == 2)


def test_all_is_done_by_keys(page: Page) -> None:
    page.paste(REPORT)
    body = page.one("body")
    body.send_keys(Keys.F8)
    assert page.driver.switch_to.active_element.get_attribute("id") == "finding-0"
    body.send_keys(Keys.F8)
    assert page.driver.switch_to.active_element.get_attribute("id") == "finding-1"
    body.send_keys(Keys.SHIFT, Keys.F8)
    assert page.driver.switch_to.active_element.get_attribute("id") == "finding-0"
    page.driver.switch_to.active_element.send_keys(Keys.TAB)
    assert page.driver.switch_to.active_element.text == "看看怎样改…"
    page.driver.switch_to.active_element.send_keys(Keys.ENTER)
    page.until(lambda: page.one("#difference").is_displayed())
    page.driver.switch_to.active_element.send_keys(Keys.ENTER)
    page.until(lambda: len(page.all("a.mark")) == 1)


def test_the_page_speaks_one_language_at_a_time(page: Page) -> None:
    page.paste("情况如常，XX家。\n")
    page.one("#language").click()
    page.until(lambda: page.one("#total").text == "Findings: 1")
    page.until(lambda: "Error" in page.one("#list").text)
    shown = page.script(
        "return [...document.querySelectorAll('header nav, .tools button, aside h2, aside"
        " .severity, footer')].map(e => e.textContent).join(' ')"
    )
    assert not any("\u3400" <= letter <= "\u9fff" for letter in shown)
    assert page.script("return document.documentElement.lang") == "en"


def test_a_report_of_markup_stays_text(page: Page, tmp_path: Path) -> None:
    hostile = (
        "<img src=x onerror=document.title=1><script>document.title=2</script> XX家 {{<b>名</b>}}"
    )
    file = tmp_path / "<b>甲<img src=x>.md"
    file.write_text(f"# {hostile}\n\n{hostile}\n", encoding="utf-8")
    page.one("#pick").send_keys(str(file))
    page.until(lambda: page.all("a.mark"))
    page.all(".finding")[0].click()
    page.until(lambda: "为什么" in page.one(".detail").text)
    assert not page.all("main img, main script, main b")
    assert hostile in page.one("#sheet").text
    assert "<img" in page.one("#name").text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "𠮷县XX家，𠮷𠮷。一是修路；三是架桥。\n\n\t（一）𠮷XX家\n（三）XX家",
        "# 述职报告\n\n## 一、履职\n\n今年XX家。\n\n## 三、打算\n\n（一）{{名称}}\n" * 40,
        "述职报告\n\n（一）一是XX家；二是YY家；四是……\n  1. 甲 2. 乙 4. 丙\n" * 60,
    ],
    ids=["empty", "blank", "rare characters", "markdown", "plain"],
)
def test_the_sheet_shows_every_character(page: Page, text: str) -> None:
    page.script("arguments[0].value = arguments[1]", page.one("#paste"), "x\n" + text)
    page.one("#begin").click()
    page.checked()
    page.script("window.dispatchEvent(new Event('beforeprint'))")
    shown = page.script(
        "return [...document.querySelectorAll('#sheet p')].map(p => p.textContent).join('\\n')"
    )
    assert shown == "x\n" + text
    marked = page.script("return document.querySelectorAll('a.mark').length")
    assert bool(marked) == ("XX" in text)


def test_a_megabyte_stays_fluent(page: Page) -> None:
    line = "今年以来，各项重点工作扎实推进，全年完成投资一百二十万元，取缔违规场所XX家，整改问题三十八个，群众反映良好。\n"
    text = "述职报告\n\n" + line * (1_000_000 // len(line.encode()))
    page.script(
        "window.slow = []; new PerformanceObserver(l => slow.push(...l.getEntries().map(e =>"
        " e.duration))).observe({type: 'event', durationThreshold: 16})"
    )
    page.script("arguments[0].value = arguments[1]", page.one("#paste"), text)
    page.one("#begin").click()
    page.until(lambda: "正在" not in page.one("#status").text, 60)
    page.one("#edit").click()
    editor = page.one("#editor")
    page.script("slow.length = 0")
    for _ in range(10):
        editor.send_keys("一")
        time.sleep(0.05)
    slow = page.script("return slow")
    assert sorted(slow)[len(slow) // 2 :][:1] < [200], slow
    page.checked()


def test_axe_finds_nothing(page: Page, tmp_path: Path) -> None:
    source = axe(tmp_path)
    by_state: dict[str, list[str]] = {}

    def look(name: str) -> None:
        for dark in (False, True):
            page.look(1280, 860, dark=dark)
            by_state[f"{name}{' dark' * dark}"] = violations(page.driver, source)

    look("start")
    page.paste(REPORT)
    page.all(".finding")[0].click()
    page.until(lambda: "为什么" in page.one(".detail").text)
    look("report")
    page.one("button.fix").click()
    look("dialog")
    page.one("#leave").click()
    page.one("#edit").click()
    look("editor")
    page.one("[data-view=new]").click()
    look("new")
    page.one("[data-view=folder]").click()
    page.one("#walk").click()
    page.until(lambda: page.all("#by-file button.link"))
    look("folder")
    assert {name: messages for name, messages in by_state.items() if messages} == {}


@pytest.mark.skipif(
    "REPORTLINT_PICTURES" not in os.environ, reason="pictures are made when asked for"
)
def test_pictures(page: Page) -> None:
    folder = Path(os.environ["REPORTLINT_PICTURES"])
    folder.mkdir(exist_ok=True)

    def picture(name: str) -> None:
        time.sleep(0.5)
        page.driver.save_screenshot(str(folder / f"web-{name}.png"))

    page.paste(REPORT)
    page.all(".finding")[0].click()
    page.until(lambda: "为什么" in page.one(".detail").text)
    picture("report")
    page.one("button.fix").click()
    page.look(1280, 860, dark=True)
    picture("dark")
    page.one("#leave").click()
    page.look(390, 844)
    page.script("window.scrollTo(0, 0)")
    picture("phone")
    page.look(794, 1123, media="print")
    page.script("window.dispatchEvent(new Event('beforeprint')); window.scrollTo(0, 0)")
    picture("print")
    page.look(1024, 720)
    page.one("[data-view=folder]").click()
    page.one("#walk").click()
    page.until(lambda: page.all("#by-file button.link"))
    picture("folder")
    page.one("[data-view=new]").click()
    page.script(
        "arguments[0].value = 'duty-report'; arguments[0].dispatchEvent(new Event('change'))",
        page.one("#new-type"),
    )
    picture("new")
