"""A resource that is imported on first use, as in large versions."""

from __future__ import annotations

from restmap import ArrayPage, Paging, Params, Resource


class Late(Resource, uri="/Late/{sid}", page=ArrayPage("late")):
    sid: str

    class Create(Params):
        minutes: int

    class List(Paging): ...

    class Fetch(Params): ...

    class Delete(Params): ...
