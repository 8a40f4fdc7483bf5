"""Checks of an archive of reports on other data engines. Each module is thin: the library does the
work.

All take records with `text` and optionally `path`, `type` and `format`, and give a row for each
finding, with the columns of `reportlint.COLUMNS`. The Linter is pickled, so workers need neither
configuration nor packs.
"""
