"""The word rules' model: train it, and measure it on labelled passages that it was not trained on.

python benchmarks/words.py measure        five-fold cross-validation over benchmarks/labelled/passages.jsonl
python benchmarks/words.py train          writes templates/lexicons/句子角色.tsv and 段落毛病.tsv

Needs scikit-learn (pip install -e .[benchmarks]); the program itself does not.

`passages.jsonl` are labelled passages (A1–A5, S1–S4, C1, C2, or none: clean). `written-….jsonl` are passages written
for this project, most with the role of every sentence, and the clean ones of its example workspaces; they are only
ever trained on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import scipy.sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, StratifiedKFold

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.wording.judging.grams import LONGEST, code_of, softmax, values_of  # noqa: E402
from mzsh.wording.judging.passages import ASKED, CLEAN, LABELS, feature_names, role_features  # noqa: E402
from mzsh.wording.judging.roles import ROLES, SHAPE_NAMES, marked, shapes_of  # noqa: E402
from mzsh.wording.judging.thresholds import WARNING  # noqa: E402
from mzsh.wording.sentences import normal, sentences  # noqa: E402

LABELLED = Path(__file__).parent / "labelled"
LEXICONS = ROOT / "templates" / "lexicons"
LEAST = 3
"""A sequence must stand in so many texts to be learned."""
KEPT = 8_000
"""So many sequences are learned: more make the tables larger and nothing better."""
ROLE_C, PASSAGE_C = 8.0, 20.0
LABELLED_WEIGHT = 1.5
"""How much more a labelled passage counts than a written one."""
FOLDS = 5


@dataclass(frozen=True)
class Grams:
    """The sequences that are learned, as `values_of` wants them."""

    names: tuple[str, ...]
    codes: Any
    idf: Any

    @classmethod
    def of(cls, texts: Sequence[str]) -> Grams:
        counts: Counter[str] = Counter()
        for text in texts:
            bare = "".join(text.split())
            counts.update({bare[i : i + n] for n in range(1, LONGEST + 1) for i in range(len(bare) - n + 1)})
        known = sorted((g for g, count in counts.items() if count >= LEAST and g[0] not in "【#"), key=code_of)
        idf = [round(float(numpy.log((1 + len(texts)) / (1 + counts[gram]))) + 1, 3) for gram in known]
        codes = numpy.array([code_of(gram) for gram in known], dtype=numpy.uint64)
        return cls(tuple(known), codes, numpy.array(idf))

    def strongest(self, matrix: Any, labels: Sequence[str], c: float) -> Grams:
        """The sequences that a first model leans on most, rare ones a little less."""
        if len(self.names) <= KEPT:
            return self
        weights = numpy.abs(LogisticRegression(C=c, max_iter=150).fit(matrix, labels).coef_).max(axis=0)
        often = numpy.asarray((matrix > 0).sum(axis=0)).ravel()
        kept = numpy.sort(numpy.argsort(-weights * often**0.25, kind="stable")[:KEPT])
        return Grams(tuple(self.names[i] for i in kept), self.codes[kept], self.idf[kept])

    def matrix(self, texts: Sequence[str]) -> Any:
        rows, places, values = values_of(texts, self.codes, self.idf)
        return scipy.sparse.csr_matrix((values, (rows, places)), shape=(len(texts), len(self.codes)))


class Roles:
    """A model of sentences' roles."""

    def __init__(self, passages: Sequence[dict[str, Any]]) -> None:
        every = [(normal(text), role, one["kind"]) for one in passages for role, text in one.get("sentences", ())]
        texts, roles, kinds = (list(column) for column in zip(*every, strict=True))
        grams = Grams.of([marked(text) for text in texts])
        self.grams = grams.strongest(grams.matrix([marked(text) for text in texts]), roles, ROLE_C)
        self.model = LogisticRegression(C=ROLE_C, max_iter=300).fit(self._features(texts, kinds), roles)

    def _features(self, texts: Sequence[str], kinds: Sequence[Any]) -> Any:
        words = self.grams.matrix([marked(text) for text in texts])
        return scipy.sparse.hstack([words, scipy.sparse.csr_matrix(shapes_of(texts, kinds))]).tocsr()

    def of(self, passages: Sequence[dict[str, Any]]) -> Any:
        """The features of the passages' roles."""
        split = [sentences(one["text"]) for one in passages]
        kinds = [one["kind"] for one in passages]
        owners = [kind for kind, own in zip(kinds, split, strict=True) for _ in own]
        chances = self.model.predict_proba(self._features([s.text for own in split for s in own], owners))
        order = [list(self.model.classes_).index(role) for role in ROLES]
        return role_features(split, chances[:, order], kinds)


class Passages:
    """A model of what is wrong with passages."""

    def __init__(self, passages: Sequence[dict[str, Any]], roles: Any, weights: Sequence[float]) -> None:
        texts = [normal(one["text"]) for one in passages]
        labels = [one["labels"][0] if one["labels"] else CLEAN for one in passages]
        grams = Grams.of(texts)
        self.grams = grams.strongest(grams.matrix(texts), labels, PASSAGE_C)
        self.model = LogisticRegression(C=PASSAGE_C, max_iter=400)
        self.model.fit(self._features(texts, roles), labels, sample_weight=weights)

    def _features(self, texts: Sequence[str], roles: Any) -> Any:
        return scipy.sparse.hstack([self.grams.matrix(texts), scipy.sparse.csr_matrix(roles)]).tocsr()

    def chances(self, passages: Sequence[dict[str, Any]], roles: Any) -> list[dict[str, float]]:
        features = self._features([normal(one["text"]) for one in passages], roles)
        rows = softmax(features @ self.model.coef_.T + self.model.intercept_)
        return [dict(zip(self.model.classes_, map(float, row), strict=True)) for row in rows]


def read(name: str) -> list[dict[str, Any]]:
    path = LABELLED / name
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    for one in found:
        if "sentences" in one:
            one["text"] = "".join(text for _, text in one["sentences"])
    return found


def written_files() -> list[str]:
    return sorted(path.name for path in LABELLED.glob("written-*.jsonl"))


def cross_fitted(written: Sequence[dict[str, Any]]) -> Any:
    """The roles of the written passages, each by a model that has not seen it."""
    found = numpy.zeros((len(written), len(feature_names())))
    for train, test in KFold(FOLDS, shuffle=True, random_state=1).split(written):
        found[test] = Roles([written[i] for i in train]).of([written[i] for i in test])
    return found


def weights_of(labelled: int, written: int) -> list[float]:
    return [LABELLED_WEIGHT] * labelled + [1.0] * written


def train(labelled: Sequence[dict[str, Any]], written: Sequence[dict[str, Any]]) -> tuple[Roles, Passages]:
    roles = Roles(written)
    features = numpy.vstack([roles.of(labelled), cross_fitted(written)])
    return roles, Passages([*labelled, *written], features, weights_of(len(labelled), len(written)))


def cross_validated(labelled: Sequence[dict[str, Any]], written: Sequence[dict[str, Any]]) -> list[dict[str, float]]:
    """The chances of every labelled passage, by models that have not seen it."""
    roles = Roles(written)
    own, others = roles.of(labelled), cross_fitted(written)
    first = [one["labels"][0] if one["labels"] else CLEAN for one in labelled]
    found: list[dict[str, float]] = [{} for _ in labelled]
    for seen, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(labelled, first):
        passages = [*(labelled[i] for i in seen), *written]
        model = Passages(passages, numpy.vstack([own[seen], others]), weights_of(len(seen), len(written)))
        for place, chances in zip(unseen, model.chances([labelled[i] for i in unseen], own[unseen]), strict=True):
            found[place] = chances
    return found


def hits(one: dict[str, Any], chances: dict[str, float]) -> set[str]:
    """The labels whose rule would speak at 警告."""
    return {label for label in ASKED[one["kind"]] if chances[label] >= WARNING[label]}


def told(labelled: Sequence[dict[str, Any]], found: Sequence[set[str]]) -> str:
    """A table of precision and recall by label, and of the clean passages that were warned of."""
    lines = [
        "| label | rule | texts | hit | false | precision | recall | F1 |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    right = wrong = missed = 0
    for label, rule in LABELS.items():
        own = sum(label in one["labels"] for one in labelled)
        good = sum(label in one["labels"] and label in hit for one, hit in zip(labelled, found, strict=True))
        bad = sum(label not in one["labels"] and label in hit for one, hit in zip(labelled, found, strict=True))
        right, wrong, missed = right + good, wrong + bad, missed + own - good
        lines.append(f"| {label} | {rule} | {own} | {good} | {bad} | {figures(good, bad, own - good)} |")
    lines.append(f"| all | | {right + missed} | {right} | {wrong} | {figures(right, wrong, missed)} |")
    clean = [hit for one, hit in zip(labelled, found, strict=True) if not one["labels"]]
    lines.append(f"\n{len(clean)} clean passages, {sum(map(bool, clean))} warned of ({share(clean):.1%}).")
    return "\n".join(lines)


def share(clean: Sequence[set[str]]) -> float:
    return sum(map(bool, clean)) / max(len(clean), 1)


def figures(good: int, bad: int, missed: int) -> str:
    precision, recall = good / max(good + bad, 1), good / max(good + missed, 1)
    return f"{precision:.2f} | {recall:.2f} | {2 * good / max(2 * good + bad + missed, 1):.2f}"


def report(labelled: Sequence[dict[str, Any]], chances: Sequence[dict[str, float]]) -> None:
    found = [hits(one, row) for one, row in zip(labelled, chances, strict=True)]
    print(told(labelled, found))
    real = [place for place, one in enumerate(labelled) if one["id"].startswith("R")]
    print(f"\nOf these, in the style of real texts ({len(real)}):\n")
    print(told([labelled[i] for i in real], [found[i] for i in real]))
    print("\nErrors:\n")
    for one, hit in zip(labelled, found, strict=True):
        if hit != set(one["labels"]):
            is_, told_as = ("+".join(sorted(labels)) or "clean" for labels in (one["labels"], hit))
            print(f"{one['id']} is {is_}, told {told_as}: {one['text'][:40]}")


def data_hash() -> str:
    """What the labelled files hold, to tell whether the weights were trained on them."""
    digest = hashlib.sha256()
    for name in ("passages.jsonl", *written_files()):
        digest.update((LABELLED / name).read_bytes())
    return digest.hexdigest()


def write(name: str, title: str, columns: Iterable[str], grams: Grams, named: Sequence[str], model: Any) -> None:
    """A table of weights in hundredths: named features, then sequences."""
    columns = list(columns)
    order = [list(model.classes_).index(column) for column in columns]
    weights = numpy.rint(model.coef_[order].T * 100).astype(int)
    constant = numpy.rint(model.intercept_[order] * 100).astype(int)
    lines = [f"# {title}", f"# 由 benchmarks/words.py train 写成，勿手改。数据：{data_hash()}"]
    lines.append("\t".join(["词", "idf", *columns]))
    lines.append("\t".join(["【截距】", "", *map(str, constant)]))
    size = len(grams.names)
    for label, row in zip(named, weights[size:], strict=True):
        lines.append("\t".join([f"【{label}】", "", *map(str, row)]))
    for gram, idf, row in zip(grams.names, grams.idf, weights[:size], strict=True):
        lines.append("\t".join([gram, f"{idf:g}", *map(str, row)]))
    (LEXICONS / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["measure", "train"])
    what = parser.parse_args().what
    labelled, written = read("passages.jsonl"), [one for name in written_files() for one in read(name)]
    print(f"{len(labelled)} labelled passages, {len(written)} written ones\n")
    if what == "measure":
        report(labelled, cross_validated(labelled, written))
        return
    roles, passages = train(labelled, written)
    write(
        "句子角色.tsv", "一句话像哪种角色（百分之一为单位，越大越像）。", ROLES, roles.grams, SHAPE_NAMES, roles.model
    )
    columns = (CLEAN, *LABELS)
    write(
        "段落毛病.tsv",
        "一段话像哪种毛病，- 是没有毛病（百分之一为单位，越大越像）。",
        columns,
        passages.grams,
        feature_names(),
        passages.model,
    )


if __name__ == "__main__":
    main()
