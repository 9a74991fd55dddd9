"""What Jinja and Python complain of in a template, in Chinese."""

from __future__ import annotations

import re
from typing import Final

_SAID: Final[tuple[tuple[str, str], ...]] = (
    (r"No filter named '(.+?)'.*", "没有“{0}”这个过滤器"),
    (r"No test named '(.+?)'.*", "没有“{0}”这个判断"),
    (r"Encountered unknown tag '(.+?)'.*", "没有“{0}”这个语句，或者它放错了地方"),
    (r"[Uu]nexpected end of template, expected 'end of print statement'.*", "{{{{ 后面没有写 }}}}"),
    (r"[Uu]nexpected end of template.*looking for.*'(\w+)'.*", "{{% {0} %}} 没有结尾，少了 {{% end{0} %}}"),
    (r"[Uu]nexpected end of template.*", "到末尾还没有写完"),
    (r"Missing end of (?:comment|raw).*", "注释没有写完"),
    (r"unexpected '(.+?)'.*", "多了“{0}”"),
    (r"Expected an expression, got .*", "这里少了要判断或要填的值"),
    (r"expected token '(.+?)', got '(.+?)'", "“{1}”的地方应是“{0}”"),
    (r"Range too big.*", "循环次数太多"),
    (r"(?:integer )?division (?:or modulo )?by zero|float division by zero", "除数是零"),
    (r"'(.+?)' object is not callable", "这个值后面不能写括号"),
    (r"'(.+?)' object is not iterable", "这个值不是一组，不能循环"),
    (r"block '(.+?)' .*", "“{0}”这一块写了两次"),
)


def in_chinese(complaint: str) -> str:
    """The complaint in Chinese; one that is not known follows as it is, in brackets."""
    for pattern, told in _SAID:
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            return told.format(*found.groups())
    if re.search("[\u4e00-\u9fff]", complaint):
        return complaint
    return f"程序读不懂（{complaint}）" if complaint else "内容太大"
