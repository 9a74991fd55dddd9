"""One idea used everywhere: a plain function, described by a decorator, found by walking its folder."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TypeVar

D = TypeVar("D")


def described(package: str, attribute: str, kind: type[D]) -> list[D]:
    """What the decorators of a package's modules attached to their functions, in no promised order.

    Nothing registers itself: every module is imported and its own functions are asked for `attribute`.
    """
    found: list[D] = []
    for info in pkgutil.iter_modules(importlib.import_module(package).__path__):
        module = importlib.import_module(f"{package}.{info.name}")
        for value in vars(module).values():
            description = getattr(value, attribute, None)
            if isinstance(description, kind) and getattr(value, "__module__", "") == module.__name__:
                found.append(description)
    return found
