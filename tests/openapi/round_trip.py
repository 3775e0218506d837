"""What changes when documents are imported, written again and imported once more.

    python -m tests.openapi.round_trip [DOCUMENT …]

Each document is imported into a package, `restmap openapi` writes documents of the package, and
these are imported into a second one. Without a document, resources.twilio is the first package. The
operations of both are compared by method and URL: their parameters, results, and the fields of
their records, with the models in them member by member. The names of models are not compared.
"""

from __future__ import annotations

import contextlib
import importlib
import re
import sys
import tempfile
import typing
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from resources.twilio.openapi import TwilioNaming
from restmap import as_written
from restmap.__main__ import main as run
from restmap.declare.annotations import is_union, plain_type
from restmap.declare.members import is_model, members_of
from restmap.declare.names import Naming
from restmap.describe.declared import Declared
from restmap.describe.routes import Route, find_routes
from restmap.importer import PlainNaming
from restmap.importer.read.operations import DocumentOperation

Place: TypeAlias = tuple[str, str, int]
"""The method and the URL of an operation, and its number among those of the same URL."""

Told: TypeAlias = Mapping[str, Any]
"""What is compared of an operation, by its name in messages."""

MAX_DEPTH = 4


def type_shape(kind: Any, naming: Naming = as_written, depth: int = 0) -> Any:
    """A type without the names of classes and without the order of its members."""
    plain, nullable = plain_type(kind)
    shape = _plain_shape(plain, naming, depth)
    return {"or null": shape} if nullable and plain not in (None, Any) else shape


def _plain_shape(plain: Any, naming: Naming, depth: int) -> Any:
    origin, arguments = typing.get_origin(plain) or plain, typing.get_args(plain)
    if origin is typing.Literal:
        return {"literal": sorted(map(repr, arguments))}
    if is_union(plain):
        return {"union": sorted((type_shape(each, naming, depth) for each in arguments), key=repr)}
    if hasattr(origin, "_plan"):
        return fields_of(origin, depth + 1)
    if is_model(origin):
        return _members_shape(origin, naming, depth + 1)
    if arguments:
        inner = [type_shape(each, naming, depth) for each in arguments]
        return {getattr(origin, "__name__", str(origin)): inner}
    return getattr(origin, "__name__", str(origin))


def _members_shape(model: Any, naming: Naming, depth: int) -> Any:
    if depth > MAX_DEPTH:
        return "…"
    return {
        member.wire_name(naming): (type_shape(member.kind, naming, depth), member.has_default)
        for member in members_of(model)
    }


def fields_of(resource: Any, depth: int = 0) -> Any:
    """The fields of the records of a resource, by wire name."""
    if depth > MAX_DEPTH:
        return "…"
    plan = resource._plan
    return {
        each.wire_name: type_shape(each.kind, plan.options.field_names, depth)
        for each in plan.fields.values()
        if each.spec.inside is None
    }


def operations_of(declared: Declared) -> dict[Place, Told]:
    """What is compared of each operation."""
    by_url: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for route in find_routes(declared):
        url = re.sub(r"\{[^}]*\}", "{}", route.url)
        by_url[route.operation.method, url].append(_told(route))
    # Operations of one URL may be in another order.
    return {
        (*place, number): told
        for place, several in by_url.items()
        for number, told in enumerate(sorted(several, key=repr))
    }


def _told(route: Route) -> Told:
    operation, options = route.operation, route.node.plan.options
    sent = options.member_names or options.parameter_names
    told: dict[str, Any] = {
        f"parameter {each.location} {each.wire_name if each.location != 'body' else ''}": (
            type_shape(each.kind, sent),
            each.required,
        )
        for each in operation.arguments.values()
        if each.location != "path"
    }
    if operation.whole_body is not None:
        whole = type_shape(operation.parameters[operation.whole_body].kind, sent)
        told["parameter body "] = (whole, False)
    told["envelopes"] = (operation.item, operation.body_item)
    if operation.result == "page":
        told["page"] = (type(operation.page_type).__name__, vars(operation.page_type))
    returned: Any = operation.returns
    if returned is None and operation.result in _OF_RECORDS:
        returned = route.node.resource
    # A record and a model with the same members are the same to a program.
    members = plain_type(returned)[0]
    if hasattr(members, "_plan"):
        fields = fields_of(members)
    elif is_model(members):
        shapes = _members_shape(members, options.field_names, 0)
        fields = {name: shape for name, (shape, _) in shapes.items()}
    else:
        fields, told["returns"] = {}, (operation.result, type_shape(returned, options.field_names))
    return told | {f"field {name}": kind for name, kind in fields.items()}


_OF_RECORDS = ("record", "records", "page")


def find_differences(
    before: Mapping[Place, Told], after: Mapping[Place, Told]
) -> Iterator[tuple[str, str]]:
    """Each difference between two packages, as its kind and a line of text."""
    for place in sorted(before.keys() | after.keys()):
        title = f"{place[0]} {place[1]}"
        first, second = before.get(place), after.get(place)
        if first is None or second is None:
            yield f"operation {'gone' if second is None else 'added'}", title
            continue
        for name in sorted(first.keys() | second.keys()):
            what = name.partition(" ")[0]
            if name not in second:
                yield f"{what} gone", f"{title}: {name}, {first[name]}"
            elif name not in first:
                yield f"{what} added", f"{title}: {name}, {second[name]}"
            elif first[name] != second[name]:
                yield f"{what} differs", f"{title}: {name}, {first[name]} → {second[name]}"


class TwilioPages(PlainNaming):
    """Plain names, with the page types that are Twilio's own, and the headers that it declares."""

    __module__ = "tests.openapi.round_trip"

    pages = TwilioNaming.pages
    sent_headers = TwilioNaming.sent_headers

    def body_name(self, operation: DocumentOperation) -> str | None:
        """Twilio's whole bodies have names of their own, which are not compared."""
        return "body" if operation.body is not None else None


def round_trip(document: Path | None, parent: str, number: int) -> Iterator[tuple[str, str]]:
    """The differences between what is imported of a document, and of what is written of that.

    parent: the package that both are imported into, below the current folder, which must be one
    that modules are imported from. number: in the names of the packages.
    """
    written = f"{parent}/written_{number}"
    first, second = f"{parent}.first_{number}", f"{parent}.second_{number}"
    if document is not None:
        run(["import", str(document.resolve()), "--into", first])
    else:
        first = "resources.twilio"
    naming: list[str] = []
    if document is None:
        naming = ["--naming", f"{TwilioPages.__module__}:{TwilioPages.__qualname__}"]
    run(["openapi", first, "--into", written])
    run(["import", written, "--into", second, *naming])
    importlib.invalidate_caches()
    return find_differences(operations_of(first), operations_of(second))


def main(arguments: list[str]) -> None:
    """Print the differences of each document, and their number by kind."""
    documents = [Path(one).absolute() for one in arguments] or [None]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        sys.path.insert(0, folder)
        for number, each in enumerate(documents):
            found = [*round_trip(each, "trips", number)]
            for kind, text in found:
                print(f"  {kind}: {text}")
            counts = Counter(kind for kind, _ in found).items()
            counted = ", ".join(f"{count} × {kind}" for kind, count in counts)
            print(f"{each.name if each else 'Twilio'}: {counted or 'no difference'}")


if __name__ == "__main__":
    main(sys.argv[1:])
