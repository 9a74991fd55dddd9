"""What a new meeting starts from: the chosen preset, the answers, and what last year's workspace hands over."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import get_args

from mzsh.errors import MzshError
from mzsh.model.levels import at_level
from mzsh.model.meeting import Basis, Meeting, Member, Observer, Offices, Profile, Session, Supervision
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project
from mzsh.workspace.files import MAX_BYTES
from mzsh.workspace.presets import OVERRIDES, available_presets, needs_typing, preset_path, read_preset, read_profile
from mzsh.workspace.scaffold_materials import Setting
from mzsh.workspace.scaffold_text import NewFile

PROFILES: tuple[str, ...] = get_args(Profile)
DEFAULT_PROFILE: Profile = "常委会"
DEFAULT_PRESET = "2021"

_COMMITTEE = re.compile(r"([省市县区州旗盟])委$")
_LIKELY = (
    ("高校", re.compile(r"(?:大学|学院|学校)(?:党委)?$")),
    ("国企", re.compile(r"(?:公司|集团|银行)(?:党委)?$")),
    ("乡镇", re.compile(r"[乡镇](?:党委)?$")),
    ("机关", re.compile(r"机关(?:党委)?$|委.{0,8}(?:部|办|办公室|研究室)$|工委$|[局厅委]党委$")),
    ("党组", re.compile(r"党组$|[局厅委]$|人大常委会|政府|政协|法院|检察院")),
)


@dataclass(frozen=True, slots=True)
class ChosenPreset:
    """A preset by the name that 会议.yml will give it; `copy` goes into 模板/presets where it must be edited."""

    name: str
    preset: Preset
    copy: NewFile | None = None

    @property
    def to_type(self) -> tuple[str, ...]:
        """What must be typed from that year's notice."""
        return needs_typing(self.preset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What is known of the new meeting; what is empty is not known yet. `previous` is last year's workspace."""

    chosen: ChosenPreset
    profile: Profile | None = None
    org: str = ""
    group: str = ""
    held_on: date | None = None
    members: tuple[Member, ...] = ()
    previous: Project | None = None


def with_last_year(opening: Opening) -> Opening:
    """The opening with last year's body and roster where nothing else is known."""
    if opening.previous is None:
        return opening
    before = opening.previous.meeting
    same_org = not opening.org or opening.org == before.org
    return replace(
        opening,
        profile=opening.profile or before.profile,
        org=opening.org or before.org,
        group=opening.group or (before.group if same_org else ""),
        members=opening.members or before.members,
    )


def choose_preset(named: str, root: Path, *, here: Path = Path(".")) -> ChosenPreset:
    """A preset by its name, or from a file of the user's (typed from `here`). MzshError: none, or it has faults."""
    own = here / named
    if own.suffix.lower() in (".yml", ".yaml"):
        if not own.is_file():
            raise MzshError(f"没有“{named}”这个文件", hint="--preset 可以写年度（2021），也可以写 .yml 文件的路径")
        preset = _sound(own)
        return ChosenPreset(own.stem, preset, _copy(own.stem, preset))
    path = preset_path(named, root)
    if path is None:
        names = "、".join(listing.name for listing in available_presets(root))
        raise MzshError(f"没有“{named}”这个预设", hint=f"现有：{names}；自带的写 .yml 文件的路径")
    preset = _sound(path)
    chosen = ChosenPreset(named, preset)
    return ChosenPreset(named, preset, _copy(named, preset)) if chosen.to_type else chosen


def _sound(path: Path) -> Preset:
    if path.stat().st_size > MAX_BYTES:
        raise MzshError(f"{path.name} 太大，不是预设")
    preset = read_preset(path)
    faults = preset.source.faults
    if faults:
        more = f"，共 {len(faults)} 处" if len(faults) > 1 else ""
        raise MzshError(f"预设 {path.name} 第{faults[0].span.line}行：{faults[0].message}{more}", hint=faults[0].hint)
    if not preset.areas:
        raise MzshError(f"预设 {path.name} 里没有“方面”", hint="照 docs/presets.md 的写法，或者复制一份现有的预设来改")
    return preset


def _copy(name: str, preset: Preset) -> NewFile:
    return NewFile(f"{OVERRIDES}/presets/{name}.yml", preset.source.text)


def known_profile(named: str) -> Profile:
    """A kind of body by its name. MzshError where there is none of that name."""
    for profile in get_args(Profile):
        if profile == named:
            found: Profile = profile
            return found
    raise MzshError(f"没有“{named}”这种班子类别", hint="可以写：" + "、".join(PROFILES))


def likely_profile(org: str) -> Profile:
    """The kind of body that an organisation's name suggests."""
    if _COMMITTEE.search(org):
        return DEFAULT_PROFILE
    return known_profile(next((name for name, words in _LIKELY if words.search(org)), DEFAULT_PROFILE))


def likely_group(org: str, profile: Profile) -> str:
    """The body's usual name: 望川市委 has a 市委常委班子, 市卫健局党组 a 市卫健局党组班子."""
    word = read_profile(profile).group_word
    committee = _COMMITTEE.search(org)
    if committee and profile == DEFAULT_PROFILE:
        return committee[0] + word
    if not org:
        return ""
    common = next((n for n in range(len(word), 0, -1) if org.endswith(word[:n])), 0)
    return org + word[common:]


def usual_post(profile: Profile, org: str) -> str:
    """The secretary's post with such a body, as an example: 县委书记, 党委书记、董事长."""
    return at_level(next(iter(read_profile(profile).posts), "书记"), org)


def setting_of(opening: Opening, past_owners: frozenset[str] = frozenset()) -> Setting:
    """The new meeting with its preset and profile: what every file is written from."""
    name = opening.profile or likely_profile(opening.org)
    profile, preset = read_profile(name), opening.chosen.preset
    changed: dict[str, object] = {
        "preset": opening.chosen.name,
        "profile": name,
        "org": opening.org,
        "group": opening.group or likely_group(opening.org, name),
        "year": preset.year,
        "theme": preset.theme,
        "basis": Basis(notice=preset.notice),
        "session": Session(date=opening.held_on),
        "members": opening.members,
        "readings": preset.readings,
        "supervision": Supervision(),
        "papers": {},
    }
    base = opening.previous.meeting if opening.previous else _usual(profile, opening.org)
    meeting = base.model_copy(update=changed)
    return Setting(meeting=meeting, preset=preset, profile=profile, past_owners=past_owners)


def _usual(profile: BodyProfile, org: str) -> Meeting:
    """What the profile knows of such a body, in the words of its level: 县委 where the profile says 市委."""
    offices = profile.offices
    return Meeting(
        observers=tuple(Observer(post=at_level(post, org)) for post in profile.observers),
        offices=Offices(
            organization=at_level(offices.organization, org),
            research=at_level(offices.research, org),
            general=at_level(offices.general, org),
        ),
        consulted=tuple(at_level(name, org) for name in profile.consulted),
    )
