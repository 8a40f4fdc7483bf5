from __future__ import annotations

import pytest

from reportlint.cli.language import of_locale, requested_language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, ""),
        ({"LANG": "C"}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, ""),
        ({"LANGUAGE": "zh", "LC_ALL": "C.UTF-8"}, ""),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "zh-Hans"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": ""}, "en"),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "zh_CN:en"}, "zh"),
        ({"LANGUAGE": "zh"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LANGUAGE": "fr:en"}, "en"),
    ],
)
def test_the_language_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert of_locale(environment) == language


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, ""),
        (["--lang", "zh"], {"REPORTLINT_LANG": "en"}, "zh"),
        (["a.md", "--lang=en"], {}, "en"),
        ([], {"REPORTLINT_LANG": "zh_CN"}, "zh"),
        (["--lang", "fr"], {"REPORTLINT_LANG": "zh"}, "zh"),
        (["--", "--lang", "zh"], {}, ""),
        (["--lang"], {}, ""),
    ],
)
def test_the_language_asked_for(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert requested_language(arguments, environment) == language
