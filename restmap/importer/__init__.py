"""Import: an OpenAPI document becomes declarations, written as a person would write them.

The steps, a module or a few each, in the order of `command.py`: `documents.py` reads,
`naming.py` says what things are called, `tree.py` what hangs where; `drafting.py` makes drafts of
types, operations and resources, `likeness.py` finds what they have in common, and `packages.py`
and `source.py` write them.
"""

from .document_operations import DocumentOperation, DocumentParameter, shape
from .documents import Document
from .naming import OwnItem, PlainNaming, Step, singular
from .page_types import ITEM_KEY, Arguments, ListAnswer, PageChoice, arguments
from .places import Place

__all__ = [
    "ITEM_KEY",
    "Arguments",
    "Document",
    "DocumentOperation",
    "DocumentParameter",
    "ListAnswer",
    "OwnItem",
    "PageChoice",
    "Place",
    "PlainNaming",
    "Step",
    "arguments",
    "shape",
    "singular",
]
