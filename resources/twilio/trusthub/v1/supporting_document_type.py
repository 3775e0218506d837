"""trusthub.v1.supporting_document_types."""

from __future__ import annotations

from .end_user_type import EndUserType


class SupportingDocumentType(EndUserType, uri="/SupportingDocumentTypes/{sid}"):
    """A supporting document type of trusthub v1."""
