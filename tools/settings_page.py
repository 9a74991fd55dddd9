"""Print docs/settings.md, every setting of 会议.yml, made from the settings' own declarations.

python tools/settings_page.py > docs/settings.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.model.meeting import Meeting, Paper  # noqa: E402
from mzsh.model.record import Record  # noqa: E402
from mzsh.model.settings import PAPERS, CheckSettings, LayoutSettings, Thresholds  # noqa: E402
from mzsh.workspace.fields import fields_of  # noqa: E402

EXAMPLE = """\
检查:
  忽略: [MZ112]                 # 这条规则整次检查都不用
  级别: {MZ402: 错误}           # 改级别：提示、警告、错误、关闭
  阈值: {到会比例: 4/5, 发言分钟: 12}
版式:
  行距: 28
  加粗: [一、, （一）]
公文:
  专题报告: {文号: 某字〔2022〕6号, 主送: 省委组织部, 签发人: 张卫国}
"""


def page() -> str:
    """The whole page."""
    lines = [
        "# 会议.yml 里的设置",
        "",
        "本页由 `python tools/settings_page.py > docs/settings.md` 从程序的声明生成，请勿手改。",
        "",
        "设置都可以不写，不写的按下面说的默认。写错了名字、写了用不着的数字，检查时都会指出在哪一行",
        "（不认识的名字是 MZ005，写得不对的值是 MZ007），不会悄悄不算数。",
        "",
        "```yaml",
        *EXAMPLE.rstrip().split("\n"),
        "```",
        "",
        "## 检查",
        "",
        *_table(CheckSettings),
        "",
        "只有一处不必改的，不要在这里关掉整条规则：在那一处前面写一行“忽略”注释，写明理由。",
        "",
        "## 检查 › 阈值",
        "",
        *_thresholds(),
        "",
        "比例可以写 0.8、4/5 或 80%；其余写大于零的数字。",
        "",
        "## 版式",
        "",
        *_table(LayoutSettings),
        "",
        "## 公文",
        "",
        f"{Meeting.model_fields['papers'].description}。一份文书一项，用文书的中文名或者 id 都行：",
        "",
        "、".join(f"{name}（`{identifier}`）" for identifier, name in PAPERS.items()) + "。",
        "",
        *_table(Paper),
    ]
    return "\n".join(lines) + "\n"


def _table(cls: type[Record]) -> Iterator[str]:
    yield "| 键 | 英文 | 写什么 |"
    yield "|---|---|---|"
    for info in dict.fromkeys(fields_of(cls).values()):
        yield f"| {info.chinese} | `{info.english}` | {cls.model_fields[info.name].description} |"


def _thresholds() -> Iterator[str]:
    yield "| 名称 | 英文 | 说的是什么 | 单位 | 不写时 | 规则 |"
    yield "|---|---|---|---|---|---|"
    for info in dict.fromkeys(fields_of(Thresholds).values()):
        field = Thresholds.model_fields[info.name]
        more = field.json_schema_extra
        assert isinstance(more, dict)
        told = " | ".join(str(more[part]) for part in ("unit", "usual", "rule"))
        yield f"| {info.chinese} | `{info.english}` | {field.description} | {told} |"


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
