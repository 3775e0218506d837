"""Calls into a data frame by hand: the same pages, read with polars or with pandas."""

from __future__ import annotations

from typing import Any

from .. import calls
from ..sessions import PAGE_SIZE
from .plain import Urllib3Json

_DATES = ("date_created", "date_updated", "start_time", "end_time")


class Urllib3Polars(Urllib3Json):
    """A frame of each page, then one of all, with its dates and its status read."""

    def _call_pages(self, limit: int) -> Any:
        origin = self._sessions.partition("/v1/")[0]
        uri = f"{calls.PATH}?PageSize={PAGE_SIZE}"
        seen = 0
        while seen < limit:
            page = self._get(origin + uri)
            seen += len(page["calls"])
            uri = page["next_page_uri"]
            yield page["calls"]

    def table(self, limit: int) -> tuple[int, str]:
        """Make a data frame of the calls; how many it has, and the last sid."""
        import polars

        schema: dict[str, Any] = dict.fromkeys(calls.call(0), polars.String)
        uris = polars.Struct(dict.fromkeys(calls.call(0)["subresource_uris"], polars.String))
        schema["subresource_uris"] = uris
        frame = polars.concat(
            polars.DataFrame(page, schema=schema) for page in self._call_pages(limit)
        )
        moments = polars.col(*_DATES).str.to_datetime("%a, %d %b %Y %H:%M:%S %z")
        frame = frame.with_columns(moments, polars.col("status").cast(polars.Categorical))
        return len(frame), frame["sid"][-1]


class RestmapPolars:
    """restmap: a data frame of polars by `to_polars()`."""

    def __init__(self, origin: str) -> None:
        from resources.twilio import Client

        from ..sessions import ACCOUNT_SID, AUTH_TOKEN

        self._calls = Client(ACCOUNT_SID, AUTH_TOKEN, base_url=origin).calls

    def table(self, limit: int) -> tuple[int, str]:
        """Make a data frame of the calls; how many it has, and the last sid."""
        frame = self._calls.stream(limit=limit, page_size=PAGE_SIZE).to_polars()
        return len(frame), frame["sid"][-1]


class RestmapBatches(RestmapPolars):
    """restmap: record batches of Arrow, one after the other."""

    def table(self, limit: int) -> tuple[int, str]:
        """Take one batch after the other; how many calls there were, and the last sid."""
        seen, last = 0, ""
        for batch in self._calls.stream(limit=limit, page_size=PAGE_SIZE).to_arrow_batches():
            seen += len(batch)
            last = batch["sid"][-1].as_py()
        return seen, last
