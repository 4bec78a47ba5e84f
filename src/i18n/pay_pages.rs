//! Words of the pay pages: plans and periods, statements, what if, replay.

use super::texts;

texts! {
    more_pay: "Plans, statements, what if", "方案、明细与试算";
    pay_private: "Pay is private: show a statement only to the person it is for.", "提成属于个人隐私，请仅向本人展示。";
    pay_empty: "No commission plan yet. Make one: it is checked before anybody is paid by it.", "还没有提成方案。新建后会先检查再用于结算。";
    pay_new: "New plan", "新建方案";
    pay_edit: "Edit", "编辑";
    pay_statements: "Statements", "提成明细";
    pay_statements_of(name: &str): "Statements by {name}", "{name}的提成明细";
    pay_replay: "Replay", "历史回放";
    pay_draft: "Draft", "草稿";
    pay_published(day: &str): "Published {day}", "{day} 发布";
    pay_people(count: &str): "{count} people", "{count} 人";
    pay_unreadable: "This plan was written by a newer version and cannot be read here.", "该方案由更新版本创建，此处无法读取。";
    pay_whom: "Whom it pays", "适用人员";
    pay_save_draft: "Save as draft", "存为草稿";
    pay_publish: "Publish", "发布";
    pay_save_published: "Save the published plan", "保存已发布的方案";
    pay_delete: "Delete the plan", "删除方案";
    pay_in_words: "In words", "方案说明";
    pay_check: "Check", "检查";

    pay_total(amount: &str): "{amount} in all", "合计 {amount}";
    pay_person: "Person", "人员";
    pay_sold: "Sold", "业绩";
    pay_payout: "Payout", "提成";
    pay_state: "State", "状态";
    pay_state_open: "Open", "未结算";
    pay_state_closed(day: &str): "Closed {day}", "{day} 结算";
    pay_state_differs(amount: &str): "Closed; would be {amount} today", "已结算；按现有数据应为 {amount}";
    pay_close(period: &str): "Close {period}", "结算 {period}";
    pay_closing_note: "Closing keeps the statements as they are. What changes later comes as a correction with a reason.", "结算后明细保持不变，之后的变化以更正形式补发并注明原因。";
    pay_earlier: "Earlier period", "上一期";
    pay_later: "Later period", "下一期";
    pay_budget(accrued: &str, low: &str, middle: &str, high: &str, draws: &str): "Accrued {accrued}. The end of the period was simulated {draws} times, each open deal won whole or not at all by its odds: in half of them it costs up to {middle}, in eight of ten from {low} to {high}.", "已计提 {accrued}。本期结局模拟 {draws} 次，进行中的商机按各自赢单概率整单计入：半数情况下成本不超过 {middle}，八成在 {low} 到 {high} 之间。";
    pay_accrued(accrued: &str): "Accrued {accrued}.", "已计提 {accrued}。";

    statement_title(name: &str, period: &str): "{name}, {period}", "{name} {period}";
    statement_by(plan: &str): "By the plan {plan}", "方案：{plan}";
    statement_deal: "Deal", "商机";
    statement_step: "Step", "步骤";
    statement_base: "Base", "基数";
    statement_rate: "Rate", "比例";
    statement_amount: "Amount", "金额";
    statement_sum: "Payout", "应付";
    statement_none: "Nothing is paid in this period.", "本期没有应付。";
    statement_print: "Print", "打印";
    statement_file: "File for the rep", "导出给本人";
    statement_saved(name: &str): "{name} is ready. It opens without a network and checks its own figures.", "{name} 已生成，可离线打开并自行核对。";
    statement_not_saved: "The file could not be saved. Tap again.", "文件未能保存，请再试一次。";
    statement_differs(was: &str, now: &str): "Paid {was}; by what is known today it would be {now}.", "已付 {was}，按现有数据应为 {now}。";
    statement_reason: "Why it is corrected", "更正原因";
    statement_correct: "Correct with the next period", "下期更正";
    statement_corrections: "Corrections", "更正";
    statement_correction(amount: &str, day: &str, reason: &str): "{amount} on {day}: {reason}", "{day} 更正 {amount}：{reason}";
    statement_ask: "Ask or change", "异议或修改";
    statement_ask_about(line: &str): "Ask or change: {line}", "异议或修改：{line}";
    statement_question: "What is not right", "哪里不对";
    statement_answer: "Answer", "答复";
    statement_keep: "Keep", "保存";
    statement_questions: "Questions and answers", "异议与答复";
    statement_asked(line: &str, question: &str): "{line}: {question}", "{line}：{question}";
    statement_open: "Not answered yet", "尚未答复";
    statement_what_if: "What if", "试算";
    statement_deal_edit: "Margin, split, paid, cancelled", "毛利、分成、回款与取消";
    statement_paid: "The customer paid on", "回款日期";
    statement_cancelled: "Cancelled on", "取消日期";
    statement_partner: "Shared with", "与谁分成";
    statement_nobody: "Nobody", "无";
    statement_partner_share: "Their share in %", "对方比例（%）";

    statement_margin: "Margin of the deal", "商机毛利";
    pay_own_note: "Your statements, the latest first. Nobody else sees them here, and you see nobody else's.", "您的提成明细，最新的在前。他人的明细不会在此显示。";
    pay_own_none: "There is no statement yet. It appears once a plan for you is published.", "尚无提成明细，面向您的方案发布后即会显示。";
    pay_own_all: "All my statements", "我的全部明细";
    pay_deal_title: "Pay details of the deal", "商机的提成信息";
    pay_deal_saved: "Kept. Statements of open periods go by it at once.", "已保存，未结算周期的明细立即据此计算。";
    pay_deal_gone: "This deal has been deleted.", "该商机已被删除。";
    pay_version: "New version", "新建版本";
    pay_version_from: "First day of the new version", "新版本起始日";
    pay_version_note: "Periods are closed by this plan, so it stays as it is. Make a new version for what changes from a day on; what is owed, kept back and sold in the year is carried over.", "已有周期按该方案结算，方案不再修改。如需调整，请新建自某日起生效的版本，欠款、暂扣和本年业绩将自动结转。";
    pay_version_name(name: &str, day: &str): "{name} from {day}", "{name}（{day} 起）";
    pay_overlap(names: &str, other: &str): "Also paid by {other} in the same time: {names}. Both plans pay their deals.", "同一时间还按“{other}”结算：{names}，两份方案都会计算其商机。";

    file_heading: "Statement of pay", "提成明细";
    file_checked(count: &str): "Recomputed here: all {count} deal lines and the sum agree.", "已在本页重新计算：{count} 笔商机与合计均一致。";
    file_wrong: "Recomputed here: something does not agree. The lines are marked.", "本页重新计算结果不一致，相关行已标出。";
    file_waiting: "To check the figures, open this file in a browser.", "请在浏览器中打开本文件以核对。";
    file_rule: "What a deal earns is base × rate, rounded once to the smallest unit, halves up; deals of one day that cross a tier together are rounded together. The payout is the sum of the lines.", "每笔提成为基数 × 比例，四舍五入到最小货币单位一次；同一天共同跨档的商机合并舍入。应付为各行之和。";

    what_if_title(name: &str): "What if: {name}", "试算：{name}";
    what_if_now: "Now", "目前";
    what_if_more(amount: &str): "{amount} more", "增加 {amount}";
    what_if_less(amount: &str): "{amount} less", "减少 {amount}";
    what_if_pick: "Open deals that could be won in the period", "本期可能赢单的商机";
    what_if_none: "There is no open deal to try. Enter one under Leads, with its amount.", "没有可试算的进行中商机，请先在“商机”中录入并填写金额。";
    what_if_own(own: &str, rest: &str): "{own} from the deals themselves, {rest} because a higher tier, a bonus or a threshold is reached.", "商机本身带来 {own}，升档、奖金或达到门槛带来 {rest}。";
    what_if_next(at: &str, left: &str): "The next step is at {at}: {left} more.", "下一档为 {at}，还差 {left}。";
    what_if_top: "The highest step is reached.", "已达最高档。";
    what_if_amount(name: &str): "Amount of {name}", "{name}的金额";
    what_if_tick(name: &str): "Win {name}", "赢下{name}";

    replay_title(name: &str): "Replay of {name}", "回放：{name}";
    replay_now: "Paid by published plans", "按已发布方案";
    replay_then: "By this plan", "按本方案";
    replay_change: "Change", "变化";
    replay_sentence(then: &str, now: &str, winners: &str, losers: &str): "The last year would have cost {then} in place of {now}. {winners} people gain, {losers} lose.", "过去一年成本为 {then}（原为 {now}）。{winners} 人增加，{losers} 人减少。";
    replay_sensitivity(part: &str, amount: &str): "With every deal {part} larger it would cost {amount}.", "若每单金额增加 {part}，成本为 {amount}。";
    replay_left_out(people: &str): "Left out, on both sides, for want of a quota that a plan goes by: {people}. Set it under Goals.", "以下人员缺少方案所依据的目标，两边均未计入：{people}。请在“目标”中设定。";
    replay_not_compared(names: &str): "Not compared, because they pay in another currency or once for all: {names}. What people are paid by them is missing on the left.", "以下方案因币种不同或一次性结算而未纳入比较：{names}，左侧金额不含其提成。";
    replay_lacks(name: &str, period: &str): "{name} ({period})", "{name}（{period}）";
    pay_all: "All plans", "全部方案";
    replay_span(first: &str, last: &str): "From {first} to {last}, deal by deal.", "{first} 至 {last}，逐单计算。";
    part_over_period: "Period", "本期";
}
