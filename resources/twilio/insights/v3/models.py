"""Objects in the requests and responses of several resources of insights.v3."""

from __future__ import annotations

from typing import Literal

from restmap import UNSET, Model, field


class PaginationMeta(Model):
    key: str
    page_size: int = field(name="pageSize")
    previous_token: str | None = field(name="previousToken", default=None)
    next_token: str | None = field(name="nextToken", default=None)


class QueryDefinitionFilterExpression(Model):
    op: Literal["AND", "OR", "EQ", "NE", "GT", "LT", "IN"]
    field_: str
    values: list[str] = UNSET


class QueryDefinitionFilter(Model):
    expressions: list[QueryDefinitionFilterExpression]
    op: Literal["AND", "OR", "EQ", "NE", "GT", "LT", "IN"] = UNSET


class QueryDefinitionOrderBy(Model):
    field_: str = UNSET
    direction: Literal["ASC", "DESC"] = UNSET


class QueryDefinition(Model):
    measures: list[str] = UNSET
    dimensions: list[str] = UNSET
    filters: list[QueryDefinitionFilter] = UNSET
    order_by: list[QueryDefinitionOrderBy] = UNSET
