"""A response whose body is received in pieces."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator

import attrs

from ..messages import Response


@attrs.frozen(kw_only=True, repr=False)
class OpenResponse(Response):
    """A response whose body is still to be read, from the connection.

    pieces: the body, decompressed: an iterator of a blocking transport, an asynchronous one of an
    asynchronous transport. close: gives the connection up, unless the body was read to its end.
    """

    pieces: Generator[bytes] | AsyncGenerator[bytes]
    close: Callable[[], object]
