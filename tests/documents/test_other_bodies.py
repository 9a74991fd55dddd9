"""Six kinds of body: what `init` suggests to each, and how its plan reads."""

import re
from datetime import date
from pathlib import Path

import pytest

from mzsh.model.deadlines import Milestone
from mzsh.model.meeting import Member
from mzsh.model.preset import BodyProfile
from mzsh.overview.milestones import suggested_milestones
from mzsh.overview.opening import PROFILES, Opening, choose_preset, known_profile, likely_profile, setting_of
from mzsh.overview.starting import Beginning, start
from mzsh.resources import templates
from mzsh.workspace.fields import fields_of
from mzsh.workspace.presets import read_profile
from tests.documents.rendered import paragraph_with, text
from tests.support.folder import MeetingFolder

ORGS = {
    "常委会": "河湾县委",
    "党组": "河湾县人民政府党组",
    "机关": "河湾县委宣传部",
    "国企": "江北城投集团",
    "高校": "江北师范学院",
    "乡镇": "白沙乡",
}
POSTS = {
    "常委会": "县委书记",
    "党组": "县委副书记、县政府党组书记、县长",
    "机关": "部长",
    "国企": "党委书记、董事长",
    "高校": "党委书记",
    "乡镇": "乡党委书记",
}
_COMMITTEE = "(?<!人大)常委|四个班子|政研室|党组成员|市级"
OF_OTHERS = {
    "常委会": "市人大|市政府|市政协|党组成员|市级",
    "党组": "市人大|市政府|市政协|(?<!人大)常委|市级",
    "机关": f"市人大|市政府|市政协|{_COMMITTEE}",
    "国企": f"市委|市政府|县|{_COMMITTEE}",
    "高校": f"市委|市政府|县|{_COMMITTEE}",
    "乡镇": f"市|(?<!乡)镇|{_COMMITTEE}",
}
"""Words that belong to other bodies."""


def opening(profile: str) -> Opening:
    members = (Member(name="甲一鸣", post=POSTS[profile], role="书记"), Member(name="乙二和", post="副职"))
    chosen = choose_preset("2021", Path("."))
    return Opening(
        chosen=chosen,
        profile=known_profile(profile),
        org=ORGS[profile],
        held_on=date(2022, 1, 18),
        members=members,
    )


@pytest.fixture(params=PROFILES)
def profile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def begun(profile: str, tmp_path: Path) -> MeetingFolder:
    """A new workspace of that body, as `init` makes it."""
    chosen = opening(profile)
    milestones = suggested_milestones(setting_of(chosen))
    start(tmp_path / "会", Beginning(opening=chosen, milestones=milestones, with_git=False))
    return MeetingFolder(tmp_path / "会")


def test_there_are_data_for_each_body_and_no_others() -> None:
    assert {path.stem for path in (templates() / "profiles").glob("*.yml")} == set(PROFILES) == set(ORGS)


def test_the_data_have_no_faults(profile: str) -> None:
    data = read_profile(profile)

    assert data.source.faults == ()
    assert data.name == profile
    assert all((data.member_word, data.group_word, data.posts, data.observers, data.superior, data.circulate_to))


def test_the_page_of_profiles_says_what_differs(profile: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "profiles.md").read_text(encoding="utf-8")
    data = read_profile(profile)
    told = (
        profile,
        data.member_word,
        data.offices.research,
        "、".join(data.consulted) or "不设这一步",
        "、".join(data.observers),
        data.superior,
    )

    assert f"| {' | '.join(told)} |" in page.splitlines()


def test_the_page_of_profiles_names_every_key() -> None:
    page = (Path(__file__).parents[2] / "docs" / "profiles.md").read_text(encoding="utf-8")

    assert [f for f in fields_of(BodyProfile).values() if f"| {f.chinese} | `{f.english}` |" not in page] == []


def test_the_body_is_known_by_the_units_name(profile: str) -> None:
    assert likely_profile(ORGS[profile]) == profile


def test_a_new_workspace_reads_without_faults(begun: MeetingFolder) -> None:
    project = begun.load()

    assert begun.faults() == []
    assert project.meeting.at.has("consulted")
    assert project.meeting.offices.organization
    assert project.meeting.offices.research
    assert [one.post for one in project.meeting.observers if not one.post] == []
    assert {talk.relation for talk in project.talk_rows} == {project.profile.relations.secretary}


def test_everything_of_a_new_workspace_is_in_the_bodys_own_words(begun: MeetingFolder, profile: str) -> None:
    strange = re.compile(OF_OTHERS[profile])
    files = ("会议.yml", "时间节点.yml", "04-谈心谈话/谈话登记.yml", "05-班子材料/班子对照检查材料.md")

    lines = [line for name in files for line in _own(begun.read(name)).splitlines()]
    found = [line for line in lines if strange.search(re.sub(r"^ *(?:政研室|四个班子):", "", line))]

    assert found == []


def test_every_milestone_has_an_owner(begun: MeetingFolder) -> None:
    owners = [milestone.owner for milestone, _ in _schedule(begun)]

    assert len(owners) == 18
    assert [owner for owner in owners if not owner or "{" in owner] == []


def test_the_plan_is_in_the_bodys_own_words(begun: MeetingFolder, profile: str) -> None:
    written = text(begun, "plan", draft=True)
    own = _own(written)

    assert re.findall(OF_OTHERS[profile], own) == []
    assert "{" not in own
    assert "【待补" not in own
    data = read_profile(profile)
    assert data.guided in own
    assert f"每位{data.member_word}逐一进行对照检查" in own


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("常委会", "报县委书记审定后，于1月7日前在县委、县人大常委会、县政府、县政协范围内征求意见。"),
        ("党组", "报县政府党组书记审定后，"),
        ("机关", "领导班子对照检查材料由办公室起草，于2021年12月31日前完成初稿，于2022年1月4日前报主要负责同志审定。"),
        (
            "国企",
            "由党群工作部起草，于2021年12月31日前完成初稿，于2022年1月4日前报党委书记审定后，于1月7日前在经理层、职工代表范围内征求意见。",
        ),
        ("高校", "由党委办公室起草，"),
        ("乡镇", "报乡党委书记审定后，于1月7日前在乡党委、乡人大、乡政府范围内征求意见。"),
    ],
)
def test_who_drafts_who_approves_and_who_is_asked(body: str, sentence: str, tmp_path: Path) -> None:
    start(
        tmp_path / "会",
        Beginning(opening=opening(body), milestones=suggested_milestones(setting_of(opening(body))), with_git=False),
    )
    written = text(MeetingFolder(tmp_path / "会"), "plan", draft=True).split("\n")

    assert sentence in paragraph_with(written, "领导班子对照检查材料由")


@pytest.mark.parametrize(
    ("body", "who"), [("常委会", "本人所在单位办公室报县委组织部"), ("乡镇", "本人报乡党委组织办")]
)
def test_who_hands_in_the_outlines(body: str, who: str, tmp_path: Path) -> None:
    start(tmp_path / "会", Beginning(opening=opening(body), milestones=(), with_git=False))
    written = text(MeetingFolder(tmp_path / "会"), "plan", draft=True)

    assert f"个人发言提纲由{who}。" in written


def test_the_circular_goes_to_the_bodys_own_readers(tmp_path: Path) -> None:
    start(tmp_path / "会", Beginning(opening=opening("常委会"), milestones=(), with_git=False))

    assert "向县级班子、基层党委通报会议情况" in text(MeetingFolder(tmp_path / "会"), "plan", draft=True)


def _own(written: str) -> str:
    """A text without what the year says: the readings name the city's papers whatever the body, and so on."""
    preset = choose_preset("2021", Path(".")).preset
    for words in (*preset.readings, *preset.significance):
        written = written.replace(words, "")
    return written


def _schedule(folder: MeetingFolder) -> list[tuple[Milestone, date | None]]:
    from mzsh.planning.schedule import Schedule

    return list(Schedule(folder.load(), date(2022, 1, 1)).milestones)
