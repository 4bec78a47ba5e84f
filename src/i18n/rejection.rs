//! Why something was refused, in words: what is wrong and what to do.

use super::texts;

texts! {
    lead_gone: "This lead has been deleted. Open the board again.", "这条线索已被删除，请重新打开看板。";
    person_gone: "This person has been deleted. Choose somebody else.", "此人已被删除，请另选一人。";
    team_gone: "This team has been deleted. Choose another.", "该团队已被删除，请另选一个。";
    absence_gone: "This absence has been deleted already.", "这条缺勤记录已被删除。";
    stage_gone: "This stage has been deleted. Choose another.", "该阶段已被删除，请另选一个。";
    customer_gone: "One of the two is not there any more. Open the list again.", "其中一个已不存在，请重新打开列表。";
    competitor_gone: "This competitor has been deleted already.", "该竞争对手已被删除。";
    loss_reasons_none: "Keep at least one reason.", "请至少保留一个原因。";
    name_missing: "Enter a name.", "请填写名称。";
    lead_unnamed: "Enter what it is about, or choose a customer.", "请填写线索名称或选择客户。";
    name_taken(name: &str): "“{name}” is there already. Choose another name.", "“{name}”已存在，请换一个名称。";
    amount_negative: "The amount is below zero. Enter zero or more.", "金额小于零，请填写零或更大的数。";
    odds_out_of_range(odds: i64): "{odds}% is not possible. Enter 0 to 100.", "{odds}%不在范围内，请填写 0 到 100。";
    days_reversed(first: &str, last: &str): "The first day, {first}, is after the last, {last}. Change one of them.", "开始日期{first}晚于结束日期{last}，请修改其中之一。";
    absence_incomplete: "Choose a person and enter the first and the last day.", "请选择人员，并填写开始和结束日期。";
    capacity_negative: "Nobody can take fewer than no leads. Enter zero or more, or leave it empty.", "可跟进数量不能小于零，请填写零或更大的数，或留空。";
    fiscal_month_out_of_range(month: i64): "There is no month {month}. Choose 1 to 12.", "没有{month}月，请选择 1 到 12。";
}
