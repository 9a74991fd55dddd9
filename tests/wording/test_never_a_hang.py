"""No text makes the wording modules slow: a file may hold 4 MB, and every public function reads each of it once."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import time
from collections.abc import Callable, Iterable

import pytest

import mzsh.wording
from mzsh.api import lint_text
from mzsh.model.body import Paragraph, read_body
from mzsh.model.text import heading_core, plain, quotes, without_numbering
from mzsh.planning.approvals import fingerprint_of
from mzsh.wording.copies.masking import Formulas
from mzsh.wording.copies.texts import compare_texts
from mzsh.wording.critics import critics_in, givers_in, named_in
from mzsh.wording.givers import contacts, named_in_source, named_in_words, without_giver
from mzsh.wording.leads import find_leads, summary_of
from mzsh.wording.measures import has_action, has_date, has_result, names_a_person
from mzsh.wording.papers import paragraphs_of, read_paper
from mzsh.wording.personal_data import find_personal_data, hidden, is_identity_number, masked, passes_luhn
from mzsh.wording.places import foreign_places
from mzsh.wording.secrets import internal_words, secret_marks
from mzsh.wording.sentences import normal, sentences
from mzsh.wording.theme import StatedTheme, other_theme, stated_themes
from mzsh.workspace.loading import load_text

MEMBERS = ("沈砚平", "张三", "梁晓芸")
FORMULAS = Formulas()
THEME = "大力弘扬伟大建党精神，坚持和发展党的百年奋斗历史经验"

NASTY = ("a", "1", "，", "批评，", "“a”", " ", "1-", "@", "。", "张三")
ALSO_NASTY = (
    "\n",
    "　",
    "-",
    "X",
    "a.",
    "a@b.cc 13812345678，",
    "“伟大建党精神和百年奋斗”",
    "。一是抓了",
    "<!-- mzsh: 忽略",
    "## 一\n",
)
BEGINNINGS = ("", "我叫", "——", "微信", "主题是", "密级", "a@a.", "# mzsh: 忽略")

CALLS: dict[str, Callable[[str], object]] = {
    "critics_in": lambda text: critics_in(text, MEMBERS),
    "named_in": lambda text: named_in(text, MEMBERS),
    "givers_in": lambda text: givers_in(text, MEMBERS),
    "contacts": contacts,
    "without_giver": lambda text: without_giver(text, "张三"),
    "named_in_source": lambda text: named_in_source(text, people=MEMBERS),
    "named_in_words": lambda text: named_in_words(text, members=MEMBERS),
    "find_leads": lambda text: find_leads([Paragraph(text, 1, 1, text)]),
    "summary_of": summary_of,
    "has_date": has_date,
    "has_result": has_result,
    "has_action": has_action,
    "names_a_person": lambda text: names_a_person(text, known=frozenset(MEMBERS)),
    "find_personal_data": find_personal_data,
    "masked": masked,
    "hidden": hidden,
    "is_identity_number": is_identity_number,
    "passes_luhn": passes_luhn,
    "foreign_places": lambda text: foreign_places(text, "望川市"),
    "internal_words": internal_words,
    "secret_marks": secret_marks,
    "stated_themes": lambda text: stated_themes(text, THEME),
    "is_theme": lambda text: StatedTheme(text, 0).is_theme(THEME),
    "other_theme": lambda text: other_theme(text, [THEME]),
    "normal": normal,
    "sentences": sentences,
    "paragraphs_of": paragraphs_of,
    "read_paper": read_paper,
}
BESIDE: dict[str, Callable[[str], object]] = {
    "read_body": read_body,
    "plain": plain,
    "heading_core": heading_core,
    "without_numbering": without_numbering,
    "quotes": lambda text: quotes(text, THEME),
    "mask": FORMULAS.mask,
    "lint_text outline": lint_text,
    "lint_text talk": lambda text: lint_text(text, "talk"),
    "lint_text criticism": lambda text: lint_text(text, "criticism"),
    "compare_texts": lambda text: compare_texts(text, text[: len(text) // 2]),
    "fingerprint_of": lambda text: fingerprint_of(load_text("说明.txt", text).source),
}
"""What the wording modules and the rules lean on."""


def seconds(call: Callable[[str], object], text: str) -> float:
    """Processor time of a call; what it yields is read to the end."""
    start = time.process_time()
    result = call(text)
    if isinstance(result, Iterable):
        for _ in result:
            pass
    return time.process_time() - start


def test_every_public_function_is_tried() -> None:
    public = set()
    for info in pkgutil.iter_modules(mzsh.wording.__path__):
        module = importlib.import_module(f"mzsh.wording.{info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            public |= {name} if function.__module__ == module.__name__ and name[0] != "_" else set()

    assert public == CALLS.keys() - {"is_theme"}


@pytest.mark.parametrize("name", CALLS | BESIDE)
def test_a_nasty_text_is_read_quickly(name: str) -> None:
    """Short texts first: what is quadratic fails there, and never comes to the long ones, where it would hang."""
    call = (CALLS | BESIDE)[name]
    short = [beginning + (end * 30_000)[:30_000] for end in NASTY + ALSO_NASTY for beginning in BEGINNINGS]

    assert next((text[:20] for text in short if seconds(call, text) > 0.8), "") == ""
    assert next((end for end in NASTY if seconds(call, end * 300_000) > 4), "") == ""
