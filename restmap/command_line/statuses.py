"""Exit statuses, which say what happened."""

from __future__ import annotations

from ..errors import ApiError, PagingError, ResponseError, RestmapError, TransportError

DONE = 0
INCOMPLETE = 1
UNUSABLE = 2
REFUSED = 4
FAILED = 5
NO_RESPONSE = 6
UNEXPECTED = 70
INTERRUPTED = 130


def status_of(error: RestmapError) -> int:
    """The exit status for an error.

    >>> from restmap.errors import NotFoundError, ParameterError, ServerError
    >>> [status_of(each) for each in (ParameterError(""), NotFoundError(), ServerError())]
    [2, 4, 5]
    """
    match error:
        case ApiError():
            return FAILED if error.status >= 500 else REFUSED
        case ResponseError() | PagingError():
            return FAILED
        case TransportError():
            return NO_RESPONSE
        case _:
            return UNUSABLE
