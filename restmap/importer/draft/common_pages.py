"""The page types of restmap, each recognised by the parameters and the response together.

A page type is chosen only where the operation has the parameters that it sends, and the response
has the members that it reads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..read.documents import Document
from ..read.operations import DocumentOperation
from .counted_pages import recognise_number, recognise_offset, recognise_scim
from .linked_pages import (
    recognise_likely_link,
    recognise_likely_link_header,
    recognise_link,
    recognise_link_header,
    recognise_link_list,
)
from .page_members import last, page_members, plain
from .page_types import Arguments, ListResponse, PageChoice, find_page
from .results import FoundRecords, Result
from .token_pages import (
    recognise_cursor,
    recognise_header_token,
    recognise_last_id,
    recognise_token,
    recognise_told_cursor,
)

_PAGED = re.compile(
    r"(.*_)?(page|offset|skip|cursor|page_token|marker|after|before|starting_after|ending_before"
    r"|has_more|next|next_.*|limit|per_page|page_size|continue|max_results|scroll_id)"
)


def _recognise_array(response: ListResponse) -> Arguments | None:
    """A list without further pages: nothing in the operation speaks of pages."""
    names = [*map(plain, response.query), *map(last, page_members(response))]
    if any(map(_PAGED.fullmatch, names)):
        return None
    return Arguments((response.array or None,))


def is_paged(document: Document, operation: DocumentOperation, result: Result) -> bool:
    """Whether a response is certainly a page of a list."""
    found = FoundRecords(result.path, result.schema)
    match = find_page(document, operation, COMMON_PAGES, found)
    return match is not None and match.is_sure and bool(match.hidden)


COMMON_PAGES: Sequence[PageChoice] = (
    PageChoice("restmap:ScimPage", recognise_scim, frozenset({"startIndex", "count"})),
    PageChoice("restmap:LinkHeaderPage", recognise_link_header),
    PageChoice("restmap:HeaderTokenPage", recognise_header_token),
    PageChoice("restmap:LinkPage", recognise_link),
    PageChoice("restmap:TokenPage", recognise_token),
    PageChoice("restmap:TokenPage", recognise_last_id),
    PageChoice("restmap:CursorPage", recognise_cursor),
    PageChoice("restmap:CursorPage", recognise_told_cursor),
    PageChoice("restmap:LinkPage", recognise_likely_link),
    PageChoice("restmap:OffsetPage", recognise_offset),
    PageChoice("restmap:NumberPage", recognise_number),
    PageChoice("restmap:LinkListPage", recognise_link_list),
    PageChoice("restmap:LinkHeaderPage", recognise_likely_link_header),
    PageChoice("restmap:ArrayPage", _recognise_array),
)
