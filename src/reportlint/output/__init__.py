"""Rendering of reports as text, one module for each group of formats; pure functions."""
