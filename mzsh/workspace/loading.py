"""A folder to a Project: every file read once, bad input as faults beside the others, never an exception."""

from __future__ import annotations

import re
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from mzsh.errors import MzshError
from mzsh.model.body import EMPTY_BODY, read_body
from mzsh.model.kinds import BY_NAME, FIXED_FILES
from mzsh.model.meeting import Meeting
from mzsh.model.place import MAX_QUOTE, WHOLE_FILE, Edit, Fault, Node, Source, Span
from mzsh.model.preset import BodyProfile, Preset
from mzsh.model.project import Project
from mzsh.model.record import Document
from mzsh.workspace.files import MAX_BYTES, UnreadableText, read_text, reason_of
from mzsh.workspace.frontmatter import FrontMatter, MarkedHandler, lacks_first_line, other_dialect
from mzsh.workspace.fullwidth import Repaired, colon_faults, faults_in_values
from mzsh.workspace.nodes import YamlFault
from mzsh.workspace.presets import own_file, program_preset, read_profile
from mzsh.workspace.reading import Reader
from mzsh.workspace.typed_kinds import kind_fault, kind_node, kinds_hint, presumed_kind
from mzsh.workspace.walking import ROOT_FILE, walk

_STRICT_MARKDOWN = re.compile(r"0[2-8][^\d/][^/]*/")
_STRICT_YAML = re.compile(r"0[2-9][^\d/][^/]*/")
_SECRET = re.compile(
    r"^[ \t\u3000>#*]*(?:密级\s*[:：]\s*)?(绝密|机密|秘密)(?:\s*[★☆][^\n]{0,12})?[ \t*]*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What became of one file: its source, its document if it is one, or that it is none of ours."""

    source: Source
    document: Document | None = None
    ignored: bool = False


def find_root(start: Path) -> Path:
    """The folder of 会议.yml at or above `start`. MzshError where there is none."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / ROOT_FILE).is_file():
            return folder
    raise MzshError(
        f"{start} 和它的上级目录里都没有 {ROOT_FILE}，不是民主生活会的工作文件夹",
        hint="新建一个：mzsh init 文件夹名；或者用 -C 指定已有的文件夹",
    )


def load(path: Path) -> Project:
    """Read the workspace at or above `path`.

    MzshError: there is none, or its 会议.yml is no mapping. All other bad input becomes faults of its file.
    """
    root = find_root(path)
    notes: list[str] = []
    loaded = [_load_file(root, relative, notes) for relative in walk(root, notes)]
    files = [one for one in loaded if one is not None]
    documents = [one.document for one in files if one.document is not None]
    meeting = _meeting(root, files, documents)
    chosen = _chosen(root, meeting, notes)
    sources = [one.source for one in files if not one.ignored]
    if chosen.fault:
        sources = [_with_fault(s, chosen.fault) if s is meeting.source else s for s in sources]
    return Project(
        root=root,
        sources=(*sources, *chosen.own),
        documents=tuple(documents),
        meeting=meeting,
        preset=chosen.preset,
        profile=chosen.profile,
        ignored=sum(one.ignored for one in files),
        notes=tuple(notes),
    )


@dataclass(frozen=True, slots=True)
class _Chosen:
    """This year's preset and the body's profile; `own` are the workspace's files of them, `fault` is 会议.yml's."""

    preset: Preset
    profile: BodyProfile
    own: tuple[Source, ...]
    fault: Fault | None


def _chosen(root: Path, meeting: Meeting, notes: list[str]) -> _Chosen:
    """The workspace's own preset and profile go first; where one cannot be read, the program's is used instead."""
    own_preset = _own(root, "presets", meeting.preset, Preset, notes)
    own_profile = _own(root, "profiles", meeting.profile, BodyProfile, notes)
    preset, profile, fault = own_preset and own_preset.document, own_profile and own_profile.document, None
    if not isinstance(preset, Preset):
        preset, fault = program_preset(meeting, root)
    usual = read_profile(meeting.profile)
    return _Chosen(
        preset=preset,
        profile=profile.completed_from(usual) if isinstance(profile, BodyProfile) else usual,
        own=tuple(one.source for one in (own_preset, own_profile) if one),
        fault=None if own_preset else fault,
    )


def _own(root: Path, folder: str, name: str, cls: type[Document], notes: list[str]) -> _Loaded | None:
    """The workspace's own preset or profile, read like its other files."""
    relative = own_file(folder, name, root)
    loaded = _load_file(root, relative, notes, cls) if relative else None
    return _replaced(loaded, replace(loaded.source, kind=cls.names[0])) if loaded else None


def _with_fault(source: Source, fault: Fault) -> Source:
    return replace(source, faults=(*source.faults, fault))


def _meeting(root: Path, files: list[_Loaded], documents: list[Document]) -> Meeting:
    meetings = [document for document in documents if isinstance(document, Meeting)]
    main = next((meeting for meeting in meetings if meeting.path == ROOT_FILE), None)
    if main is not None:
        return main
    source = next((one.source for one in files if one.source.path == ROOT_FILE), None)
    spoken_for = source is not None and any(fault.code != "unknown_kind" for fault in source.faults)
    if source is None or not spoken_for:
        raise MzshError(f"{ROOT_FILE} 是空的，或者不是“键: 值”的写法", hint="可参照 mzsh demo 里的 会议.yml")
    return Meeting()


def _load_file(root: Path, relative: str, notes: list[str], cls: type[Document] | None = None) -> _Loaded | None:
    """Read one file, as a document of the kind that it says or, where one is given, of that; None with a note."""
    path = root / relative
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            notes.append(f"{relative} 不是普通文件，跳过")
            return None
        size = status.st_size
        if size > MAX_BYTES:
            message = f"文件有 {size / 1024 / 1024:.0f} MB，超过 {MAX_BYTES // 1024 // 1024} MB，没有读"
            return _unreadable(
                relative, Fault("too_large", WHOLE_FILE, message, "材料应是文字；图片、扫描件请放在别处")
            )
        file = read_text(path)
    except FileNotFoundError:
        notes.append(f"{relative} 在读取时已被移走或是失效的链接，跳过")
        return None
    except UnreadableText as error:
        span = Span(error.line, error.column, error.line, error.column + 1)
        return _unreadable(relative, Fault("encoding", span, str(error), "请另存为 UTF-8 编码"))
    except OSError as error:
        message = f"读不了这个文件：{reason_of(error)}"
        return _unreadable(relative, Fault("encoding", WHOLE_FILE, message, "请检查文件的权限"))
    loaded = load_text(relative, file.text, cls)
    if file.encoding != "utf-8" and not loaded.ignored:
        name = "UTF-16 " if file.encoding.startswith("utf-16") else "GBK（GB18030）"
        fault = Fault("encoding", WHOLE_FILE, f"文件是 {name}编码，应为 UTF-8", "可以代改：加 --fix", fixable=True)
        return _replaced(loaded, _with_fault(loaded.source, fault))
    return loaded


def _replaced(loaded: _Loaded, source: Source) -> _Loaded:
    document = loaded.document
    if document is not None:
        document = document.model_copy(update={"at": replace(document.at, source=source)})
    return _Loaded(source, document, loaded.ignored)


def _unreadable(relative: str, *faults: Fault, text: str = "") -> _Loaded:
    source = Source(relative, text, faults=faults, readable=False)
    return _Loaded(replace(source, kind=presumed_kind(source)))


def load_text(relative: str, text: str, cls: type[Document] | None = None) -> _Loaded:
    """Read one file's text; `relative` is its path from the root, `cls` its kind where the file need not say it."""
    secret = _SECRET.search(text)
    if secret:
        line = text.count("\n", 0, secret.start(1)) + 1
        column = secret.start(1) - text.rfind("\n", 0, secret.start(1))
        span = Span(line, column, line, column + len(secret[1]))
        hint = "涉密文件不得放入本工具处理的文件夹，请立即移出并按保密规定处置；最高只处理“内部”"
        message = f"文件标有密级“{secret[1]}”，没有读取"
        return _unreadable(relative, Fault("secret", span, message, hint, quote=secret[0].strip()))
    if relative.lower().endswith((".md", ".markdown")):
        return _load_markdown(relative, text)
    return _load_yaml(relative, text, cls)


def _load_markdown(relative: str, text: str) -> _Loaded:
    handler = MarkedHandler()
    strict = bool(_STRICT_MARKDOWN.match(relative))
    if not handler.detect(text):
        return _no_front_matter(relative, text, strict)
    front = handler.parts(text)
    if front is None:
        fault = Fault("front_matter", Span(1, 1, 1, 4), "开头的 --- 没有对应的结束行", "在各项之后单独写一行 ---")
        return _unreadable(relative, fault, text=text)
    source = Source(relative, text, body_line=front.body_line, body_start=front.body_start)
    return _load_tree(source, front.text, front, strict=strict)


def _no_front_matter(relative: str, text: str, strict: bool) -> _Loaded:
    if not strict:
        return _Loaded(Source(relative, text), ignored=True)
    if lacks_first_line(text):
        edit = Edit(0, 0, "---\n")
        fault = Fault("front_matter", WHOLE_FILE, "最上面少了一行 ---", "可以代改：加 --fix", edit=edit)
        return _unreadable(relative, fault, text=text)
    dialect = other_dialect(text)
    if dialect:
        message = f"开头是 {dialect} 的写法，这里用 YAML：以 --- 起、以 --- 止"
    elif text.lstrip("\n \t\u3000").startswith("---"):
        message = "开头的 --- 之前不能有空行或空格"
    else:
        message = "开头没有“类型”等各项（以 --- 起、以 --- 止）"
    hint = f"提纲可以补写：mzsh fill {relative}；其他材料先起草样式，再粘贴正文：mzsh new"
    return _unreadable(relative, Fault("front_matter", WHOLE_FILE, message, hint), text=text)


def _load_yaml(relative: str, text: str, cls: type[Document] | None) -> _Loaded:
    front = FrontMatter(text, 1, 0, "", 1, 0)
    return _load_tree(Source(relative, text), text, front, strict=bool(_STRICT_YAML.match(relative)), cls=cls)


def _load_tree(
    source: Source, yaml_text: str, front: FrontMatter, *, strict: bool, cls: type[Document] | None = None
) -> _Loaded:
    try:
        repaired = MarkedHandler().load(yaml_text, first_line=front.first_line, offset=front.start)
    except YamlFault as error:
        lines = source.lines
        line = min(error.line, len(lines))
        span = Span(line, error.column, line, error.column + 1)
        fault = Fault(error.code, span, str(error), quote=lines[line - 1][:MAX_QUOTE])
        kind = presumed_kind(source)
        return _Loaded(replace(source, kind=kind, faults=(fault,), readable=False))
    root = repaired.root
    if root is not None and (colons := colon_faults(root, source)):
        return _Loaded(replace(source, faults=tuple(colons), readable=False))
    if cls is None:
        return _load_document(source, repaired, front, strict)
    if root is None or root.kind != "mapping":
        message = "文件是空的，或者不是“键: 值”的写法"
        return _unreadable(source.path, Fault("unknown_kind", WHOLE_FILE, message), text=source.text)
    return _read_document(source, cls, root, repaired, front)


def _load_document(source: Source, repaired: Repaired, front: FrontMatter, strict: bool) -> _Loaded:
    root = repaired.root
    name = Path(source.path).name
    typed = kind_node(root)
    if typed is None and name in FIXED_FILES and root is not None and root.kind == "mapping":
        cls: type[Document] | None = FIXED_FILES[name]
    elif typed is None:
        if not strict and name not in FIXED_FILES:
            return _Loaded(source, ignored=True)
        fault = Fault("unknown_kind", WHOLE_FILE, "没有写“类型”，不知道这是什么材料", kinds_hint(source))
        return _Loaded(replace(source, faults=(*repaired.faults, fault), readable=False))
    else:
        cls = BY_NAME.get(typed.text.strip())
    if cls is None or root is None or (typed is not None and cls.markdown != source.is_markdown):
        return _Loaded(replace(source, faults=(*repaired.faults, kind_fault(source, cls, typed)), readable=False))
    return _read_document(source, cls, root, repaired, front)


def _read_document(source: Source, cls: type[Document], root: Node, repaired: Repaired, front: FrontMatter) -> _Loaded:
    source = replace(source, kind=cls.names[0])
    reader = Reader(source)
    record = reader.read(cls, root)
    quotes = faults_in_values(root, source)
    faults = sorted((*repaired.faults, *reader.faults, *quotes), key=lambda fault: fault.span)
    source = replace(source, faults=tuple(faults))
    body = read_body(front.body, first_line=front.body_line) if source.is_markdown else EMPTY_BODY
    record = record.model_copy(update={"body": body, "at": replace(record.at, source=source)})
    return _Loaded(source, record)
