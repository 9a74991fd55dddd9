"""Names of other places' organs (某某市委, 某某县政府) in a text: foreign ones are a sign of copying."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ORGAN = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|按照|根据|贯彻|落实|传达|结合|担任|代表|对标|来自|借鉴|[在向到由从对与和及经给是])"
    r"(?P<place>[\u4e00-\u9fff]{2,3}?)(?P<level>市|县|区|州|旗)"
    r"(?P<organ>委常委|委书记|委办公室|委组织部|委宣传部|委政研室|委政策研究室|委统战部|委政法委|委班子|委领导|纪委|人民政府|政府|人大|政协|直机关)"
)
_NO_PLACE = re.compile(
    r"(?:本|全|各|我|外|该|此|某|原|省|中央|国家|自治|城|郊|新|老|两|几|多|一些|有的|其他|兄弟|相关|有关|周边|上级|下级|所有|报|送|请|经|按|据|向|对|听|学|与|和|及|在|从|到|由|贯彻"
    r"|落实|传达|执行|围绕|结合|根据|配合|代表|作为|协助|汇报|推动|参加|担任|出席|列席|主持|召开|月|年|日|次|个|提请|经过|通过|是|为|任)"
)


def foreign_places(text: str, home: str) -> Iterator[tuple[str, int]]:
    """The names of cities and counties whose organs a text names and that `home` does not know, with their places.

    `home` is all that 会议.yml says. 市委 and 县政府 without a name before them are nobody else's.
    """
    for match in _ORGAN.finditer(text):
        name = match["place"] + match["level"]
        if match["place"] not in home and not _NO_PLACE.search(match["place"]):
            yield name, match.start("place")
