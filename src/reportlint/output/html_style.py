"""How the page looks: on a screen, in the dark, on paper."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #fff; --box: #f6f8fa; --line: #d1d9e0;
  --error: #cf222e; --warning: #9a6700; --info: #0969da; --mark: #fff3a3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9198a1; --paper: #0d1117; --box: #161b22;
  --line: #3d444d; --error: #ff7b72; --warning: #d8a72f; --info: #58a6ff; --mark: #665500; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); line-height: 1.6; overflow-wrap: anywhere;
  font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2.5rem 0 .75rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); }
.summary { margin: 0; color: var(--soft); }
.counts { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 1rem 0 0; padding: 0; }
.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .9rem; background: var(--box); }
.counts b { font-size: 1.25rem; }
.error b { color: var(--error); } .warning b { color: var(--warning); } .info b { color: var(--info); }
ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .9rem; }
ol > li { border: 1px solid var(--line); border-left: .3rem solid; border-radius: .4rem; padding: .8rem 1rem; background: var(--box); }
ol > .error { border-left-color: var(--error); } ol > .warning { border-left-color: var(--warning); }
ol > .info { border-left-color: var(--info); }
p { margin: 0; }
.where, .related, .fix, .rule, details { font-size: .9rem; color: var(--soft); }
.path::before { content: "· "; }
.path span + span::before { content: " › "; }
.said { font-weight: 600; margin: .2rem 0 .5rem; }
blockquote { margin: 0 0 .5rem; padding: .5rem .8rem; background: var(--paper); border: 1px solid var(--line); border-radius: .3rem;
  white-space: pre-wrap; }
mark { background: var(--mark); color: inherit; border-radius: .15rem; padding: 0 .1em; outline: 2px solid var(--mark); }
mark:empty::before { content: "▲"; color: var(--error); }
ins { text-decoration: none; color: var(--ink); background: var(--paper); border: 1px solid var(--line); padding: 0 .3em; }
code { font-size: .95em; }
summary { cursor: pointer; }
details p { color: var(--ink); margin-top: .3rem; }
.clean { margin-top: 2.5rem; }
@media print { main { max-width: none; padding: 0; } ol > li { break-inside: avoid; } details:not([open]) { display: none; } }
"""
