"""Causes and measures that quote no problem are taken in their order, whatever leads in or closes the list."""

from __future__ import annotations

import pytest

from tests.support.folder import MeetingFolder

WANG = "06-发言提纲/王芳.md"
ORDINALS = "一二三四五"
CAUSES = ("是学风上偷了懒。", "是求稳的私心太重。", "是怕看难堪的场面。", "是只想着自己不出错。", "是好人主义作怪。")


@pytest.mark.parametrize(
    "body",
    [
        "\n\n".join(CAUSES),
        "上述问题的产生，主观上有以下原因：\n\n" + "\n\n".join(CAUSES),
        "针对以上问题，我从五个方面找原因。\n"
        + "\n".join(f"{n}是{text}" for n, text in zip(ORDINALS, CAUSES, strict=True)),
        "\n".join(f"{n}.2021年以来，{text}" for n, text in enumerate(CAUSES, 1)),
        "\n".join(f"{n}、2021年以来，{text}" for n, text in enumerate(CAUSES, 1)),
        "\n".join(f"{n}要改，{text}" for n, text in zip(ORDINALS, CAUSES, strict=True)),
        "".join(f"{n}是2021年以来，{text}" for n, text in zip(ORDINALS, CAUSES, strict=True)),
        "\n\n".join(CAUSES) + "\n\n以上发言，不当之处，请同志们批评指正。",
        "\n\n".join(CAUSES) + "\n\n发言人：王芳\n\n2022年1月7日",
    ],
)
def test_the_order_is_kept(meeting: MeetingFolder, body: str) -> None:
    text = meeting.read(WANG)
    start, end = text.index("讲党课三年没有换稿子，是我"), text.index("## 三、整改措施")
    meeting.write(WANG, f"{text[:start]}{body}\n\n{text[end:]}")

    assert meeting.check(select=("MZ103",)) == []


def test_one_too_few_is_missed_by_all(meeting: MeetingFolder) -> None:
    text = meeting.read(WANG)
    start, end = text.index("讲党课三年没有换稿子，是我"), text.index("## 三、整改措施")
    meeting.write(WANG, text[:start] + "\n\n".join(CAUSES[:4]) + "\n\n" + text[end:])

    assert len(meeting.check(select=("MZ103",))) == 5
