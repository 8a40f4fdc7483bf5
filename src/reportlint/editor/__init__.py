"""Where people write: the language server."""
