"""Damaged and hostile input for every reader of reportlint: `python -m tools.fuzz --help`."""
