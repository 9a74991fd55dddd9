"""类型: what a file says it is, and what is said where it says nothing that there is."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from mzsh.model.kinds import BY_NAME, DOCUMENTS, FIXED_FILES
from mzsh.model.place import WHOLE_FILE, Fault, Node, Source
from mzsh.model.record import Document
from mzsh.workspace.reading import KIND_KEYS


def kind_node(root: Node | None) -> Node | None:
    """The value of 类型; None where the file does not say it."""
    if root is None or root.kind != "mapping":
        return None
    typed = next((value for key, value in root.pairs if key.text in KIND_KEYS), None)
    return typed if typed is not None and typed.kind == "scalar" and typed.text.strip() else None


def kind_fault(source: Source, cls: type[Document] | None, node: Node | None) -> Fault:
    """Why a file is not what its 类型 says: a kind of the other sort of file, or none that there is (MZ012)."""
    span = node.span if node else WHOLE_FILE
    if cls is not None:
        suffix = ".md" if cls.markdown else ".yml"
        return Fault("unknown_kind", span, f"“{cls.names[0]}”应写在 {suffix} 文件里", quote=source.quote(span))
    typed = node.text if node else ""
    return Fault("unknown_kind", span, f"没有“{typed}”这种类型", kinds_hint(source, typed), quote=source.quote(span))


def kinds_hint(source: Source, typed: str = "") -> str:
    """The kind that was meant, or all that such a file may be."""
    names = [cls.names[0] for cls in DOCUMENTS if cls.markdown == source.is_markdown]
    close = difflib.get_close_matches(typed, names, 1, 0.4)
    return f"是不是“{close[0]}”？" if close else "可以写的有：" + "、".join(names)


def presumed_kind(source: Source) -> str:
    """The kind that a file which could not be read says it is; empty where it does not say."""
    said = re.search(r"^(?:类型|kind)\s*[:：]\s*(\S+)", source.text, re.MULTILINE)
    if said and said[1] in BY_NAME:
        return BY_NAME[said[1]].names[0]
    fixed = FIXED_FILES.get(Path(source.path).name)
    return fixed.names[0] if fixed else ""
