"""The linter as tools for a language model that drafts reports."""
