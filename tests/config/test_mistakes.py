"""The messages for mistakes of people who are not programmers, in both languages, in
golden/mistakes.txt (`--update` rewrites it).

First, files that look like mistakes but are valid.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from maintainer_mistakes import MAINTAINER_MISTAKES
from mistake_files import CONFIG, START, TYPE, config, kind, pack, rule, words
from more_mistakes import MORE_MISTAKES
from office_mistakes import OFFICE_MISTAKES

from reportlint.config.config_file import load_config
from reportlint.config.shipped import Shipped
from reportlint.core.errors import UserError
from reportlint.kinds import KINDS

GOLDEN = Path(__file__).parent / "golden" / "mistakes.txt"
SOUND: dict[str, dict[str, str]] = {
    "a phrase with a comma, in quotes": words("words: ['高度重视，扎实推进']\n"),
    "a phrase with a comma, on a line of its own": words(
        "words:\n  - 高度重视，扎实推进\n  - 甲、乙\n"
    ),
    "a comma at the end": words("words: [其一，, 其二、]\n"),
    "nothing but a comma": words("words: [，, 、]\n"),
    "quotes that are meant": words("words: ['“重视”', 高度重视]\nallow: [“高度重视”]\n"),
    "a title of a book": words("words: [《条例》, 〔2026〕]\n"),
    "quotes within a word": words("words: [写“好”了, “甲”和“乙”]\n"),
    "a dash before letters": words("words: [-force, -a1, —]\n"),
    "words with dots": words("words: [v1.2, e.g., etc., node.js, C++, a.b*]\n"),
    "words with marks": words("words: [(一), US$, 'a|b', '[1]', '^']\n"),
    "a caret at the start of a branch": words(
        r"regex: ['a|^b', '(?:^|，)急', '\^2', '[^a]b', 'a\n^b']" + "\n"
    ),
    "a dollar at the end": words(r"regex: ['a$', '(?:a$|b)c', '\$5', '[$]5', 'US[$]a']" + "\n"),
    "an edge of a word": words(r"regex: ['\bAPI\b', '汉字\b[a-z]', '重视\B']" + "\n"),
    "a bar that is looked for": words("regex: ['甲[｜|]乙', '（(?:甲|乙)）?', '（(?:一|二)）']\n"),
    "a message without quotes": rule("kind: pattern\nwords: x\nmessage: {found} 是空话\n"),
    "a message that is a field": rule("kind: pattern\nwords: x\nmessage: {found}\n"),
    "a message with a colon": rule("kind: pattern\nwords: x\nmessage: 错误: 不写{found}\n"),
    "two messages without quotes": rule(
        "kind: pattern\nwords: x\nmessage: {zh: “{found}”是空话, 不要写, en: {found}: it's empty}\n"
    ),
    "one message without quotes": rule("kind: pattern\nwords: x\nmessage: {zh: {found}是空话}\n"),
    "messages on lines of their own": rule(
        "kind: pattern\nwords: x\nmessage:\n  zh: {found}: 是空话\n  en: '{found}'\n"
    ),
    "a type by its name": rule(START + "words: x\nwhen: {type: 述职报告}\n"),
    "a type by its other name": config("overrides: [{files: a.md, type: duty report}]\n"),
    "a section that is there": rule(
        START + "words: x\nwhen: {section: duties}\nscope: 'section:duties'\n"
    ),
    "a rule with a Chinese name": pack({"不写空话.yaml": START + "words: x\n"}),
    "a pack with a Chinese name": pack({}, "id: 本单位\nname: n\n"),
    "the same number for both": rule("kind: length\nmessage: m\nof: sentence\nmin: 20\nmax: 20\n"),
    "a group of a regex": words(r"regex: '(x)y'" + "\n" + r"replace: '\1'" + "\n"),
    "a blank": kind(
        "name: p\nrecognise: {title: x}\nopening: {any: [x], write: '在{{地点}}召开{{会议}}'}\n"
    ),
    "a blank without quotes": kind(
        "name: p\nrecognise: {title: x}\nsections:\n- id: a\n  title: A\n  write: {{情况}}\n"
    ),
    "a section only where a field says so": kind(
        "name: p\nrecognise: {title: x}\nsections:"
        " [{id: a, title: A, when: {field: Type, is: S}}]\nclosing:"
        " {any: [x], when: {field: Type, present: false}}\n"
    ),
    "a rule only where a field says so": rule(
        START + "words: x\nwhen: {language: zh, field: 状态, is-not: [草稿, 征求意见]}\n"
    ),
    "a sound repetition": words(
        "regex: ['\\d{2,4}', '[一二三]、', '[甲|]', '[a|b]c', 'a\\|', '/a', 'a/b/']\n"
    ),
    "words with a space": words("words: ['高度重视 扎实推进', 高度 x, a b]\n"),
    "a fix by groups": words("regex: '(a)(b)'\nreplace: '\\2\\1, \\g<0>'\n"),
    "exceptions with the word": words("words: [重视, API]\nallow: [高度重视, api key]\n"),
    "a brace that is meant": rule("kind: pattern\nwords: x\nmessage: '{{name}} 没填：{found}'\n"),
    "a percent sign": rule("kind: pattern\nwords: x\nmessage: '50%，%%s'\n"),
    "an opening that is only written": kind(
        "name: p\nrecognise: {title: x}\nopening: {write: 各位同事：}\n"
    ),
    "titles that share an alias": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: A, aliases: [C]},"
        " {id: b, title: B, aliases: [C, A]}]\n"
    ),
    "a title that begins with a numeral": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: 一般情况},"
        " {id: b, title: 2026 年计划}, {id: c, title: 一、}]\n"
    ),
    "an address": words("words: x\nurl: https://a.org/甲?b=1#c\n"),
    "units with a slash": words("words: [元/吨, 公里/小时, 和/或, and/or, 是/否]\n"),
    "lists and gaps in quotes": words(
        "words: ['高度重视|扎实推进', '不但…而且', '第?条', '(甲, 乙)', '1. 甲 2. 乙', '· 甲']\n"
    ),
    "words that end in the rest": words("words: [等级, 甲等, '等']\n"),
    "marks alone": words("words: [。。, ……]\n"),
    "a number before a word": words("words: [1. 甲, 2. 乙, 第1. 条]\n"),
    "commas of half width on lines of their own": words("words:\n  - 首先, 其次\n  - a, b\n"),
    "a title with a book in it": kind(
        "name: p\nrecognise: {title: [《条例》实施情况, 关于《条例》的报告, XML 说明, XXI 世纪]}\n"
    ),
    "brackets and marks that are looked for": words(
        "regex: ['［20\\d\\d］', '【[^】]*】', '（[一二]）', '好吗？', 'A、B、C', '第、d项', '￥\\d+',"
        " '的*', '是*否', '[＋]\\d']\n"
    ),
    "letters that join": words("words: ['👩\u200d👧', می\u200cروم]\n"),
    "a special space in a word": words("words: ['mot\u00a0!', \"10\u202f%\"]\n"),
    "formats that are regexes": rule(
        "kind: fields\nmessage: m\nfields: {a: {format: '\\d{4}'}, b: {format: [Pending, '\\d+']},"
        " c: {format: 公开|内部}}\n"
    ),
    "a value of a field without a list": rule(
        "kind: fields\nmessage: m\nfields: {a: {one-of: [x, y]}, b: {when: {a: [y], c: [z]}}}\n"
    ),
    "a chain of spellings that is none": words("swap: {甲: 乙, 丙: 乙}\n"),
    "a right word that holds the wrong one, allowed": words(
        "swap: {重视: 高度重视}\nallow: [高度重视]\n"
    ),
    "a Latin word in its right one": words("swap: {mail: e-mail}\n"),
    "a word allowed besides another": words("words: [甲, 乙]\nallow: [甲方]\n"),
    "references without groups": rule(
        "kind: reference\nmessage: m\nuses: 表\\d+\ndefines: '^(?P<at>表\\d+)'\n"
    ),
    "two places of one regex": rule(
        "kind: comparison\nmessage: m\ncheck: same\nof: (?P<at>周报)\nwith: (?P<at>周报)\n"
        "with-scope: title\n"
    ),
    "a name in both languages": words("words: x\nname: {zh: 空话, en: empty words}\n"),
    "globs with commas": config("exclude: ['甲，乙.md', 'a, b.md', 会议，纪要.md]\n"),
    "an override of rules": config("overrides: [{files: a, rules: {}}]\n"),
    "a question mark that is looked for": words(
        "regex: ['好吗？', '(?:吗|呢)？', '[吗呢]？', '请?批示？', '\\)？', 'ids*', '\\bs+', '第d项', '[a-d]+']\n"
    ),
    "words of one character, and a unit": words("words: [公里/小时, 是/否, '高度重视。']\n"),
    "right words that only look like a choice or a note": words(
        "swap: {每小时公里: 公里/小时, 也许: 或许, 移除: 删除, '->': →, 国民: 公民（或居民）}\n"
    ),
    "a message with signs that are meant": rule(
        "kind: pattern\nwords: x\nmessage: '{found}：见 [1]，<name>，$5.00，100%，（name）'\n"
    ),
    "marks in what is written": kind(
        "name: p\nrecognise: {title: x}\nsections:\n- {id: a, title: A, write: '[链接](a.md)，- [x] 完成，"
        "【主动补位】，3×5，XXL 号，（请审议），第一……，{{XX}}，_强调_'}\n"
    ),
    "first markers": kind(
        "name: p\nrecognise: {title: x}\nsections:\n"
        + "".join(
            f"- {{id: a{number}, title: A{number}, list: {{style: '{style}', min: 2}}}}\n"
            for number, style in enumerate(
                "一是 （一） 一、 第一， 其一， 一要 1. 1、 (1) 1) （1） - * · ·".split()
            )
        )
        + "- {id: b, title: B, list: {style: 'Step 1: ', min: 2}}\n"
    ),
    "a sample of an inherited blank": kind(
        "name: p\nextends: duty-report\nopening: {any: [x], write: '{{单位名称}}'}\nblanks: {单位: x, 职务: y}\n"
    ),
    "texts that must and must not stand there": kind(
        "name: p\nrecognise: {title: x}\nmust: [{any: [请批示]}]\nmust-not: [{any: [请批示为盼]}]\n"
        "fields: {date: {from: today}}\nfile-name: '(?P<date>\\d{8})-走访'\n"
    ),
    "globs that are sound": config(
        "exclude: [./存档, '!存档/a.md', '*.md', '甲;乙', .github, '.docx/', 'a[^b].md']\n"
    ),
    "marker styles that stand alone": pack(
        {},
        "id: house\nname: n\nmarkers: {a: {numerals: circled}, b: {numerals: words, words: [甲, 乙]},"
        " c: {numerals: arabic, after: x}}\n",
    ),
    "folders of a pack": pack({"docs/a.yaml": "x: 1\n", "rules/pack.yaml": "x: 1\n"}),
    "texts to let pass": {
        **words("words: x\n"),
        CONFIG: "extends: [./house]\nignore: [{files: a.md, rule: '*', text: XX大道}, {files: a.md,"
        " rule: r, text: 1.5亿*2}, {files: 'a:3.md', rule: r, text: 李某、王某}]\n",
    },
    "an order of three": rule(
        "kind: order\nmessage: m\nfirst: [甲, 乙]\nthen: {any: [丙], regex: ['甲\\d']}\n"
    ),
    "fields that are all there may be": rule(
        "kind: fields\nmessage: m\nno-extra: true\nfields: {密级: {}, 日期: {}}\n"
    ),
    "marks of English texts": words(
        "words: [keyserver(s), C++, a.b*, and/or, no, 'a|b']\nregex: ['C:\\\\dir', '[[:alpha:]]+', '(?i)e.g.', '\\\\']\n"
    ),
    "what an English template may hold": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: A, write: '5% of [all](a.md) <b>cost</b> $5, [x] done,"
        " [see below], 10% and 20%, TODOs, $HOME/x'}]\n".replace("$HOME/x", "$HO/x")
    ),
    "a fix with a dollar": words("regex: '(a)'\nreplace: 'US$ \\1, {{0}}'\n"),
    "two types with titles of their own": kind("name: p\nrecognise: {title: [述职报告表]}\n"),
    "a type built on one with its title": kind("name: p\nextends: duty-report\n"),
    "colons of full width in texts": rule(
        "kind: pattern\nmessage: 注意：写清楚\nwords: [其一：, message：]\nexamples:\n  good:\n   "
        " - |\n      kind：好\n      \u3000\u3000正文\n"
    ),
}

MISTAKES: dict[str, dict[str, str]] = {
    # they loaded in silence
    "a Chinese comma between words": words("words: [高度重视，扎实推进]\n"),
    "a pause mark between words": words("words: [高度重视、扎实推进]\n"),
    "a pause mark between words, no brackets": words("words: 高度重视、扎实推进\n"),
    "a semicolon between words": words("words: [甲；乙]\n"),
    "a comma between regexes": words("regex: [重视，推进]\n"),
    "Chinese quotes around a word": words("words: [“高度重视”]\n"),
    "single Chinese quotes": words("words: [‘高度重视’]\n"),
    "corner brackets around a word": words("words: [「高度重视」]\n"),
    "lenticular brackets for a list": words("words: 【高度重视，扎实推进】\n"),
    "no space behind a dash": words("words:\n  -高度重视\n"),
    "no space behind two dashes": words("words:\n  -高度重视\n  -扎实推进\n"),
    "no space behind the second dash": words("words:\n  - 高度重视\n  -扎实推进\n"),
    "a group in the fix of words": words("words: [高度重视]\n" + r"replace: '\1'" + "\n"),
    "a group in the fix of a family": rule(
        START + "patterns:\n  a: {words: [x], replace: " + r"'\g<0>'" + "}\n"
    ),
    "min above max, length": rule("kind: length\nmessage: m\nof: sentence\nmin: 30\nmax: 20\n"),
    "min above max, count": rule("kind: count\nmessage: m\nwords: x\nmin: 2\nmax: 1\n"),
    "min above max 0": rule("kind: count\nmessage: m\nwords: x\nmin: 2\nmax: 0\n"),
    "a section of no type": rule(START + "words: x\nwhen: {section: dutys}\n"),
    "a scope that is a section of no type": rule(START + "words: x\nscope: 'section:problems'\n"),
    "a place that is a section of no type": rule(
        "kind: required\nmessage: m\nat: section:work\ngroups: [{id: a, any: [x]}]\n"
    ),
    "two types with one title": kind("name: p\nrecognise: {title: [述职报告]}\n"),
    "blanks of full width": kind("name: p\nsections: [{id: a, title: A, write: ｛｛情况｝｝}]\n"),
    "blanks in single braces": kind("name: p\nopening: {any: [x], write: '在{地点}召开'}\n"),
    "blanks in single braces, no quotes": kind("name: p\nopening: {any: [x], write: {地点}}\n"),
    "a title that is a regex": kind("name: p\nsections: [{id: a, title: .*情况}]\n"),
    "an alias that is a regex": kind(
        "name: p\nsections: [{id: a, title: A, aliases: [(工作|任务)完成情况]}]\n"
    ),
    "a word that is a regex": words("words: ['高度.*重视', '\\d+年', '(甲|乙)方', '^急件']\n"),
    "text before the start of a line": words("regex: ['急件^']\n"),
    "text behind the end of a line": words("regex: ['急件$特急']\n"),
    "an edge between Han characters": words(r"regex: ['高度\b重视']" + "\n"),
    "a bar of full width": words("regex: ['(高度｜十分)重视']\n"),
    "brackets of full width": words("regex: ['（高度|十分）重视']\n"),
    "a condition of no field": kind(
        "name: p\nsections: [{id: a, title: A, when: {is: Standards Track}}]\n"
    ),
    "a condition in the form of kind fields": kind(
        "name: p\nsections: [{id: a, title: A, when: {Type: Standards Track}}]\n"
    ),
    "a condition of two sorts": kind(
        "name: p\nclosing: {any: [x], when: {field: Type, is: A, is-not: B}}\n"
    ),
    "a condition of no value": rule(START + "words: x\nwhen: {field: Type, is: []}\n"),
    "a condition of a rule without a field": rule(START + "words: x\nwhen: {is: A}\n"),
    "a condition of what need not be there": kind(
        "name: p\nsections: [{id: a, title: A, required: false, when: {field: Type}}]\n"
    ),
    "a condition in Chinese": kind(
        "name: p\nsections: [{id: a, title: A, when: {字段: 类型, 是: 标准}}]\n"
    ),
    "an address without its beginning": words("words: x\nurl: www.gov.cn/a.htm\n"),
    "an address that is a script": words("words: x\nurl: 'javascript:alert(1)'\n"),
    "an address with a space": words("words: x\nurl: https://a.org/b c\n"),
    "a place of a count that is none": rule(
        "kind: count\nmessage: m\nwords: x\nmax: 1\nat: title\n"
    ),
    "a count in Chinese": rule("kind: count\nmessage: m\nwords: x\n最多: 1\nper: 节\n"),
    "a formula for Chinese": rule("kind: readability\nmessage: m\nlanguage: zh\nmin: 40\n"),
    "a grade for German": rule(
        "kind: readability\nmessage: m\nlanguage: de\nformula: grade\nmax: 9\n"
    ),
    "capitals of no style": rule("kind: capitalization\nmessage: m\nexceptions: [API]\n"),
    "capitals of a wrong style": rule("kind: capitalization\nmessage: m\nstyle: Sentence\n"),
    # typed with a Chinese keyboard
    "a colon of full width": rule("kind：pattern\nmessage: m\nwords: x\n"),
    "a colon of full width, all lines": rule("kind：pattern\nmessage：m\nwords：x\n"),
    "a colon of full width, last line": rule("kind: pattern\nmessage: m\nwords：x\n"),
    "a colon of full width in braces": rule("kind: pattern\nmessage: {zh：甲, en: b}\nwords: x\n"),
    "a comma of full width in braces": rule("kind: pattern\nmessage: {zh: 甲，en: b}\nwords: x\n"),
    "braces of full width": rule("kind: pattern\nmessage: ｛zh: 甲, en: b｝\nwords: x\n"),
    "brackets of full width for a list": words("words: ［高度重视］\n"),
    "a space of full width as indent": rule(
        "kind: pattern\nmessage:\n\u3000\u3000zh: 甲\nwords: x\n"
    ),
    "a space of full width behind a colon": rule("kind: pattern\nmessage: m\nwords:\u3000x\n"),
    "a space of full width in a list": words("words: [甲,\u3000乙]\n"),
    "a number sign of full width": rule("＃ 空话\nkind: pattern\nmessage: m\nwords: x\n"),
    "a dash of full width": words("words:\n  －甲\n  －乙\n"),
    "letters of full width": words("words: x\nseverity: ｅｒｒｏｒ\n"),
    "a key of full width": words("ｗｏｒｄｓ: x\n"),
    "digits of full width": rule("kind: length\nmessage: m\nof: sentence\nmax: ３０\n"),
    "Chinese numerals": rule("kind: length\nmessage: m\nof: sentence\nmax: 三十\n"),
    "no space behind a colon": rule("kind:pattern\nmessage: m\nwords: x\n"),
    "no space behind a colon, last line": rule("kind: pattern\nmessage: m\nwords:x\n"),
    "quotes inside quotes": rule('kind: pattern\nmessage: "写"{found}"是空话"\nwords: x\n'),
    # Chinese names
    "keys in Chinese": rule("种类: pattern\n消息: m\n词语: x\n级别: error\n例子: {}\n"),
    "keys in Chinese, colons too": rule("种类：pattern\n消息：m\n"),
    "a kind in Chinese": rule("kind: 长度\nmessage: m\nof: sentence\nmax: 3\n"),
    "a severity in Chinese": words("words: x\nseverity: 警告\n"),
    "a scope in Chinese": words("words: x\nscope: [标题, 表格]\n"),
    "a flag in Chinese": words("words: x\nsafe: 是\nreplace: y\n"),
    "a language in Chinese": rule(START + "words: x\nwhen: {language: 中文}\n"),
    "a language of a message in Chinese": rule("kind: pattern\nmessage: {中文: 甲}\nwords: x\n"),
    "keys of examples in Chinese": words("words: x\nexamples: {反例: [⟦x⟧], 正例: [y]}\n"),
    "a type that nobody has": rule(START + "words: x\nwhen: {type: 述职报告书}\n"),
    "a field in Chinese": rule("kind: pattern\nmessage: '{找到}'\nwords: x\n"),
    # others
    "a rule of Vale": rule(
        "extends: existence\nmessage: \"Don't use '%s'\"\nlevel: error\ntokens: [very]\n"
    ),
    "a typo and what it brings about": rule("kind: pattern\nmessage: m\nwrods: [x]\n"),
    "a regex with an open bracket": words(
        "regex: ['[甲', '甲)', '*甲', 'a**', '[z-a]', '(?<a', '\\p{Hann}', 'a{3,1}', '(?P=b)',"
        " '\\2']\n"
    ),
    "a list of words that is none": words("regex: ['\\L<unit>']\n"),
    "a mapping for a word": words("words: [{甲: 乙}]\n"),
    "a mapping for a title": kind("name: p\nsections: [{id: a, title: {{情况}}}]\n"),
    "a capital in the name of a file": pack({"Words.yaml": START + "words: x\n"}),
    "a space in the name of a file": pack({"不写 空话.yaml": START + "words: x\n"}),
    "marks in the name of a file": pack({"不写“空话”.yaml": START + "words: x\n"}),
    "a number for a word": words("words: [2026, 1.5, 2026-01-01, true]\n"),
    "an empty list": words("words: []\n"),
    "no words at all": words(""),
    "a rule in the place of a type": kind(START + "words: x\n"),
    "a type in the place of a rule": rule(TYPE),
    "words under a wrong key": words("word: [x]\n"),
    "examples without marks": words("words: x\nexamples: {bad: [x]}\n"),
    "examples in other marks": words("words: x\nexamples: {bad: [【x】], good: [⟦y⟧]}\n"),
    "a list where a text stands": rule("kind: pattern\nmessage: [a, b]\nwords: x\n"),
    "a severity that is none": words("words: x\nseverity: critical\n"),
    "a scope with a typo": words("words: x\nscope: [heding]\n"),
    "a minus for not": words("words: x\nscope: [-quote]\n"),
    "a negative number": rule("kind: length\nmessage: m\nof: sentence\nmax: -3\n"),
    "a number with its unit": rule("kind: length\nmessage: m\nof: sentence\nmax: 30字\n"),
    "a percentage": rule("kind: length\nmessage: m\nof: sentence\nmax: 30%\n"),
    "a unit that is none": rule("kind: length\nmessage: m\nof: 句\nmax: 3\n"),
    "neither max nor min": rule("kind: length\nmessage: m\nof: sentence\n"),
    "safe without a fix": words("words: x\nsafe: true\n"),
    "yes for a flag": words("words: x\nreplace: y\nsafe: yes\n"),
    "an id unlike the file": words("id: s\nwords: x\n"),
    "an uneven indent": rule("kind: pattern\n message: m\nwords: x\n"),
    "a list not closed": words("words: [甲, 乙\n"),
    "a key twice": words("words: x\nwords: y\n"),
    "a tab": words("words:\n\t- x\n"),
    "a percent sign at the start": words("words: [%]\n"),
    "a star at the start": words("words: [*]\n"),
    "a rule of no pack": config("rules: {空话: error}\n"),
    "an unknown key of the configuration": config("规则: {r: off}\n排除: [a]\n"),
    "a type by a wrong name": config("overrides: [{files: a, type: 述职}]\n"),
    # more
    "an empty word": words("words: ['']\n"),
    "nothing but a space": words("words: [' ']\n"),
    "a word swapped for itself": words("swap: {甲: 甲}\n"),
    "a list for a swap": words("swap: [甲, 乙]\n"),
    "a colon of full width in a swap": words("swap: {甲：乙}\n"),
    "a swap by a regex that is none": words("swap: {'/[/': x}\n"),
    "a colon of full width in a swap of several lines": words("swap:\n  甲：乙\n"),
    "an exception without the word": words("words: [高度重视]\nallow: [十分重视]\n"),
    "a fix that changes nothing": words("words: [甲]\nreplace: 甲\n"),
    "places that exclude each other": words("words: x\nscope: [prose, not prose]\n"),
    "the last of nothing": words("words: x\nwhich: last\n"),
    "a severity with a capital": words("words: x\nseverity: Error\n"),
    "no kind": rule("message: m\nwords: x\n"),
    "no message": rule("kind: pattern\nwords: x\n"),
    "a kind with a typo": rule("kind: patern\nmessage: m\nwords: x\n"),
    "a length of nothing": rule("kind: length\nmessage: m\nmax: 3\n"),
    "a length of at most 0": rule("kind: length\nmessage: m\nof: sentence\nmax: 0\n"),
    "an order without its first": rule("kind: order\nmessage: m\nthen: x\n"),
    "an order of one thing": rule("kind: order\nmessage: m\nfirst: x\nthen: x\n"),
    "a spelling preferred to itself": rule("kind: consistency\nmessage: m\nprefer: {登录: 登录}\n"),
    "spellings that are no groups": rule("kind: consistency\nmessage: m\neither: [甲, 乙]\n"),
    "a group of one spelling": rule("kind: consistency\nmessage: m\neither: [[甲]]\n"),
    "a demand for nothing": rule("kind: required\nmessage: m\nat: closing\n"),
    "a demand at no place": rule("kind: required\nmessage: m\nat: begin\nany: [x]\n"),
    "a count of nothing": rule("kind: count\nmessage: m\nmax: 1\n"),
    "no fields": rule("kind: fields\nmessage: m\nfields: {}\n"),
    "a list of fields": rule("kind: fields\nmessage: m\nfields: [Title, Author]\n"),
    "a demand on a field with a typo": rule(
        "kind: fields\nmessage: m\nfields: {Title: {requird: true}}\n"
    ),
    "a condition on a field that is misspelt": rule(
        "kind: fields\nmessage: m\nfields: {Title: {when: {Typ: [x]}}, Type: {required: true}}\n"
    ),
    "a reference to nothing": rule("kind: reference\nmessage: m\nuses: 'a'\n"),
    "a comparison with nothing": rule("kind: comparison\nmessage: m\ncheck: same\nof: a\n"),
    "an empty branch of a regex": words("regex: ['重视|']\n"),
    "a regex that is a bar": words("regex: ['|']\n"),
    "a dash in a repetition": words("regex: ['\\d{2-4}']\n"),
    "a Chinese comma in a repetition": words("regex: ['\\d{2，4}']\n"),
    "a range of Chinese numerals": words("regex: ['[一-十]、']\n"),
    "words in a class of characters": words("regex: ['[高度|十分]重视']\n"),
    "a regex that matches everything": words("regex: ['.+']\n"),
    "a regex that matches everything or nothing": words("regex: ['.*']\n"),
    "an empty regex": words("regex: ['']\n"),
    "an edge of a word in double quotes": words('regex: ["\\bAPI\\b"]\n'),
    "a digit in double quotes": words('regex: ["\\d+年"]\n'),
    "slashes around a regex": words("regex: [/高度.*重视/]\n"),
    "slashes and a flag": words("regex: [/api/i]\n"),
    "a range of digits in two widths": words("regex: ['[０-9]']\n"),
    "spaces around a bar": words("regex: ['甲 | 乙']\n"),
    "a group as in JavaScript": words("regex: ['(a)b']\nreplace: '$1'\n"),
    "a group that is not there": words("regex: ['(a)b']\nreplace: '\\2'\n"),
    "a field in a fix": words("words: x\nreplace: '{found}了'\n"),
    "a message as in Vale": rule('kind: pattern\nmessage: "不写%s"\nwords: x\n'),
    "a field in double braces": rule("kind: pattern\nmessage: '{{found}}是空话'\nwords: x\n"),
    "a field in braces of full width": rule("kind: pattern\nmessage: 不写｛found｝\nwords: x\n"),
    "a brace not closed": rule("kind: pattern\nmessage: '不写{found'\nwords: x\n"),
    "a field with a dollar": rule("kind: pattern\nmessage: '不写${found}'\nwords: x\n"),
    "an empty message": rule("kind: pattern\nmessage: ''\nwords: x\n"),
    "a message without a value": rule("kind: pattern\nmessage:\nwords: x\n"),
    "two words with a space": words("words: [高度重视 扎实推进]\n"),
    "two words with a space, no brackets": words("words: 高度重视 扎实推进\n"),
    "a list in quotes": words("words: '[甲, 乙]'\n"),
    "a list of examples": words("words: x\nexamples: [x]\n"),
    "marks in marks": words("words: x\nexamples: {bad: ['⟦a⟦b⟧⟧']}\n"),
    "a mark not closed": words("words: x\nexamples: {bad: ['⟦ab']}\n"),
    "an example without a text": words("words: x\nexamples: {bad: [{format: text}]}\n"),
    "a format by its ending": words("words: x\nexamples: {bad: [{text: ⟦x⟧, format: md}]}\n"),
    "yielding to no rule": words("words: x\nyields-to: [nope]\n"),
    "a rule that yields to itself": words("words: x\nyields-to: [r]\n"),
    "a number with a point": rule("kind: length\nmessage: m\nof: sentence\nmax: 30.5\n"),
    "a number in quotes": rule("kind: length\nmessage: m\nof: sentence\nmax: '30'\n"),
    "two keys on one line": rule("kind: length\nmessage: m\nof: sentence\nmin: 1 max: 2\n"),
    "a comma missing in a list": words('words: ["a" "b"]\n'),
    "a number for a severity": words("words: x\nseverity: 1\n"),
    "a tab behind a colon": words("words:\tx\n"),
    "a key without its colon": words("words:\n- a\nscope\n"),
    "two sections of one title": kind(
        "name: p\nsections: [{id: a, title: A}, {id: b, title: A}]\n"
    ),
    "two sections of one id": kind("name: p\nsections: [{id: a, title: A}, {id: a, title: B}]\n"),
    "an opening that asks for nothing": kind("name: p\nopening: {within: 2}\n"),
    "within no paragraph": kind("name: p\nopening: {within: 0, any: [x]}\n"),
    "a demand that may be": kind("name: p\nsections: [{id: a, title: A, required: maybe}]\n"),
    "a part that is none": kind("name: p\nparts: {sign: true}\n"),
    "recognised by nothing": kind("name: p\nrecognise: {title: ['']}\n"),
    "recognised by a text": kind("name: p\nrecognise: 述职报告表\n"),
    "a type built on none": kind("extends: dutyreport\nname: p\n"),
    "a title in the wrong place": kind("name: p\ntitle: 报告\n"),
    "sections as a mapping": kind("name: p\nsections: {a: A}\n"),
    "sections as texts": kind("name: p\nsections: [A, B]\n"),
    "a type without a name": kind("sections: [{id: a, title: A}]\n"),
    "a title with its number": kind("name: p\nsections: [{id: a, title: 一、履职情况}]\n"),
    "a title with its marks": kind("name: p\nsections: [{id: a, title: '## 履职情况'}]\n"),
    "a section without an id": kind("name: p\nsections: [{title: A}]\n"),
    "a length with its unit": kind("name: p\nsections: [{id: a, title: A, min-length: 100字}]\n"),
    "a list without its style": kind("name: p\nsections: [{id: a, title: A, list: {min: 3}}]\n"),
    "a demand without its texts": kind("name: p\nmust: [{name: x}]\n"),
    "a demand as a text": kind("name: p\nmust: [x]\n"),
    "behind a section of no type": kind(
        "name: p\nextends: duty-report\nsections: [{id: b, title: B, after: dutie}]\n"
    ),
    "a section dropped that is not there": kind(
        "name: p\nextends: duty-report\nsections: [{id: dutie, drop: true}]\n"
    ),
    "a pack without an id": pack({}, "name: n\n"),
    "words without a name": pack({}, "id: house\nname: n\nwords: [a]\n"),
    "a pack that requires none": pack({}, "id: house\nname: n\nrequires: [cor]\n"),
    "a version of a pack": pack({}, "id: house\nname: n\nversion: 1.0\n"),
    "packs in one text": {**pack({}), CONFIG: "extends: core, ./house\n"},
    "a folder that is not there": {**pack({}), CONFIG: "extends: [./hous]\n"},
    "a rule of no pack, switched off": config("rules: {duty: of}\n"),
    "a typo in a rule of the configuration": {
        **words("words: x\n"),
        CONFIG: "extends: [./house]\nrules: {r: {severty: off}}\n",
    },
    "a severity in Chinese in the configuration": {
        **words("words: x\n"),
        CONFIG: "extends: [./house]\nrules: {r: 警告}\n",
    },
    "overrides as a mapping": config("overrides: {files: a}\n"),
    "an override of no files": config("overrides: [{type: duty-report}]\n"),
    "to fail on errors": config("fail-on: errors\n"),
    "a language by its country": config("language: cn\n"),
    "an entry of ignore by a wrong key": config("ignore: [{path: a.md}]\n"),
    "rules as a list": config("rules: [r]\n"),
    "an encoding that is none": config("encoding: gbk2\n"),
    "a path to the outside": config("exclude: ['../a']\n"),
    "a configuration that is a list": {**pack({}), CONFIG: "- core\n"},
    "packs in quotes": {**pack({}), CONFIG: "extends: '[./house]'\n"},
    "a key of the configuration in Chinese": {**pack({}), CONFIG: "继承: [./house]\n"},
    "a severity of the configuration": {
        **words("words: x\n"),
        CONFIG: "extends: [./house]\nseverity: error\n",
    },
    "a windows path": config("exclude: ['a\\b']\n"),
}


def load(files: Mapping[str, str], reader: Any) -> Any:
    from reportlint.config.config import find_config

    disk = reader(files)
    return load_config(find_config("c", "c", disk.read), disk, Shipped((), "rules"), KINDS)


@pytest.mark.parametrize("name", SOUND)
def test_what_is_no_mistake(name: str, reader: Any) -> None:
    config, library = load(SOUND[name], reader)  # a mistake would be raised
    assert config
    assert library.packs


def test_messages_keep_their_words(reader: Any) -> None:
    _, library = load(SOUND["two messages without quotes"], reader)
    assert library.rules["r"].message == {
        "zh": "“{found}”是空话, 不要写",
        "en": "{found}: it's empty",
    }
    _, library = load(SOUND["a message that is a field"], reader)
    assert library.rules["r"].message == {"": "{found}"}


def test_a_name_of_a_type_becomes_its_id(reader: Any) -> None:
    _, library = load(SOUND["a type by its name"], reader)
    assert library.rules["r"].when.types == ("duty-report",)
    loaded, _ = load(SOUND["a type by its other name"], reader)
    assert loaded.overrides[0].type == "duty-report"


def test_every_mistake_is_told(reader: Any, update: bool) -> None:
    messages = []
    for name, files in {
        **MISTAKES,
        **MORE_MISTAKES,
        **OFFICE_MISTAKES,
        **MAINTAINER_MISTAKES,
    }.items():
        try:
            load(files, reader)
        except UserError as error:
            lines = [f"{problem.to('en')}\n{problem.to('zh')}" for problem in error.problems]
            messages.append("\n".join([f"== {name}", *lines]))
        else:
            messages.append(f"== {name}\nLOADS")
    text = "\n\n".join(messages) + "\n"
    if update:
        GOLDEN.write_text(text, encoding="utf-8")
    assert "LOADS" not in text
    assert text == GOLDEN.read_text(encoding="utf-8")
