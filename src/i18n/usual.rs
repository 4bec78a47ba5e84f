//! What a catalogue of rewards and a career ladder usually begin with, and what the plan of the
//! sample team is called.

use super::Lang;
use super::sample::Pair;

pub(super) const PLAN: [Pair; 3] = [
    ("Sales commission by quarter", "销售季度提成"),
    ("Own deals", "个人业绩"),
    ("Deals of the team", "团队业绩"),
];

/// A gift, time off, a course, a journey.
const REWARDS: [Pair; 4] = [
    ("Headphones that keep noise away", "降噪耳机"),
    ("A day off of one's own choice", "自选休假一天"),
    ("Course in negotiation", "商务谈判培训"),
    ("Weekend in the mountains for two", "双人周末山居"),
];

const LEVELS: [Pair; 3] =
    [("Sales associate", "销售专员"), ("Account executive", "客户经理"), ("Team lead", "团队主管")];

const JUDGED: [Pair; 2] = [
    ("Runs a first meeting with a customer alone", "能独立完成首次客户拜访"),
    ("Shows newcomers the way", "能带教新人"),
];

impl Lang {
    /// The names of the usual rewards, in their order.
    pub fn usual_rewards(self) -> [&'static str; 4] {
        self.each(&REWARDS)
    }

    /// The names of the usual levels, from the lowest.
    pub fn usual_levels(self) -> [&'static str; 3] {
        self.each(&LEVELS)
    }

    /// What is judged for the usual levels, in their order.
    pub fn usual_judged(self) -> [&'static str; 2] {
        self.each(&JUDGED)
    }
}
