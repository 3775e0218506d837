"""Import: an OpenAPI document becomes declarations, written as a person would write them.

The steps, a module each: documents → naming → tree → drafts (of types, operations, resources)
→ source. `command.py` goes through them.
"""

from .documents import Document, DocumentOperation, DocumentParameter
from .naming import Naming, OwnItem, Place, PlainNaming, Step, singular
from .page_types import ListAnswer, PageChoice

__all__ = [
    "Document",
    "DocumentOperation",
    "DocumentParameter",
    "ListAnswer",
    "Naming",
    "OwnItem",
    "PageChoice",
    "Place",
    "PlainNaming",
    "Step",
    "singular",
]
