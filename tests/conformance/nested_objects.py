"""Nested objects of Twilio's documents: which of them have an exact type in `resources.twilio`."""

from __future__ import annotations

import functools

from resources.twilio.openapi import TwilioNaming
from restmap.importer.draft.nested_objects import NestedObjects
from restmap.importer.importing import import_documents, read_documents
from restmap.importer.write.package_files import Package

from .openapi import HERE
from .twilio_documents import DIRECTORY


@functools.cache
def nested_objects() -> NestedObjects:
    """The nested objects, from an import that writes nothing; the package is loaded for it."""
    report = import_documents(
        read_documents([DIRECTORY]),
        Package("resources.twilio", HERE.parents[1]),
        TwilioNaming(),
        only_check=True,
        line_length=100,  # as `make catalogue` has it
    )
    assert not report.written, "make catalogue writes the catalogue anew"
    assert not report.problems
    return report.nested
