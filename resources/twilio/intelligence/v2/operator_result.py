"""Operator results of transcripts."""

from __future__ import annotations

from typing import Any, Literal

from restmap import UNSET, Paging, Params

from .base import IntelligenceResource

OperatorType = Literal[
    "conversation-classify",
    "utterance-classify",
    "extract",
    "extract-normalize",
    "pii-extract",
    "text-generation",
    "json",
]


class OperatorResult(
    IntelligenceResource, uri="/Transcripts/{transcript_sid}/OperatorResults/{operator_sid}"
):
    """client.intelligence.v2.transcripts(…).operator_results"""

    operator_type: OperatorType
    name: str | None
    operator_sid: str
    extract_match: bool | None
    match_probability: float | None
    normalized_result: str | None
    utterance_results: list[Any] | None
    utterance_match: bool | None
    predicted_label: str | None
    predicted_probability: float | None
    label_probabilities: Any
    extract_results: Any
    text_generation_results: Any
    json_results: Any
    transcript_sid: str
    url: str

    class List(Paging):
        redacted: bool = UNSET

    class Fetch(Params):
        redacted: bool = UNSET
