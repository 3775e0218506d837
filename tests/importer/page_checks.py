"""Whether the lists of a package have the page types that its OpenAPI documents describe.

    python -m tests.importer.page_checks PACKAGE DOCUMENT …

Of each list, the parameters that its page type sends must be parameters of the operation, of a
fitting type, and none that the first request lacks may be required. What the page type writes of a
page (the records, tokens, links and counts, each at its place) must be in the schema of the
response. A list of one page whose operation speaks of pages is shown as well: it may be one that
cannot be told.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from restmap import ArrayPage, PageContent, PageType, Response
from restmap.describe.routes import Route, find_routes
from restmap.importer.importing import read_documents
from restmap.importer.read.documents import Document
from restmap.importer.read.operations import DocumentOperation, shape
from restmap.importer.read.servers import split_host


class SampleRecord(dict[str, str]):
    """Stands for a record; it has every key."""

    def __missing__(self, key: str) -> str:
        return "1"


RECORD = SampleRecord({"a record": ""})
SPEAKS_OF_PAGES = re.compile(
    r"page|offset|cursor|(^|_)after|(^|_)before|next|has_more|per_page|continu|marker",
    re.IGNORECASE,
)


@attrs.frozen
class Checked:
    """The lists of a package.

    paged, single: how many have several pages, and one. missed: those with one, of operations that
    speak of pages. wrong: what does not fit.
    """

    paged: int
    single: int
    missed: Sequence[str]
    wrong: Sequence[str]

    @property
    def share(self) -> float:
        """The share of lists that are not missed and not wrong."""
        lists = self.paged + self.single
        return 1 - (len(self.missed) + len(self.wrong)) / lists if lists else 1.0


def check_pages(package: str, documents: Sequence[Document]) -> Checked:
    """Check the lists of a package against the documents that it was imported from."""
    described = {address_of(each): (document, each) for document, each in operations(documents)}
    paged = single = 0
    missed: list[str] = []
    wrong: list[str] = []
    for route in find_routes(package):
        page = route.operation.page_type
        if route.operation.result != "page" or page is None:
            continue
        url = shape(route.url.removeprefix("https://"))
        found = described.get((route.operation.method, url))
        if found is None:
            wrong.append(f"{route.call} ({url}): no document has it")
            continue
        document, operation = found
        problems = list(problems_of(page, route, document, operation))
        wrong += [f"{operation.title}: {type(page).__name__}: {each}" for each in problems]
        if type(page) is not ArrayPage:
            paged += 1
            continue
        single += 1
        said = [each for each in words_of(document, operation) if SPEAKS_OF_PAGES.search(each)]
        if said:
            missed.append(f"{operation.title}: one page, beside {', '.join(said)}")
    return Checked(paged, single, missed, wrong)


def operations(documents: Sequence[Document]) -> Iterator[tuple[Document, DocumentOperation]]:
    for document in documents:
        for each in document.operations():
            if each.problem is None:
                yield document, each


def address_of(operation: DocumentOperation) -> tuple[str, str]:
    """The method, and the URL without the scheme and the names of parameters."""
    host, path = split_host(operation.server)
    return operation.method, shape(host + path + operation.path)


# -- parameters -----------------------------------------------------------------------------------


def parameters_of(document: Document, operation: DocumentOperation) -> dict[str, tuple[Any, bool]]:
    """The schemas of the parameters, and whether they are required.

    By wire name, or by dotted path in a JSON body.
    """
    found: dict[str, tuple[Any, bool]] = {}
    for each in operation.parameters_in("query", "form", "json"):
        found[each.name] = document.merged(each.schema), each.required
        if each.location == "json":
            for name, schema in document.properties(each.schema).items():
                found[f"{each.name}.{name}"] = document.merged(schema), False
    return found


def kinds_of(document: Document, schema: Any) -> set[str]:
    """The JSON types of a schema; empty where it allows any value."""
    view = document.merged(schema)
    given: Any = view.get("type", [])
    kinds = {given} if isinstance(given, str) else set(given)
    for each in (*view.get("oneOf", ()), *view.get("anyOf", ())):
        kinds |= kinds_of(document, each)
    return kinds - {"null"}


def problems_of(
    page: PageType, route: Route, document: Document, operation: DocumentOperation
) -> Iterator[str]:
    """What does not fit, in words."""
    parameters = parameters_of(document, operation)
    numbers = {"integer", "number"}
    sent = {
        page.page_size: numbers,
        # Beside a token, the number of a page is sent only if a program gives it.
        page.page_number if page.page_token is None else None: numbers,
        page.page_offset: numbers,
        page.page_token: {"string", "integer", "number"},
    }
    for name, fitting in sent.items():
        if name is None:
            continue
        if name not in parameters:
            yield f"there is no parameter {name}"
            continue
        schema, required = parameters[name]
        kinds = kinds_of(document, schema)
        if kinds and not kinds & fitting:
            yield f"the parameter {name} is {', '.join(sorted(kinds))}"
        if required and name not in {each.wire_name for each in route.operation.arguments.values()}:
            yield f"the parameter {name} is required, and the first request lacks it"
        maximum = schema.get("maximum")
        if name == page.page_size and maximum is not None and page.max_page_size > maximum > 0:
            yield f"{page.max_page_size} is more than the maximum of {name}, {maximum}"
    yield from problems_of_response(page, document, operation)


# -- the response ---------------------------------------------------------------------------------


def problems_of_response(
    page: PageType, document: Document, operation: DocumentOperation
) -> Iterator[str]:
    """What the page type writes, and the response of the document lacks."""
    url = "https://api.example/records?" + "&".join(
        f"{name}=1" for name in (page.page_token, page.page_number, page.page_offset) if name
    )
    # Some page types read the name of the array in the response itself.
    arrays = [
        name
        for name, each in document.properties(operation.response).items()
        if kinds_of(document, each) == {"array"}
    ]
    key = arrays[0] if len(arrays) == 1 else "records"
    written = page.write(PageContent([RECORD], url, url, total=1), key, url)
    if isinstance(written, Response):
        declared = {each.lower() for each in operation.response_headers}
        for name in written.headers:
            if name.lower() not in {"content-type", *declared}:
                yield f"the response has no header {name}"
        written = json.loads(written.body)
    for place, problem in missing(document, operation.response, written, ""):
        yield f"the response has {problem} at {place or 'its beginning'}"


def missing(document: Document, schema: Any, value: Any, place: str) -> Iterator[tuple[str, str]]:
    """The places of a value that a schema does not have."""
    kinds = kinds_of(document, schema)
    if value == RECORD:
        return
    if isinstance(value, Mapping):
        properties = document.properties(schema)
        for name, inner in value.items():
            path = f"{place}.{name}".lstrip(".")
            if name not in properties:
                yield path, "nothing"
            else:
                yield from missing(document, properties[name], inner, path)
    elif isinstance(value, list):
        items = document.merged(schema).get("items", {})
        if kinds != {"array"}:
            yield place, f"{', '.join(sorted(kinds)) or 'no array'}"
        else:
            yield from missing(document, items, value[0], f"{place}[]")
    elif kinds and not kinds & FITTING[type(value)]:
        yield place, ", ".join(sorted(kinds))


FITTING = {
    bool: {"boolean"},
    int: {"integer", "number", "string"},
    str: {"string", "integer", "number"},
    type(None): {"string", "integer", "number", "boolean"},
}


def words_of(document: Document, operation: DocumentOperation) -> list[str]:
    """The names of the parameters, and of the scalars that stand beside the records."""
    names = [*parameters_of(document, operation)]
    for name, schema in document.properties(operation.response).items():
        kinds = kinds_of(document, schema)
        if kinds != {"array"}:
            names += [name, *(f"{name}.{each}" for each in document.properties(schema))]
    return names


def main(package: str, *paths: str) -> int:
    """Print what was found; 1 if a page type does not fit."""
    checked = check_pages(package, read_documents(list(map(Path, paths))))
    for each in checked.wrong:
        print(f"wrong:  {each}")
    for each in checked.missed:
        print(f"missed: {each}")
    print(
        f"{checked.paged + checked.single} lists, {checked.paged} of several pages; "
        f"{len(checked.wrong)} wrong, {len(checked.missed)} missed: {checked.share:.1%} right"
    )
    return 1 if checked.wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
