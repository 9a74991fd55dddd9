"""Who gave an opinion, where the text gives it away: ways to reach him, and personal names (MZ406).

Opinions are about members, so a member's name is never a giver's. A name is known by its surname and its place: alone
in 来源, behind 我叫, before 同志反映, in a signature. What is not plainly a name is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from mzsh.wording.personal_data import find_personal_data, hidden, masked

_OTHER_WAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("电话号码", re.compile(r"(?:电话|座机|手机|联系方式)[^\d，。；]{0,4}(\d{7,8})(?!\d)")),
    (
        "微信号或QQ号",
        re.compile(r"(?:微信|QQ|qq)(?:号码?)?\s{0,8}(?:是|为|[:：])?\s{0,8}([A-Za-z\d_-]{5,20})", re.ASCII),
    ),
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文马欧严殷倪骆柯卓翁阮詹"
)
_COMPOUND = "欧阳|上官|司马|诸葛|夏侯|皇甫|尉迟|公孙|慕容|司徒|令狐|东方|端木"
_ADVERBIAL = "高于何许曾余方万易常任白文马金江武段"
"""Surnames that are common words too: in running text they are followed by a verb more often than by a given name."""
_NAME = rf"(?:(?:{_COMPOUND})[一-鿿]{{1,2}}|[{_SURNAMES}][一-鿿]{{1,2}})"
_PLAIN_SURNAMES = "".join(letter for letter in _SURNAMES if letter not in _ADVERBIAL)
_PLAIN_NAME = rf"(?:(?:{_COMPOUND})[一-鿿]{{1,2}}|[{_PLAIN_SURNAMES}][一-鿿]{{1,2}})"
_TITLE = (
    "书记|局长|主任|科长|处长|部长|院长|校长|所长|站长|厂长|村长|镇长|乡长|经理|老师|医生|师傅|大爷|大妈|大叔|阿姨|先生|女士"
    "|同志|某某|某"
)
_NO_NAME = re.compile(
    r"(?:高[校龄层管中职知等速]|万[众户人]|常[委务住驻]|任[课何]|文[联旅化教艺体]|金融|方面|武[警装]|白领|马路|田间|龙头|石[油化]"
    r"|林[业场区农长]|江[北南东西]|史志|夏[季天]|易地|钱粮|程序|余下"
    r"|周[末边围]|黄昏|郑重|严[重肃格]|杜绝|雷同|唐突|康[复养]|范围|钟点|汤水|叶子|顾[问客]|黎民|陈述)"
)
_NO_NAME_END = re.compile(
    r"[校场业局办委会司企户民员工众部关村镇乡街道区组院站所厂店者室队团科处系班库馆网屯寨庄营湾店面体等]$"
)
_IN_NO_NAME = re.compile("[的了是在不没有就也都这那我你他们]")
_REPORTS = "反映|提出|来信|来电|投诉|举报|建议"
_WHO = "居民|村民|职工|党员|群众|干部|业主|商户|住户|教师|学生|家长|网友|网民|同志"
_UNIT = "局|办|委|部|社区|街道|村|镇|乡|公司|中心|医院|学校|大学|中学|小学|厂|所|站"
_LONG_NAME = rf"(?:(?:{_COMPOUND})[一-鿿]{{1,2}}|[{_PLAIN_SURNAMES}][一-鿿]{{2}})"
_POLITE = "同志|先生|女士|师傅|大爷|大妈|大叔|阿姨"
_GAP = r"\s{0,8}"
"""Blanks between words, bounded: each of 60,000 blanks would else be tried with all that follow it."""
_SAYS_WHO = (
    rf"(?:我叫|本人姓名|我的名字(?:是|叫)){_GAP}({_NAME})(?=[，,。；;、：:！（(是在住今]|\s|$)",
    rf"(?:我|本人)是{_GAP}({_PLAIN_NAME})(?=[，,。；;：:！（(]|\s|$)",
    rf"(?:我|本人)是[^，。；！？]{{0,12}}(?:{_UNIT})的?({_LONG_NAME})(?=[，,。；;：:！（(]|\s|$)",
    rf"(?:^|[。；\n]){_GAP}({_LONG_NAME})(?:{_REPORTS})(?=[，,：:])",
    rf"(?:据|{_WHO})({_PLAIN_NAME})(?:{_POLITE})?(?:{_REPORTS})",
    rf"({_PLAIN_NAME})(?:{_POLITE})(?:{_REPORTS})",
    rf"(?:反映人|提出人|意见人|联系人|来信人|投诉人|举报人|署名|签名|落款|姓名)(?:是|为|[:：])?{_GAP}({_NAME})(?=[，,。；;、（()）]|\s|$)",
    rf"(?:—|–|--){_GAP}(?:{_WHO})?{_GAP}({_NAME}){_GAP}$",
    rf"[（(](?:{_WHO})?{_GAP}({_NAME})[）)]{_GAP}。?$",
)


@lru_cache(maxsize=1)
def _says_who() -> tuple[re.Pattern[str], ...]:
    """Compiled when an opinion is first read, not at every start of the program."""
    return tuple(map(re.compile, _SAYS_WHO))


_BEFORE_A_NAME = re.compile(rf"^(?:老?(?:{_WHO})|.*(?:{_UNIT}|支部|协会|工会|组))")


def contacts(text: str) -> tuple[str, ...]:
    """What kinds of contact data the text holds (手机号, 电子邮箱 …), each once."""
    found: list[str] = [data.kind for data in find_personal_data(text)]
    found += [label for label, pattern in _OTHER_WAYS if pattern.search(text)] if not found else []
    return tuple(dict.fromkeys(found))


def without_giver(text: str, name: str = "") -> str:
    """The text, as long as before, with ways to reach the giver hidden, and his name but for its first character."""
    text = masked(text.replace(name, name[0] + "*" * (len(name) - 1)) if name else text)
    for _, pattern in _OTHER_WAYS:
        text = pattern.sub(lambda match: match[0].replace(match[1], hidden(match[1])), text)
    return text


def named_in_source(source: str, *, people: Collection[str] = ()) -> str:
    """The person whom a 来源 names, alone or beside a unit; empty where it is a category.

    `people` are names of the workspace, which are names whatever their surname.
    """
    pieces = [piece for piece in re.split(r"[（(）)，,、；;：:/\s]+", source.strip()) if piece]
    for piece in pieces:
        if piece in people or _is_name(piece):
            return piece
        beside = _BEFORE_A_NAME.sub("", piece)
        known = next((name for name in people if len(name) > 1 and piece.endswith(name)), "")
        if known or (beside != piece and _is_name(beside)):
            return known or beside
    return ""


def _is_name(text: str) -> bool:
    """Whether the text is a surname with a given name or with a title (王主任, 张某)."""
    if re.fullmatch(rf"[{_SURNAMES}](?:{_TITLE})", text) and not _NO_NAME.match(text):
        return True
    named = re.sub(r"(?:同志|先生|女士|师傅|大爷|大妈|老师|医生)$", "", text)
    return bool(re.fullmatch(_NAME, named)) and _may_be_a_name(named)


def _may_be_a_name(text: str) -> bool:
    """Whether what begins with a surname is neither a common word nor a place, a body or half a sentence."""
    return not (_NO_NAME.match(text) or _NO_NAME_END.search(text) or _IN_NO_NAME.search(text))


def named_in_words(text: str, *, members: Collection[str]) -> str:
    """The giver whom the words of an opinion name; empty where they name none but members, of whom they speak."""
    for pattern in _says_who():
        for match in pattern.finditer(text.strip()):
            name = match[1]
            about = any(_may_be(name, member) for member in members)
            if not about and _may_be_a_name(name):
                return name
    return ""


def _may_be(name: str, member: str) -> bool:
    """Whether the name may be the member's: his own, part of it, or his surname with a title (张书记)."""
    if name.startswith(member) or member.startswith(name):
        return True
    return member[:1] == name[:1] and bool(re.match(_TITLE, name[1:]))
