"""Resources with shapes beyond the five verbs, for the tests of types."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from restmap import (
    UNSET,
    Collection,
    Model,
    Paging,
    Params,
    Resource,
    Returns,
    TokenPage,
    Version,
    action,
    collection,
    param,
)


class ShapedResource(Resource, page=TokenPage("items", token="next", parameter="cursor")):
    """What these resources share."""


class Issue(ShapedResource, uri="/issues/{id}"):
    """Has a list by POST."""

    id: int
    title: str

    class List(Paging, method="POST", uri="/search", body="json"):
        query: str
        labels: list[str] = UNSET

    class Move(Params, method="PUT", path="/boards/{board}/issues/{id}"):
        board: int

    class Replace(Params, method="PUT"):
        title: str

    move = action(Move, returns=None)
    replace = action(Replace)


class Deletion(Model):
    """What a delete returns."""

    undo_until: str | None = None


class Release(ShapedResource, uri="/releases/{id}"):
    """Has results of several kinds."""

    id: int

    class Delete(Params, Returns[Deletion]):
        force: bool = UNSET

    class Issues(Params, method="GET", uri="/issues"): ...

    class Notes(Params, method="GET", uri="/notes", accept="text/markdown"): ...

    class Words(Params, method="GET", uri="/words"): ...

    issues = action(Issues, returns=list[Issue])
    issues_async = issues.awaited()
    notes = action(Notes, returns=str)
    words = action(Words, returns=list[int])


class Draft(ShapedResource, uri="/drafts/{id}"):
    """Returns itself when it is deleted."""

    id: int

    class Delete(Params, Returns["Draft"]): ...


class Import(ShapedResource, uri="/imports/{id}"):
    """Returns other things than itself."""

    id: int

    class Create(Params, Returns[Deletion]):
        url: str

    class Fetch(Params, Returns[list[int]]): ...

    class Update(Params, Returns[None]):
        url: str


class Issues(Collection[Issue]):
    """Has actions of the whole collection."""

    class Bulk(Params, uri="/bulk"):
        titles: list[str]

    class Import(Params, uri="/import"):
        url: str

    class Clear(Params, method="DELETE"):
        older_than: int = UNSET

    bulk = action(Bulk, returns=int)
    bulk_async = bulk.awaited()
    import_ = action(Import)
    import_async = import_.awaited()
    clear = action(Clear, returns=None)
    clear_async = clear.awaited()


class Span(Model):
    """A range of dates."""

    first: date
    last: date | None = None


class Invoice(
    ShapedResource, uri="/invoices/{id}", item="invoice", items="data.invoices", body_item="invoice"
):
    """Is in an envelope, and is found by lists and objects in the query."""

    id: int
    total: Decimal

    class Create(Params):
        total: Decimal

    class List(Paging, items="found"):
        during: Span = param(style="deepObject", default=UNSET)
        states: list[str] = param(style="pipeDelimited", default=UNSET)
        filter: dict[str, str] = param(style="form", explode=False, default=UNSET)
        back_to: str = param(allow_reserved=True, default=UNSET)

    class Fetch(Params, item=""): ...

    class Count(Params, method="GET", uri="/count", item="meta.count"): ...

    class Draft(Params, uri="/draft", body="form", body_item="data.invoice"):
        note: str | None = UNSET

    count = action(Count, returns=int)
    draft = action(Draft)


class V2(Version, prefix="/v2"):
    invoices = collection(Invoice)
    issues = collection(Issue, Issues)
    releases = collection(Release)
    drafts = collection(Draft)
    imports = collection(Import)
