"""The types of the verbs of collections, as `verbs.py` has those of records."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar, cast, overload

from ..declare.params import Paging, Params, Returns
from .verbs import Verb

if TYPE_CHECKING:
    from ..decode.pages import Page
    from .streams import Stream
    from .verbs import AsyncCall, Call

R = TypeVar("R")
T = TypeVar("T")
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

    class CreatesReturning(Protocol[P, R_co]):
        """A resource whose nested class Create says what it returns."""

        @property
        def Create(self) -> Callable[P, Returns[R_co]]: ...

    class OfCollection(Protocol[R_co]):
        """A collection of a resource."""

        def _itself(self) -> R_co: ...


class CreateVerb(Verb):
    @overload
    def __get__(
        self, obj: OfCollection[CreatesReturning[P, None]], owner: Any
    ) -> Call[P, bool]: ...
    @overload
    def __get__(self, obj: OfCollection[CreatesReturning[P, T]], owner: Any) -> Call[P, T]: ...
    @overload
    def __get__(self, obj: OfCollection[Creates[R, P]], owner: Any) -> Call[P, R]: ...
    def __get__(self, obj: Any, owner: Any) -> Any:
        return self._bind(obj, owner)


class CreateAsyncVerb(Verb):
    @overload
    def __get__(
        self, obj: OfCollection[CreatesReturning[P, None]], owner: Any
    ) -> AsyncCall[P, bool]: ...
    @overload
    def __get__(self, obj: OfCollection[CreatesReturning[P, T]], owner: Any) -> AsyncCall[P, T]: ...
    @overload
    def __get__(self, obj: OfCollection[Creates[R, P]], owner: Any) -> AsyncCall[P, R]: ...
    def __get__(self, obj: Any, owner: Any) -> Any:
        return self._bind(obj, owner)


class ListVerb(Verb):
    def __get__(self, obj: OfCollection[Lists[R, F]], owner: Any) -> Call[F, builtins.list[R]]:
        return cast("Call[F, builtins.list[R]]", self._bind(obj, owner))


class ListAsyncVerb(Verb):
    def __get__(self, obj: OfCollection[Lists[R, F]], owner: Any) -> AsyncCall[F, builtins.list[R]]:
        return cast("AsyncCall[F, builtins.list[R]]", self._bind(obj, owner))


class PageVerb(Verb):
    def __get__(self, obj: OfCollection[Lists[R, F]], owner: Any) -> Call[F, Page[R]]:
        return cast("Call[F, Page[R]]", self._bind(obj, owner))


class PageAsyncVerb(Verb):
    def __get__(self, obj: OfCollection[Lists[R, F]], owner: Any) -> AsyncCall[F, Page[R]]:
        return cast("AsyncCall[F, Page[R]]", self._bind(obj, owner))


class StreamVerb(Verb):
    def __get__(self, obj: OfCollection[Lists[R, F]], owner: Any) -> Call[F, Stream[R]]:
        return cast("Call[F, Stream[R]]", self._bind(obj, owner))
