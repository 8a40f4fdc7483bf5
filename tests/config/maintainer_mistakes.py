"""Mistakes of maintainers who write English and know other tools: Vale, ESLint, textlint,
templates. `test_mistakes.py` checks the messages."""

from __future__ import annotations

from mistake_files import CONFIG, conf, kind, pack, rule, visit, words

MAINTAINER_MISTAKES: dict[str, dict[str, str]] = {
    "maintainer: words camel": words("words: [utilise]\nignoreCase: true\n"),
    "maintainer: word boundary in words": words("words: ['\\\\bvery\\\\b']\n"),
    "maintainer: words with |": words("words: ['very|quite']\n"),
    "maintainer: words with *": words("words: [util*]\n"),
    "maintainer: regex js slash": words("regex: ['/foo/i']\n"),
    "maintainer: regex posix": words("regex: ['[:alpha:]+']\n"),
    "maintainer: regex named js": words("regex: ['(?<year>\\d{4})']\nreplace: '$<year>'\n"),
    "maintainer: replace $&": words("regex: ['a']\nreplace: '$&b'\n"),
    "maintainer: replace ${1}": words("regex: ['(a)']\nreplace: '${1}b'\n"),
    "maintainer: replace {0}": words("regex: ['a']\nreplace: '{0}b'\n"),
    "maintainer: message fstring": rule('kind: pattern\nmessage: "don\'t use {match}"\nwords: x\n'),
    "maintainer: message {0}": rule('kind: pattern\nmessage: "don\'t use {0}"\nwords: x\n'),
    "maintainer: message mustache": rule(
        'kind: pattern\nmessage: "don\'t use {{found}}"\nwords: x\n'
    ),
    "maintainer: severity suggestion": words("words: x\nseverity: suggestion\n"),
    "maintainer: severity 2": words("words: x\nseverity: 2\n"),
    "maintainer: scope text": words("words: x\nscope: text\n"),
    "maintainer: scope list": words("words: x\nscope: list\n"),
    "maintainer: scope headings h1": words("words: x\nscope: h1\n"),
    "maintainer: scope ~code": words("words: x\nscope: '~code'\n"),
    "maintainer: scope ~heading": words("words: x\nscope: '~heading'\n"),
    "maintainer: scope raw": words("words: x\nscope: raw\n"),
    "maintainer: tokens": words("tokens: [x]\n"),
    "maintainer: vale raw": rule("extends: existence\nmessage: m\nraw: ['x']\n"),
    "maintainer: vale spelling": rule("extends: spelling\nmessage: m\n"),
    "maintainer: textlint": rule('{"rules": {"no-todo": true}}\n'),
    "maintainer: semgrep": rule(
        "rules:\n- id: x\n  pattern: foo\n  message: m\n  severity: ERROR\n"
    ),
    "maintainer: link": words("words: x\nlink: https://a.org\n"),
    "maintainer: tags": words("words: x\ntags: [a]\n"),
    "maintainer: examples valid invalid": words(
        "words: x\nexamples: {invalid: [⟦x⟧], valid: [y]}\n"
    ),
    "maintainer: examples pass fail": words("words: x\nexamples: {fail: [⟦x⟧], pass: [y]}\n"),
    "maintainer: tests": words("words: x\ntests: {bad: [⟦x⟧]}\n"),
    "maintainer: anchor merge": rule("<<: *base\nkind: pattern\nmessage: m\nwords: x\n"),
    "maintainer: tab": words("words:\n	- x\n"),
    "maintainer: quote apostrophe": rule("kind: pattern\nmessage: 'don't'\nwords: x\n"),
    "maintainer: number word": words("words: [007]\n"),
    "maintainer: percent word": words("words: [%]\n"),
    "maintainer: at word": words("words: [@foo]\n"),
    "maintainer: bang word": words("words: [!important]\n"),
    "maintainer: amp word": words("words: [&c]\n"),
    "maintainer: backtick": words("words: [`code`]\n"),
    "maintainer: bracket text": words("words: [[TODO]]\n"),
    "maintainer: nested list words": words("words: [a, [b, c]]\n"),
    "maintainer: null message": rule("kind: pattern\nmessage: ~\nwords: x\n"),
    "maintainer: message number": rule("kind: pattern\nmessage: 404\nwords: x\n"),
    "maintainer: message list": rule("kind: pattern\nmessage: [a]\nwords: x\n"),
    "maintainer: kind caps": rule("kind: Pattern\nmessage: m\nwords: x\n"),
    "maintainer: kind existence": rule("kind: existence\nmessage: m\nwords: x\n"),
    "maintainer: kind regex": rule("kind: regex\nmessage: m\nregex: x\n"),
    "maintainer: kind substitution": rule("kind: substitution\nmessage: m\nswap: {a: b}\n"),
    "maintainer: kind occurrence": rule("kind: occurrence\nmessage: m\nwords: x\nmax: 1\n"),
    "maintainer: kind spelling": rule("kind: spelling\nmessage: m\n"),
    "maintainer: kind sections": rule("kind: sections\nmessage: m\n"),
    "maintainer: length of words": rule("kind: length\nmessage: m\nof: words\nmax: 3\n"),
    "maintainer: length unit sentences": rule(
        "kind: length\nmessage: m\nof: paragraph\nunit: sentences\nmax: 3\n"
    ),
    "maintainer: length float": rule("kind: length\nmessage: m\nof: sentence\nmax: 2.5\n"),
    "maintainer: length str": rule("kind: length\nmessage: m\nof: sentence\nmax: '30'\n"),
    "maintainer: length words suffix": rule(
        "kind: length\nmessage: m\nof: sentence\nmax: 30 words\n"
    ),
    "maintainer: count threshold": rule("kind: count\nmessage: m\nwords: x\nthreshold: 3\n"),
    "maintainer: count per page": rule("kind: count\nmessage: m\nwords: x\nmax: 3\nper: page\n"),
    "maintainer: count per 100 words": rule(
        "kind: count\nmessage: m\nwords: x\nmax: 3\nper: 100 words\n"
    ),
    "maintainer: required at start": rule("kind: required\nmessage: m\nat: start\nany: x\n"),
    "maintainer: required at first line": rule(
        "kind: required\nmessage: m\nat: first line\nany: x\n"
    ),
    "maintainer: required section title": rule(
        "kind: required\nmessage: m\nat: 'section:Summary'\nany: x\n"
    ),
    "maintainer: required any as map": rule(
        "kind: required\nmessage: m\nat: closing\nany: {x: y}\n"
    ),
    "maintainer: fields required list": rule("kind: fields\nmessage: m\nrequired: [title, date]\n"),
    "maintainer: fields type": rule("kind: fields\nmessage: m\nfields: {date: {type: date}}\n"),
    "maintainer: fields enum": rule("kind: fields\nmessage: m\nfields: {status: {enum: [a]}}\n"),
    "maintainer: fields pattern": rule(
        "kind: fields\nmessage: m\nfields: {date: {pattern: '\\d+'}}\n"
    ),
    "maintainer: fields optional": rule(
        "kind: fields\nmessage: m\nfields: {date: {optional: true}}\n"
    ),
    "maintainer: fields when eq": rule(
        "kind: fields\nmessage: m\nfields: {a: {required: true, when: 'b == 1'}}\n"
    ),
    "maintainer: when type title": words("words: x\nwhen: {type: Incident}\n"),
    "maintainer: when lang": words("words: x\nwhen: {lang: en}\n"),
    "maintainer: when language list str": words("words: x\nwhen: {language: 'zh, en'}\n"),
    "maintainer: when files": words("words: x\nwhen: {files: 'a/**'}\n"),
    "maintainer: when unless": words("words: x\nunless: {type: memo}\n"),
    "maintainer: order before after": rule("kind: order\nmessage: m\nbefore: a\nafter: b\n"),
    "maintainer: order list": rule("kind: order\nmessage: m\norder: [a, b]\n"),
    "maintainer: consistency list flat": rule("kind: consistency\nmessage: m\nprefer: [email]\n"),
    "maintainer: consistency either vale": rule(
        "kind: consistency\nmessage: m\neither: {adviser: advisor}\n"
    ),
    "maintainer: comparison equal": rule(
        "kind: comparison\nmessage: m\ncheck: equal\nof: 'a(?P<at>b)'\nwith: 'c(?P<at>d)'\n"
    ),
    "maintainer: reference undefined regex": rule(
        "kind: reference\nmessage: m\nuses: '[ab'\ndefines: c\n"
    ),
    "maintainer: together mutually": rule(
        "kind: together\nmessage: m\ncheck: mutually-exclusive\nsections: {a: [], b: []}\n"
    ),
    "maintainer: type section string": visit("sections: {Summary: required}\n"),
    "maintainer: type section name": visit("sections: [{name: Summary}]\n"),
    "maintainer: type heading": visit("sections: [{id: a, heading: Summary}]\n"),
    "maintainer: type required no": visit("sections: [{id: a, title: Summary, required: no}]\n"),
    "maintainer: type optional true": visit(
        "sections: [{id: a, title: Summary, optional: true}]\n"
    ),
    "maintainer: type order strict": visit("order: strict\nsections: [{id: a, title: S}]\n"),
    "maintainer: type template": visit("template: |\n  # x\n"),
    "maintainer: type description": visit("description: x\n"),
    "maintainer: type regexes title": kind("name: p\nrecognise: {title: ['^Postmortem']}\n"),
    "maintainer: type recognize us": kind("name: p\nrecognize: {title: [Postmortem x]}\n"),
    "maintainer: type glob in title": kind("name: p\nrecognise: {title: ['Postmortem*']}\n"),
    "maintainer: write mustache triple": visit("sections: [{id: a, title: S, write: '{{{x}}}'}]\n"),
    "maintainer: write jinja": visit("sections: [{id: a, title: S, write: '{% x %}'}]\n"),
    "maintainer: write <%= %>": visit("sections: [{id: a, title: S, write: '<%= x %>'}]\n"),
    "maintainer: write <name>": visit("sections: [{id: a, title: S, write: 'by <name>'}]\n"),
    "maintainer: write [Name]": visit("sections: [{id: a, title: S, write: 'by [Your Name]'}]\n"),
    "maintainer: write TODO": visit("sections: [{id: a, title: S, write: 'TODO: fill in'}]\n"),
    "maintainer: write TBD": visit("sections: [{id: a, title: S, write: TBD}]\n"),
    "maintainer: write %name%": visit("sections: [{id: a, title: S, write: 'by %name%'}]\n"),
    "maintainer: write $NAME": visit("sections: [{id: a, title: S, write: 'by $NAME'}]\n"),
    "maintainer: configuration: preset": conf("preset: strict\n"),
    "maintainer: configuration: packs": {**pack({}), CONFIG: "packs: [./house]\n"},
    "maintainer: configuration: plugins": conf("plugins: [x]\n"),
    "maintainer: configuration: ignore list of globs": conf("ignore: ['**/*.txt']\n"),
    "maintainer: configuration: ignores": conf("ignores: ['**/*.txt']\n"),
    "maintainer: configuration: excludes": conf("excludes: ['**/*.txt']\n"),
    "maintainer: configuration: ignorePatterns": conf("ignorePatterns: ['x']\n"),
    "maintainer: configuration: failOn": conf("failOn: error\n"),
    "maintainer: configuration: fail-on errors only": conf("fail-on: [error]\n"),
    "maintainer: configuration: lang": conf("lang: en\n"),
    "maintainer: configuration: locale": conf("language: en_US\n"),
    "maintainer: configuration: language Chinese-Hans": conf("language: zh-Hans\n"),
    "maintainer: configuration: rule severity high": conf("rules: {r: {severity: high}}\n"),
    "maintainer: configuration: rule warn": conf("rules: {r: warn}\n"),
    "maintainer: configuration: rule comma": conf("rules: {'r, s': off}\n"),
    "maintainer: configuration: rule unknown star": conf("rules: {'x-*': off}\n"),
    "maintainer: configuration: overrides glob list": conf(
        "overrides: {'*.md': {rules: {r: off}}}\n"
    ),
    "maintainer: configuration: overrides files missing": conf(
        "overrides: [{glob: '*.md', rules: {r: off}}]\n"
    ),
    "maintainer: configuration: override rule list": conf(
        "overrides: [{files: '*.md', rules: [r]}]\n"
    ),
    "maintainer: configuration: exclude brace": conf("exclude: ['*.{md,txt}']\n"),
    "maintainer: configuration: exclude ..": conf("exclude: ['../x']\n"),
    "maintainer: configuration: include-files": conf("include-files: ['x']\n"),
    "maintainer: configuration: json comments": {
        **pack({}),
        CONFIG: '// c\n{"extends": ["./house"]}\n',
    },
    "maintainer: configuration: toml in yaml": {**pack({}), CONFIG: '[rules]\nr = "off"\n'},
    "maintainer: pack dependencies": pack({}, "id: house\nname: n\ndependencies: {core: '1.0'}\n"),
    "maintainer: pack rules list": pack({}, "id: house\nname: n\nrules: [r]\n"),
    "maintainer: pack words map list": pack({}, "id: house\nname: n\nwords: {units: {a: b}}\n"),
    "maintainer: pack title": pack({}, "id: house\ntitle: n\n"),
}
