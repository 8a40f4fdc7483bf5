"""Measure how well reportlint does on any folder of reports: plant known faults, count what is
found.

See README.md beside this file, and `python -m tools.accuracy --help`.
"""
