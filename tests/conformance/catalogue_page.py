"""The page `docs/catalogue.md`, out of what the documents, Prism and twilio-python say.

    make catalogue-table

writes it; a conformance test compares it with what its own run gives.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from importlib.metadata import version

from attrs import frozen

from .differences import DIFFERENCES, REFUSED
from .judge import Judge
from .nested_objects import nested_objects
from .openapi import HERE, Document, operations
from .outcomes import NOT_READ, PARAMETERS_BEYOND, Outcome, Outcomes
from .recording_server import RecordingServer
from .twilio_documents import documents, package_version

PAGE = HERE.parents[1] / "docs/catalogue.md"

HEAD = """# The catalogue of Twilio

{count} operations in {documents} documents: all that Twilio documents in `@twilio/cli-core`
{package}. This page is written by `make catalogue-table`, which makes two requests for each
operation, one with every parameter and one with the required ones alone. `make conformance` fails
where the page and its own run differ. One document is left out, content_sdk: all that is in it is
in content_v1 as well. So is the domain `webhooks` of twilio-python, and a few of its other
resources: no document of the package has them.

- *operations*: in Twilio's OpenAPI document.
- *declared*: `resources.twilio` has the operation, with the document's parameters and no others.
- *accepted*: [Prism](https://github.com/stoplightio/prism) finds both requests right by Twilio's
  document, and takes them for this operation.
- *equal*: twilio-python {twilio}, called by the same names with the same arguments, makes the same
  two requests: method, host, path, query, header parameters, form or JSON.

What is neither accepted nor equal is named below the table, with the reason."""


@frozen
class Row:
    """The counts of one version."""

    domain: str
    version: str
    outcomes: tuple[Outcome, ...]

    @property
    def counts(self) -> tuple[int, int, int, int]:
        return (
            len(self.outcomes),
            sum(each.is_declared for each in self.outcomes),
            sum(each.is_accepted for each in self.outcomes),
            sum(each.is_equal for each in self.outcomes),
        )


def page(outcomes: Sequence[Outcome], documents: Iterable[Document]) -> str:
    """The text of the page."""
    head = HEAD.format(
        count=f"{len(outcomes):,}",
        documents=sum(1 for each in documents if operations(each)),
        package=package_version(),
        twilio=version("twilio"),
    )
    parts = [
        head,
        table(rows_of(outcomes)),
        *nested(),
        *beyond(),
        *not_read(),
        *refused(outcomes),
        *different(outcomes),
    ]
    return "\n\n".join(parts) + "\n"


def rows_of(outcomes: Iterable[Outcome]) -> list[Row]:
    """A row for each version, by the names that a client has for it."""
    found: dict[tuple[str, str], list[Outcome]] = {}
    for each in outcomes:
        found.setdefault(place_of(each), []).append(each)
    return [Row(*place, tuple(found[place])) for place in sorted(found)]


def place_of(outcome: Outcome) -> tuple[str, str]:
    """Domain and version; for what the client has not, the document in brackets."""
    if outcome.route is None:
        return f"({outcome.operation.id.partition('.')[0]})", ""
    domain, *version = outcome.route.node.site.expression.split(".")[1:]
    return domain, "".join(version)


def table(rows: Sequence[Row]) -> str:
    total = Row("total", "", tuple(outcome for row in rows for outcome in row.outcomes))
    lines = [
        "| domain | version | operations | declared | accepted | equal |",
        "|---|---|--:|--:|--:|--:|",
    ]
    for row in rows:
        counts = " | ".join(f"{each:,}" for each in row.counts)
        lines.append(f"| `{row.domain}` | {f'`{row.version}`' if row.version else ''} | {counts} |")
    counts = " | ".join(f"**{each:,}**" for each in total.counts)
    return "\n".join([*lines, f"| **total** | | {counts} |"])


def nested() -> list[str]:
    """How many nested objects have a type, and which have none."""
    found = nested_objects()
    text = (
        f"Of {found.used:,} properties that are objects with properties of their own, or lists or "
        f"mappings of such, {found.typed:,} have an exact type in the records and parameters. "
        f"{found.unused} others are in components that no operation uses."
    )
    names = [bullet(f"`{name}`: {reason}.") for name, reason in map(_named, found.untyped)]
    return ["## Nested objects", filled(text), "\n".join(names)]


def _named(line: str) -> tuple[str, str]:
    name, _, reason = line.partition(": ")
    return name.replace("twilio_", "").replace(", ", "."), reason


def beyond() -> list[str]:
    names = [
        bullet(f"`{name}` of `{operation}`: {reason}.")
        for (operation, name), reason in PARAMETERS_BEYOND.items()
    ]
    return ["## Declared beyond the documents", "\n".join(names)]


def not_read() -> list[str]:
    named = ", ".join(f"`{each}`" for each in NOT_READ)
    reason = (
        "A delete returns True, as it does in twilio-python, whatever its response has: for these "
        f"the document has a message, or where to ask what becomes of it. {named}."
    )
    return ["## Responses that are not read", filled(reason)]


def refused(outcomes: Iterable[Outcome]) -> list[str]:
    """Every request that Prism refuses."""
    found = [
        bullet(f"`{each.operation}`, {request}: {REFUSED[each.operation.id, request][0]}.")
        for each in outcomes
        for request, reasons in each.reasons.items()
        if reasons
    ]
    return ["## Not accepted", "\n".join(found)] if found else []


def different(outcomes: Iterable[Outcome]) -> list[str]:
    """Every difference, and every operation that has it."""
    unequal = [each.operation.id for each in outcomes if not each.is_equal]
    parts = ["## Different from twilio-python"]
    for difference in DIFFERENCES:
        count = sum(difference.is_named(each) for each in unequal)
        named = ", ".join(phrase(each, unequal) for each in difference.operations)
        parts += [
            f"### {difference.title}",
            filled(difference.reason),
            filled(f"{count} operations: {named}." if count > 1 else f"One operation: {named}."),
        ]
    return parts


def phrase(pattern: str, unequal: Iterable[str]) -> str:
    """The name of an operation, or how many of a document there are."""
    document, _, name = pattern.partition(".")
    if name != "*":
        return f"`{pattern}`"
    return f"the {sum(fnmatch(each, pattern) for each in unequal)} of `{document}`"


def filled(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, 98, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )


def bullet(text: str) -> str:
    return filled(f"- {text}", "  ")


def main() -> None:
    every = documents()
    with Judge(every.values()) as judge, RecordingServer() as server:
        outcomes = Outcomes(judge, server)
        found = [outcomes.of(each) for name in every for each in operations(every[name])]
        outcomes.close()
    PAGE.write_text(page(found, every.values()))


if __name__ == "__main__":
    main()
