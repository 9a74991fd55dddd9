"""From which chance on a rule speaks, measured by cross-validation (benchmarks/words.py measure)."""

from collections.abc import Mapping

WARNING: Mapping[str, float] = {
    "A1": 0.45,
    "A2": 0.45,
    "A3": 0.6,
    "A4": 0.6,
    "A5": 0.6,
    "S1": 0.45,
    "S2": 0.45,
    "S3": 0.45,
    "S4": 0.45,
    "C1": 0.45,
    "C2": 0.45,
}
"""As 警告: chosen so that a rule is right about six times in seven at least."""
HINT = 0.35
"""As 提示, below that."""
CLEARLY = 0.7
"""As 提示, of one paragraph of several where the whole is not warned of."""
NO_FAULT = ("A4", "S1")
"""Labels that say that a passage tells no fault at all."""
TELLS_A_FAULT = 0.5
"""From this chance on a sentence tells a concrete fault; no labelled passage of these two labels holds one."""
