"""Print docs/kinds.md, every kind of document and its keys, made from the models' own declarations.

python tools/kinds_page.py > docs/kinds.md
"""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.model.kinds import DOCUMENTS  # noqa: E402
from mzsh.model.record import Document, Record  # noqa: E402
from mzsh.overview.drafting import KINDS  # noqa: E402
from mzsh.workspace.reading import FieldInfo, fields_of  # noqa: E402


def page() -> str:
    """The whole page."""
    lines = [
        "# 材料的写法：类型和键",
        "",
        "本页由 `python tools/kinds_page.py > docs/kinds.md` 从程序的声明生成，请勿手改。",
        "",
        "一份材料是什么，看它的“类型”。键写中文或英文都行，一个文件里同一个键不能两种都写。",
        "✱ 表示办完以前必须有；“下级”写在上级键的下面，缩进两格。",
    ]
    for cls in DOCUMENTS:
        where = ".md，写在开头的 `---` 之间" if cls.markdown else ".yml"
        lines += [
            "",
            f"## {cls.names[0]} · {cls.names[1]}",
            "",
            f"文件是 {where}。{_begun(cls)}{cls.note}",
            "",
            *_table(cls),
        ]
    return "\n".join(lines) + "\n"


def _begun(cls: type[Document]) -> str:
    """How `new` begins one."""
    kind = next((kind for kind in KINDS if cls.names[0] in kind.chinese), None)
    return f"新建：`{kind.usage}`。" if kind else ""


def _table(cls: type[Record]) -> Iterator[str]:
    yield "| 键 | 英文 | 写什么 |"
    yield "|---|---|---|"
    yield from _rows(cls, "")


def _rows(cls: type[Record], above: str) -> Iterator[str]:
    for info in dict.fromkeys(fields_of(cls).values()):
        star = " ✱" if info.required else ""
        yield f"| {above}{info.chinese}{star} | `{info.english}` | {_meaning(cls, info)} |"
        if info.shape.record is not None:
            each = "文书的 id › " if info.shape.container == "mapping" else ""
            yield from _rows(info.shape.record, f"{above}{info.chinese} › {each}")


def _meaning(cls: type[Record], info: FieldInfo) -> str:
    field = cls.model_fields[info.name]
    told = field.description or info.chinese
    values = [value for value in _choices(field.annotation) if value not in told]
    added = ("：" + "、".join(values)) if values else ""
    many = "（可以有几项）" if info.shape.container == "list" else ""
    return f"{told}{added}{many}".replace("|", "／")


def _choices(annotation: Any) -> list[str]:
    """The words of an enumeration; none where anything may be written."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return [str(value) for value in args]
    if origin in (Annotated, Union, types.UnionType):
        return [value for arg in args for value in _choices(arg)]
    return []


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
