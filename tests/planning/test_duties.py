from mzsh.model.meeting import Charge, Meeting, Member
from mzsh.model.preset import BodyProfile, RelationNames
from mzsh.planning.duties import required_criticisms, required_plans, required_talks
from tests.support.folder import MeetingFolder

PARTY_GROUP = BodyProfile(relations=RelationNames(secretary="书记与成员", members="成员之间"))


def talks(*members: Member) -> list[tuple[str, str, str]]:
    """Who asks, who is met, and by which clause."""
    required = required_talks(Meeting(members=members), PARTY_GROUP)
    return [(talk.first.name, talk.partner, talk.clause) for talk in required]


def secretary(name: str, **more: object) -> Member:
    return Member(name=name, role="书记", **more)


def test_the_talks_of_the_meeting(meeting: MeetingFolder) -> None:
    project = meeting.load()

    required = required_talks(project.meeting, project.profile)

    assert [(talk.first.name, talk.second.name, talk.partner, talk.relation, talk.clause) for talk in required] == [
        ("张卫国", "李明", "李明", "书记与常委", "3.3-scope1"),
        ("张卫国", "王芳", "王芳", "书记与常委", "3.3-scope1"),
        ("李明", "王芳", "王芳", "常委之间", "3.3-scope2"),
        ("张卫国", "张卫国", "陈建平", "分管部门负责人", "3.3-scope3"),
        ("张卫国", "张卫国", "周晓燕", "支部党员代表", "3.3-scope4"),
        ("李明", "李明", "赵志强", "分管部门负责人", "3.3-scope3"),
        ("李明", "李明", "刘文斌", "支部党员代表", "3.3-scope4"),
        ("王芳", "王芳", "孙玉兰", "分管部门负责人", "3.3-scope3"),
        ("王芳", "王芳", "马天明", "支部党员代表", "3.3-scope4"),
    ]


def test_the_secretary_asks_wherever_he_stands_on_the_roster() -> None:
    assert talks(Member(name="李明"), secretary("张卫国")) == [("张卫国", "李明", "3.3-scope1")]


def test_a_missing_talk_is_reported_at_the_second_name_of_the_roster() -> None:
    [talk] = required_talks(Meeting(members=(Member(name="李明"), secretary("张卫国"))), PARTY_GROUP)

    assert talk.second.name == "张卫国"


def test_relations_are_called_as_the_profile_calls_them() -> None:
    members = (secretary("张卫国"), Member(name="李明"), Member(name="王芳"))

    required = required_talks(Meeting(members=members), PARTY_GROUP)

    assert [talk.relation for talk in required] == ["书记与成员", "书记与成员", "成员之间"]


def test_nine_members_have_36_talks_among_themselves() -> None:
    assert len(talks(*(Member(name=f"成员{number}") for number in range(9)))) == 36


def test_a_head_who_is_the_member_himself_makes_no_pair() -> None:
    assert talks(Member(name="李明", in_charge=(Charge(unit="市财政局", head="李明"),))) == []


def test_a_head_who_is_a_member_is_met_by_the_members_talk() -> None:
    li = Member(name="李明", in_charge=(Charge(unit="市财政局", head="王芳"),))

    assert talks(li, Member(name="王芳")) == [("李明", "王芳", "3.3-scope2")]


def test_one_head_of_two_units_is_met_once() -> None:
    units = (Charge(unit="市财政局", head="赵志强"), Charge(unit="市税务局", head="赵志强"))

    assert talks(Member(name="李明", in_charge=units)) == [("李明", "赵志强", "3.3-scope3")]


def test_a_unit_without_a_head_makes_no_pair() -> None:
    assert talks(Member(name="李明", in_charge=(Charge(unit="市财政局"),))) == []


def test_a_delegate_who_is_a_head_as_well_is_met_once() -> None:
    li = Member(name="李明", in_charge=(Charge(unit="市财政局", head="赵志强"),), branch_delegate="赵志强")

    assert talks(li) == [("李明", "赵志强", "3.3-scope3")]


def test_one_delegate_of_two_members_is_met_by_both() -> None:
    members = (Member(name="李明", branch_delegate="刘文斌"), Member(name="王芳", branch_delegate="刘文斌"))

    assert talks(*members)[1:] == [("李明", "刘文斌", "3.3-scope4"), ("王芳", "刘文斌", "3.3-scope4")]


def test_a_member_without_a_name_owes_nothing_yet() -> None:
    assert talks(secretary("张卫国"), Member(), Member(branch_delegate="刘文斌")) == []


def test_everyone_criticises_everyone_else(meeting: MeetingFolder) -> None:
    assert required_criticisms(meeting.load().meeting) == (
        ("张卫国", "李明"),
        ("张卫国", "王芳"),
        ("李明", "张卫国"),
        ("李明", "王芳"),
        ("王芳", "张卫国"),
        ("王芳", "李明"),
    )


def test_a_plan_of_the_team_and_of_every_member(meeting: MeetingFolder) -> None:
    assert required_plans(meeting.load().meeting) == ("班子", "张卫国", "李明", "王芳")
