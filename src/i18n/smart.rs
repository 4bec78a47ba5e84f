//! Words of the check whether a goal is specific, measurable, attainable, relevant, time-bound.

use super::texts;

texts! {
    smart_column: "SMART", "SMART";
    smart_title: "SMART check", "SMART 检查";
    smart_of(name: &str): "SMART check of the goal of {name}", "{name}的目标 SMART 检查";
    smart_specific: "Specific", "具体";
    smart_measurable: "Measurable", "可衡量";
    smart_attainable: "Attainable", "可达成";
    smart_relevant: "Relevant", "相关";
    smart_time_bound: "Time-bound", "有期限";
    smart_yes: "yes", "是";
    smart_partly: "partly", "部分";
    smart_no: "no", "否";
    smart_unknown: "cannot tell", "无法判断";

    smart_is_specific(name: &str, measure: &str, amount: &str, period: &str): "{name}, {measure}, {amount} in {period}: all of it is set.", "{name}，{measure}，{period}达到 {amount}，都已写明。";
    smart_is_summed(amount: &str): "{amount} is only the sum of the goals below; none is set here.", "{amount} 只是下级目标之和，本级没有单独设定。";
    smart_is_measurable(measure: &str): "{measure} is computed from the records there are.", "{measure}可由现有记录计算。";
    smart_undated(count: &str): "Won leads without a close date, which no period counts: {count}.", "有 {count} 条赢单没有关闭日期，不计入任何周期。";
    smart_unvalued(count: &str): "Won leads without an amount, counted as zero: {count}.", "有 {count} 条赢单没有金额，按零计。";
    smart_unsaid(count: &str): "Won leads of the period that do not say for which row they count: {count}.", "本期有 {count} 条赢单未注明归属，未计入任何一行。";
    smart_no_value: "There is no value yet: the formula divides by zero.", "目前没有数值：公式除数为零。";
    smart_too_low(goal: &str): "Too low: {goal} comes about without trying.", "偏低：{goal} 不用努力也能达到。";
    smart_within(goal: &str): "Within reach: {goal}.", "可达到：{goal}。";
    smart_stretch(goal: &str): "A stretch: {goal} is reached when things go well.", "有挑战：顺利时才能达到 {goal}。";
    smart_out_of_reach(goal: &str): "Out of reach: nothing says that {goal} can be reached.", "过高：没有依据表明能达到 {goal}。";
    smart_cannot_tell: "Cannot tell: too little has closed for a forecast, and there are fewer than four earlier periods.", "无法判断：结单太少，无法预测，且以往不足四期。";
    smart_over: "The period is over.", "本期已结束。";
    smart_pending: "Being worked out.", "正在计算。";
    smart_likely(low: &str, middle: &str, high: &str): "The forecast is {middle}; in eight of ten cases it is from {low} to {high}.", "预测为 {middle}，十次中有八次在 {low} 到 {high} 之间。";
    smart_past(periods: &str, worst: &str, usual: &str, best: &str): "In {periods} earlier periods: least {worst}, usual {usual}, most {best}.", "此前 {periods} 期：最低 {worst}，通常 {usual}，最高 {best}。";
    smart_hangs_on(name: &str, amount: &str): "It is part of the goal of {name} for the same period, {amount}.", "属于{name}同期目标 {amount} 的一部分。";
    smart_hangs_on_nothing(period: &str): "Neither a team nor the company has a goal for {period} that it belongs to.", "团队和公司{period}都没有对应的目标。";
    smart_serves(objective: &str): "It serves the objective “{objective}”.", "服务于目标“{objective}”。";
    smart_serves_nothing: "It hangs on no objective yet; link one on the page of objectives.", "尚未关联公司或项目目标，可在“战略目标”页关联。";
    smart_is_top: "The company's goal is what all others hang on.", "公司目标是其他目标的上级。";
    smart_ends(day: &str, days: &str): "It ends on {day}; working days left: {days}.", "{day}到期，剩余 {days} 个工作日。";
    smart_ended(day: &str): "It ended on {day}.", "已于{day}到期。";
}
