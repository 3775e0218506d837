from __future__ import annotations

from .end_user_type import EndUserType


class SupportingDocumentType(EndUserType, uri="/SupportingDocumentTypes/{sid}"):
    """trusthub.v1.supporting_document_types."""
