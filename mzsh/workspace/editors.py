"""What a new workspace holds for editors: VS Code's settings, the schemas they point to, snippets and a check task.

YAML files are completed and checked by the YAML extension against the schemas. No extension does so for the front
matter of Markdown, so there snippets complete, and the check task marks what is wrong at its line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any, Literal, get_args, get_origin
from urllib.parse import quote

from mzsh.model.kinds import DOCUMENTS, FIXED_FILES
from mzsh.model.place import PLACEHOLDER
from mzsh.model.record import Document, Record
from mzsh.workspace.fields import FieldInfo, fields_of
from mzsh.workspace.reading import KIND_KEYS
from mzsh.workspace.scaffold_text import NewFile, source_of
from mzsh.workspace.schemas import combined_schema, schema_of

FOLDER = ".vscode"
COMBINED = ("材料", "all")
"""Names of the schema that holds for every kind, chosen by 类型."""
_NO_DOCUMENTS = ("/模板/**", "/输出/**")


def editor_files() -> tuple[NewFile, ...]:
    """All files of the editor's folder."""
    return (
        NewFile(f"{FOLDER}/settings.json", _json(_settings())),
        NewFile(f"{FOLDER}/extensions.json", _json({"recommendations": ["redhat.vscode-yaml"]})),
        NewFile(f"{FOLDER}/tasks.json", source_of("vscode-tasks.json")),
        NewFile(f"{FOLDER}/mzsh.code-snippets", _json(dict(_snippets()))),
        *(NewFile(f"{FOLDER}/{schema_path(cls)}", schema_text(cls, compact=True)) for cls in FIXED_FILES.values()),
        NewFile(f"{FOLDER}/{schema_path(None)}", schema_text(None, compact=True)),
    )


def schema_path(cls: type[Document] | None) -> str:
    """Where a kind's schema lies in the editor's folder; in English, since the YAML extension finds no other names."""
    return f"schemas/{cls.names[1] if cls else COMBINED[1]}.json"


def schema_text(cls: type[Document] | None, *, compact: bool = False) -> str:
    """The schema of one kind as a file's text; of all kinds in one for None. `compact`: for programs only."""
    schema = combined_schema() if cls is None else schema_of(cls)
    return json.dumps(schema, ensure_ascii=False, separators=(",", ":")) + "\n" if compact else _json(schema)


def _settings() -> dict[str, Any]:
    """Which files each schema is for. What has a name of its own may leave 类型 out; all others say it."""
    named = {f"{FOLDER}/{schema_path(cls)}": _globs(f"/{name}") for name, cls in FIXED_FILES.items()}
    excepted = [f"!{glob}" for path in (*(f"/{name}" for name in FIXED_FILES), *_NO_DOCUMENTS) for glob in _globs(path)]
    return {
        "yaml.schemas": {**named, f"{FOLDER}/{schema_path(None)}": ["/**/*.yml", "/**/*.yaml", *excepted]},
        "yaml.schemaStore.enable": False,
        "redhat.telemetry.enabled": False,
        "files.eol": "\n",
        "[markdown]": {"editor.wordWrap": "on"},
    }


def _globs(path: str) -> list[str]:
    """A pattern as it is written and as a URL has it: the YAML extension compares the latter in some versions."""
    return [path, quote(path, safe="/*")]


def _snippets() -> Iterator[tuple[str, dict[str, Any]]]:
    """A front matter a Markdown kind, and every key with fixed words, for the editor's list of suggestions."""
    kinds = [cls for cls in DOCUMENTS if cls.markdown]
    for cls in kinds:
        yield cls.names[0], _snippet(cls.names, [f"{KIND_KEYS[0]}: {cls.names[0]}", *_lines(cls, count(1))], "整段开头")
    for info, words in {info: words for cls in kinds for info, words in _worded(cls)}.items():
        name = f"{info.chinese}：{'、'.join(words)}"
        yield name, _snippet((info.chinese, info.english), [f"{info.chinese}: {_choice(words, 1)}"], name)


def _snippet(prefixes: tuple[str, ...], body: list[str], told: str) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": list(prefixes), "body": body, "description": told}


def _lines(cls: type[Record], places: Iterator[int], indent: str = "") -> Iterator[str]:
    """The required keys of a record, each with a place to fill in; nothing is confirmed before it is done."""
    for info in dict.fromkeys(fields_of(cls).values()):
        if not info.required:
            continue
        words = _literals(cls, info)
        if info.shape.record is not None and info.shape.container == "list":
            yield f"{indent}{info.chinese}:"
            first, *rest = _lines(info.shape.record, places, f"{indent}    ")
            yield f"{indent}  - {first.strip()}"
            yield from rest
        elif words:
            yield f"{indent}{info.chinese}: {_choice(words, next(places))}"
        else:
            yield f"{indent}{info.chinese}: ${{{next(places)}:{PLACEHOLDER}}}"


def _worded(cls: type[Record]) -> Iterator[tuple[FieldInfo, tuple[str, ...]]]:
    for info in dict.fromkeys(fields_of(cls).values()):
        words = _words(cls, info)
        if words:
            yield info, words
        if info.shape.record is not None:
            yield from _worded(info.shape.record)


def _words(cls: type[Record], info: FieldInfo) -> tuple[str, ...]:
    """The words that a field may have: an enumeration, yes and no, or the one word that stands for a whole mapping."""
    if info.shape.record is not None:
        return (info.shape.record.one_word,) if info.shape.record.one_word else ()
    return ("true", "false") if cls.model_fields[info.name].annotation is bool else _literals(cls, info)


def _literals(cls: type[Record], info: FieldInfo) -> tuple[str, ...]:
    annotation = cls.model_fields[info.name].annotation
    for one in (annotation, *get_args(annotation)):
        if get_origin(one) is Literal:
            return tuple(str(word) for word in get_args(one))
    return ()


def _choice(words: tuple[str, ...], number: int) -> str:
    return f"${{{number}|{','.join(words)}|}}" if len(words) > 1 else words[0]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
