"""What is a commitment, and what is background, praise, slogan, encouragement or somebody else's words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from luoshi_core.reading.commitments.kinds import only_reaches
from luoshi_core.reading.commitments.verbs import CONCRETE, GENERAL
from luoshi_core.reading.header import Header

if TYPE_CHECKING:
    from luoshi_core.reading.commitments.drafts import Draft

#: A sentence that belongs to the frame of a document: how it came about, what it repeals, what its words mean.
FRAME = re.compile(
    r"现(?:提出|制定|就|将)[^，。]*(?:如下|以下)|(?:如下|以下)(?:实施)?(?:意见|方案|规划|措施|通知)|(?:通知|通报|公告|纪要|报告|函告|意见|方案|要求|安排|明确|分工|规定|公布|说明)如下|制定本|特制[定订]|印发给你们|现予(?:印发|公布|发布)|特此(?:通知|公告|函|报告|批复)|收悉"
    r"|请(?:你们)?(?:认真)?(?:结合(?:工作|本地|本单位)?[^，。]{0,8}实际，?)?(?:认真)?(?:遵照|贯彻|抓好|组织|抓紧)[^，。]{0,6}(?:执行|落实|实施)$|^请[^，。]{0,12}(?:贯彻|遵照)执行"
    r"|本(?:办法|规定|条例|细则|方案|通知|意见|标准|制度|规则|规范|公约|要点|计划|纪要|清单|责任书|协议)(?:[^，。]{0,6})?(?:自[^，。]{2,24}起(?:施行|实施|执行|生效|试行)|有效期|由[^，。]{2,30}负责解释|所称|所指|适用于|一式)"
    r"|自(?:发布|公布|印发|颁布|签订|签字)之日起(?:施行|实施|执行|生效)|同时废止|予以废止|停止执行|有效期[为至\d]|负责解释|是指|本[^，。]{1,6}所称|适用本|^(?:注|备注|说明|附|附件|附表|抄送|联系人|联系电话)[：:0-9１-９]"
    r"|^据(?!悉|了解)[^，]{0,16}(?:预测|统计|监测|测算|调查|显示|反映)|^(?:会议)?(?:听取|审议|传达学习|研究)了|^(?:出席|列席|参加|记录|主持|分送|参会|缺席|请假)[：:]|会议还研究|主持召开"
    r"|^为[^。]*?(?:决定|研究)(?:在|对|于|从|自|开展|成立|组织)|经[^，。]{2,14}(?:同意|批准|研究)，?(?:决定|现)"
)
#: What others said: leaders, meetings and documents above.
REPORTED = re.compile(
    r"(?:总书记|书记|总理|主席|省长|市长|县长|区长|部长|主任|领导|同志|会议|全会|大会|国务院|中央|党中央|省[委里政]|省[^，。]{0,12}?(?:办公?厅?|厅|文件|意见|方案|规划|通知|部署)|国家[^，。]{0,10}|上级|市委|市政府|县委|报告|意见|方案|规划|文件|条例|法》|》|通知|老支书|专家|学者)"
    r"[^，。；]{0,22}?(?:指出|强调|批示|指示|提出|要求|明确|规定|讲|说|部署|号召|认为|建议|呼吁)[^，。；]{0,8}(?:，|：|“|$)|^(?!会议|落实|执行|贯彻)[^，。；：“要应须将]{2,24}(?:要求|强调|指出|认为|建议|呼吁)(?:，|：|“)|(?:有句|常言|古人|俗话|明代|古语)"
)
_IN_LINE_WITH = re.compile(r"(?:严格)?(?:按照?|根据|依据?|依照|遵照|落实|执行|对照|围绕|贯彻|结合|符合|参照|经|针对|关于|就|您|感谢)")
_OWN_MEETING = re.compile(r"^(?:会议)(?:要求|强调|指出|认为)，?")
_DECIDES = re.compile(r"^(?:会议|会上)?(?:议定|决定|明确|同意|原则同意|确定)")
#: What is already done or how things stand.
PAST = re.compile(
    r"已(?!列入|纳入[^，]*的|知|有[^，]{0,12}的|建成[^，]{0,10}的|[^，。；]{1,8}的)|(?<!在)去年|上年(?!度)|前年|近[年日期]|近[一二三四五几两\d]+年|过去|以来|截至|截止(?!时间|日期|到)|目前|一直|先后|共(?=[清排收办查解建完投发培组举处审接化整新开引争]|有|计)[^，。]{0,12}?(?=[\d一二三])"
    r"|[^为除罢不]了(?!解|如指掌|然)|取得(?:了|明显|显著|积极|初步|阶段|新的|长足|历史)|成效(?:明显|显著|初)|得到(?:了|明显|有效|显著|进一步)|曾|迈上|荣获|被评为|存在[^，。]*(?:问题|不足|困难|短板)|仍[^，。]{0,12}(?:突出|不足|较|存在|面临|薄弱)|暴露出|同比(?:增长|下降)[^，。]*(?:实现|位居)|年均增长.*(?:位居|实现)"
)
_WEAK_PAST = "共截目先一"
_ON_BASIS = re.compile(
    r"在[^，。；]*?(?:基础上|的同时)，?|(?:对|将|把)[^，。；]{0,20}?(?:已|去年|目前)[^，。；]{0,30}?的"
)
_MODAL = re.compile(
    r"(?<![主重需首必想摘纪紧简提])要(?![求素点闻件害领义地道])|应当|(?<![供适响反效对相呼感])应(?![急用对答聘届试变])|将(?=[^，。；]{0,8}[会在以对按开建推实举启完于出])|须|力争|确保|计划(?=[于在新建投完年到\d])|争取"
    r"|今后|下一步|再(?:新)?[建增]"
)
_AHEAD = re.compile(r"[年月日底]前|月底|(?<!去)年底|年内")
_SURELY_PAST = re.compile(r"已于|已全部|已经?[^，]{0,3}完成|去年|以来|近年")
#: Nobody has to.
ENCOURAGED = re.compile(
    r"^(?:[^，。；]{0,14}?)?(?:鼓励|倡导|提倡|欢迎|号召|呼吁)|^有条件的[^，。；]*?可|^(?:[^，。；]{1,16}?)?(?:可以|可结合|可根据|可按|可参照|可自行|可通过|可采取|可向|可在|宜)(?!靠)|^(?:积极)?引导(?!员)|^支持(?:和|并)?(?:鼓励|引导)"
)
_ABSTRACT = (
    r"(?:认识|教训|理论|信念|意义|理念|站位|站位|思想|意识|责任(?!书|人|清单|制)|领导(?!小组|干部[^，]*培训)|担当|使命|合力|氛围|作风|觉悟|观念|政绩观|决心|信心|力度|统筹|协调|组织保障|形式主义|官僚主义|麻痹|侥幸|精神|要求|部署|大局|能力|本领|"
    r"水平|质量|效能|效率|美德|风尚|正能量|融合|发展(?=$|，)|优势|特色|品质|活力|动力|潜力|根基|底线|短板|弱项|问题导向|获得感|幸福感|安全感|共识|热情|积极性|主动性|创造性|高质量发展|现代化|共同富裕|新篇章|新局面|新格局|新台阶|落地见效|取得实效|走深走实|抓紧抓实|落到实处|落实见效|见行见效|贯彻落实|督促检查|监督检查|宣传引导|舆论引导|沟通|联系|配合|保障)"
)
_EXHORTS = re.compile(
    rf"^(?:全[市县区镇][^，]{{0,4}}?(?=要|必须)|各级[^，]{{0,8}}?(?=要|必须)|广大[^，]{{0,6}}?(?=要|必须)|我们(?=要|必须))?(?:要|必须|切实|进一步|不断|持续|坚决|全面|认真|始终|牢牢|充分|深刻|高度|着力|努力|积极|加快|大力|广泛|深入|扎实|更加|主动|严格|层层|逐级|共同|有效|真正|密切|继续|紧紧|并|同时|以|把|将)*"
    rf"(?:(?:{GENERAL}|提高|明确|形成|落实|实现|教育引导|教育|学习贯彻|压紧压实|凝聚|汲取|绷紧|克服|统一|认识|重视|把握|领会|推进|做到|确保|防止|减少|履行|保障|安排|取得|执行|贯彻|考核|总结)(?:和|、|并)?)+[^，；]{{0,24}}?{_ABSTRACT}|^(?:要|必须)?(?:坚决|切实|着力|有效|严密)(?:防范|防止|杜绝|遏制|克服|反对|纠治|守住|守牢|打击|维护|避免|抓好|防控)|宣传[^，]{0, 8}$|(?:充分|广泛)(?:利用|发挥|运用)[^，]*(?:宣传|作用|优势)|营造[^，]*(?:氛围|环境)|高度重视|提高[^，]{{0,6}}站位|以[^，；]{{2,20}}(?:为指导|为引领|为目标|为抓手|为契机|为主线|为统领|为根本|的态度|的标准|的作风|的精神|的状态|的姿态|的决心|的勇气|的担当|的力度|的劲头)|坚持[^，；]*(?:相结合|原则|为主|导向|优先|思想|发展|为中心|为本|为先|为核心)|坚持以|社会关切|群众关切|舆论|落实“■+”(?:要求|责任|制度)?$|带头|率先垂范|以身作则|靠前指挥|适时研究|敢于|善于|勇于|时刻|绷紧|各司其职|密切配合|通力协作|齐抓共管|上下联动|一体推进|久久为功|善作善成|始终把|放在[^，]*(?:首位|第一位|位置)|加强(?:组织)?领导"
)
_HARD = re.compile(CONCRETE)
_SOFT = re.compile(rf"(?:{CONCRETE}|{GENERAL})")
_TASK_OPENING = re.compile(
    rf"(?:(?:要|应当?|须|将|必须|拟|计划|力争|确保|争取|进一步|不断|持续|全面|认真|积极|主动|加快|大力|广泛|深入|扎实|着力|切实|严格|有序|稳步|重点|集中|统一|统筹|定期|及时|逐步|逐一|探索|分类|分级|分批|高标准|高质量|高水平|同步|适时|择机|尽快|抓紧|继续|再|新|全力|全程|因地制宜|常态化|依法|免费|依托[^，]{{1,12}}|围绕[^，]{{1,12}}|按照?[^，]{{1,14}}|以[^，]{{1,16}}|对[^，]{{1,24}}|将[^，]{{1,24}}|把[^，]{{1,24}}|在[^，]{{1,20}}|向[^，]{{1,12}}|为[^，]{{1,14}})*)(?:{CONCRETE}|{GENERAL})(?!率|额|量|标准|面积|时限|总量|人数|费|的)"
)
_NUMERIC_FACT = re.compile(
    r"^[^，]{0,18}(?<![但凡都而只要就还一二三四五六])是(?!否)[^，]*(?:年|时期|关键|基础|途径|内容|举措|工程|抓手|要求|标志|目的|保障)$"
    r"|^[^，]{0,16}设在|^(?:该|此|其|这|总投资|占地)|^(?:督查|检查|活动|评比|报名|公示|征集|自查)时间|^[^，]{2,10}(?:内容|范围|对象|方式|重点|程序|步骤)(?:主要)?(?:包括|为|是|涵盖|分为)"
    r"|^(?:全[市县区]|我[市县区]|辖区)?(?:现有|共有|拥有|总面积|位于|地处|辖|常住人口|户籍人口)"
)


def is_encouraged(words: str) -> bool:
    """Whether the words only encourage or allow."""
    return ENCOURAGED.search(words) is not None


def is_past(words: str, ahead: bool) -> bool:
    """Whether the words tell what was done or how things stand; ``ahead`` says that they name a day to come."""
    if PAST.search(words) is None:
        return False
    rest = _ON_BASIS.sub("", words)
    past = PAST.search(rest)
    if past is None or _MODAL.search(rest):
        return False
    return _SURELY_PAST.search(rest) is not None or not (_AHEAD.search(rest) or (ahead and past[0][0] in _WEAK_PAST))


def is_wanted(words: str) -> bool:
    """Whether the words say that somebody has to."""
    return _MODAL.search(words) is not None


def looks_ahead(words: str) -> bool:
    """Whether the words say that something is still to be done."""
    return _MODAL.search(words) is not None or _AHEAD.search(words) is not None


def is_slogan(words: str) -> bool:
    """Whether every clause exhorts without anything that could be checked."""
    return all(_is_slogan_clause(clause) for clause in words.split("，") if clause)


def _is_slogan_clause(clause: str) -> bool:
    if _EXHORTS.search(clause) or is_encouraged(clause):
        return True
    return _SOFT.search(clause) is None


def acts(words: str) -> bool:
    """Whether the words hold a verb whose result can be seen."""
    return _HARD.search(words) is not None


def opens_as_task(words: str) -> bool:
    """Whether the words start with what is to be done, as the items of a work plan do."""
    return _TASK_OPENING.match(words) is not None


def states_fact(words: str) -> bool:
    """Whether the words only state a figure of today."""
    return _NUMERIC_FACT.match(words) is not None


def is_urged(words: str) -> bool:
    """Whether the meeting that the document records only urges (会议强调, 会议要求)."""
    return _OWN_MEETING.match(words) is not None


def is_reported(words: str) -> bool:
    """Whether the words are a leader's, a meeting's or a document's from above."""
    match = REPORTED.search(words)
    if match is None or _DECIDES.match(words) or _OWN_MEETING.match(words):
        return False
    clause = words[max(words.rfind("，", 0, match.start()), words.rfind("；", 0, match.start())) + 1 :]
    return _IN_LINE_WITH.match(clause) is None


_WILL = re.compile(r"将|负责|牵头")
_WIDE = re.compile(r"全国|我国|国家|世界|全球|全省")
_LOCAL = re.compile(r"[全我本][市县区镇乡州旗]|[市县区镇]")


class Judge:
    """Decides which drafts of a paragraph are commitments.

    ``listed`` says that a bracket, heading or introduction names who is responsible,
    ``numbered`` that the paragraph stands under a label.
    """

    def __init__(self, header: Header, listed: bool, rule: bool, numbered: bool) -> None:
        self._binding = header.binding and not header.newspaper
        self._listed = listed
        self._rule = rule
        self._numbered = numbered

    def commits(self, draft: Draft) -> bool:
        """Whether somebody is to do or reach something that can be checked."""
        words = draft.words
        if draft.past or states_fact(words):
            return False
        if self._only_encourages(draft):
            return False
        if not self._binding:
            return self._binds_in_article(draft)
        if draft.forbids:
            return True
        if draft.year_only and not draft.targets and is_slogan(behind_subject(draft)):
            return False
        if draft.urged and not (draft.marked or draft.every):
            return False
        if draft.marked or draft.every:
            return bool(draft.subject) or self._is_goal(draft)
        if draft.condition:
            return acts(words)
        if is_slogan(behind_subject(draft)):
            return False
        if draft.subject and not draft.carried:
            return _SOFT.search(words) is not None
        return self._is_task(draft)

    def _only_encourages(self, draft: Draft) -> bool:
        words = behind_subject(draft)
        counted = draft.marked and (draft.targets or draft.due) and "，" in words
        return is_encouraged(words) and not (counted and words.startswith("引导"))

    def _is_goal(self, draft: Draft) -> bool:
        """Whether a figure or date without an owner is something to reach, not a fact."""
        if self._numbered and (draft.targets or only_reaches(draft.words)):
            return True
        return (
            bool(draft.due or draft.every or self._listed or self._rule)
            or looks_ahead(draft.words)
            or _any_task(draft.words)
        )

    def _is_task(self, draft: Draft) -> bool:
        opens = _any_task(draft.words)
        if self._listed or draft.subject or draft.due:
            return opens
        return (opens and self._numbered) or (acts(draft.words) and opens)

    def _binds_in_article(self, draft: Draft) -> bool:
        if draft.forbids:
            barred = draft.words.startswith(("不得", "禁止")) or "严禁" in draft.words
            return bool(draft.subject) or (barred and _EXHORTS.search(draft.words) is None)
        timed = bool(draft.due or draft.every)
        if draft.subject and _LOCAL.search(draft.subject.owner):
            will = draft.subject.by or draft.condition or _WILL.match(behind_subject(draft)) is not None
            return timed or bool(draft.targets) or (will and acts(draft.words) and not is_slogan(behind_subject(draft)))
        return timed and bool(draft.targets) and _WIDE.search(draft.words) is None and self._is_goal(draft)


def _any_task(words: str) -> bool:
    return any(opens_as_task(clause) for clause in words.split("，"))


def behind_subject(draft: Draft) -> str:
    """The words of a unit without the subject it opens with."""
    if draft.subject and not draft.carried and draft.subject.start <= draft.start + 2:
        return draft.words[draft.subject.end - draft.start :]
    return draft.words
