//! Words of the board and of a lead.

use super::{Lang, texts};
use crate::domain::lead::Priority;

texts! {
    lead_customer: "Customer", "客户";
    lead_name: "About", "线索名称";
    lead_amount: "Amount", "金额";
    lead_currency: "Currency", "币种";
    lead_stage: "Stage", "阶段";
    lead_owner: "Owner", "负责人";
    lead_product: "Product", "产品";
    lead_closes: "Expected close", "预计成交";
    lead_closed: "Closed on", "结单日期";
    lead_odds: "Own odds", "自估赢率";
    lead_source: "Source", "来源";
    lead_next_step: "Next step", "下一步";
    lead_next_step_on: "Next step on", "下一步日期";
    lead_contacts: "Contacts", "联系人";
    lead_needs: "Needs", "需求";
    lead_complexity: "Complexity", "复杂度";
    lead_complexity_simple: "Simple", "简单";
    lead_complexity_usual: "Usual", "一般";
    lead_complexity_complex: "Complex", "复杂";
    lead_complexity_unknown: "Not said", "未填写";
    lead_priority: "Priority", "优先级";
    lead_priority_high: "High", "高";
    lead_priority_normal: "Normal", "普通";
    lead_priority_low: "Low", "低";
    lead_language: "Language", "语言";
    lead_loss_reason: "Why it was lost", "丢单原因";
    lead_note: "Notes", "备注";
    lead_created: "Created", "创建日期";
    lead_origin: "Where it came from", "数据来源";
    lead_nobody: "Nobody yet", "未分配";
    lead_no_product: "None", "无";
    leads_no_stage: "No stage", "未定阶段";

    lead_days(days: &str): "{days} d", "{days} 天";
    lead_age(days: &str): "{days} days in this stage", "在此阶段 {days} 天";
    lead_age_of(days: &str, limit: &str): "{days} days in this stage, stale after {limit}", "在此阶段 {days} 天，超过 {limit} 天视为停滞";
    lead_who_fits: "Who fits, and why not the others", "谁最合适，其他人为何不选";
    lead_age_how: "Another stage starts the days anew, and nothing else does.", "仅更换阶段会重新计算天数。";
    lead_closed_on(day: &str): "Closed {day}", "{day}结单";
    lead_no_next_step: "No next step", "未定下一步";
    lead_no_step_short: "No step", "无下一步";
    lead_step_undated(step: &str): "No day · {step}", "未定日期 · {step}";
    lead_typed_in: "Entered by hand", "手工录入";
    lead_from_row(files: &str, row: &str): "Row {row} of {files}", "第 {row} 行 · {files}";
    lead_from_unknown_file(row: &str): "An imported file, row {row}", "导入文件第 {row} 行";
    lead_amount_unclear: "This is not an amount. Write it like 120,000 or 120k.", "金额无法识别，可写成 120000 或 12万。";
    lead_odds_unclear: "Enter a whole number from 0 to 100.", "请填写 0 到 100 的整数。";

    leads_board: "Board", "看板";
    leads_search: "Customer, lead, next step", "客户、线索、下一步";
    leads_filter: "Filter", "筛选";
    leads_filter_whose: "Whose, and what", "归属与产品";
    leads_filter_state: "How far, and when it closes", "状态与成交日期";
    leads_person: "Person", "成员";
    leads_team: "Team", "团队";
    leads_everyone: "Everyone", "全部成员";
    leads_all_teams: "All teams", "全部团队";
    leads_all_products: "All products", "全部产品";
    leads_without(name: &str): "Remove the filter {name}", "取消筛选：{name}";
    leads_clear_filter: "Clear the filter", "清除筛选";
    leads_all(n: &str): "{n} leads", "{n} 条线索";
    leads_some(n: &str, m: &str): "{n} of {m} leads", "{n} / {m} 条线索";
    leads_add: "Add a lead", "新增线索";
    leads_add_to(stage: &str): "Add a lead to {stage}", "在“{stage}”新增线索";
    leads_none: "No leads yet. Import them from your CRM, or add the first one by hand.", "还没有线索。可从 CRM 导入，也可以先手工新增一条。";
    leads_import: "Import leads", "导入线索";
    leads_none_fit: "No lead fits this filter.", "没有符合筛选条件的线索。";
    leads_column_empty: "Nothing here", "暂无线索";
    leads_column(stage: &str, n: &str): "{stage}, {n} leads", "{stage}，{n} 条线索";

    leads_sum(stage: &str): "Sum of {stage}", "{stage}合计";
    leads_sum_formula: "The amounts of all leads in this column, added up. A lead without an amount adds nothing; each currency is added up by itself.", "本列所有线索的金额之和。没有金额的线索不计；不同币种分别相加。";
    leads_sum_filtered: "Only leads that fit the filter are counted.", "仅统计符合筛选条件的线索。";
    leads_with_amount: "Leads with an amount", "有金额的线索";
    leads_without_amount: "Leads without an amount", "没有金额的线索";
    leads_summed(n: &str): "{n} leads in this sum", "计入的 {n} 条线索";
    leads_fold(stage: &str): "Fold {stage}", "收起“{stage}”";
    leads_unfold(stage: &str): "Unfold {stage}", "展开“{stage}”";

    leads_move: "Move to…", "移到…";
    leads_move_what(title: &str): "Move {title} to…", "将{title}移到…";
    leads_drag_hint: "Press Space to lift the card, then choose a column with the arrow keys.", "按空格键拿起卡片，再用方向键选择列。";
    leads_lifted(title: &str): "{title} lifted. Left and right choose a column, Space drops, Escape puts it back.", "已拿起{title}。左右方向键选择列，空格键放下，Esc 键放回。";
    leads_over(stage: &str): "Over {stage}", "{stage}";
    leads_dropped(title: &str, stage: &str): "{title} is now in {stage}", "{title}已移到{stage}";
    leads_put_back(title: &str): "{title} stays where it was", "{title}未移动";

    lead_edit: "Edit", "编辑";
    lead_details: "Details", "详情";
    lead_done: "Done", "已完成";
    lead_plan: "Plan the next step", "安排下一步";
    lead_change: "Change", "修改";
    lead_changed(field: &str, from: &str, to: &str): "{field}: {from} → {to}", "{field}：{from} → {to}";
    lead_delete: "Delete this lead", "删除线索";
    lead_is_gone: "This lead has been deleted.", "这条线索已被删除。";
    lead_to_board: "Back to the board", "返回看板";
    lead_new_customer: "A new customer with this name is added.", "将以此名称新建客户。";
    lead_amount_hint: "120k and 1.2m work too", "可写 12万、1.2亿";
    lead_discard_title: "Leave without saving?", "放弃未保存的修改？";
    lead_discard_words: "What you typed here has not been saved.", "此处填写的内容尚未保存。";
    lead_discard: "Leave", "放弃";
    lead_keep_editing: "Keep editing", "继续编辑";
    lead_why_lost: "Why was it lost?", "为什么丢单？";
    lead_skip: "Skip", "跳过";
}

impl Lang {
    /// How urgent a lead is.
    pub const fn priority(self, priority: Priority) -> &'static str {
        match priority {
            Priority::High => self.lead_priority_high(),
            Priority::Normal => self.lead_priority_normal(),
            Priority::Low => self.lead_priority_low(),
        }
    }

    /// How hard a lead is: 1 simple, 2 usual, 3 complex.
    pub const fn complexity(self, grade: i64) -> &'static str {
        match grade {
            ..=1 => self.lead_complexity_simple(),
            2 => self.lead_complexity_usual(),
            3.. => self.lead_complexity_complex(),
        }
    }
}
