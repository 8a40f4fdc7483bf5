"""Measure how many faults reportlint detects in any folder of reports: plant known faults, and
count the detected ones.

See README.md in this folder, and `python -m tools.accuracy --help`.
"""
