"""What goes into the archive and in which order: `templates/archive/order.yml`, read once."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar, Literal

from mzsh.model.place import Source
from mzsh.model.record import Document, Record, key
from mzsh.model.values import Names
from mzsh.resources import templates
from mzsh.workspace.files import read_text
from mzsh.workspace.nodes import compose
from mzsh.workspace.reading import Reader

_FILE = "order.yml"


class Filed(Record):
    """条目: one kind of paper that is filed, a document of the program's or a material of the folder."""

    place: str = key("归档", "归档的类目", default="", required=True)
    paper: str = key("文书", "文书的 id", default="")
    material: Literal["", "上级通知", "学习研讨", "审阅", "督导"] = key("材料", "文件夹里的材料", default="")
    responsible: Literal["单位", "本人", "组织部", "政研室", "办公室"] = key("责任者", "谁形成的", default="单位")
    dated: Literal["", "会议", "审定", "谈话"] = key("日期", "没有印发日期时用哪一天", default="")
    secrecy: Literal["", "内部"] = key("密级", "内部或不写", default="")
    note: str = key("备注", "备注", default="")


class ArchiveOrder(Document):
    """归档顺序."""

    names: ClassVar[tuple[str, str]] = ("归档顺序", "archive_order")

    items: tuple[Filed, ...] = key("条目", "按归档的先后", default=())
    left_out: Names = key("不归档", "不归档的文书", default=())


@lru_cache(maxsize=1)
def archive_order() -> ArchiveOrder:
    """The order as it lies in the program's data."""
    text = read_text(templates() / "archive" / _FILE).text
    root = compose(text)
    assert root is not None
    return Reader(Source(_FILE, text)).read(ArchiveOrder, root)
