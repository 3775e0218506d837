"""Where records come from: what those of one response share, and what reading them relies on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

import attrs

if TYPE_CHECKING:
    from ..messages import Response
    from ..plan.resource_plan import ResourcePlan
    from ..send.exchange import ClientProtocol

    class SiteProtocol(Protocol):
        """A domain or a version, as far as requests and records need it."""

        @property
        def client(self) -> ClientProtocol: ...
        @property
        def origin(self) -> str: ...
        @property
        def declared_origin(self) -> str: ...
        @property
        def root(self) -> str: ...
        @property
        def titles(self) -> tuple[str, ...]: ...

    class RecordProtocol(Protocol):
        """An instance of a resource, as far as reading it goes."""

        _plan: ClassVar[ResourcePlan]
        _shapes: ClassVar[dict[tuple[str, ...], Shape]]
        _source: Source
        _values: tuple[Any, ...]


@attrs.frozen(eq=False, repr=False)
class Shape:
    """The keys of an answer, shared by all records that came with just those keys.

    A record then holds its values alone. positions: where a field's value is, by its Python
    name; keys that the declaration does not know are there in snake case.
    """

    keys: tuple[str, ...]
    positions: Mapping[str, int]


class Source:
    """Where records come from: what those of one answer share, and of one shape.

    site: the version they were reached through. path: the path values they were reached with.
    shape: None for a handle. positions: those of the shape. response: the answer of a record that
    came with one of its own.
    """

    __slots__ = ("path", "positions", "response", "shape", "site")

    def __init__(
        self,
        site: SiteProtocol,
        path: tuple[Any, ...],
        shape: Shape | None,
        response: Response | None,
    ) -> None:
        self.site = site
        self.path = path
        self.shape = shape
        self.positions = shape.positions if shape is not None else _NO_POSITIONS
        self.response = response


_NO_POSITIONS: Mapping[str, int] = {}
