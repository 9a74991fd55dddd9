from __future__ import annotations

from wcwidth import wcswidth

from mzsh.reports.columns import table
from mzsh.reports.lines import WIDTH, cut, wrapped


def test_no_line_is_wider_than_the_terminal() -> None:
    text = "征求意见函、座谈、走访、意见箱、热线、谈话、网络；" * 8

    for head in ("", "  ", "  12:34  错误 MZ007  "):
        lines = [line.text for line in wrapped(text, head)]

        assert all(wcswidth(line) <= WIDTH for line in lines)
        assert "".join(line.strip() for line in lines) == (head + text).strip()
        assert not any(line.strip()[0] in "，。；：、！？）”》" for line in lines)


def test_a_passage_is_cut_to_its_display_width() -> None:
    assert cut("对照检查材料", 12) == "对照检查材料"
    assert cut("对照检查材料", 11) == "对照检查…"


def test_columns_of_chinese_and_latin_text_align() -> None:
    assert table([("姓名", "提纲", "谈话"), ("李明", "已报送", "3/4"), ("欧阳志远", "未交", "10/14")]) == [
        "  姓名      提纲    谈话",
        "  李明      已报送  3/4",
        "  欧阳志远  未交    10/14",
    ]
