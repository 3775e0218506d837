"""The OpenAPI documents that are written of Twilio's whole catalogue, read by other programs."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from restmap.describe.routes import find_routes
from restmap.openapi.document import openapi_documents

from .openapi import HERE

pytestmark = pytest.mark.conformance


@pytest.fixture(scope="module")
def documents() -> dict[str, Any]:
    return openapi_documents("resources.twilio")


def test_prism_reads_every_operation(documents: dict[str, Any], tmp_path: Path) -> None:
    written = {tmp_path / f"{host}.json": each for host, each in documents.items()}
    for path, document in written.items():
        path.write_text(json.dumps(document))
    command = ["node", HERE / "read_documents.mjs", *written]
    output = subprocess.run(command, check=True, capture_output=True, timeout=300).stdout

    expected = {
        str(path): sum(map(len, document["paths"].values())) for path, document in written.items()
    }
    assert json.loads(output) == expected
    assert sum(expected.values()) == len(find_routes("resources.twilio"))


def test_every_document_is_valid(documents: dict[str, Any]) -> None:
    departures = {
        host: [each.message for each in OpenAPIV31SpecValidator(document).iter_errors()]
        for host, document in documents.items()
    }

    assert {host: found for host, found in departures.items() if found} == {}
