"""Study (学习研讨): one file a session (clauses 3.1)."""

from __future__ import annotations

from typing import ClassVar, Literal

from mzsh.model.record import Document, key
from mzsh.model.values import Day, Names


class Study(Document):
    """学习研讨."""

    names: ClassVar[tuple[str, str]] = ("学习研讨", "study")
    markdown: ClassVar[bool] = True

    date: Day | None = key("日期", "学习日期", required=True)
    form: Literal["党委会", "中心组", "自学"] | None = key("形式", "党委会、中心组或自学", required=True)
    chair: str = key("主持", "主持人", default="")
    attended: Names = key("参加", "参加人员", default=())
    readings: Names = key("篇目", "学习篇目", default=(), required=True)
    speakers: Names = key("发言", "发言人", default=())

    @property
    def is_stub(self) -> bool:
        """A date that is still to be filled in, or neither form nor readings yet."""
        unwritten = self.form is None and not self.readings and not {"form", "readings"} & self.at.refused
        return unwritten or "date" in self.at.pending
