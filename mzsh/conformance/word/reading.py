"""From the parts of a Word file to its model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from mzsh.conformance.word.model import BOX, CELL, FOOT, HEAD, NOTE, TEXT, Frame, Paragraph, Section, Table, WordFile
from mzsh.conformance.word.numbering import read_numbering
from mzsh.conformance.word.package import Package, open_package
from mzsh.conformance.word.properties import SLOTS, THEME, Written, lines_written
from mzsh.conformance.word.runs import PAGE_BREAK, Spelling
from mzsh.conformance.word.sections import read_section
from mzsh.conformance.word.styles import read_styles
from mzsh.conformance.word.tables import read_table
from mzsh.conformance.word.xml import MC, Element, R, local, switched, twips, w
from mzsh.errors import MzshError

_AROUND: Final = frozenset({"ins", "moveTo", "customXml", "smartTag"})
_CHANGES: Final = {
    "ins": "插入",
    "del": "删除",
    "moveFrom": "移走",
    "moveTo": "移来",
    "rPrChange": "改了格式",
    "pPrChange": "改了段落",
    "sectPrChange": "改了版面",
    "tblPrChange": "改了表格",
    "trPrChange": "改了表格",
    "tcPrChange": "改了表格",
    "cellIns": "插入单元格",
    "cellDel": "删除单元格",
    "numberingChange": "改了编号",
}
_PEOPLE: Final = {"creator": "作者", "lastModifiedBy": "最后修改人", "Manager": "主管", "Company": "单位"}
_DEEPEST: Final = 60
_MOST_PARAGRAPHS: Final = 250_000


def read_word(content: bytes) -> WordFile:
    """The model of a Word file; MzshError where it is none."""
    try:
        return Reader(open_package(content)).file()
    except RecursionError:
        raise MzshError("里面的表格、文本框套得太深，读不了", hint="用 WPS 或 Word 打开，另存为 .docx") from None


class Reader:
    """Reads one package; counts paragraphs and tables as a reader would."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.sheet = read_styles(package.styles)
        self._numbering = read_numbering(package.numbering)
        self._paragraphs = self._all = 0
        self._tables = 0
        self._section = 1
        self._prompts: list[str] = []
        self._boxes: list[tuple[Element, str]] = []
        self._running_read: dict[int, tuple[Paragraph, ...]] = {}

    def file(self) -> WordFile:
        """Everything that the items ask for."""
        body = self._package.document.find(w("body"))
        if body is None:
            raise MzshError("里面没有正文，不是 Word 文件", hint="用 WPS 或 Word 打开看看，再另存为 .docx")
        sections: list[Section] = []
        blocks: list[Paragraph | Table] = []
        for one in self._block_elements(body):
            self._section = len(sections) + 1
            ending: Element | None = one if local(one) == "sectPr" else one.find(f"{w('pPr')}/{w('sectPr')}")
            if local(one) == "p":
                blocks.append(self.paragraph(one))
            elif local(one) == "tbl":
                self._tables += 1
                blocks.append(read_table(self, one, number=self._tables, section=self._section))
            if ending is not None:
                sections.append(self._read_section(ending, sections))
        if not sections or (blocks and blocks[-1].section > len(sections)):
            self._section = len(sections) + 1
            sections.append(self._read_section(None, sections))
        besides = [*self._running(sections), *self._notes(), *self._boxed()]
        return WordFile(
            blocks=tuple(blocks),
            sections=tuple(sections),
            besides=tuple(besides),
            facing=switched(self._package.settings, "evenAndOddHeaders"),
            changes=self._changes(),
            comments=self._comments(),
            people=self._people(),
            default_theme=_themed(self.sheet.defaults_letters),
            themed_styles=tuple(style for style in self.sheet.used_styles() if _themed(style.letters)),
            body_size=self.sheet.letters({}, style=self.sheet.default_paragraph, table="").size,
            background=self._package.document.find(w("background")) is not None,
            prompts=tuple(self._prompts),
        )

    def _block_elements(self, parent: Element, depth: int = 0) -> Iterator[Element]:
        """Paragraphs, tables and the last section, out of whatever they are wrapped in."""
        for one in parent if depth < _DEEPEST else ():
            tag = local(one)
            if tag in ("p", "tbl", "sectPr"):
                yield one
            elif tag in _AROUND:
                yield from self._block_elements(one, depth + 1)
            elif tag == "sdt":
                content = one.find(w("sdtContent"))
                if one.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None:
                    self._prompts.append(f"第{self._section}节的内容控件")
                if content is not None:
                    yield from self._block_elements(content, depth + 1)
            elif tag == "AlternateContent":
                chosen = one.find(f"{MC}Choice")
                if chosen is not None:
                    yield from self._block_elements(chosen, depth + 1)

    def blocks_in(self, parent: Element) -> Iterator[Element]:
        """The same for a cell, a box, a head or a foot."""
        return self._block_elements(parent)

    def paragraph(self, element: Element, *, zone: str = TEXT, where: str = "", table: str = "") -> Paragraph:
        """One paragraph with all that it stands in."""
        properties = element.find(w("pPr"))
        written = lines_written(properties)
        style = self.sheet.paragraph_style(written)
        listed = properties.find(w("numPr")) if properties is not None else None
        label, indents = self._numbering.next(listed if listed is not None else self._listed_by(style))
        spelling = Spelling(self.sheet, style, table)
        spelling.read(element)
        text = "".join(run.text for run in spelling.runs)
        lines = self.sheet.lines(written, style=style, table=table, listed=indents)
        self._all += 1
        if self._all > _MOST_PARAGRAPHS:
            raise MzshError("段落太多，不像是公文", hint="把附件分出去，一份一份地验")
        if zone == TEXT and (text.strip() or label):
            self._paragraphs += 1
        named = self.sheet.styles.get(style)
        paragraph = Paragraph(
            runs=tuple(spelling.runs),
            lines=lines,
            zone=zone,
            label=label,
            style=named.name if named is not None else "",
            number=self._paragraphs,
            section=self._section,
            frame=_frame(properties),
            red_line=spelling.red_line,
            breaks_after=text.endswith(PAGE_BREAK),
            where=where,
            text=text,
        )
        self._prompts += [paragraph.place] * spelling.prompts
        self._boxes += [(box, where) for box in spelling.boxes]
        return paragraph

    def _listed_by(self, style: str) -> Element | None:
        found = [one.numbering for one in self.sheet.chain(style) if one.numbering is not None]
        return found[-1] if found else None

    def _read_section(self, properties: Element | None, before: list[Section]) -> Section:
        """A section; a head or foot that it does not have is that of the section before."""
        feet = dict(before[-1].feet) if before else {}
        heads = dict(before[-1].heads) if before else {}
        for one in properties if properties is not None else ():
            kind = local(one)
            part = self._package.running.get(one.get(f"{R}id", "")) if kind.endswith("Reference") else None
            if part is not None:
                target, zone = (feet, FOOT) if kind == "footerReference" else (heads, HEAD)
                kind = one.get(w("type"), "default")
                if id(part) not in self._running_read:
                    self._running_read[id(part)] = self._running_part(part, zone, len(before) + 1)
                target[kind] = self._running_read[id(part)]
        return read_section(properties, number=len(before) + 1, feet=feet, heads=heads)

    def _running_part(self, part: Element, zone: str, section: int) -> tuple[Paragraph, ...]:
        where = f"第{section}节{zone}"
        found = [self.paragraph(one, zone=zone, where=where) for one in part.iter(w("p")) if not _is_fallback(one)]
        return tuple(one for one in found if one.text.strip() or one.label or one.lines.borders or one.red_line)

    def _running(self, sections: list[Section]) -> Iterator[Paragraph]:
        seen: set[int] = set()
        for section in sections:
            for part in (*section.heads.values(), *section.feet.values()):
                if id(part) not in seen:
                    seen.add(id(part))
                    yield from part

    def _notes(self) -> Iterator[Paragraph]:
        for part in self._package.notes:
            for one in part.iter(w("p")):
                found = self.paragraph(one, zone=NOTE, where=NOTE)
                if found.text.strip():
                    yield found

    def _boxed(self) -> Iterator[Paragraph]:
        """What stands in text boxes; one may stand in another."""
        done = 0
        while done < len(self._boxes):
            box, _ = self._boxes[done]
            done += 1
            for one in box.iter(w("p")):
                if next(one.iterancestors(w("txbxContent"))) is box:
                    yield self.paragraph(one, zone=BOX, where=BOX)

    def cell(self, element: Element, *, where: str, table: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a cell, those of a table within it too."""
        own = (one for one in element.iter(w("p")) if not _is_boxed(one, element))
        return tuple(self.paragraph(one, zone=CELL, where=where, table=table) for one in own)

    def _changes(self) -> tuple[str, ...]:
        roots = (self._package.document, *self._package.running.values(), *self._package.notes)
        found = [_CHANGES[local(one)] for root in roots for one in root.iter(*map(w, _CHANGES))]
        found += ["还开着"] * switched(self._package.settings, "trackRevisions")
        return tuple(dict.fromkeys(found))

    def _comments(self) -> int:
        part = self._package.comments
        written = len(part.findall(w("comment"))) if part is not None else 0
        marked = sum(1 for _ in self._package.document.iter(w("commentReference")))
        return max(written, marked)

    def _people(self) -> Mapping[str, str]:
        roots = [root for root in (self._package.core, self._package.app) if root is not None]
        named = {local(one): (one.text or "").strip() for root in roots for one in root}
        return {told: named[tag] for tag, told in _PEOPLE.items() if named.get(tag)}


def _themed(written: Written) -> bool:
    return any(written.get(slot, "").startswith(THEME) for slot in SLOTS)


def _frame(properties: Element | None) -> Frame | None:
    found = properties.find(w("framePr")) if properties is not None else None
    if found is None:
        return None
    return Frame(
        vertical=found.get(w("vAnchor"), "page"),
        place=found.get(w("yAlign"), ""),
        across=found.get(w("xAlign"), ""),
        y=twips(found.get(w("y"))),
        width=twips(found.get(w("w"))),
    )


def _is_fallback(element: Element) -> bool:
    return any(local(parent) == "Fallback" for parent in element.iterancestors())


def _is_boxed(element: Element, within: Element) -> bool:
    for parent in element.iterancestors():
        if parent is within:
            return False
        if local(parent) in ("txbxContent", "Fallback"):
            return True
    return False
