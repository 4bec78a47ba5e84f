//! Words of forecasts: where a period lands, how months go on, how leads of a stage do.

use super::texts;

texts! {
    forecast_title: "Forecast", "预测";
    more_forecast: "Where the period lands, and how sure that is", "本期预计结果与把握";
    forecast_open: "Will we make it?", "能否达成？";
    forecast_who: "Whose forecast", "查看范围";
    forecast_wait: "Working it out", "正在计算";

    forecast_lands(period: &str): "{period} lands at about", "{period}预计赢单";
    forecast_won_in(period: &str): "Won in {period}", "{period}已赢单";
    forecast_of(quota: &str): "of {quota}", "/ 目标 {quota}";
    forecast_range(low: &str, high: &str): "In 8 of 10 cases between {low} and {high}.", "十次中有八次在 {low} 至 {high} 之间。";
    forecast_chance(word: &str, chance: &str): "{word}: {chance} to reach the goal.", "{word}：达成目标的概率为 {chance}。";
    forecast_reached: "The goal is reached already.", "目标已经达成。";
    forecast_no_quota(period: &str): "No goal for {period} yet.", "{period}还没有目标。";
    forecast_over_reached(period: &str): "{period} is over, and the goal was reached.", "{period}已结束，目标已达成。";
    forecast_over_missed(period: &str, short: &str): "{period} is over, {short} short of the goal.", "{period}已结束，距目标差 {short}。";
    forecast_over(period: &str): "{period} is over.", "{period}已结束。";
    forecast_nothing_closed: "No lead has been won or lost yet, so nothing can be said about where this lands.", "还没有赢单或丢单，暂时无法预测。";
    forecast_too_few(closed: &str, more: &str): "Too few leads are won or lost to say where this lands: {closed} so far, about {more} more would settle it.", "已赢单和丢单的线索太少，暂时无法预测：目前 {closed} 条，约再有 {more} 条即可判断。";
    forecast_certain: "Almost certain", "几乎肯定能达成";
    forecast_likely: "Likely", "很可能达成";
    forecast_rather_likely: "More likely than not", "较可能达成";
    forecast_even: "An even chance", "机会各半";
    forecast_rather_unlikely: "Less likely than not", "较难达成";
    forecast_unlikely: "Unlikely", "很难达成";
    forecast_hardly: "Almost out of reach", "几乎无法达成";
    forecast_under(share: &str): "under {share}", "不到 {share}";
    forecast_above(share: &str): "over {share}", "超过 {share}";

    forecast_parts: "What it is made of", "构成";
    forecast_won: "Won so far", "已赢单";
    forecast_from_open: "From open leads", "来自进行中的线索";
    forecast_from_fresh: "From leads still to come", "来自尚未出现的线索";
    forecast_open_note(leads: &str): "on average, from {leads} open leads", "平均值，共 {leads} 条";
    forecast_fresh_note(stretches: &str): "on average, as in {stretches} earlier stretches", "平均值，依据以往 {stretches} 段同样长的时间";
    forecast_fresh_none: "not counted: the history is too short", "历史太短，未计入";
    forecast_kept(n: &str, low: &str, high: &str): "The same was asked of {n} earlier days: between {low} and {high} of what was expected came.", "用同样方法回看以往 {n} 天：实际为预期的 {low} 至 {high}。";
    forecast_kept_none: "The history is too short to tell how far off this was before, so the interval is wide.", "历史太短，无法检验以往误差，因此区间较宽。";
    forecast_estimated(n: &str): "Open leads without an amount, taken at the price of their product or at what a won lead brings: {n}.", "有 {n} 条进行中的线索没有金额，按产品价格或平均赢单额计。";
    forecast_foreign(n: &str, currency: &str): "Leads in another currency than {currency}, left out: {n}.", "有 {n} 条线索不是 {currency}，未计入。";
    forecast_unvalued(n: &str): "Open leads without an amount, left out: {n}.", "有 {n} 条进行中的线索没有金额，未计入。";
    forecast_later(n: &str): "Open leads expected after the period, left out: {n}.", "有 {n} 条线索预计在本期之后关闭，未计入。";

    forecast_spread_sentence(low: &str, high: &str): "It lands between {low} and {high}, 8 times in 10", "十次中有八次落在 {low} 至 {high}";
    forecast_spread_caption: "Where the period lands", "本期预计结果";
    forecast_spread_case: "Case", "情形";
    forecast_amount: "Amount", "金额";
    forecast_low: "9 of 10 times at least", "十次中九次不低于";
    forecast_half: "As often more as less", "一半机会高于此数";
    forecast_high: "9 of 10 times at most", "十次中九次不高于";
    forecast_goal: "Goal", "目标";
    forecast_goal_mark(amount: &str): "Goal {amount}", "目标 {amount}";
    forecast_likely_mark(amount: &str): "About {amount}", "约 {amount}";
    forecast_within_key: "8 times in 10", "十次中的八次";
    forecast_outside_key: "rarer", "较少出现";
    forecast_chance_name: "Chance to reach the goal", "达成概率";

    forecast_trend_sentence(month: &str, likely: &str, low: &str, high: &str): "{month}: about {likely} is won, between {low} and {high} in 19 of 20 cases", "{month}：预计赢单约 {likely}，二十次中有十九次在 {low} 至 {high} 之间";
    forecast_trend_short(months: usize): "Too few months are over to say how it goes on: {months}", "已结束的月份太少，暂时无法判断走势：{months} 个";
    forecast_trend_caption: "Won month by month", "每月赢单";
    forecast_month: "Month", "月份";
    forecast_trend_won: "Won", "已赢单";
    forecast_trend_likely: "Expected", "预计";
    forecast_trend_interval: "19 of 20 times between", "二十次中十九次在";
    forecast_between(low: &str, high: &str): "{low} and {high}", "{low} 至 {high}";
    forecast_error(times: usize, share: &str): "Tried at {times} earlier months, it was off by {share} on average.", "在以往 {times} 个月检验，平均误差 {share}。";
    forecast_no_error: "Too few months are over to say how far off it is.", "已结束的月份太少，无法检验误差。";
    forecast_method(method: &str): "Found by: {method}.", "方法：{method}。";
    forecast_past_key: "won", "已赢单";
    forecast_ahead_key: "expected", "预计";
    forecast_band_key: "19 times in 20", "二十次中的十九次";
    method_combination: "the mean of four unlike methods", "四种方法的平均";
    method_theta: "the Theta method", "Theta 方法";
    method_damped_seasonal: "exponential smoothing with seasons", "带季节的指数平滑";
    method_autoregression: "autoregression", "自回归";
    method_seasonal_naive: "the same month a year before", "去年同月";
    method_damped: "exponential smoothing", "指数平滑";
    method_drift: "the last month and the slope to it", "最近一月加平均变化";
    method_naive: "the last month", "最近一月";
    method_mean: "the mean of all months", "各月平均";

    forecast_stages_sentence(usual: &str, closed: &str): "Of all leads that closed, {usual} were won ({closed} leads)", "已关闭的线索中 {usual} 赢单（共 {closed} 条）";
    forecast_stages_none: "No lead has closed yet: the odds of stages come from what becomes of leads", "还没有线索关闭，暂无各阶段赢率";
    forecast_stages_caption: "Odds of each stage", "各阶段赢率";
    forecast_stage: "Stage", "阶段";
    forecast_stage_odds: "Odds", "赢率";
    forecast_stage_interval: "Between", "区间";
    forecast_stage_cases: "Closed leads", "已关闭";
    forecast_stage_typed: "Typed in", "设定赢率";
    forecast_stage_open: "Open now", "进行中";
    forecast_stage_shown(odds: &str, cases: &str): "{odds} from {cases}", "{odds}（{cases} 条）";
    forecast_stages_note: "Which stages a lead was in is told by the history on this tablet. Where none is known, the usual rate stands in. Typed-in odds are shown, not used.", "线索经过的阶段来自本机历史记录；没有记录时采用总体赢率。设定赢率仅供对照，不参与计算。";

    forecast_formula_won(first: &str, last: &str): "The sum of the amounts of all leads won and closed from {first} to {last}.", "{first}至{last}赢单线索的金额之和。";
    forecast_formula_open: "For each open lead its amount × its odds, and the sum of that. The odds are those of leads of its age to be won (Aalen and Johansen): at all where it is expected in the days left, in just these days where it has no day or its day is gone. They are multiplied by how leads of its stage do against all.", "每条进行中线索的金额 × 赢率之和。赢率按同龄线索的历史计算（Aalen–Johansen）：预计在本期关闭的取最终赢率，没有日期或已逾期的取剩余天数内的赢率；再按所在阶段与总体的差别调整。";
    forecast_formula_fresh: "What leads brought in earlier stretches of as many days that were not there at the beginning of each; the mean of all stretches.", "以往同样长的时段中，时段开始时还不存在的线索带来的赢单额；取各时段平均。";
    forecast_formula_landing: "Each open lead is won or not with its odds; one of the earlier stretches of new leads comes on top; and all of it may be off as it was on earlier days. All ways that this can go make the picture; half of them land at less.", "每条进行中线索按赢率赢或输，加上以往某一时段的新线索，再乘以以往的误差；全部可能结果构成分布，一半低于此数。";
    forecast_formula_chance(quota: &str): "The share of all these ways that lands at {quota} or more.", "全部可能结果中达到 {quota} 及以上的比例。";
    forecast_formula_stage(won: &str, closed: &str, usual: &str): "(Won + 10 × usual rate) ÷ (closed + 10): ({won} + 10 × {usual}) ÷ ({closed} + 10). Few leads say little, so they are drawn towards the usual rate; the interval is that of these leads alone (Wilson, 95 %).", "（赢单数 + 10 × 总体赢率）÷（已关闭数 + 10）：（{won} + 10 × {usual}）÷（{closed} + 10）。样本少时向总体赢率靠拢；区间仅按这些线索计算（Wilson，95%）。";
    forecast_input_low: "1 in 10 below", "一成低于";
    forecast_input_high: "1 in 10 above", "一成高于";
    forecast_input_open: "Open leads", "进行中的线索";
    forecast_input_stretches: "Earlier stretches", "以往时段";
    forecast_input_least: "The least of them", "其中最少";
    forecast_input_most: "The most of them", "其中最多";
    forecast_input_rate: "Won of all closed leads", "已关闭线索的赢单率";
    forecast_input_interval: "95 % interval", "95% 区间";
    forecast_exact: "Reckoned exactly.", "精确计算。";
    forecast_simulated: "Too many ways to reckon them all: played through thousands of times, always alike.", "可能结果过多，采用固定种子的多次模拟。";
}
