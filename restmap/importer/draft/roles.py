"""Roles: what each operation of a document is, by its path, its method and its response.

An operation is a verb of a record or of a collection, or an action with a name of its own. Its id
only names it where path, method and response leave a choice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import attrs

from ..read.alternatives import words_of_id
from ..read.documents import Document
from ..read.operations import DocumentOperation
from ..read.styles import fragment_of
from .common_pages import is_paged
from .identifiers import python_name
from .keyed_paths import KeyedPaths
from .path_tree import PathTree, Segment, Step
from .results import Result, find_record, find_result, is_empty_record
from .verbs import (
    CREATING,
    UPDATING,
    asks_or_does,
    begins_call,
    begins_with_verb,
    doing_verb,
    is_update,
    joining_verb,
    making_verb,
    own_word,
    stem_in,
    verb_words,
)
from .words import singular


@attrs.frozen
class Role:
    """What an operation is.

    steps: the mounts that lead to its resource. verb: create, list, fetch, update or delete, or the
    name of an action. belongs_to_item: whether it belongs to a record rather than to the
    collection. result: what its response is read as; None for what the verb usually returns.
    """

    steps: tuple[Step, ...]
    verb: str
    belongs_to_item: bool
    result: Result | None = None


class RoleFinder:
    """Finds the roles of the operations of one document.

    mount_name: the name of a mount for a literal segment of a path. prefix_of: the part of an
    operation's path that the prefix of its version has.
    """

    def __init__(
        self,
        document: Document,
        mount_name: Callable[[str], str],
        prefix_of: Callable[[DocumentOperation], str],
    ) -> None:
        self._document = document
        self._mount_name = mount_name
        self._prefix_of = prefix_of
        self._operations = [each for each in document.operations() if not each.problem]
        self._paths = PathTree(self._operations, mount_name, prefix_of)
        self._results: dict[tuple[str, str], Result] = {}
        self._keyed = KeyedPaths(self._paths, mount_name, self._result, self._is_sure)

    def find(self, operation: DocumentOperation) -> Role:
        """The role of an operation."""
        segments = self._paths.segments(operation.path)
        if operation.own_name:  # it is beside the plain one, whatever its placeholders are called
            segments = self._paths.segments(self._plain(operation).path)
        if self._is_flat and self._is_call(operation):
            return self._call_in_group(operation, segments)
        name = self._name_of_variant(operation)
        if name is None and self._is_word_of(segments):
            return self._action(operation, segments)
        if segments and segments[-1].is_key and not self._keyed.is_collection(segments):
            return self._of_item(operation, segments, name)
        plain = self._plain(operation)
        is_variant = name is not None and plain.variant != ""
        if not is_variant and self._is_action(plain, segments):
            return self._action(operation, segments, name)
        if name is None and self._is_list_of_group(operation, segments):
            result = self._result(operation, True)
            return Role(self._steps(operation, segments[:-1]), "list", False, result)
        verb = name or self._plain_verb(operation) or self._verb_of_literal(operation, segments)
        return Role(
            self._steps(operation, segments), verb, False, self._result(operation, verb == "list")
        )

    def _of_item(
        self, operation: DocumentOperation, segments: Sequence[Segment], name: str | None
    ) -> Role:
        """The role of an operation whose path ends with a key."""
        call = self._keyed.call(operation, segments) if name is None else None
        if call is not None:
            result = self._result(operation, call.verb == "list")
            steps = self._steps(operation, call.segments)
            return Role(steps, call.verb, call.belongs_to_item, result)
        verb = name or self._plain_verb(operation) or self._verb_of_item(operation, segments)
        return Role(
            self._steps(operation, segments), verb, True, self._result(operation, verb == "list")
        )

    @staticmethod
    def _plain_verb(operation: DocumentOperation) -> str | None:
        is_about_it = operation.method in ("HEAD", "OPTIONS")
        return operation.method.lower() if is_about_it else None

    def _steps(self, operation: DocumentOperation, segments: Sequence[Segment]) -> tuple[Step, ...]:
        return self._paths.steps(operation, segments, self._keyed.is_collection)

    # -- actions ----------------------------------------------------------------------------

    def _is_word_of(self, segments: Sequence[Segment]) -> bool:
        """Whether the last segment is a word after a colon or a dot, and no group of others."""
        if len(segments) < 2 or segments[-1].separator == "/":
            return False
        is_group = self._paths.is_continued(segments)
        return not is_group or begins_with_verb(self._mount_name(segments[-1].text))

    def _action(
        self, operation: DocumentOperation, segments: Sequence[Segment], name: str | None = None
    ) -> Role:
        """An action of what is before the last word of a path, which names it if nothing does."""
        before = segments[:-1]
        verb = name or stem_in(operation, self._mount_name(segments[-1].text))
        result = self._result(operation, verb == "list")
        if verb == "list" and result.kind != "list":
            verb = "list_"
        is_group = not before[-1].is_key and verb == "fetch"
        if is_group and (self._is_list(before) or self._is_list([*before, Segment("/", "list")])):
            verb = "get"  # a list has no `fetch` beside it
        return Role(self._steps(operation, before), verb, before[-1].is_key, result)

    @cached_property
    def _is_flat(self) -> bool:
        """Whether most paths are one word that says what is done, such as `/getUser`."""
        return 2 * sum(map(self._is_call, self._operations)) > len(self._operations)

    def _is_call(self, operation: DocumentOperation) -> bool:
        """Whether a path is one word that says what is done, and a tag says to what."""
        name = operation.path.removeprefix(self._prefix_of(operation)).strip("/")
        is_word = bool(re.fullmatch(r"[A-Za-z]\w*", name)) and bool(operation.tags)
        return is_word and begins_call(self._mount_name(name))

    def _call_in_group(self, operation: DocumentOperation, segments: Sequence[Segment]) -> Role:
        """An action of the group of its tag; a list has pages, and is a resource of the group."""
        prefix = self._prefix_of(operation)
        group = Step(self._mount_name(operation.tags[0]), f"{prefix}/", 0)
        name = self._mount_name(segments[-1].text)
        result = self._result(operation, True)
        if operation.method == "GET" and result.kind == "list":
            return Role((group, Step(name, operation.path, 0)), "list", False, result)
        return Role((group,), name, False, result)

    def _is_action(self, operation: DocumentOperation, segments: Sequence[Segment]) -> bool:
        """Whether the last word of a path is what the operation does to the things before it."""
        has_parent = len(segments) - self._paths.hidden(operation, segments) > 1
        is_alone = set(self._paths.methods_at(segments)) == {operation.method}
        if not has_parent or not is_alone or self._paths.is_continued(segments):
            return False
        words = verb_words(operation)
        name = self._mount_name(segments[-1].text)
        if operation.method == "GET":
            kind = self._result(operation, True).kind
            return kind in ("value", "text", "bytes", "nothing") or (
                kind == "record" and asks_or_does(name)
            )
        if operation.method == "DELETE":
            return begins_with_verb(name)
        if begins_with_verb(name) or (operation.method in ("PUT", "PATCH") and name in UPDATING):
            return True
        if operation.method == "POST":
            is_plural = "_" not in name and singular(name) != name
            return not (is_plural or (words[:1] and words[0] in CREATING))
        return operation.method in ("PUT", "PATCH") and words[:1] != [] and words[0] not in UPDATING

    def _name_of_variant(self, operation: DocumentOperation) -> str | None:
        """The name of an operation that its path does not tell apart from another one."""
        own_name = fragment_of(operation.variant) or operation.own_name
        if self._paths.is_only_one(operation):
            return None  # the method tells it apart
        if own_name:
            return python_name(own_name)
        if operation.variant and self._plain(operation).variant != operation.variant:
            words = words_of_id(operation)
            is_noun = singular(words[-1]) == singular(self._paths.noun(operation.path))
            return python_name("_".join(words[:-1] if is_noun and len(words) > 2 else words))
        return None

    def _plain(self, operation: DocumentOperation) -> DocumentOperation:
        """Of the variants of an operation, the one that the others are told apart from."""
        return self._paths.methods_at(self._paths.segments(operation.path))[operation.method]

    def _is_list_of_group(self, operation: DocumentOperation, segments: Sequence[Segment]) -> bool:
        """Whether a path is that of a list beside its items, `/tools/list`, and not `/tools`."""
        has_parent = len(segments) - self._paths.hidden(operation, segments) > 1
        if operation.method != "GET" or not has_parent or segments[-2].is_key:
            return False
        return (
            self._mount_name(segments[-1].text) == "list"
            and not self._paths.is_continued(segments)
            and "GET" not in self._paths.methods_at(segments[:-1])
            and self._result(operation, True).kind == "list"
        )

    # -- verbs ------------------------------------------------------------------------------

    def _verb_of_item(self, operation: DocumentOperation, segments: Sequence[Segment]) -> str:
        """The verb of an operation whose path ends with a key."""
        at_path = self._paths.methods_at(segments)
        methods = set(at_path)
        if operation.method == "GET":
            is_alone = methods == {"GET"} and not self._paths.is_continued(segments)
            is_list = is_alone and not self._is_list(segments[:-1])
            return "list" if is_list and self._result(operation, True).kind == "list" else "fetch"
        if operation.method == "POST":
            if "PUT" in methods and not is_update(operation):
                return own_word(operation) or self._create_of_item(segments)
            if not methods & {"GET", "PUT", "PATCH", "DELETE"}:
                return own_word(operation) or "update"
            return making_verb(operation) or "update"
        if operation.method == "PUT" and "POST" in methods and is_update(at_path["POST"]):
            return "replace"
        if operation.method == "PUT" and self._result(operation, False).kind == "nothing":
            return joining_verb(operation) or "update"
        return "delete" if operation.method == "DELETE" else "update"

    def _is_list(self, segments: Sequence[Segment]) -> bool:
        """Whether a path itself lists things."""
        got = self._paths.methods_at(segments).get("GET")
        return got is not None and self._result(got, True).kind == "list"

    def _create_of_item(self, segments: Sequence[Segment]) -> str:
        """The name of a POST that makes the item of its path; `create` makes one without a key."""
        return "post" if "POST" in self._paths.methods_at(segments[:-1]) else "create"

    def _verb_of_literal(self, operation: DocumentOperation, segments: Sequence[Segment]) -> str:
        """The verb of an operation whose path ends with a word."""
        methods = self._paths.methods_at(segments)
        is_list = self._is_list(segments)
        is_record = "GET" in methods and not is_list
        has_items = self._paths.has_items(segments)
        if operation.method == "GET":
            return "list" if is_list else "fetch"
        if operation.method == "POST":
            if is_record and not has_items and not methods.keys() & {"PUT", "PATCH"}:
                verb = making_verb(operation)
                return verb if verb and verb != self._paths.noun(operation.path) else "update"
            is_keyed = any(each.is_key for each in segments[-1:])  # the collection for this key
            return "create" if is_keyed else self._joins(operation, methods) or "create"
        is_whole = is_list or (has_items and not is_record)
        if operation.method == "DELETE":
            if _needs_parameters(operation) and not is_record:
                verb = doing_verb(operation)
                return verb if verb and verb != self._paths.noun(operation.path) else "delete"
            return "delete_all" if is_whole else "delete"
        is_one = _needs_query(operation) or self._is_about_one(operation)
        if not is_whole or is_one:
            return (doing_verb(operation) if is_whole else None) or "update"
        word = "replace_all" if operation.method == "PUT" else "update_all"
        return doing_verb(operation) or word

    def _is_about_one(self, operation: DocumentOperation) -> bool:
        """Whether an operation's id and its request body are about one of several things, which
        the path does not say."""
        noun = self._paths.noun(operation.path)
        words = words_of_id(operation)
        is_one = words[-1:] == [singular(noun).rpartition("_")[2]] and singular(noun) != noun
        return is_one and _needs_parameters(operation)

    def _joins(
        self, operation: DocumentOperation, methods: Mapping[str, DocumentOperation]
    ) -> str | None:
        """The verb of an operation by POST that creates nothing, but joins things that exist: its
        response is no record of the list beside it."""
        verb = joining_verb(operation)
        result = self._result(operation, True)
        if verb is None or result.kind != "record":
            return verb if result.kind in ("nothing", "list") else None
        listed = self._result(methods["GET"], True) if "GET" in methods else result
        component = self._document.component
        record, sent = component(listed.schema), operation.body
        is_sent = sent is not None and record is not None and component(sent.schema) == record
        return verb if record != component(result.schema) and not is_sent else None

    # -- results ----------------------------------------------------------------------------

    def _result(self, operation: DocumentOperation, may_be_list: bool) -> Result:
        """The result of an operation; of a record where it cannot be a list."""
        key = (operation.method, operation.path + operation.variant)
        if key not in self._results:
            self._results[key] = self._find_result(operation)
        result = self._results[key]
        if result.kind == "list" and not may_be_list:
            return find_record(
                self._document, operation, self._paths.noun_of_record(operation.path)
            )
        return result

    def _is_sure(self, operation: DocumentOperation) -> bool:
        """Whether a list is one for certain, since it has pages."""
        return is_paged(self._document, operation, self._result(operation, True))

    def _find_result(self, operation: DocumentOperation) -> Result:
        segments = self._paths.segments(operation.path)
        noun = self._paths.noun_of_record(operation.path)
        result = find_result(self._document, operation, noun)
        # The path of a list seldom ends with a key; an order has items, and is no list.
        is_key = bool(segments) and segments[-1].is_key
        is_doubtful = is_key and not any(each.is_key for each in self._paths.below(segments))
        if result.path and is_doubtful and not is_paged(self._document, operation, result):
            result = find_record(self._document, operation, noun)
        if operation.method == "DELETE" and is_empty_record(self._document, result):
            return Result("nothing")
        return result


def _needs_query(operation: DocumentOperation) -> bool:
    """Whether a query says what an operation is about."""
    return any(each.required for each in operation.parameters_in("query"))


def _needs_parameters(operation: DocumentOperation) -> bool:
    """Whether an operation says in its parameters what it is about."""
    return any(each.required for each in operation.parameters_in("query", "json", "form", "body"))
