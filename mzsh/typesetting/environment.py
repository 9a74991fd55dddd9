"""The Jinja environment: sandboxed, strict, and escaping for Markdown instead of HTML."""

from collections.abc import Callable, Iterable, Mapping
from typing import NoReturn

from jinja2 import FunctionLoader, StrictUndefined, Undefined, UndefinedError, nodes, pass_context, pass_environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context
from jinja2.utils import missing

from mzsh.numerals import cn_ordinal
from mzsh.typesetting.chinese import cn_date, cn_month_day, cn_time
from mzsh.typesetting.escaping import LINE_BREAK, MERGED_LEFT, MERGED_UP, Markdown, escape, markdown, paragraphs
from mzsh.typesetting.gaps import GAP_MARK, Gap
from mzsh.typesetting.sandbox import Sandbox
from mzsh.typesetting.table import table

Load = Callable[[str], tuple[str, str, None] | None]


class EmptyValueError(UndefinedError):
    """A value that is there and says nothing (None)."""


class _Missing(StrictUndefined):
    """A value that nobody gave: said in Chinese, and never printed."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        owner = self._undefined_obj
        plain = owner is missing or isinstance(owner, Mapping)
        return f"缺少“{self._undefined_name}”" if plain else f"{type(owner).__name__} 缺少“{self._undefined_name}”"


class _Generator(CodeGenerator):
    """Jinja's `~` joins as HTML once one side is markup; ours joins as Markdown."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write the call of our own joining."""
        self.write("environment.filters['join'](environment, (")
        for one in node.nodes:
            self.visit(one, frame)
            self.write(", ")
        self.write("))")


def environment(load: Load, *, gaps: bool) -> Sandbox:
    """An environment that finds its templates by `load`; with `gaps` what is missing is marked, not refused."""
    made = Sandbox(
        loader=FunctionLoader(load),
        auto_reload=False,
        undefined=Gap if gaps else _Missing,
        # With autoescape, what a macro or block wrote counts as written and is not escaped again.
        autoescape=True,
        finalize=_finalizer(gaps=gaps),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.code_generator_class = _Generator
    cells = {"br": Markdown(LINE_BREAK), "left": Markdown(MERGED_LEFT), "up": Markdown(MERGED_UP)}
    made.allow(filters=_filters(gaps=gaps), values={"table": table, **cells})
    return made


def _finalizer(*, gaps: bool) -> Callable[[Context, object], Markdown]:
    # Asking for the context keeps Jinja from escaping constants as HTML while it compiles.
    @pass_context
    def finalize(_context: Context, value: object) -> Markdown:
        return escape(GAP_MARK if value is None and gaps else _given(value))

    return finalize


def _given(value: object) -> object:
    """The value, unless it is None: no document may say so."""
    if value is None:
        _refuse()
    return value


def _refuse() -> NoReturn:
    raise EmptyValueError("值是空的")


def _filters(*, gaps: bool) -> dict[str, Callable[..., object]]:
    plain: dict[str, Callable[..., object]] = {
        "cn_date": cn_date,
        "cn_month_day": cn_month_day,
        "cn_time": cn_time,
        "cn_ordinal": cn_ordinal,
        "paragraphs": paragraphs,
        "markdown": markdown,
        "safe": markdown,
        "escape": escape,
        "e": escape,
    }
    return {"join": _join, **{name: _of_given(function, gaps=gaps) for name, function in plain.items()}}


def _of_given(function: Callable[..., object], *, gaps: bool) -> Callable[..., object]:
    """The filter for values that are there; a gap stays one, and None is refused before it hurts the filter."""

    def filtered(value: object, *arguments: object, **options: object) -> object:
        if isinstance(value, Undefined):
            return escape(value)
        if value is None and gaps:
            return escape(GAP_MARK)
        return function(_given(value), *arguments, **options)

    return filtered


@pass_environment
def _join(sandbox: Sandbox, values: Iterable[object], separator: object = "", attribute: str | None = None) -> Markdown:
    """Values one after another, each escaped."""
    if isinstance(values, Undefined):
        return escape(values)
    items = values if attribute is None else (sandbox.getattr(one, attribute) for one in values)
    pieces = []
    between = str(escape(separator))
    for one in sandbox.counted(items):
        piece = escape(_given(one))
        sandbox.budget.take(len(piece) + len(between))
        pieces.append(piece)
    return Markdown(between.join(pieces))
