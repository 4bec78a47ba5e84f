//! Words of the faces, the PIN and the pulse.

use super::{Lang, texts};
use crate::domain::pulse::{PulseQuestion, Trend};

texts! {
    faces_title: "Who looks on", "视图切换";
    faces_more: "Room, one person, a customer; the PIN", "会议、成员、客户视图与 PIN";
    faces_note: "What a face may not see is not on the page at all, and none of it can be reached by its address.", "该视图不能看的内容完全不在页面中，也无法通过地址打开。";
    face_room: "The room", "会议视图";
    face_room_note: "The team's work: board, goals, forecast, figures. No pay, no private notes, no reviews.", "团队工作：看板、目标、预测、数据。不含薪酬、私人备注和评估。";
    face_rep: "One person", "成员视图";
    face_rep_note: "Their own scorecard, talks, feedback and reviews. Nothing about anybody else.", "仅本人的绩效、沟通、反馈和评估，不含其他人的任何信息。";
    face_rep_who: "Who", "选择成员";
    face_client: "A customer", "客户视图";
    face_client_note: "One survey and nothing else. It needs a PIN to come back.", "只显示一份调查，返回需要 PIN。";
    face_client_which: "Which survey", "选择调查";
    face_client_none: "Make a survey first.", "请先新建调查。";
    face_show: "Turn it", "切换";
    face_hidden: "This page is not shown while others look on.", "当前视图不显示此页。";
    refused_on_this_face: "Only the manager's face does this. Turn the tablet back first.", "此操作仅限管理者视图，请先切换回管理者视图。";
    face_to_start: "To the start", "返回首页";
    face_leave: "Back to the manager", "返回管理者视图";
    face_leave_ask: "Back to the manager's face?", "返回管理者视图？";
    face_leave_note: "No PIN is set, so anybody can do this.", "未设置 PIN，任何人都可以返回。";

    pin_title: "PIN", "PIN";
    pin_set: "A PIN is set on this tablet.", "本平板已设置 PIN。";
    pin_unset: "No PIN is set on this tablet.", "本平板未设置 PIN。";
    pin_note: "It is kept as a slow salted hash on this tablet alone. After three wrong tries each further one waits longer, up to an hour. Nobody can recover it; once it is said to be forgotten, a new one can be set a day later, and you are told.", "仅以加盐慢哈希保存在本平板。输错三次后，等待时间逐次加倍，最长一小时。PIN 无法找回；声明忘记后须等一天才能重设，并会通知您。";
    pin_forgotten: "PIN forgotten?", "忘记 PIN？";
    pin_forgotten_note: "A new PIN can be set one day from now. Nothing is lost, whoever knows the PIN can end the wait by entering it, and the manager is told of it.", "一天后可设置新 PIN，数据不会丢失。期间输入原 PIN 即取消等待，管理者会收到通知。";
    pin_forgotten_begin: "Begin the wait of one day", "开始等待一天";
    pin_forgotten_wait(hours: &str, minutes: &str): "A new PIN can be set in {hours} h {minutes} min. The tablet may be switched off meanwhile.", "{hours} 小时 {minutes} 分钟后可设置新 PIN，期间可关闭平板。";
    pin_forgotten_now: "The day is over. Set a new PIN; it takes the tablet back.", "等待结束，请设置新 PIN，设置后返回管理者视图。";
    pin_forgotten_new(asked: &str, set: &str): "The PIN was said to be forgotten on {asked}, and a new one was set on {set}. If that was not you, look who had the tablet.", "{asked} 有人声明忘记 PIN，{set} 已设置新 PIN。如非本人操作，请确认谁用过平板。";
    pin_forgotten_old(asked: &str): "The PIN was said to be forgotten on {asked}. The right one was entered before the day was over, so nothing came of it.", "{asked} 有人声明忘记 PIN。等待期间已输入正确 PIN，未作更改。";
    pin_forgotten_read: "Understood", "知道了";
    face_not_kept: "The browser did not store this, so nothing was changed. Make room on the page of data, then try again.", "浏览器未能保存，未作更改。请在“数据”页释放空间后重试。";
    pin_new: "New PIN, 4 to 8 digits", "新 PIN（4–8 位数字）";
    pin_again: "The same again", "再输入一次";
    pin_save: "Set the PIN", "设置 PIN";
    pin_remove: "Take the PIN away", "取消 PIN";
    pin_not_digits: "Enter 4 to 8 digits.", "请输入 4–8 位数字。";
    pin_not_same: "The two are not the same.", "两次输入不一致。";
    pin_needed: "Set a PIN first, so that only you can take the tablet back.", "请先设置 PIN，以便只有您能返回。";
    pin_enter: "PIN", "PIN";
    pin_wrong: "That is not the PIN.", "PIN 不正确。";
    pin_wait(seconds: &str): "Too many wrong tries. Wait {seconds} seconds.", "输错次数过多，请等待 {seconds} 秒。";

    pulse_title: "Team pulse", "团队状态";
    pulse_more: "How the team is, by blind ballot", "匿名了解团队状态";
    pulse_lead: "The tablet goes round, and each answers unseen. At the end one record is kept: how often each answer was given. Not who, not in which order, nothing before the end.", "平板依次传递，每人独自作答。结束时只保存各答案的次数，不保存是谁、什么顺序，中途也不保存。";
    pulse_few_note: "Of fewer than five ballots only the direction is kept, of fewer than three nothing.", "少于五人只保存趋势，少于三人不保存。";
    pulse_keep_open: "Keep this page open until the round ends. Nothing is stored before, so closing or reloading it loses the ballots.", "本轮结束前请保持此页面打开：中途不保存任何内容，关闭或刷新页面会丢失已投的票。";
    pulse_begin: "Begin a round", "开始一轮";
    pulse_next: "Hand the tablet to the next", "请把平板交给下一位";
    pulse_count(count: &str): "Ballots so far: {count}", "已收 {count} 票";
    pulse_answer: "Answer", "开始作答";
    pulse_put_in: "Put it in", "投入";
    pulse_end: "All have answered", "全部完成";
    pulse_drop: "Drop the round", "放弃本轮";
    pulse_drop_ask: "Drop the ballots that were put in?", "放弃已投的票？";
    pulse_too_few_ballots: "Fewer than three took part, so nothing was kept.", "参与人数少于三人，未保存。";
    pulse_none: "No round has been held yet.", "还没有记录。";
    pulse_energy: "I have energy for my work.", "我工作时精力充沛。";
    pulse_load: "My work can be managed.", "我的工作量合适。";
    pulse_support: "I get the support I need.", "我得到所需的支持。";
    pulse_trend: "Compared with last time", "与上次相比";
    pulse_worse: "Worse", "变差";
    pulse_same: "The same", "差不多";
    pulse_better: "Better", "变好";
    pulse_low: "Not at all", "完全不符";
    pulse_high: "Entirely", "非常符合";
    pulse_day(day: &str, count: &str): "{day}, ballots: {count}", "{day}，{count} 票";
    pulse_direction_better: "More found it better than last time.", "认为变好的人更多。";
    pulse_direction_same: "As many found it better as worse.", "变好与变差的人数相当。";
    pulse_direction_worse: "More found it worse than last time.", "认为变差的人更多。";
    pulse_hidden: "Not kept: it would tell who said what.", "未保存：否则会暴露个人答案。";
    pulse_only_trend: "Fewer than five, so only the direction.", "少于五人，只显示趋势。";
    pulse_thanks: "Thank you. Nobody can see what you answered.", "谢谢。没有人能看到您的答案。";
    pulse_offers: "If you need somebody", "如果您需要帮助";
    pulse_offer_talk: "Ask for a one-to-one at any time; it stays between the two of you.", "随时可以约一对一沟通，内容保密。";
    pulse_offer_load: "Say which leads or tasks can wait or go to somebody else this week.", "说出本周哪些线索或任务可以推迟或交给别人。";
    pulse_offer_rest: "Take the days off you have; the manager plans around them.", "合理安排休假，由管理者协调工作。";
    pulse_offer_help: "If it weighs on you, talk with your doctor or your company's counselling service.", "如感到压力过大，请咨询医生或公司的心理援助服务。";
}

impl Lang {
    /// What the pulse asks.
    pub const fn pulse_question(self, question: PulseQuestion) -> &'static str {
        match question {
            PulseQuestion::Energy => self.pulse_energy(),
            PulseQuestion::Load => self.pulse_load(),
            PulseQuestion::Support => self.pulse_support(),
        }
    }

    /// Against last time, as it is answered.
    pub const fn pulse_trend_answer(self, trend: Trend) -> &'static str {
        match trend {
            Trend::Worse => self.pulse_worse(),
            Trend::Same => self.pulse_same(),
            Trend::Better => self.pulse_better(),
        }
    }

    /// Against last time, as it is told.
    pub const fn pulse_direction(self, trend: Trend) -> &'static str {
        match trend {
            Trend::Worse => self.pulse_direction_worse(),
            Trend::Same => self.pulse_direction_same(),
            Trend::Better => self.pulse_direction_better(),
        }
    }
}
