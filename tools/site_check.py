"""Check the links of the built site: those within the site lead to an existing page and anchor, and
nothing is fetched from elsewhere. In the published site, which has a folder for each version, check
also that the given folder has the pages that this version of the tool links to.

mkdocs build --strict && python tools/site_check.py site
python tools/site_check.py PUBLISHED FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from reportlint.core.request import Settings
from reportlint.output.addresses import SITE, rule_link, site_folder, type_link
from reportlint.run.list import rules, types

_FETCHED = {"script": "src", "img": "src", "iframe": "src", "source": "src"}
_KEPT = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch"}


class Page(NamedTuple):
    """The links of a page, the URLs that it fetches, and its anchors."""

    links: list[str]
    fetched: list[str]
    anchors: set[str]

    def has(self, anchor: str) -> bool:
        """Whether the page has this anchor; True for "", which is the page itself."""
        return not anchor or anchor in self.anchors


class _Reader(HTMLParser):
    """A parser that collects a page."""

    def __init__(self) -> None:
        super().__init__()
        self.page = Page([], [], set())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.page.anchors.add(values["id"])
        if tag == "a" and "href" in values:
            self.page.links.append(values["href"])
        if tag in _FETCHED and values.get(_FETCHED[tag]):
            self.page.fetched.append(values[_FETCHED[tag]])
        if tag == "link" and _KEPT & set(values.get("rel", "").split()):
            self.page.fetched.append(values.get("href", ""))


def read(text: str) -> Page:
    """Parse the HTML of a page."""
    reader = _Reader()
    reader.feed(text)
    return reader.page


def faults(site: Path) -> Iterator[str]:
    """A line for each broken link, and for each file that is fetched from elsewhere."""
    pages = {path.resolve(): read(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        name = path.relative_to(site.resolve()).as_posix()
        if name.endswith("404.html"):
            continue  # its links start at the root of the host
        yield from (f"{name}: fetches {url}" for url in page.fetched if urlsplit(url).netloc)
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = _target(path, unquote(parts.path), site.resolve())
            target = target / "index.html" if target.is_dir() else target
            if not target.exists():
                yield f"{name}: {link} leads nowhere"
            elif target in pages and not pages[target].has(unquote(parts.fragment)):
                yield f"{name}: {link} has no such anchor"


def _target(page: Path, link: str, site: Path) -> Path:
    """The file that a link of a page leads to; the URL of the site stands for the root of the built
    site."""
    base = urlsplit(SITE).path
    if link.startswith(base):
        return site / link.removeprefix(base)
    return (page.parent / link).resolve() if link else page


def missing(site: Path, folder: str) -> Iterator[str]:
    """A line for each page of a shipped rule or report type that the tool links to and that is
    missing in a folder of the published site."""
    isolated = Settings(isolated=True)
    for language in ("zh", "en"):
        links = [rule_link(rule, language) for rule in rules(isolated)]
        links += [type_link(report_type.id, language) for report_type in types(isolated)]
        for link in links:
            page = link.removeprefix(f"{SITE}{site_folder()}/")
            if not (site / folder / page / "index.html").exists():
                yield f"{folder}/{page} is missing, and the tool links to it"


def main(arguments: list[str]) -> int:
    """Print the faults of the site; the exit status."""
    site = Path(arguments[0] if arguments else "site")
    folder = arguments[1] if len(arguments) > 1 else None
    if not (site / "index.html").exists():
        print(f"{site} is not a built site", file=sys.stderr)
        return 2
    problems = list(faults(site))
    if folder is not None:
        problems += missing(site, folder)
    print("\n".join(problems) or "no broken links")
    return int(bool(problems))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
