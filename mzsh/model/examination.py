"""Self-examination (对照检查): the team's statement (班子材料) and the members' outlines (发言提纲), clauses 2, 3.4."""

from __future__ import annotations

from typing import ClassVar, Literal

from mzsh.model.avoids import Avoids
from mzsh.model.record import Document, Record, key
from mzsh.model.values import TEAM, Count, DueText, Flag, MeasureClass, Names, Status, Year

ProblemSource = Literal["自查", "征求意见", "谈心谈话", "上级指出", "认领班子"]


class Problem(Record):
    """问题: one problem that was found, why, and what will be done."""

    given_id: str = key("编号", "编号，默认为 姓名-方面-序号", default="", english="id")
    summary: str = key("摘要", "一句话写明问题", default="", required=True)
    source: ProblemSource | None = key("来源", "问题从哪里来", required=True)
    refs: Names = key("依据", "意见、班子问题等的编号", default=())
    manifestation: str = key("表现", "具体表现；正文里写了就不必填", default="")
    root_cause: str = key("思想根源", "思想根源；正文里写了就不必填", default="")
    measure: str = key("措施", "整改措施；正文里写了就不必填", default="")
    duty: str = key("职责", "涉及的分管职责", default="")
    result: str = key("成果", "可以检验的成果", default="")
    kind: MeasureClass | None = key("类别", "立行立改、限期整改或协调解决", english="class")
    lead: str = key("牵头", "牵头部门", default="")
    owner: str = key("责任人", "责任人", default="")
    due: DueText = key("时限", "完成时限", default="")


class Area(Record):
    """对照检查 under one area (方面)."""

    area: Count | None = key("方面", "方面序号", required=True)
    problems: tuple[Problem, ...] = key("问题", "该方面的问题", default=(), required=True)


class Explanation(Record):
    """意见说明: what the member says to an opinion about himself (clause 3.2-explain)."""

    opinion: str = key("意见", "意见编号", default="")
    text: str = key("说明", "说明", default="")


class Examination(Document):
    """What statement and outline share."""

    markdown: ClassVar[bool] = True

    status: Status = key("状态", "草稿、已报送、书记已审或上级已审", default="草稿", required=True)
    year: Year | None = key("年度", "年度，不写为本次会议的年度")
    areas: tuple[Area, ...] = key("对照检查", "各方面的问题", default=(), required=True, english="examination")
    avoids: Avoids = key("五避免", "五避免逐项确认，或写 全部", default=Avoids(), required=True)
    explanations: tuple[Explanation, ...] = key("意见说明", "对反映本人问题的说明", default=())

    @property
    def owner(self) -> str:
        """Whose problems these are: a member's name or 班子."""
        raise NotImplementedError

    @property
    def is_draft(self) -> bool:
        """Not yet submitted (报送)."""
        return self.status == "草稿"

    @property
    def is_stub(self) -> bool:
        """No problem written down and no text in the body."""
        return self.body.is_empty and not any(problem.summary for _, _, problem in self.numbered())

    def numbered(self) -> tuple[tuple[Area, str, Problem], ...]:
        """Every problem with its area and its id (编号 or `<姓名>-<方面>-<序号>`)."""
        return tuple(
            (area, problem.given_id or f"{self.owner}-{area.area or '?'}-{number}", problem)
            for area in self.areas
            for number, problem in enumerate(area.problems, 1)
        )


class Outline(Examination):
    """发言提纲."""

    names: ClassVar[tuple[str, str]] = ("发言提纲", "outline")

    member: str = key("姓名", "本人姓名", default="", required=True)
    self_written: Flag = key("本人撰写", "本人动手撰写", default=False, required=True)

    @property
    def owner(self) -> str:
        """The member."""
        return self.member


class Statement(Examination):
    """班子材料."""

    names: ClassVar[tuple[str, str]] = ("班子材料", "statement")

    drafted_by: str = key("起草", "起草部门", default="")

    @property
    def owner(self) -> str:
        """The team."""
        return TEAM
