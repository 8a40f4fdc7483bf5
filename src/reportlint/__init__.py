"""reportlint: lint and scaffold reports kept in Git, with rules in YAML."""

__version__ = "0.1.0"
