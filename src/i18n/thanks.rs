//! Words of thanks: the wall, facts worth a word, awards.

use super::{Lang, texts};
use crate::domain::thanks::{AwardKind, ContestKind, Counted, ThanksRefused};

texts! {
    thanks_title: "Thanks", "表扬与感谢";
    thanks_more: "Praise on a wall, what nobody has said yet, awards of the month", "表扬墙、值得感谢的事、月度之星";
    thanks_headline(count: &str): "Praise in the last 30 days: {count}.", "近 30 天表扬 {count} 次。";
    thanks_headline_waiting(count: &str): "People without a word of thanks for four weeks or longer: {count}.", "四周以上未获感谢的成员：{count} 人。";
    thanks_say: "Say thanks", "写表扬";
    thanks_to: "Who is thanked", "表扬谁";
    thanks_from: "Who thanks", "谁来表扬";
    thanks_manager: "The manager", "管理者";
    thanks_somebody: "Somebody who has left", "已离开的成员";
    thanks_value: "Which value it shows", "体现的价值观";
    thanks_value_choose: "Choose a value", "请选择";
    thanks_text: "What for", "感谢什么";
    thanks_put_up: "Put it up", "发布";
    thanks_wall: "Praise wall", "表扬墙";
    thanks_wall_empty: "Nothing is up yet. Say what somebody did well, in one sentence.", "还没有表扬。用一句话说说谁做得好。";
    thanks_from_on(from: &str, day: &str): "From {from}, {day}", "{from}，{day}";
    thanks_show: "Show large", "大屏展示";
    thanks_delete: "Take down", "撤下";
    thanks_older(count: &str): "Earlier praise, not shown here: {count}", "更早的表扬 {count} 条未显示";

    thanks_facts: "Seen, and not thanked for yet", "值得感谢的事";
    thanks_facts_note: "From deals, activities and promises of the last 60 days. A fact goes once somebody is thanked for it.", "来自近 60 天的交易、跟进和承诺。表扬之后不再显示。";
    thanks_facts_none: "Nothing that stands out has gone without a word.", "没有被遗漏的亮点。";
    thanks_for_this: "Thank for it", "去表扬";
    thanks_for_whom(name: &str): "Thank for it: {name}", "去表扬：{name}";
    fact_long_way(days: &str, usual: &str): "Won after {days} days, where {usual} are usual", "历时 {days} 天赢单，通常为 {usual} 天";
    fact_first_win(days: &str): "Won the first deal, {days} days after starting", "入职 {days} 天拿下首单";
    fact_from_pool: "Claimed a lead that nobody worked on, and won it", "领取无人跟进的线索并赢单";
    fact_helped(owner: &str, words: &str): "Helped {owner} win: words with the customer: {words}", "协助{owner}赢单，与客户沟通 {words} 次";
    fact_kept(period: &str): "Won what was committed for {period}", "兑现了{period}的承诺";

    thanks_waiting: "Longest without thanks", "最久未获感谢";
    thanks_waiting_note: "Praise on the wall and positive feedback count. Only you see this list.", "表扬墙与正面反馈均计入。此列表仅您可见。";
    waiting_never: "Never thanked yet", "尚未获得感谢";
    waiting_never_since(days: &str): "Never thanked yet, in the team for {days} days", "加入 {days} 天，尚未获得感谢";
    waiting_since(days: &str, day: &str): "{days} days, last on {day}", "已 {days} 天，上次 {day}";
    waiting_today: "Thanked today", "今天获得感谢";

    awards_title: "Awards of the month", "月度之星";
    awards_month: "Month", "月份";
    awards_so_far(month: &str): "{month}, so far", "{month}（进行中）";
    awards_note: "Counted from what is in the data. Whoever has the same figure shares an award; where more than three share one, nobody is named.", "按系统数据计算。并列者共享奖项；超过三人并列时不评。";
    awards_none: "Nothing has been won, said or praised in this month.", "本月没有赢单、跟进或表扬记录。";
    awards_too_many(count: &str): "Shared by {count}, so nobody is named", "{count} 人并列，不评";
    awards_shared: "shared", "并列";
    award_wins: "Most deals won", "赢单最多";
    award_wins_figure(n: &str): "Deals won: {n}", "赢单 {n} 个";
    award_way: "Longest way to a win", "最坚持";
    award_way_figure(n: &str): "Days to the win: {n}", "赢单历时 {n} 天";
    award_words: "Closest to customers", "最贴近客户";
    award_words_figure(n: &str): "Words with customers: {n}", "客户沟通 {n} 次";
    award_helper: "Best help to colleagues", "最佳协作";
    award_helper_figure(n: &str): "Words with customers of colleagues: {n}", "协助同事沟通 {n} 次";
    award_praised: "Most praised", "表扬最多";
    award_praised_figure(n: &str): "Praise: {n}", "获表扬 {n} 次";
    award_next(n: &str): "next: {n}", "其次：{n}";

    contests_title: "Contests", "竞赛";
    contests_more: "First to a target or most at the end; people or teams", "先到或最多者胜，个人或团队";
    contests_empty: "No contest yet. Choose what counts, who takes part and until when.", "还没有竞赛。请设定指标、参赛者和期限。";
    contests_rules: "Whoever has the same shares a place, and the places after it are skipped: 1, 2, 2, 4. In a race the earlier day is better, then the higher figure. Points: a visit or meeting 3, a quote 2, a call or message 1. A result is written down when the contest ends and stays.", "相同者并列，其后名次顺延：1、2、2、4。竞速赛先到者胜，同日则数值高者胜。积分：拜访或会议 3 分，报价 2 分，电话或消息 1 分。结束时记录的成绩不再变动。";
    contest_new: "New contest", "新建竞赛";
    contest_name: "Name", "名称";
    contest_kind: "How it is decided", "决胜方式";
    contest_best: "Most at the end", "结束时最多";
    contest_first_to: "First to a target", "先到目标";
    contest_duel: "Two people, head to head", "两人对决";
    contest_teams: "Team against team", "团队对抗";
    contest_counted: "What counts", "计算指标";
    contest_deals: "Deals won", "赢单数";
    contest_amount: "Amount won", "赢单金额";
    contest_words: "Words with customers", "客户沟通次数";
    contest_points: "Points for activities", "跟进积分";
    contest_first: "First day", "开始日期";
    contest_last: "Last day", "结束日期";
    contest_target: "Target, for being first", "目标值（先到者胜）";
    contest_sides: "Who takes part", "参赛者";
    contest_together: "Choose several at once", "批量选择";
    contest_everybody: "Everybody", "全选";
    contest_nobody: "Nobody", "全不选";
    contest_nobody_yet(count: &str): "Nobody has scored yet; {count} take part. Places appear with the first result.", "暂无成绩，共 {count} 个参赛者；有首个成绩后显示名次。";
    contest_nobody_scored(count: &str): "Nobody scored; {count} took part.", "无人取得成绩，共 {count} 个参赛者。";
    contest_open: "Show everybody's place; else the first three and one's own", "公开所有名次；否则只显示前三名和本人";
    contest_begin: "Begin the contest", "开始竞赛";
    contest_edit: "Change the contest", "修改竞赛";
    contest_save: "Save the changes", "保存修改";
    contest_prize: "Prize for the first place", "第一名奖品";
    contest_prize_told(prize: &str): "Prize: {prize}", "奖品：{prize}";
    contest_edit_note: "Everybody sees each change below the contest. The places are reckoned anew from the records of the days set here, days that are over included; who joins counts from the first day on, and who has the same still shares a place.", "每项修改都会显示在竞赛下方，所有人可见。名次按此处日期内的记录重新计算，已过去的日子也算在内；新加入者从开始日期起计，相同者仍并列。";
    contest_measured_note: "Something has counted already, so how it is decided, what counts and the target stay.", "已有计入的成绩，决胜方式、计算指标和目标值不再更改。";
    contest_changes(count: &str): "Changes: {count}", "修改记录：{count}";
    contest_changed(day: &str, part: &str, was: &str, now: &str): "{day}: {part}, {was} → {now}", "{day}：{part}，{was} → {now}";
    contest_joined(day: &str, names: &str): "{day}: takes part now: {names}", "{day}：新加入 {names}";
    contest_left(day: &str, names: &str): "{day}: does not take part any more: {names}", "{day}：退出 {names}";
    contest_opened(day: &str): "{day}: everybody's place is shown now", "{day}：改为公开所有名次";
    contest_closed(day: &str): "{day}: only the first three places are shown now", "{day}：改为只显示前三名";
    contest_nothing: "nothing", "无";
    contest_end: "End and keep the result", "结束并记录成绩";
    contest_delete: "Delete the contest", "删除竞赛";
    contest_note(kind: &str, counted: &str, first: &str, last: &str): "{kind} · {counted} · {first} to {last}", "{kind} · {counted} · {first} 至 {last}";
    contest_ended_on(day: &str): "Ended on {day}; the result stays as it was then.", "已于 {day} 结束，成绩不再变动。";
    contest_uncounted(codes: &str): "What was won in {codes} counts nothing here, because the rate is missing. State it in the settings.", "缺少 {codes} 汇率，相关成交未计入。请在设置中填写。";
    contest_hidden(count: &str): "Further places, shown to each alone: {count}", "其余 {count} 个名次仅本人可查";
    contest_own: "My own place and best", "我的名次与最佳";
    contest_own_best(score: &str, first: &str, last: &str): "Own best in as many days before: {score}, from {first} to {last}.", "此前同等天数内的个人最佳：{score}（{first} 至 {last}）。";
    contest_own_best_beaten(score: &str, first: &str, last: &str): "A new own best: in as many days before it was {score} at most, from {first} to {last}.", "已刷新个人最佳：此前同等天数内最高为 {score}（{first} 至 {last}）。";
    contest_own_best_none: "No earlier result to compare with.", "没有可比较的以往成绩。";
    contest_show: "Show large", "大字显示";
    contest_show_of(name: &str): "Show large: {name}", "大字显示：{name}";
    contest_own_none: "Choose who you are", "请选择本人";
    contest_reached(day: &str): "reached on {day}", "{day} 达成";
    contest_none_yet: "nothing yet", "暂无";

    refused_contest_days: "Enter both days, the first not after the last.", "请填写开始和结束日期，开始不得晚于结束。";
    refused_contest_sides: "Choose at least two who take part; head to head exactly two people.", "请至少选择两个参赛者；两人对决须正好两人。";
    refused_contest_target: "Enter a target above zero.", "请填写大于零的目标值。";
    refused_contest_over: "This contest has ended or been deleted; its result stays.", "该竞赛已结束或已删除，成绩不再变动。";
    refused_contest_counted: "Something has counted in this contest already, so how it is decided, what counts and the target stay. End it, or delete it and begin another.", "该竞赛已有计入的成绩，决胜方式、计算指标和目标值不能再改。请结束竞赛，或删除后另建。";
    refused_contest_last_over: "The new last day is over already. Choose today or a later day.", "新的结束日期已过，请选择今天或以后的日期。";
    refused_contest_runs(day: &str): "It runs until {day} and nobody has reached a target. End it on the day after.", "竞赛持续到 {day}，且无人达到目标。请在次日结束。";
    values_edit: "Values and celebration", "价值观与庆祝方式";
    values_lines: "Values, one a line", "价值观，每行一个";
    values_hint: "Praise that is up keeps its value.", "已发布的表扬保留原价值观。";
    values_quiet: "Put praise up quietly, without a celebration", "安静发布，不播放庆祝";
    value_customer: "Customer first", "客户第一";
    value_reliable: "Reliability", "言而有信";
    value_team: "Teamwork", "团队协作";
    value_learn: "Learning", "持续学习";

    refused_nobody: "Choose who is thanked.", "请选择表扬谁。";
    refused_own: "Nobody thanks themselves. Choose somebody else as the one who thanks, or take the person out.", "不能表扬自己。请更换表扬人，或取消选择本人。";
    refused_empty: "Write in a sentence what for.", "请用一句话写明感谢什么。";
    refused_value: "Choose the value that it shows.", "请选择体现的价值观。";
    refused_praise_gone: "This praise has been taken down already.", "这条表扬已被撤下。";
    refused_no_values: "Leave at least one value.", "请至少保留一个价值观。";
    refused_value_twice(value: &str): "The value \"{value}\" is there twice. Take one out.", "价值观“{value}”重复，请删除一个。";
}

impl Lang {
    /// Why something about thanks is not done.
    pub fn thanks_refused(self, why: &ThanksRefused) -> String {
        let words = match why {
            ThanksRefused::NobodyThanked => self.refused_nobody(),
            ThanksRefused::OwnPraise => self.refused_own(),
            ThanksRefused::PraiseEmpty => self.refused_empty(),
            ThanksRefused::ValueMissing => self.refused_value(),
            ThanksRefused::PraiseGone => self.refused_praise_gone(),
            ThanksRefused::NoValues => self.refused_no_values(),
            ThanksRefused::ContestDays => self.refused_contest_days(),
            ThanksRefused::ContestSides => self.refused_contest_sides(),
            ThanksRefused::ContestTarget => self.refused_contest_target(),
            ThanksRefused::ContestOver => self.refused_contest_over(),
            ThanksRefused::ContestCounted => self.refused_contest_counted(),
            ThanksRefused::ContestLastOver => self.refused_contest_last_over(),
            ThanksRefused::ContestRuns(day) => return self.refused_contest_runs(&day.to_string()),
            ThanksRefused::ValueTwice(value) => return self.refused_value_twice(value),
        };
        words.to_owned()
    }

    /// How a contest is decided.
    pub const fn contest_kind_of(self, kind: ContestKind) -> &'static str {
        match kind {
            ContestKind::Best => self.contest_best(),
            ContestKind::FirstTo => self.contest_first_to(),
            ContestKind::Duel => self.contest_duel(),
            ContestKind::Teams => self.contest_teams(),
        }
    }

    /// What counts in a contest.
    pub const fn contest_counted_of(self, counted: Counted) -> &'static str {
        match counted {
            Counted::Deals => self.contest_deals(),
            Counted::Amount => self.contest_amount(),
            Counted::Words => self.contest_words(),
            Counted::Points => self.contest_points(),
        }
    }

    /// What an award is called.
    pub const fn award(self, kind: AwardKind) -> &'static str {
        match kind {
            AwardKind::Wins => self.award_wins(),
            AwardKind::LongestWay => self.award_way(),
            AwardKind::Words => self.award_words(),
            AwardKind::Helper => self.award_helper(),
            AwardKind::Praised => self.award_praised(),
        }
    }

    /// The figure that an award is given for.
    pub fn award_figure(self, kind: AwardKind, figure: &str) -> String {
        match kind {
            AwardKind::Wins => self.award_wins_figure(figure),
            AwardKind::LongestWay => self.award_way_figure(figure),
            AwardKind::Words => self.award_words_figure(figure),
            AwardKind::Helper => self.award_helper_figure(figure),
            AwardKind::Praised => self.award_praised_figure(figure),
        }
    }
}
