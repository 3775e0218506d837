"""RecordingTransport: records calls in a file, and replays them from it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from ..messages import Request, Response
from ..streamed_body import body_bytes
from ..transports.pool import Pool
from ..transports.request_check import check_request
from .recording import Mode, Recording
from .replacements import Replace

if TYPE_CHECKING:
    from ..transports.transport import AsyncTransport, Transport


class RecordingTransport:
    """Records the calls of a client in a file, and replays them from it: for tests.

        client = Client(…, transport=RecordingTransport("calls.yaml"))

    With the first run the requests are sent, and each call is written to the file; after that
    nothing is sent. It serves blocking and awaited calls.

    path: of the file: YAML if it ends with `.yaml` (extra `testing`), JSON with `.json`.
    transport: sends the requests that are recorded; by default urllib3, and aiohttp for awaited
        calls.
    mode: "once" records if there is no file, and else replays; "none" never records; "all" records
        again.
    replace: names of fields and parameters whose values are not written, in addition to secrets;
        or such names with the values that are written in their place.

    Secrets are replaced before anything is written: credentials, cookies, parameters that are
    declared `sensitive=True`, and those with a name such as `token` or `password`. When a call is
    replayed, any value fits where one was replaced, and the response has that value again.

    A request is the recorded one if method, URL, body and the headers that select a response are
    the same; the order of parameters does not matter. Equal requests get their responses in the
    order in which they were recorded. Calls that failed without a response are not recorded.

    Raises ConfigurationError for a file that is not a recording. `send` raises RecordingError for
    a request that is not in it, and shows the nearest one that is.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        transport: Transport | AsyncTransport | None = None,
        *,
        mode: Mode = "once",
        replace: Replace = (),
    ) -> None:
        self._recording = Recording(Path(path), mode, replace)
        self._given = transport
        self._pool = Pool(transport, None)

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self._recording.path

    @property
    def is_recording(self) -> bool:
        """Whether requests are sent and recorded, and not replayed."""
        return self._recording.is_open

    def send(self, request: Request) -> Response:
        """Replay the response to a request, or send it and record the call."""
        check_request(request)
        body = body_bytes(request.body)
        if not self.is_recording:
            return self._recording.replay(request, body)
        response = self._pool.blocking().send(_whole(request, body))
        self._recording.record(request, body, response)
        return response

    async def send_async(self, request: Request) -> Response:
        """The awaited form of `send`."""
        check_request(request)
        body = await _read_async(request.body) if request.body else b""
        if not self.is_recording:
            return self._recording.replay(request, body)
        response = await self._pool.asynchronous().send(_whole(request, body))
        self._recording.record(request, body, response)
        return response

    def close(self) -> None:
        """Close the connections. The transport can still be used by another client."""
        self._pool.close()
        self._pool = Pool(self._given, None)

    async def aclose(self) -> None:
        """Close the connections of awaited calls as well."""
        await self._pool.aclose()
        self._pool = Pool(self._given, None)

    def __repr__(self) -> str:
        state = "recording" if self.is_recording else "replaying"
        return f"<RecordingTransport of {str(self.path)!r}, {state}>"


def _whole(request: Request, body: bytes) -> Request:
    """The request with its body in memory, whose response is read as a whole as well."""
    return attrs.evolve(request, body=request.body and body, streamed=False)


async def _read_async(body: bytes | AsyncIterable[bytes]) -> bytes:
    return body if isinstance(body, bytes) else b"".join([piece async for piece in body])
