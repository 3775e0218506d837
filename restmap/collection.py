"""Collections: what lists, creates and addresses the records of a resource."""

from __future__ import annotations

import builtins
import functools
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Protocol, TypeVar, cast, overload

from .call import call, first_page, list_all, start_walk, turn_to
from .declare.params import Paging, Params
from .declare.place import known_names
from .mount import Mount
from .read.pages import Page
from .read.streams import Stream
from .resource import Resource, make_handle
from .verbs import AsyncCall, Call, Target, Verb, awaited, blocking, operation_of

if TYPE_CHECKING:
    from .flow import Flow
    from .plan.operation import Operation
    from .site import Site

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
K = ParamSpec("K")  # the key of an item
P = ParamSpec("P")  # the parameters of create
F = ParamSpec("F")  # the filters of a list


class CreateVerb(Verb):
    def __get__(self, obj: Creatable[R, K, P], owner: Any) -> Call[P, R]:
        return cast("Call[P, R]", self._bind(obj, owner))


class CreateAsyncVerb(Verb):
    def __get__(self, obj: Creatable[R, K, P], owner: Any) -> AsyncCall[P, R]:
        return cast("AsyncCall[P, R]", self._bind(obj, owner))


class ListVerb(Verb):
    def __get__(self, obj: Listable[R, K, F], owner: Any) -> Call[F, builtins.list[R]]:
        return cast("Call[F, builtins.list[R]]", self._bind(obj, owner))


class ListAsyncVerb(Verb):
    def __get__(self, obj: Listable[R, K, F], owner: Any) -> AsyncCall[F, builtins.list[R]]:
        return cast("AsyncCall[F, builtins.list[R]]", self._bind(obj, owner))


class PageVerb(Verb):
    def __get__(self, obj: Listable[R, K, F], owner: Any) -> Call[F, Page[R]]:
        return cast("Call[F, Page[R]]", self._bind(obj, owner))


class PageAsyncVerb(Verb):
    def __get__(self, obj: Listable[R, K, F], owner: Any) -> AsyncCall[F, Page[R]]:
        return cast("AsyncCall[F, Page[R]]", self._bind(obj, owner))


class StreamVerb(Verb):
    def __get__(self, obj: Listable[R, K, F], owner: Any) -> Call[F, Stream[R]]:
        return cast("Call[F, Stream[R]]", self._bind(obj, owner))


def _stream(target: Target, operation: Operation, arguments: dict[str, Any]) -> Stream[Any]:
    """Nothing is sent until the stream's first record is asked for."""
    return Stream(target._site.client, functools.partial(start_walk, target, operation, arguments))


class Handles(Generic[R, K]):
    """A collection that addresses its items: `sessions("KC…")` is a handle on one."""

    def __init__(self, resource: type[Resource], site: Site, path: tuple[Any, ...]) -> None:
        self._resource = resource
        self._site = site
        self._path = path

    def __call__(self, *key: K.args, **named: K.kwargs) -> R:
        return cast("R", make_handle(self._resource, self._site, self._path, key, named))

    def _address(self) -> tuple[Any, ...]:
        return self._path

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(_no_attribute(self._resource, name))

    def __str__(self) -> str:
        return f"<{'.'.join(self._site.titles)}.{self._resource.__name__}List>"

    def __repr__(self) -> str:
        path = zip(self._resource._plan.path_names, self._path, strict=False)
        shown = "".join(f" {name}={value!r}" for name, value in path)
        return f"{str(self)[:-1]}{shown}>"


class Creatable(Handles[R, K], Generic[R, K, P]):
    """A collection in which records can be created."""

    create = CreateVerb(blocking(call), "create")
    create_async = CreateAsyncVerb(awaited(call), "create")


class Listable(Handles[R, K], Generic[R, K, F]):
    """A collection that can be listed."""

    list = ListVerb(blocking(list_all), "list")
    list_async = ListAsyncVerb(awaited(list_all), "list")
    page = PageVerb(blocking(first_page), "list")
    page_async = PageAsyncVerb(awaited(first_page), "list")
    stream = StreamVerb(_stream, "list")

    def get_page(self, target_url: str) -> Page[R]:
        """The page at a URL that a page gave: `next_page_url` or `previous_page_url`.

        Raises PagingError for a URL on another origin; nothing is sent then.
        """
        return self._site.client.run(self._page_at(target_url))

    async def get_page_async(self, target_url: str) -> Page[R]:
        """The same for `await`."""
        return await self._site.client.run_async(self._page_at(target_url))

    def _page_at(self, target_url: str) -> Flow[Page[R]]:
        operation = operation_of(self._resource, "list", "get_page")
        return turn_to(self, operation, target_url, {})

    def __iter__(self) -> Iterator[R]:
        """Every record, as they are needed."""
        return iter(_stream(self, operation_of(self._resource, "list", "stream"), {}))

    def __aiter__(self) -> AsyncIterator[R]:
        """Every record, as they are needed."""
        return aiter(_stream(self, operation_of(self._resource, "list", "stream"), {}))


class Collection(Creatable[R, K, P], Listable[R, K, F], Generic[R, K, P, F]):
    """A collection that can be listed and created in."""


def _no_attribute(resource: type[Resource], name: str) -> str:
    """The message for an attribute a collection lacks; a verb is told from a slip."""
    verbs = {"create": "Create", "list": "List", "page": "List", "stream": "List"}
    nested = verbs.get(name.removesuffix("_async"))
    owner = resource.__name__
    if nested is not None:
        return f"{owner} has no verb {name!r}: its declaration has no nested class {nested}."
    there = [each for each in dir(collection_class(resource)) if not each.startswith("_")]
    return f"the collection of {owner} has no {name!r}. {known_names(name, there, 'It has')}"


def collection_class(resource: type[Resource]) -> type[Handles[Any, Any]]:
    """The class of a resource's collections: it has the verbs that the resource declares."""
    operations = resource._plan.operations
    return _CLASSES["create" in operations, "list" in operations]


_CLASSES: dict[tuple[bool, bool], type[Handles[Any, Any]]] = {
    (False, False): Handles,
    (True, False): Creatable,
    (False, True): Listable,
    (True, True): Collection,
}


# What a checker matches a resource by: its own class, its key, and its nested Create and List.
# They are matched as `type[Protocol]`, since mypy does not solve class-object protocols.
class _Items(Protocol[R_co, K]):
    def _itself(self) -> R_co: ...
    @property
    def Key(self) -> Callable[K, Params]: ...


class _Lists(_Items[R_co, K], Protocol[R_co, K, F]):
    @property
    def List(self) -> Callable[F, Paging]: ...


class _Creates(_Items[R_co, K], Protocol[R_co, K, P]):
    @property
    def Create(self) -> Callable[P, Params]: ...


class _CreatesAndLists(_Items[R_co, K], Protocol[R_co, K, P, F]):
    @property
    def Create(self) -> Callable[P, Params]: ...
    @property
    def List(self) -> Callable[F, Paging]: ...


@overload
def collection(  # pyright: ignore[reportOverlappingOverload]
    resource: type[_CreatesAndLists[R, K, P, F]],
) -> Mount[Collection[R, K, P, F]]: ...
@overload
def collection(resource: type[_Creates[R, K, P]]) -> Mount[Creatable[R, K, P]]: ...
@overload
def collection(resource: type[_Lists[R, K, F]]) -> Mount[Listable[R, K, F]]: ...
@overload
def collection(resource: type[_Items[R, K]]) -> Mount[Handles[R, K]]: ...
def collection(resource: Any) -> Any:
    """Mounts a resource: `name = collection(Session)` in the body of a version or a resource.

    A mount of your own needs no class to stand in: `collection(Ticket).under(client.desk.v1)`.
    resource: a resource class, or `deferred("package.module:Class")`.
    """
    return Mount(resource, _mounted)


def handle(resource: type[_Items[R, K]], key: Callable[[Any], Any]) -> Mount[R]:
    """Mounts one item of a resource: `account = handle(Account, lambda version: …)`.

    key: the item's key, from what it is mounted under; None for a resource without one.
    """

    def make(mounted: type[Resource], site: Site, path: tuple[Any, ...]) -> R:
        keys = (key(site),) if mounted._plan.keys else ()
        return cast("R", make_handle(mounted, site, path, keys, {}))

    return Mount(resource, make)


def _mounted(resource: type[Resource], site: Site, path: tuple[Any, ...]) -> Any:
    return collection_class(resource)(resource, site, path)
