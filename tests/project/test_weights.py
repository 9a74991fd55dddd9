"""The tables of weights were trained on the labelled passages as they are now."""

import hashlib
import re

import pytest

from tests.project.checkout import ROOT

LABELLED = ROOT / "benchmarks" / "labelled"


@pytest.mark.parametrize("name", ["句子角色.tsv", "段落毛病.tsv"])
def test_the_weights_are_of_the_present_data(name: str) -> None:
    files = [LABELLED / "passages.jsonl", *sorted(LABELLED.glob("written-*.jsonl"))]
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files))
    head = (ROOT / "templates" / "lexicons" / name).read_text(encoding="utf-8")[:400]

    (trained_on,) = re.findall(r"数据：([0-9a-f]{64})", head)
    assert trained_on == digest.hexdigest(), "python benchmarks/words.py train"
