"""Import: an OpenAPI document becomes declarations, written as a person would write them.

The steps, a module each: documents → naming → tree → drafts (of types, operations, resources)
→ source. `command.py` goes through them.
"""

from .documents import Document, DocumentOperation, DocumentParameter
from .naming import Naming, OwnItem, Place, PlainNaming, Step, singular
from .page_types import PageChoice, Properties

__all__ = [
    "Document",
    "DocumentOperation",
    "DocumentParameter",
    "Naming",
    "OwnItem",
    "PageChoice",
    "Place",
    "PlainNaming",
    "Properties",
    "Step",
    "singular",
]
