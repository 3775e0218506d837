"""Allowed code: a second check of the written modules, before they are loaded.

Modules are parsed again, and each syntax tree may contain only the statements and expressions of
declarations. Anything else is a mistake of the writer, and is refused.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from types import EllipsisType

from ...errors import RestmapError, compose

_STANDARD_MODULES = frozenset({"__future__", "datetime", "decimal", "typing", "uuid"})
_FRAMEWORK = "restmap"


class DisallowedCodeError(RestmapError):
    """A module with more than declarations was about to be written. Nothing was written."""


def check_allowed(files: Mapping[str, str], package: str, sources: Iterable[str]) -> None:
    """Refuse modules that contain anything but declarations.

    files: the text of each module, by its path. package: the dotted name of their package. sources:
    what the naming of a vendor imports in addition, as "module:name". Raises DisallowedCodeError.
    """
    modules = {source.partition(":")[0] for source in sources}
    for path, text in files.items():
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            raise _disallowed(path, 0, f"it does not parse: {error}") from None
        _ModuleChecker(path, package, modules).check(tree)


def _disallowed(path: str, line: int, problem: str) -> DisallowedCodeError:
    place = f"{path}, line {line}" if line else path
    return DisallowedCodeError(
        compose(
            f"the written module has more than declarations in it: {problem}.",
            "Nothing was written. This is a mistake in restmap: please report it.",
            place,
        )
    )


class _ModuleChecker:
    """Checks one module.

    path: its path below the package. package: the dotted name of the package. modules: the modules
    outside of it that it may import from.
    """

    def __init__(self, path: str, package: str, modules: set[str]) -> None:
        self._path = path
        self._package = package
        self._modules = modules
        self._callable: set[str] = set()

    def check(self, tree: ast.Module) -> None:
        for statement in tree.body:
            self._check_top(statement)

    def _refuse(self, node: ast.AST, problem: str | None = None) -> DisallowedCodeError:
        described = problem or f"a {type(node).__name__}"
        return _disallowed(self._path, getattr(node, "lineno", 0), described)

    # -- statements -------------------------------------------------------------------------

    def _check_top(self, statement: ast.stmt) -> None:
        """Check a statement of the module itself."""
        match statement:
            case ast.ImportFrom():
                self._check_import(statement)
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                self._check_placeholders(statement)
            case ast.Assign(targets=[ast.Name(id="__all__")], value=ast.List(elts=names)):
                for each in names:
                    self._check_constant(each)
            case ast.Assign(targets=[ast.Name()], value=value):
                self._check_type(value)
            case ast.Expr(value=ast.Constant(value=str())) | ast.ClassDef() | ast.AnnAssign():
                self._check_statement(statement)
            case _:
                raise self._refuse(statement)

    def _check_statement(self, statement: ast.stmt) -> None:
        """Check a statement of a class body, or one that a module may have as well."""
        match statement:
            case ast.Expr(value=ast.Constant(value=str())):
                pass  # a docstring
            case ast.Expr(value=ast.Constant(value=value)) if value is Ellipsis:
                pass  # the body of an empty class
            case ast.ClassDef(decorator_list=[]):
                self._check_class(statement)
            case ast.FunctionDef(name="__init__", decorator_list=[]):
                self._check_initializer(statement)
            case ast.AnnAssign(target=ast.Name(), value=value):
                self._check_type(statement.annotation)
                if value is not None:
                    self._check_value(value)
            case ast.Assign(targets=[ast.Name()], value=value):
                self._check_value(value)
            case _:
                raise self._refuse(statement)

    def _check_import(self, statement: ast.ImportFrom) -> None:
        module = self._absolute(statement.module or "", statement.level)
        is_known = module in _STANDARD_MODULES or module == _FRAMEWORK or module in self._modules
        is_own = f"{module}.".startswith(f"{self._package}.")
        if not is_known and not is_own:
            raise self._refuse(statement, f"an import from {module}")
        for name in statement.names:
            if name.name == "*" or name.asname is not None:
                raise self._refuse(statement, f"an import of {name.name}")
            if module not in _STANDARD_MODULES:
                self._callable.add(name.name)

    def _absolute(self, module: str, level: int) -> str:
        """The absolute name of a module that this module imports."""
        if not level:
            return module
        steps = [*self._package.split("."), *self._path.split("/")]
        return ".".join(filter(None, [*steps[: max(0, len(steps) - level)], module]))

    def _check_placeholders(self, statement: ast.If) -> None:
        """Check the imports under `if TYPE_CHECKING:`, and the placeholders under `else:`."""
        for each in statement.body:
            if not isinstance(each, ast.ImportFrom):
                raise self._refuse(each)
            self._check_import(each)
        for each in statement.orelse:
            match each:
                case ast.Assign(targets=[ast.Name()], value=ast.Call(func=ast.Name(id="deferred"))):
                    self._check_value(each.value)
                case _:
                    raise self._refuse(each)

    def _check_class(self, statement: ast.ClassDef) -> None:
        for base in statement.bases:
            self._check_type(base)
        for keyword in statement.keywords:
            if keyword.arg is None or keyword.arg == "metaclass":
                raise self._refuse(statement, "a keyword that classes of resources do not have")
            self._check_value(keyword.value)
        for each in statement.body:
            self._check_statement(each)

    def _check_initializer(self, function: ast.FunctionDef) -> None:
        """Check an `__init__` that passes its arguments on to that of the base class."""
        parameters = function.args
        first = [each.arg for each in parameters.args]
        others = [parameters.posonlyargs, parameters.defaults, parameters.vararg]
        if first != ["self"] or any(others) or len(function.body) != 1:
            raise self._refuse(function)
        annotated = [*parameters.kwonlyargs, *([parameters.kwarg] if parameters.kwarg else [])]
        for each in annotated:
            self._check_type(each.annotation or ast.Constant(None))
        for default in parameters.kw_defaults:
            if default is not None:
                self._check_constant(default)
        match function.body[0]:
            case ast.Expr(
                value=ast.Call(
                    func=ast.Attribute(
                        value=ast.Call(func=ast.Name(id="super"), args=[], keywords=[]),
                        attr="__init__",
                    ),
                    args=[],
                    keywords=keywords,
                )
            ):
                names = {each.arg for each in annotated}
                for keyword in keywords:
                    self._check_passed(keyword.value, names)
            case _:
                raise self._refuse(function, "an __init__ that does more than pass arguments on")

    def _check_passed(self, node: ast.expr, names: set[str]) -> None:
        """Check what is passed on: an argument, or a dict of arguments by name."""
        match node:
            case ast.Name(id=name) if name in names:
                pass
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    is_argument = isinstance(value, ast.Name) and value.id in names
                    if key is None or not is_argument:
                        raise self._refuse(node)
                    self._check_constant(key)
            case _:
                raise self._refuse(node, "an __init__ that does more than pass arguments on")

    # -- expressions ------------------------------------------------------------------------

    def _check_type(self, node: ast.expr) -> None:
        """Check a type or a base class: names, subscripts, alternatives; text only in Literal."""
        match node:
            case ast.Name() | ast.Constant(value=None):
                pass
            case ast.Attribute(value=ast.Name(id="Resource"), attr="Key"):
                pass
            case ast.Subscript(value=ast.Name(id="Literal"), slice=members):
                for each in members.elts if isinstance(members, ast.Tuple) else [members]:
                    self._check_literal(each)
            case ast.Subscript(value=ast.Name(id="Returns"), slice=ast.Constant(value=str(name))):
                if not re.fullmatch(r"\w+|list\[\w+\]", name):
                    raise self._refuse(node, "text in a type")
            case ast.Subscript(value=ast.Name(), slice=arguments):
                for each in arguments.elts if isinstance(arguments, ast.Tuple) else [arguments]:
                    self._check_type(each)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                self._check_type(left)
                self._check_type(right)
            case _:
                raise self._refuse(node, f"{type(node).__name__} in a type")

    def _check_literal(self, node: ast.expr) -> None:
        """Check a part of a Literal type: a constant, or the name of another one."""
        if not isinstance(node, ast.Name):
            self._check_constant(node)

    def _check_value(self, node: ast.expr) -> None:
        """Check a value: a constant, a name, or a call of a name imported from outside `typing`."""
        match node:
            case ast.Name():
                pass
            case ast.Call(func=ast.Name(id=name)) if name in self._callable:
                self._check_arguments(node)
                if name == "deferred":
                    self._check_deferred(node)
            case ast.Call(
                func=ast.Attribute(value=ast.Name(), attr="awaited"), args=[], keywords=[]
            ):
                pass
            case ast.Lambda():
                self._check_lambda(node)
            case ast.Subscript(value=ast.Name(id="list" | "dict")):
                self._check_type(node)  # what an action returns
            case _:
                self._check_constant(node)

    def _check_arguments(self, node: ast.Call) -> None:
        for each in node.args:
            self._check_value(each)
        for keyword in node.keywords:
            if keyword.arg is None:
                raise self._refuse(node, "arguments that are not named")
            self._check_value(keyword.value)

    def _check_deferred(self, node: ast.Call) -> None:
        """Check that a placeholder imports from the package or from a source of the vendor."""
        source = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
        module, _, name = str(source).partition(":")
        steps = [*module.lstrip(".").split("."), name]
        is_own = module.startswith(".") or f"{module}.".startswith(f"{self._package}.")
        if not (is_own or module in self._modules) or not all(map(str.isidentifier, steps)):
            raise self._refuse(node, f"a placeholder for {source!r:.60}")

    def _check_lambda(self, node: ast.Lambda) -> None:
        """Check a lambda that follows mounts, such as `lambda it: it.api.v2010.account`."""
        root: ast.expr = node.body
        while isinstance(root, ast.Attribute) and not root.attr.startswith("_"):
            root = root.value
        parameters = node.args
        names = [each.arg for each in parameters.args]
        others = [parameters.posonlyargs, parameters.kwonlyargs, parameters.defaults]
        is_plain = not any(others) and parameters.vararg is None and parameters.kwarg is None
        if not is_plain or not isinstance(root, ast.Name) or names != [root.id]:
            raise self._refuse(node, "a lambda that does more than follow mounts")

    def _check_constant(self, node: ast.expr) -> None:
        match node:
            case ast.Constant(value=str() | int() | float() | bool() | EllipsisType() | None):
                pass
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float())):
                pass
            case _:
                raise self._refuse(node)
