"""Attacks on the sandbox: a template of the user's reaches nothing but words, and cannot fill the memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mzsh.documents.document import collect
from mzsh.documents.feeding import Supplies
from mzsh.planning.schedule import Schedule
from mzsh.resources import examples
from mzsh.typesetting.templates import Engine, TemplateError
from mzsh.workspace.loading import load

RECORD_ATTACKS = (
    "{{ v.parse_raw('cos\\nsystem\\n(S\"touch MARK\"\\ntR.', proto='pickle', allow_pickle=True) }}",
    "{{ v.parse_file('/etc/passwd') }}",
    "{{ v.parse_obj({}) }}",
    "{{ v.construct() }}",
    "{{ v.model_validate({}) }}",
    "{{ v.model_dump() }}",
    "{{ v.model_fields }}",
    "{{ v.copy() }}",
    "{{ v.json() }}",
    "{{ v.schema() }}",
    "{{ v.at.source.text }}",
    "{{ v.source.text }}",
    "{{ v['parse_raw'] }}",
    "{{ (v | attr('parse_raw'))('1') }}",
    "{{ v.remark('', '') }}",
    "{{ v.__class__ }}",
    "{{ [v] | join('', '__class__') }}",
    "{{ [v] | map(attribute='__class__') | list | first }}",
    "{{ v.__init__.__globals__ }}",
    "{{ v.from_scalar('全部') }}",
)

LIMITS = (
    "{% set n = namespace(t='a' * 2) %}",
    "{% set n = namespace(t='aa') %}{% for i in range(60) %}{% set n.t = n.t + n.t %}{% endfor %}",
    "{% set n = namespace(t='aa') %}{% for i in range(60) %}{% set n.t = n.t ~ n.t %}{% endfor %}",
    "{% set n = namespace(t=[1]) %}{% for i in range(60) %}{% set n.t = n.t + n.t %}{% endfor %}",
    "{% set n = namespace(t='a') %}{% for i in range(60) %}{% set n.t = [n.t, n.t] | join %}{% endfor %}",
    "{{ (1).to_bytes(1500000000, 'big') }}",
    "{{ 'a'.encode().ljust(1500000000) }}",
    "{{ [1] | batch(100000000, 'x') | list }}",
    "{{ [1] | slice(100000000) | list }}",
    "{{ [[1]] | sum(start=[]) }}",
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "{{ lipsum(9) }}",
    "{{ 'a'.join(['b']) }}",
    "{{ 'a'.format() }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ self.__init__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner.__init__.__globals__ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ table.__globals__ }}",
    "{{ range.__class__ }}",
)


def render(tmp_path: Path, template: str, **values: object) -> str:
    folder = tmp_path / "own"
    folder.mkdir(exist_ok=True)
    (folder / "文.md").write_text(template, encoding="utf-8")
    return Engine(own=folder).render("文.md", values)


@pytest.fixture(scope="module")
def records() -> list[object]:
    """One of each class of ours that any document hands to its template, however deep inside."""
    found: dict[type, object] = {}
    project = load(examples() / "望川市委")
    supplies = Supplies(project, Schedule(project, date(2022, 3, 10)))
    for document in collect():
        for subject in document.subjects(project, supplies.schedule)[:1]:
            context = document.function(**supplies.arguments(document, subject))
            for value in context.values.values():
                for record in _records(value):
                    found.setdefault(type(record), record)
    return list(found.values())


def _records(value: Any, depth: int = 6) -> Iterator[object]:
    if depth and isinstance(value, (list, tuple, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _records(one, depth - 1)
    elif depth and type(value).__module__.startswith("mzsh.") and not isinstance(value, str):
        yield value
        for one in vars(value).values() if hasattr(value, "__dict__") else ():
            yield from _records(one, depth - 1)


@pytest.mark.parametrize("template", RECORD_ATTACKS)
def test_records_give_their_fields_and_nothing_else(tmp_path: Path, records: list[object], template: str) -> None:
    mark = tmp_path / "pwned"
    assert len(records) > 20
    for record in records:
        with pytest.raises(TemplateError):
            render(tmp_path, template.replace("MARK", str(mark)), v=record)

    assert not mark.exists()


@pytest.mark.parametrize("template", LIMITS)
def test_neither_memory_nor_time_can_be_filled(tmp_path: Path, template: str) -> None:
    with pytest.raises(TemplateError):
        render(tmp_path, template)


def test_a_template_that_includes_itself_twice_ends(tmp_path: Path) -> None:
    template = "{% if n > 0 %}{% set n = n - 1 %}{% include '文.md' %}{% include '文.md' %}{% endif %}"

    with pytest.raises(TemplateError):
        render(tmp_path, template, n=60)


def test_what_templates_need_still_works(tmp_path: Path) -> None:
    template = (
        "{% for one in xs if one %}{{ loop.index }}{{ one }}{{ '、' if not loop.last }}{% endfor %}"
        "{{ xs | length }}{{ day.year }}{{ text.startswith('市') }}{{ d.items() | list | length }}"
        "{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(1) }}"
        "{% macro c(x) %}<{{ x }}{{ caller() }}>{% endmacro %}{% call c(2) %}三{% endcall %}"
        "{% set n = namespace(k=0) %}{% for x in xs %}{% set n.k = n.k + 1 %}{% endfor %}{{ n.k }}"
        "{{ xs | join('，') }}{{ xs | sort | first }}{{ 'a' ~ 1 }}{{ '一' + '二' }}"
    )
    written = render(tmp_path, template, xs=["甲", "乙"], day=date(2022, 1, 5), text="市委", d={"a": 1})

    assert written == "1甲、2乙22022是1<1><2三>2甲，乙乙a1一二"
