//! What is at stake in the sections of a meeting, with the words that say so, and the minutes that
//! are suggested from it.

use super::section_name;
use super::to_close::{boards_words, deals_by_pipeline};
use crate::domain::calendar::Day;
use crate::domain::meeting::agenda::suggest;
use crate::domain::meeting::{
    MeetingKind, PointSort, RequestState, Section, Stake, Topic, current_news, open_points,
    plan_of, requests, unread_by,
};
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Rates, Total};
use crate::domain::round::{first_said, revealed};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::agenda::{AgendaTab, due_agenda};
use crate::present::board::staleness;
use crate::present::format;
use crate::present::goals::words::whole;
use crate::present::goals::{GoalsView, won_in};

/// A section as it is suggested.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggested {
    /// The section, with the suggested minutes.
    pub section: Section,
    /// What it is called.
    pub name: String,
    /// The usual minutes.
    pub usual: i64,
    /// Why it gets these minutes.
    pub why: String,
}

/// The agenda of a kind of meeting as it is suggested for a day.
pub fn agenda(workspace: &Workspace, lang: Lang, today: Day, kind: MeetingKind) -> Vec<Suggested> {
    let sections = plan_of(workspace, kind);
    let looked = Looked { workspace, lang, today, kind, rates: Rates::on(workspace, today) };
    let found: Vec<Option<(Stake, String)>> =
        sections.iter().map(|it| looked.at_stake(it.topic)).collect();
    let stakes: Vec<Option<Stake>> = found.iter().map(|it| it.as_ref().map(|it| it.0)).collect();
    let minutes = suggest(&sections, &stakes);
    let one = |((section, found), minutes): ((Section, Option<(Stake, String)>), i64)| Suggested {
        name: section_name(lang, &section),
        usual: section.minutes,
        why: found.map_or(lang.meeting_usual().to_owned(), |it| it.1),
        section: Section { minutes, ..section },
    };
    sections.into_iter().zip(found).zip(minutes).map(one).collect()
}

struct Looked<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    today: Day,
    kind: MeetingKind,
    rates: Rates,
}

impl Looked<'_> {
    /// What is at stake in a topic; none where nothing can be counted.
    fn at_stake(&self, topic: Topic) -> Option<(Stake, String)> {
        match topic {
            Topic::Deals => Some(self.deals()),
            Topic::Stale => Some(self.stale()),
            Topic::Promises => Some(self.promises()),
            Topic::Goals => self.goals(),
            Topic::Contacts => Some(self.contacts()),
            Topic::Requests => Some(self.requests()),
            Topic::Actions => Some(self.actions()),
            Topic::Issues => Some(self.issues()),
            Topic::News => Some(self.news()),
            Topic::Opening
            | Topic::Forecast
            | Topic::Handout
            | Topic::Lessons
            | Topic::Learning
            | Topic::Closing
            | Topic::Contests
            | Topic::Praise
            | Topic::Own => None,
        }
    }

    fn count(&self, count: usize) -> String {
        format::count(self.lang, count as u64)
    }

    fn money(&self, minor: i64) -> String {
        format::money_compact(self.lang, whole(Money::new(minor, self.rates.home())))
    }

    /// What amounts come to; those without a rate are left out.
    fn sum(&self, amounts: impl Iterator<Item = Money>) -> i64 {
        let home = amounts.filter_map(|it| self.rates.convert(it));
        home.fold(0, |sum, it| sum.saturating_add(it.minor))
    }

    fn deals(&self) -> (Stake, String) {
        let (workspace, lang) = (self.workspace, self.lang);
        let due: Vec<_> =
            deals_by_pipeline(workspace, self.today).into_values().flatten().collect();
        let late = due.iter().filter(|it| it.closes.is_some_and(|it| it < self.today)).count();
        let money = self.sum(due.iter().filter_map(|it| it.amount));
        let why =
            lang.meeting_why_deals(&self.count(due.len()), &self.money(money), &self.count(late));
        let why = match boards_words(workspace, lang, self.today) {
            Some(boards) => lang.meeting_why_boards(&why, &boards),
            None => why,
        };
        (Stake { money, things: late as i64 }, why)
    }

    fn stale(&self) -> (Stake, String) {
        let stale = self.workspace.leads.values().filter(|lead| {
            let stage = self.workspace.stages.find(lead.stage);
            lead.outcome(self.workspace) == Outcome::Open
                && 1.0 <= staleness(lead.days_in_stage(self.today), stage)
        });
        let stale: Vec<_> = stale.collect();
        let money = self.sum(stale.iter().filter_map(|it| it.amount));
        let why = self.lang.meeting_why_stale(&self.count(stale.len()), &self.money(money));
        (Stake { money, things: stale.len() as i64 }, why)
    }

    /// What was first said of the last period that is over and had a round, against what was won.
    fn promises(&self) -> (Stake, String) {
        let workspace = self.workspace;
        let start = workspace.settings().fiscal_start();
        let said = first_said(&revealed(workspace), workspace);
        let over = said.keys().filter_map(|(_, it)| Some((it.span(start)?, *it)));
        let last = over.filter(|(span, _)| span.last < self.today).max_by_key(|it| it.0.last);
        let Some((span, period)) = last else {
            return (Stake::default(), self.lang.meeting_usual().to_owned());
        };
        let rates = Rates::on(workspace, span.last);
        let (mut broken, mut short) = (0, 0_i64);
        for ((person, _), (_, currency, said)) in said.iter().filter(|(it, _)| it.1 == period) {
            let own = won_in(workspace, span).filter(|(_, it)| it.owner == Some(*person));
            let won = Total::of(&rates, own.filter_map(|(_, it)| it.amount)).sum(&rates);
            let Some(won) = won.filter(|it| it.currency == *currency) else { continue };
            if won.minor < said.commit {
                broken += 1;
                let gap = Money::new(said.commit - won.minor, *currency);
                short = short.saturating_add(self.sum([gap].into_iter()));
            }
        }
        let period = format::period(self.lang, period);
        let why = self.lang.meeting_why_promises(&self.count(broken), &self.money(short), &period);
        (Stake { money: short, things: broken as i64 }, why)
    }

    fn goals(&self) -> Option<(Stake, String)> {
        let quarter = self.workspace.settings().fiscal_start().quarter_of(self.today);
        let company = GoalsView::new(self.workspace, quarter, self.today)?.company;
        let gap = (company.quota.amount()?.minor - company.won.minor).max(0);
        Some((Stake { money: gap, things: 0 }, self.lang.meeting_why_goals(&self.money(gap))))
    }

    fn contacts(&self) -> (Stake, String) {
        let due = due_agenda(self.workspace, self.today, None);
        let count = due.rows(AgendaTab::Overdue).len() + due.rows(AgendaTab::Today).len();
        let why = self.lang.meeting_why_contacts(&self.count(count));
        (Stake { money: 0, things: count as i64 }, why)
    }

    fn requests(&self) -> (Stake, String) {
        let all = requests(self.workspace, self.today);
        let of = |state| all.iter().filter(|(_, it)| it.state(self.today) == state).count();
        let (late, open) = (of(RequestState::Late), of(RequestState::Open));
        let why = self.lang.meeting_why_requests(&self.count(late), &self.count(open));
        (Stake { money: 0, things: (late + open) as i64 }, why)
    }

    fn actions(&self) -> (Stake, String) {
        let open = open_points(self.workspace, PointSort::Action, Some(self.kind));
        let late = open.iter().filter(|(_, it)| it.is_late(self.today)).count();
        let why = self.lang.meeting_why_actions(&self.count(open.len()), &self.count(late));
        (Stake { money: 0, things: open.len() as i64 }, why)
    }

    fn issues(&self) -> (Stake, String) {
        let open = open_points(self.workspace, PointSort::Issue, Some(self.kind)).len();
        let why = self.lang.meeting_why_issues(&self.count(open));
        (Stake { money: 0, things: open as i64 }, why)
    }

    fn news(&self) -> (Stake, String) {
        let news = current_news(self.workspace, self.today);
        let unread =
            news.iter().filter(|(id, _)| !unread_by(self.workspace, *id, self.today).is_empty());
        let unread = unread.count();
        let why = self.lang.meeting_why_news(&self.count(unread));
        (Stake { money: 0, things: unread as i64 }, why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Period;
    use crate::domain::id::{LeadId, MeetingPointId, PromiseId, RequestId, RoundId};
    use crate::domain::lead::Lead;
    use crate::domain::meeting::{MeetingPoint, Request};
    use crate::domain::round::{Promise, Round};
    use crate::present::for_tests::*;

    const TODAY: &str = "2026-11-29";

    /// Two deals to close, one of them overdue and stale, and one for next year.
    fn workspace() -> Workspace {
        let mut workspace = deals_to_close();
        let stale = Lead {
            stage_since: Some(day("2026-10-01")),
            ..workspace.leads.get(LeadId::drawn(2)).cloned().expect("a lead")
        };
        put(&mut workspace, LeadId::drawn(2), &stale);
        workspace
    }

    #[track_caller]
    fn check(workspace: &Workspace, topic: Topic, money: i64, things: i64) {
        let rates = Rates::on(workspace, day(TODAY));
        let (lang, today, kind) = (Lang::En, day(TODAY), MeetingKind::Pipeline);
        let found = Looked { workspace, lang, today, kind, rates }.at_stake(topic);
        assert_eq!(found.expect("a stake").0, Stake { money: money * 100, things }, "{topic}");
    }

    #[test]
    fn deals_of_the_quarter_and_stale_ones_are_counted() {
        check(&workspace(), Topic::Deals, 300, 1);
        check(&workspace(), Topic::Stale, 200, 1);
    }

    // Ann committed to 80 and won 50 in the third quarter; Bob to nothing.
    #[test]
    fn promises_of_the_last_quarter_that_were_not_kept_are_counted() {
        let mut workspace = workspace();
        let round = RoundId::drawn(1);
        let of = Round {
            period: Some(Period::Quarter(2026, 3)),
            people: vec![ANN, BOB],
            currency: Some(yuan_of(0).currency),
            revealed: Some(day("2026-07-01")),
            ..Round::default()
        };
        put(&mut workspace, round, &of);
        for (person, commit) in [(ANN, 8_000), (BOB, 0)] {
            let id: PromiseId = Promise::id_of(round, person);
            let (round, person) = (Some(round), Some(person));
            put(&mut workspace, id, &Promise { round, person, commit, ..Promise::default() });
        }
        check(&workspace, Topic::Promises, 30, 1);
    }

    #[test]
    fn what_is_open_and_late_is_counted() {
        let mut workspace = workspace();
        let issue = MeetingPoint::issue("Prices", None);
        let action = MeetingPoint { sort: Some(PointSort::Action), ..issue.clone() };
        put(&mut workspace, MeetingPointId::drawn(1), &issue);
        put(&mut workspace, MeetingPointId::drawn(2), &action);
        let late = Request { promised: Some(day("2026-11-28")), ..Request::default() };
        put(&mut workspace, RequestId::drawn(1), &late);
        put(&mut workspace, RequestId::drawn(2), &Request::default());
        check(&workspace, Topic::Issues, 0, 1);
        check(&workspace, Topic::Actions, 0, 1);
        check(&workspace, Topic::Requests, 0, 2);
    }

    #[test]
    fn the_suggestion_keeps_the_length_and_says_why() {
        let found = agenda(&workspace(), Lang::En, day(TODAY), MeetingKind::Pipeline);
        assert_eq!(found.iter().map(|it| it.section.minutes).sum::<i64>(), 60);
        let stale = found.iter().find(|it| it.section.topic == Topic::Stale).expect("a section");
        assert_eq!((&*stale.name, &*stale.why), ("Stale deals", "stale deals: 1, worth CN¥200"));
        assert!(stale.usual < stale.section.minutes);
    }
}
