"""All tricks for a quick start, and nothing else: a hook is started at every commit.

The gain of each trick was measured by undoing it alone, in interleaved runs (processor time,
medians). "One report" is a check of one text of 6 KB with the rules in the cache; "unchanged" is a
check of a hundred files of which none has changed (33 ms). A trick stays if it saves at least a
twentieth of one of the two.

    module          one report    unchanged
    regex_codes        + 62 %          0 %    with late_re and native; Markdown, installed wheel
    module_codes       + 16 %       + 13 %    as above
    shipped_data        + 8 %          0 %    as above, in instructions
    namedtuple         + 21 %       + 44 %    from here on before the two above (66 and 29 ms)
    leave: exit        + 18 %       + 18 %
    lazy_pattern       + 15 %        + 9 %
    leave: gc           + 7 %        + 4 %
    typed               + 5 %       + 17 %
    digest              + 3 %       + 10 %
    fast_json           + 2 %       + 13 %

regex_codes, module_codes and shipped_data share shipped_file. Private names of Python are used
nowhere else in the package, and each use has a plain fallback, which the tests cover.
"""
