"""The numbers of 阈值: what is typed, what can mean nothing, and the guide's table of them."""

from __future__ import annotations

import pytest

from mzsh.planning.thresholds import SPEECH, THRESHOLDS, Threshold
from mzsh.resources import examples
from tests.support.folder import MeetingFolder

SESSION = '时间: "09:00-17:30"\n'


@pytest.mark.parametrize(
    ("typed", "expected"), [("20", 20), ("0.5", 0.5), (".nan", 15), (".inf", 15), ("0", 15), ("-3", 15), ("1e300", 15)]
)
def test_what_can_mean_nothing_is_the_default(meeting: MeetingFolder, typed: str, expected: float) -> None:
    meeting.replace("会议.yml", "公文:\n", f"检查: {{阈值: {{发言分钟: {typed}}}}}\n公文:\n")

    assert SPEECH.of(meeting.load().meeting) == expected


@pytest.mark.parametrize("typed", [".nan", "-1", "500", "1e300"])
def test_a_quorum_that_means_nothing_is_the_profiles(meeting: MeetingFolder, typed: str) -> None:
    meeting.replace("会议.yml", "公文:\n", f"检查: {{阈值: {{到会比例: {typed}}}}}\n公文:\n")
    meeting.replace("08-会议/会议记录.md", "出席: [张卫国, 李明, 王芳]", "出席: [张卫国]")

    assert meeting.check(select=("MZ601",)) == [
        "08-会议/会议记录.md:6:1 错误 MZ601 应到3人，实到1人，不足2/3（至少2人）"
    ]


def test_a_quorum_in_percent(meeting: MeetingFolder) -> None:
    meeting.replace("会议.yml", "公文:\n", "检查: {阈值: {到会比例: 80}}\n公文:\n")
    meeting.replace("08-会议/会议记录.md", "出席: [张卫国, 李明, 王芳]", "出席: [张卫国, 李明]")

    assert meeting.check(select=("MZ601",)) == [
        "08-会议/会议记录.md:6:1 错误 MZ601 应到3人，实到2人，不足4/5（至少3人）"
    ]


@pytest.mark.parametrize("threshold", THRESHOLDS, ids=lambda one: one.name)
def test_the_guide_tells_each(threshold: Threshold) -> None:
    guide = (examples().parent / "docs" / "guide.md").read_text(encoding="utf-8")
    default = "照班子类别" if threshold.default is None else f"{threshold.default:g}"

    assert f"| `{threshold.name}` | {default} | {threshold.meaning} |" in guide
