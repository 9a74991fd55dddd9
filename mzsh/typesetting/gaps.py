"""Marked gaps (待补) of a draft: whatever a template does with a missing value, the gap shows and nothing breaks."""

from collections.abc import Iterator
from typing import Final

from jinja2 import Undefined

GAP_MARK: Final = "【待补】"


class Gap(Undefined):
    """A value that nobody gave: printed as 【待补：name】, false, empty, and itself in all arithmetic."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"【待补：{self._undefined_name}】"

    def __iter__(self) -> Iterator[object]:
        return iter(())

    def __getattr__(self, name: str) -> "Gap":
        if name.startswith("__"):
            raise AttributeError(name)
        return Gap(name=f"{self._undefined_name}.{name}")

    def __getitem__(self, key: object) -> "Gap":  # type: ignore[override]
        return Gap(name=f"{self._undefined_name}.{key}")

    def _itself(self, *_arguments: object, **_options: object) -> "Gap":
        return self

    def _false(self, _other: object) -> bool:
        return False

    # Jinja declares these as never returning; that they do is the point of a gap.
    __call__ = _itself  # type: ignore[assignment]
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __mod__ = __rmod__ = _itself  # type: ignore[assignment]
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __neg__ = __pos__ = _itself  # type: ignore[assignment]
    __lt__ = __le__ = __gt__ = __ge__ = _false  # type: ignore[assignment]
