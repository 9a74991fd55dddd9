"""Copies: right and wrong on the labelled pairs, what thresholds stand on, and how the join grows.

python benchmarks/copies.py
"""

from __future__ import annotations

import json
import random
import resource
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.wording.copies.comparing import Passage  # noqa: E402
from mzsh.wording.copies.joining import Text, copies  # noqa: E402
from mzsh.wording.copies.texts import common_formulas, compare_texts  # noqa: E402

LABELLED = Path(__file__).parent / "labelled"
PLANTED = 50
CHARACTERS, PARAGRAPH = 3_000, 200


def main() -> None:
    """Print both tables."""
    pairs_table()
    print()
    growth_table()


def read(name: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (LABELLED / name).read_text(encoding="utf-8").splitlines() if line]


def pairs_table() -> None:
    """By kind of pair: how many were told rightly."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for pair in read("pairs.jsonl"):
        kind = f"{pair['kind']} | {'copied' if pair['copied'] else 'not'}"
        every[kind] += 1
        right[kind] += bool(compare_texts(str(pair["a"]), str(pair["b"]))) == pair["copied"]
    print("| pairs | copied | right | of |\n|---|---|---:|---:|")
    for kind, count in sorted(every.items()):
        print(f"| {kind} | {right[kind]} | {count} |")


def growth_table() -> None:
    """Documents of 3,000 characters, some with a paragraph of another one."""
    passages = [
        one["text"] if "text" in one else "".join(text for _, text in one["sentences"])  # type: ignore[attr-defined]
        for path in sorted(LABELLED.glob("written-*.jsonl"))
        for one in read(path.name)
    ]
    print("| documents | seconds to read | seconds to join | MiB | planted copies found | others found |")
    print("|---:|---:|---:|---:|---:|---:|")
    for count in (30, 100, 300, 1000):
        chooser = random.Random(count)
        documents, planted = made(passages, count, chooser)
        start = time.perf_counter()
        formulas = common_formulas()
        texts = [Text(n, tuple(Passage.of(p, formulas) for p in own)) for n, own in enumerate(documents)]
        read_at = time.perf_counter()
        found = {(one.name, two.name) for one, two, _ in copies(texts)}
        joined_at = time.perf_counter()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"| {count} | {read_at - start:.2f} | {joined_at - read_at:.2f} | {memory} "
            f"| {len(found & planted)} of {len(planted)} | {len(found - planted)} |"
        )


def made(passages: list[str], count: int, chooser: random.Random) -> tuple[list[list[str]], set[tuple[int, int]]]:
    """Documents made of the written passages' pairs of characters, some with another one's paragraph."""
    following: dict[str, list[str]] = {}
    for text in passages:
        for one, two in pairwise(text):
            following.setdefault(one, []).append(two)
    documents = [[chained(following, chooser) for _ in range(CHARACTERS // PARAGRAPH)] for _ in range(count)]
    planted: set[tuple[int, int]] = set()
    while len(planted) < min(PLANTED, count // 3):
        one, two = sorted(chooser.sample(range(count), 2))
        documents[two][chooser.randrange(len(documents[two]))] = chooser.choice(documents[one])
        planted.add((one, two))
    return documents, planted


def chained(following: dict[str, list[str]], chooser: random.Random) -> str:
    """A paragraph in which every character follows the one before it as it does somewhere in the passages."""
    text = chooser.choice(list(following))
    while len(text) < PARAGRAPH:
        text += chooser.choice(following.get(text[-1]) or ["。"])
    return text


if __name__ == "__main__":
    main()
