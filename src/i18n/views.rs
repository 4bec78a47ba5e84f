//! Words of the ways to look at leads: table, lanes, saved views; and of changing many at once.

use super::{Lang, texts};
use crate::domain::pipeline::Outcome;

texts! {
    list_semicolon: "; ", "；";
    full_stop: ".", "。";

    leads_deleted: "Deleted", "已删除";
    leads_no_source: "No source", "来源未知";
    leads_all_sources: "All sources", "全部来源";
    leads_no_tag: "No tag", "无标签";
    leads_all_tags: "All tags", "全部标签";
    leads_tags_hint: "Each further tag narrows it: a lead must have all of them.", "可多选：线索需含全部所选标签。";
    leads_all_priorities: "All priorities", "全部优先级";
    leads_all_outcomes: "Open and closed", "全部结果";
    leads_outcome: "Outcome", "结果";
    leads_closes_undated: "No expected close", "无预计成交日期";
    leads_closes_from(day: &str): "Close from {day}", "{day}起成交";
    leads_closes_to(day: &str): "Close by {day}", "{day}前成交（含）";
    leads_closes_within(first: &str, last: &str): "Close {first} to {last}", "{first}至{last}成交";
    leads_undated_left(n: &str): "Leads without an expected close, not shown here: {n}.", "另有 {n} 条线索未填预计成交日期，未在此显示。";
    leads_undated_show: "Show these", "查看这些线索";
    leads_closes_first: "Expected close from", "预计成交从";
    leads_closes_last: "Expected close until", "预计成交至";
    leads_open: "Open", "进行中";
    leads_won: "Won", "赢单";
    leads_lost: "Lost", "输单";
    leads_of_priority(priority: &str): "{priority} priority", "{priority}优先级";
    leads_gone(what: &str): "This view asks for something that has been deleted ({what}), so it shows no leads.", "此视图的筛选条件（{what}）已被删除，因此没有线索可显示。";
    leads_show_rest: "Show without it", "去掉此条件";
    leads_view_gone: "This saved view has been deleted. All leads are shown.", "该视图已被删除，现显示全部线索。";

    leads_display: "Display", "显示";
    leads_as_board: "Board", "看板";
    leads_as_table: "Table", "表格";
    leads_lanes: "Lanes", "泳道";
    leads_no_lanes: "None", "不分泳道";
    leads_to_lane: "To another lane", "移到其他泳道";
    leads_columns: "Columns", "列";
    leads_column_up(column: &str): "Move {column} to the left", "{column}左移";
    leads_usual_columns: "Usual columns", "恢复默认列";
    leads_lane(lane: &str, n: &str): "{lane}, {n} leads", "{lane}，{n} 条线索";
    leads_cell(lane: &str, stage: &str, n: &str): "{lane}, {stage}, {n} leads", "{lane}，{stage}，{n} 条线索";
    leads_in_lane(stage: &str, lane: &str): "{stage}, {lane}", "{stage}，{lane}";
    leads_sum_lane_formula: "The amounts of all leads in this lane, added up. A lead without an amount adds nothing; each currency is added up by itself.", "本泳道所有线索的金额之和。没有金额的线索不计；不同币种分别相加。";
    leads_sums(n: &str, sums: &str): "{n} leads · {sums}", "{n} 条线索 · {sums}";
    leads_by_currency: "Amounts are sorted within each currency; currencies are not compared.", "金额按币种分别排序，不同币种不作比较。";

    leads_views: "Views", "视图";
    view_changed(name: &str): "{name}, changed", "{name}（已修改）";
    view_all: "All leads", "全部线索";
    view_save: "Save what is shown as a view", "将当前显示存为视图";
    view_update(name: &str): "Update {name} to what is shown", "将“{name}”更新为当前显示";
    view_rename(name: &str): "Rename {name}", "重命名“{name}”";
    view_delete(name: &str): "Delete {name}", "删除“{name}”";
    view_name: "Name of the view", "视图名称";
    view_name_hint: "It keeps the filter, the lanes or the table, its columns and its order.", "视图保存筛选条件、泳道或表格、列以及排序。";

    leads_one: "1 lead", "1 条线索";
    bulk_select: "Select", "多选";
    bulk_selected(leads: &str): "{leads} selected", "已选 {leads}";
    bulk_all(n: &str): "Select all {n}", "全选 {n} 条";
    bulk_none: "Select none", "取消选择";
    bulk_change: "Change", "修改";
    bulk_delete: "Delete", "删除";
    bulk_done: "Done", "完成";
    bulk_title(field: &str, leads: &str): "{field} of {leads}", "修改 {leads}的{field}";
    bulk_choose: "Choose what they shall be.", "请选择要改成什么。";
    bulk_changes(n: &str, all: &str): "{n} of {all} change", "{all} 条中将修改 {n} 条";
    bulk_alike(n: &str): "{n} have it already", "{n} 条无需修改";
    bulk_alike_one: "1 has it already", "1 条无需修改";
    bulk_closed(n: &str): "{n} closed, and its day stays", "{n} 条已结单，日期不变";
    bulk_lines(n: &str): "{n} with several products, to be changed one by one", "{n} 条含多个产品，需逐条修改";
    bulk_apply(leads: &str): "Change {leads}", "修改 {leads}";
    bulk_choice: "Choose", "请选择";
    bulk_delete_title(leads: &str): "Delete {leads}?", "删除 {leads}？";
    bulk_delete_words: "Their history is kept. You can undo this in one step.", "历史记录会保留，可一步撤销。";
    bulk_delete_apply(leads: &str): "Delete {leads}", "删除 {leads}";
    bulk_reason_for_all: "One reason for all of them; you can leave it out.", "所有线索使用同一原因，可以不填。";
    bulk_source_hint: "Empty takes the source away.", "留空则清除来源。";
    bulk_closes_hint: "Empty takes the day away.", "留空则清除日期。";
    bulk_table_hint: "Space selects a row; with Shift, the arrow keys select several.", "空格键选择一行，按住 Shift 用方向键可选择多行。";
}

impl Lang {
    /// How leads ended, or that they did not.
    pub const fn leads_outcome_of(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Open => self.leads_open(),
            Outcome::Won => self.leads_won(),
            Outcome::Lost => self.leads_lost(),
        }
    }

    /// So many leads; `written` is the number as it is shown.
    pub fn leads_of_number(self, n: usize, written: &str) -> String {
        if n == 1 { self.leads_one().to_owned() } else { self.leads_all(written) }
    }
}
