"""Resources with shapes beyond the five verbs, for the tests of types."""

from __future__ import annotations

from restmap import UNSET, Paging, Resource, TokenPage, Version, collection


class ShapedResource(Resource, page=TokenPage("items", token="next", parameter="cursor")):
    """What these resources share."""


class Issue(ShapedResource, uri="/issues/{id}"):
    """Has a list by POST."""

    id: int
    title: str

    class List(Paging, method="POST", uri="/search", body="json"):
        query: str
        labels: list[str] = UNSET


class V2(Version, prefix="/v2"):
    issues = collection(Issue)
