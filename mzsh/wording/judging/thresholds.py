"""From which chance on a rule speaks, measured by cross-validation (benchmarks/words.py measure)."""

from collections.abc import Mapping

WARNING: Mapping[str, float] = {
    "A1": 0.5,
    "A2": 0.5,
    "A3": 0.5,
    "A4": 0.5,
    "A5": 0.5,
    "S1": 0.5,
    "S2": 0.5,
    "S3": 0.5,
    "S4": 0.5,
    "C1": 0.5,
    "C2": 0.5,
}
"""As 警告: chosen so that a rule is right six times in seven at least."""
HINT = 0.4
"""As 提示, below that."""
CLEARLY = 0.7
"""As 提示, of one paragraph of several where the whole is not warned of."""
