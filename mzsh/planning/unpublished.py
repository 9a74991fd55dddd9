"""What must not be read in what goes out: passages and ids of opinions, criticisms and talks (clause 5.1-circulate)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from mzsh.model.project import Project
from mzsh.model.record import Record
from mzsh.model.remark import Related
from mzsh.model.talks import TalkRecord
from mzsh.model.text import plain

RUN = 12
"""Characters, punctuation dropped, from which on a passage is a quotation."""

_FORMULAS = re.compile(
    r"习近平新时代中国特色社会主义思想|习近平总书记(?:关于)?|党的[一二三四五六七八九十]{1,3}[大届](?:历次|[一二三四五六七]中)?(?:全会)?精神"
    r"|重要讲话(?:和|重要)?(?:指示)?(?:批示)?精神|党史学习教育|专题民主生活会|批评[和与]自我批评|征求意见"
    r"|\d{4}年(?:度|\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日"
)
"""Fixed wordings and dates, as they read without punctuation; they end a run."""
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Unpublished:
    """What a text gives away (照抄了…, 写了编号…); `start` and `end` in characters of the text, from 0."""

    what: str
    start: int
    end: int
    related: tuple[Related, ...] = ()
    """Where the words come from: told as a place, since naming the two would spread what is to be kept."""


@dataclass(frozen=True, slots=True, eq=False)
class _Origin:
    """Where words of the inside stand, and what they are."""

    what: str
    record: Record
    field: str = ""


class Inside:
    """The inside of a workspace: what was said in confidence, and what the body says itself and may publish."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def found_in(self, text: str, *, is_plan: bool) -> Iterator[Unpublished]:
        """Passages and ids of the inside in a text that goes out, one of each origin.

        What will be done (`is_plan`: 措施, 成果) may be what a critic suggested or two people agreed on.
        """
        told: set[_Origin] = set()
        runs = self._runs_of_facts if is_plan else self._runs
        kept, places = _with_places(text)
        broken = self._broken(kept)
        for start in range(len(broken) - RUN + 1):
            origin = runs.get(broken[start : start + RUN])
            if origin is not None and origin not in told:
                told.add(origin)
                end = start + RUN
                while end < len(broken) and runs.get(broken[end - RUN + 1 : end + 1]) is origin:
                    end += 1
                place = origin.record.related(origin.field, "原话在这里")
                yield Unpublished(f"照抄了{origin.what}", places[start], places[end - 1] + 1, (place,))
        for match in self._ids.finditer(text) if self._ids else ():
            yield Unpublished(f"写了编号“{match[0]}”", *match.span())

    @cached_property
    def _ids(self) -> re.Pattern[str] | None:
        """The ids of opinions, summaries and criticisms; a bare number is no id that a reader would know."""
        project = self.project
        ids = {opinion.id for opinion in project.opinions} | {summary.id for summary in project.summaries}
        ids |= {criticism.id for criticism in project.criticisms}
        known = sorted((i for i in ids if len(i) > 1 and not i.isdecimal()), key=len, reverse=True)
        if not known:
            return None
        return re.compile(rf"(?<![0-9A-Za-z-])(?:{'|'.join(map(re.escape, known))})(?![0-9A-Za-z-])")

    @cached_property
    def _runs(self) -> dict[str, _Origin]:
        """Every run of twelve characters of the inside, with where it comes from.

        What three talks or more word alike is how talks are written up, and gives nobody away.
        """
        talks = Counter(run for _, texts in _talks(self.project) for run in {*_runs_in(*texts)})
        runs = {run: origin for origin, texts in _talks(self.project) for run in _runs_in(*texts)}
        told = {run: origin for run, origin in runs.items() if talks[run] < _BOILERPLATE}
        suggested = {run: origin for origin, text in _suggestions(self.project) for run in _runs_in(text)}
        return told | suggested | self._runs_of_facts

    @cached_property
    def _runs_of_facts(self) -> dict[str, _Origin]:
        """The runs of opinions and of what was criticised."""
        return {run: origin for origin, text in _facts(self.project) for run in _runs_in(text)}

    def _broken(self, text: str) -> str:
        """A plain text of the same length with breaks where it has a fixed wording or one of the body's own."""
        for pattern in (self._own_words, _FORMULAS):
            text = pattern.sub(lambda match: _BREAK * len(match[0]), text)
        return text

    @cached_property
    def _own_words(self) -> re.Pattern[str]:
        """What the body itself has found and worded, and names: problems, measures, summaries, titles, units."""
        worded = {plain(piece) for text in _public(self.project) for piece in _PIECES.split(text)}
        worded |= {piece for text in _worded(self.project) for piece in self._not_taken_over(text)}
        words = sorted((word for word in worded if len(word) >= _SHORTEST), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, words)) or r"(?!)")

    def _not_taken_over(self, text: str) -> Iterator[str]:
        """The pieces that the body worded itself; what it copied from an opinion is the giver's word still."""
        taken = self._taken_over(text)
        end = 0
        for piece in map(plain, _PIECES.split(text)):
            start, end = end, end + len(piece)
            if not all(taken[start:end]):
                yield piece

    def _taken_over(self, text: str) -> list[bool]:
        """Of each character of the plain text, whether it stands in a run that an opinion has as well."""
        words = plain(text)
        taken = [False] * len(words)
        for start in range(len(words) - RUN + 1):
            if words[start : start + RUN] in self._runs_of_opinions:
                taken[start : start + RUN] = [True] * RUN
        return taken

    @cached_property
    def _runs_of_opinions(self) -> frozenset[str]:
        return frozenset(run for opinion in self.project.opinions for run in _runs_in(opinion.text))

    def quotes_an_opinion(self, text: str) -> bool:
        """Whether a whole sentence of some length stands in an opinion word for word (归并 that merges nothing)."""
        return any(
            len(plain(sentence)) >= _WHOLE and all(self._taken_over(sentence)) for sentence in _SENTENCES.split(text)
        )


_PIECES = re.compile(r"[，,、；;。]")
_SENTENCES = re.compile(r"[；;。！？!?\n]")
_WHOLE = 20
"""Characters from which on a sentence is somebody's own; a shorter one may be worded alike by chance."""
_SHORTEST = 6
_BOILERPLATE = 3


def _runs_in(*texts: str) -> Iterator[str]:
    for text in map(plain, texts):
        yield from (text[start : start + RUN] for start in range(len(text) - RUN + 1))


def _with_places(text: str) -> tuple[str, list[int]]:
    """The plain text, and where each of its characters stands."""
    pairs = [(char, index) for index, typed in enumerate(text) for char in plain(typed)]
    return "".join(char for char, _ in pairs), [index for _, index in pairs]


def _facts(project: Project) -> Iterator[tuple[_Origin, str]]:
    """Opinions as they were given, and what was criticised, each with where it stands."""
    for opinion in project.opinions:
        yield _Origin(f"意见{opinion.id}的原话", opinion, "text"), opinion.text
    for criticism in project.criticisms:
        origin = _Origin(_CRITICISM, criticism.item, "about")
        yield from ((origin, text) for text in (criticism.item.problem, criticism.item.example))


_CRITICISM = "批评意见的话"


def _suggestions(project: Project) -> Iterator[tuple[_Origin, str]]:
    for criticism in project.criticisms:
        yield _Origin(_CRITICISM, criticism.item, "about"), criticism.item.suggestion


def _talks(project: Project) -> Iterator[tuple[_Origin, tuple[str, ...]]]:
    """The paragraphs of each talk but for what the two agreed on (达成的共识)."""
    for talk in project.of(TalkRecord):
        sections = (section for section in talk.body.sections if "共识" not in section.title)
        yield _Origin("谈话记录里的话", talk), tuple(p.text for section in sections for p in section.paragraphs)


def _public(project: Project) -> Iterator[str]:
    meeting, preset = project.meeting, project.preset
    yield from (meeting.org, meeting.group, meeting.theme, preset.title, preset.nick, preset.notice, preset.theme)
    yield from (*preset.lenses, *preset.benchmarks, *preset.substitutions, *preset.readings, *meeting.readings)
    yield from (*preset.bulletins, *preset.significance, *meeting.solicited, *meeting.consulted)
    for area in preset.areas:
        yield from (area.full, area.short)
    for member in meeting.members:
        yield from (member.post, member.branch, member.linked_unit, *(charge.unit for charge in member.in_charge))
    for issues in project.superior_issues:
        yield from (issue.problem for issue in issues.items)


def _worded(project: Project) -> Iterator[str]:
    """Problems, measures and summaries."""
    for problem in project.problems():
        yield from (problem.problem.summary, problem.text.measure)
    yield from (summary.text for summary in project.summaries)
