"""The report of an import, as it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from ..describe.changes import Change
from .draft.nested_objects import NestedObjects


@attrs.frozen
class Report:
    """The result of an import.

    operations: the number of operations in the documents. problems: one line for each operation
    that is left out, with the reason; the others are declared. written, removed: the files of the
    package that changed or, with only_check, that would change. kept: files of the user, which stay
    as they are. differences: the differences between these and the documents. findings: departures
    of the documents from the OpenAPI specification. remarks: one line for each operation that is
    declared and not all of what the document may mean. client_problems: what a user must know of
    the client. changes: what is different for a program since the earlier import; changes_problem:
    why this is not known. nested: the objects inside objects, and which of them have no exact type.
    """

    operations: int
    problems: Sequence[str]
    written: Sequence[str]
    removed: Sequence[str]
    kept: Sequence[str]
    differences: Sequence[str]
    findings: Sequence[str]
    nested: NestedObjects = attrs.field(factory=NestedObjects)
    remarks: Sequence[str] = ()
    client_problems: Sequence[str] = ()
    changes: Sequence[Change] = ()
    changes_problem: str | None = None
    only_check: bool = False

    @property
    def declared(self) -> int:
        """The number of operations that can be called through the written client."""
        return self.operations - len(self.problems)

    @property
    def exit_status(self) -> int:
        """0 if every operation is declared; 1 if one is left out, or a file would change; 3 if a
        change would be breaking."""
        if self.only_check and any(each.is_breaking for each in self.changes):
            return 3
        would_change = self.only_check and bool(self.written or self.removed)
        return int(bool(self.problems) or would_change)

    def text(self, verbose: bool = False) -> str:
        """The report as text. verbose: list every finding instead of their number."""
        lines = [*self._lines(), *self._findings(verbose)]
        # A document may contain lone surrogates, which cannot be encoded.
        return "\n".join(lines).encode(errors="backslashreplace").decode()

    def _lines(self) -> Iterator[str]:
        would = "would be " if self.only_check else ""
        yield (
            f"{self.declared} of {self.operations} operations are declared, "
            f"{len(self.problems)} left out; {len(self.written)} files {would}written, "
            f"{len(self.removed)} removed, {len(self.kept)} kept as they are."
        )
        if self.nested.used:
            yield self._nested_line()
        for each in self.changes:
            yield f"breaking: {each.text}" if each.is_breaking else f"change:   {each.text}"
        if self.changes_problem is not None:
            yield (
                "changes:  they are not known, since the earlier import cannot be loaded: "
                f"{self.changes_problem}"
            )
        if self.only_check:
            yield from (f"would write:  {each}" for each in self.written)
            yield from (f"would remove: {each}" for each in self.removed)
        yield from (f"left out: {each}" for each in self.problems)
        yield from (f"note:     {each}" for each in self.remarks)
        yield from (f"client:   {each}" for each in self.client_problems)
        yield from (f"untyped:  {each}" for each in self.nested.untyped)
        yield from (f"kept:     {each}, which `restmap import` did not write" for each in self.kept)
        yield from (f"differs:  {each}" for each in self.differences)

    def _nested_line(self) -> str:
        nested = self.nested
        unused = f"; {nested.unused} others are in no operation" if nested.unused else ""
        return f"{nested.typed} of {nested.used} nested objects have an exact type{unused}."

    def _findings(self, verbose: bool) -> Iterator[str]:
        if verbose:
            yield from (f"warning:  {each}" for each in self.findings)
        elif self.findings:
            count = len(self.findings)
            places = "place" if count == 1 else "places"
            yield (
                f"warning:  the documents depart from the specification in {count} {places}; "
                "--verbose lists them."
            )
