"""Collections: they list, create and address the records of a resource."""

from __future__ import annotations

import builtins
import functools
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Protocol, TypeVar, cast, overload

from ..declare.deferred import resolve
from ..declare.params import Paging, Params
from ..declare.place import known_names
from ..declare.uri import PathValue
from ..errors import ParameterError
from .call import call
from .mounts import Mount
from .resource import make_handle, wrong_keys
from .verbs import Verb, awaited, blocking, operation_of

if TYPE_CHECKING:
    from ..decode.pages import Page
    from ..decode.source import RecordProtocol, SiteProtocol
    from ..decode.streams import Stream
    from ..plan.operation import Operation
    from ..send.flow import Flow
    from .verbs import AsyncCall, Call, Target

C = TypeVar("C")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
K = ParamSpec("K")  # the key of an item
P = ParamSpec("P")  # the parameters of create
F = ParamSpec("F")  # the filters of a list


if TYPE_CHECKING:
    # These protocols match the resource of a collection by its class and the classes nested in it.
    class Items(Protocol[R_co, K]):
        """A resource whose items have a key."""

        def _itself(self) -> R_co: ...
        @property
        def Key(self) -> Callable[K, Params]: ...

    class Lists(Protocol[R_co, F]):
        """A resource with a nested class List."""

        def _itself(self) -> R_co: ...
        @property
        def List(self) -> Callable[F, Paging]: ...

    class Creates(Protocol[R_co, P]):
        """A resource with a nested class Create."""

        def _itself(self) -> R_co: ...
        @property
        def Create(self) -> Callable[P, Params]: ...


class CreateVerb(Verb):
    def __get__(self, obj: Collection[Creates[R, P]], owner: Any) -> Call[P, R]:
        return cast("Call[P, R]", self._bind(obj, owner))


class CreateAsyncVerb(Verb):
    def __get__(self, obj: Collection[Creates[R, P]], owner: Any) -> AsyncCall[P, R]:
        return cast("AsyncCall[P, R]", self._bind(obj, owner))


class ListVerb(Verb):
    def __get__(self, obj: Collection[Lists[R, F]], owner: Any) -> Call[F, builtins.list[R]]:
        return cast("Call[F, builtins.list[R]]", self._bind(obj, owner))


class ListAsyncVerb(Verb):
    def __get__(self, obj: Collection[Lists[R, F]], owner: Any) -> AsyncCall[F, builtins.list[R]]:
        return cast("AsyncCall[F, builtins.list[R]]", self._bind(obj, owner))


class PageVerb(Verb):
    def __get__(self, obj: Collection[Lists[R, F]], owner: Any) -> Call[F, Page[R]]:
        return cast("Call[F, Page[R]]", self._bind(obj, owner))


class PageAsyncVerb(Verb):
    def __get__(self, obj: Collection[Lists[R, F]], owner: Any) -> AsyncCall[F, Page[R]]:
        return cast("AsyncCall[F, Page[R]]", self._bind(obj, owner))


class StreamVerb(Verb):
    def __get__(self, obj: Collection[Lists[R, F]], owner: Any) -> Call[F, Stream[R]]:
        return cast("Call[F, Stream[R]]", self._bind(obj, owner))


# The code for lists is imported with the first list, which many programs never need.


def _list_all(target: Target, operation: Operation, arguments: dict[str, Any]) -> Flow[Any]:
    from .listing import list_all

    return list_all(target, operation, arguments)


def _first_page(target: Target, operation: Operation, arguments: dict[str, Any]) -> Flow[Any]:
    from .listing import first_page

    return first_page(target, operation, arguments)


def _stream(target: Target, operation: Operation, arguments: dict[str, Any]) -> Stream[Any]:
    """A stream of records; nothing is sent until the first record is asked for."""
    from ..decode.streams import Stream
    from .listing import start_walk

    return Stream(target._site.client, functools.partial(start_walk, target, operation, arguments))


class Collection(Generic[R_co]):
    """The records of a resource: `sessions("KC…")` is a handle on one of them.

    A collection has the verbs that the resource declares. A subclass mounts what belongs to the
    whole collection, not to one of its items:

        class Workers(Collection[Worker]):
            statistics = collection(WorkersStatistics)

        workers = collection(Worker, Workers)
    """

    def __init__(
        self, resource: type[RecordProtocol], site: SiteProtocol, path: tuple[Any, ...]
    ) -> None:
        self._resource = resource
        self._site = site
        self._path = path

    def __call__(self: Collection[Items[R, K]], *key: K.args, **named: K.kwargs) -> R:
        return cast("R", make_handle(self._resource, self._site, self._path, key, named))

    create = CreateVerb(blocking(call), "create")
    create_async = CreateAsyncVerb(awaited(call), "create")
    list = ListVerb(blocking(_list_all), "list")
    list_async = ListAsyncVerb(awaited(_list_all), "list")
    page = PageVerb(blocking(_first_page), "list")
    page_async = PageAsyncVerb(awaited(_first_page), "list")
    stream = StreamVerb(_stream, "list")

    @overload
    def get_page(self: Collection[Lists[R, F]], target_url: str) -> Page[R]: ...
    @overload
    def get_page(
        self: Collection[Lists[R, F]], target_url: str, *args: F.args, **filters: F.kwargs
    ) -> Page[R]: ...
    def get_page(self: Collection[Any], target_url: str, *args: Any, **filters: Any) -> Any:
        """The page at a stored URL: the `next_page_url` or `previous_page_url` of another page.

        filters: those of the list that are sent in a header or in the request body; the URL has
        the others.
        Raises PagingError for a URL on another origin, before anything is sent.
        """
        return self._site.client.run(self._page_at(target_url, *args, **filters))

    @overload
    async def get_page_async(self: Collection[Lists[R, F]], target_url: str) -> Page[R]: ...
    @overload
    async def get_page_async(
        self: Collection[Lists[R, F]], target_url: str, *args: F.args, **filters: F.kwargs
    ) -> Page[R]: ...
    async def get_page_async(
        self: Collection[Any], target_url: str, *args: Any, **filters: Any
    ) -> Any:
        """The awaited form of `get_page`."""
        return await self._site.client.run_async(self._page_at(target_url, *args, **filters))

    def _page_at(self, target_url: str, **filters: Any) -> Flow[Page[Any]]:
        from .listing import page_at

        operation = operation_of(self._resource, "list", "get_page")
        return page_at(self, operation, target_url, filters)

    def __iter__(self: Collection[Lists[R, F]]) -> Iterator[R]:
        """Every record, read page by page as needed."""
        return iter(self._every_record())

    def __aiter__(self: Collection[Lists[R, F]]) -> AsyncIterator[R]:
        """Every record, read page by page as needed."""
        return aiter(self._every_record())

    def _every_record(self) -> Stream[Any]:
        listing = self._resource._plan.operations.get("list")
        if listing is None:
            missing = _missing_attribute_message(self._resource, "list")
            raise TypeError(f"the collection is not iterable: {missing}")
        return _stream(self, listing, {})

    def _address(self) -> tuple[Any, ...]:
        return self._path

    if not TYPE_CHECKING:  # to a checker, any name would be an attribute

        def __getattr__(self, name: str) -> Any:
            # Called for names that the class does not have, and for verbs that are not declared.
            if name.startswith("_"):  # `copy` looks for some before `_resource` is set
                raise AttributeError(name)
            raise AttributeError(_missing_attribute_message(self._resource, name))

    def __dir__(self) -> Iterator[str]:
        return (name for name in object.__dir__(self) if _has_attribute(self._resource, name))

    def __str__(self) -> str:
        return f"<{'.'.join(self._site.titles)}.{self._resource.__name__}List>"

    def __repr__(self) -> str:
        path = zip(self._resource._plan.path_names, self._path, strict=False)
        shown = "".join(f" {name}={value!r}" for name, value in path)
        return f"{str(self)[:-1]}{shown}>"


_NESTED_CLASS_OF = {
    "create": "Create",
    **dict.fromkeys(["list", "page", "stream", "get_page"], "List"),
}


def _has_attribute(resource: type[RecordProtocol], name: str) -> bool:
    """Whether a collection has an attribute; it has a verb only where the resource declares it."""
    nested = _NESTED_CLASS_OF.get(name.removesuffix("_async"))
    return nested is None or nested.lower() in resource._plan.operations


def _missing_attribute_message(resource: type[RecordProtocol], name: str) -> str:
    """The message for an attribute that a collection lacks: a verb or a misspelt name."""
    nested = _NESTED_CLASS_OF.get(name.removesuffix("_async"))
    owner = resource.__name__
    if nested is not None:
        return f"{owner} has no verb {name!r}: its declaration has no nested class {nested}."
    if name.removesuffix("_async") in resource._plan.operations:
        return f"{name!r} is a verb of one {owner}: give its key, as in `collection(key).{name}()`."
    names = [each for each in dir(Collection) if not each.startswith("_")]
    names = [each for each in names if _has_attribute(resource, each)]
    remedy = known_names(name, names, "Attributes")
    return f"the collection of {owner} has no attribute {name!r}. {remedy}"


@overload
def collection(resource: type[R]) -> Mount[Collection[R]]: ...
@overload
def collection(resource: type[R], kind: type[C]) -> Mount[C]: ...
def collection(resource: Any, kind: Any = Collection) -> Any:
    """Mounts a resource: `name = collection(Session)` in the body of a version or a resource.

    Outside a class body, write `collection(Ticket).under(client.desk.v1)`.
    resource: a resource class, or `deferred("package.module:Class")`. kind: a subclass of
    Collection with mounts of its own; it may be deferred too.
    """
    mount: CollectionMount[Any] = CollectionMount(resource, kind)
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
        self._kind = resolve(self._kind)
        return cast("type[Any]", self._kind)


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
        self._key = key

    def make(self, site: SiteProtocol, path: tuple[Any, ...]) -> R:
        keys = (self._key(site),) if self._key is not None else ()
        return cast("R", make_handle(self.resource, site, path, keys, {}))
