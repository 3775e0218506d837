"""Collections: they list, create and address the records of a resource."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Generic,
    ParamSpec,
    TypeVar,
    cast,
    overload,
)

from ..declare.place import Place
from .call import call
from .collection_verbs import (
    CreateAsyncVerb,
    CreateVerb,
    ListAsyncVerb,
    ListVerb,
    PageAsyncVerb,
    PageVerb,
    StreamVerb,
)
from .handles import make_handle
from .site_mounts import is_shown
from .verbs import awaited, blocking, operation_of

if TYPE_CHECKING:
    from ..decode.pages import Page
    from ..decode.source import RecordProtocol, SiteProtocol
    from ..display.description import Description
    from ..plan.operation import Operation
    from ..send.flow import Flow
    from .collection_verbs import Items, Lists
    from .streams import Stream
    from .verbs import Target

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
K = ParamSpec("K")  # the key of an item
F = ParamSpec("F")  # the filters of a list


# The code for lists is imported with the first list, which many programs never need.


def _list_all(target: Target, operation: Operation, arguments: dict[str, Any]) -> Flow[Any]:
    from .listing import list_all

    return list_all(target, operation, arguments)


def _first_page(target: Target, operation: Operation, arguments: dict[str, Any]) -> Flow[Any]:
    from .listing import first_page

    return first_page(target, operation, arguments)


def _stream(target: Target, operation: Operation, arguments: dict[str, Any]) -> Stream[Any]:
    """A stream of records; nothing is sent until the first record is asked for."""
    from .listing import ListCall
    from .streams import Stream

    return Stream(ListCall(target, operation, arguments))


class Collection(Generic[R_co]):
    """The records of a resource: `sessions("KC…")` is a handle on one of them.

    A collection has the verbs that the resource declares; `describe()` lists them with their
    parameters. A subclass has the mounts and actions
    that belong to the whole collection, not to one of its items:

        class Workers(Collection[Worker]):
            statistics = collection(WorkersStatistics)

            class Invite(Params, uri="/invitations"):
                emails: list[str]

            invite = action(Invite, returns=list[Worker])

        workers = collection(Worker, Workers)
    """

    _resource: type[RecordProtocol]
    _site: SiteProtocol
    _path: tuple[Any, ...]
    _keeps_mounts = True
    # Whether each access to the attribute it is mounted as gives this object again.
    _is_kept = False
    # The resource that the class names, and the operations of its actions and of its bases'.
    _declared_resource: ClassVar[type[RecordProtocol] | None] = None
    _actions: ClassVar[Mapping[str, Operation]] = {}

    def __init_subclass__(cls) -> None:
        from .collection_actions import compile_actions, declared_resource

        place = Place.of_class(cls.__qualname__, sys._getframe(1))
        cls._declared_resource = declared_resource(cls) or cls._declared_resource
        cls._actions = {**cls._actions, **compile_actions(cls, cls._declared_resource, place)}

    def __init__(
        self, resource: type[RecordProtocol], site: SiteProtocol, path: tuple[Any, ...]
    ) -> None:
        vars(self).update(_resource=resource, _site=site, _path=path)

    if TYPE_CHECKING:
        # Tells type checkers the class of a record that an action returns.
        def _itself(self) -> R_co: ...

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
        return self._site.client._run(self._page_at(target_url, *args, **filters))

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
        return await self._site.client._run_async(self._page_at(target_url, *args, **filters))

    def _page_at(self, target_url: str, **filters: Any) -> Flow[Page[Any]]:
        from .listing import page_at

        operation = operation_of(self, "list", "get_page")
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
            raise TypeError(f"the collection is not iterable: {self._missing('list')}")
        return _stream(self, listing, {})

    def describe(self) -> Description:
        """What can be called on it and on its items: requests, parameters, types and links.

        It is shown as text at a prompt, and as HTML in a notebook. Nothing is requested.
        """
        from ..display.description import describe_operations
        from .mounts import mounts_of

        resource = self._resource
        return describe_operations(
            repr(self),
            resource,
            self._site,
            [*resource._plan.operations.values(), *self._actions.values()],
            beside=[each.name for each in mounts_of(type(self))],
            below=[each.name for each in mounts_of(resource)],
        )

    def _repr_html_(self) -> str:
        """What a notebook shows: its operations. Nothing is requested."""
        return self.describe().overview()

    def _address(self) -> tuple[Any, ...]:
        return self._path

    def _find_operation(self, name: str) -> Operation | None:
        return self._actions.get(name) or self._resource._plan.operations.get(name)

    def _missing(self, name: str) -> str:
        from .missing_attributes import missing_in_collection  # for a message

        return missing_in_collection(self._resource, name, dir(Collection))

    if not TYPE_CHECKING:  # to a checker, any name would be an attribute

        def __getattr__(self, name: str) -> Any:
            # Called for names that the class does not have, and for verbs that are not declared.
            if name.startswith("_"):  # `copy` looks for some before `_resource` is set
                raise AttributeError(name)
            raise AttributeError(self._missing(name))

        def __setattr__(self, name: str, value: object) -> None:
            self._refuse_unless_kept(name)
            super().__setattr__(name, value)

        def __delattr__(self, name: str) -> None:
            # What `patch.object` does where it could not assign; its message would be the last.
            self._refuse_unless_kept(name)
            super().__delattr__(name)

    def _refuse_unless_kept(self, name: str) -> None:
        """Raise AttributeError for an assignment to an object that is made for one access."""
        if not self._is_kept:
            raise AttributeError(
                f"{name!r} cannot be assigned: this collection of {self._resource.__name__} is "
                "made anew at each access, so the assignment would have no effect. In a test, "
                "give the client a transport: a HandlerTransport or a Sandbox."
            )

    def __dir__(self) -> Iterator[str]:
        from .missing_attributes import has_attribute

        names = (name for name in object.__dir__(self) if is_shown(name))
        return (name for name in names if has_attribute(self._resource, name))

    def __str__(self) -> str:
        return f"<{'.'.join(self._site._titles)}.{self._resource.__name__}List>"

    def __repr__(self) -> str:
        path = zip(self._resource._plan.path_names, self._path, strict=False)
        shown = "".join(f" {name}={value!r}" for name, value in path)
        return f"{str(self)[:-1]}{shown}>"
