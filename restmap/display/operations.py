"""What is said of an operation to those who call it: its parameters, its result, its links."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from ..declare.unset import UNSET
from ..plan.operation import PAGING_NAMES, Operation
from .types import type_text

if TYPE_CHECKING:

    class Site(Protocol):
        """The part of a domain or a version that says where its requests go."""

        @property
        def origin(self) -> str: ...
        @property
        def root(self) -> str: ...
        @property
        def _declared_origin(self) -> str: ...


@attrs.frozen
class ShownParameter:
    """One parameter, as a row of a table.

    type: as an annotation writes it. default: "required" without one, and empty where an omitted
    parameter is not sent. sent_as: its location and wire name. said: what the docstring of the
    operation says of it.
    """

    name: str
    type: str
    default: str
    sent_as: str
    said: str

    @property
    def is_required(self) -> bool:
        """Whether the operation cannot be called without it."""
        return self.default == REQUIRED


REQUIRED = "required"
PARAMETER_HEADER = ("PARAMETER", "TYPE", "DEFAULT", "SENT AS", "")
"""The header of a table of parameters."""


def parameters_of(operation: Operation) -> Iterator[ShownParameter]:
    """The parameters of an operation, without the keys of what it is called on.

    Those of pages that the API does not have are left out, since a call with one is refused.
    """
    said = descriptions_of(operation)
    for name, each in operation.parameters.items():
        default = REQUIRED if each.required else _default_text(each.default)
        sent_as = _sent_as(operation, name)
        if sent_as or name in _OF_THE_CLIENT:
            yield ShownParameter(
                name, type_text(each.kind), default, sent_as or "not sent", said.get(name, "")
            )


_OF_THE_CLIENT = frozenset({"limit", "prefetch"})
"""The parameters of a list that the client itself follows."""


def _default_text(default: Any) -> str:
    return "" if default is UNSET else repr(default)


def _sent_as(operation: Operation, name: str) -> str:
    """The location and the wire name of a parameter; empty for one that is not sent."""
    if name in operation.arguments:
        argument = operation.arguments[name]
        return f"{argument.location} {argument.wire_name}"
    if name == operation.whole_body:
        return "body"
    wire_name = getattr(operation.page_type, name, None) if name in PAGING_NAMES else None
    return f"{operation.paging_location} {wire_name}" if wire_name is not None else ""


def url_of(operation: Operation, site: Site) -> str:
    """The URL of an operation at the API's own origin, with the placeholders of the path."""
    prefix = site.root[len(site.origin) :]
    return f"{site._declared_origin}{prefix}{operation.template.text}"


def returned_type(operation: Operation, resource: type[Any]) -> str:
    """The type that a call returns, as an annotation writes it.

    resource: the class that the operation is declared in.
    """
    if operation.result == "nothing":
        return "bool"
    if operation.result in ("value", "download"):
        return type_text(operation.returns)
    record = (operation.returns or resource).__name__
    return record if operation.result == "record" else f"list[{record}]"


# -- docstrings ---------------------------------------------------------------------------------


def descriptions_of(operation: Operation) -> Mapping[str, str]:
    """What the docstring of an operation says of its parameters, by name."""
    return dict(re.findall(r"(?m)^\s*(\w+): (.+)$", operation.doc))


def said_of(operation: Operation) -> str:
    """The docstring of an operation, without what it says of its parameters."""
    said = descriptions_of(operation)
    lines = inspect.cleandoc(operation.doc).splitlines()
    return "\n".join(each for each in lines if each.partition(":")[0].strip() not in said).strip()


def documentation_link(operation: Operation, resource: type[Any]) -> str | None:
    """The URL in the docstring of an operation, of its resource, or of the module of that."""
    return find_link(operation.doc) or link_of(resource)


def link_of(resource: type[Any]) -> str | None:
    """The URL in the docstring of a resource, or of its module."""
    module = sys.modules.get(resource.__module__)
    return find_link(resource.__doc__) or find_link(module.__doc__ if module else None)


def find_link(text: str | None) -> str | None:
    """The first URL in a text.

    >>> find_link("Orders (https://docs.shop.example/orders).")
    'https://docs.shop.example/orders'
    """
    found = re.search(r"https?://[^\s<>\"')\]]+", text or "")
    return found[0].rstrip(".,;") if found else None
