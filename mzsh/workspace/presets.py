"""Presets and profiles from the program's templates, or from the workspace's own 模板/ which goes first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from mzsh.errors import MzshError
from mzsh.model.meeting import Meeting
from mzsh.model.place import PLACEHOLDER, Fault, Source
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.record import Document
from mzsh.resources import templates
from mzsh.workspace.files import UnreadableText, read_text, reason_of
from mzsh.workspace.fullwidth import compose_repaired
from mzsh.workspace.nodes import YamlFault
from mzsh.workspace.reading import Reader

D = TypeVar("D", bound=Document)
OVERRIDES = "模板"


@dataclass(frozen=True, slots=True)
class PresetListing:
    """A preset that can be chosen."""

    name: str
    path: Path
    preset: Preset


def preset_path(name: str, root: Path | None) -> Path | None:
    """Where the preset of that name lies: in the workspace's 模板/presets, else in the program's."""
    return _find("presets", name, root)


def available_presets(root: Path | None = None) -> list[PresetListing]:
    """All presets that can be read, the workspace's own first."""
    found: dict[str, PresetListing] = {}
    for path in _preset_files(root):
        if path.stem not in found:
            with suppress(MzshError):
                found[path.stem] = PresetListing(path.stem, path, read_preset(path))
    return list(found.values())


def _preset_files(root: Path | None) -> Iterator[Path]:
    folders = [root / OVERRIDES / "presets"] if root else []
    for folder in (*folders, templates() / "presets"):
        yield from sorted(folder.glob("*.yml"))


def read_preset(path: Path) -> Preset:
    """Read a preset. MzshError where it cannot be read; faults of its form stay with its source."""
    return _read(path, Preset)


def own_file(folder: str, name: str, root: Path) -> str:
    """The path, from the root, of the workspace's own preset or profile of that name; empty where there is none."""
    path = _find_in(root / OVERRIDES / folder, name)
    return path.relative_to(root).as_posix() if path else ""


def program_preset(meeting: Meeting, root: Path) -> tuple[Preset, Fault | None]:
    """The program's preset that 会议.yml names; an empty one and a fault where there is none of that name."""
    if not meeting.preset:
        return Preset(), None
    path = preset_path(meeting.preset, None)
    if path is not None:
        return read_preset(path), None
    span = meeting.at.span("preset")
    names = "、".join(dict.fromkeys(path.stem for path in _preset_files(root)))
    message = f"没有“{meeting.preset}”这个预设"
    hint = f"现有：{names}；别的年度请把一份预设复制到 {OVERRIDES}/presets/ 下修改"
    return Preset(), Fault("wrong_value", span, message, hint, quote=meeting.source.quote(span))


def read_profile(name: str) -> BodyProfile:
    """The program's profile of that name; one with only its name where there is none."""
    path = _find("profiles", name, None)
    return _read(path, BodyProfile) if path else BodyProfile(name=name)


def _find(kind: str, name: str, root: Path | None) -> Path | None:
    folders = [root / OVERRIDES / kind] if root else []
    found = (_find_in(folder, name) for folder in (*folders, templates() / kind))
    return next((path for path in found if path), None)


def _find_in(folder: Path, name: str) -> Path | None:
    if not name or any(char in name for char in '/\\:"'):
        return None
    path = folder / f"{name}.yml"
    return path if path.is_file() else None


def _read(path: Path, cls: type[D]) -> D:
    relative = path.name
    try:
        text = read_text(path).text
        repaired = compose_repaired(text, first_line=1, offset=0)
    except (OSError, UnreadableText, YamlFault) as error:
        line = f"第{error.line}行：" if isinstance(error, YamlFault) else ""
        raise MzshError(f"读不了 {relative}：{line}{reason_of(error)}") from None
    root = repaired.root
    if root is None or root.kind != "mapping":
        raise MzshError(f"{relative} 是空的，或者不是“键: 值”的写法")
    source = Source(relative, text, kind=cls.names[0])
    reader = Reader(source)
    record = reader.read(cls, root)
    faults = (*repaired.faults, *reader.faults)
    full = Source(relative, text, kind=cls.names[0], faults=faults)
    return record.model_copy(update={"at": replace(record.at, source=full)})


def needs_typing(preset: Preset) -> tuple[str, ...]:
    """What the user must type from that year's notice before the preset can be used."""
    return preset.to_type or (("方面的全称",) if any(PLACEHOLDER in area.full for area in preset.areas) else ())
