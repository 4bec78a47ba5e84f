//! What is on the agenda of a meeting, and how many minutes each section gets.
//!
//! The minutes are suggested from what is at stake. Sections of which nothing can be counted keep
//! their usual minutes. The others share theirs: every one gets a minute, and of what is left a
//! third goes as the usual minutes are, a third by the money at stake, a third by how many things
//! are late, broken or open. A third without anything to go by goes as usual. Shares are whole
//! minutes by the largest remainder ([`split`]), so that the whole stays what it was.

use std::fmt;
use std::str::FromStr;

use crate::domain::codes::{NotACode, codes};
use crate::domain::split::split;

codes! {
    /// A kind of meeting.
    pub enum MeetingKind {
        /// Every morning, standing.
        Standup = "standup",
        /// Every week, deal by deal.
        Pipeline = "pipeline",
        /// Every month: what came of it.
        Monthly = "monthly",
        /// Every quarter: what is to come.
        Kickoff = "kickoff",
        /// What went well and what did not.
        Retro = "retro",
        /// Learning together.
        Training = "training",
    }
}

codes! {
    /// What a section is about.
    pub enum Topic {
        /// How everybody is, and what this is for.
        Opening = "opening",
        /// Announcements.
        News = "news",
        /// The goals of the quarter.
        Goals = "goals",
        /// A forecast round.
        Forecast = "forecast",
        /// Deals that are to close in the quarter.
        Deals = "deals",
        /// Deals that do not move.
        Stale = "stale",
        /// What was promised and did not come.
        Promises = "promises",
        /// Customers who are due a word.
        Contacts = "contacts",
        /// What other departments owe.
        Requests = "requests",
        /// Leads are handed out.
        Handout = "handout",
        /// What went well and what did not.
        Lessons = "lessons",
        /// Something is learned.
        Learning = "learning",
        /// How contests stand.
        Contests = "contests",
        /// Who is thanked for what.
        Praise = "praise",
        /// What was agreed in earlier meetings.
        Actions = "actions",
        /// What has to be talked about.
        Issues = "issues",
        /// What was decided, and how good this was.
        Closing = "closing",
        /// Something of the team's own.
        Own = "own",
    }
}

/// A section of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about.
    pub topic: Topic,
    /// Its minutes, from 1.
    pub minutes: i64,
    /// What the team calls it; empty where it goes by its topic.
    pub name: String,
}

/// What is at stake in a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stake {
    /// The money, in minor units of the team's currency.
    pub money: i64,
    /// How many things are late, broken or open.
    pub things: i64,
}

impl Section {
    /// A section that goes by its topic.
    pub const fn usual(topic: Topic, minutes: i64) -> Section {
        Section { topic, minutes, name: String::new() }
    }
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.topic, self.minutes, self.name)
    }
}

impl FromStr for Section {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Section, NotACode> {
        let mut parts = text.splitn(3, ' ');
        let mut part = || parts.next().ok_or(NotACode);
        let (topic, minutes) = (part()?.parse()?, part()?.parse().map_err(|_| NotACode)?);
        Ok(Section { topic, minutes, name: part()?.to_owned() })
    }
}

crate::domain::value::text_scalar!(Section);

impl MeetingKind {
    /// The agenda of a kind before a team has changed it.
    pub fn usual(self) -> Vec<Section> {
        use Topic::*;
        let plan: &[(Topic, i64)] = match self {
            MeetingKind::Standup => {
                &[(News, 1), (Contacts, 5), (Stale, 4), (Actions, 2), (Issues, 2), (Closing, 1)]
            }
            MeetingKind::Pipeline => &[
                (Opening, 2),
                (News, 2),
                (Goals, 6),
                (Deals, 18),
                (Stale, 10),
                (Promises, 5),
                (Requests, 4),
                (Actions, 5),
                (Issues, 6),
                (Closing, 2),
            ],
            MeetingKind::Monthly => &[
                (Opening, 3),
                (Goals, 15),
                (Forecast, 15),
                (Deals, 20),
                (Promises, 10),
                (Requests, 5),
                (Actions, 7),
                (Issues, 10),
                (Closing, 5),
            ],
            MeetingKind::Kickoff => &[
                (Opening, 5),
                (Goals, 30),
                (Forecast, 25),
                (Handout, 30),
                (Issues, 20),
                (Closing, 10),
            ],
            MeetingKind::Retro => &[
                (Opening, 5),
                (Lessons, 25),
                (Promises, 10),
                (Actions, 5),
                (Issues, 10),
                (Closing, 5),
            ],
            MeetingKind::Training => &[(Opening, 3), (Learning, 32), (Actions, 5), (Closing, 5)],
        };
        plan.iter().map(|(topic, minutes)| Section::usual(*topic, *minutes)).collect()
    }
}

/// The minutes of every section as they are suggested; what is at stake stands section by section,
/// none where nothing can be counted.
pub fn suggest(sections: &[Section], stakes: &[Option<Stake>]) -> Vec<i64> {
    let mut minutes: Vec<i64> = sections.iter().map(|it| it.minutes.max(1)).collect();
    let sharing: Vec<(usize, Stake)> = (0..sections.len())
        .filter_map(|place| Some((place, stakes.get(place).copied().flatten()?)))
        .collect();
    let usual: Vec<i64> = sharing.iter().map(|(place, _)| minutes[*place] - 1).collect();
    let money: Vec<i64> = sharing.iter().map(|(_, it)| it.money.max(0)).collect();
    let things: Vec<i64> = sharing.iter().map(|(_, it)| it.things.max(0)).collect();
    let to_share = usual.iter().sum();
    let thirds = split(to_share, &[1, 1, 1]);
    let goes_by =
        [&usual, &money, &things].map(|weights| match weights.iter().all(|it| *it == 0) {
            true => &usual,
            false => weights,
        });
    // What goes as usual goes together, so that nothing at stake means nothing changes.
    let as_usual: i64 = thirds
        .iter()
        .zip(goes_by)
        .filter(|(_, it)| std::ptr::eq(*it, &usual))
        .map(|it| *it.0)
        .sum();
    let mut shares = split(as_usual, &usual);
    for (third, weights) in thirds.iter().zip(goes_by).filter(|(_, it)| !std::ptr::eq(*it, &usual))
    {
        for (share, more) in shares.iter_mut().zip(split(*third, weights)) {
            *share += more;
        }
    }
    for ((place, _), share) in sharing.iter().zip(shares) {
        minutes[*place] = share + 1;
    }
    minutes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stake(money: i64, things: i64) -> Option<Stake> {
        Some(Stake { money, things })
    }

    #[track_caller]
    fn check(minutes: &[i64], stakes: &[Option<Stake>], expect: &[i64]) {
        let section = |it: &i64| Section::usual(Topic::Own, *it);
        let sections: Vec<Section> = minutes.iter().map(section).collect();
        assert_eq!(suggest(&sections, stakes), expect);
    }

    #[test]
    fn nothing_at_stake_changes_nothing() {
        check(&[5, 20, 10], &[None, stake(0, 0), stake(0, 0)], &[5, 20, 10]);
        check(&[5, 20], &[], &[5, 20]);
        check(&[], &[], &[]);
    }

    // By hand, of 11 + 11 minutes, one each off: 20 to share, in thirds 7, 7, 6. As usual 7 is 4
    // and 3, by money (3 : 1) 7 is 5.25 and 1.75, so 5 and 2, by things (0 : 2) 6 is 0 and 6.
    #[test]
    fn thirds_go_as_usual_by_money_and_by_things() {
        check(&[2, 11, 11], &[None, stake(300, 0), stake(100, 2)], &[2, 10, 12]);
    }

    // By hand: without money two thirds, 7 and 7 of 20, go as usual, 7 and 7; 6 by things, 2 and 4.
    #[test]
    fn a_third_without_anything_to_go_by_goes_as_usual() {
        check(&[11, 11], &[stake(0, 1), stake(0, 2)], &[10, 12]);
    }

    #[test]
    fn sections_are_read_back_and_usual_agendas_have_the_usual_length() {
        let named = Section { topic: Topic::Own, minutes: 7, name: "Who is who ?".to_owned() };
        for section in [named, Section::usual(Topic::Deals, 1)] {
            assert_eq!(section.to_string().parse(), Ok(section));
        }
        let length = |it: &MeetingKind| it.usual().iter().map(|it| it.minutes).sum::<i64>();
        let lengths: Vec<i64> = MeetingKind::ALL.iter().map(length).collect();
        assert_eq!(lengths, [15, 60, 90, 120, 60, 45]);
    }

    proptest! {
        #[test]
        fn the_whole_stays_and_every_section_has_a_minute(
            parts in prop::collection::vec((1_i64..60, prop::option::of((0_i64..1 << 40, 0_i64..50))), 0..12),
        ) {
            let sections: Vec<Section> =
                parts.iter().map(|it| Section::usual(Topic::Own, it.0)).collect();
            let stakes: Vec<Option<Stake>> =
                parts.iter().map(|it| it.1.and_then(|(money, things)| stake(money, things))).collect();
            let found = suggest(&sections, &stakes);
            prop_assert_eq!(found.iter().sum::<i64>(), parts.iter().map(|it| it.0).sum::<i64>());
            prop_assert!(found.iter().all(|it| 1 <= *it));
            for ((minutes, stake), (section, _)) in found.iter().zip(&stakes).zip(&parts) {
                prop_assert!(stake.is_some() || minutes == section);
            }
        }
    }
}
