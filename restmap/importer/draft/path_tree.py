"""Paths: their segments, what else the document has at and below them, and the mounts to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set as AbstractSet
from functools import cached_property

import attrs

from ..read.operations import DocumentOperation
from .identifiers import python_name
from .places import is_version
from .verbs import UPDATING, asks_or_does
from .words import plural


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
class Segment:
    """A piece of a path: a literal or placeholders, with the separator before it."""

    separator: str
    text: str

    @property
    def is_key(self) -> bool:
        """Whether a value fills it."""
        return "{" in self.text


_FILE_SUFFIX = re.compile(r"\.(json|xml|csv|pdf|html?|txt|ya?ml|zip|js|rss|atom|ics|php|md|\d.*)$")


def key_of(segments: Iterable[Segment]) -> str:
    """A path without the names of its placeholders and without a slash at its end."""
    return "".join(each.separator + re.sub(r"\{[^{}]*\}", "{}", each.text) for each in segments)


def _says_version(segment: Segment) -> bool:
    return segment.text == "api" or is_version(segment.text)


class PathTree:
    """The paths of the operations of one document.

    mount_name: the name of a mount for a literal segment of a path. prefix_of: the part of an
    operation's path that the prefix of its version has.
    """

    def __init__(
        self,
        operations: Sequence[DocumentOperation],
        mount_name: Callable[[str], str],
        prefix_of: Callable[[DocumentOperation], str],
    ) -> None:
        self._operations = operations
        self._mount_name = mount_name
        self._prefix_of = prefix_of
        self._known: dict[str, list[Segment]] = {}
        self._no_mounts: dict[str, bool] = {}

    def segments(self, path: str) -> list[Segment]:
        """The segments of a path; an empty one, as after a slash at the end, is left out.

        A word after a colon or a dot, as in `/tools/{id}:run` or `/chat.postMessage`, is a segment
        of its own.
        """
        if path not in self._known:
            self._known[path] = self._cut(path)
        return self._known[path]

    def _cut(self, path: str) -> list[Segment]:
        words = [each for each in path.split("/") if each]
        segments = [Segment("/", each) for each in words[:-1]]
        for last in words[-1:]:
            before, colon, word = last.rpartition(":")
            if colon and before and re.fullmatch(r"[A-Za-z_]\w*", word):
                segments += [Segment("/", before), Segment(":", word)]
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

    # -- what is at and below a path --------------------------------------------------------

    def methods_at(self, segments: Sequence[Segment]) -> Mapping[str, DocumentOperation]:
        """The operations at a path, by method; of variants of one URL, the plain one."""
        return self._methods.get(key_of(segments), {})

    @cached_property
    def _methods(self) -> dict[str, dict[str, DocumentOperation]]:
        methods: dict[str, dict[str, DocumentOperation]] = {}
        for each in sorted(self._operations, key=lambda each: each.variant + each.own_name != ""):
            at_path = methods.setdefault(key_of(self.segments(each.path)), {})
            at_path.setdefault(each.method, each)
        return methods

    def is_continued(self, segments: Sequence[Segment]) -> bool:
        """Whether there are longer paths with this beginning."""
        return key_of(segments) in self._below

    def below(self, segments: Sequence[Segment]) -> AbstractSet[Segment]:
        """The segments that continue a path."""
        return self._below.get(key_of(segments), set[Segment]())

    def has_item(self, segments: Sequence[Segment]) -> bool:
        """Whether the document has a path that ends with a key, or continues it, and that calls the
        key so."""
        *before, key = segments
        return key in self.below(before)

    def is_only_one(self, operation: DocumentOperation) -> bool:
        """Whether no other operation has the method and the URL of an operation."""
        return self._counts[operation.method, key_of(self.segments(operation.path))] == 1

    @cached_property
    def _counts(self) -> Counter[tuple[str, str]]:
        return Counter((each.method, key_of(self.segments(each.path))) for each in self._operations)

    def has_items(self, segments: Sequence[Segment]) -> bool:
        """Whether a placeholder continues a path that ends with a word."""
        below = self.below(segments)
        ends_with_key = any(each.is_key for each in segments[-1:])
        return not ends_with_key and any(each.is_key for each in below)

    @cached_property
    def _below(self) -> dict[str, set[Segment]]:
        """The segments after each beginning of a path that at least one path continues."""
        below: dict[str, set[Segment]] = defaultdict(set)
        for each in self._operations:
            segments = self.segments(each.path)
            for count in range(len(segments)):
                below[key_of(segments[:count])].add(segments[count])
        return below

    # -- mounts -----------------------------------------------------------------------------

    def steps(
        self,
        operation: DocumentOperation,
        segments: Sequence[Segment],
        is_keyed_list: Callable[[Sequence[Segment]], bool],
    ) -> tuple[Step, ...]:
        """The mounts that lead to a path: one for each literal segment, with the keys after it.

        is_keyed_list: whether a path that ends with a key is that of a collection, and the key
        after it one of an item.
        """
        count = self.hidden(operation, segments)
        path = "".join(each.separator + each.text for each in segments[:count])
        steps: list[Step] = []
        for index, each in enumerate(segments[count:], count):
            own = each.text.count("{")
            path += each.separator + each.text
            is_after_keys = bool(steps) and steps[-1].keys and self.methods_at(segments[:index])
            is_other = self._is_beside_one_key(segments[: index + 1])
            is_item = not is_after_keys or is_keyed_list(segments[:index])
            if own and steps and is_item and not is_other:
                last = steps[-1]
                steps[-1] = Step(last.name, path, last.keys + own)
            elif self._is_mount(segments[: index + 1]):
                steps.append(Step(self._name_of(each), path, own))
        if not steps:
            return (Step("root", path or "/", 0),)
        is_whole = key_of(segments) == key_of(self.segments(operation.path))
        if is_whole and operation.path.endswith("/"):
            steps[-1] = attrs.evolve(steps[-1], path=f"{path}/")
        return tuple(steps)

    def _is_beside_one_key(self, segments: Sequence[Segment]) -> bool:
        """Whether the last segment has several keys where other paths have one, as
        `/compare/{base}...{head}` beside `/compare/{basehead}`: it addresses other things."""
        *above, last = segments
        is_one = any(each.text.count("{") == 1 for each in self.below(above))
        return last.text.count("{") > 1 and is_one

    def _is_mount(self, segments: Sequence[Segment]) -> bool:
        """Whether the last segment of a path is a mount: all but some that say a version are."""
        if not _says_version(segments[-1]):
            return True
        key = key_of(segments)
        if key not in self._no_mounts:
            self._no_mounts[key] = self._is_only_version(segments)
        return not self._no_mounts[key]

    def _is_only_version(self, segments: Sequence[Segment]) -> bool:
        """Whether the last segment is `api` or the only version there, as in `/scim/v2/Users`, and
        so no mount: what follows it is found without it."""
        is_first = len(segments) == 1 and not is_version(segments[0].text)
        if is_first or self.methods_at(segments):
            return False
        beside = [*self._beside(segments)]
        after = self.below(segments)
        return (
            bool(after)
            and not any(each.is_key for each in after)
            and not any(is_version(each.text) for each in beside)
            and not any(self._is_hidden_by(each, beside) for each in after)
        )

    def _is_hidden_by(self, segment: Segment, beside: Iterable[Segment]) -> bool:
        """Whether one of the segments beside has the same name, and more than paths of other words
        below it."""
        name = self._name_of(segment)
        for each in beside:
            if self._name_of(each) == name:
                below = self.below([each])
                if not below or self.methods_at([each]) or any(one.is_key for one in below):
                    return True
        return False

    def _beside(self, segments: Sequence[Segment]) -> Iterator[Segment]:
        """The other segments that are mounted where the last one would be."""
        *above, last = segments
        yield from self.below(above) - {last}
        if above and _says_version(above[-1]):
            yield from self._beside(above)

    def hidden(self, operation: DocumentOperation, segments: Sequence[Segment]) -> int:
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
            segments = self.segments(each.path.removeprefix(self._prefix_of(each)))
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

    def noun(self, path: str) -> str:
        """The last word of a path, without the suffix of a file."""
        literals = self._literals(path)
        return _noun_of(literals[-1]) if literals else "root"

    def noun_of_record(self, path: str) -> str:
        """The noun of what an operation at a path returns: that before a word that says what is
        done, as in `/tools/{id}/send` and `/tools/list`."""
        literals = self._literals(path)
        last = self._mount_name(literals[-1]) if literals[1:] else ""
        if asks_or_does(last) or last in UPDATING:
            literals.pop()
        return _noun_of(literals[-1]) if literals else "root"

    def _literals(self, path: str) -> list[str]:
        return [each.text for each in self.segments(path) if not each.is_key]


def _noun_of(literal: str) -> str:
    return python_name(_FILE_SUFFIX.sub("", literal))
