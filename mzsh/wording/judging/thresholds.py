"""From which chance on a rule speaks, measured by cross-validation (benchmarks/words.py measure)."""

from collections.abc import Mapping

WARNING: Mapping[str, float] = {
    "A1": 0.55,
    "A2": 0.36,
    "A3": 0.5,
    "A4": 0.55,
    "A5": 0.7,
    "S1": 0.4,
    "S2": 0.45,
    "S3": 0.5,
    "S4": 0.4,
    "C1": 0.36,
    "C2": 0.45,
}
"""As 警告: chosen so that a rule is right about six times in seven at least."""
HINT = 0.3
"""As 提示, below that."""
CLEARLY = 0.7
"""As 提示, of one paragraph of several where the whole is not warned of."""
TELLS_A_FAULT: Mapping[str, float] = {"A4": 0.35, "S1": 0.5}
"""Of the labels that say that a passage tells no fault at all: from which chance on a sentence tells a concrete one.
No labelled passage of these two holds such a sentence."""
