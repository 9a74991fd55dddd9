"""The fingerprint of a reviewed text, written down a second time from the specification (workspace.md)."""

import hashlib
import re
import unicodedata

_STATUS = re.compile(r"(?:状态|status)\s*:")
_COMMENT = re.compile(r"\s*<!--\s*mzsh:\s*忽略(?:[^-]|-(?!->))*-->\s*")
_HASH = re.compile(r"\s*#\s*mzsh:\s*忽略.*")


def fingerprint(text: str) -> str:
    """SHA-256 of a Markdown text after NFC, LF, no trailing blanks, without its 状态 and lines of `mzsh: 忽略`."""
    lines = unicodedata.normalize("NFC", text.removeprefix("\ufeff")).replace("\r\n", "\n").split("\n")
    kept = []
    fences = 0
    for line in map(str.rstrip, lines):
        fences += line == "---"
        if _COMMENT.fullmatch(line) or (fences == 1 and (_STATUS.match(line) or _HASH.fullmatch(line))):
            continue
        kept.append(line)
    normal = "\n".join(kept).rstrip("\n") + "\n"
    return hashlib.sha256(normal.encode("utf-8")).hexdigest()
