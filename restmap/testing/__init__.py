"""Tests of programs that use restmap: recorded calls, and a plugin of pytest.

A name is imported when it is first used: pytest imports this package at each start.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .recording_transport import RecordingTransport as RecordingTransport

__all__ = ["RecordingTransport"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from . import recording_transport

    return recording_transport.RecordingTransport
