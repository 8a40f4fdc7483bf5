"""Where people find this project: its home, and the pages about its rules and report types, for the
version that runs.

The site has a folder for each version, and in it one for each language (docs/site.md). So the link
in a finding of an old version says what that version does.
"""

from __future__ import annotations

from reportlint import __version__
from reportlint._startup.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlint.core.rule import Rule

HOME = "https://github.com/reportlint/reportlint"
ISSUES = f"{HOME}/issues"
SITE = "https://reportlint.github.io/reportlint/"  # as `site_url` in mkdocs.yml
UNRELEASED = "dev"  # the folder that is made of the branch `main`
_SHIPPED_PACK = "core"  # all shipped rules are in it
_FOLDERS = {"en": "", "zh": "zh-CN/"}  # of a language, in the folder of a version


def site_folder(version: str = __version__) -> str:
    """The folder of the site for a version: its own, or `dev` for one that is no release."""
    return UNRELEASED if ".dev" in version or "+" in version else version


def rule_link(rule: Rule | None, language: str) -> str:
    """Where more is said of a rule, "" where nothing is.

    It is the address that the file of the rule names, escaped; of a shipped rule that names none it
    is the page on the site, in `language`, which is "zh" or "en".
    """
    if rule is None:
        return ""
    if rule.url:
        from urllib.parse import quote

        return quote(rule.url, safe="/~!$&'()*+,;=@:?#[]%")
    return _page(f"rules/{rule.id}", language) if rule.pack == _SHIPPED_PACK else ""


def schema_id(name: str, version: str = __version__) -> str:
    """What the JSON Schema `name` is known by: where its release has it, or the latest one for what
    is none."""
    is_release = site_folder(version) == version
    release = f"download/v{version}" if is_release else "latest/download"
    return f"{HOME}/releases/{release}/reportlint-{name}.schema.json"


def type_link(type_id: str, language: str) -> str:
    """The address of the page of a shipped report type, in `language`, which is "zh" or "en"."""
    return _page(f"types/{type_id}", language)


def _page(path: str, language: str) -> str:
    return f"{SITE}{site_folder()}/{_FOLDERS.get(language, '')}{path}/"
