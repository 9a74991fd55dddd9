"""意见建议汇总表: how many opinions by channel, area and whom they are about; what they were merged into."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from mzsh.documents import naming
from mzsh.documents.document import Context, document
from mzsh.documents.figures import opining
from mzsh.documents.figures.opining import Breakdown, Said
from mzsh.documents.needs import BODY, MEETING_NAME, RECEIVED
from mzsh.documents.paper import paper_of
from mzsh.model.meeting import Meeting
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.typesetting.chinese import characters

_NO_AREA = "未分方面"
_IDS_WIDTH = 5.5  # 五号 characters in the column of the template


@document("opinion-summary", "意见建议汇总表", stage="会前", landscape=True, needs=(MEETING_NAME, BODY, RECEIVED))
def opinion_summary(project: Project, meeting: Meeting, preset: Preset) -> Context:
    """意见建议汇总表：先列各渠道、各方面、各对象的条数，再列归并后的意见和处理；没有归并的列在后面。
    写有原始编号和原话，只供内部使用。"""
    merged, unmerged = opining.merged(project), opining.unmerged(project)
    figures = opining.breakdown(project)
    return Context(
        {
            "title": naming.broken(
                f"{naming.body_name(meeting) or BODY.of(project)}{MEETING_NAME.of(project)}意见建议汇总表"
            ),
            "organization": meeting.offices.organization,
            "gap": RECEIVED.gap(project),
            "figures": figures,
            "counts": _counts(figures, preset) if figures.total else [],
            "merged": [(number, *_merged(one, preset)) for number, one in enumerate(merged, 1)],
            "handled": opining.handled(project),
            "unmerged": [(number, *_unmerged(one, preset)) for number, one in enumerate(unmerged, 1)],
        },
        paper_of(project, "opinion-summary", by="organization"),
    )


def _counts(figures: Breakdown, preset: Preset) -> list[tuple[object, ...]]:
    """The three divisions side by side, the total in the last row."""
    divisions: tuple[Sequence[tuple[object, int]], ...] = (
        [(share.label, share.count) for share in figures.by_channel],
        [(naming.area_name(number, preset) or _NO_AREA, count) for number, count in figures.by_area],
        [(share.label, share.count) for share in figures.by_about],
    )
    rows = [tuple(cell for pair in row for cell in pair) for row in zip_longest(*divisions, fillvalue=("", ""))]
    return [*rows, ("合计", figures.total) * len(divisions)]


def _ids(said: Said) -> str:
    """The 编号 in lines of about the column's width, for an id must not be broken."""
    lines: list[str] = []
    for identifier in said.ids:
        if lines and characters(f"{lines[-1]}、{identifier}") <= _IDS_WIDTH:
            lines[-1] += f"、{identifier}"
        else:
            lines.append(identifier)
    return "\n".join(lines)


def _merged(said: Said, preset: Preset) -> tuple[object, ...]:
    """方面 归并后意见 涉及对象 原始条数 原始编号 处理 理由."""
    handled = (said.summary.handled or "", said.summary.reason) if said.summary else ("", "")
    return (naming.area_name(said.area, preset), said.text, said.about, len(said.originals), _ids(said), *handled)


def _unmerged(said: Said, preset: Preset) -> tuple[object, ...]:
    """编号 渠道 方面 对象 原话."""
    channel = said.originals[0].channel or ""
    return (_ids(said), channel, naming.area_name(said.area, preset), said.about, said.text)
