"""Mistakes of office workers, of maintainers and of people who copy from another tool, in rules,
report types, packs and configurations. `test_mistakes.py` checks the messages."""

from __future__ import annotations

from mistake_files import CONFIG, conf, kind, pack, rule, visit, words

OFFICE_MISTAKES: dict[str, dict[str, str]] = {
    "a regex with a full-width ? after group": words("regex: ['(高度)？重视']\n"),
    "a regex with a full-width ? after class": words("regex: ['\\d？月']\n"),
    "a regex with a full-width paren group": words("regex: ['（高度|十分）?重视']\n"),
    "a regex with a full-width paren one side": words("regex: ['(高度|十分）重视']\n"),
    "a regex with a full-width comma in repeat": words("regex: ['\\d{2，4}年']\n"),
    "a regex with a full-width brackets class neg": words("regex: ['【^。】+。']\n"),
    "a regex with a full-width dollar": words("regex: ['。＄']\n"),
    "a regex with a full-width bar": words("regex: ['高度重视｜扎实推进']\n"),
    "a regex with a full-width digit escape": words("regex: ['￥d+']\n"),
    "a regex with a full-width star": words("regex: ['关于.＊的报告']\n"),
    "a regex with a full-width plus after han class": words("regex: ['[一二三]＋、']\n"),
    "regex dun escape": words("regex: ['、d{4}年']\n"),
    "regex han range": words("regex: ['第[一-十]条']\n"),
    "write XX": visit("sections: [{id: a, title: 走访情况, write: 走访了XX村}]\n"),
    "write ×× opening": visit("opening: {any: [走访情况如下], write: ××同志：}\n"),
    "write underscores": visit("sections: [{id: a, title: 走访情况, write: 走访了____户}]\n"),
    "write brackets": visit("sections: [{id: a, title: 走访情况, write: 走访了【村名】}]\n"),
    "write [ ]": visit("sections: [{id: a, title: 走访情况, write: '走访了[村名]'}]\n"),
    "write <>": visit("sections: [{id: a, title: 走访情况, write: 走访了<村名>}]\n"),
    "write ……": visit("sections: [{id: a, title: 走访情况, write: ……}]\n"),
    "write （此处填写）": visit(
        "sections: [{id: a, title: 走访情况, write: （此处填写走访情况）}]\n"
    ),
    "write $": visit("sections: [{id: a, title: 走访情况, write: '${村名}'}]\n"),
    "list style none": visit(
        "sections: [{id: a, title: 走访情况, list: {style: 壹拾是, min: 3}}]\n"
    ),
    "list style word": visit("sections: [{id: a, title: 走访情况, list: {style: 序号, min: 3}}]\n"),
    "list style second": visit(
        "sections: [{id: a, title: 走访情况, list: {style: 二是, min: 3}}]\n"
    ),
    "list style number": visit(
        "sections: [{id: a, title: 走访情况, list: {style: '1', min: 3}}]\n"
    ),
    "list min text": visit(
        "sections: [{id: a, title: 走访情况, list: {style: 一是, min: 三项}}]\n"
    ),
    "title wildcards": visit("sections: [{id: a, title: '*情况'}]\n"),
    "title in book marks recognise": kind("name: p\nrecognise: {title: [《走访报告》]}\n"),
    "title with XX recognise": kind("name: p\nrecognise: {title: [XX村走访报告]}\n"),
    "title 关于……的报告": kind("name: p\nrecognise: {title: [关于……的走访报告]}\n"),
    "alias with slash": visit("sections: [{id: a, title: 走访情况/基本情况}]\n"),
    "closing regexlike": visit("closing: {any: ['特此(报告|汇报)']}\n"),
    "closing with ellipsis": visit("closing: {any: [以上……请审议]}\n"),
    "closing severity none": visit("closing: {any: [特此报告], severity: 必须}\n"),
    "required 是": visit("sections: [{id: a, title: 走访情况, required: 是}]\n"),
    "required yes": visit("sections: [{id: a, title: 走访情况, required: yes}]\n"),
    "required optional": visit("sections: [{id: a, title: 走访情况, required: optional}]\n"),
    "id chinese section": visit("sections: [{id: 走访 情况, title: 走访情况}]\n"),
    "blanks braces": visit(
        "sections: [{id: a, title: 走访情况, write: '{{村名}}'}]\nblanks: {'{{村名}}': 张村}\n"
    ),
    "blanks unknown": visit(
        "sections: [{id: a, title: 走访情况, write: '{{走访的村名}}'}]\nblanks: {走访的村各: 张村}\n"
    ),
    "min-length zero negative": visit("sections: [{id: a, title: 走访情况, min-length: -5}]\n"),
    "within huge": visit("closing: {within: 一段, any: [特此报告]}\n"),
    "must not same": visit("must: [{any: [请批示]}]\nmust-not: [{any: [请批示]}]\n"),
    "parts misspelt Chinese": visit("parts: {署名: true}\n"),
    "parts optional word": visit("parts: {signature: 必有}\n"),
    "recognise path backslash": kind("name: p\nrecognise: {path: ['走访\\*.md']}\n"),
    "recognise filename": kind("name: p\nrecognise: {file: [走访]}\n"),
    "recognise path ext": kind("name: p\nrecognise: {title: [走访报告.docx]}\n"),
    "order text": visit("order: [a, b]\nsections: [{id: a, title: 走访情况}]\n"),
    "extends self": kind("name: p\nextends: plan\n"),
    "after itself": visit("sections: [{id: a, title: 走访情况, after: a}]\n"),
    "file-name glob": visit("file-name: '*走访*.md'\n"),
    "file-name no group": visit("file-name: '走访报告'\n"),
    "words with full stop": words("words: [高度重视。, 扎实推进。]\n"),
    "swap same": words("swap: {登录: 登录}\n"),
    "swap with comma list": words("swap: {登陆: 登录, 登入}\n"),
    "swap full arrow value": words("swap: {登陆: →登录}\n"),
    "swap regex unslashed": words("swap: {'(\\d+) +%': '\\1%'}\n"),
    "swap regex one slash": words("swap: {'/(\\d+) +%': '\\1%'}\n"),
    "swap vale regex": words("swap: {'(?:登陆|登入)系统': 登录系统}\n"),
    "swap right with 或": words("swap: {登陆: 登录或登入}\n"),
    "swap right with slash": words("swap: {帐号: 账号/账户}\n"),
    "swap right 删去": words("swap: {进行了: （删去）}\n"),
    "message 全角braces": rule("kind: pattern\nmessage: 不写｛found｝\nwords: x\n"),
    "message 中文field": rule("kind: pattern\nmessage: 不写{词}\nwords: x\n"),
    "message single %1": rule("kind: pattern\nmessage: 不写%1\nwords: x\n"),
    "message $1": rule("kind: pattern\nmessage: 不写$1\nwords: x\n"),
    "message $found": rule("kind: pattern\nmessage: 不写$found\nwords: x\n"),
    "message <found>": rule("kind: pattern\nmessage: 不写<found>\nwords: x\n"),
    "message [found]": rule("kind: pattern\nmessage: 不写[found]\nwords: x\n"),
    "message (found)": rule("kind: pattern\nmessage: 不写（found）\nwords: x\n"),
    "example without marks": words("words: [高度重视]\nexamples: {bad: [我们高度重视。]}\n"),
    "example marks square": words("words: [高度重视]\nexamples: {bad: ['我们[高度重视]。']}\n"),
    "example marks 【】": words("words: [高度重视]\nexamples: {bad: [我们【高度重视】。]}\n"),
    "example marks one": words("words: [高度重视]\nexamples: {bad: [我们⟦高度重视。]}\n"),
    "yields-to unknown": words("words: x\nyields-to: [placehoder]\n"),
    "scope not alone typo": words("words: x\nscope: [no quote]\n"),
    "scope !quote": words("words: x\nscope: ['!quote']\n"),
    "scope exclude": words("words: x\nscope: [-quote]\n"),
    "when type unknown Chinese": words("words: x\nwhen: {type: 述职}\n"),
    "when path ext only": words("words: x\nwhen: {path: .md}\n"),
    "when path with comma": words("words: x\nwhen: {path: '*.md, *.txt'}\n"),
    "when path braces": words("words: x\nwhen: {path: '*.{md,txt}'}\n"),
    "when field is regex": words("words: x\nwhen: {field: 状态, is: 定稿|终稿}\n"),
    "when field is slash": words("words: x\nwhen: {field: 状态, is: 定稿/终稿}\n"),
    "when field with colon": words("words: x\nwhen: {field: '状态：', is: 定稿}\n"),
    "which other": words("words: x\nscope: item\nwhich: second\n"),
    "allow regex": words("words: [重视]\nallow: ['.*重视程度']\n"),
    "unless plain list comma": words("words: [重视]\nunless: [重视程度，重视不够]\n"),
    "replace without fixable swap": words("swap: {甲: 乙}\nreplace: 丙\n"),
    "safe without replace": words("words: x\nsafe: true\n"),
    "patterns as list": words("patterns: [{name: a, words: [x]}]\n"),
    "patterns severity typo": words("patterns: {a: {words: [x], severity: warn}}\n"),
    "pieces unused": words("words: x\npieces: {year: {filled: ['\\d{4}'], blank: ['____']}}\n"),
    "forms unknown piece": words(
        "patterns: {a: {forms: ['<year>-<num>']}}\npieces: {year: {filled: ['\\d{4}'], blank: ['____']}}\n"
    ),
    "length of 字": rule("kind: length\nmessage: m\nof: 段落\nmax: 100\n"),
    "length no limit": rule("kind: length\nmessage: m\nof: sentence\n"),
    "length max 0": rule("kind: length\nmessage: m\nof: sentence\nmax: 0\n"),
    "length min 0 only": rule("kind: length\nmessage: m\nof: sentence\nmin: 0\n"),
    "count min 0": rule("kind: count\nmessage: m\nwords: x\nmin: 0\n"),
    "count where Chinese comma": rule(
        "kind: count\nmessage: m\nwords: x\nmin: 1\nper: item\nwhere: {any: [措施，办法]}\n"
    ),
    "required any comma": rule(
        "kind: required\nmessage: m\nat: closing\nany: [特此报告，请审议]\n"
    ),
    "required within with title": rule(
        "kind: required\nmessage: m\nat: title\nwithin: 3\nany: [x]\n"
    ),
    "required regex missing escapes": rule(
        "kind: required\nmessage: m\nat: closing\nregex: ['电话：d{3}']\n"
    ),
    "required missing field wrong": rule(
        "kind: required\nmessage: 缺少{found}\nat: closing\nany: [x]\n"
    ),
    "order first==then case": rule("kind: order\nmessage: m\nfirst: [甲, 乙]\nthen: [乙]\n"),
    "order swapped keys": rule("kind: order\nmessage: m\nfirst: 甲\nsecond: 乙\n"),
    "consistency prefer reversed dup": rule(
        "kind: consistency\nmessage: m\nprefer: {登陆: [登录], 登录: [登陆]}\n"
    ),
    "consistency either flat": rule("kind: consistency\nmessage: m\neither: [账号, 帐号]\n"),
    "consistency either single": rule("kind: consistency\nmessage: m\neither: [[账号]]\n"),
    "consistency either same": rule("kind: consistency\nmessage: m\neither: [[账号, 账号]]\n"),
    "reference no at": rule(
        "kind: reference\nmessage: m\nuses: '见附件(\\d+)'\ndefines: '^附件(\\d+)'\n"
    ),
    "reference tell typo": rule(
        "kind: reference\nmessage: m\nuses: a\ndefines: b\ntell: missing\n"
    ),
    "reference only uses": rule("kind: reference\nmessage: m\nuses: 'a'\n"),
    "reference same": rule("kind: reference\nmessage: m\nuses: '附件\\d'\ndefines: '附件\\d'\n"),
    "comparison check typo": rule("kind: comparison\nmessage: m\ncheck: sum\n"),
    "comparison of missing": rule("kind: comparison\nmessage: m\ncheck: same\n"),
    "together check Chinese": rule(
        "kind: together\nmessage: m\ncheck: 互斥\nsections: {甲: [], 乙: []}\n"
    ),
    "together one section": rule("kind: together\nmessage: m\ncheck: one-of\nsections: {甲: []}\n"),
    "together numbered": rule(
        "kind: together\nmessage: m\ncheck: one-of\nsections: {一、甲: [], 二、乙: []}\n"
    ),
    "fields flag Chinese": rule("kind: fields\nmessage: m\nfields: {密级: {required: 是}}\n"),
    "fields list": rule("kind: fields\nmessage: m\nfields: [密级, 日期]\n"),
    "fields format date": rule("kind: fields\nmessage: m\nfields: {日期: {format: YYYY-MM-DD}}\n"),
    "fields one-of string": rule(
        "kind: fields\nmessage: m\nfields: {密级: {one-of: 公开、内部}}\n"
    ),
    "fields ordered alone": rule("kind: fields\nmessage: m\nordered: true\nfields: {}\n"),
    "fields nothing": rule("kind: fields\nmessage: m\nfields: {密级: {}}\n"),
    "capital style Title Case": rule("kind: capitalization\nmessage: m\nstyle: Title Case\n"),
    "capital match plain": rule("kind: capitalization\nmessage: m\nmatch: Title\n"),
    "readability no bound": rule("kind: readability\nmessage: m\nlanguage: en\n"),
    "readability max grade 120": rule(
        "kind: readability\nmessage: m\nlanguage: en\nformula: grade\nmax: 120\n"
    ),
    "pairs one char": rule("kind: pairs\nmessage: m\npairs: [（]\n"),
    "pairs list": rule("kind: pairs\nmessage: m\npairs: [[（, ）]]\n"),
    "repetition words": rule("kind: repetition\nmessage: m\nwords: [x]\n"),
    "pack id space": pack({}, "id: 本 单位\nname: n\n"),
    "pack id capital": pack({}, "id: House\nname: n\n"),
    "pack requires string comma": pack({}, "id: house\nname: n\nrequires: core, zh-official\n"),
    "pack requires itself": pack({}, "id: house\nname: n\nrequires: [house]\n"),
    "pack extends": pack({}, "id: house\nname: n\nextends: [core]\n"),
    "pack depends": pack({}, "id: house\nname: n\ndepends: [core]\n"),
    "pack rules in it": pack({}, "id: house\nname: n\nrules: {r: off}\n"),
    "pack words scalar with comma": pack({}, "id: house\nname: n\nwords: {units: 个、家、户}\n"),
    "pack words chinese comma": pack({}, "id: house\nname: n\nwords: {units: [个，家，户]}\n"),
    "pack words empty": pack(
        {"r.yaml": "kind: pattern\nmessage: m\nregex: ['\\d\\L<units>']\n"},
        "id: house\nname: n\nwords: {units: []}\n",
    ),
    "pack words name Chinese": pack(
        {"r.yaml": "kind: pattern\nmessage: m\nregex: ['\\d\\L<量词>']\n"},
        "id: house\nname: n\nwords: {单位: [个]}\n",
    ),
    "pack word list in words": words("words: ['\\L<units>']\n"),
    "pack markers numerals Chinese": pack(
        {}, "id: house\nname: n\nmarkers: {a: {numerals: 汉字, suffix: [、]}}\n"
    ),
    "pack markers no marks": pack({}, "id: house\nname: n\nmarkers: {a: {numerals: chinese}}\n"),
    "pack markers words missing": pack({}, "id: house\nname: n\nmarkers: {a: {numerals: words}}\n"),
    "pack markers suffix string comma": pack(
        {}, "id: house\nname: n\nmarkers: {a: {numerals: chinese, suffix: [、，：]}}\n"
    ),
    "pack language cn": pack({}, "id: house\nname: n\nlanguage: cn\n"),
    "pack patterns unknown family": pack(
        {}, "id: house\nname: n\npatterns: {placehoder: {a: {words: [x]}}}\n"
    ),
    "pack name missing en colon": pack({}, "id: house\nname: {zh：本单位}\n"),
    "pack version": pack({}, "id: house\nname: n\nversion: 2\n"),
    "pack author": pack({}, "id: house\nname: n\nauthor: 张三\n"),
    "pack dir types misnamed": pack({"type/plan.yaml": "name: p\nrecognise: {title: [x]}\n"}),
    "pack types Chinese folder": pack({"文种/plan.yaml": "name: p\nrecognise: {title: [x]}\n"}),
    "pack rule in subfolder": pack({"rules/r.yaml": "kind: pattern\nmessage: m\nwords: x\n"}),
    "pack file yml txt": pack({"r.yml.txt": "kind: pattern\nmessage: m\nwords: x\n"}),
    "pack file named pack.yml": {
        CONFIG: "extends: [./house]\n",
        "c/house/pack.yml.txt": "id: house\nname: n\n",
    },
    "no pack.yaml": {
        CONFIG: "extends: [./house]\n",
        "c/house/r.yaml": "kind: pattern\nmessage: m\nwords: x\n",
    },
    "configuration: extends with yaml": {**pack({}), CONFIG: "extends: [./house/pack.yaml]\n"},
    "configuration: extends empty": {**pack({}), CONFIG: "extends: []\n"},
    "configuration: extends none": {**pack({}), CONFIG: "extends:\n"},
    "configuration: rule list": conf("rules: {r: [error, {words: [y]}]}\n"),
    "configuration: rule eslint": conf("rules: {r: 2}\n"),
    "configuration: rule markdownlint": conf("MD013: false\nrules: {}\n"),
    "configuration: rule default": conf("default: true\n"),
    "configuration: vale ini": {
        **pack({}),
        CONFIG: "StylesPath = styles\nMinAlertLevel = suggestion\n",
    },
    "configuration: rule patterns unknown": conf("rules: {r: {patterns: {a: off}}}\n"),
    "configuration: rule enabled": conf("rules: {r: {enabled: false}}\n"),
    "configuration: rule off in map": conf("rules: {r: {off: true}}\n"),
    "configuration: rule severity off Chinese": conf("rules: {r: {severity: 关}}\n"),
    "configuration: exclude regex": conf("exclude: ['.*\\.docx$']\n"),
    "configuration: exclude regex2": conf("exclude: ['^存档/']\n"),
    "configuration: exclude semicolon": conf("exclude: [存档;模板]\n"),
    "configuration: exclude empty": conf("exclude: ['']\n"),
    "configuration: files": conf("files: ['**/*.md']\n"),
    "configuration: include": conf("include: ['**/*.md']\n"),
    "configuration: fail-on warnings": conf("fail-on: warnings\n"),
    "configuration: fail-on none": conf("fail-on: none\n"),
    "configuration: require-reason Chinese": conf("require-reason: 是\n"),
    "configuration: encoding ansi": conf("encoding: ANSI\n"),
    "configuration: overrides type Chinese unknown": conf(
        "overrides: [{files: a.md, type: 述职报告表}]\n"
    ),
    "configuration: overrides types": conf("overrides: [{files: a.md, types: [述职报告]}]\n"),
    "configuration: overrides file": conf("overrides: [{file: a.md, type: 述职报告}]\n"),
    "configuration: overrides files comma": conf(
        "overrides: [{files: 'a.md, b.md', type: 述职报告}]\n"
    ),
    "configuration: overrides files Chinese comma": conf(
        "overrides: [{files: 述职/**，总结/**, type: 述职报告}]\n"
    ),
    "configuration: overrides rules severity": conf(
        "overrides: [{files: a.md, severity: error}]\n"
    ),
    "configuration: overrides nested override": conf(
        "overrides: [{files: a.md, overrides: [{files: b}]}]\n"
    ),
    "configuration: overrides exclude": conf("overrides: [{files: a.md, exclude: [b]}]\n"),
    "ignore text regex": conf("ignore: [{files: a.md, rule: r, text: 'x.*'}]\n"),
    "ignore rule all": conf("ignore: [{files: a.md, rule: all}]\n"),
    "ignore rule off": conf("ignore: [{files: a.md, rule: r, line: 3}]\n"),
    "ignore string list": conf("ignore: [a.md, b.md]\n"),
    "ignore rules plural": conf("ignore: [{files: a.md, rules: [r]}]\n"),
    "ignore rule list comma Chinese": conf("ignore: [{files: a.md, rule: r，s}]\n"),
    "ignore reason missing when required": conf(
        "require-reason: true\nignore: [{files: a.md, rule: r}]\n"
    ),
    "ignore reason empty": conf(
        "require-reason: true\nignore: [{files: a.md, rule: r, reason: ''}]\n"
    ),
    "ignore text empty": conf("ignore: [{files: a.md, rule: r, text: ''}]\n"),
    "ignore text marks": conf("ignore: [{files: a.md, rule: r, text: ⟦x⟧}]\n"),
    "ignore text list": conf("ignore: [{files: a.md, rule: r, text: [x, y]}]\n"),
    "ignore text Chinese comma": conf("ignore: [{files: a.md, rule: r, text: XX村、XX镇}]\n"),
    "ignore map by file": conf("ignore: {a.md: [r]}\n"),
    "ignore files with line": conf("ignore: [{files: 'a.md:3', rule: r}]\n"),
}
