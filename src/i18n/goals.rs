//! Words of goals: pace, quotas, quick fill, and how each figure was computed.

use super::texts;

texts! {
    goals_company: "Company", "全公司";
    goals_no_team: "Without a team", "未分团队";
    goals_who: "Team and people", "团队与成员";
    goals_quota: "Quota", "目标";
    goals_won: "Won", "已赢单";
    goals_expected_by_now: "Expected by today", "按进度应完成";
    goals_expected: "Expected", "应完成";
    goals_gap: "Gap", "差额";
    goals_needed: "Needed a day", "每个工作日需完成";
    goals_attainment: "Attainment", "完成率";
    goals_period_kind: "Length of the period", "周期";
    goals_year: "Year", "年";
    goals_quarter: "Quarter", "季度";
    goals_month: "Month", "月";
    goals_earlier: "The period before", "上一期";
    goals_later: "The period after", "下一期";
    goals_this_year: "This year", "本年";
    goals_this_quarter: "This quarter", "本季度";
    goals_this_month: "This month", "本月";
    goals_headline(period: &str): "Won in {period}", "{period}已赢单";
    goals_of_quota(quota: &str): "of {quota}", "/ 目标 {quota}";
    goals_of_summed(quota: &str): "of {quota}, the sum of the quotas below", "/ 目标 {quota}（下级目标之和）";
    goals_attained(share: &str): "{share} of the quota", "完成目标的 {share}";

    goals_none_set(period: &str): "No quota for {period} yet.", "{period}还没有目标。";
    goals_behind(gap: &str, needed: &str): "Behind pace by {gap}: needs {needed} each working day.", "落后进度 {gap}，之后每个工作日需赢单 {needed}。";
    goals_behind_last_day(gap: &str): "Behind pace by {gap}, and no working day is left.", "落后进度 {gap}，已没有剩余工作日。";
    goals_ahead(gap: &str, needed: &str): "Ahead of pace by {gap}: needs {needed} each working day.", "领先进度 {gap}，之后每个工作日需赢单 {needed}。";
    goals_on_pace(needed: &str): "On pace: needs {needed} each working day.", "与进度一致，之后每个工作日需赢单 {needed}。";
    goals_reached(over: &str): "Reached, and {over} over.", "已达成，超出 {over}。";
    goals_reached_just: "Reached.", "已达成。";
    goals_ended_reached(share: &str, over: &str): "Reached {share}: {over} over the quota.", "完成 {share}，超出目标 {over}。";
    goals_ended_missed(share: &str, left: &str): "Reached {share}: {left} short of the quota.", "完成 {share}，距目标差 {left}。";
    goals_projected(likely: &str, low: &str, high: &str, earlier: usize): "At this pace it lands at about {likely}, in eight of ten cases between {low} and {high}; the rest is taken to go as in earlier periods ({earlier}).", "按当前进度预计完成约 {likely}，十次中有八次在 {low} 至 {high} 之间；剩余部分参照此前 {earlier} 期。";
    goals_projected_alone(likely: &str, low: &str, high: &str): "At this pace it lands at about {likely}, in eight of ten cases between {low} and {high}; there is no earlier period to go by.", "按当前进度预计完成约 {likely}，十次中有八次在 {low} 至 {high} 之间；没有以往周期可参照。";
    goals_ahead_of_start(day: &str, needed: &str): "Begins on {day}: needs {needed} each working day.", "{day}开始，每个工作日需赢单 {needed}。";
    goals_chart_ahead(days: i64): "{days} working days to come", "共 {days} 个工作日，尚未开始";
    goals_chart_running(gone: i64, days: i64, expected: &str, won: &str): "{gone} of {days} working days are gone: {expected} should be won by now, {won} is", "{days} 个工作日已过 {gone} 个：应赢单 {expected}，实际 {won}";
    goals_chart_over(days: i64, won: &str, quota: &str): "{won} of {quota} in {days} working days", "{days} 个工作日，赢单 {won}，目标 {quota}";
    goals_chart_day: "By the end of", "截至";
    goals_uncounted(sums: &str, currency: &str): "Not counted here, which is in {currency}: {sums} won in other currencies.", "此处以 {currency} 计，未计入其他币种的赢单：{sums}。";
    goals_unowned(sum: &str): "{sum} was won by nobody in the team list and counts for the company alone.", "有 {sum} 的赢单没有负责人，只计入全公司。";

    goals_people_sum_equal(sum: &str): "People's quotas add up to {sum}, exactly the company's.", "成员目标合计 {sum}，与公司目标一致。";
    goals_people_sum_less(sum: &str, gap: &str): "People's quotas add up to {sum}: {gap} less than the company's.", "成员目标合计 {sum}，比公司目标少 {gap}。";
    goals_people_sum_more(sum: &str, gap: &str): "People's quotas add up to {sum}: {gap} more than the company's.", "成员目标合计 {sum}，比公司目标多 {gap}。";
    goals_people_sum_alone(sum: &str): "People's quotas add up to {sum}. The company has no quota of its own.", "成员目标合计 {sum}。公司未单独设定目标。";
    goals_team_less(team: &str, gap: &str): "In {team} they are {gap} less than the team's.", "{team}的成员目标合计比团队目标少 {gap}。";
    goals_team_more(team: &str, gap: &str): "In {team} they are {gap} more than the team's.", "{team}的成员目标合计比团队目标多 {gap}。";
    goals_odd_quotas(n: usize): "Quotas in another currency, which no sum holds: {n}.", "有 {n} 个目标为其他币种，未计入合计。";

    goals_set: "Set", "设定";
    goals_set_company: "Set the company's quota", "设定公司目标";
    goals_quota_of(name: &str): "Quota of {name}", "{name}的目标";
    goals_change_quota(name: &str, amount: &str): "Quota of {name}: {amount}. Change", "{name}的目标：{amount}，修改";
    goals_sum_of_below: "sum of people", "成员合计";
    goals_not_an_amount: "Enter an amount, such as 120000 or 12万.", "请填写金额，例如 120000 或 12万。";
    goals_quota_hint: "Enter saves, Escape leaves it. Empty takes the quota away.", "回车保存，Esc 取消；留空则删除目标。";
    goals_hint: "Tap a quota to change it, any other figure to see how it is computed.", "点目标可修改，点其他数字可查看计算方法。";

    goals_fill: "Set everyone", "批量设定";
    goals_fill_title(period: &str): "Quotas of everyone for {period}", "批量设定{period}成员目标";
    goals_fill_way: "How", "方式";
    goals_fill_same: "The same amount for everyone", "每人金额相同";
    goals_fill_share: "Share the company's quota equally", "平均分配公司目标";
    goals_fill_grown: "From what each won earlier", "按以往赢单额推算";
    goals_fill_amount: "Amount for each", "每人金额";
    goals_fill_from: "Won in", "依据";
    goals_fill_growth: "Growth in percent", "增长率（%）";
    goals_fill_growth_hint: "10 means ten percent more; −5 means five percent less.", "10 表示增加一成，−5 表示减少 5%。";
    goals_fill_not_a_rate: "Enter a number, such as 10 or −5.", "请填写数字，例如 10 或 −5。";
    goals_fill_result(people: usize, sum: &str): "People: {people}. In all: {sum}.", "共 {people} 人，合计 {sum}。";
    goals_fill_kept(people: usize): "Won nothing then and keep what they have: {people}.", "有 {people} 人当期没有赢单，目标保持不变。";
    goals_fill_nobody: "There is nobody to set a quota for.", "没有可设定目标的成员。";
    goals_fill_no_company: "The company has no quota to share. Set it first.", "公司还没有目标，请先设定。";
    goals_fill_nothing_won: "Nobody won anything in that period.", "该期间没有赢单。";
    goals_fill_each(amount: &str): "{amount} each", "每人 {amount}";
    goals_fill_each_between(low: &str, high: &str): "{low} to {high} each", "每人 {low} 至 {high}";
    goals_fill_apply: "Set the quotas", "设定目标";

    certificate_leads(n: usize): "Leads behind it: {n}", "涉及的线索：{n} 条";
    certificate_deals: "Leads won", "赢单数";
    certificate_quota_summed: "Quota, the sum of those below", "目标（下级合计）";
    certificate_as_of: "As of", "截至";
    certificate_days: "Working days of the period", "本期工作日";
    certificate_days_gone: "Working days gone", "已过工作日";
    certificate_days_left: "Working days left", "剩余工作日";
    certificate_won_company(first: &str, last: &str): "The sum of the amounts of all leads that were won and closed from {first} to {last}.", "{first}至{last}关闭的全部赢单线索的金额之和。";
    certificate_won_team(name: &str, first: &str, last: &str): "The sum of the amounts of leads of people in {name} that were won and closed from {first} to {last}.", "{name}成员在{first}至{last}关闭的赢单线索的金额之和。";
    certificate_won_person(name: &str, first: &str, last: &str): "The sum of the amounts of {name}'s leads that were won and closed from {first} to {last}.", "{name}在{first}至{last}关闭的赢单线索的金额之和。";
    certificate_expected(quota: &str, gone: i64, days: i64): "Quota × working days gone ÷ working days of the period: {quota} × {gone} ÷ {days}.", "目标 × 已过工作日 ÷ 本期工作日：{quota} × {gone} ÷ {days}。";
    certificate_gap(won: &str, expected: &str): "Won − expected by today: {won} − {expected}.", "已赢单 − 按进度应完成：{won} − {expected}。";
    certificate_needed(quota: &str, won: &str, left: i64): "(Quota − won) ÷ working days left, rounded up: ({quota} − {won}) ÷ {left}. Zero once the quota is reached.", "（目标 − 已赢单）÷ 剩余工作日，向上取整：（{quota} − {won}）÷ {left}。达成后为零。";
    certificate_attainment(won: &str, quota: &str): "Won ÷ quota: {won} ÷ {quota}.", "已赢单 ÷ 目标：{won} ÷ {quota}。";
    certificate_source(row: &str, files: &str): "row {row} of {files}", "第 {row} 行 · {files}";
    certificate_changed(when: &str, what: &str): "Last changed {when}: {what}", "最近变更 {when}：{what}";
    certificate_changed_elsewhere(when: &str, what: &str): "Last changed {when} on another tablet: {what}", "最近变更 {when}（另一台设备）：{what}";
    certificate_by_hand: "entered by hand", "手工录入";
    certificate_no_amount: "No amount", "无金额";
    certificate_unvalued(n: usize): "Leads without an amount, counted as zero: {n}.", "其中 {n} 条没有金额，按零计。";
    certificate_undated(n: usize): "Won leads without a close date, in no period: {n}.", "另有 {n} 条赢单没有关闭日期，不计入任何周期。";

    list_comma: ", ", "、";
}
