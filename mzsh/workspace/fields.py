"""What a record's fields expect, read from its pydantic declaration: both keys, list or mapping, nested records."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin

from mzsh.model.record import Record


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field expects: one value, a list or a mapping, of scalars or of records."""

    container: str
    record: type[Record] | None


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field's attribute name, its two keys, its shape, and the keys or items that it may have (none: any).

    `joined` is a text that may also be typed as a list of names: they are joined by 、.
    """

    name: str
    chinese: str
    english: str
    shape: Shape
    required: bool
    known: tuple[str, ...] = ()
    joined: bool = False


@lru_cache(maxsize=256)
def fields_of(cls: type[Record]) -> Mapping[str, FieldInfo]:
    """The fields of a record by both of their keys."""
    table: dict[str, FieldInfo] = {}
    for name, field in cls.model_fields.items():
        extra = field.json_schema_extra
        if not isinstance(extra, dict) or field.alias is None:
            continue
        english = str(extra.get("english") or name)
        known = tuple(map(str, extra.get("known") or ()))  # type: ignore[arg-type]
        required, joined = bool(extra.get("required")), bool(extra.get("joined"))
        info = FieldInfo(name, field.alias, english, _shape(field.annotation), required, known, joined)
        table[field.alias] = table[english] = info
    return table


def _shape(annotation: Any) -> Shape:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(args[0])
    if origin in (Union, types.UnionType):
        return _shape(next(arg for arg in args if arg is not type(None)))
    if origin is tuple:
        return Shape("list", _shape(args[0]).record)
    if origin is dict:
        inner = _shape(args[1])
        return Shape("mapping of lists" if inner.container == "list" else "mapping", inner.record)
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return Shape("one", annotation)
    return Shape("one", None)
