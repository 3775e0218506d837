"""Record types: which objects of a version are records of its resources.

An object of a response that is the record of a resource is written as that resource, wherever it
stands. It is if it is the same component, and if the resource is what the component is about: a
list of other things may have the same records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import attrs

from ...declare.names import snake_case
from ..read.documents import Document
from ..read.operations import component_name, placeholders
from .expressions import ResourceType
from .naming import PlainNaming
from .tree import ResourceNode
from .words import singular

AreEqual: TypeAlias = Callable[[tuple[Document, Any], tuple[Document, Any]], bool]
"""Whether two schemas, each with its document, say the same."""


@attrs.frozen(eq=False)
class Candidate:
    """A resource whose records an object may be.

    kind: its type. schemas: those of its records, each with its document; that of the record itself
    comes first, before those of other operations.
    """

    node: ResourceNode
    kind: ResourceType
    schemas: Sequence[tuple[Document, Any]]

    def components(self) -> Iterator[tuple[Document, str, Any]]:
        """The components that its records are, each with its schema."""
        for document, schema in self.schemas:
            component = document.component(schema)
            if component is not None:
                yield document, component, schema


class RecordTypes:
    """The resources of one version by the components that their records are.

    Of several resources with the same records, that with the shortest path is the type. None is, if
    several are as good.
    """

    def __init__(
        self, candidates: Sequence[Candidate], naming: PlainNaming, are_equal: AreEqual
    ) -> None:
        self._naming = naming
        self._are_equal = are_equal
        names = [each.kind.name for each in candidates]
        found: dict[tuple[int, str], dict[int, tuple[Candidate, Any]]] = defaultdict(dict)
        for each in candidates:
            if names.count(each.kind.name) == 1:
                for document, component, schema in each.components():
                    found[id(document), component].setdefault(id(each), (each, schema))
        self._types = {
            key: self._best(key[1], [*by_resource.values()]) for key, by_resource in found.items()
        }

    @property
    def names(self) -> set[str]:
        """The names of the resources that are types of objects."""
        return {each.name for each in self._types.values() if each is not None}

    def find(self, document: Document, schema: Any) -> ResourceType | None:
        """The resource whose record an object is; None for any other object."""
        component = document.component(schema)
        return self._types.get((id(document), component)) if component is not None else None

    def _best(
        self, component: str, candidates: Sequence[tuple[Candidate, Any]]
    ) -> ResourceType | None:
        ranked = [
            (self._rank(each, schema), each)
            for each, schema in candidates
            if self._is_about(each, component, schema)
        ]
        ranked.sort(key=lambda pair: pair[0])
        is_clear = len(ranked) == 1 or (ranked and ranked[0][0] < ranked[1][0])
        return ranked[0][1].kind if is_clear else None

    def _rank(self, candidate: Candidate, schema: Any) -> tuple[int, bool]:
        node = candidate.node
        above = len(placeholders(node.path)) - node.item_keys
        return above, not _is_own_record(candidate, schema)

    def _is_about(self, candidate: Candidate, component: str, schema: Any) -> bool:
        """Whether a resource is what a component is about, by its operations and its name.

        What can be fetched by a key is. So is what can be changed, or has the record in another
        operation, if the component has its name; and what can only be listed, if both have the same
        name.
        """
        node = candidate.node
        verbs = {each.verb for each in node.operations if node.is_item_operation(each)}
        is_own = _is_own_record(candidate, schema)
        if is_own and node.item_keys and "fetch" in verbs:
            return True
        plain = snake_case(self._naming.model_names(component_name(component))[0])
        words = [*map(singular, plain.split("_"))]
        noun = [*map(singular, node.name.strip("_").split("_"))]
        if verbs and _has_inside(words, noun):
            return is_own or self._fits(candidate, schema)
        path = [singular(word) for step in node.steps for word in step.name.split("_")]
        return is_own and (candidate.kind.name == plain or path[-len(words) :] == words)

    def _fits(self, candidate: Candidate, schema: Any) -> bool:
        """Whether the properties of an object are those of the record itself, where it has them."""
        document, own = candidate.schemas[0]
        given = next(each for each in candidate.schemas if each[1] is schema)
        usual = document.properties(own)
        return all(
            self._are_equal((document, usual[name]), (given[0], each))
            for name, each in given[0].properties(schema).items()
            if name in usual
        )


def _is_own_record(candidate: Candidate, schema: Any) -> bool:
    """Whether an object is the record itself, and not only that of some operations."""
    document, own = candidate.schemas[0]
    return document.component(own) == document.component(schema)


def _has_inside(words: Sequence[str], part: Sequence[str]) -> bool:
    """Whether some words have others inside, in their order and without a gap."""
    length = len(part)
    return any([*words[at : at + length]] == [*part] for at in range(len(words) - length + 1))
