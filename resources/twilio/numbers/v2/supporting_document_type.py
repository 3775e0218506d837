"""Supporting document types, in regulatory compliance."""

from __future__ import annotations

from .end_user_type import EndUserType


class SupportingDocumentType(
    EndUserType, uri="/RegulatoryCompliance/SupportingDocumentTypes/{sid}"
):
    """client.numbers.v2.regulatory_compliance.supporting_document_types"""
