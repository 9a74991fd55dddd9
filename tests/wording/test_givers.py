from __future__ import annotations

import pytest

from mzsh.wording.givers import contacts, named_in_source, named_in_words, without_giver

MEMBERS = ("张卫国", "王芳", "李明")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("张三", "张三"),
        ("张三（市财政局）", "张三"),
        ("市财政局（陈建平）", "陈建平"),
        ("市财政局陈建平", "陈建平"),
        ("村民李四", "李四"),
        ("老党员王大爷", "王大爷"),
        ("王主任", "王主任"),
        ("欧阳修", "欧阳修"),
        ("张某某", "张某某"),
        ("市审计局阚旭东", "阚旭东"),
    ],
)
def test_a_person_in_the_source(source: str, name: str) -> None:
    assert named_in_source(source, people={"阚旭东"}) == name


CATEGORIES = (
    "群众 基层党组织 机关 党员干部 企业 老干部 高校教师 高校 人大代表 政协委员 社区居民 村民代表 服务对象 两代表一委员 "
    "常委 文联 金融机构 林业站 马路市场商户 农村党员 桥头镇党委 桥头镇干部 市财政局干部 分管部门 联系点 基层单位 "
    "干部职工 离退休干部 方面 江湾街道 白领 市直机关 镇村干部 普通党员 民营企业家 武警 石化企业 钟点工 田间农户 "
    "于家村 金家村 顾问 顾客 李家庄社区 高铁站 马家湾村 许家屯 匿名 不详 党外人士 工商联 民主党派 网民 学生家长"
)


@pytest.mark.parametrize("source", CATEGORIES.split())
def test_a_category_in_the_source(source: str) -> None:
    assert named_in_source(source) == ""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("我叫张三，住在三栋，水管一直漏。", "张三"),
        ("我是王建国，去年就报过。", "王建国"),
        ("据陈建平同志反映，路灯坏了一年。", "陈建平"),
        ("村民李四反映路不通。", "李四"),
        ("周晓燕同志提出，报表太多。", "周晓燕"),
        ("反映人：赵志强，水压太低。", "赵志强"),
        ("盼着早点修好。——村民王五", "王五"),
        ("盼着早点修好。（李四）", "李四"),
        ("张建国反映，路灯黑了一年。", "张建国"),
        ("我是市财政局的张建国，去年就报过。", "张建国"),
        ("财政局的刘建军同志反映，报表太多。", "刘建军"),
        ("水管漏了两年。签名：欧阳修文", "欧阳修文"),
    ],
)
def test_a_giver_in_the_words(words: str, name: str) -> None:
    assert named_in_words(words, members=MEMBERS) == name


@pytest.mark.parametrize(
    "words",
    [
        "李明同志到园区只看展厅，盼他走进车间看一眼。",
        "王芳同志反映问题快，办得慢。",
        "据张书记反映的口径，钱早就拨了，我们没有见到。",
        "盼书记过问。（张卫国）",
        "向市里反映过三回，三回都落回原处。",
        "居民常来反映，没人管。",
        "居民多次反映，群众严重反映。",
        "居民周末来信没人收，周边居民提出过两次。",
        "范围内反映强烈，程序太多，建议精简。",
        "我叫马上办的都办成了马虎办。",
        "我是高中生，放学的路上没有路灯。",
        "我是常委的联系户，一年没见过人。",
        "我是在镇上做石材的，路断了三个月。",
        "我是桥头镇的老党员，走不动了。",
        "金桥村反映，自来水是黄的。马家湾反映，路不通。",
        "群众白天反映，晚上就忘了。",
        "陈建平同志说了不算，要等市里点头。",
    ],
)
def test_words_that_name_no_giver(words: str) -> None:
    assert named_in_words(words, members=MEMBERS) == ""


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("有事打 138 1234 5678。", ("手机号",)),
        ("13812345678", ("手机号",)),
        ("回信到 zhang.san@example.com", ("电子邮箱",)),
        ("身份证 110101199003070011", ("身份证号",)),
        ("座机0571-88886666", ("电话号码",)),
        ("电话6621234，白天都在", ("电话号码",)),
        ("微信号：lao_zhang66", ("微信号或QQ号",)),
        ("打12345热线，2021年7月16日那天等了50分钟，1200万元没有下文。", ()),
        ("编号2021120800001的工单没有回音", ()),
    ],
)
def test_contact_data(text: str, kinds: tuple[str, ...]) -> None:
    assert contacts(text) == kinds


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("我叫李大柱，打13812345678。", "李大柱", "我叫李**，打138******78。"),
        ("电话6621234，白天都在", "", "电话6******，白天都在"),
        ("微信号：lao_zhang66", "", "微信号：lao******66"),
        ("张三（a@b.cn）", "张三", "张*（a*****）"),
        ("修一修路。", "", "修一修路。"),
    ],
)
def test_what_gives_the_giver_away_is_hidden(text: str, name: str, shown: str) -> None:
    assert without_giver(text, name) == shown
