"""Where reports are drafted by a language model: the linter as tools that it can call."""
