"""What goes out: the circular and the public notice (MZ702, 710, clauses 5.1-circulate and 5.2-publicise)."""

from __future__ import annotations

from collections.abc import Iterator

from mzsh.model.project import Project
from mzsh.model.rectification import Publicity, Rectification
from mzsh.model.remark import Remark
from mzsh.planning.givers import asked
from mzsh.planning.published import circular_passages, notice_passages
from mzsh.planning.unpublished import Inside
from mzsh.rules.rule import Example, rule
from mzsh.wording.critics import critics_in, givers_in

_TEAM_PLAN = "10-整改/班子.yml"


@rule(
    "MZ702",
    "通报里写了批评人、提意见的人或没有公开的事项",
    clauses=("5.1-circulate",),
    example=(
        Example(
            "09-报告/情况通报.md",
            good="班子和个人分别列出整改清单，",
            bad="王芳批评了财政局轮岗慢的事，班子和个人分别列出整改清单，",
            hits=("王芳批评了财政局",),
        ),
        Example(
            "09-报告/情况通报.md",
            good="班子和个人分别列出整改清单，",
            bad="有的楼上的人家半夜起来接水，打电话问了几回都说在协调，班子和个人分别列出整改清单，",
            hits=("有的楼上的人家",),
        ),
    ),
)
def nothing_given_away(project: Project) -> Iterator[Remark]:
    """情况通报和公示的内容，不写谁批评了谁、谁提的意见，不写意见、批评、谈话的编号，也不照抄其中的话（连续十二个字以上）。
    读的是情况通报全文、公示，以及标了“群众关心”的条目的问题、措施、成果和进展。"""
    inside = Inside(project)
    members, givers = project.meeting.member_names, asked(project)
    for passage in (*circular_passages(project), *notice_passages(project)):
        copied = list(inside.found_in(passage.text, is_plan=passage.is_plan))
        reasons = [
            (one.start, one.end, f"写出了批评人或被批评的人{one.name}") for one in critics_in(passage.text, members)
        ]
        reasons += [(one.start, one.end, f"写出了提意见的{one.name}") for one in givers_in(passage.text, givers)]
        reasons += [(one.start, one.end, one.what) for one in copied]
        if reasons:
            start, end, _ = min(reasons)
            message = "；".join(dict.fromkeys(reason for _, _, reason in sorted(reasons)))
            hint = "改成概括的说法，不点人、不引原话"
            related = tuple(dict.fromkeys(place for one in copied for place in one.related))
            yield passage.remark(start, end, f"要发出去的文字里{message}", hint=hint, related=related)


_WANTED = (
    ("scope", "范围"),
    ("start", "开始日期（起）"),
    ("end", "结束日期（止）"),
    ("secrecy_review", "保密审查"),
    ("approved_by", "批准"),
)


@rule(
    "MZ710",
    "公示手续不全",
    clauses=("5.2-publicise",),
    example=(
        Example(_TEAM_PLAN, good="  保密审查: 陈建平\n", bad="", hits=("公示:",)),
        Example(_TEAM_PLAN, good="止: 2022-02-27", bad="止: 2022-02-17", hits=("止: 2022-02-17",)),
    ),
)
def notice_in_order(project: Project) -> Iterator[Remark]:
    """公示要写明范围和起止日期，经过保密审查和批准。公示出去的文字里有电话、证件号码的，见 MZ801。"""
    for plan in project.rectifications:
        if plan.at.has("publicity") and "publicity" not in plan.at.refused:
            yield from _formalities(plan, plan.publicity)


def _formalities(plan: Rectification, notice: Publicity) -> Iterator[Remark]:
    lacks = [(f, word) for f, word in _WANTED if not getattr(notice, f) and f not in notice.at.refused]
    if lacks:
        waiting = all(field in notice.at.pending for field, _ in lacks)
        message = f"公示没有写{'、'.join(word for _, word in lacks)}"
        yield plan.remark_key("publicity", message, hint="手续办完再公示", absent=waiting)
    if notice.start and notice.end and notice.end < notice.start:
        yield notice.remark("end", f"公示{notice.end}止，早于{notice.start}起", hint="请核对日期")
