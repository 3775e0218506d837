"""Knowledge, v2."""

from typing import TYPE_CHECKING

from restmap import Version, collection, collections, deferred

if TYPE_CHECKING:
    from .knowledge import Knowledge
    from .knowledge_base import KnowledgeBase
    from .knowledge_chunks import KnowledgeChunks
    from .knowledge_search import KnowledgeSearch
    from .operation import Operation
else:
    Knowledge = deferred(".knowledge:Knowledge", __package__)
    KnowledgeBase = deferred(".knowledge_base:KnowledgeBase", __package__)
    KnowledgeChunks = deferred(".knowledge_chunks:KnowledgeChunks", __package__)
    KnowledgeSearch = deferred(".knowledge_search:KnowledgeSearch", __package__)
    Operation = deferred(".operation:Operation", __package__)


class V2(Version, prefix="/v2"):
    """https://knowledge.twilio.com/v2"""

    chunks = collections(KnowledgeChunks)
    knowledge = collections(Knowledge)
    knowledge_bases = collection(KnowledgeBase)
    operations = collection(Operation)
    search = collections(KnowledgeSearch)
