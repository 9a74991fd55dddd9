"""Privacy and confidentiality: nothing personal in the files, nothing confidential in what goes out (MZ8xx)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.place import Source, Span
from mzsh.model.project import Project
from mzsh.model.remark import Remark
from mzsh.planning.published import circular_passages, notice_passages, paper_passages
from mzsh.rules.rule import Example, rule
from mzsh.wording.personal_data import PersonalData, find_personal_data, masked
from mzsh.wording.secrets import internal_words, secret_marks


@rule(
    "MZ801",
    "有身份证号、电话、银行卡号或邮箱",
    example=Example(
        "08-会议/会议记录.md",
        good="上午9时开始，下午4时结束，三名常委全部到会。",
        bad="上午9时开始，下午4时结束，三名常委全部到会，会务联系13812345678。",
        hits=("上午9时开始",),
    ),
)
def personal_data(project: Project) -> Iterator[Remark]:
    """材料里不该有个人的身份证号、电话、银行卡号、邮箱：用不着，传出去就收不回来。请删去；证据材料里的另外保管。"""
    spoken_for = _opinion_places(project)
    for source in project.sources:
        if not source.readable:
            continue
        for number, line in enumerate(source.lines, 1):
            for found in find_personal_data(line):
                span = Span(number, found.start + 1, number, found.end + 1)
                if not any(_within(span, place) for place in spoken_for.get(source.path, ())):
                    yield _personal_remark(source, span, found)


def _personal_remark(source: Source, span: Span, found: PersonalData) -> Remark:
    """A remark that does not itself spread the number."""
    shown = masked(source.quote(span))
    return Remark(path=source.path, span=span, message=f"有{found.kind}（{shown}）", hint="用不着的请删去", quote=shown)


def _opinion_places(project: Project) -> dict[str, list[Span]]:
    """Where the words and sources of opinions stand: of those MZ406 speaks."""
    places: dict[str, list[Span]] = {}
    for opinion in project.opinions:
        for name in ("text", "source"):
            if name in opinion.at.entries:
                places.setdefault(opinion.path, []).append(opinion.at.entries[name][1].span)
    return places


def _within(span: Span, outer: Span) -> bool:
    return outer[:2] <= span[:2] and span[2:] <= outer[2:]


@rule(
    "MZ802",
    "对外的文字里有不宜公开的事项",
    example=Example(
        "09-报告/情况通报.md",
        good="省委督导组到会指导，",
        bad="省委督导组到会指导，收到的问题线索一并移交，",
        hits=("2022年1月18日，市委常委班子",),
    ),
)
def internal_words_outside(project: Project) -> Iterator[Remark]:
    """情况通报、公示和准备公示的整改条目，不能出现举报人、问题线索、谈话函询这类组织上掌握、不对外的事。"""
    for passage in (*circular_passages(project), *notice_passages(project)):
        for word in internal_words(passage.text):
            start = passage.text.index(word)
            hint = "换成可以公开的说法，或删去这一句"
            yield passage.remark(start, start + len(word), f"“{word}”不宜写进对外的文字", hint=hint)


@rule(
    "MZ803",
    "要印发的文字里标有密级",
    example=Example(
        "09-报告/情况通报.md",
        good="将在一定范围内公示，请大家监督。",
        bad="将在一定范围内公示，请大家监督。（机密★3年）",
        hits=("班子和个人分别列出整改清单",),
    ),
)
def secret_mark_outside(project: Project) -> Iterator[Remark]:
    """准备印发的报告、通报、公示里有秘密、机密、绝密的标志。涉密内容不得在本工具里处理，请按保密规定另行办理。"""
    report = project.report_paper
    out = [*circular_passages(project), *notice_passages(project)]
    for passage in (*out, *(paper_passages(report) if report is not None else ())):
        for mark in secret_marks(passage.text):
            start = passage.text.index(mark)
            hint = "涉密的内容请移出，按保密规定办理"
            yield passage.remark(start, start + len(mark), f"标有密级“{mark}”", hint=hint)
    for name, paper in project.meeting.papers.items():
        for field in ("number", "addressee", "signer", "sent"):
            for mark in secret_marks(getattr(paper, field)):
                yield paper.remark(field, f"公文“{name}”标有密级“{mark}”", hint="涉密的公文不在本工具里排")
