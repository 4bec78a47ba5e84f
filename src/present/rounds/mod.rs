//! Sealed rounds: who takes part, how far everybody is, and, once revealed, what was said.
//!
//! What is shown of a round that is underway is made from who has answered, and from no amount of
//! any answer.

mod certificate;
mod result;
mod said;

pub use certificate::{RangeOf, RangePart, SaidOf, SaidPaper, SaidRow, certificate};
pub(in crate::present) use certificate::{name, range};
pub use result::{RangeRow, RoundResult, RoundTitle, rounds_of};
pub use said::{Missing, SaidDraft};

use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::goal::Bearer;
use crate::domain::id::{PersonId, RoundId};
use crate::domain::money::{Currency, Money};
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Rates, Total};
use crate::domain::round::{Round, Seen, Status, running, statuses};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::forecast::ForecastView;
use crate::present::format;
use crate::present::goals::words::whole;
use crate::present::goals::{GoalsView, counts_for, won_in};
use crate::present::name_order::NameOrder;
use crate::present::team::{Presence, presence};

/// The tables that a round is read from.
pub const ROUND_TABLES: [Table; 4] =
    [Table::Rounds, Table::Promises, Table::People, Table::Settings];

/// Somebody who can take part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invited {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// Whether they are there today.
    pub is_here: bool,
}

/// Everybody who works here, by name; who is away today is told apart.
pub fn invited(workspace: &Workspace, today: Day) -> Vec<Invited> {
    let known = workspace.people.iter().filter(|(_, it)| it.is_active(today));
    let mut people: Vec<Invited> = known
        .map(|(id, it)| Invited {
            id,
            name: it.name.clone(),
            is_here: presence(workspace, id, it, today) == Presence::Here,
        })
        .collect();
    arrange::by_cached_key(&mut people, |it| NameOrder::of(&it.name));
    people
}

/// Somebody in a round that is underway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// How far they are.
    pub status: Status,
}

/// A round that is underway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Underway {
    /// The round.
    pub id: RoundId,
    /// What is asked about.
    pub period: Period,
    /// The currency of every amount.
    pub currency: Currency,
    /// Everybody, in the order in which the tablet goes round.
    pub seats: Vec<Seat>,
}

/// The round that is underway.
pub fn underway(workspace: &Workspace) -> Option<Underway> {
    let (id, round) = running(workspace)?;
    let name = |id| workspace.people.get(id).map(|it| it.name.clone()).unwrap_or_default();
    let seat = |(id, status)| Seat { id, name: name(id), status };
    Some(Underway {
        id,
        period: round.period?,
        currency: round.currency?,
        seats: statuses(workspace, id).into_iter().map(seat).collect(),
    })
}

impl Underway {
    /// Who has the tablet next.
    pub fn next(&self) -> Option<&Seat> {
        self.seats.iter().find(|it| it.status == Status::Waiting)
    }

    /// Somebody who takes part.
    pub fn seat(&self, id: PersonId) -> Option<&Seat> {
        self.seats.iter().find(|it| it.id == id)
    }

    /// How many are so far.
    pub fn count(&self, status: Status) -> usize {
        self.seats.iter().filter(|it| it.status == status).count()
    }

    /// How many have answered, of how many who are there.
    pub fn progress(&self, lang: Lang) -> String {
        let all = self.seats.len() - self.count(Status::Absent);
        let count = |n: usize| format::count(lang, n as u64);
        lang.round_progress(&count(self.count(Status::Sealed)), &count(all))
    }
}

/// What somebody may know of their own period before they answer: won, due, and the goal.
pub fn known(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    round: &Underway,
    person: PersonId,
) -> Vec<String> {
    let Some(goals) = GoalsView::new(workspace, round.period, today) else { return Vec::new() };
    let (rates, bearer) = (Rates::on(workspace, today), Bearer::Person(person));
    let counts = |lead: &&crate::domain::lead::Lead| counts_for(workspace, lead, bearer);
    let due: Vec<_> = workspace
        .leads
        .values()
        .filter(|it| it.closes.is_some_and(|day| goals.span.holds(day)))
        .filter(|it| it.outcome(workspace) == Outcome::Open)
        .filter(counts)
        .collect();
    let won = won_in(workspace, goals.span).map(|(_, it)| it).filter(counts);
    let sum = |total: Total| match total.sum(&rates) {
        Some(sum) => format::money(lang, whole(sum)),
        None => lang.promises_rate_missing().to_owned(),
    };
    let won = sum(Total::of(&rates, won.filter_map(|it| it.amount)));
    let worth = sum(Total::of(&rates, due.iter().filter_map(|it| it.amount)));
    let mut told = vec![lang.round_know(&won, &worth, &format::count(lang, due.len() as u64))];
    let goal = goals.row(bearer).and_then(|it| it.quota.amount());
    told.extend(goal.map(|it| lang.round_your_goal(&format::money(lang, whole(it)))));
    told
}

/// What a round is compared with at its reveal, in its own currency alone.
pub fn seen(forecast: &ForecastView, currency: Currency) -> Seen {
    if forecast.currency != currency {
        return Seen::default();
    }
    let landing = forecast.landed.as_ref().map(|it| [it.low, it.likely, it.high]);
    Seen {
        landing: landing.map(|it| it.map(|it| it.minor)),
        goal: forecast.quota.map(|it| it.minor),
    }
}

/// An amount of a round in whole units.
pub(super) fn money(lang: Lang, round: &Round, minor: i64) -> String {
    let currency = round.currency.unwrap_or(Currency::CNY);
    format::money(lang, whole(Money::new(minor, currency)))
}

#[cfg(test)]
mod tests;
