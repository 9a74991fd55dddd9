"""Jinja's sandbox, closed further: a user's template sees the values that it is given, and can neither call what they
can do nor fill the memory nor run without end.

Jinja allows what is not known to be dangerous; a record of ours is a pydantic model, with methods that open files and
unpickle. So it is the other way round here: nothing is allowed but what documents need.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from datetime import time as clock_time
from types import FunctionType
from typing import Any, Final

from jinja2 import Template, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace

LARGEST: Final = 4_000_000
"""Characters that one template may write."""
_STEPS: Final = 1_000_000
"""Turns of loops, calls and included templates that one template may take."""
_CHARACTERS: Final = 10 * LARGEST
"""Characters that it may join on the way."""
_SECONDS: Final = 20.0
_SMALL: Final = 1_000_000
_COUNTED: Final = "counted"
_OUR_OWN: Final = "mzsh."
_HANDED_OVER: Final = "mzsh.documents."
"""Functions of these modules reach a template only as a value that its document gives it."""
_PLACES: Final = frozenset({"at", "source", "body"})
"""What a record knows of its file: not for documents."""

_TEXT: Final = frozenset(
    {"startswith", "endswith", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "split", "partition"}
    | {"rpartition", "count", "find", "isdigit", "upper", "lower"}
)
_ATTRIBUTES: Final[tuple[tuple[type, frozenset[str]], ...]] = (
    (str, _TEXT),
    (datetime, frozenset({"year", "month", "day", "hour", "minute", "weekday", "isoweekday"})),
    (date, frozenset({"year", "month", "day", "weekday", "isoweekday"})),
    (clock_time, frozenset({"hour", "minute"})),
    (dict, frozenset({"items", "keys", "values", "get"})),
    (list, frozenset({"count", "index"})),
    (tuple, frozenset({"count", "index"})),
)
"""What templates may ask of plain values."""
_HELPERS: Final = (LoopContext, Macro, Cycler, Joiner, Namespace)
"""What Jinja itself hands to a template."""
_FILTERS: Final = frozenset(
    {"abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last"}
    | {"length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select"}
    | {"selectattr", "sort", "string", "title", "trim", "truncate", "unique", "upper", "wordcount"}
)


class TooMuchError(SecurityError):
    """More than any document needs (Chinese)."""


class Budget:
    """What one rendering has used up."""

    def __init__(self) -> None:
        self._steps = 0
        self._characters = 0
        self._until = time.monotonic() + _SECONDS

    def step(self) -> None:
        """One turn of a loop, one call, one included template."""
        self._steps += 1
        if self._steps > _STEPS:
            raise TooMuchError("循环次数太多")
        if self._steps % 1000 == 0 and time.monotonic() > self._until:
            raise TooMuchError(f"写了 {_SECONDS:g} 秒还没有写完")

    def take(self, characters: int) -> None:
        """So many characters joined, or items of lists."""
        self._characters += characters
        if self._characters > _CHARACTERS:
            raise TooMuchError(f"写出的内容超过 {LARGEST} 字")


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of every template, the program's and the user's."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.budget = Budget()
        self._known: dict[type, frozenset[str]] = {}
        self.filters = {name: made for name, made in self.filters.items() if name in _FILTERS}
        self.filters[_COUNTED] = self.counted
        del self.globals["lipsum"]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """As Jinja's; every loop goes over what is counted."""
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
        return tree

    def begin(self) -> None:
        """A new rendering."""
        self.budget = Budget()

    def allow(self, *, filters: Mapping[str, Callable[..., Any]], values: Mapping[str, Any]) -> None:
        """Our own filters, and what every template may name."""
        self.filters.update(filters)
        self.globals.update(values)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic with numbers of a reasonable size; texts and lists may be put together."""
        if isinstance(left, Undefined) or isinstance(right, Undefined):
            return super().call_binop(context, operator, left, right)
        if operator == "+" and isinstance(left, (str, list, tuple)) and isinstance(right, (str, list, tuple)):
            self.budget.take(len(left) + len(right))
        elif not all(isinstance(one, (int, float)) and abs(one) <= _SMALL for one in (left, right)):
            raise TooMuchError(f"“{operator}”只能用在不太大的数上")
        return super().call_binop(context, operator, left, right)

    def _shown(self, kind: type) -> frozenset[str]:
        if kind not in self._known:
            self._known[kind] = _declared(kind)
        return self._known[kind]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """As Jinja's; of a record nothing is even looked at that it does not declare."""
        if _is_record(obj) and attribute not in self._shown(type(obj)):
            return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """As Jinja's; `record['field']` is `record.field`."""
        if _is_record(obj) and isinstance(argument, str):
            return self.getattr(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Whether a template may see this of a value."""
        if attr.startswith("_"):
            return False
        if isinstance(obj, Undefined):
            return True
        for kind, allowed in _ATTRIBUTES:
            if isinstance(obj, kind) and not _is_record(obj):
                return attr in allowed
        if isinstance(obj, _HELPERS) or getattr(type(obj), "__name__", "") == "TemplateModule":
            return True
        return _is_record(obj) and attr in self._shown(type(obj)) and not callable(value)

    def is_safe_callable(self, obj: Any) -> bool:
        """Whether a template may call this: its own macros, what it was given to call, the methods above."""
        if isinstance(obj, (*_HELPERS, Undefined)) or any(obj is one for one in self.globals.values()):
            return True
        owner, name = getattr(obj, "__self__", None), getattr(obj, "__name__", "")
        if isinstance(owner, (LoopContext, Cycler, Joiner)):
            return True
        if isinstance(obj, FunctionType):
            return obj.__module__.startswith(_HANDED_OVER)
        return any(isinstance(owner, kind) and name in allowed for kind, allowed in _ATTRIBUTES)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - Jinja's way
        """As Jinja's, counted."""
        __self.budget.step()
        return super().call(__context, __obj, *args, **kwargs)

    def get_template(self, *args: Any, **options: Any) -> Template:
        """As Jinja's, counted: a template may include itself."""
        self.budget.step()
        return super().get_template(*args, **options)

    def counted(self, values: Iterable[Any]) -> Iterator[Any]:
        """What a loop goes over, each turn counted."""
        for value in values:
            self.budget.step()
            yield value


def _is_record(obj: Any) -> bool:
    """Whether it is a value of ours with fields."""
    return type(obj).__module__.startswith(_OUR_OWN) and not isinstance(obj, (str, Undefined))


def _declared(kind: type) -> frozenset[str]:
    """The fields that our own classes declare, and their properties, but for the places in files."""
    names: set[str] = set()
    if dataclasses.is_dataclass(kind):
        names |= {field.name for field in dataclasses.fields(kind)}
    names |= set(getattr(kind, "model_fields", ())) | set(getattr(kind, "_fields", ()))
    for base in kind.__mro__:
        if base.__module__.startswith(_OUR_OWN):
            names |= {name for name, value in vars(base).items() if isinstance(value, property)}
    return frozenset(name for name in names - _PLACES if not name.startswith("_"))


def written(pieces: Iterable[str]) -> str:
    """What a template writes, piece by piece. TooMuchError once it is too much for any document."""
    kept: list[str] = []
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > LARGEST:
            raise TooMuchError(f"写出的内容超过 {LARGEST} 字")
        kept.append(piece)
    return "".join(kept)
