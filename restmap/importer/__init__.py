"""Import: an OpenAPI document becomes declarations, written as a person would write them.

Its steps are folders, in the order of `importing.py`: `read` makes operations of documents, `draft`
decides what is declared and what it is called, `write` makes modules of the drafts, checks them and
moves them into place.
"""

from .draft.naming import OwnItem, PlainNaming
from .draft.page_types import ITEM_KEY, Arguments, ListResponse, PageChoice, arguments
from .draft.path_tree import Step
from .draft.places import Place
from .draft.roles import Role
from .draft.words import singular
from .read.documents import Document
from .read.operations import DocumentOperation, DocumentParameter, shape

__all__ = [
    "ITEM_KEY",
    "Arguments",
    "Document",
    "DocumentOperation",
    "DocumentParameter",
    "ListResponse",
    "OwnItem",
    "PageChoice",
    "Place",
    "PlainNaming",
    "Role",
    "Step",
    "arguments",
    "shape",
    "singular",
]
