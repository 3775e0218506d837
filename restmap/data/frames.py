"""Data frames of tables, by the libraries that users have installed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas
    import polars


def pandas_frame(table: Any) -> pandas.DataFrame:
    """The data frame of pandas."""
    frame: pandas.DataFrame = table.to_pandas()
    return frame


def polars_frame(batches: Iterable[Any], schema: Any) -> polars.DataFrame:
    """The data frame of polars. Each batch can be freed when the frame has it."""
    import polars

    empty = polars.DataFrame(schema.empty_table())
    return polars.concat([empty, *map(polars.DataFrame, batches)])
