"""Metadata."""

from __future__ import annotations

from restmap import Model, NoKey, Params

from .base import InsightsResource


class MetadataCubeMeasure(Model):
    name: str
    type: str
    description: str | None = None
    aggregation: str | None = None


class MetadataCubeDimension(Model):
    name: str
    type: str
    description: str | None = None


class MetadataCube(Model):
    name: str
    measures: list[MetadataCubeMeasure]
    dimensions: list[MetadataCubeDimension]
    description: str | None = None


class Metadata(InsightsResource, uri="/InsightsDomains/Conversations/Metadata"):
    """client.insights.v3.metadata"""

    domain: str
    cubes: list[MetadataCube]

    class Key(NoKey): ...

    class Fetch(Params): ...
