"""A recording: the calls that were recorded, and which of them comes next."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Literal, TypeAlias

from ..errors import RecordingError, configuration_error, shown_value
from ..messages import Request, Response, request_error, shown_url
from .documents import Document, describe_request, describe_response, read_response
from .files import CallFile, format_of, read_calls
from .matching import Match, with_values
from .replacements import Replace, Replacements, credentials_of

Mode: TypeAlias = Literal["once", "none", "all"]
"""Whether calls are recorded: once, if there is no file; never; or all of them again."""

MODES: tuple[Mode, ...] = ("once", "none", "all")

_MAX_SHOWN_DIFFERENCES = 5


class Recording:
    """The calls in a file, each with the request by which it is found.

    exists: whether there was a file at the beginning. is_open: whether calls are recorded, and not
    replayed. Threads may share it.
    Raises ConfigurationError for a mode that does not exist and a file that is not a recording.
    """

    def __init__(self, path: Path, mode: Mode, replace: Replace) -> None:
        if mode not in MODES:
            raise configuration_error(
                f"mode cannot be {shown_value(mode)}.",
                "Write 'once', 'none' or 'all'.",
                "RecordingTransport",
            )
        self.path = path
        self._lock = threading.Lock()
        self._replacements = Replacements(replace)
        self._file = CallFile(path, format_of(path))
        self.exists = path.exists()
        self.is_open = mode == "all" or (mode == "once" and not self.exists)
        is_read = self.exists and not self.is_open
        self._calls = read_calls(path, self._file.form) if is_read else []
        self._left = list(range(len(self._calls)))
        self._values: dict[str, str] = {}

    # -- recording --------------------------------------------------------------------------

    def record(self, request: Request, body: bytes, response: Response) -> None:
        """Write a call to the file. body: that of the request."""
        with self._lock:
            before = self._replacements.count
            self._calls.append(self._describe(request, body, response))
            # What turned out to be a secret only now may be in a call that was written before.
            first = 0 if self._replacements.count != before else len(self._calls) - 1
            for index in range(first, len(self._calls)):
                call = _without_secrets(self._calls[index], self._replacements)
                self._calls[index] = call
                self._file.put(index, call)
            self._file.write()

    def _describe(self, request: Request, body: bytes, response: Response) -> Document:
        replacements, declared = self._replacements, request.sensitive
        credentials = [replacements.replace_secret(each) for each in credentials_of(request)]

        def change(value: object, name: str) -> object:
            return replacements.replace_named(value, declared, name)

        described = describe_request(request, body, change)
        if credentials:
            described["credentials"] = credentials
        return {"request": described, "response": describe_response(response, change)}

    # -- replaying --------------------------------------------------------------------------

    def replay(self, request: Request, body: bytes) -> Response:
        """The response to a request that was recorded: of equal ones, the next.

        Raises RecordingError for a request that was not recorded, or was replayed already.
        """
        sent = describe_request(request, body)
        with self._lock:
            found = self._find(sent)
            if found is None:
                raise self._refusal(request, sent)
            index, match = found
            self._left.remove(index)
            call = self._calls[index]
            names = call["request"].get("credentials", [])
            self._values.update(match.values)
            self._values.update(zip(names, credentials_of(request), strict=False))
            return read_response(with_values(call["response"], self._values))

    def _find(self, sent: Document) -> tuple[int, Match] | None:
        """The call that comes next for a request, with the values of its placeholders."""
        fitting: tuple[int, Match] | None = None
        for index in self._left:
            match = self._match(index, sent)
            if match.fits and match.has_known_values(self._values):
                return index, match
            if match.fits and fitting is None:
                fitting = index, match
        return fitting

    def _match(self, index: int, sent: Document) -> Match:
        return Match(self._calls[index]["request"], sent, self._replacements.is_chosen)

    def _refusal(self, request: Request, sent: Document) -> RecordingError:
        return request_error(RecordingError, request, *self._explain(sent))

    def _explain(self, sent: Document) -> tuple[str, str]:
        """Why no recorded call fits a request, and what to do."""
        if not self.exists:
            found = f"there is no recording {str(self.path)!r}, and mode='none' records nothing."
            return found, "Record it: mode='once', or in pytest --restmap-record=once."
        again = "Record it again: mode='all', or in pytest --restmap-record=all."
        matches = [self._match(index, sent) for index in range(len(self._calls))]
        times = sum(match.fits for match in matches)
        name = f"the recording {str(self.path)!r}"
        if times:
            often = "once" if times == 1 else f"{times} times"
            return f"{name} has this request {often}, and it was sent more often.", again
        if not matches:
            return f"{name} has no requests.", again
        nearest = min(range(len(matches)), key=lambda index: matches[index].distance)
        recorded = self._calls[nearest]["request"]
        shown = f"{recorded['method']} {shown_url(recorded['url'])}"
        differences = matches[nearest].differences
        left_out = len(differences) - _MAX_SHOWN_DIFFERENCES
        listed = "; ".join(differences[:_MAX_SHOWN_DIFFERENCES])
        listed += f"; and {left_out} more" if left_out > 0 else ""
        return (
            f"{name} does not have this request.",
            f"The nearest is its call {nearest + 1}, {shown}: {listed}. {again}",
        )


def _without_secrets(call: Document, replacements: Replacements) -> Document:
    """A call in which what was replaced once is replaced wherever it is, except in base64."""
    return {
        part: {
            key: value if key == "base64" else replacements.spread(value)
            for key, value in described.items()
        }
        for part, described in call.items()
    }
