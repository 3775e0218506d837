"""`restmap.export()`: a list, or several partitions of one, into files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Executor
from typing import Any, Literal, TypeAlias

from ..api.streams import Stream
from ..data.extras import require
from ..errors import configuration_error
from .executors import check_executor
from .export_run import ExportRun, check_sources
from .jobs import Source
from .part_formats import FORMATS
from .partitions import Partition
from .progress import Exported, ExportProgress, Progress
from .target import Target

Format: TypeAlias = Literal["parquet", "csv", "jsonl"]


def export(
    stream: Stream[Any] | Sequence[Stream[Any]] | Sequence[Partition[Any]],
    path: str | os.PathLike[str],
    *,
    format: Format | None = None,  # noqa: A002
    since_last: str | None = None,
    records_a_part: int = 50_000,
    progress: Progress | None = None,
    executor: Executor | None = None,
    at_a_time: int | None = None,
) -> Exported:
    """Write the records of a stream to files; the same call goes on after an interruption.

        restmap.export(client.calls.stream(status="failed"), "calls.parquet")

    Whenever a program ends in the middle, even by `kill -9` or without electricity, the same call
    again goes on where it was, and in the end each record is there once.

    stream: a stream, or several, or the partitions that `partition()` gives, such as one for each
        day. A later call may have further partitions.
    path: a file that ends with .parquet, .csv or .jsonl, which appears when it is complete; or a
        directory for data files of about `records_a_part` records or 30 seconds each.
    format: of the files in a directory; by default Parquet. JSON lines have the records as they
        were received, the others the columns of `to_arrow()`.
    since_last: a field with an order, such as "date_updated". Once the export into a directory is
        complete, the same call adds the records whose value is above the newest one there.
    progress: called after each page, or with an executor after each partition.
    executor: where partitions are exported, such as a ProcessPoolExecutor or that of a Dask
        cluster; all of its workers need to see the path.
    at_a_time: the maximum number of partitions at a time; by default, that of the executor. Clients
        with a pace need it in processes and clusters: each worker keeps its share of the pace.

    Raises ConfigurationError for a path that another export has, and for a package that is not
    installed; OSError where a file cannot be written; and the errors of any list. What was
    written until then stays, and the same call goes on from there.
    """
    sources: list[Source] = [stream] if isinstance(stream, Stream) else [*stream]
    target = Target.of(path, format)
    check_sources(sources)
    if executor is not None:
        check_executor(executor, at_a_time, sources)
    if since_last is not None and target.is_file:
        raise configuration_error(
            f"since_last= adds files to a directory, and {str(target.path)!r} is a file.",
            "Give a directory, such as 'calls/'.",
            "export",
        )
    if records_a_part < 1:
        raise configuration_error(
            f"records_a_part= cannot be {records_a_part}.", "Write 1 or more.", "export"
        )
    if FORMATS[target.format].needs_arrow:
        require("pyarrow", f"an export to {target.format}")
    run = ExportRun(target, sources, since_last, records_a_part, progress or _ignore)
    return run.run_here() if executor is None else run.run_in(executor, at_a_time)


def _ignore(progress: ExportProgress) -> None: ...
