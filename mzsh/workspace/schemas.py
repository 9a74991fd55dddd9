"""JSON Schemas (draft 07) of every kind, made from the records, so that editors complete and check what is typed.

Both keys of a field are allowed, one at a time; 〔待填〕 and an empty value may stand anywhere; an editor asks for the
✱ keys but not for what is only confirmed once the work is done (五避免, 内容, 本人撰写). Draft 07 is what the YAML
extensions of all editors read; `errorMessage` and `doNotSuggest` are their words for what JSON Schema cannot say.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from mzsh.model.kinds import DOCUMENTS, FIXED_FILES
from mzsh.model.place import PLACEHOLDER
from mzsh.model.record import Document, Record
from mzsh.model.values import Written
from mzsh.workspace.fields import FieldInfo, fields_of
from mzsh.workspace.reading import KIND_KEYS

Schema = dict[str, Any]
DRAFT = "http://json-schema.org/draft-07/schema#"
_KIND, _ENGLISH_KIND = KIND_KEYS


def schema_of(cls: type[Document]) -> Schema:
    """The schema of one kind of document."""
    definitions: dict[str, Schema] = {}
    root = _object(cls, definitions, root=cls)
    root["type"] = "object"
    root.pop("pattern")
    return {
        "$schema": DRAFT,
        "title": cls.names[0],
        "description": _told(cls),
        **root,
        "definitions": definitions,
    }


def combined_schema() -> Schema:
    """One schema for every YAML or Markdown file of a workspace: 类型 says which kind's holds."""
    definitions: dict[str, Schema] = {}
    roots = {cls.__name__: _object(cls, definitions, root=cls) for cls in DOCUMENTS}
    names = [cls.names[0] for cls in DOCUMENTS] + [cls.names[1] for cls in DOCUMENTS]
    told = f"没有这种类型，可以写：{'、'.join(names[: len(DOCUMENTS)])}"
    chosen = [
        {
            "if": {"anyOf": [{"properties": {key: {"enum": list(cls.names)}}, "required": [key]} for key in KIND_KEYS]},
            "then": {"$ref": f"#/definitions/{cls.__name__}"},
        }
        for cls in DOCUMENTS
    ]
    return {
        "$schema": DRAFT,
        "title": "民主生活会的材料",
        "description": "写了“类型”，就按那一种材料检查和补全",
        "type": "object",
        "properties": {
            _KIND: {"title": _KIND, "description": "这份材料是什么", "enum": names, "errorMessage": told},
            _ENGLISH_KIND: {"description": f"同“{_KIND}”", "enum": names, "doNotSuggest": True},
        },
        "allOf": chosen,
        "definitions": {**definitions, **roots},
    }


def _object(cls: type[Record], definitions: dict[str, Schema], *, root: type[Document] | None = None) -> Schema:
    """A mapping with the keys of a record; in its place one of its words, 〔待填〕 or nothing."""
    fields = list(dict.fromkeys(fields_of(cls).values()))
    properties: dict[str, Schema] = dict(_kind_keys(root)) if root else {}
    for info in fields:
        properties |= _both_keys(info, _property(cls, info, definitions))
    wanted = [(info.chinese, info.english) for info in fields if _is_wanted(cls, info)]
    if root and root not in FIXED_FILES.values():
        wanted.insert(0, (_KIND, _ENGLISH_KIND))
    made: Schema = {
        "type": ["object", "string", "null"],
        "pattern": _pattern("|".join(cls.words())),
        "properties": properties,
        "additionalProperties": False,
        "dependencies": {info.chinese: _forbids(info.english, info.chinese) for info in fields},
    }
    if cls.words():
        made["errorMessage"] = f"下面分项写，都有的写“{cls.one_word}”"
    if wanted:
        made["allOf"] = [_one_of(*pair) for pair in wanted]
    if cls.sequence_field:
        made["type"] = ["object", "array", "string", "null"]
        made["items"] = properties[str(cls.model_fields[cls.sequence_field].alias)]["items"]
    return made


def _kind_keys(cls: type[Document]) -> Iterator[tuple[str, Schema]]:
    yield _KIND, {"title": _KIND, "description": f"这份材料是什么：{cls.names[0]}", "enum": list(cls.names)}
    yield _ENGLISH_KIND, {"description": f"同“{_KIND}”", "enum": list(cls.names), "doNotSuggest": True}


def _both_keys(info: FieldInfo, schema: Schema) -> dict[str, Schema]:
    if info.english == info.chinese:
        return {info.chinese: schema}
    second = {**schema, "description": f"同“{info.chinese}”：{schema['description']}", "doNotSuggest": True}
    return {info.chinese: schema, info.english: second}


def _forbids(english: str, chinese: str) -> Schema:
    return {"properties": {english: False}, "errorMessage": f"“{chinese}”和“{english}”是一个键的两个名字，只写一个"}


def _one_of(chinese: str, english: str) -> Schema:
    told = f"缺“{chinese}”，还没有的写{PLACEHOLDER}"
    return {"anyOf": [{"required": [chinese], "errorMessage": told}, {"required": [english], "errorMessage": told}]}


def _is_wanted(cls: type[Record], info: FieldInfo) -> bool:
    """Whether an editor asks for the key: ✱, and no mere confirmation."""
    confirmed = bool(info.shape.record and info.shape.record.words()) or cls.model_fields[info.name].annotation is bool
    return info.required and not confirmed


def _property(cls: type[Record], info: FieldInfo, definitions: dict[str, Schema]) -> Schema:
    """What may stand after a key, with its title and description."""
    field = cls.model_fields[info.name]
    star = "（办完以前必须有）" if info.required else ""
    said = {"title": info.chinese, "description": f"{field.description}{star}"}
    written = _first_written(field.metadata)
    made = _written(written) if written else _value(field.annotation, info, definitions)
    if "$ref" in made:
        return {**said, "allOf": [made]}
    if info.joined:
        return {**said, "anyOf": [made, _sequence(made)]}
    return {**said, **made}


def _value(annotation: Any, info: FieldInfo, definitions: dict[str, Schema]) -> Schema:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        written = _first_written(args[1:])
        return _written(written) if written else _value(args[0], info, definitions)
    if origin in (Union, types.UnionType):
        return _value(next(arg for arg in args if arg is not type(None)), info, definitions)
    if origin is Literal:
        return _choice(args)
    if origin is tuple:
        return _sequence(_value(args[0], info, definitions))
    if origin is dict:
        return _names(info.known, _value(args[1], info, definitions))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return _reference(annotation, definitions)
    return {"type": ["string", "number", "boolean", "null"]}


def _first_written(metadata: Iterable[object]) -> Written | None:
    return next((one for one in metadata if isinstance(one, Written)), None)


def _written(written: Written) -> Schema:
    made: Schema = {"type": ["string", "null"], "pattern": _pattern(written.pattern), "errorMessage": written.told}
    if written.plain:
        made["type"] = [written.plain, "string", "null"]
    if written.plain in ("integer", "number"):
        made["minimum"] = written.least
    if written.most is not None:
        made["maximum"] = written.most
    return made


def _choice(words: tuple[Any, ...]) -> Schema:
    """An enumeration; a word that YAML reads as a number (1.) may come as one."""
    numbers = [float(word) for word in words if word.rstrip(".").isdigit()]
    told = f"只能是：{'、'.join(words)}"
    return {"enum": [*words, *numbers, PLACEHOLDER, None], "errorMessage": told}


def _sequence(items: Schema) -> Schema:
    told = "应是列表：每项一行，以“- ”开头"
    return {"type": ["array", "string", "null"], "pattern": _pattern(""), "items": items, "errorMessage": told}


def _names(known: tuple[str, ...], values: Schema) -> Schema:
    """A mapping by names; where the names are known, no others."""
    made: Schema = {"type": ["object", "string", "null"], "pattern": _pattern("")}
    if not known:
        return {**made, "additionalProperties": values}
    return {**made, "properties": dict.fromkeys(known, values), "additionalProperties": False}


def _reference(cls: type[Record], definitions: dict[str, Schema]) -> Schema:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        definitions[cls.__name__] = _object(cls, definitions)
    return {"$ref": f"#/definitions/{cls.__name__}"}


def _pattern(words: str) -> str:
    return rf"^\s*(?:{words}|{PLACEHOLDER})\s*$" if words else rf"^\s*{PLACEHOLDER}\s*$"


def _told(cls: type[Document]) -> str:
    where = "Markdown 文件开头 --- 之间的各项" if cls.markdown else "YAML 文件"
    return f"{cls.names[0]}（{where}）。键写中文或英文都行，同一个键只写一种"
