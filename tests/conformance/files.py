"""Word files to examine: one that the program makes, one as typed in Word, and small edits of their parts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from mzsh.conformance import State, examine
from mzsh.typesetting.typeset import Imprint, Layout, Letterhead, Signature, typeset

MARKDOWN = """\
# 关于2021年度民主生活会情况的报告

根据上级“通知”要求，会议于2022年1月18日召开，现将情况报告如下。

## 一、会前准备

### （一）学习研讨

集中学习3次——共5人参加，学习了有关文件（省组通〔2021〕71号）。

#### 1.学习的内容

读原著、学原文，**边学边议**，先后写下体会8篇。

##### （1）学习的篇目

篇目由各人自己选定，学后交流。

### （二）征求意见

发函12份，收回12份。

| 序号 | 反映的问题 |
|:-:|------|
| 1 | 议事协调机构偏多，基层跑得多 |

## 二、会后整改

整改事项列入清单，逐项落实。

::: 附件
附件1
:::

# 参加学习人员名单

::: 横排

| 序号 | 姓名 | 职务 |
|:-:|------|------|
ROWS
:::
"""
_ROWS = "".join(f"| {n} | 沈砚平 | 市委书记 |\n" for n in range(1, 11))


@lru_cache(maxsize=1)
def produced() -> bytes:
    """A paper to a superior with everything around its text, as the program makes it."""
    head = Letterhead(mark="望川市委文件", number="望委〔2022〕5号", signer="沈砚平", marks=("000001", "机密★1年"))
    layout = Layout(
        letterhead=head,
        addressee="省委组织部",
        annexes=("参加学习人员名单", "整改清单"),
        signature=Signature("中共望川市委", date(2022, 1, 20)),
        imprint=Imprint(copies="省纪委", office="望川市委办公室", date=date(2022, 1, 21)),
    )
    return typeset(MARKDOWN.replace("ROWS\n", _ROWS), layout=layout)


def unpacked(content: bytes) -> dict[str, str]:
    """The parts of a Word file as text, spelt alike by whoever wrote them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode("utf-8").replace(" />", "/>") for name in archive.namelist()}


def packed(parts: Mapping[str, str]) -> bytes:
    """A Word file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def edited(content: bytes, part: str, old: str, new: str, times: int = 1) -> bytes:
    """The file with one passage of one part replaced, which must be there `times` times (0: any number).

    A passage that begins with ~ is a pattern: for figures that the producer works out.
    """
    parts = unpacked(content)
    if old.startswith("~"):
        (old,) = {found[0] for found in re.finditer(old[1:], parts[part])}
    count = parts[part].count(old)
    assert count == times if times else count, f"{old!r} occurs {count} times in {part}"
    parts[part] = parts[part].replace(old, new)
    return packed(parts)


def failing(content: bytes) -> dict[str, str]:
    """The items that are not as the standard says, with what was found."""
    return {item.id: item.found for item in examine(content).of(State.FAILS)}
