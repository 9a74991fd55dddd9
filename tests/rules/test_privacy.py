"""Personal data in the files, and what must not stand in what goes out (MZ801–803)."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.support.folder import MeetingFolder

CIRCULAR, REPORT, TEAM = "09-报告/情况通报.md", "09-报告/专题报告.md", "10-整改/班子.yml"
MINUTES, OPINIONS = "08-会议/会议记录.md", "03-征求意见/意见建议.yml"


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        pytest.param(
            MINUTES, "全部到会。", "全部到会，联系人１３８ １２３４ ５６７８。",
            [f"{MINUTES}:16:27 错误 MZ801 有手机号（１３８********７８）"], id="full-width digits, and the number is not spread",
        ),
        pytest.param(
            "会议.yml", "职务: 市政协主席", "职务: 市政协主席 wang@example.cn",
            ["会议.yml:41:25 错误 MZ801 有电子邮箱（wan**********cn）"], id="in the roster",
        ),
        pytest.param(
            OPINIONS, "打电话问了几回都说在协调。", "打电话问了几回都说在协调，我是13812345678。",
            [f"{OPINIONS}:9:9 错误 MZ406 意见Y01的原话里有手机号，会暴露提意见的人"], id="in the words of an opinion: 406 alone",
        ),
        pytest.param(MINUTES, "全部到会。", "全部到会，编号110101199003070012。", [], id="no valid check digit"),
        pytest.param(
            TEAM, "内容: 泵房已动工", "内容: 泵房已动工，举报人已回访",
            [f"{TEAM}:41:30 错误 MZ802 “举报人”不宜写进对外的文字"], id="progress of a public item",
        ),
        pytest.param(TEAM, "成果: 任务单和两期通报", "成果: 问题线索处置单", [], id="an item that is not public"),
        pytest.param(REPORT, "逾期的在常委会上说明理由。", "逾期的在常委会上说明理由，问题线索移交市纪委。", [], id="the report goes to the superior"),
        pytest.param(
            REPORT, "逾期的在常委会上说明理由。", "逾期的在常委会上说明理由。密级：机密",
            [f"{REPORT}:27:33 错误 MZ803 标有密级“密级：机密”"], id="mark of secrecy in the report",
        ),
        pytest.param(CIRCULAR, "请大家监督。", "请大家监督，保守工作秘密。", [], id="the bare word"),
        pytest.param(
            "会议.yml", "印发: 2022-01-27", "印发: 2022-01-27 秘密★1年",
            ["会议.yml:72:9 错误 MZ803 公文“circular”标有密级“秘密★1年”"], id="mark in what a paper carries",
        ),
    ],
)  # fmt: skip
def test_one_edit_one_finding(meeting: MeetingFolder, name: str, old: str, new: str, expected: list[str]) -> None:
    meeting.replace(name, old, new)

    assert meeting.check(select=("MZ4", "MZ8")) == expected
