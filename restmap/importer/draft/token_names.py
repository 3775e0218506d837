"""Names of the parameters that send the token of a page, and of the members that have it."""

from __future__ import annotations

import re
from collections.abc import Mapping

STRONG = (
    *("cursor", "page_token", "next_token", "next_page_token", "continuation_token", "marker"),
    *("page_cursor", "next_cursor", "scroll_id", "bookmark", "pagination_token", "page_state"),
    *("start_key", "next_marker", "continuation", "cursor_token", "start_cursor", "last_key"),
    *("pagination_cursor", "next_page_cursor", "after_cursor", "page_key", "next_page_key"),
    *("resume_token", "cursor_mark", "stream_position", "exclusive_start_key", "page_after"),
    *("pagination_key", "next_key", "start_token", "from_cursor", "cursor_id", "next_page_id"),
    *("iterator", "next_record_id"),
)
"""Names that say of themselves that the parameter sends the token of a page."""

WEAK: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "continue": r"(.*_)?continue",
        "after": r"(.*_)?(after|(next|end|pagination)_cursor|cursor_next|next_token|pagination)",
        "starting_after": r"(.*_)?(starting_after|next_cursor|end_cursor)",
        "start_after": r"(.*_)?next_start_after|(.*_)?next_cursor",
        "offset": r"(.*_)?next_offset|(.*_)?next(_page)?_offset|next_page_token",
        "token": r"(.*_)?(next_(page_)?token|continuation_token)",
        "start": r"(.*_)?next_start",
        "start_at": r"next_.*_id|next_start_at",
        "next": r"(.*_)?next(_token|_cursor)?",
        "position": r"(.*_)?next_position",
        "page": r"(.*_)?next_page(_token)?",
        "next_page": r"(.*_)?next_page(_token)?",
        "sync": r"(next_)?sync(_token)?",
    }.items()
}
"""Names that a filter may have as well: the member that has the token must belong to the name."""

TOKENS = frozenset({*STRONG, *WEAK})
"""The names of parameters that may send the token of a page."""

NEXT_MEMBER = re.compile(
    r".*_?next_?(cursor|token|marker|page_token|page|offset|key|page_cursor|start|link_token)"
    r"|end_cursor|continuation_?(token)?|after|.*next_page_token|next_after|cursor_next"
    r"|next_stream_position|last_evaluated_key|next_page_key|next_page_id|after_cursor|next"
)
"""Names of members that have the token of the next page, beside a parameter with a strong name."""

NEXT_HEADER = re.compile(
    r"(.*_)?next_(?P<word>cursor|page_token|token|marker|page|offset|key)"
    r"|(.*_)?continuation(_token)?"
)
"""Names of headers that have the token of the next page."""
