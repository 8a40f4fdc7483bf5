"""The compiled modules of an installed package, read from one file: finding each module on disk
takes as long as running it.

`hatch_build.py` writes the file FILE of this folder. A checkout has no such file, and one written
by another minor version of Python is ignored; then modules are imported as usual. Docstrings,
assertions, annotations of functions and the imports that only they need are left out. Only the
command uses the file. Whoever edits an installed module must delete it.

Undone: see the table in `_startup/__init__.py`.
"""

from __future__ import annotations

import marshal
import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
from _imp import _fix_co_filename  # type: ignore[attr-defined]

from reportlint._startup.shipped_file import ShippedFile, write
from reportlint._startup.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ast
    from types import CodeType, ModuleType

FILE = "modules.bin"
PACKAGE = "reportlint"
_PACKAGE_FILE = "__init__.py"
_LEFT_OUT = frozenset(
    "assistant editor engines scaffold web".split()
)  # folders whose commands take long enough


def write_codes(path: str, home: str) -> None:
    """Write the file of all modules in the folder `home` of the package and below. Raises
    OSError."""
    pieces = {}
    for folder, below, names in os.walk(home):
        below[:] = sorted(set(below) - _LEFT_OUT)
        for name in sorted(names):
            if name.endswith(".py"):
                source = os.path.join(folder, name)
                where = os.path.relpath(source, home).replace(os.sep, "/")
                pieces[_module(where)] = _compiled(source, where), where
    write(path, _good_for(), pieces)


def use() -> None:
    """Import the modules of the package from the file from now on, if it exists."""
    here = os.path.dirname(__file__)
    codes = ShippedFile(os.path.join(here, FILE), _good_for())
    if len(codes):
        sys.meta_path.insert(0, _Finder(codes, os.path.dirname(here)))


def _module(below: str) -> str:
    """The dotted name of a module; `below` is the path of its source relative to the package."""
    parts = below.removesuffix(".py").split("/")
    return ".".join((PACKAGE, *(parts[:-1] if parts[-1] == "__init__" else parts)))


def _compiled(source: str, below: str) -> bytes:
    import __future__

    import ast

    with open(source, "rb") as stream:
        tree = ast.parse(stream.read(), below)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.returns = None
        elif isinstance(node, ast.arg):
            node.annotation = None
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    tree.body = [node for node in tree.body if _is_needed(node, names)]
    flags = __future__.annotations.compiler_flag
    return marshal.dumps(compile(tree, below, "exec", flags, dont_inherit=True, optimize=2))


def _is_needed(node: ast.stmt, names: set[str]) -> bool:
    """Whether a run needs a statement of a module that uses `names`. Imports that only annotations
    need are taken out of it."""
    import ast

    if isinstance(node, ast.ImportFrom) and node.module == "collections.abc":
        node.names = [alias for alias in node.names if alias.name in names]
        return bool(node.names)
    if isinstance(node, ast.ImportFrom):
        return node.module != "__future__"  # it is given to the compiler
    return not (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        and not node.orelse
    )


def _good_for() -> str:
    return repr((sys.implementation.cache_tag, MAGIC_NUMBER))


class _Finder:
    """The import finder for the modules in the file."""

    def __init__(self, codes: ShippedFile, home: str) -> None:
        self._codes = codes
        self._home = home

    def find_spec(self, name: str, path: object = None, target: object = None) -> Any:
        """The spec of a module, as an entry of `sys.meta_path` returns it; None if the file lacks
        the module."""
        if name not in self._codes:
            return None
        below = self._codes.index_value(name)
        source = os.path.join(self._home, *below.split("/"))
        is_package = below.endswith(_PACKAGE_FILE)
        spec = ModuleSpec(name, _Loader(name, source, self._codes), origin=source)
        spec.submodule_search_locations = [os.path.dirname(source)] if is_package else None
        spec.has_location = True
        spec.cached = self._codes.path  # otherwise the path of a .pyc is worked out
        return spec


class _Loader(SourceFileLoader):
    """The loader of a source file whose code is already compiled."""

    def __init__(self, name: str, path: str, codes: ShippedFile) -> None:
        super().__init__(name, path)
        self._codes = codes

    def exec_module(self, module: ModuleType) -> None:
        """Run the code of a module in it."""
        exec(self.get_code(module.__name__), module.__dict__)  # noqa: S102 - as any import does

    def get_code(self, fullname: str) -> CodeType:
        """The code object, with the path of its source set."""
        code: CodeType = marshal.loads(self._codes.get(fullname) or b"")  # noqa: S302 - of the package, as its modules are
        _fix_co_filename(code, self.path)
        return code
