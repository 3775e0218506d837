"""Expressions: the code of declarations as values instead of text.

A name knows the module that it is imported from. Text from a document is either a `Constant` or,
once it has been made an identifier, a `Name`. Only `printing.py` turns expressions into text.
"""

from __future__ import annotations

import keyword
import math
import unicodedata
from collections.abc import Iterable, Iterator
from types import EllipsisType
from typing import Any, TypeAlias

import attrs

Source: TypeAlias = str
"""A name to import: "package.module:name"."""


def check_identifier(_instance: Any, _attribute: Any, text: str) -> None:
    """Refuse text that is not an identifier, or that Python would normalize (PEP 3131)."""
    plain = unicodedata.normalize("NFKC", text) == text
    if not text.isidentifier() or keyword.iskeyword(text) or not plain:
        raise ValueError(f"{text!r:.100} is not a Python identifier")


def _check_constant(_instance: Any, _attribute: Any, value: Any) -> None:
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"{value} cannot be written as a number")


def check_module(_instance: Any, _attribute: Any, text: str) -> None:
    """Refuse text that is not the dotted name of a module, absolute or relative, or empty."""
    for step in text.lstrip(".").split(".") if text else ():
        check_identifier(None, None, step)


@attrs.frozen
class Name:
    """A name. module: the one it is imported from, such as "restmap" or ".base", or empty."""

    text: str = attrs.field(validator=check_identifier)
    module: str = attrs.field(default="", validator=check_module)

    @classmethod
    def at(cls, source: Source) -> Name:
        """The name that a source such as "restmap:param" imports."""
        module, _, text = source.partition(":")
        return cls(text, module)


@attrs.frozen
class EnumType:
    """A Literal type with a name.

    members: its values, in the order of the document. source: the existing type to import instead,
    if there is one.
    """

    name: str = attrs.field(validator=check_identifier)
    members: tuple[str | int, ...]
    source: Source | None = None


def _check_class_name(instance: Any, attribute: Any, text: str) -> None:
    if text:  # a model gets its name after all models of its version are known
        check_identifier(instance, attribute, text)


@attrs.define(eq=False)
class ModelType:
    """The class of a nested object, with one instance for each model; its name is set last."""

    name: str = attrs.field(default="", validator=_check_class_name)


@attrs.frozen
class ResourceType:
    """A resource as a type, whose values are records. module: where it is, such as ".ticket"."""

    name: str = attrs.field(validator=check_identifier)
    module: str = attrs.field(validator=check_module)

    @property
    def source(self) -> Source:
        """What is imported for it."""
        return f"{self.module}:{self.name}"


@attrs.frozen
class Constant:
    """A constant: text, a number, a boolean, None or `...`."""

    value: str | int | float | bool | EllipsisType | None = attrs.field(validator=_check_constant)


@attrs.frozen
class Subscript:
    """A subscript, such as `list[str]`."""

    base: Name
    arguments: tuple[Expression, ...]


@attrs.frozen
class OrNone:
    """A type that may be None, such as `str | None`."""

    kind: Expression


@attrs.frozen
class Union:
    """A union of types, such as `int | str`.

    tag: the wire name of the key that tells its models apart, if there is one.
    """

    kinds: tuple[Expression, ...]
    tag: str | None = None


@attrs.frozen
class Attribute:
    """An attribute, such as `create.awaited`."""

    owner: Expression
    name: str = attrs.field(validator=check_identifier)


@attrs.frozen
class Call:
    """A call, such as `field(name="a-b")`."""

    function: Expression
    arguments: tuple[Expression, ...] = ()
    keywords: tuple[tuple[str, Expression], ...] = ()

    def __attrs_post_init__(self) -> None:
        for name, _ in self.keywords:
            check_identifier(None, None, name)


@attrs.frozen
class Function:
    """A function of one parameter, such as `lambda it: it.api.v2010`."""

    parameter: str = attrs.field(validator=check_identifier)
    result: Expression


Kind: TypeAlias = "Name | EnumType | ModelType | ResourceType | Subscript | OrNone | Union"
"""What a type is made of."""

Expression: TypeAlias = "Kind | Constant | Attribute | Call | Function"

STR, INT, FLOAT, BOOL = Name("str"), Name("int"), Name("float"), Name("bool")
ANY = Name("Any", "typing")
NONE = Constant(None)
UNSET = Name("UNSET", "restmap")


def list_of(kind: Expression) -> Subscript:
    """The type of a list: `list[…]`."""
    return Subscript(Name("list"), (kind,))


def dict_of(kind: Expression) -> Subscript:
    """The type of a mapping with text as keys: `dict[str, …]`."""
    return Subscript(Name("dict"), (STR, kind))


OBJECT = dict_of(ANY)


def literal_of(members: Iterable[str | int]) -> Subscript:
    """The type of some constants: `Literal["a", "b"]`."""
    return Subscript(Name("Literal", "typing"), tuple(map(Constant, members)))


def or_none(kind: Expression) -> Expression:
    """A type that may also be None."""
    return kind if kind == ANY or isinstance(kind, OrNone) else OrNone(kind)


def without_none(kind: Expression) -> Expression:
    """A type without its `| None`."""
    return kind.kind if isinstance(kind, OrNone) else kind


def call(
    function: Source,
    *arguments: Expression | str | int | None,
    **keywords: Expression | str | int | None,
) -> Call:
    """A call of a function that is imported; text, numbers and None are constants.

    >>> call("restmap:field", name="a-b").keywords
    (('name', Constant(value='a-b')),)
    """
    return Call(
        Name.at(function),
        tuple(map(_as_expression, arguments)),
        tuple((name, _as_expression(value)) for name, value in keywords.items()),
    )


def _as_expression(value: Expression | str | int | None) -> Expression:
    return Constant(value) if value is None or isinstance(value, str | int) else value


def walk(expression: Expression) -> Iterator[Expression]:
    """Walk through an expression and every expression inside it."""
    yield expression
    match expression:
        case Subscript(base, arguments):
            parts: tuple[Expression, ...] = (base, *arguments)
        case OrNone(kind):
            parts = (kind,)
        case Union(kinds, _):
            parts = kinds
        case Attribute(owner, _):
            parts = (owner,)
        case Call(function, arguments, keywords):
            parts = (function, *arguments, *(value for _, value in keywords))
        case Function(_, result):
            parts = (result,)
        case _:
            parts = ()
    for each in parts:
        yield from walk(each)


def names_of_types(kind: Expression) -> Iterator[str]:
    """The names in a type, of which a class body must not have an attribute beside it.

    A type checker takes such a name for the attribute.
    """
    for each in walk(kind):
        if isinstance(each, Name):
            yield each.text
        elif isinstance(each, EnumType | ModelType | ResourceType):
            yield each.name
