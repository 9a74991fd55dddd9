"""Templates: wording with gaps that a context fills, the user's own before the program's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mzsh.errors import MzshError
from mzsh.typesetting.complaints import in_chinese

if TYPE_CHECKING:
    from mzsh.typesetting.sandbox import Sandbox

_OF_VALUES = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
"""What a template can make go wrong with the values that it is given."""


class TemplateError(MzshError):
    """A template that cannot be rendered: which, on what line, and what is missing."""

    def __init__(self, template: str, line: int | None, problem: str, hint: str = "") -> None:
        where = f"模板 {template}" + (f" 第{line}行" if line else "")
        super().__init__(f"{where}：{problem}", hint)
        self.template = template
        self.line = line
        self.problem = problem


@dataclass(frozen=True)
class Source:
    """Where a template comes from: the program (`own`) or the user's folder."""

    path: Path
    own: bool


class Engine:
    """The templates of one workspace; a file of the user's in `overrides` replaces the program's of the same name."""

    def __init__(self, *, own: Path, overrides: Path | None = None) -> None:
        self._own = own
        self._overrides = overrides
        self._environments: dict[bool, Sandbox] = {}

    def render(self, name: str, context: Mapping[str, object], *, gaps: bool = False) -> str:
        """The template's Markdown; with `gaps`, what is missing is marked 【待补：…】 instead of refused."""
        from jinja2 import TemplateError as JinjaError
        from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
        from jinja2.exceptions import SecurityError

        from mzsh.typesetting.sandbox import TooMuchError, written

        try:
            sandbox = self._environment(gaps=gaps)
            sandbox.begin()
            return written(sandbox.get_template(name).generate(dict(context)))
        except TemplateNotFound as error:
            raise self._located(name, error, f"找不到模板 {error.name}") from None
        except TemplateSyntaxError as error:
            problem = f"写法有误：{in_chinese(str(error.message))}"
            raise TemplateError(error.name or name, error.lineno, problem, "核对 {{ }} 和 {% %} 是否成对") from None
        except UndefinedError as error:
            raise self._located(name, error, str(error.message)) from None
        except SecurityError as error:
            why = str(error) if isinstance(error, TooMuchError) else "用了不允许的写法"
            raise self._located(name, error, why) from None
        except RecursionError as error:
            raise self._located(name, error, "自己套自己，没有尽头") from None
        except (JinjaError, MemoryError, *_OF_VALUES) as error:
            raise self._located(name, error, f"无法写出：{in_chinese(str(error))}") from error

    def source_of(self, name: str) -> Source:
        """The file that a name stands for."""
        for folder, own in ((self._overrides, False), (self._own, True)):
            if folder is not None and (path := _inside(folder, name)) is not None:
                return Source(path, own)
        raise TemplateError(name, None, "找不到这个模板")

    def names(self) -> list[str]:
        """All templates, the program's and the user's."""
        folders = [folder for folder in (self._own, self._overrides) if folder is not None and folder.is_dir()]
        return sorted({path.relative_to(folder).as_posix() for folder in folders for path in _files(folder)})

    def _environment(self, *, gaps: bool) -> Sandbox:
        from mzsh.typesetting.environment import environment

        if gaps not in self._environments:
            self._environments[gaps] = environment(self._load, gaps=gaps)
        return self._environments[gaps]

    def _load(self, name: str) -> tuple[str, str, None] | None:
        try:
            path = self.source_of(name).path
        except TemplateError:
            return None
        return _decoded(path), str(path), None

    def _located(self, name: str, error: Exception, problem: str) -> TemplateError:
        """The error at the innermost line of a template that the traceback passes through."""
        import traceback

        paths = {str(self.source_of(one).path): one for one in self.names()}
        for frame in reversed(traceback.extract_tb(error.__traceback__)):
            if frame.filename in paths:
                wanted = _expressions(Path(frame.filename), frame.lineno)
                return TemplateError(paths[frame.filename], frame.lineno, problem + wanted)
        return TemplateError(name, None, problem)


def _expressions(path: Path, line: int | None) -> str:
    """What the template wanted to write on that line, to tell which of its values is meant."""
    lines = _decoded(path).splitlines()
    found = re.findall(r"\{\{.*?\}\}", lines[line - 1]) if line and line <= len(lines) else []
    return f"（{' '.join(found)}）" if found else ""


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]


def _inside(folder: Path, name: str) -> Path | None:
    """The file of that name below the folder, never one outside."""
    parts = name.replace("\\", "/").split("/")
    if any(part in {"", ".", ".."} or ":" in part for part in parts):
        return None
    path = folder.joinpath(*parts)
    return path if path.is_file() else None


def _decoded(path: Path) -> str:
    """The text of a template, also as an old Windows editor saved it."""
    content = path.read_bytes()
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise MzshError(f"模板 {path.name} 不是文本文件，无法读取", hint="另存为 UTF-8 编码的文本")
