"""Descriptions of collections: what can be called on them, as text and as HTML."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from .html import Child, Element, code, element, heading, link, note, preview, table
from .operations import (
    PARAMETER_HEADER,
    ShownParameter,
    documentation_link,
    link_of,
    parameters_of,
    returned_type,
    said_of,
    url_of,
)
from .text import table_lines
from .types import type_text

if TYPE_CHECKING:
    from ..plan.operation import Operation
    from ..plan.resource_plan import ResourcePlan
    from .operations import Site


@attrs.frozen
class ShownOperation:
    """One operation of a collection or of its items.

    names: those of the methods that send it, as `list`, `page` and `stream` do. key: what stands
    before the name, `(sid).`, if it is called on an item. said: its docstring. link: where it is
    documented, unless that is the link of the whole collection.
    """

    names: tuple[str, ...]
    key: str
    request: str
    returns: str
    said: str
    link: str | None
    parameters: tuple[ShownParameter, ...]

    @property
    def call(self) -> str:
        """How it is called: `(sid).update(...) -> Ticket`."""
        required = [f"{each.name}=..." for each in self.parameters if each.is_required]
        optional = [] if len(required) == len(self.parameters) else ["..."]
        shown = ", ".join([*required, *optional])
        return f"{self.key}{'/'.join(self.names)}({shown}) -> {self.returns}"


@attrs.frozen(repr=False)
class Description:
    """What a collection has. It is shown as text at a prompt, and as HTML in a notebook.

    title: the repr of the collection. said: the docstring of its resource. link: where the
    resource is documented. fields: the names and types of the fields of its records. mounts: the
    names of what is below the collection, and below one of its items.
    """

    title: str
    said: str
    link: str | None
    operations: Sequence[ShownOperation]
    record: str
    fields: Sequence[tuple[str, str]]
    mounts: Sequence[str]

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield self.title
        yield from filter(None, (self.said, self.link))
        for each in self.operations:
            yield from ("", each.call, f"    {each.request}")
            yield from (f"    {line}" for line in each.said.splitlines())
            if each.link:
                yield f"    {each.link}"
            rows = [attrs.astuple(parameter) for parameter in each.parameters]
            yield from (f"    {line}" for line in table_lines(PARAMETER_HEADER, rows) if rows)
        if self.fields:
            yield from ("", f"Fields of {self.record}:")
            yield from (f"    {line}" for line in _aligned(self.fields))
        if self.mounts:
            yield from ("", "Below it:", *(f"    {each}" for each in self.mounts))
        yield from ("", AWAITED)

    def _repr_html_(self) -> str:
        return preview(*self._html_heading(), *map(_operation_html, self.operations), *self._rest())

    def overview(self) -> str:
        """The HTML of the operations without their parameters."""
        rows = [[code(each.call), code(each.request)] for each in self.operations]
        ask = note(code("describe()"), " has the parameters and the fields.")
        return preview(*self._html_heading(), table(("call", "request"), rows), ask)

    def _html_heading(self) -> Iterator[Child]:
        yield heading(code(self.title))
        if self.said:
            yield note(self.said)
        if self.link:
            yield note(link(self.link))

    def _rest(self) -> Iterator[Child]:
        if self.fields:
            rows = [[code(name), code(kind)] for name, kind in self.fields]
            title = element("summary", f"Fields of {self.record}")
            yield element("details", title, table((), rows))
        if self.mounts:
            yield note("Below it: ", code(", ".join(self.mounts)))
        yield note(AWAITED)


AWAITED = "Each call has an awaited form, such as create_async(); a stream is read by async for."


def _operation_html(operation: ShownOperation) -> Element:
    """An operation that is opened by a click, if it has parameters."""
    rows: list[list[Child]] = [
        [code(each.name), code(each.type), code(each.default), code(each.sent_as), each.said]
        for each in operation.parameters
    ]
    said = [operation.said, operation.link or ""]
    notes = [note(code(operation.request)), *(note(each) for each in said if each)]
    header = [each.lower() for each in PARAMETER_HEADER]
    parameters = [table(header, rows)] if rows else []
    return element("details", element("summary", code(operation.call)), *notes, *parameters)


def _aligned(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    width = max(len(name) for name, _ in pairs)
    return (f"{name:{width}}  {text}" for name, text in pairs)


def describe_operations(
    title: str,
    resource: type[Any],
    site: Site,
    operations: Iterable[Operation],
    *,
    beside: Iterable[str],
    below: Iterable[str],
) -> Description:
    """The description of a collection with these operations. Nothing is requested for it.

    title: its repr. beside: the names of what is mounted on the collection. below: those on its
    items.
    """
    plan: ResourcePlan = resource._plan
    key = f"({', '.join(plan.keys)})."
    documented = link_of(resource)
    said = inspect.cleandoc(resource.__doc__ or "").partition("\n\n")[0]

    def show(operation: Operation) -> ShownOperation:
        found = documentation_link(operation, resource)
        parameters = sorted(parameters_of(operation), key=lambda each: not each.is_required)
        return ShownOperation(
            names=("list", "page", "stream") if operation.result == "page" else (operation.name,),
            key=key if operation.scope == "item" else "",
            request=f"{operation.method} {url_of(operation, site)}",
            returns=returned_type(operation, resource),
            said=said_of(operation),
            link=found if found != documented else None,
            parameters=tuple(parameters),
        )

    ordered = sorted(operations, key=lambda each: each.scope == "item")
    return Description(
        title=title,
        said=" ".join(said.split()),
        link=documented,
        operations=[show(each) for each in ordered],
        record=resource.__name__,
        fields=[(name, type_text(each.kind)) for name, each in plan.fields.items()],
        mounts=[*(f".{each}" for each in beside), *(f"{key}{each}" for each in below)],
    )
