"""reportlint: lint and scaffold reports kept in Git, with rules in YAML.

The public names are listed in `__init__.pyi` and explained in docs/library.md. Each is imported at
its first use, because the command line needs none of them.
"""

__version__ = "0.1.0"

_HOMES = {
    "Linter": "linter",
    "Fixed": "linter",
    "Heading": "linter",
    "Outline": "linter",
    "NewReport": "linter",
    "RuleInfo": "linter",
    "TypeInfo": "linter",
    "FieldInfo": "linter",
    "COLUMNS": "finding",
    "Finding": "finding",
    "Related": "finding",
    "Edit": "finding",
    "Fix": "finding",
    "UserError": "core.errors",
    "Problem": "core.errors",
}
__all__ = ["__version__", *_HOMES]  # noqa: PLE0604 - names, all of them


def __getattr__(name):  # type: ignore[no-untyped-def]
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__():  # type: ignore[no-untyped-def]
    return sorted({*globals(), *_HOMES})
