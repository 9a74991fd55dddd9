"""The base of all records: pydantic models with two names for every key and a place for every value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import PydanticOmit, core_schema

from mzsh.model.body import EMPTY_BODY, Body
from mzsh.model.place import NOWHERE, Place, Source, Span
from mzsh.model.remark import Related, Remark


class AsIs:
    """A field that pydantic takes as it is: no schema is built for it at start-up, and none is exported."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """Anything goes: the program itself puts the value there."""
        return core_schema.any_schema()

    def __get_pydantic_json_schema__(self, schema: core_schema.CoreSchema, handler: Any) -> dict[str, Any]:
        """Left out of JSON schemas."""
        raise PydanticOmit


def key(
    chinese: str,
    description: str = "",
    *,
    default: Any = None,
    required: bool = False,
    english: str = "",
    known: tuple[str, ...] = (),
    more: Mapping[str, Any] = MappingProxyType({}),
) -> Any:
    """Declare a field under its Chinese key; `required` marks the ✱ of workspace.md.

    `english` is the English key where it cannot be the attribute's own name (class, id, body, path). `known` are the
    only keys that may stand below it, where it is a mapping by names, or the only items of a list. `more` is what its
    page says besides.
    """
    extra: dict[str, Any] = {"required": required, "english": english, "known": list(known), **more}
    return Field(default=default, alias=chinese, description=description or chinese, json_schema_extra=extra)


def _about(remark: Remark, about: str) -> Remark:
    """The remark with what it is about added to the passage that it is known by."""
    return replace(remark, key=f"{remark.quote} {about}".strip()) if about else remark


class Record(BaseModel):
    """A mapping of the workspace. Values that are missing, 〔待填〕 or refused are the field's default: unknown."""

    model_config = ConfigDict(frozen=True, populate_by_name=True, loc_by_alias=False, arbitrary_types_allowed=True)

    one_word: ClassVar[str] = ""
    """The word that may stand in place of the mapping (五避免: 全部)."""
    also_words: ClassVar[tuple[str, ...]] = ()
    """Other words that mean the same as `one_word`."""
    sequence_field: ClassVar[str] = ""
    """The field that is meant where a list stands in place of the mapping (批评: [ … ])."""

    at: Annotated[Place, AsIs()] = Field(default=NOWHERE, exclude=True, repr=False)

    @classmethod
    def from_scalar(cls, text: str) -> Mapping[str, object] | None:
        """What one word stands for where a mapping is expected (五避免: 全部); None if it stands for nothing."""
        return None

    @classmethod
    def words(cls) -> tuple[str, ...]:
        """Every word that may stand in place of the mapping."""
        return (cls.one_word, *cls.also_words) if cls.one_word else ()

    @property
    def path(self) -> str:
        """The file that the record stands in, relative to the root."""
        return self.at.source.path

    def remark(self, name: str, message: str, **more: Any) -> Remark:
        """A remark at the value of a field, or at the record where the field is missing (or `name` is empty).

        `about` names what it is about (a person, an id), where the passage alone would not tell it from another.
        """
        return self._remark(self.at.span(name), message, more)

    def remark_key(self, name: str, message: str, **more: Any) -> Remark:
        """A remark at the key of a field."""
        return self._remark(self.at.key_span(name), message, more)

    def related(self, name: str, message: str) -> Related:
        """This record as the second place of another remark."""
        return Related(self.path, self.at.span(name), message)

    def _remark(self, span: Span, message: str, more: dict[str, Any]) -> Remark:
        about = more.pop("about", "")
        more.setdefault("quote", self.at.source.quote(span))
        return _about(Remark(path=self.path, span=span, message=message, **more), about)


class Document(Record):
    """The record that a whole file holds."""

    names: ClassVar[tuple[str, str]] = ("", "")
    """Chinese and English value of 类型."""
    markdown: ClassVar[bool] = False
    """Whether this kind is Markdown with front matter rather than YAML."""
    note: ClassVar[str] = ""
    """What an office should know before it keeps such a document, in Chinese."""

    body: Annotated[Body, AsIs()] = Field(default=EMPTY_BODY, exclude=True, repr=False)

    @property
    def source(self) -> Source:
        """The file."""
        return self.at.source

    @property
    def is_stub(self) -> bool:
        """Nothing but the scaffold's own text: the document counts as absent."""
        return False

    def remark_at(self, line: int, column: int, message: str, *, length: int = 0, **more: Any) -> Remark:
        """A remark at a place of the body."""
        return self._remark(Span(line, column, line, column + length), message, more)

    def remark_file(self, message: str, *, about: str = "", **more: Any) -> Remark:
        """A remark about the file as a whole."""
        return _about(Remark(path=self.path, message=message, **more), about)


D = TypeVar("D", bound=Document)


def merged(documents: Sequence[D], *fields: str) -> D | None:
    """Several registers of one kind as one: the first, with the rows of all; None where there is none."""
    if len(documents) < 2:
        return next(iter(documents), None)
    rows = {field: tuple(row for one in documents for row in getattr(one, field)) for field in fields}
    return documents[0].model_copy(update=rows)
