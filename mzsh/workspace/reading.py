"""Nodes to records: keys by both names, values checked by pydantic, everything refused becomes a fault with a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import ValidationError

from mzsh.model.place import PLACEHOLDER, Edit, Fault, Node, Place, Source
from mzsh.model.record import Record
from mzsh.workspace.fields import FieldInfo, Shape, fields_of
from mzsh.workspace.fullwidth import colon_faults, comma_fault, dash_faults, unwrapped
from mzsh.workspace.mistyped import repetition
from mzsh.workspace.nearest import is_slip, nearest
from mzsh.workspace.refusals import refusal

R = TypeVar("R", bound=Record)
KIND_KEYS = ("类型", "kind")


class Reader:
    """Reads records out of one file and collects what is wrong with their form."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self._lines = source.lines
        self._starts = source.starts

    def read(self, cls: type[R], root: Node) -> R:
        """The record that a mapping holds; values that are refused are left out and become faults."""
        data = self._record(cls, root, root=True)
        for _ in range(50):
            try:
                return cls.model_validate(data)
            except ValidationError as error:
                self._refuse(data, error)
        raise AssertionError("a refused value was not removed")

    def _record(self, cls: type[Record], node: Node, *, root: bool = False) -> dict[str, Any]:
        table = fields_of(cls)
        data: dict[str, Any] = {}
        entries: dict[str, tuple[Node, Node]] = {}
        pending: set[str] = set()
        refused: set[str] = set()
        unknown: list[tuple[Node, Node]] = []
        kinds: list[Node] = []
        for key, value in node.pairs:
            info = table.get(key.text)
            if info is None:
                if root and key.text in KIND_KEYS:
                    kinds.append(key)
                elif meant := self._colon_in_key(key, value, table):
                    refused.add(meant)
                else:
                    unknown.append((key, value))
                continue
            if info.name in entries:
                self._second_key(key, entries[info.name][0], repetition(self.source, (key, value), entries[info.name]))
                continue
            entries[info.name] = (key, value)
            if value.text.strip() == PLACEHOLDER:
                pending.add(info.name)
            if value.is_empty or info.name in pending:
                continue
            converted = self._value(info, value)
            if converted is _REFUSED:
                refused.add(info.name)
            else:
                data[info.name] = converted
        for key in kinds[1:]:
            self._second_key(key, kinds[0])
        refused.update(self._unknown_keys(cls, unknown, entries))
        data["at"] = Place(self.source, node, entries, frozenset(refused), frozenset(pending), root)
        return data

    def _value(self, info: FieldInfo, node: Node) -> Any:
        shape = info.shape
        if shape.container == "list":
            return self._list(info, node)
        if shape.container.startswith("mapping"):
            return self._mapping(info, node)
        if shape.record is not None:
            return self._one_record(info, node, shape.record)
        if info.joined and node.kind == "sequence" and all(item.kind == "scalar" for item in node.items):
            return "、".join(item.text.strip() for item in node.items)
        if node.kind != "scalar":
            return self._wrong(node, f"“{info.chinese}”应是一个值，这里写成了{_KINDS[node.kind]}")
        inner = unwrapped(node)
        return node.text if inner is None else inner

    def _one_record(self, info: FieldInfo, node: Node, cls: type[Record]) -> Any:
        if node.kind == "mapping":
            return self._record(cls, node)
        if node.kind == "sequence" and cls.sequence_field:
            inner = fields_of(cls)[cls.model_fields[cls.sequence_field].alias or ""]
            data: dict[str, Any] = {cls.sequence_field: self._list(inner, node)}
            return {**data, "at": Place(self.source, node)}
        if node.kind == "scalar":
            meant = cls.from_scalar(node.text)
            if meant is not None:
                return {**meant, "at": Place(self.source, node)}
            if self._full_width_colon(node):
                return _REFUSED
        expected = "、".join(dict.fromkeys(field.chinese for field in fields_of(cls).values()))
        hint = f"都有的可以只写“{cls.one_word}”" if cls.one_word else ""
        return self._wrong(node, f"“{info.chinese}”下面应分项写明：{expected}", hint)

    def _list(self, info: FieldInfo, node: Node) -> Any:
        if node.kind != "sequence":
            hint = "写成列表：每项一行，以“- ”开头"
            return self._wrong(node, f"“{info.chinese}”应是列表，这里写成了{_KINDS[node.kind]}", hint)
        values: list[Any] = []
        for item in node.items:
            if item.is_null or item.text.strip() == PLACEHOLDER:
                continue
            if info.shape.record is not None:
                if item.kind == "mapping":
                    values.append(self._record(info.shape.record, item))
                elif not self._full_width_colon(item):
                    keys = "、".join(dict.fromkeys(f.chinese for f in fields_of(info.shape.record).values()))
                    self._wrong(item, f"“{info.chinese}”的每一项应分项写明：{keys}")
            elif item.kind != "scalar":
                self._wrong(item, f"“{info.chinese}”的每一项应是一个值")
            elif item.text in info.known:
                values.append(item.text)
            else:
                values += self._names(node, item)
        return values

    def _mapping(self, info: FieldInfo, node: Node) -> Any:
        if node.kind != "mapping":
            return self._wrong(node, f"“{info.chinese}”应写成“键: 值”，这里写成了{_KINDS[node.kind]}")
        values: dict[str, Any] = {}
        seen: dict[str, Node] = {}
        inner = Shape("list" if info.shape.container == "mapping of lists" else "one", info.shape.record)
        for key, value in node.pairs:
            if key.text in seen:
                self._fault("duplicate_key", key, f"“{key.text}”写了两次，第一次在第{seen[key.text].span.line}行")
                continue
            seen[key.text] = key
            if info.known and key.text not in info.known:
                self._unknown_name(info, key)
                continue
            if value.is_null or value.text.strip() == PLACEHOLDER:
                continue
            converted = self._value(replace(info, chinese=key.text, shape=inner), value)
            if converted is not _REFUSED:
                values[key.text] = converted
        return values

    def _refuse(self, data: dict[str, Any], error: ValidationError) -> None:
        """Take every refused value out of the data and say where it stood."""
        for problem in sorted(error.errors(), key=lambda e: _sortable(e["loc"]), reverse=True):
            self._refuse_one(data, problem["loc"], problem)

    def _refuse_one(self, data: dict[str, Any], loc: tuple[int | str, ...], problem: Any) -> None:
        holder: Any = data
        record, name = data, str(loc[0])
        rest: tuple[int | str, ...] = ()
        parent: Any = data
        for step in loc:
            if isinstance(holder, dict) and "at" in holder:
                record, name, rest = holder, str(step), ()
            elif isinstance(holder, (dict, list)):
                rest = (*rest, step)
            else:
                break
            parent, last, holder = holder, step, holder[step]
        place: Place = record["at"]
        key, node = place.entries[name]
        for step in rest:
            node = _child(node, step)
        del parent[last]
        record["at"] = replace(place, refused=place.refused | {name})
        said = refusal(key, node, problem)
        self._fault(said.code, node, said.message, hint=said.hint)

    def _unknown_keys(
        self, cls: type[Record], unknown: list[tuple[Node, Node]], typed: Mapping[str, object]
    ) -> Iterator[str]:
        """Say so of each; a field that was meant, if one is near and was not typed, is refused rather than missing.

        It may be put right where one key only is near, nothing else means it too, and the value is one that it takes.
        """
        table = fields_of(cls)
        free = tuple(name for name, info in table.items() if info.name not in typed)
        near = [nearest(key.text, free, 2) for key, _ in unknown]
        meant = Counter(table[close[0]].name for close in near if close)
        for (key, value), close in zip(unknown, near, strict=True):
            edit = None
            hint = "可以写的有：" + "、".join(dict.fromkeys(info.chinese for info in table.values()))
            if close:
                info = table[close[0]]
                hint = f"是不是“{close[0]}”？"
                if (
                    len(close) == 1
                    and meant[info.name] == 1
                    and is_slip(key.text, close[0])
                    and self._takes(cls, info, value)
                ):
                    edit = self._edit(key, close[0])
                yield info.name
            self._fault("unknown_key", key, f"不认识“{key.text}”这个键", hint=hint, edit=edit)

    def _unknown_name(self, info: FieldInfo, key: Node) -> None:
        """A mapping by names has one that is not among those it may have."""
        close = nearest(key.text, info.known, 2)
        hint = f"是不是“{close[0]}”？" if close else "可以写的有：" + "、".join(info.known)
        edit = self._edit(key, close[0]) if len(close) == 1 and is_slip(key.text, close[0]) else None
        self._fault("unknown_key", key, f"“{info.chinese}”下面没有“{key.text}”", hint=hint, edit=edit)

    def _takes(self, cls: type[Record], info: FieldInfo, value: Node) -> bool:
        """Whether a value could stand under a key."""
        trial = Reader(self.source)
        converted = trial._value(info, value)
        if trial.faults:
            return False
        try:
            cls.model_validate({info.name: converted})
        except ValidationError:
            return False
        return True

    def _second_key(self, key: Node, first: Node, edit: Edit | None = None) -> None:
        same = "两处写的一样，可以代改：加 --fix" if edit else ""
        if key.text == first.text:
            message = f"“{key.text}”写了两次，第一次在第{first.span.line}行"
            self._fault("duplicate_key", key, message, hint=same, edit=edit)
        else:
            message = f"“{first.text}”和“{key.text}”是同一个键的中英文名，只能写一个"
            self._fault("both_names", key, message, hint=same or f"第一次在第{first.span.line}行", edit=edit)

    def _names(self, sequence: Node, item: Node) -> list[str]:
        """The value of one item of a list; of one that is several run together by full-width commas, each of them."""
        self.faults += dash_faults(item, self.source)
        in_brackets = "[" in self._lines[item.span.line - 1][: item.span.column - 1]
        fault = comma_fault(item, self.source) if in_brackets and sequence.span.line == item.span.line else None
        if fault is None:
            return [item.text]
        self.faults.append(fault)
        return [part.strip() for part in re.split(r"[，、；]", item.text) if part.strip()]

    def _full_width_colon(self, node: Node) -> bool:
        faults = colon_faults(node, self.source)
        self.faults += faults
        return bool(faults)

    def _colon_in_key(self, key: Node, value: Node, table: Mapping[str, FieldInfo]) -> str:
        """The field that `{姓名：张三}` meant; the whole of it was read as a key without a value."""
        name, colon, _ = key.text.partition("：")
        if not colon or name not in table or not value.is_null or key.quoted:
            return ""
        column = key.span.column + len(name)
        start = self._starts[key.span.line - 1] + column - 1
        span = key.span._replace(column=column, end_column=column + 1)
        message = f"“{name}”后面是全角冒号，应为半角冒号加一个空格"
        quote = self.source.quote(key.span)
        self.faults.append(Fault("full_width", span, message, quote=quote, edit=Edit(start, start + 1, ": ")))
        return table[name].name

    def _wrong(self, node: Node, message: str, hint: str = "") -> Any:
        self._fault("wrong_value", node, message, hint=hint)
        return _REFUSED

    def _fault(self, code: str, node: Node, message: str, hint: str = "", edit: Edit | None = None) -> None:
        quote = self.source.quote(node.span)
        self.faults.append(Fault(code, node.span, message, hint=hint, quote=quote, edit=edit))

    def _edit(self, key: Node, new: str) -> Edit:
        start = self._starts[key.span.line - 1] + key.span.column - 1
        return Edit(start, start + key.span.end_column - key.span.column, new)


_REFUSED: Any = object()
_KINDS = {"scalar": "一个值", "sequence": "列表", "mapping": "“键: 值”"}


def _sortable(loc: tuple[int | str, ...]) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (0, step) for step in loc]


def _child(node: Node, step: int | str) -> Node:
    if isinstance(step, int):
        return node.items[step] if step < len(node.items) else node
    return next((value for key, value in node.pairs if key.text == step), node)
