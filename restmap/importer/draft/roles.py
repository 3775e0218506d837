"""Roles: what each operation of a document is, by its path, its method and its response.

An operation is a verb of a record or of a collection, or an action with a name of its own. Its id
only names it where path, method and response leave a choice.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import attrs

from ..read.alternatives import words_of_id
from ..read.documents import Document
from ..read.operations import DocumentOperation
from ..read.styles import fragment_of
from .common_pages import is_paged
from .identifiers import python_name
from .results import Result, find_record, find_result
from .words import plural, singular


@attrs.frozen
class Step:
    """One mount between a version and a resource.

    name: the name of the mount. path: the path in the document up to this mount, with its keys.
    keys: the number of path parameters that are keys of this mount.
    """

    name: str
    path: str
    keys: int


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


@attrs.frozen
class Segment:
    """A piece of a path: a literal or placeholders, with the separator before it."""

    separator: str
    text: str

    @property
    def is_key(self) -> bool:
        """Whether a value fills it."""
        return "{" in self.text


_CREATE = frozenset({"create", "add", "new", "insert"})
_UPDATE = frozenset(
    {"update", "edit", "modify", "set", "replace", "put", "patch", "change", "post"}
)
_VERBS = (_CREATE | _UPDATE | {"remove", "delete", "send", "get"}) - {"new", "post"}
_NO_NAMES = _CREATE | _UPDATE | {"get", "list", "fetch", "delete", "remove", "api", "v1", "v2"}
_FILE_SUFFIX = re.compile(r"\.(json|xml|csv|pdf|html?|txt|ya?ml|zip|js|rss|atom|ics|php|md|\d.*)$")


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
        self._results: dict[tuple[str, str], Result] = {}

    def find(self, operation: DocumentOperation) -> Role:
        """The role of an operation."""
        segments = self._segments(operation.path)
        if operation.own_name:  # it is beside the plain one, whatever its placeholders are called
            segments = self._segments(self._plain(operation).path)
        if self._is_flat and self._is_call(operation):
            return self._call_in_group(operation, segments)
        name = self._name_of_variant(operation)
        if name is None and len(segments) > 1 and segments[-1].separator != "/":
            return self._action(operation, segments)
        is_item = bool(segments) and segments[-1].is_key
        verb = name
        if verb is None and operation.method in ("HEAD", "OPTIONS"):
            verb = operation.method.lower()
        plain = self._plain(operation)
        is_variant = name is not None and plain.variant != ""
        if not is_item and not is_variant and self._is_action(plain, segments):
            return self._action(operation, segments, name)
        if verb is None:
            find = self._verb_of_item if is_item else self._verb_of_literal
            verb = find(operation, segments)
        result = self._result(operation, verb == "list")
        return Role(self._steps(operation, segments), verb, is_item, result)

    # -- paths ------------------------------------------------------------------------------

    def _segments(self, path: str) -> list[Segment]:
        """The segments of a path; an empty one, as after a slash at the end, is left out.

        A word after a colon or a dot, as in `/tools/{id}:run` or `/chat.postMessage`, is a segment
        of its own.
        """
        words = [each for each in path.split("/") if each]
        segments = [Segment("/", each) for each in words[:-1]]
        for last in words[-1:]:
            head, colon, word = last.rpartition(":")
            if colon and head and re.fullmatch(r"[A-Za-z_]\w*", word):
                segments += [Segment("/", head), Segment(":", word)]
            elif last in self._dotted:
                first, *others = last.split(".")
                segments += [Segment("/", first), *(Segment(".", each) for each in others)]
            else:
                segments.append(Segment("/", last))
        return segments

    @cached_property
    def _dotted(self) -> frozenset[str]:
        """The last segments of paths that are words with dots between them: `chat.postMessage`."""
        inner = {word for each in self._operations for word in each.path.split("/")[:-1]}
        last = {each.path.rpartition("/")[2] for each in self._operations}
        return frozenset(
            each
            for each in last - inner
            if re.fullmatch(r"[A-Za-z]\w*(\.[A-Za-z]\w*)+", each) and not _FILE_SUFFIX.search(each)
        )

    @cached_property
    def _methods(self) -> dict[str, dict[str, DocumentOperation]]:
        """The operations at each path, by method; of variants of one URL, the plain one."""
        methods: dict[str, dict[str, DocumentOperation]] = {}
        for each in sorted(self._operations, key=lambda each: each.variant + each.own_name != ""):
            at_path = methods.setdefault(self._key(self._segments(each.path)), {})
            at_path.setdefault(each.method, each)
        return methods

    @cached_property
    def _continued(self) -> frozenset[str]:
        """The beginnings of paths, each of which at least one path continues."""
        return frozenset(
            self._key(segments[:count])
            for each in self._operations
            for segments in [self._segments(each.path)]
            for count in range(1, len(segments))
        )

    @cached_property
    def _with_items(self) -> frozenset[str]:
        """The beginnings of paths that a placeholder continues."""
        return frozenset(
            self._key(segments[:count])
            for each in self._operations
            for segments in [self._segments(each.path)]
            for count in range(1, len(segments))
            if segments[count].is_key and not segments[count - 1].is_key
        )

    @staticmethod
    def _key(segments: Iterable[Segment]) -> str:
        """A path without the names of its placeholders and without a slash at its end."""
        return "".join(each.separator + re.sub(r"\{[^{}]*\}", "{}", each.text) for each in segments)

    def _steps(self, operation: DocumentOperation, segments: Sequence[Segment]) -> tuple[Step, ...]:
        """The mounts that lead to a path: one for each literal segment, with the keys after it."""
        count = self._hidden(operation, segments)
        path = "".join(each.separator + each.text for each in segments[:count])
        steps: list[Step] = []
        for index, each in enumerate(segments[count:], count):
            own = each.text.count("{")
            has_operations = self._key(segments[:index]) in self._methods
            path += each.separator + each.text
            if own and steps and not (steps[-1].keys and has_operations):
                last = steps[-1]
                steps[-1] = Step(last.name, path, last.keys + own)
            else:
                steps.append(Step(self._name_of(each), path, own))
        if not steps:
            return (Step("root", path or "/", 0),)
        is_whole = self._key(segments) == self._key(self._segments(operation.path))
        if is_whole and operation.path.endswith("/"):
            steps[-1] = attrs.evolve(steps[-1], path=f"{path}/")
        return tuple(steps)

    def _hidden(self, operation: DocumentOperation, segments: Sequence[Segment]) -> int:
        """The number of segments that are no mounts: of the prefix, and `api` before others."""
        prefix = self._prefix_of(operation).strip("/")
        count = len(prefix.split("/")) if prefix else 0
        is_api = len(segments) > count + 1 and segments[count].text in self._api_segments
        return count + is_api

    @cached_property
    def _api_segments(self) -> frozenset[str]:
        """First segments that name no resource, where no other path has what follows them."""
        after: dict[str, set[str]] = defaultdict(set)
        for each in self._operations:
            segments = self._segments(each.path.removeprefix(self._prefix_of(each)))
            names = [self._name_of(one) for one in segments[:2]]
            is_api = len(names) > 1 and segments[0].text in ("api", "apis", "rest")
            after[segments[0].text if is_api else ""].update(names[is_api : 1 + is_api])
        counts = Counter(name for names in after.values() for name in names)
        return frozenset(
            text for text, names in after.items() if all(counts[each] == 1 for each in names)
        )

    def _name_of(self, segment: Segment) -> str:
        """The name of a mount. A key without a word before it, `{user_id}`, is that of `users`."""
        if not segment.is_key:
            return self._mount_name(segment.text)
        return plural(
            re.sub(r"(?<=[a-z])_(?:id|uuid|key|slug)$", "", self._mount_name(segment.text))
        )

    # -- actions ----------------------------------------------------------------------------

    def _action(
        self, operation: DocumentOperation, segments: Sequence[Segment], name: str | None = None
    ) -> Role:
        """An action of what is before the last word of a path, which names it if nothing does."""
        before = segments[:-1]
        verb = name or self._mount_name(segments[-1].text)
        result = self._result(operation, verb == "list")
        if verb == "list" and result.kind != "list":
            verb = "list_"
        return Role(self._steps(operation, before), verb, before[-1].is_key, result)

    @cached_property
    def _is_flat(self) -> bool:
        """Whether most paths are one word that says what is done, such as `/getUser`."""
        return 2 * sum(map(self._is_call, self._operations)) > len(self._operations)

    def _is_call(self, operation: DocumentOperation) -> bool:
        """Whether a path is one word that says what is done, and a tag says to what."""
        name = operation.path.removeprefix(self._prefix_of(operation)).strip("/")
        is_word = bool(re.fullmatch(r"[A-Za-z]\w*", name)) and bool(operation.tags)
        verb, _, rest = self._mount_name(name).partition("_") if is_word else ("", "", "")
        return bool(rest) and verb in _VERBS | {"list", "fetch", "find", "search", "cancel"}

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
        key = self._key(segments)
        has_parent = len(segments) - self._hidden(operation, segments) > 1
        is_alone = self._methods[key].keys() == {operation.method} and key not in self._continued
        if not has_parent or not is_alone:
            return False
        if operation.method == "GET":
            return self._result(operation, True).kind in ("value", "text", "bytes", "nothing")
        words = words_of_id(operation)
        name = self._mount_name(segments[-1].text)
        if operation.method == "POST":
            if _begins_with_verb(name):
                return True
            is_plural = "_" not in name and singular(name) != name
            return not (is_plural or (words[:1] and words[0] in _CREATE))
        return operation.method in ("PUT", "PATCH") and words[:1] != [] and words[0] not in _UPDATE

    def _name_of_variant(self, operation: DocumentOperation) -> str | None:
        """The name of an operation that its path does not tell apart from another one."""
        own_name = fragment_of(operation.variant) or operation.own_name
        if own_name:
            return python_name(own_name)
        if operation.variant and self._plain(operation).variant != operation.variant:
            return python_name("_".join(words_of_id(operation)))
        return None

    def _plain(self, operation: DocumentOperation) -> DocumentOperation:
        """Of the variants of an operation, the one that the others are told apart from."""
        return self._methods[self._key(self._segments(operation.path))][operation.method]

    # -- verbs ------------------------------------------------------------------------------

    def _verb_of_item(self, operation: DocumentOperation, segments: Sequence[Segment]) -> str:
        """The verb of an operation whose path ends with a key."""
        key = self._key(segments)
        at_path = self._methods[key]
        methods = at_path.keys()
        if operation.method == "GET":
            is_alone = methods == {"GET"} and key not in self._continued
            is_list = is_alone and not self._is_list(segments[:-1])
            return "list" if is_list and self._result(operation, True).kind == "list" else "fetch"
        if operation.method == "POST":
            words = words_of_id(operation)
            if "PUT" in methods and not _is_update(operation):
                return _own_word(words) or self._create_of_item(segments)
            if not methods & {"GET", "PUT", "PATCH", "DELETE"}:
                return _own_word(words) or "update"
            return "update"
        if operation.method == "PUT" and "POST" in methods and _is_update(at_path["POST"]):
            return "replace"
        return "delete" if operation.method == "DELETE" else "update"

    def _is_list(self, segments: Sequence[Segment]) -> bool:
        """Whether a path itself lists things."""
        got = self._methods.get(self._key(segments), {}).get("GET")
        return got is not None and self._result(got, True).kind == "list"

    def _create_of_item(self, segments: Sequence[Segment]) -> str:
        """The name of a POST that makes the item of its path; `create` makes one without a key."""
        return "post" if "POST" in self._methods.get(self._key(segments[:-1]), {}) else "create"

    def _verb_of_literal(self, operation: DocumentOperation, segments: Sequence[Segment]) -> str:
        """The verb of an operation whose path ends with a word."""
        key = self._key(segments)
        methods = self._methods.get(key, {})
        got = methods.get("GET")
        is_list = self._is_list(segments)
        has_items = key in self._with_items
        if operation.method == "GET":
            return "list" if is_list else "fetch"
        if operation.method == "POST":
            is_single = got is not None and not is_list and not has_items
            return "update" if is_single and not methods.keys() & {"PUT", "PATCH"} else "create"
        verb = {"DELETE": "delete", "PUT": "replace"}.get(operation.method, "update")
        if is_list or has_items:
            return f"{verb}_all"
        return "delete" if verb == "delete" else "update"

    def _result(self, operation: DocumentOperation, may_be_list: bool) -> Result:
        """The result of an operation; of a record where it cannot be a list."""
        key = (operation.method, operation.path + operation.variant)
        if key not in self._results:
            self._results[key] = self._find_result(operation)
        result = self._results[key]
        if result.kind == "list" and not may_be_list:
            return find_record(self._document, operation, self._noun(operation))
        return result

    def _noun(self, operation: DocumentOperation) -> str:
        """The last word of the path of an operation, without the suffix of a file."""
        literals = [each.text for each in self._segments(operation.path) if not each.is_key]
        return python_name(_FILE_SUFFIX.sub("", literals[-1])) if literals else "root"

    def _find_result(self, operation: DocumentOperation) -> Result:
        segments = self._segments(operation.path)
        noun = self._noun(operation)
        result = find_result(self._document, operation, noun)
        # The path of a list seldom ends with a key; an order has items, and is no list.
        is_doubtful = result.path and segments[-1:] and segments[-1].is_key
        if is_doubtful and not is_paged(self._document, operation, result):
            return find_record(self._document, operation, noun)
        return result


def _is_update(operation: DocumentOperation) -> bool:
    """Whether an operation's id says that it changes an item."""
    return any(each in _UPDATE for each in words_of_id(operation)[:1])


def _begins_with_verb(name: str) -> bool:
    """Whether a name says what is done, as `add_members` and `insert` do."""
    first, _, rest = name.partition("_")
    return first in _VERBS if rest else first in ("insert", "remove", "replace")


def _own_word(words: Sequence[str]) -> str | None:
    """The first word of an id, if it says more than the method does."""
    return python_name(words[0]) if words and words[0] not in _NO_NAMES else None
