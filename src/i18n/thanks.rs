//! Words of thanks: the wall, facts worth a word, awards.

use super::{Lang, texts};
use crate::domain::thanks::{AwardKind, ThanksRefused};

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
            ThanksRefused::ValueTwice(value) => return self.refused_value_twice(value),
        };
        words.to_owned()
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
