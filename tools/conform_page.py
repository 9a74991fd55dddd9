"""Print docs/conform.md, every item of the conformance check, made from the items' own descriptions.

python tools/conform_page.py > docs/conform.md
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from mzsh.conformance.item import descriptions  # noqa: E402
from mzsh.conformance.result import State  # noqa: E402

STATES = {
    State.CONFORMS: "和标准一样",
    State.FAILS: "和标准不一样，要改；`mzsh conform` 的退出码因此是 1",
    State.CUSTOM: "标准没有规定，或者有的地方另有习惯，不算错",
    State.ABSENT: "文件里没有这一部分：没有红头、没有落款、没有表格，都不算错",
}
EXAMPLE = """\
{
  "version": 1,
  "files": [
    {
      "path": "通知.docx",
      "items": [
        {
          "id": "margin-top",
          "title": "上边距（天头）",
          "state": "不符合",
          "found": "25.4 mm，应为 37 mm",
          "standard": "天头 37 mm ± 1 mm；……",
          "where": ["第1节"],
          "advice": "布局 → 页边距 → 自定义：上 3.7 厘米"
        }
      ],
      "summary": {"符合": 60, "不符合": 1, "各地习惯": 3, "不涉及": 18}
    }
  ]
}
"""


def page() -> str:
    """The whole page."""
    items = descriptions()
    lines = [
        "# 验格式",
        "",
        "本页由 `python tools/conform_page.py > docs/conform.md` 从各项的声明生成，请勿手改。",
        "",
        "`mzsh conform 通知.docx` 打开一个 Word 文件，逐项对照 GB/T 9704-2012《党政机关公文格式》：",
        "查到了什么，标准怎么说，在第几段、第几节，怎么改。谁排的都行：本程序出的，Word、WPS 里打的，别处来的。",
        "只读不改，可以一次写几个文件。",
        "",
        "```sh",
        "mzsh conform 通知.docx                       # 只列不符合的",
        "mzsh conform --all 通知.docx                 # 逐项都列",
        "mzsh conform *.docx --format json --output 结果.json",
        "```",
        "",
        "每一项有四种结果：",
        "",
        *(f"* **{state.value}**：{told}。" for state, told in STATES.items()),
        "",
        "退出码：0 没有不符合的，1 有不符合的，2 有的文件验不了（不是 .docx、加了密码、坏了、太大）。",
        "",
        "## 怎样认出各部分",
        "",
        "有样式名的看样式，没有的看位置、字体和写法：“一、”开头的是一级标题，标题下面第一行、写着单位、以“：”结尾的是主送机关，",
        "文末单独成行的日期是成文日期，“抄送：”和“……印发”是版记。一处写错不影响认出它是什么：标题的字号错了，它还是标题。",
        "首行缩进用段落格式；打两个全角空格代替的算各地习惯，缩进和空格都有的不符合。",
        "查的是文件里写着的格式，不是排出来的样子：一面实际排了几行、字体装没装，要打开看。",
        "",
        f"## 各项（{len(items)} 项）",
        "",
        *_table(),
        "",
        "## JSON",
        "",
        "`--format json` 的写法是约定，不认识的键请跳过：",
        "",
        "```json",
        *EXAMPLE.rstrip().split("\n"),
        "```",
        "",
        "`where` 最多 200 处，再多的最后一条写“等 N 处”。验不了的文件，`items` 是空的，多一个 `error` 说明原因。",
    ]
    return "\n".join(lines) + "\n"


def _table() -> Iterator[str]:
    yield "| 项 | id | 标准怎么说 | 怎么改 |"
    yield "|---|---|---|---|"
    for one in descriptions():
        yield f"| {one.title} | `{one.id}` | {_cell(one.standard)} | {_cell(one.advice)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("**", "\\*\\*")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
