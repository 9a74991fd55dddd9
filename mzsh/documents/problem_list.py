"""问题清单: everything that was found wrong, where it comes from, and which item of rectification takes it up."""

from __future__ import annotations

from collections.abc import Sequence

from mzsh.documents import naming
from mzsh.documents.common import of_the_meeting
from mzsh.documents.document import Context, document
from mzsh.documents.figures import finding, holding
from mzsh.documents.figures.finding import Found
from mzsh.documents.needs import BODY, MEETING_NAME, OUTLINES, ROSTER, STATEMENT
from mzsh.model.meeting import Meeting
from mzsh.model.preset import Preset
from mzsh.model.project import Project
from mzsh.model.values import TEAM

_OTHER = "其他"
_OPEN = "未列入"


@document(
    "problem-list",
    "问题清单",
    stage="会后",
    landscape=True,
    needs=(MEETING_NAME, BODY, ROSTER, STATEMENT, OUTLINES),
)
def problem_list(project: Project, meeting: Meeting, preset: Preset) -> Context:
    """问题清单：班子和成员查摆的问题、会上批评指出的问题、征求意见归并的问题，逐个写明来源、主体、方面，
    由整改清单的哪一条承接（按“来源”里的编号对应）；主体已有清单而没有一条承接的，写“未列入”。批评不写编号和批评人。内部使用。"""
    problems = finding.problems(project)
    groups = (problems, finding.criticised(project), finding.told(project))
    return Context(
        {
            **of_the_meeting(project),
            "title": naming.broken(
                f"{naming.body_name(meeting) or BODY.of(project)}{MEETING_NAME.of(project)}问题清单"
            ),
            "gap": ROSTER.gap(project) + STATEMENT.gap(project) + OUTLINES.gap(project),
            "figures": holding.problems(project),
            "counts": _counts(problems, meeting, preset),
            "all_taken": all(one.items for found in groups for one in found),
            "parts": [_part(found, meeting, preset) for found in groups],
        }
    )


def _owner(one: str, meeting: Meeting) -> str:
    return (meeting.group or TEAM) if one == TEAM else one


def _part(found: Sequence[Found], meeting: Meeting, preset: Preset) -> dict[str, object]:
    numbered = any(one.id for one in found)
    return {
        "total": len(found),
        "taken": sum(bool(one.items) for one in found),
        "open": sum(one.is_listed and not one.items for one in found),
        "numbered": numbered,
        "rows": [
            (number, *((one.id,) if numbered else ()), *_cells(one, meeting, preset))
            for number, one in enumerate(found, 1)
        ],
    }


def _cells(one: Found, meeting: Meeting, preset: Preset) -> tuple[str, ...]:
    """问题 来源 主体 方面 整改清单条目."""
    return (
        naming.without_stop(one.text),
        "\n".join(part for part in (one.source, *one.refs) if part),
        _owner(one.owner, meeting),
        naming.area_name(one.area, preset),
        "\n".join(one.items) or (_OPEN if one.is_listed else ""),
    )


def _counts(problems: Sequence[Found], meeting: Meeting, preset: Preset) -> dict[str, object]:
    """Owners down, areas across, sums at both ends; the column of other areas only where something is in it."""
    counted = finding.by_owner_and_area(problems, preset.area_count)
    names = [naming.area_name(number, preset) for number in range(1, preset.area_count + 1)]
    others = any(numbers[-1] for _, numbers in counted)
    width = len(names) + others
    rows: list[tuple[object, ...]] = [
        (_owner(owner, meeting), *(number or "" for number in numbers[:width]), sum(numbers))
        for owner, numbers in counted
    ]
    columns = [sum(numbers[place] for _, numbers in counted) for place in range(width)]
    return {
        "head": ["主体", *names, *([_OTHER] if others else []), "合计"],
        "rows": [*rows, ("合计", *columns, len(problems))] if rows else [],
        "widths": [20, *[18] * width, 10],
        "centred": list(range(1, width + 3)),
    }
