"""Resources with shapes beyond the five verbs, for the tests of types."""

from __future__ import annotations

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


class V2(Version, prefix="/v2"):
    issues = collection(Issue, Issues)
    releases = collection(Release)
    drafts = collection(Draft)
    imports = collection(Import)
