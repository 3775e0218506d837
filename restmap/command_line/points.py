"""Points: the places in a package that words lead to, such as `messages MM… fetch`.

The words are names and keys, as in the expression of a call: `client.messages("MM…").fetch`. They
are looked up in a client without credentials, so that help and completion need none; `Point.open`
follows the same steps in a real one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import attrs

from ..api.client import Client
from ..api.collection import Collection
from ..api.collection_mounts import Collections
from ..api.resource import Resource
from ..api.site import Site
from ..api.verbs import BoundVerb
from ..describe.routes import key_name
from ..describe.search import find_declared_routes
from ..errors import RestmapError, shown_value
from ..plan.operation import Operation
from .misuse import misuse, names_like
from .roots import Root, find_package_roots, make_placeholder_client

Step: TypeAlias = "str | tuple[str | None, ...]"
"""The name of an attribute, or the keys of a call; None for a key that an option gives."""


@attrs.frozen(eq=False)
class Point:
    """A place in a package: a client, a domain, a collection, a record or an operation.

    package: as it was written. steps: what leads to it from the root. target: what the steps lead
    to in a client without credentials; of keys that are not known, placeholders stand in it.
    """

    package: str
    roots: Sequence[Root]
    root: Root | None
    steps: tuple[Step, ...]
    target: Any

    @property
    def operation(self) -> Operation | None:
        """The operation, where it is one."""
        return self.target._operation if isinstance(self.target, BoundVerb) else None

    @property
    def keys(self) -> list[tuple[str, str | None]]:
        """The name of each key in the steps, with its value; None where an option gives it."""
        operation = self.operation
        assert operation is not None, "only the names of an operation say what its keys are"
        found: list[tuple[str, str | None]] = []
        for position, value in _keys_by_position(self.root, self.steps):
            name = key_name(operation.target_names[position])
            found.append((name, None if value in (name, name.rstrip("_")) else value))
        return found

    def open(self, client: Client, keys: Sequence[str]) -> Any:
        """What the steps lead to in a client. keys: the value of each key in them."""
        assert self.root is not None
        values = iter(keys)
        target = self.root.open(client)
        for step in self.steps:
            if isinstance(step, str):
                target = getattr(target, step)
            else:
                target = target(*[next(values) for _ in step])
        return target

    @property
    def expression(self) -> str:
        """The expression, with the names of keys, as `restmap operations` writes it."""
        assert self.root is not None
        names = iter(name for name, _ in self.keys) if self.operation is not None else iter(())
        text = self.root.expression
        for step in self.steps:
            if isinstance(step, str):
                text += f".{step}"
            else:
                text += f"({', '.join(next(names, each or 'key') for each in step)})"
        return text

    def children(self) -> Iterator[tuple[str, Any]]:
        """The names that lead on from here, each with what it leads to."""
        if self.root is None:
            yield from ((each.name, each.declared) for each in self.roots)
            return
        seen = set[str]()
        for target in (self.target, _item_of(self.target)):
            for name in dir(target) if target is not None else ():
                child = None if name.startswith("_") else child_of(target, name)
                if child is not None and name not in seen:
                    seen.add(name)
                    yield name, child

    def takes_key(self) -> bool:
        """Whether a key may follow."""
        return isinstance(self.target, Collections) or _keys_needed(self.target) > 0


def open_package(package: str) -> Point:
    """The point that the words of a command line begin at. Raises ConfigurationError."""
    roots = find_package_roots(package)
    if len(roots) > 1:
        return Point(package, roots, None, (), None)
    return _enter(Point(package, roots, None, (), None), roots[0])


def _enter(point: Point, root: Root) -> Point:
    client = make_placeholder_client(root.client_class)
    return Point(point.package, point.roots, root, (), root.open(client))


def follow_words(point: Point, words: Sequence[str]) -> Point:
    """The point that words lead to.

    A word is a name, a key, or an expression such as `client.messages(MM…).fetch`. Names may be
    left out at the beginning, where what follows is in one place alone. Raises ConfigurationError
    for a word that leads nowhere.
    """
    for word in words:
        point = _follow_word(point, word)
    return point


def _follow_word(point: Point, word: str) -> Point:
    if point.root is None or not _is_partial(point):
        names = list(_split(_without_root(point, word)))
        if names and (found := _follow_parts(point, names)) is not None:
            return found
    if point.takes_key() or _is_partial(point):
        return _with_key(point, word)
    return _find_anywhere(point, word)


def _follow_parts(point: Point, parts: Sequence[Step]) -> Point | None:
    """The point that the parts of an expression lead to.

    None where the first leads nowhere, and where they may be a key with dots in it.
    """
    may_be_key = point.takes_key() and all(isinstance(each, str) for each in parts)
    for index, part in enumerate(parts):
        following = _with_name(point, part) if isinstance(part, str) else _with_keys(point, part)
        if following is None and (index == 0 or may_be_key):
            return None
        if following is None:
            raise _nowhere(point, str(part))
        point = following
    return point


def _with_name(point: Point, name: str) -> Point | None:
    """The point below this one of a name, where there is one; the item's come after its own."""
    if point.root is None or (not point.steps and name == point.root.name):
        roots = [each for each in point.roots if each.name == name]
        return _enter(point, roots[0]) if roots else None
    child = child_of(point.target, name)
    if child is not None:
        return attrs.evolve(point, steps=(*point.steps, name), target=child)
    item = _item_of(point.target)
    child = child_of(item, name) if item is not None else None
    if child is None:
        return None
    keys = (None,) * _keys_needed(point.target)
    return attrs.evolve(point, steps=(*point.steps, keys, name), target=child)


def _with_keys(point: Point, keys: tuple[str | None, ...]) -> Point | None:
    """The point below this one of keys in parentheses."""
    if not point.takes_key() or len(keys) != _keys_needed(point.target):
        return None
    target = point.target(*[_placeholder(each) for each in keys])
    return attrs.evolve(point, steps=(*point.steps, keys), target=target)


def _with_key(point: Point, word: str) -> Point:
    """The point with one more key; of several keys, the others are still to come."""
    steps, given = [*point.steps], tuple[str | None, ...]()
    if _is_partial(point):
        given = tuple(steps.pop())
    keys = (*given, word)
    target = point.target
    if len(keys) == _keys_needed(target):
        target = target(*[_placeholder(each) for each in keys])
    return attrs.evolve(point, steps=(*steps, keys), target=target)


def _is_partial(point: Point) -> bool:
    """Whether some of several keys are given, and others are still to come."""
    if not point.steps or not isinstance(point.steps[-1], tuple):
        return False
    return 0 < len(point.steps[-1]) < _keys_needed(point.target)


# -- what is mounted where ----------------------------------------------------------------------


def child_of(target: Any, name: str) -> Any:
    """What an attribute leads to: a site, a collection, a record or an operation; else None."""
    try:
        child = getattr(target, name)
    except (AttributeError, RestmapError):
        return None
    if isinstance(child, BoundVerb):
        return child if child._operation.name == name else None
    kinds: tuple[Any, ...] = (Site, Collection, Collections, Resource)
    return child if isinstance(child, kinds) else None


def _keys_needed(target: Any) -> int:
    """The number of keys that an object is called with."""
    if isinstance(target, Collections):
        return len(target._keys_needed())
    return len(target._resource._plan.keys) if isinstance(target, Collection) else 0


def _item_of(target: Any) -> Any:
    """An item of a collection, with placeholders for its keys; None where there is none."""
    kinds: tuple[Any, ...] = (Collection, Collections)
    if not isinstance(target, kinds):
        return None
    return target(*["key"] * _keys_needed(target))


def _placeholder(key: str | None) -> str:
    return key or "key"


def _keys_by_position(root: Root | None, steps: Sequence[Step]) -> Iterator[tuple[int, str | None]]:
    """Each key of the steps, with its position among the values of the path."""
    assert root is not None
    target: Any = root.open(make_placeholder_client(root.client_class))
    for step in steps:
        if isinstance(step, str):
            target = getattr(target, step)
            continue
        start = len(target._path)
        yield from enumerate(step, start)
        target = target(*["key"] * len(step))


# -- reading words ------------------------------------------------------------------------------

_PART = re.compile(r"\.?([A-Za-z_][A-Za-z0-9_]*)|\(([^()]*)\)")
_ROOT = re.compile(r"(?:collections?\((\w+)\)\.under\(client\)|(\w+)\(client\)|client)(?=[.(]|$)")


def _without_root(point: Point, word: str) -> str:
    """An expression without the client that it begins with."""
    begins = _ROOT.match(word) if not point.steps else None
    if begins is None:
        return word
    name = begins[1] or begins[2]
    rest = word[begins.end() :]
    return f"{name}{rest}" if name else rest.removeprefix(".")


def _split(word: str) -> Iterator[Step]:
    """The names and keys of an expression; nothing for what is none.

    >>> list(_split("messages('MM1').media(sid).fetch"))
    ['messages', ('MM1',), 'media', ('sid',), 'fetch']
    >>> list(_split("+15550100"))
    []
    """
    parts = list(_PART.finditer(word))
    if "".join(each[0] for each in parts) != word or word.startswith("."):
        return
    for part in parts:
        if part[1]:
            yield part[1]
        else:
            keys = [each.strip() for each in part[2].split(",")] if part[2].strip() else []
            yield tuple(re.sub(r"^\w+=", "", each).strip("'\"") for each in keys)


def _find_anywhere(point: Point, word: str) -> Point:
    """The point of names that are in one place of the package alone, at any depth."""
    names = [each for each in _split(word) if isinstance(each, str)]
    if point.steps or not names or len(point.roots) > 1:
        raise _nowhere(point, word)
    found = dict.fromkeys(_places(point.package, names))
    if not found:
        raise _nowhere(point, word)
    if len(found) > 1:
        shown = ", ".join(map(".".join, list(found)[:4]))
        raise misuse(
            f"{word!r} is in {len(found)} places: {shown}{', …' if len(found) > 4 else ''}.",
            "Write one of them.",
        )
    (place,) = found
    reached = _follow_parts(point, place)
    assert reached is not None, "the names are those of a route"
    return reached


def _places(package: str, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Where names follow each other in the routes of a package: the names up to the last."""
    for route in find_declared_routes(package):
        site = re.sub(r"^(\w+\(client\)|client)\.?", "", route.node.site.expression)
        all_names = [*filter(None, site.split(".")), *(each.name for each in route.steps)]
        all_names.append(route.operation.name)
        for start in range(len(all_names) - len(names) + 1):
            end = start + len(names)
            if all_names[start:end] == list(names):
                yield tuple(all_names[:end])


def _nowhere(point: Point, word: str) -> RestmapError:
    """The error for a word that leads nowhere."""
    names = [name for name, _ in point.children()]
    if isinstance(point.target, BoundVerb):
        return misuse(
            f"{shown_value(word)} follows an operation, which has nothing below it.",
            "Write the values of parameters as --name VALUE, or name=VALUE.",
        )
    where = point.expression if point.root is not None and point.steps else point.package
    listing = f"`restmap show {point.package}` lists what it has."
    remedy = names_like(word, names, "It has", listing)
    return misuse(f"{where} has no {shown_value(word)}.", remedy)
