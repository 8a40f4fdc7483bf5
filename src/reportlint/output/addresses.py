"""The URLs of this project: its home, and the pages on its rules and report types for the running
version.

The site has a folder for each version, and in it one for each language (docs/site.md), so a link in
a finding of an old version leads to the page of that version.
"""

from __future__ import annotations

from reportlint import __version__
from reportlint._startup.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.core.rule import Rule

HOME = "https://github.com/reportlint/reportlint"
ISSUES = f"{HOME}/issues"
SITE = "https://reportlint.github.io/reportlint/"  # as `site_url` in mkdocs.yml
UNRELEASED = "dev"  # the folder for the branch `main`
_SHIPPED_PACK = "core"  # contains all shipped rules
_FOLDERS = {"en": "", "zh": "zh-CN/"}  # by language: the folder within that of a version


def site_folder(version: str = __version__) -> str:
    """The folder of the site for a version: its own, or `dev` for a version that is not a
    release."""
    return UNRELEASED if ".dev" in version or "+" in version else version


def rule_link(rule: Rule | None, language: str) -> str:
    """The URL of the page on a rule; "" if there is none.

    It is the URL that the file of the rule names, escaped. For a shipped rule that names none, it
    is the page on the site in `language`, "zh" or "en".
    """
    if rule is None:
        return ""
    if rule.url:
        from urllib.parse import quote

        return quote(rule.url, safe="/~!$&'()*+,;=@:?#[]%")
    return _page(f"rules/{rule.id}", language) if rule.pack == _SHIPPED_PACK else ""


def schema_id(name: str, version: str = __version__) -> str:
    """The `$id` of the JSON Schema `name`: its URL in the release of the version; for an unreleased
    version, in the latest release."""
    is_release = site_folder(version) == version
    release = f"download/v{version}" if is_release else "latest/download"
    return f"{HOME}/releases/{release}/reportlint-{name}.schema.json"


def type_link(type_id: str, language: str) -> str:
    """The URL of the page on a shipped report type, in `language`, "zh" or "en"."""
    return _page(f"types/{type_id}", language)


def _page(path: str, language: str) -> str:
    return f"{SITE}{site_folder()}/{_FOLDERS.get(language, '')}{path}/"
