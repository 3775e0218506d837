"""Paths that end with a key: collections for each key, and verbs before the key of an item."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from ..read.operations import DocumentOperation
from .identifiers import python_name
from .path_tree import PathTree, Segment
from .results import Result
from .verbs import UPDATING, begins_with_verb


@attrs.frozen
class Call:
    """How an operation is called whose path ends with a key that is not that of an item.

    segments: the path of what it belongs to. verb: `list`, or the name of an action.
    belongs_to_item: whether this is an item.
    """

    segments: Sequence[Segment]
    verb: str
    belongs_to_item: bool


@attrs.frozen
class KeyedPaths:
    """Tells what paths with a key at their end are.

    paths: those of the document. mount_name: the name of a mount for a literal segment. result_of:
    the result of an operation, which may be a list. is_sure: whether a list is one for certain,
    since it has pages.
    """

    paths: PathTree
    mount_name: Callable[[str], str]
    result_of: Callable[[DocumentOperation, bool], Result]
    is_sure: Callable[[DocumentOperation], bool]

    def is_collection(self, segments: Sequence[Segment]) -> bool:
        """Whether a path is that of a collection for each key, and nothing is beside it.

        `/members/{team_id}` lists the members of a team, and `/items/{collection}/{id}` is one of
        the items of `/items/{collection}`.
        """
        *before, key = segments
        if not key.is_key or not before or before[-1].is_key or self.paths.methods_at(before):
            return False
        methods = self.paths.methods_at(segments)
        if not methods.keys() <= {"GET", "POST"} or not self._lists(methods.get("GET")):
            return False
        if not all(each.is_key for each in self.paths.below(before)):
            return False
        below = self.paths.below(segments)
        if below:
            return all(each.is_key for each in below)
        return set(methods) == {"GET"} or self.is_sure(methods["GET"])

    def _lists(self, operation: DocumentOperation | None) -> bool:
        return operation is not None and self.result_of(operation, True).kind == "list"

    def call(self, operation: DocumentOperation, segments: Sequence[Segment]) -> Call | None:
        """How an operation is called, if it is no operation of an item at its path.

        `/jobs/pause/{job_id}` is an action of a job, if `/jobs/{job_id}` is one, and of all jobs
        otherwise; so is `/jobs/log/{job_id}`, since its key says that it is about a job. A list
        beside which are other paths, such as `/notices/{team_id}` beside `/notices/view`, takes the
        key as a parameter.
        """
        methods = self.paths.methods_at(segments)
        if set(methods) != {operation.method} or self.paths.is_continued(segments):
            return None
        before, keys = _without_keys(segments)
        is_between = any(
            self.paths.methods_at([*before, *keys[:count]]) for count in range(1, len(keys))
        )
        if len(before) <= self.paths.hidden(operation, segments) or is_between:
            return None
        if operation.method == "GET" and self._lists(operation):
            is_only = "GET" not in self.paths.methods_at(before)
            return Call(before, "list", False) if is_only else None
        if len(keys) > 1:
            return None
        *before, word, key = segments
        has_parent = len(before) > self.paths.hidden(operation, segments)
        if not has_parent or len(self.paths.below([*before, word])) > 1:
            return None
        if self.paths.methods_at([*before, word]):
            return None
        name = self.mount_name(word.text)
        changes = operation.method in ("POST", "PUT", "PATCH") and name in UPDATING
        is_verb = changes or begins_with_verb(name)
        if not before[-1].is_key and self.paths.has_item([*before, key]):
            is_about_it = python_name(key.text) != "id"
            return Call([*before, key], name, True) if is_verb or is_about_it else None
        usual = ("fetch", "update", "delete") if before[-1].is_key else ("list", "create")
        if is_verb and name not in usual:  # these have a path without another key
            return Call(before, name, before[-1].is_key)
        return None


def _without_keys(segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """A path without the keys at its end, and these."""
    count = next(
        (index for index, each in enumerate(reversed(segments)) if not each.is_key), len(segments)
    )
    cut = len(segments) - count
    return [*segments[:cut]], [*segments[cut:]]
