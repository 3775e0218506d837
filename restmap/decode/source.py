"""The source of records: what the records of one response share, and the types they rely on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

import attrs

if TYPE_CHECKING:
    from ..messages import Response
    from ..plan.resource_plan import ResourcePlan
    from ..send.exchange import ClientProtocol
    from .drift import DriftMode

    class SiteProtocol(Protocol):
        """The part of a domain or a version that requests and records need."""

        @property
        def client(self) -> ClientProtocol: ...
        @property
        def origin(self) -> str: ...
        @property
        def _declared_origin(self) -> str: ...
        @property
        def root(self) -> str: ...
        @property
        def _titles(self) -> tuple[str, ...]: ...
        def _move(self, url: str) -> str | None: ...

    class RecordProtocol(Protocol):
        """The part of a resource's instances that reading needs."""

        _plan: ClassVar[ResourcePlan]
        _shapes: ClassVar[dict[tuple[str, ...], Shape]]
        _source: Source
        _values: Sequence[Any]

        def _known_path(self) -> tuple[Any, ...]: ...


@attrs.frozen(eq=False, repr=False)
class Shape:
    """The keys of an object of a response, shared by all records with exactly those keys.

    A record then holds only its values. positions: the index of each field's value, by its Python
    name; keys that are not declared are in snake case. date_times: the indexes of date-times.
    """

    keys: tuple[str, ...]
    positions: Mapping[str, int]
    date_times: tuple[int, ...]


class Source:
    """What the records of one response and one shape share.

    site: the version they were reached through. path: the path values they were reached with.
    shape: None for a handle. positions: those of the shape. response: the response, if it holds
    one record alone. kept_mounts: what the mounts of a handle have made that is the same object at
    each access; None for any other handle and for records.
    """

    __slots__ = ("kept_mounts", "path", "positions", "response", "shape", "site")

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
        self.kept_mounts: dict[str, Any] | None = None

    @property
    def drift(self) -> DriftMode:
        """What the client does about drift."""
        return self.site.client.drift


_NO_POSITIONS: Mapping[str, int] = {}


class ConvertedValues(list[Any]):
    """The values of a record of which some were converted to Python values.

    received: the values as received. converted: a bit for each value that was converted, the
    lowest for the first. Records that nobody has read have a plain tuple, which is smaller.
    """

    __slots__ = ("converted", "received")

    received: Sequence[Any]
    converted: int
