//! Words of the insight page: win rates, the funnel, months, cohorts.

use super::{Lang, texts};

impl Lang {
    /// Names in a row: "A, B and C", "A、B 和 C"; of many the first ones and how many more.
    pub fn insight_names(self, names: &[&str]) -> String {
        const MOST: usize = 4;
        let (comma, and) = match self {
            Lang::En => (", ", " and "),
            Lang::Zh => ("、", "和"),
        };
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first @ .., last] if names.len() <= MOST => {
                [first.join(comma), (*last).to_owned()].join(and)
            }
            _ => {
                let more = self.insight_more_names(names.len() - (MOST - 1));
                [names[..MOST - 1].join(comma), more].join(and)
            }
        }
    }
}

texts! {
    place_insight: "Insight", "洞察";
    more_insight: "Win rates, funnel, trends and cohorts", "赢单率、漏斗、趋势与同期群";
    insight_tabs: "What to look at", "查看内容";
    insight_tab_rates: "Win rates", "赢单率";
    insight_tab_funnel: "Funnel", "漏斗";
    insight_tab_trends: "Trends", "趋势";
    insight_tab_cohorts: "Cohorts", "同期群";
    insight_period: "Period", "周期";
    insight_all_time: "All time", "全部时间";
    insight_who: "Whose leads", "查看范围";
    insight_pipeline: "Pipeline", "管道";
    insight_every_pipeline: "All pipelines", "全部管道";
    insight_by: "By", "维度";
    insight_show: "Show", "查看";
    insight_read_history: "Reading the history", "正在读取历史";

    insight_by_person: "Person", "人员";
    insight_by_team: "Team", "团队";
    insight_by_source: "Source", "来源";
    insight_by_product: "Product", "产品";
    insight_by_series: "Product family", "产品系列";
    insight_by_region: "Customer’s place", "客户所在地";
    insight_by_office: "Region", "区域";
    insight_by_sector: "Industry", "行业";
    insight_by_size: "Deal size", "金额大小";
    insight_by_competitor: "Competitor", "竞争对手";
    insight_no_competitor: "No competitor named", "未填竞争对手";
    insight_unsaid: "Not stated", "未填写";
    insight_all: "All", "合计";
    insight_more_names(n: usize): "{n} more", "另外 {n} 个";
    insight_band_first(high: &str): "Up to {high}", "{high} 及以下";
    insight_band(low: &str, high: &str): "{low} to {high}", "{low} 至 {high}";
    insight_band_last(low: &str): "Over {low}", "{low} 以上";
    insight_band_only: "Any size", "不分大小";

    insight_nothing_closed: "Nothing has been won or lost here yet. The first closed lead begins the picture.", "这里还没有赢单或丢单，有了第一条就会显示。";
    insight_above(names: &str): "{names}: clearly more is won than elsewhere", "{names}的赢单率明显高于其余";
    insight_below(names: &str): "{names}: clearly less is won than elsewhere", "{names}的赢单率明显低于其余";
    insight_above_and_below(above: &str, below: &str): "Clearly more is won with {above}, clearly less with {below}", "{above}的赢单率明显较高，{below}明显较低";
    insight_all_alike(by: &str): "{by}: no clear difference, chance alone may make what there is", "按{by}看没有明显差别，现有差距可能只是偶然";
    insight_too_few_by(by: &str): "{by}: too few leads are closed to compare", "按{by}看，已关闭的线索太少，还不能比较";
    insight_all_won(share: &str, closed: &str): "{share} of {closed} closed leads were won", "{closed} 条已关闭的线索中赢单 {share}";
    insight_is_above: "clearly above the others", "明显高于其余";
    insight_is_below: "clearly below the others", "明显低于其余";
    insight_is_alike: "no clear difference", "无明显差别";
    insight_is_too_few(more: &str): "too few, about {more} more needed", "太少，约还需 {more} 条";
    insight_between(low: &str, high: &str): "{low} to {high}", "{low} 至 {high}";
    insight_of(won: &str, closed: &str): "{won} of {closed}", "{won} / {closed}";
    insight_rate: "Win rate", "赢单率";
    insight_interval: "95% interval", "95% 区间";
    insight_won_of_closed: "Won of closed", "赢单 / 已关闭";
    insight_compared: "Against the others", "与其余相比";
    insight_won_value: "Won value", "赢单金额";
    insight_average: "Average won deal", "平均赢单额";
    insight_mean_days: "Days to win, mean", "赢单天数（平均）";
    insight_median_days: "Days to win, median", "赢单天数（中位数）";
    insight_won_count: "Won", "赢单";
    insight_lost_count: "Lost", "丢单";
    insight_rates_caption(by: &str): "Win rates by {by}", "赢单率：按{by}";
    insight_how_compared: "The line is the rate over all. Intervals are Wilson’s at 95%. “Clearly” means that chance alone would do as much in less than 1 of 20 such tables: Fisher’s exact test against all others, corrected for the number of comparisons by Holm’s method. Rates are ranked only where the interval is at most 30 points wide.", "竖线为总体赢单率；区间为 95% 威尔逊区间。“明显”指仅凭偶然出现这样的差别不到二十分之一：与其余全部做费希尔精确检验，并按比较次数以霍尔姆法校正。区间不超过 30 个百分点时才参与排序。";
    insight_how_sized: "Bands hold about as many closed leads each. The size is the amount, or the list price of the product where there is no amount.", "各档的已关闭线索数量大致相同；大小取金额，没有金额时取产品标价。";
    insight_how_competitors: "A lead with several competitors counts for each of them.", "一条线索有多个竞争对手时，分别计入。";
    insight_rate_missing(codes: &str, home: &str): "Amounts in {codes} cannot be converted to {home}, so no sum is shown. State the rate in Settings.", "{codes} 没有对 {home} 的汇率，因此不显示合计。请在设置中填写汇率。";
    insight_undated(n: &str): "Closed leads without a close date, left out: {n}.", "有 {n} 条已关闭的线索没有关闭日期，未计入。";

    insight_no_leads: "There are no leads here. Another period or person may have some.", "这里没有线索，可换一个周期或人员。";
    insight_no_history(leads: &str, closed: &str, won: &str): "No stage history: it is only known that of {leads} leads {closed} closed, {won} of them won", "没有阶段历史：只知道 {leads} 条线索中关闭 {closed} 条，其中赢单 {won} 条";
    insight_funnel_too_few: "Too few leads have left their stages to say which one is narrow", "离开各阶段的线索太少，还看不出瓶颈";
    insight_no_bottleneck: "No stage stands out as the narrow one", "没有明显的瓶颈阶段";
    insight_loses(stage: &str, share: &str): "{stage} is the narrow stage: only {share} go on, clearly fewer than elsewhere", "瓶颈在“{stage}”：只有 {share} 继续推进，明显低于其他阶段";
    insight_slow(stage: &str, days: &str): "{stage} is the slow stage: half of its leads stay over {days} days, clearly longer than elsewhere", "最慢的是“{stage}”：一半线索停留超过 {days} 天，明显长于其他阶段";
    insight_go_on(entered: &str, share: &str): "{entered} · {share} go on", "{entered} 条 · {share} 继续";
    insight_created: "Created", "创建";
    insight_created_to_won: "Created to won", "从创建到赢单";
    insight_stage: "Stage", "阶段";
    insight_entered: "Entered", "进入";
    insight_moved_on: "Went on", "继续推进";
    insight_lost_there: "Lost there", "在此丢单";
    insight_moved_of_decided: "Went on of decided", "继续 / 已有结果";
    insight_conversion: "Conversion", "转化率";
    insight_stage_days: "Days in stage, median", "停留天数（中位数）";
    insight_now: "In it now", "当前";
    insight_funnel_caption: "From stage to stage", "各阶段流转";
    insight_key_on: "went on", "继续推进";
    insight_key_open: "not decided", "尚无结果";
    insight_key_lost: "lost there", "在此丢单";
    insight_velocity: "Won a day at this pace", "按此节奏每天赢单";
    insight_velocity_formula(open: &str, rate: &str, average: &str, days: &str): "Open leads × win rate × average won deal ÷ mean days to win: {open} × {rate} × {average} ÷ {days}.", "进行中线索 × 赢单率 × 平均赢单额 ÷ 平均赢单天数：{open} × {rate} × {average} ÷ {days}。";
    insight_velocity_note: "All open leads of whose are looked at; rate, deal and days are those of the period.", "进行中线索为所选范围的全部；赢单率、金额和天数取自所选周期。";
    insight_how_funnel: "Of the leads created in the period. A lead went on once it came to a later stage or was won; one that is neither further nor lost is not decided and in no rate. A stage is called narrow or slow only where Fisher’s exact test, or the rank test of Mann and Whitney for days, against the other stages says so, corrected by Holm’s method.", "统计周期内创建的线索。进入后续阶段或赢单即为继续推进；既未推进也未丢单的尚无结果，不计入转化率。只有与其他阶段相比，费希尔精确检验（天数用曼－惠特尼检验）经霍尔姆法校正后显著，才称为瓶颈。";
    insight_stages_unknown(n: &str): "Closed leads that passed no stage that is known, as when they were imported closed: {n}. They are in no stage.", "有 {n} 条已关闭的线索没有阶段历史（例如导入时已关闭），不计入任何阶段。";
    insight_first_pipeline(name: &str): "Stages belong to one pipeline, so this is {name}. Another can be chosen above.", "阶段属于单个管道，此处为“{name}”，可在上方另选。";

    insight_series_value: "Won value", "赢单金额";
    insight_series_won: "Leads won", "赢单数";
    insight_series_new: "New leads", "新增线索";
    insight_series_rate: "Win rate", "赢单率";
    insight_no_months: "No month with leads is over yet", "还没有完整的月份可看";
    insight_months_too_few(need: usize, has: usize): "{need} full months are needed to say what stands out, there are {has}", "满 {need} 个完整月份才能判断异常，目前有 {has} 个";
    insight_odd_unknown(series: &str, codes: &str): "{series}: no month can be judged before the rate of {codes} is stated", "{series}：未填写 {codes} 的汇率，无法判断各月是否异常";
    insight_nothing_odd(series: &str, months: usize): "{series}: none of {months} months stands out", "{series}：{months} 个月中没有异常月份";
    insight_some_odd(series: &str, odd: usize, months: usize): "{series}: {odd} of {months} months stand out", "{series}：{months} 个月中有 {odd} 个月异常";
    insight_odd_high(month: &str, value: &str, low: &str, high: &str): "{month}: {value} is unusually much. Between {low} and {high} would be usual.", "{month}：{value}，明显偏高，通常在 {low} 至 {high} 之间。";
    insight_odd_low(month: &str, value: &str, low: &str, high: &str): "{month}: {value} is unusually little. Between {low} and {high} would be usual.", "{month}：{value}，明显偏低，通常在 {low} 至 {high} 之间。";
    insight_odd_rate_high(month: &str, rate: &str, closed: &str, usual: &str): "{month}: {rate} of {closed} closed leads were won, clearly more than at other times ({usual} over all).", "{month}：{closed} 条关闭线索赢单 {rate}，明显高于其他时期（总体 {usual}）。";
    insight_odd_rate_low(month: &str, rate: &str, closed: &str, usual: &str): "{month}: {rate} of {closed} closed leads were won, clearly less than at other times ({usual} over all).", "{month}：{closed} 条关闭线索赢单 {rate}，明显低于其他时期（总体 {usual}）。";
    insight_how_odd: "Usual is a line that odd months or weeks cannot bend (Theil and Sen; from three years on with the season). One stands out where its modified score after Iglewicz and Hoaglin is over 3.5.", "“通常”指不受异常时期影响的趋势线（泰尔－森估计，满三年时计入季节）。按伊格莱维奇与霍格林的修正分值，超过 3.5 即为异常。";
    insight_how_odd_rates: "A month or week stands out where Fisher’s exact test against all others says so, corrected by Holm’s method.", "与其余各期做费希尔精确检验并以霍尔姆法校正，显著的时期为异常。";
    insight_each: "Each", "按";
    insight_each_month: "Months", "月";
    insight_each_week: "Weeks", "周";
    insight_no_weeks: "No week with leads is over yet", "还没有完整的一周可看";
    insight_weeks_too_few(need: usize, has: usize): "{need} full weeks are needed to say what stands out, there are {has}", "满 {need} 个完整的周才能判断异常，目前有 {has} 个";
    insight_no_odd_week(series: &str, weeks: usize): "{series}: none of {weeks} weeks stands out", "{series}：{weeks} 周中没有异常的一周";
    insight_odd_weeks(series: &str, odd: usize, weeks: usize): "{series}: {odd} of {weeks} weeks stand out", "{series}：{weeks} 周中有 {odd} 周异常";
    insight_week_not_over: "The running week is left out.", "未结束的当周不计入。";
    insight_weeks_caption: "Week by week", "各周情况";
    insight_week_of(day: &str): "Week of {day}", "{day}当周";
    insight_month_not_over: "The running month is left out.", "未结束的当月不计入。";
    insight_month: "Month", "月份";
    insight_trends_caption: "Month by month", "各月情况";
    insight_key_was: "what was", "实际";
    insight_key_usual: "usual", "通常";
    insight_key_odd: "stands out", "异常";

    insight_part_won: "Won", "赢单";
    insight_part_lost: "Lost", "丢单";
    insight_part_open: "Still open", "仍在进行";
    insight_no_cohorts: "No month with new leads is over yet", "还没有完整月份的新线索";
    insight_cohorts_young: "The oldest leads are not three months old yet", "最早的线索还不满三个月";
    insight_cohorts_told(months: usize, share: &str, low: &str, high: &str, leads: &str): "{months} months after the month they came in, {share} of {leads} leads are won ({low} to {high})", "创建 {months} 个月后，{leads} 条线索中赢单 {share}（{low} 至 {high}）";
    insight_cohorts_caption(part: &str): "{part}, by month created and months since", "{part}：按创建月份与之后月数";
    insight_created_in: "Created in", "创建月份";
    insight_leads: "Leads", "线索";
    insight_after(months: usize): "+{months}", "+{months}";
    insight_months_since: "Months since the month of creation", "创建当月起的月数";
    insight_cell(share: &str, count: &str): "{share} ({count})", "{share}（{count}）";
    insight_how_cohorts: "Month 0 is the month in which a lead was created. A cell is there once its month is over, so no cell still grows.", "第 0 个月为创建当月。月份结束后才显示该格，因此数值不再变化。";
    insight_cohorts_undated(n: &str): "Leads without a day of creation, or closed without a day, left out: {n}.", "有 {n} 条线索没有创建日期，或已关闭但没有关闭日期，未计入。";

    insight_open_leads: "Open leads", "进行中线索";
    insight_of_created: "Of those created then", "占当月创建";
    insight_formula_rate(won: &str, closed: &str): "Won ÷ (won + lost): {won} ÷ {closed}.", "赢单 ÷（赢单 + 丢单）：{won} ÷ {closed}。";
    insight_formula_open: "The leads below are open.", "以下线索正在进行。";
    insight_formula_open_value: "The sum of the amounts of the open leads below.", "以下进行中线索的金额之和。";
    insight_note_too_few(more: &str): "Too few are closed to lean on this rate: about {more} more would settle it.", "已关闭的太少，这个比率还不可靠：约再有 {more} 条可判断。";
    insight_formula_won: "The sum of the amounts of the won leads below.", "以下赢单线索的金额之和。";
    insight_formula_average(sum: &str, count: &str): "Won value ÷ won leads with an amount: {sum} ÷ {count}.", "赢单金额 ÷ 有金额的赢单数：{sum} ÷ {count}。";
    insight_formula_mean_days: "The mean of the days from creation to close over the won leads below.", "以下赢单线索从创建到关闭的平均天数。";
    insight_formula_median_days: "The median of the days from creation to close over the won leads below.", "以下赢单线索从创建到关闭天数的中位数。";
    insight_formula_entered: "The leads below were put in this stage.", "以下线索进入过此阶段。";
    insight_formula_conversion(on: &str, decided: &str): "Went on ÷ (went on + lost there): {on} ÷ {decided}.", "继续推进 ÷（继续推进 + 在此丢单）：{on} ÷ {decided}。";
    insight_formula_stage_days(stays: &str): "The median over {stays} stays in this stage that are over.", "此阶段 {stays} 次已结束的停留的中位数。";
    insight_formula_now: "The leads below are in this stage now.", "以下线索当前处于此阶段。";
    insight_formula_month_won: "The number of leads won in this month or week.", "当期赢单的线索数。";
    insight_formula_month_new: "The number of leads created in this month or week.", "当期创建的线索数。";
    insight_formula_cohort_won(months: usize, count: &str, all: &str): "Won by the end of month {months} after that of creation ÷ created: {count} ÷ {all}.", "创建后第 {months} 个月底前赢单 ÷ 当月创建：{count} ÷ {all}。";
    insight_formula_cohort_lost(months: usize, count: &str, all: &str): "Lost by the end of month {months} after that of creation ÷ created: {count} ÷ {all}.", "创建后第 {months} 个月底前丢单 ÷ 当月创建：{count} ÷ {all}。";
    insight_formula_cohort_open(months: usize, count: &str, all: &str): "Open at the end of month {months} after that of creation ÷ created: {count} ÷ {all}.", "创建后第 {months} 个月底仍在进行 ÷ 当月创建：{count} ÷ {all}。";
}
