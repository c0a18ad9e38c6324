"""Who wrote it: the forms in which a byline is printed."""

from __future__ import annotations

import re

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤肖阎常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左"
    "柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛翁冉骆蓝路游辛靳管柴蒙鲍华喻祁房蒲滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚"
    "岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗"
    "燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊"
    "阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由"
    "墨竺濮闾逄麴暴斛鄂晓羿仉督"
)
_COMPOUND = (
    "欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|"
    "司空|闾丘|子车|亓官|司寇|巫马|公西|颛孙|壤驷|公良|漆雕|乐正|宰父|谷梁|拓跋|夹谷|轩辕|令狐|段干|百里|呼延|东郭|南门|羊舌|微生|公户|公玉|公仪|梁丘|公仲|"
    "公上|公门|公山|公坚|左丘|公伯|西门|公祖|第五|公乘|贯丘|公皙|南荣|东里|东宫|仲长|子书|子桑|即墨|达奚|褚师|淳于|单于|相里|叱干|纳兰|完颜|富察|爱新觉罗"
)
_NAME = rf"(?:(?:{_COMPOUND})[一-鿿]{{1,2}}|[{_SURNAMES}][一-鿿]{{1,2}}|[一-鿿]{{2,5}}·[一-鿿]{{1,6}})"
_NAMES = rf"{_NAME}(?:[\s　、，,/／]+{_NAME}){{0,5}}"
_ORGAN = (
    r"[一-鿿（）“”]{1,24}(?:局|委员会|委|办公室|办|厅|政府|学会|协会|研究院|研究所|研究会|学院|大学|中心|课题组|调研组|写作组|党组|党委|编辑部|评论部|"
    r"宣传部|组织部|统战部|党校|总工会|联合会|妇联|文联|社科联|图书馆|文化馆|博物馆)"
)
_WORKPLACE = (
    rf"(?:{_ORGAN}|[一-鿿（）“”]{{2,24}}(?:公司|集团|学校|中学|小学|医院|日报社|报社|杂志社|街道|支部|支队|大队|馆|站|所|队))"
    r"(?:书记|主任|局长|部长|馆长|校长|院长|会长|主席|所长|教授|研究员)?|[一-鿿]{2,16}(?:书记|市长|县长|区长|州长|镇长|乡长|部长)"
)
_ROLE = (
    r"(?:本报|本台|本刊|新华社)?(?:全媒体|融媒体|首席|特约|实习|特派|见习|驻[一-鿿]{1,4})*"
    r"(?:记者|通讯员|评论员|观察员|撰稿人|报道组|编辑部|评论部)"
)
_MARK = r"[□■◎●○▲△◆◇☆★※▣◼◻►▶]"

NAME_ALONE = re.compile(rf"{_NAMES}$")
"""Nothing but one name or several."""

BYLINE = re.compile(
    rf"""(?:
      {_MARK}\s*(?:{_ROLE}\s*|文/|作者[:：]?\s*)*(?P<marked>{_NAMES}|{_ORGAN}|{_ROLE}|[^\s，。；]{{2,6}})
    | [（(]?(?:作者|撰稿|撰文|执笔|文字|图文|文/图|文/摄|采写|整理|文)\s*[:：/／丨|\s]\s*(?:{_ROLE}\s*)?
      (?P<labelled>{_NAMES}|{_ORGAN}|[^，。；）)]{{2,20}})[）)]?
    | (?:{_ROLE})[\s　:：]+(?P<reporter>{_NAMES})(?:[\s　]+(?:{_ROLE})[\s　:：]+{_NAMES})?
      (?:[\s　]*(?:文/图|文/摄|摄影报道|报道|文|图))?
    | (?P<role>本报(?:特约)?评论员|本报编辑部|本报记者|本刊评论员|新华社评论员|人民日报评论员)
    | (?:{_WORKPLACE})[ \u3000]{{1,3}}(?P<member>{_NAMES})
    | (?P<name>{_NAMES})(?:[\s　]*(?:文/图|文/摄|文|撰))?
    )$""",
    re.VERBOSE,
)
"""A line that says who wrote the article; one of its groups holds the names."""

ORGAN_ALONE = re.compile(rf"{_ORGAN}$")
"""Nothing but the name of a body, which may sign an article."""

NAME_WITH_BODY = re.compile(rf"(?:{_WORKPLACE})[ \u3000]{{1,3}}{_NAMES}$")
"""A name behind that of the body where the writer works; lists of those present look the same."""

TAIL_NAME = re.compile(
    rf"[（(](?:(?:{_ROLE}|作者|文|撰稿|文/图|文/摄|图文)\s*[:：/／]?\s*)?(?P<names>{_NAMES})"
    rf"(?:[\s　]+(?:{_ROLE})[\s　:：]+{_NAMES})?(?:[，,、\s][^）)]*)?[）)]$"
)
"""The reporter's name in brackets at the end of a news item."""

NEWS_LEAD = re.compile(
    rf"(?:本报(?:[一-鿿]{{2,8}}(?:\d{{1,2}}月)?\d{{1,2}}日)?(?:讯|电)|(?:本台|本网)(?:讯|消息)|(?:新华社|中新社|中新网)[一-鿿]{{1,8}}(?:\d{{1,2}}月)?\d{{1,2}}日电)"
    rf"\s*(?:[（(](?:(?:{_ROLE})\s*[:：]?\s*)?(?P<names>{_NAMES})?[^）)]{{0,40}}[）)])?"
)
"""How a news item opens: 本报讯（记者 …）."""


def is_byline(text: str) -> bool:
    """Whether a short line names the writer and does nothing else."""
    return len(text) <= 60 and BYLINE.match(text) is not None


def names_span(text: str) -> tuple[int, int] | None:
    """Where in a byline the names stand."""
    found = BYLINE.match(text)
    if found is None or found.lastgroup is None:
        return None
    return found.span(found.lastgroup)
