"""An HTML page in one file, without scripts; its style sheet is for screen, dark mode, phone, paper
and Chinese typography."""

from __future__ import annotations

from reportlint.output.safe_text import xml

_TAGS = {"zh": "zh-CN", "en": "en"}

STYLE = """\
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #fff; --box: #f6f8fa; --line: #d1d9e0;
  --error: #cf222e; --warning: #9a6700; --info: #0969da; --mark: #fff3a3; --gone: #ffe2e0; --come: #d8f5dd; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --paper: #0d1117; --box: #161b22;
  --line: #3d444d; --error: #ff7b72; --warning: #d8a72f; --info: #58a6ff; --mark: #665500; --gone: #5a1e1e; --come: #12401f; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6; overflow-wrap: anywhere;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
:lang(zh) { line-height: 1.75; line-break: strict; text-autospace: normal; text-spacing-trim: trim-start; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); }
h2 small { color: var(--soft); font-weight: 400; margin-left: .6em; }
a { color: var(--info); text-decoration: none; }
a:hover, a:focus-visible, .overview a, h2 a { text-decoration: underline; }
.summary, .about { margin: 0; color: var(--soft); }
.about { font-size: .9rem; }
.compared { margin-top: .75rem; font-weight: 600; }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 1rem 0 0; padding: 0; }
.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .9rem; background: var(--box);
  flex: 1; max-width: 12rem; }
.counts b { font-size: 1.25rem; }
.error b { color: var(--error); } .warning b { color: var(--warning); } .info b { color: var(--info); }
.overview { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.5rem 2rem; margin-top: 1.5rem;
  align-items: start; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
th, td { text-align: left; font-weight: 400; padding: .15rem .5rem .15rem 0; border-top: 1px solid var(--line); vertical-align: top; }
td { width: 3.5em; text-align: right; font-variant-numeric: tabular-nums; }
.bars { width: 30%; text-align: left; padding-right: 0; }
.bar { display: block; height: .7em; margin-top: .45em; min-width: 2px; border-radius: .2em; background: var(--info); print-color-adjust: exact; }
.error .bar { background: var(--error); } .warning .bar { background: var(--warning); }
.filters { display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: 1.5rem 0 0; border: 1px solid var(--line); border-radius: .4rem;
  padding: .4rem .8rem .6rem; font-size: .9rem; min-width: 0; }
.filters legend { color: var(--soft); padding: 0 .4em; }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .9rem; }
.finding { border: 1px solid var(--line); border-left: .3rem solid; border-radius: .4rem; padding: .8rem 1rem; background: var(--box);
  min-width: 0; print-color-adjust: exact; }
.finding:target { outline: .2rem solid var(--info); }
.finding.error { border-left-color: var(--error); } .finding.warning { border-left-color: var(--warning); }
.finding.info { border-left-color: var(--info); }
p { margin: 0; }
.where, .related, .fix, .rule, details { font-size: .9rem; color: var(--soft); }
.badge { border: 1px solid; border-radius: 1em; padding: 0 .6em; color: var(--info); font-size: .85em; }
.path::before { content: "· "; }
.path span + span::before { content: " › "; }
.said { font-weight: 600; margin: .2rem 0 .5rem; }
blockquote { margin: 0 0 .5rem; padding: .5rem .8rem; background: var(--paper); border: 1px solid var(--line); border-radius: .3rem;
  white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; border-radius: .15rem; padding: 0 .1em; outline: 2px solid var(--mark); print-color-adjust: exact; }
mark:empty::before { content: "▲"; color: var(--error); }
.reads { color: var(--ink); white-space: pre-wrap; }
ins, del { border-radius: .15rem; padding: 0 .15em; print-color-adjust: exact; }
i:lang(zh) { font-style: normal; color: var(--soft); }
ins { background: var(--come); text-decoration: underline; margin: 0 .15em; } del { background: var(--gone); text-decoration: line-through; }
code { font-size: .95em; }
summary { cursor: pointer; }
details p { color: var(--ink); margin-top: .3rem; }
.clean, .gone { margin-top: 1rem; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --paper: #fff; --box: #fff; --line: #bbb; --error: #b01020; --warning: #7a5200;
    --info: #0550ae; --mark: #fff3a3; --gone: #ffe2e0; --come: #d8f5dd; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .file { break-before: page; }
  .overview { grid-template-columns: 1fr 1fr; }
  .finding, tr { break-inside: avoid; }
  h2 { break-after: avoid; margin-top: 0; }
  .filters, details:not([open]) { display: none; }
  @page { margin: 2cm 1.8cm; }
}
"""


def whole_page(title: str, language: str, content: str, style: str = "") -> str:
    """A page. `content` is HTML and goes below the title; `style` is added to the style sheet."""
    return (
        f'<!DOCTYPE html>\n<html lang="{_TAGS[language]}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src'
        " 'unsafe-inline'\">\n"
        f"<title>{xml(title)}</title>\n<style>\n{STYLE}{style}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{xml(title)}</h1>\n{content}</main>\n</body>\n</html>\n"
    )
