"""More mistakes of people who are not programmers: typed with a Chinese keyboard, copied from a
page or a letter, or written for another tool. `test_mistakes.py` checks the messages."""

from __future__ import annotations

from mistake_files import CONFIG, START, kind, pack, rule, words


def conf(text: str) -> dict[str, str]:
    return {**words("words: x\n"), CONFIG: text}


MORE_MISTAKES: dict[str, dict[str, str]] = {
    "a word document's curly quotes around a key": rule("“kind”: pattern\nmessage: m\nwords: x\n"),
    "straight quotes around list in message with curly closing": rule(
        'kind: pattern\nmessage: "不写{found}”\nwords: x\n'
    ),
    "a no-break space as indent": rule("kind: pattern\nmessage:\n\u00a0\u00a0zh: 甲\nwords: x\n"),
    "a no-break space behind the colon": rule("kind:\u00a0pattern\nmessage: m\nwords: x\n"),
    "a zero-width space in a key": rule("kind: pattern\nmess\u200bage: m\nwords: x\n"),
    "a zero-width space in a word": words("words: [高度\u200b重视]\n"),
    "a byte-order mark inside the file": rule("kind: pattern\n\ufeffmessage: m\nwords: x\n"),
    "three backticks of a copied block": rule(
        "```yaml\nkind: pattern\nmessage: m\nwords: x\n```\n"
    ),
    "three backticks at the end": rule("kind: pattern\nmessage: m\nwords: x\n```\n"),
    "the prompt copied too": rule("$ cat r.yaml\nkind: pattern\nmessage: m\nwords: x\n"),
    "line numbers copied too": rule("1 kind: pattern\n2 message: m\n3 words: x\n"),
    "a comment in Chinese marks": rule("//不写空话\nkind: pattern\nmessage: m\nwords: x\n"),
    "a comment as in HTML": rule("<!-- 空话 -->\nkind: pattern\nmessage: m\nwords: x\n"),
    "two rules in one file": rule(
        "kind: pattern\nmessage: m\nwords: x\n---\nkind: pattern\nmessage: n\nwords: y\n"
    ),
    "two rules in one file as a list": rule(
        "- kind: pattern\n  message: m\n  words: x\n- kind: pattern\n  message: n\n  words: y\n"
    ),
    "two rules by name in one file": rule("空话:\n  kind: pattern\n  message: m\n  words: x\n"),
    "a rule under rules": rule("rules:\n  - kind: pattern\n    message: m\n    words: x\n"),
    "an empty file": rule(""),
    "nothing but a comment": rule("# 空话\n"),
    "JSON with comma at the end missing": rule(
        '{"kind": "pattern" "message": "m", "words": ["x"]}'
    ),
    "a plain text": rule("不要写高度重视\n"),
    "an equals sign": rule("kind = pattern\nmessage = m\nwords = x\n"),
    "a semicolon behind each line": rule("kind: pattern;\nmessage: m;\nwords: x;\n"),
    "a comma behind each line": rule("kind: pattern,\nmessage: m,\nwords: x,\n"),
    "a full stop behind a value": rule("kind: pattern。\nmessage: m\nwords: x\n"),
    "a colon at the end of a list item": words("words:\n  - 高度重视:\n  - 扎实推进\n"),
    "a message over two lines": rule("kind: pattern\nmessage: 不写空话\n写做了什么\nwords: x\n"),
    "a message with a number sign": rule("kind: pattern\nmessage: #不写空话\nwords: x\n"),
    "a word with a number sign": words("words: [甲, #乙]\n"),
    "a question mark at the start": words("words:\n  ? 甲\n"),
    "words in round brackets": words("words: (高度重视, 扎实推进)\n"),
    "words in round brackets of full width": words("words: （高度重视，扎实推进）\n"),
    "words with or": words("words: 高度重视 或 扎实推进\n"),
    "words with slashes": words("words: [高度重视/扎实推进]\n"),
    "words with bars": words("words: [高度重视|扎实推进]\n"),
    "numbered words": words("words:\n  1. 高度重视\n  2. 扎实推进\n"),
    "bulleted words": words("words:\n  · 高度重视\n  · 扎实推进\n"),
    "a star as a bullet": words("words:\n  * 高度重视\n  * 扎实推进\n"),
    "a plus as a bullet": words("words:\n  + 高度重视\n  + 扎实推进\n"),
    "an en dash as bullet": words("words:\n  – 高度重视\n  – 扎实推进\n"),
    "an em dash as bullet": words("words:\n  — 高度重视\n  — 扎实推进\n"),
    "words and so on": words("words: [高度重视, 扎实推进, 等]\n"),
    "words with an ellipsis": words("words: [高度重视, 扎实推进, ……]\n"),
    "words with three dots": words("words: [高度重视, ...]\n"),
    "words with dots in the middle": words("words: [不但…而且]\n"),
    "words with a star for anything": words("words: [关于*的报告]\n"),
    "words with a question mark for one": words("words: [第?条]\n"),
    "a swap with arrow": words("swap:\n  - 登陆系统 -> 登录系统\n"),
    "a swap with Chinese arrow": words("swap: {登陆→登录}\n"),
    "a swap the wrong way round": words("swap: {登录: 登陆, 登陆: 登录}\n"),
    "a swap with an empty right": words("swap: {进行了: }\n"),
    "a swap whose right holds the wrong": words("swap: {重视: 高度重视}\n"),
    "replace as a list": words("words: [甲, 乙]\nreplace: [丙, 丁]\n"),
    "replace without words": rule("kind: pattern\nmessage: m\nreplace: y\n"),
    "ignore-case in Chinese": words("words: x\nignore-case: 忽略\n"),
    "case as on": words("words: x\nignorecase: true\n"),
    "underscore for hyphen": words("words: x\nignore_case: true\n"),
    "a capital in a key": rule("Kind: pattern\nMessage: m\nWords: x\n"),
    "severity level number word": words("words: x\nseverity: 严重\n"),
    "severity warn": words("words: x\nseverity: warn\n"),
    "scope all": words("words: x\nscope: all\n"),
    "scope title and body with and": words("words: x\nscope: title, body\n"),
    "scope with Chinese comma": words("words: x\nscope: title，body\n"),
    "scope heading 1": words("words: x\nscope: heading 1\n"),
    "scope heading-7": words("words: x\nscope: heading-7\n"),
    "scope section by title": words("words: x\nscope: section:履职情况\n"),
    "scope section with full colon": words("words: x\nscope: section：duties\n"),
    "when section by title": words("words: x\nwhen: {section: 履职情况}\n"),
    "when a list": words("words: x\nwhen: [type: duty-report]\n"),
    "when a text": words("words: x\nwhen: duty-report\n"),
    "when type all": words("words: x\nwhen: {type: all}\n"),
    "when language english": words("words: x\nwhen: {language: english}\n"),
    "when format md": words("words: x\nwhen: {format: md}\n"),
    "when format word": words("words: x\nwhen: {format: word}\n"),
    "when path with backslash": words("words: x\nwhen: {path: '述职\\**'}\n"),
    "when file": words("words: x\nwhen: {file: 述职.md}\n"),
    "allow that is the word itself": words("words: [重视]\nallow: [重视]\n"),
    "unless matching everything": words("words: [重视]\nunless: ['.*']\n"),
    "except": words("words: [重视]\nexcept: [高度重视]\n"),
    "url of mail": words("words: x\nurl: a@b.cn\n"),
    "name as list": words("words: x\nname: [空话]\n"),
    "name too long": words(
        "words: x\nname: 这条规则检查报告里有没有写空话套话，如果写了就要改成写做了什么以及做成了什么\n"
    ),
    "examples key bad capital": words("words: x\nexamples: {Bad: [⟦x⟧]}\n"),
    "example under rule level bad": words("words: x\nbad: [⟦x⟧]\ngood: [y]\n"),
    "marks in Chinese brackets 〖〗": words("words: x\nexamples: {bad: [〖x〗]}\n"),
    "marks single closed wrong order": words("words: x\nexamples: {bad: ['⟧x⟦']}\n"),
    "example type unknown": words("words: x\nexamples: {bad: [{text: ⟦x⟧, type: 述职}]}\n"),
    "example good in bad with no marks all": words("words: x\nexamples: {good: ['⟦x⟧']}\n"),
    "length: of in Chinese": rule("kind: length\nmessage: m\nof: 句子\nmax: 30\n"),
    "length: unit in Chinese": rule("kind: length\nmessage: m\nof: sentence\nunit: 字\nmax: 30\n"),
    "length: max with a Chinese unit in thousands": rule(
        "kind: length\nmessage: m\nof: document\nmax: 3千\n"
    ),
    "length: max with comma": rule("kind: length\nmessage: m\nof: document\nmax: 3,000\n"),
    "length: max with comma of full width": rule(
        "kind: length\nmessage: m\nof: document\nmax: 3，000\n"
    ),
    "length: a range": rule("kind: length\nmessage: m\nof: document\nmax: 20-30\n"),
    "length: with sign": rule("kind: length\nmessage: m\nof: sentence\nmax: <30\n"),
    "length: with sign ≤": rule("kind: length\nmessage: m\nof: sentence\nmax: ≤30\n"),
    "length: words": rule("kind: length\nmessage: m\nof: sentence\nmax: 30\nwords: [x]\n"),
    "count: both max and min missing": rule("kind: count\nmessage: m\nwords: x\n"),
    "count: per sentences": rule("kind: count\nmessage: m\nwords: x\nmax: 1\nper: sentences\n"),
    "required: at end": rule("kind: required\nmessage: m\nat: end\nany: [x]\n"),
    "required: words": rule("kind: required\nmessage: m\nat: closing\nwords: [x]\n"),
    "required: groups as words": rule(
        "kind: required\nmessage: m\nat: closing\ngroups: [联络人, 电话]\n"
    ),
    "required: at-least above groups": rule(
        "kind: required\nmessage: m\nat: closing\nat-least: 3\ngroups: [{id: a, any: [x]}, {id: b, any: [y]}]\n"
    ),
    "required: group without id": rule(
        "kind: required\nmessage: m\nat: closing\ngroups: [{any: [x]}]\n"
    ),
    "required: two groups of one id": rule(
        "kind: required\nmessage: m\nat: closing\ngroups: [{id: a, any: [x]}, {id: a, any: [y]}]\n"
    ),
    "required: within text": rule(
        "kind: required\nmessage: m\nat: closing\nwithin: 最后两段\nany: [x]\n"
    ),
    "order: list": rule("kind: order\nmessage: m\nfirst: [甲，乙]\nthen: 丙\n"),
    "order: order keys": rule("kind: order\nmessage: m\norder: [甲, 乙]\n"),
    "consistency: prefer a list": rule("kind: consistency\nmessage: m\nprefer: [登录, 登陆]\n"),
    "consistency: prefer wrong text with Chinese comma": rule(
        "kind: consistency\nmessage: m\nprefer: {登录: 登陆，登入}\n"
    ),
    "consistency: one word right and wrong": rule(
        "kind: consistency\nmessage: m\nprefer: {登录: [登陆], 登陆: [登入]}\n"
    ),
    "consistency: nothing": rule("kind: consistency\nmessage: m\n"),
    "reference: no group at": rule(
        "kind: reference\nmessage: m\nuses: ['见附件(\\d+)']\ndefines: ['^附件(\\d+)']\n"
    ),
    "reference: tell typo": rule(
        "kind: reference\nmessage: m\nuses: ['见附件(?P<at>\\d+)']\ndefines: ['^附件(?P<at>\\d+)']\ntell: [undefine]\n"
    ),
    "reference: at in brackets of full width": rule(
        "kind: reference\nmessage: m\nuses: ['见附件（?P<at>\\d+）']\ndefines: ['^附件(?P<at>\\d+)']\n"
    ),
    "comparison: check sum": rule("kind: comparison\nmessage: m\ncheck: sum\n"),
    "comparison: ascending without of": rule("kind: comparison\nmessage: m\ncheck: ascending\n"),
    "comparison: same by itself": rule(
        "kind: comparison\nmessage: m\ncheck: same\nof: ['^# (?P<at>.+)$']\nwith: ['^# (?P<at>.+)$']\n"
    ),
    "comparison: with file no group": rule(
        "kind: comparison\nmessage: m\ncheck: same\nof: ['^# (?P<at>.+)$']\nscope: title\nwith-file: ['.md']\n"
    ),
    "together: one section": rule(
        "kind: together\nmessage: m\ncheck: requires\nsections: {风险: []}\n"
    ),
    "together: a list": rule(
        "kind: together\nmessage: m\ncheck: requires\nsections: [风险, 措施]\n"
    ),
    "together: no check": rule("kind: together\nmessage: m\nsections: {风险: [], 措施: []}\n"),
    "together: the same title twice": rule(
        "kind: together\nmessage: m\ncheck: requires\nsections: {风险: [问题], 问题: []}\n"
    ),
    "fields: required as list": rule("kind: fields\nmessage: m\nrequired: [Title]\n"),
    "fields: one-of with Chinese comma": rule(
        "kind: fields\nmessage: m\nfields: {密级: {one-of: [公开，内部]}}\n"
    ),
    "fields: format as a description": rule(
        "kind: fields\nmessage: m\nfields: {日期: {format: YYYY-MM-DD}}\n"
    ),
    "fields: format as date word": rule(
        "kind: fields\nmessage: m\nfields: {日期: {format: date}}\n"
    ),
    "fields: true": rule("kind: fields\nmessage: m\nfields: {日期: true}\n"),
    "fields: colon in the name": rule(
        "kind: fields\nmessage: m\nfields: {'日期：': {required: true}}\n"
    ),
    "fields: one-of empty": rule("kind: fields\nmessage: m\nfields: {密级: {one-of: []}}\n"),
    "fields: when of itself": rule(
        "kind: fields\nmessage: m\nfields: {密级: {required: true, when: {密级: [内部]}}}\n"
    ),
    "fields: when value that is not among one-of": rule(
        "kind: fields\nmessage: m\nfields: {密级: {one-of: [公开, 内部]}, 期限: {when: {密级: [秘密]}}}\n"
    ),
    "capitalization: for Chinese": rule("kind: capitalization\nmessage: m\nstyle: 首字母大写\n"),
    "capitalization: match and style": rule(
        "kind: capitalization\nmessage: m\nstyle: title\nmatch: '[A-Z]'\n"
    ),
    "readability: no language": rule("kind: readability\nmessage: m\nmin: 30\n"),
    "readability: min above 100": rule("kind: readability\nmessage: m\nlanguage: en\nmin: 300\n"),
    "a field of another kind in the message": rule(
        "kind: length\nmessage: '{found}太长'\nof: sentence\nmax: 30\n"
    ),
    "a typo in a field of the message": rule("kind: pattern\nmessage: '{fuond}'\nwords: x\n"),
    "a fullwidth number in braces of message": rule("kind: pattern\nmessage: '{1}'\nwords: x\n"),
    "families without words": rule("kind: pattern\nmessage: m\npatterns: {a: {name: 甲}}\n"),
    "families as a list": rule("kind: pattern\nmessage: m\npatterns: [{words: [x]}]\n"),
    "family with Chinese id and words text": rule(
        "kind: pattern\nmessage: m\npatterns: {空话: 高度重视}\n"
    ),
    "a form without pieces": rule(
        "kind: pattern\nmessage: m\npatterns: {a: {forms: ['<year>-<number>']}}\n"
    ),
    "a kind that is housekeeping": rule("kind: housekeeping\nmessage: m\n"),
    "regex: a comma of full width between bounds": words("regex: ['.{0，20}重视']\n"),
    "regex: dots of full width": words("regex: ['高度．*重视']\n"),
    "regex: star of full width": words("regex: ['高度.＊重视']\n"),
    "regex: plus of full width": words("regex: ['\\d＋年']\n"),
    "regex: backslash of full width": words("regex: ['＼d+年']\n"),
    "regex: yen or dun for backslash": words("regex: ['、d+年']\n"),
    "regex: braces of full width": words("regex: ['\\d｛4｝年']\n"),
    "regex: caret as ^ of full width": words("regex: ['＾急件']\n"),
    "regex: dollar ￥": words("regex: ['急件￥']\n"),
    "regex: wildcard star": words("regex: ['*重视']\n"),
    "regex: wildcard star in the middle": words("regex: ['高度*重视']\n"),
    "regex: unquoted with braces": words("regex: [\\d{4}年]\n"),
    "regex: unquoted with brackets": words("regex: [[一二三]是]\n"),
    "regex: starts with a star unquoted": words("regex: *重视\n"),
    "regex: colon unquoted": words("regex: 负责人: \\w+\n"),
    "type: keys in Chinese": kind("名称: 计划\n识别: {标题: [计划]}\n章节: []\n"),
    "type: recognise a list": kind("name: p\nrecognise: [工作计划]\n"),
    "type: recognise titles": kind("name: p\nrecognise: {titles: [工作计划]}\n"),
    "type: title with Chinese comma": kind("name: p\nrecognise: {title: [工作计划，年度计划]}\n"),
    "type: title in 《》": kind("name: p\nrecognise: {title: [《工作计划》]}\n"),
    "type: title with 关于…的": kind("name: p\nrecognise: {title: [关于…的计划]}\n"),
    "type: title with XX": kind("name: p\nrecognise: {title: [XX单位工作计划]}\n"),
    "type: section aliases with Chinese comma": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: 甲, aliases: [乙，丙]}]\n"
    ),
    "type: section id Chinese with spaces": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: 主要 工作, title: 甲}]\n"
    ),
    "type: section id a number": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: 1, title: 甲}]\n"
    ),
    "type: required yes in Chinese": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: 甲, required: 是}]\n"
    ),
    "type: required optional": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: 甲, required: optional}]\n"
    ),
    "type: sections in two levels as list": kind(
        "name: p\nrecognise: {title: x}\nsections:\n- id: a\n  title: 甲\n  - id: b\n    title: 乙\n"
    ),
    "type: a text of a Chinese colon in section": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id：a, title：甲}]\n"
    ),
    "type: section with comma of full width": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a，title: 甲}]\n"
    ),
    "type: the opening a text": kind(
        "name: p\nrecognise: {title: x}\nopening: 现将有关情况报告如下\n"
    ),
    "type: the closing a list": kind(
        "name: p\nrecognise: {title: x}\nclosing: [特此报告, 以上报告]\n"
    ),
    "type: blank with spaces": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: 甲, write: '共{{ 户数'}]\n"
    ),
    "type: blank three braces": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: 甲, write: '共{{{户数}}}'}]\n"
    ),
    "type: min-length text": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: 甲, min-length: 一百}]\n"
    ),
    "type: order key": kind("name: p\nrecognise: {title: x}\norder: [甲, 乙]\n"),
    "type: parts in Chinese": kind(
        "name: p\nrecognise: {title: x}\nparts: {署名: true, 日期: true}\n"
    ),
    "type: parts a list": kind("name: p\nrecognise: {title: x}\nparts: [signature, date]\n"),
    "type: must-not without texts": kind("name: p\nrecognise: {title: x}\nmust-not: 请示\n"),
    "type: extends itself": kind("name: p\nextends: plan\n"),
    "type: extends by name": kind("name: p\nextends: 述职报告\n"),
    "type: extends with suffix": kind("name: p\nextends: duty-report.yaml\n"),
    "type: severity in Chinese": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: 甲, severity: 错误}]\n"
    ),
    "type: kind": kind("kind: type\nname: p\nrecognise: {title: x}\n"),
    "type: language": kind("name: p\nlanguage: 中文\nrecognise: {title: x}\n"),
    "type: example without marks": kind(
        "name: p\nrecognise: {title: x}\nsections: [{id: a, title: 甲}]\nexamples: {bad: ['# x']}\n"
    ),
    "type: fields list": kind("name: p\nrecognise: {title: x}\nfields: [单位, 日期]\n"),
    "type: field source typo": kind(
        "name: p\nrecognise: {title: x}\nfields: {日期: {source: 今天}}\n"
    ),
    "pack: no name, keys in Chinese": pack({}, "编号: house\n名称: 本单位\n"),
    "pack: colons of full width": pack({}, "id：house\nname：本单位\n"),
    "pack: id with spaces": pack({}, "id: my house\nname: n\n"),
    "pack: requires text with comma": pack({}, "id: house\nname: n\nrequires: core, zh-official\n"),
    "pack: requires with Chinese comma": pack(
        {}, "id: house\nname: n\nrequires: [core，zh-official]\n"
    ),
    "pack: rules in pack file": pack({}, "id: house\nname: n\nrules: [r]\n"),
    "pack: words with Chinese comma": pack({}, "id: house\nname: n\nwords: {units: [个，家]}\n"),
    "pack: words a text": pack({}, "id: house\nname: n\nwords: 个\n"),
    "pack: extends": pack({}, "id: house\nname: n\nextends: [core]\n"),
    "pack: author": pack({}, "id: house\nname: n\nauthor: 张三\n"),
    "pack: missing file": {CONFIG: "extends: [./house]\n", "c/house/r.yaml": START + "words: x\n"},
    "pack: rule with .txt": pack({"r.yaml.txt": START + "words: x\n"}),
    "pack: requires itself": pack({}, "id: house\nname: n\nrequires: [house]\n"),
    "conf: extends with Chinese comma": conf("extends: [core，./house]\n"),
    "conf: extends without brackets": conf("extends: core ./house\n"),
    "conf: extends with pause mark": conf("extends: core、./house\n"),
    "conf: extends as a map": conf("extends: {core: true, ./house: true}\n"),
    "conf: full-width colon": conf("extends：[./house]\n"),
    "conf: rules without space": conf("extends: [./house]\nrules: {r:off}\n"),
    "conf: rule off in Chinese": conf("extends: [./house]\nrules: {r: 关闭}\n"),
    "conf: rule disabled": conf("extends: [./house]\nrules: {r: disabled}\n"),
    "conf: rule 0": conf("extends: [./house]\nrules: {r: 0}\n"),
    "conf: rule none": conf("extends: [./house]\nrules: {r: }\n"),
    "conf: rule with dash list": conf("extends: [./house]\nrules:\n  - r: off\n"),
    "conf: rule option unknown": conf("extends: [./house]\nrules: {r: {word: [y]}}\n"),
    "conf: rule option in Chinese": conf("extends: [./house]\nrules: {r: {级别: error}}\n"),
    "conf: rule allow a Chinese comma": conf(
        "extends: [./house]\nrules: {r: {allow: [甲x，乙x]}}\n"
    ),
    "conf: the same rule twice": conf("extends: [./house]\nrules: {r: off, r: error}\n"),
    "conf: exclude a text with comma": conf("extends: [./house]\nexclude: 存档, 模板\n"),
    "conf: exclude with Chinese comma": conf("extends: [./house]\nexclude: [存档/**，模板/**]\n"),
    "conf: exclude absolute": conf("extends: [./house]\nexclude: [/home/a/存档]\n"),
    "conf: exclude Windows absolute": conf("extends: [./house]\nexclude: ['D:\\存档']\n"),
    "conf: exclude home": conf("extends: [./house]\nexclude: [~/存档]\n"),
    "conf: language Chinese word": conf("extends: [./house]\nlanguage: 中文\n"),
    "conf: language chinese": conf("extends: [./house]\nlanguage: chinese\n"),
    "conf: language zh-CN": conf("extends: [./house]\nlanguage: zh-CN\n"),
    "conf: fail-on in Chinese": conf("extends: [./house]\nfail-on: 警告\n"),
    "conf: fail_on": conf("extends: [./house]\nfail_on: error\n"),
    "conf: overrides type without files key in Chinese": conf(
        "extends: [./house]\noverrides: [{文件: a, 文种: 述职报告}]\n"
    ),
    "conf: overrides two types": conf(
        "extends: [./house]\noverrides: [{files: a, type: [duty-report]}]\n"
    ),
    "conf: overrides nothing": conf("extends: [./house]\noverrides: [{files: a}]\n"),
    "conf: override key singular": conf(
        "extends: [./house]\noverride: [{files: a, type: duty-report}]\n"
    ),
    "conf: ignore text only": conf("extends: [./house]\nignore: [XX大道]\n"),
    "conf: ignore no rule": conf("extends: [./house]\nignore: [{files: a, text: XX大道}]\n"),
    "conf: ignore rule unknown": conf(
        "extends: [./house]\nignore: [{files: a, rule: 空话, text: XX大道, reason: 路名}]\n"
    ),
    "conf: ignore a glob of regex": conf("extends: [./house]\nexclude: ['.*\\.txt']\n"),
    "conf: select": conf("extends: [./house]\nselect: [r]\n"),
    "conf: rules in the pack's form": conf(
        "extends: [./house]\nrules:\n  r:\n    kind: pattern\n    words: [y]\n"
    ),
    "conf: baseline true": conf("extends: [./house]\nbaseline: true\n"),
    "conf: bom and tab": conf("\textends: [./house]\n"),
    "conf: JSON in yaml with single comment": conf(
        "{extends: [./house], // 规则包\n rules: {r: off}}\n"
    ),
}
