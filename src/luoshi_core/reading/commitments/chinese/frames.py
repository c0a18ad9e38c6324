"""Sentences that promise nothing themselves: a document's frame, and what others said.

The patterns start with literal characters wherever they can, so that a search
passes over a sentence without trying them at every place.
"""

from __future__ import annotations

import re

_KINDS = [
    "办法",
    "规定",
    "条例",
    "细则",
    "方案",
    "通知",
    "意见",
    "标准",
    "制度",
    "规则",
    "规范",
    "公约",
    "要点",
    "计划",
    "纪要",
    "清单",
    "责任书",
    "协议",
]
_ANNOUNCED = [
    "通知",
    "通报",
    "公告",
    "纪要",
    "报告",
    "函告",
    "意见",
    "方案",
    "要求",
    "安排",
    "明确",
    "分工",
    "规定",
    "公布",
    "说明",
    "答复",
    "决定",
]
_THIS = f"本(?:{'|'.join(_KINDS)})[^，。]{{0,6}}?"

#: How the document came about, what it repeals, what its words mean, who reads it.
_FRAME = re.compile(
    "|".join(f"{kind}如下" for kind in _ANNOUNCED)
    + r"|制定(?:如下|以下)|现提出[^，。]*(?:如下|以下)|现制定[^，。]*(?:如下|以下)|现就[^，。]*(?:如下|以下)"
    r"|现将[^，。]*(?:如下|以下|印发)"
    r"|如下(?:实施)?(?:意见|方案|规划|措施|通知|清单|要点|计划)|以下(?:实施)?(?:意见|方案|规划|通知)"
    r"|制定本|签订本|特制[定订]|印发给你们|现予(?:印发|公布|发布)|特此(?:通知|公告|函|报告|批复)|收悉"
    rf"|{_THIS}(?:自[^，。]{{2,24}}起(?:施行|实施|执行|生效|试行)|有效期|由[^，。]{{2,30}}负责解释|所称|所指"
    rf"|适用于|一式)"
    r"|自(?:发布|公布|印发|颁布|签订|签字)之日起(?:施行|实施|执行|生效)|同时废止|予以废止|停止执行"
    r"|有效期[为至\d]|负责解释|是指|(?:状态|类型|类别|等级|等次|进度|颜色|级别)分(?:为|成)?[^，。]{2,40}[类种档级色等]$"
    r"|本[^，。]{1,6}所称|适用本|答记者问|会议还研究|(?<![月度周年期])主持召开(?!(?:了|过)?[一两二三四1-4]次|不少于|至少)|经[^，。]{2,14}(?:同意|批准|研究)，?(?:决定|现)"
    r"|(?:以下|下列)[^，。；\d]{0,8}(?:工作|任务|事项|措施|要求)：?$|参照本[^，。；]{1,8}(?:执行|实施|办理)$"
    r"|(?:做法|经验)(?:值得|可资|令人|告诉|表明|启示)"
    r"|请(?:你们)?(?:认真)?(?:结合(?:工作|本地|本单位)?[^，。]{0,8}实际，?)?(?:认真)?(?:遵照|贯彻|抓好|组织"
    r"|抓紧)[^，。]{0,6}(?:执行|落实|实施)$"
)
_FRAME_OPENS = re.compile(
    r"(?:据[^，]{0,12}预[报测警]|预计|预报|受[^，]{1,14}影响)(?![^。]*(?:[局委办站所]|各[县市区乡镇村部单]|必须|严禁|不得))"
    r"[^。]*?(?:降[雨水雪]|雨量|[暴大中]雨|强对流|台风|寒潮|高温|大风|气温|风力|冷空气|冰冻)"
    r"|让我们|(?:要)?(?:实现|完成|达到)(?:这些|上述|以上|这一|既定|全年)(?:目标|任务)(?:任务)?，[^。\d]*(?:需要|离不开|关键|付出|拿出|努力|奋斗|拼搏|苦干|实干)[^。\d]*$"
    r"|请[^，。]{0,12}(?:贯彻|遵照)执行|(?:注|备注|说明|附|附件|附表|抄送|联系人|联系电话)[：:0-9１-９]"
    r"|(?:衷心|诚挚)?感谢|(?:督[查导](?:内容|方式|重点)|(?:督[查导]|检查|巡查|抽查|评估|调研)(?:范围|对象|时间))[：:]"
    r"|据(?!悉|了解)[^，]{0,16}(?:预测|统计|监测|测算|调查|显示|反映)|(?:会议)?(?:听取|审议|传达学习|研究)了"
    r"|(?:出席|列席|参加|记录|主持|分送|参会|缺席|请假)[：:]|为[^。]*?(?:决定|研究)(?:在|对|于|从|自|开展|成立|组织)"
)
#: What _FRAME_OPENS starts with.
_OPENS_FRAME = frozenset("让要为主会传出分列参受听备完实审巡感抄抽据检注督研缺联衷记评诚说请调达附预")

_SAYS = re.compile(
    r"指出|强调|批示|指示|提出|要求|明确|规定|讲|说|部署|号召|认为|建议|呼吁|有句|常言|古人|俗话|明代|古语"
    r"|反映|写道|表示|希望"
)
_SPEAKER = (
    r"(?:总书记|书记|总理|主席|省长|市长|县长|区长|部长|主任|领导|同志|会议|全会|大会|国务院|中央|党中央|省[委里政]"
    r"|省[^，。]{0,12}?(?:办公?厅?|厅|文件|意见|方案|规划|通知|部署)|国家[^，。]{0,10}|上级|市委|市政府|县委"
    r"|报告|意见|方案|规划|文件|条例|法》|》|通知|老支书|专家|学者)"
)
_REPORTED = re.compile(
    rf"{_SPEAKER}[^，。；]{{0,22}}?(?:指出|强调|批示|指示|提出|要求|明确|规定|讲|说|部署|号召|认为|建议"
    rf"|呼吁)[^，。；]{{0,8}}(?:，|：|“|$)"
    r"|(?:来[信电]人?|村民|市民|居民|群众|家长|网友|读者|业主代表|信中|大爷|大妈|老人)[^，。；]{0,12}"
    r"(?:反映|写道|表示|希望|说)(?:，|：|“)"
    r"|[省市县区镇乡]里[^，。；]{0,10}(?:要求|强调|部署|明确|提出)"
    r"|^(?!会议|落实|执行|贯彻)[^，。；：“要应须将]{2,24}(?:要求|强调|指出|认为|建议|呼吁)(?:，|：|“)|有句|常言"
    r"|古人|俗话|明代|古语"
    r"|传达(?:学习)?了[^。；]*?，(?:上级|[省市县区镇乡][^，。；]{0,6}?)(?:要求|强调|提出|明确)"
)
_IN_LINE_WITH = re.compile(
    r"(?:严格)?(?:按照?|根据|依据?|依照|遵照|落实|执行|对照|围绕|贯彻|结合|符合|参照|经|针对|关于|就|您|感谢)"
)
_OWN_MEETING = re.compile(r"会议(?:要求|强调|指出|认为)")
_DECIDES = re.compile(r"(?:会议|会上)?(?:议定|决定|明确|同意|原则同意|确定)")


def is_frame(words: str) -> bool:
    """Whether a sentence belongs to the frame of the document, not to what it asks for."""
    return _FRAME.search(words) is not None or (words[:1] in _OPENS_FRAME and _FRAME_OPENS.match(words) is not None)


def is_reported(words: str) -> bool:
    """Whether the words are a leader's, a meeting's or a document's from above."""
    if _SAYS.search(words) is None:
        return False
    match = _REPORTED.search(words)
    if match is None or _DECIDES.match(words) or _OWN_MEETING.match(words):
        return False
    clause = words[max(words.rfind("，", 0, match.start()), words.rfind("；", 0, match.start())) + 1 :]
    return _IN_LINE_WITH.match(clause) is None


def is_urged(words: str) -> bool:
    """Whether the meeting that the document records only urges (会议强调, 会议要求)."""
    return words.startswith("会议") and _OWN_MEETING.match(words) is not None
