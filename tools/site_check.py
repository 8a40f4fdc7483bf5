"""Every link of the built site that stays on the site leads to a page, and to an anchor, that is
there; nothing is fetched from elsewhere. Of the published site, which has a folder for each
version, the folder that is named has the pages that the tool of this version links to.

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
    """What a page links to, what it fetches, and its anchors."""

    links: list[str]
    fetched: list[str]
    anchors: set[str]

    def has(self, anchor: str) -> bool:
        """Whether there is such an anchor; without a name it is the page itself."""
        return not anchor or anchor in self.anchors


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page([], [], set())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.page.anchors.add(given["id"])
        if tag == "a" and "href" in given:
            self.page.links.append(given["href"])
        if tag in _FETCHED and given.get(_FETCHED[tag]):
            self.page.fetched.append(given[_FETCHED[tag]])
        if tag == "link" and _KEPT & set(given.get("rel", "").split()):
            self.page.fetched.append(given.get("href", ""))


def read(text: str) -> Page:
    """The page that this HTML is."""
    reader = _Reader()
    reader.feed(text)
    return reader.page


def faults(site: Path) -> Iterator[str]:
    """A line for each link that leads nowhere, and for each thing fetched from elsewhere."""
    pages = {path.resolve(): read(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        name = path.relative_to(site.resolve()).as_posix()
        if name.endswith("404.html"):
            continue  # its links begin at the root of the host
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
    """The file of a link of a page; the address of the site is the root of what was built."""
    base = urlsplit(SITE).path
    if link.startswith(base):
        return site / link.removeprefix(base)
    return (page.parent / link).resolve() if link else page


def missing(site: Path, folder: str) -> Iterator[str]:
    """A line for each page of a shipped rule or report type that the tool links to and that a
    folder of the published site does not have."""
    alone = Settings(isolated=True)
    for language in ("zh", "en"):
        links = [rule_link(rule, language) for rule in rules(alone)]
        links += [type_link(one.id, language) for one in types(alone)]
        for link in links:
            page = link.removeprefix(f"{SITE}{site_folder()}/")
            if not (site / folder / page / "index.html").exists():
                yield f"{folder}/{page} is linked to, and is not there"


def main(arguments: list[str]) -> int:
    """Print the faults of the site; the exit status."""
    site = Path(arguments[0] if arguments else "site")
    folder = arguments[1] if len(arguments) > 1 else None
    if not (site / "index.html").exists():
        print(f"{site} is no built site", file=sys.stderr)
        return 2
    told = list(faults(site))
    if folder is not None:
        told += missing(site, folder)
    print("\n".join(told) or "every link leads somewhere")
    return int(bool(told))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
