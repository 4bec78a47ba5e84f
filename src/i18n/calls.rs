//! Words of calls: what rep and manager say will become of deals.

use super::{Lang, texts};
use crate::domain::call::{Caller, Category};

texts! {
    calls_title: "Calls", "预测类别";
    calls_nav: "Parts of the forecast", "预测的各部分";
    category_commit: "Commit", "承诺";
    category_best_case: "Best case", "最佳情况";
    category_pipeline: "Pipeline", "进行中";
    category_omitted: "Omitted", "不计入";
    category_none: "No call yet", "尚未判断";
    caller_rep: "Rep", "销售";
    caller_manager: "Manager", "主管";
    calls_by_rep: "The rep's call", "销售判断";
    calls_by_manager: "The manager's call", "主管判断";
    calls_of(who: &str, name: &str): "{who}'s call on {name}", "{who}对{name}的判断";
    calls_view: "Whose calls are added up", "按谁的判断汇总";

    calls_formula_rep(first: &str, last: &str): "What was won from {first} to {last}, and the open deals due in it that reps call commit. Each amount is converted, then all are added.", "{first}至{last}已赢单的金额，加上其间到期且销售判断为承诺的商机金额。逐笔换算后相加。";
    calls_formula_manager(first: &str, last: &str): "What was won from {first} to {last}, and the open deals due in it that the manager calls commit. Each amount is converted, then all are added.", "{first}至{last}已赢单的金额，加上其间到期且主管判断为承诺的商机金额。逐笔换算后相加。";
    calls_formula_won(first: &str, last: &str): "The amounts of the deals below, which are won and closed from {first} to {last}. Each is converted, then all are added.", "下列线索均在{first}至{last}关闭并赢单，逐笔换算后相加。";
    calls_formula_sum(category: &str, by: &str, first: &str, last: &str): "The amounts of the open deals below, which are due from {first} to {last} ({by}: {category}). Each is converted, then all are added.", "下列进行中的线索在{first}至{last}到期（{by}：{category}），逐笔换算后相加。";
    calls_input_deals: "Deals", "线索";
    calls_head(period: &str): "Won and committed for {period}", "{period}已赢单与承诺";
    calls_gap(gap: &str): "{gap} short of the goal.", "距目标还差 {gap}。";
    calls_reached: "Enough for the goal, if every commit is kept.", "若承诺全部兑现，可达成目标。";
    calls_made_of(won: &str, commit: &str): "{won} won, {commit} committed.", "已赢单 {won}，承诺 {commit}。";
    calls_other(who: &str, sum: &str): "By the {who}'s calls it is {sum}.", "按{who}判断为 {sum}。";
    calls_uncalled(deals: &str): "Without a call, and not counted: {deals}.", "尚未判断、未计入：{deals} 条。";
    calls_quarters: "A call is made for the quarter in which the deal is expected to close, and stays whatever stage the deal comes to. A tap on the chosen category takes it away.", "判断针对线索预计成交所在的季度，阶段变化不会改动它。再点一次已选类别即可取消。";
    calls_unvalued(n: &str): "Deals without an amount, counted as nothing: {n}.", "没有金额、按零计的线索：{n} 条。";
    calls_undated(n: &str): "Open deals without a day on which they are expected to close, left out: {n}.", "没有预计成交日期、未列入的线索：{n} 条。";
    calls_undated_open: "Show deals without a day", "查看未填日期的线索";
    calls_overdue(n: &str): "Open deals that were expected before this period, left out: {n}.", "预计成交日期早于本期、未列入的线索：{n} 条。";
    calls_rates(rates: &str): "Converted at {rates}.", "按 {rates} 折算。";
    calls_none: "No open deal is expected to close in this period.", "本期没有预计成交的线索。";
    calls_nobody: "Nobody", "无负责人";
    calls_more(n: &str): "Show {n} more", "再显示 {n} 条";
    calls_due(day: &str): "due {day}", "预计 {day}";

    calls_people: "By person", "按人员";
    calls_person: "Person", "人员";
    calls_won: "Won", "已赢单";
    calls_total: "All", "合计";
    calls_past: "How earlier calls turned out", "以往判断的结果";
    calls_past_how: "Of the deals that carried the category when their quarter ended, how many were won in it, with the 95 % interval (Wilson). Where that is wider than 30 points only the counts are shown.", "季度结束时属于该类别的线索中，在当季赢单的比例，附 95% 置信区间（Wilson）；区间宽于 30 个百分点时只显示次数。";
    calls_past_none: "No call of a quarter that is over", "还没有已结束季度的判断";
    calls_category: "Category", "类别";

    calls_lead_title(period: &str): "Calls, {period}", "{period}预测类别";
    calls_lead_undated: "Enter when it is expected to close, then it can be called.", "填写预计成交日期后即可判断。";
    calls_lead_closed: "Closed: its calls stay as they were.", "已关闭，判断保持不变。";
    calls_history: "How the calls changed", "判断的变化";
    calls_change(who: &str, from: &str, to: &str): "{who}: {from} → {to}", "{who}：{from} → {to}";
    calls_change_by(who: &str, name: &str): "{who} ({name})", "{who}（{name}）";

    did_call_set(name: &str, who: &str, category: &str): "{who}'s call on {name}: {category}", "{who}对{name}的判断：{category}";
    did_call_taken(name: &str, who: &str): "Took away the {who}'s call on {name}", "取消{who}对{name}的判断";
    call_without_day: "This deal has no day on which it is expected to close. Enter one, then call it.", "这条线索没有预计成交日期，请填写后再判断。";
}

impl Lang {
    /// A category.
    pub const fn category(self, category: Category) -> &'static str {
        match category {
            Category::Commit => self.category_commit(),
            Category::BestCase => self.category_best_case(),
            Category::Pipeline => self.category_pipeline(),
            Category::Omitted => self.category_omitted(),
        }
    }

    /// Who calls.
    pub const fn caller(self, caller: Caller) -> &'static str {
        match caller {
            Caller::Rep => self.caller_rep(),
            Caller::Manager => self.caller_manager(),
        }
    }
}
