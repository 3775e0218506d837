"""Mounts of collections and of single items."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast, overload

from ..declare.deferred import Deferred, resolve
from ..declare.place import mistake
from ..declare.uri import PathValue
from ..errors import ParameterError
from .collection import Collection
from .handles import make_handle, wrong_keys
from .mounts import Mount

if TYPE_CHECKING:
    from ..decode.source import RecordProtocol, SiteProtocol
    from .collection_verbs import Items

C = TypeVar("C")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
K = ParamSpec("K")  # the key of an item


@overload
def collection(resource: type[R]) -> Mount[Collection[R]]: ...
@overload
def collection(resource: type[R], kind: type[C]) -> Mount[C]: ...
def collection(resource: Any, kind: Any = Collection) -> Any:
    """Mounts a resource: `name = collection(Session)` in the body of a version or a resource.

    Outside a class body, write `collection(Ticket).under(client.desk.v1)`.
    resource: a resource class, or `deferred("package.module:Class")`. kind: a subclass of
    Collection with mounts and actions of its own; it may be deferred too.
    Raises DeclarationError if the actions belong to another resource.
    """
    mount: CollectionMount[Any] = CollectionMount(resource, kind)
    if not isinstance(resource, Deferred) and not isinstance(kind, Deferred):
        mount.refuse_other_resource()
    return mount


class CollectionMount(Mount[C]):
    """A collection under each instance of a class."""

    def __init__(self, resource: Any, kind: Any) -> None:
        super().__init__(resource)
        self._kind = kind

    def make(self, site: SiteProtocol, path: tuple[Any, ...]) -> C:
        return cast("C", self.kind(self.resource, site, path))

    @property
    def kind(self) -> type[Any]:
        if isinstance(self._kind, Deferred):
            self._kind = resolve(self._kind)
            self.refuse_other_resource()
        return cast("type[Any]", self._kind)

    def refuse_other_resource(self) -> None:
        """Refuse a collection whose actions are those of another resource: they have its path."""
        declared = self._kind._declared_resource
        if self._kind._actions and declared is not self.resource:
            kind, given = self._kind.__name__, self.resource.__name__
            raise mistake(
                f"{kind} has actions of a collection of {declared.__name__}, found {given}.",
                self.resource._plan.place,
                f"Derive a class for it: `class …(Collection[{given}])`.",
            )


class Collections(Generic[R_co]):
    """A collection for each key, or keys, in the path above it: `role_permission("RO…").list()`."""

    def __init__(
        self, resource: type[RecordProtocol], site: SiteProtocol, path: tuple[Any, ...]
    ) -> None:
        self._resource = resource
        self._site = site
        self._path = path

    def __call__(self, *keys: PathValue, **named: PathValue) -> Collection[R_co]:
        """The collection for these keys, given in the order of the path or by name."""
        needed = self._keys_needed()
        given = {**dict(zip(needed, keys, strict=False)), **named}
        if len(keys) + len(named) != len(needed) or set(given) != set(needed):
            raise self._wrong_keys(keys, named)
        path = (*self._path, *(given[name] for name in needed))
        return Collection(self._resource, self._site, path)

    def __repr__(self) -> str:
        name = ".".join([*self._site._titles, f"{self._resource.__name__}List"])
        return f"<{name} for each {' and '.join(self._keys_needed())}>"

    def _keys_needed(self) -> tuple[str, ...]:
        """The names of the path values that lead from the mount to a collection."""
        plan = self._resource._plan
        return plan.path_names[len(self._path) : plan.path_length_above]

    def _wrong_keys(
        self, keys: tuple[PathValue, ...], named: Mapping[str, PathValue]
    ) -> ParameterError:
        own, needed, name = self._resource._plan.keys, self._keys_needed(), self._resource.__name__
        remedy = None
        if own and len(keys) + len(named) == len(needed) + len(own):
            calls = f"({', '.join(needed)})({', '.join(own)})"
            remedy = f"Give the key of an item in a call of its own: {calls}."
        return wrong_keys(f"collection of {name}", needed, keys, named, name, remedy)


def collections(resource: type[R]) -> Mount[Collections[R]]:
    """Mounts a collection for each key, or keys: `participants = collections(Participant)`.

        participants("CH1").list()
        participants("CH1")("PA1").fetch()

    resource: its URI template has the keys of a collection before the key of an item. A list
    without items has a template that ends with those keys, and a nested class Key(NoKey).
    """
    mount: CollectionsMount[R] = CollectionsMount(resource)
    return mount


class CollectionsMount(Mount[Collections[R]]):
    """A collection for each key, under each instance of a class."""

    def make(self, site: SiteProtocol, path: tuple[Any, ...]) -> Collections[R]:
        return Collections(self.resource, site, path)

    def fits(self, given: int) -> bool:
        return given < self.resource._plan.path_length_above


def handle(resource: type[Items[R, K]], key: Callable[[Any], Any] | None = None) -> Mount[R]:
    """Mounts one item of a resource: `account = handle(Account, lambda version: …)`.

    key: computes the item's key from the parent of the mount; None for a resource without a key.
    """
    return HandleMount(resource, key)


class HandleMount(Mount[R]):
    """One item under each instance of a class."""

    def __init__(self, resource: Any, key: Callable[[Any], Any] | None) -> None:
        super().__init__(resource)
        self.key = key

    def make(self, site: SiteProtocol, path: tuple[Any, ...]) -> R:
        keys = (self.key(site),) if self.key is not None else ()
        return cast("R", make_handle(self.resource, site, path, keys, {}))
