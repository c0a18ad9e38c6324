"""The verbs of Chinese plans: those that leave something to see, and those that only set a direction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add


def _either(words: str) -> str:
    """One of the words, the whole word first.

    Words are grouped by their first character, and those groups by sets of first
    characters and again by sets, so that a place where no word starts is left after
    one step and a word is found after a few.
    """
    by_first: dict[str, set[str]] = {}
    for word in words.split():
        by_first.setdefault(word[0], set()).add(word[1:])
    return f"(?:{_behind_sets({first: first + _rest(rests) for first, rests in sorted(by_first.items())})})"


def _behind_sets(ways: dict[str, str]) -> str:
    """The ways on by first character, behind a look at the set of these characters."""
    firsts = list(ways)
    if len(firsts) <= _GROUP:
        inner = "|".join(ways.values())
    else:
        size = max(-(-len(firsts) // _SETS), _GROUP)
        parts = (firsts[at : at + size] for at in range(0, len(firsts), size))
        inner = "|".join(_behind_sets({first: ways[first] for first in part}) for part in parts)
    return f"(?=[{''.join(firsts)}])(?:{inner})"


def _rest(endings: set[str]) -> str:
    return "(?:" + "|".join(sorted(endings, key=lambda ending: (-len(ending), ending))) + ")"


_GROUP, _SETS = 60, 8
_CONCRETE = """
动工 动土 破土 装好 铺好 备好 配好 挂好 排好 填好 修完 建完 装完 清完 查完 种完 收完 拆完 发完 开张 开机 开播 开演
开赛 开售 登榜 张榜 建成 新建 改建 扩建 改扩建 建设 修建 兴建 续建 共建 援建 开工 竣工 投用 启用 启动 开通 开放 开馆
开园 开班 开课 上线 运行 投入 投放 投运 交付 验收 完工 复工 新增 新改建 增设 增加 增配 增派 补充
设立 设置 开设 开办 成立 组建 建立 创建 创办 构建 搭建 打造 布局 布设 铺设 架设 安装 加装 配备
配齐 配置 购置 采购 采买 更新 更换 改造 升级 整修 维修 修缮 修复 维护 养护 清淤 疏浚 清理 清除
清运 拆除 拆改 整治 整改 治理 绿化 种植 造林 补植 制定 制订 出台 印发 修订 修改 起草 编制 编印
编写 编排 发布 公布 公示 公开 公告 通报 报送 报告 上报 呈报 报备 备案 汇总 提交 报市 报县 报区
形成 总结 梳理 统计 登记 建档 归档 录入 填报 更新 台账 移交 移送 交办 转办 转交 督办 办理 办结
办复 答复 回复 反馈 回访 受理 审核 审批 审查 审计 评审 评定 认定 评估 评价 考核 考评 测评 验证
核查 核实 核定 核销 核验 检查 检测 检验 抽查 抽检 抽测 巡查 巡检 巡回 暗访 督查 督导 督促 调研
走访 摸排 排查 普查 调查 监测 监管 监督 检修 演练 培训 轮训 训练 培养 培育 选派 选聘 选树 选拔
招聘 招录 招引 引进 遴选 聘请 聘任 招募 组织 举办 承办 主办 协办 举行 召开 开展 实施 推出 推行
执行 落地 实行 印制 制作 拍摄 创作 编演 演出 展出 展览 展演 巡演 巡展 送戏 播放 播出 发放 发送
拨付 拨出 安排 列入 纳入 下达 下拨 下发 兑付 兑现 支付 支出 补助 补贴 奖励 减免 资助 救助 帮扶
安置 筹集 筹措 筹建 归集 追缴 收回 收缴 收取 退还 退出 关停 关闭 取缔 停业 停止 停用 责令 处罚
查处 查办 惩处 问责 追究 约谈 处理 处置 化解 销号 消除 完成 做完 排完 办完 改完 办成 达到 达标 实现 签订 签署
签约 对接 接入 联通 接通 贯通 打通 覆盖 普及 上报 开行 增开 开辟 划定 划转 确定 明确 指定 挂牌
命名 授牌 申报 申请 争取 创成 通过 取得 获批 培强 认领 领办 包联 联系 结对 选址 征求 征集 征收
收集 采集 收购 回收 利用 投保 承担 负担 提供 配送 派送 赠送 送到 服务 接待 接收 接受 惠及 带动
解决 调整 调换 撤销 合并 整合 精简 压减 压缩 缩短 降低 减少 控制 提高 延长 延伸 扩大 扩展 增长
提升至 保留 保存 保护 保管 抢救 保障 供应 供给 储备 投资 融资 贷款 招商 出让 流转 复垦 复耕 播种
收割 存档 刊发 刊登 刊载 张贴 悬挂 标明 注明 告知 通知 送达 书面 电话 抄送 抄报 召集 主持 参加
出席 值班 值守 驻守 带班 轮流 陪餐 巡逻 巡护 看护 照护 管护 管理 运营 经营 托管 委托 授权 聘用
分解 细化 划分 分配 分发 选定 评选 推荐 推选 表彰 表扬 宣讲 讲授 授课 辅导 指导 测试 试点 试行
试运行 迁移 搬迁 腾退 征迁 安设 增殖 放流 停放 清查 清退 清零 清偿 偿还 退赔 赔偿 补偿 补缴 缴纳
缴存 查找 制止 劝阻 暂停 恢复 应急 救援 抢修 抢险 转移 撤离 疏散 报警 上传 下载 下沉 派驻 派出
选用 采用 使用 应用 启封 封闭 封存 隔离 消毒 消杀 接种 筛查 体检 诊疗 随访 建造 报到 公证 注册
注销 换发 核发 颁发 发给 出具 出资 出售 开具 开启 开发 开挖 开采 回应 回填 联合 共享 互认 联办
代办 帮办 通办 即办 办好 落实 履行 遵守 执法 亮牌 亮证 公推 试种 推介 推送 推广 集中 集聚 消化
处分 谈话 提醒 警示 曝光 通车 通水 通气 通电 供水 供电 供暖 供热 供气 并网 投产 达产 开业 入驻
入库 入统 入园 入学 落户 就业 创业 孵化 转化 转产 转型 转移支付 划拨 核减 核增 追加 结算 决算 预算
报销 验放 通关 编入 载入 写入 接续 续签 签收 承接 承办 补齐 配套 建好 修好 管好 用好 盘活 活化
置换 抵押 托育 助餐 送餐 供餐 留存 保留 留样 追溯 溯源 抽取 摇号 竞拍 招标 投标 开标 评标 中标
采编 编纂 出版 录制 直播 转播 译制 数字化 标注 标识 树立 设定 设计 规划 勘测 测绘 论证 立项 开建
封顶 运转 自查 互查 复查 复核 回头看 整理 汇编 上墙 进校园 兴办 增补 晋升 晋级 聘任 轮换 轮岗 交流
挂职 互派 值勤 执勤 会商 会审 研判 研究 审议 听取 汇报 述职 报请 请示 备勤 送检 送审 送交 缴库
返还 拨入 承诺 保证 支付 给予 予以 依法 停产 停工 停课 停运 撤除 没收 吊销 扣减 扣除 取消 列支
计入 记入 扣分 加分 兑换 领取 申领 发出 分派 派单 接单 点单 评单 预约 登录 查询 免费 减收 免收
管控 协作 评议 跟踪 赶到 到达 响应 发现 收治 放映 驻村 住村 蹲点 入户 讲课 上门 办证 开箱 闭馆 闭园 打扫 清扫
保洁 喷洒 护送 陪护 巡诊 追回 追讨 退缴 清缴
硬化 亮化 美化 疏通 加固 翻修 翻新 重建 迁建 扩容 提标 增容 栽植 栽种 补栽 育苗 护林 防火 抽水 调水 排涝 灌溉 清洗
清掏 冲洗 抄表 检漏 堵漏 转运 运送 派发 配发 捐赠 募集 租赁 租用 购买 订购 征订 订阅 撰写 策划 筹办 筹备 展播 核对 核算
测算 校验 盘点 清点 入账 认证 授予 授牌 摘牌 撤并 并入 划归 录用 录取 招考 定岗 编班 排课 家访 听课 观摩 教研 支教 补课
会诊 查房 坐诊 出诊 接诊 采样 化验 接访 下访 约访 调度 督战 包抓 包保 包案 讨论 座谈 调解 起诉 立案 侦办 取证 销毁 填埋
安检 售票 疏导 引流 限流 布控 出动 洒水 除雪 抢通 劝导 预警 预报 播报 公证 签发 批复 准予 讲党课
义诊 诊治 送医 送书 送课 揭牌 复训 竞赛 比武 评比 点评 晾晒 慰问 值岗 上岗 编发 推送 寄送 留痕 造册 报名 归还
加固 腾出 清洗 清掏 冲洗 疏通 粉刷 亮化 硬化 翻修 翻新 检修 除险 修剪 运送 调运 采样 取样 送样 化验 通风 擦洗 录用 招收
出工 打理 动工 开张 装好 添置 记账 摸清 报废 留观 理赔 外借 借阅 导览 招生 转诊 罚款 签约服务 推开 上架 下架 到场
"""

#: A direction: only the object shows whether there is something to check.
_GENERAL = """
推进 推动 加快 加强 强化 深化 优化 完善 健全 提升 提高 促进 做好 抓好 做优 做强 做大 做实 做细
壮大 发展 拓展 拓宽 扩大 丰富 巩固 维持 保持 坚持 弘扬 传承 增强 改善 改进 规范 严格 严肃 加大
加力 支持 扶持 引导 鼓励 倡导 统筹 协调 协同 配合 协助 参与 注重 重视 关注 把握 聚焦 突出 牢固
树立 营造 激发 激活 发挥 放大 凝聚 汇聚 畅通 夯实 筑牢 守牢 守住 压实 压紧 扛牢 履行 担当 防止
防范 杜绝 避免 反对 力戒 克服 纠正 纠治 挖掘 探索 创新 实干 服务 引领 赋能 助力 带头 培树 擦亮
唱响 讲好 办好 用活 抓实 抓细 抓紧 盯紧 紧盯 紧扣 立足 着力 致力 贯彻 学习 领会 理解 认识 提振
稳定 稳住 稳妥 扩面 提质 增效 提档 升级 繁荣 振兴 释放 形成 塑造 彰显 展现 构筑 筑造 织密 织牢
兜牢 兜住 保障 确保 力争 争创 争当 奋力 全力 分级 分类 分层 分步 汲取 绷紧 密切 认真 切实 结合
细化 优先 重点 持续 常态化 开创 谱写 深入 坚决 打击 严打 严防 严控 严查 紧抓 狠抓 扎实 有序 大力 下降 上升 回升
翻番 翻一番 突破 超过
"""

#: Words between subject and verb.
_ADVERBS = """
携手 联手 日前 近日 昨日
同步 定期 不定期 及时 随时 适时 分别 共同 统一 逐一 逐级 逐步 逐项 逐家 逐个 逐户 主动 积极 认真
切实 严格 严肃 加快 全面 全力 着力 大力 具体 牵头 负责 会同 联合 协同 配合 协助 各自 按时 按期
按照 依照 依据 根据 结合 通过 依托 围绕 利用 采取 常态化 持续 长期 坚持 全程 全天 优先 重点 集中
深入 扎实 有序 稳步 至少 原则上 立即 尽快 抓紧 率先 带头 亲自 独立 自行 直接 不断 进一步 继续 另行
轮流 免费 依法 首次 再 均 也 还 拟 计划 力争 确保 争取 务必 必须 应当 可以 不得 不再 严禁 禁止
具有 设有 作为 除 因 凡 遇 用 向 报 送 给 到 以 为 与
"""

CONCRETE = _either(_CONCRETE)
GENERAL = _either(_GENERAL)
ADVERBS = _either(_ADVERBS)
VERBS = _either(_CONCRETE + _GENERAL)

_FIRST_TWO = frozenset(word[:2] for word in (_CONCRETE + _GENERAL).split()) | {"拿出", "设在"}
_CONCRETE_TWO = frozenset(word[:2] for word in _CONCRETE.split())
_WITH_NUMBER = re.compile(r"[建设送办做抓种修配招评发购](?=[^，]*\d)")


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether a verb stands in ``text[start:end]``; one character is a verb only where a number follows."""
    words = text[start:end]
    return not _FIRST_TWO.isdisjoint(_pairs(words)) or _WITH_NUMBER.search(words) is not None


def opens_with_verb(text: str, start: int) -> bool:
    """Whether a verb opens the words from ``start`` on."""
    return text[start : start + 2] in _FIRST_TWO


def has_concrete_verb(text: str) -> bool:
    """Whether a verb whose result can be seen stands in the text."""
    return not _CONCRETE_TWO.isdisjoint(_pairs(text))


def _pairs(text: str) -> Iterator[str]:
    """Each character with the next; made and looked up without a step of Python for each."""
    return map(add, text, text[1:])
