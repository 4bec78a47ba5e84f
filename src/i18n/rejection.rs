//! Why something was refused, in words: what is wrong and what to do.

use super::texts;

texts! {
    lead_gone: "This lead has been deleted. Open the board again.", "这条线索已被删除，请重新打开看板。";
    person_has_quotas(name: &str, months: &str): "{name} has quotas in the quota grid (months: {months}), and the totals of company and team would change with them. Enter a last day for {name} instead, or set these quotas to zero first.", "{name}在目标分解表中有目标（{months} 个月），删除会改变全公司和团队的合计。请改为填写{name}的最后工作日，或先将这些目标清零。";
    person_gone: "This person has been deleted. Choose somebody else.", "此人已被删除，请另选一人。";
    team_gone: "This team has been deleted. Choose another.", "该团队已被删除，请另选一个。";
    absence_gone: "This absence has been deleted already.", "这条缺勤记录已被删除。";
    stage_gone: "This stage has been deleted. Choose another.", "该阶段已被删除，请另选一个。";
    pipeline_gone: "This pipeline has been deleted. Choose another.", "该销售流程已被删除，请另选一个。";
    pipeline_last: "This is the only pipeline, so it stays. Add another first.", "这是唯一的销售流程，不能删除。请先新增一个。";
    stage_last_open: "A pipeline needs a stage where leads begin, and this is the last. Add another open stage first.", "销售流程至少要有一个进行中的阶段，这是最后一个。请先新增一个。";
    stage_last_won: "A pipeline needs a stage for won leads, and this is the last. Add another won stage first.", "销售流程至少要有一个赢单阶段，这是最后一个。请先新增一个。";
    stage_last_lost: "A pipeline needs a stage for lost leads, and this is the last. Add another lost stage first.", "销售流程至少要有一个输单阶段，这是最后一个。请先新增一个。";
    leads_in_the_way(count: &str): "Leads still in it: {count}. Choose the stage they go to.", "其中还有 {count} 条线索，请选择要移到的阶段。";
    stage_not_offered: "The leads cannot go to this stage. Choose another.", "线索不能移到该阶段，请另选一个。";
    number_negative(number: i64): "{number} is below zero. Enter zero or more.", "{number}小于零，请填写零或更大的数。";
    lead_taken(name: &str): "{name} works on this lead already. Return it to the pool first.", "{name}正在跟进这条线索，请先退回线索池。";
    lead_in_pool: "This lead is in the pool already.", "这条线索已在线索池中。";
    lead_is_closed: "This lead is closed. Move it to an open stage first.", "这条线索已结单，请先移到进行中的阶段。";
    reason_missing: "Enter why the lead goes back to the pool.", "请填写退回线索池的原因。";
    not_due_back(name: &str): "{name} is not due back. Look at the list again.", "{name}尚未到收回日期，请重新查看列表。";
    rate_incomplete: "Enter a currency, a day and a rate above zero.", "请填写币种、日期和大于零的汇率。";
    rate_of_home(code: &str): "{code} is the team's own currency and needs no rate. Choose another.", "{code}是本位币，不需要汇率，请另选币种。";
    rate_gone: "This rate has been deleted already.", "该汇率已被删除。";
    customer_gone: "One of the two is not there any more. Open the list again.", "其中一个已不存在，请重新打开列表。";
    parent_below(name: &str): "{name} cannot be the parent company: it is this customer, or belongs to it. Choose another.", "{name}是该客户本身或其下级，不能作为上级公司，请另选一个。";
    competitor_gone: "This competitor has been deleted already.", "该竞争对手已被删除。";
    loss_reasons_none: "Keep at least one reason.", "请至少保留一个原因。";
    product_gone: "This product has been deleted. Choose another.", "该产品已被删除，请另选一个。";
    view_gone: "This view has been deleted. Choose another.", "该视图已被删除，请另选一个。";
    name_missing: "Enter a name.", "请填写名称。";
    lead_unnamed: "Enter what it is about, or choose a customer.", "请填写线索名称或选择客户。";
    name_taken(name: &str): "“{name}” is there already. Choose another name.", "“{name}”已存在，请换一个名称。";
    amount_negative: "The amount is below zero. Enter zero or more.", "金额小于零，请填写零或更大的数。";
    odds_out_of_range(odds: i64): "{odds}% is not possible. Enter 0 to 100.", "{odds}%不在范围内，请填写 0 到 100。";
    days_reversed(first: &str, last: &str): "The first day, {first}, is after the last, {last}. Change one of them.", "开始日期{first}晚于结束日期{last}，请修改其中之一。";
    absence_incomplete: "Choose a person and enter the first and the last day.", "请选择人员，并填写开始和结束日期。";
    capacity_negative: "Nobody can take fewer than no leads. Enter zero or more, or leave it empty.", "可跟进数量不能小于零，请填写零或更大的数，或留空。";
    activity_gone: "This activity has been deleted already.", "这条跟进已被删除。";
    contact_gone: "This contact has been deleted already.", "该联系人已被删除。";
    task_gone: "This has been done or deleted already.", "这一项已完成或已被删除。";
    activity_of_nothing: "An activity needs a lead or a customer. This one is not there any more.", "跟进需要对应线索或客户，而它已不存在。";
    activity_without_day: "Enter the day.", "请填写日期。";
    done_ahead(day: &str): "{day} lies ahead, so it cannot be done yet. Choose “Planned”, or another day.", "{day}还没到，不能记为已完成。请选“计划”，或换一个日期。";
    time_out_of_range: "Enter a time from 00:00 to 23:59, or leave it empty.", "请填写 00:00 到 23:59 的时间，或留空。";
    rhythm_out_of_range: "Enter a rhythm of 1 to 366 working days.", "跟进周期请填写 1 到 366 个工作日。";
    indicator_gone: "This indicator has been deleted. Choose another.", "该指标已被删除，请另选一个。";
    indicator_name_with_signs: "A name has no square brackets and no quotation marks. Take them out.", "名称中不能有方括号和引号，请去掉。";
    formula_wrong: "The formula cannot be computed. Mend what is marked in it.", "公式无法计算，请修改其中标出的部分。";
    indicator_circle(name: &str): "{name} would use itself, directly or through others. Use another indicator.", "{name}会直接或间接引用自身，请改用其他指标。";
    indicator_has_goals(name: &str, count: &str): "{name} has goals: {count}. Take those away first.", "{name}还有 {count} 个目标，请先删除这些目标。";
    indicator_used(name: &str, other: &str): "{other} uses {name}. Change that formula first.", "{other}的公式用到了{name}，请先修改该公式。";
    fiscal_month_out_of_range(month: i64): "There is no month {month}. Choose 1 to 12.", "没有{month}月，请选择 1 到 12。";
}
