"""Insights, v3."""

from typing import TYPE_CHECKING

from restmap import Version, collection, deferred, handle

if TYPE_CHECKING:
    from .metadata import Metadata
    from .query import Query
    from .query_job import QueryJob
    from .query_job_results import QueryJobResults
else:
    Metadata = deferred(".metadata:Metadata", __package__)
    Query = deferred(".query:Query", __package__)
    QueryJob = deferred(".query_job:QueryJob", __package__)
    QueryJobResults = deferred(".query_job_results:QueryJobResults", __package__)


class V3(Version, prefix="/v3"):
    """https://insights.twilio.com/v3"""

    metadata = handle(Metadata)
    query = handle(Query)
    query_jobs = collection(QueryJob)
    results = collection(QueryJobResults)
