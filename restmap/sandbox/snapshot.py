"""Snapshots: the records of a sandbox as they were, by SQLite's online backup.

https://docs.python.org/3/library/sqlite3.html#sqlite3.Connection.backup
"""

from __future__ import annotations

import sqlite3
import weakref
from datetime import datetime
from pathlib import Path

from ..errors import configuration_error


class Snapshot:
    """The records of a sandbox at a time, for `Sandbox.restore()`.

    connection: a database of its own. now: the time in the sandbox.
    """

    def __init__(self, connection: sqlite3.Connection, now: datetime) -> None:
        self.connection = connection
        self.now = now
        weakref.finalize(self, connection.close)

    def save(self, path: str | Path) -> None:
        """Write the records to a file, for `Sandbox(…, database=path)`; what is in it is replaced.

        Raises ConfigurationError for a file that cannot be written.
        """
        try:
            target = sqlite3.connect(path)
            try:
                self.connection.backup(target)
            finally:
                target.close()
        except sqlite3.Error as error:
            raise configuration_error(
                f"the snapshot cannot be saved as {str(path)!r}: {error}.",
                "Name a file in a folder that is there.",
            ) from error

    def __repr__(self) -> str:
        return f"<Snapshot of {self.now:%Y-%m-%dT%H:%M:%SZ}>"
