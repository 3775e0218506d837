"""Marks that restmap writes into documents, for what OpenAPI has no word for."""

RECORD_MARK = "x-restmap-record"
"""Marks the schema of the records of a resource. When the document is imported, an object with some
of its members is not taken for the record, and an array in it not for the records of a list."""
