"""Supporting document types."""

from __future__ import annotations

from .end_user_type import EndUserType


class SupportingDocumentType(EndUserType, uri="/SupportingDocumentTypes/{sid}"):
    """client.trusthub.v1.supporting_document_types"""
