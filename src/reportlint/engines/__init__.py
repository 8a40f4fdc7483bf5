"""An archive of reports on the engines that others keep their data with. Each module is thin: the
library does the work.

All of them take records with `text` and, where known, `path`, `type` and `format`, and give a row
for each finding, with the columns of `reportlint.COLUMNS`. A Linter is pickled, so the workers need
neither configuration nor packs.
"""
