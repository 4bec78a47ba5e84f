//! What became of what was said in rounds: bias and calibration of everybody, and what is to be
//! expected of the commits of the running period.
//!
//! What was won is the sum of the amounts of deals won in the period by the person, each converted
//! with the rate that was stated by the period's end.

mod certificate;

pub use certificate::{Came, Expectation, Figure, Reliable, certificate};

use std::collections::BTreeMap;

use super::format;
use super::goals::won_in;
use super::goals::words::{signed, whole};
use super::rounds::name;
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::id::{LeadId, PersonId, RoundId};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::promise::{Kept, Reliability, WEIGHT, expected_part, haircut};
use crate::domain::rates::{Rates, Total};
use crate::domain::round::{Round, Said, first_said, revealed, said};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that promises are read from.
pub const PROMISE_TABLES: [Table; 9] = [
    Table::Customers,
    Table::Imports,
    Table::Rounds,
    Table::Promises,
    Table::People,
    Table::Leads,
    Table::Stages,
    Table::Settings,
    Table::Rates,
];

/// Below so many promises nothing much is said.
const FEW: u64 = 3;

/// Somebody's commit of the running period: who, none for the team, the name, and the commit, what
/// is won, which part is to be expected, and what that comes to.
pub type ExpectedRow = (Option<PersonId>, String, [String; 4]);

/// Somebody's reliability: who, none for the team, the name, and how many promises, bias, how often
/// in range.
pub type ReliabilityRow = (Option<PersonId>, String, [String; 3]);

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct LedgerRow {
    /// The round.
    pub round: RoundId,
    /// Who.
    pub person: PersonId,
    /// The round's day, the period, and who.
    pub words: [String; 3],
    /// Worst to best and commit, what was won, and the difference to the commit.
    pub cells: [String; 3],
    /// Whether what was won, and the difference, can be told.
    pub known: [bool; 2],
}

/// What became of what was said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PromisesView {
    /// What the one figure is; empty where nothing is committed in the running period.
    pub label: String,
    /// What is to be expected.
    pub figure: String,
    /// What was committed.
    pub of: String,
    /// How promises were kept so far.
    pub sentence: String,
    /// How the expected is computed.
    pub formula: String,
    /// The running period's commits, the sum of all last.
    pub expected: Vec<ExpectedRow>,
    /// Everybody over periods that are over, the team last.
    pub people: Vec<ReliabilityRow>,
    /// Whether any of these rests on few promises.
    pub is_few: bool,
    /// Every answer, the latest first.
    pub ledger: Vec<LedgerRow>,
}

/// What was won in each period, by person; none where a rate is missing.
struct Won<'a> {
    workspace: &'a Workspace,
    today: Day,
    periods: BTreeMap<Period, BTreeMap<PersonId, Total>>,
    rates: BTreeMap<Period, Rates>,
}

impl<'a> Won<'a> {
    fn new(workspace: &'a Workspace, today: Day) -> Won<'a> {
        Won { workspace, today, periods: BTreeMap::new(), rates: BTreeMap::new() }
    }

    /// Whether a period is over.
    fn is_over(&self, period: Period) -> bool {
        let span = period.span(self.workspace.settings().fiscal_start());
        span.is_some_and(|it| it.last < self.today)
    }

    fn of(&mut self, period: Period, person: PersonId, currency: Currency) -> Option<i64> {
        let Won { workspace, today, periods, rates } = self;
        let span = period.span(workspace.settings().fiscal_start())?;
        let rates =
            rates.entry(period).or_insert_with(|| Rates::on(workspace, span.last.min(*today)));
        let people = periods.entry(period).or_insert_with(|| {
            let mut people: BTreeMap<PersonId, Total> = BTreeMap::new();
            for (_, lead) in won_in(workspace, span) {
                if let (Some(owner), Some(amount)) = (lead.owner, lead.amount) {
                    people.entry(owner).or_default().add(rates, amount);
                }
            }
            people
        });
        let total = people.entry(person).or_default();
        total.sum(rates).filter(|it| it.currency == currency).map(|it| it.minor)
    }

    /// The leads that somebody won in a period, the latest first, each with what it adds; none of
    /// one whose rate is missing.
    fn leads(&self, period: Period, person: PersonId) -> Vec<(LeadId, Option<Money>)> {
        let Some(span) = period.span(self.workspace.settings().fiscal_start()) else {
            return Vec::new();
        };
        let rates = Rates::on(self.workspace, span.last.min(self.today));
        let own = won_in(self.workspace, span).filter(|(_, it)| it.owner == Some(person));
        let mut leads: Vec<(LeadId, &Lead)> = own.filter(|(_, it)| it.amount.is_some()).collect();
        arrange::by_key(&mut leads, |(id, it)| (std::cmp::Reverse(it.closes), *id));
        let worth = |it: &Lead| it.amount.and_then(|it| rates.convert(it));
        leads.into_iter().map(|(id, it)| (id, worth(it))).collect()
    }
}

/// What somebody first said for a period that is over, and what came of it.
#[derive(Clone, Copy, Debug)]
struct Past {
    round: RoundId,
    period: Period,
    currency: Currency,
    kept: Kept,
}

/// What the figures are made of.
struct Facts<'a> {
    won: Won<'a>,
    past: BTreeMap<PersonId, Vec<Past>>,
    own: BTreeMap<PersonId, Reliability>,
    team: Reliability,
}

impl<'a> Facts<'a> {
    fn new(workspace: &'a Workspace, today: Day) -> Facts<'a> {
        let mut won = Won::new(workspace, today);
        let past = past(workspace, &mut won);
        let of = |it: &[Past]| Reliability::of(&it.iter().map(|it| it.kept).collect::<Vec<_>>());
        let own = past.iter().map(|(id, it)| (*id, of(it))).collect();
        let all: Vec<Past> = past.values().flatten().copied().collect();
        Facts { won, own, team: of(&all), past }
    }

    fn reliability(&self, person: PersonId) -> Reliability {
        self.own.get(&person).copied().unwrap_or_default()
    }

    /// The commits of the latest round whose period is not over.
    fn running(&mut self, workspace: &'a Workspace) -> Option<Running<'a>> {
        let rounds = revealed(workspace);
        let is_open = |it: &&(RoundId, &Round)| it.1.period.is_some_and(|it| !self.won.is_over(it));
        let (id, round) = rounds.iter().rev().find(is_open).copied()?;
        let (period, currency) = round.period.zip(round.currency)?;
        let row = |(person, answer): (PersonId, Said)| {
            let part = expected_part(&self.reliability(person), &self.team);
            let won = self.won.of(period, person, currency).unwrap_or(0);
            let expected = haircut(answer.commit, won, part);
            RunningRow { person, answer, part, won, expected }
        };
        let rows = said(workspace, id).into_iter().map(row).collect();
        Some(Running { id, round, period, currency, rows })
    }
}

/// The commits of a round whose period is not over.
struct Running<'a> {
    id: RoundId,
    round: &'a Round,
    period: Period,
    currency: Currency,
    rows: Vec<RunningRow>,
}

/// Somebody's commit, what is won, which part is to be expected, and what that comes to.
struct RunningRow {
    person: PersonId,
    answer: Said,
    part: f64,
    won: i64,
    expected: i64,
}

impl Running<'_> {
    fn sum(&self, read: fn(&RunningRow) -> i64) -> i64 {
        self.rows.iter().fold(0_i64, |sum, it| sum.saturating_add(read(it)))
    }

    fn committed(&self) -> i64 {
        self.sum(|it| it.answer.commit)
    }

    /// Which part of all commits is to be expected.
    fn part(&self) -> f64 {
        match self.committed() {
            0 => 1.0,
            committed => self.sum(|it| it.expected) as f64 / committed as f64,
        }
    }

    fn money(&self, lang: Lang, minor: i64) -> String {
        money(lang, minor, self.currency)
    }
}

impl PromisesView {
    /// What became of what was said, as known today.
    pub fn new(workspace: &Workspace, lang: Lang, today: Day) -> PromisesView {
        let mut facts = Facts::new(workspace, today);
        let team = facts.team;
        let mut view = PromisesView {
            people: people(workspace, lang, &facts),
            is_few: facts.own.values().any(|it| it.promises < FEW),
            ledger: ledger(workspace, lang, &mut facts.won),
            formula: lang.promises_formula(&WEIGHT.to_string()),
            sentence: match team.kept() {
                Some(kept) => lang
                    .promises_team_kept(&percent(lang, kept), &format::count(lang, team.promises)),
                None => lang.promises_no_history().to_owned(),
            },
            ..PromisesView::default()
        };
        if let Some(running) = facts.running(workspace) {
            view.expect(workspace, lang, &running);
        }
        view
    }

    fn expect(&mut self, workspace: &Workspace, lang: Lang, running: &Running) {
        let money = |minor| running.money(lang, minor);
        let row = |it: &RunningRow| {
            let part = percent(lang, it.part);
            let cells = [money(it.answer.commit), money(it.won), part, money(it.expected)];
            (Some(it.person), name(workspace, lang, it.person), cells)
        };
        let [committed, won, sum] =
            [running.committed(), running.sum(|it| it.won), running.sum(|it| it.expected)]
                .map(money);
        let cells = [committed.clone(), won, percent(lang, running.part()), sum.clone()];
        self.expected = running.rows.iter().map(row).collect();
        self.expected.push((None, lang.promises_team().to_owned(), cells));
        self.label = lang.promises_now(&format::period(lang, running.period));
        self.figure = sum;
        self.of = lang.promises_raw(&committed);
    }
}

/// What was first said for each period that is over, and what came of it, by person.
fn past(workspace: &Workspace, won: &mut Won) -> BTreeMap<PersonId, Vec<Past>> {
    let mut past: BTreeMap<PersonId, Vec<Past>> = BTreeMap::new();
    for ((person, period), (round, currency, said)) in first_said(&revealed(workspace), workspace) {
        if !won.is_over(period) {
            continue;
        }
        if let Some(actual) = won.of(period, person, currency) {
            let kept = Kept { said, actual };
            past.entry(person).or_default().push(Past { round, period, currency, kept });
        }
    }
    past
}

/// What somebody first committed to for a period that is over, and what came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The period.
    pub period: Period,
    /// What was committed.
    pub committed: Money,
    /// What was won.
    pub came: Money,
}

/// What somebody committed to for the periods that share days with a span and are over, in their
/// order; without those that a rate is missing for.
pub fn commitments(
    workspace: &Workspace,
    today: Day,
    person: PersonId,
    days: Span,
) -> Vec<Commitment> {
    let mut won = Won::new(workspace, today);
    let start = workspace.settings().fiscal_start();
    let shares = |it: Span| it.first <= days.last && days.first <= it.last;
    let mut found = Vec::new();
    for ((whose, period), (_, currency, said)) in first_said(&revealed(workspace), workspace) {
        let is_asked = whose == person && period.span(start).is_some_and(shares);
        if !is_asked || !won.is_over(period) {
            continue;
        }
        if let Some(came) = won.of(period, person, currency) {
            let money = |minor| whole(Money::new(minor, currency));
            found.push(Commitment { period, committed: money(said.commit), came: money(came) });
        }
    }
    found
}

fn people(workspace: &Workspace, lang: Lang, facts: &Facts) -> Vec<ReliabilityRow> {
    use super::name_order::NameOrder;
    let own = facts.own.iter();
    let mut rows: Vec<ReliabilityRow> = own
        .map(|(id, it)| (Some(*id), name(workspace, lang, *id), reliability(lang, it)))
        .collect();
    arrange::by_cached_key(&mut rows, |(_, name, _)| NameOrder::of(name));
    if !rows.is_empty() {
        rows.push((None, lang.promises_team().to_owned(), reliability(lang, &facts.team)));
    }
    rows
}

fn money(lang: Lang, minor: i64, currency: Currency) -> String {
    format::money(lang, whole(Money::new(minor, currency)))
}

fn reliability(lang: Lang, it: &Reliability) -> [String; 3] {
    let bias = it.bias.map_or("–".to_owned(), |bias| signed_percent(lang, bias));
    let within = it.within.map_or("–".to_owned(), |rate| {
        let count = |n| format::count(lang, n);
        lang.promises_within_of(
            &count(rate.successes),
            &count(rate.trials),
            &percent(lang, rate.low),
            &percent(lang, rate.high),
        )
    });
    [format::count(lang, it.promises), bias, within]
}

fn signed_percent(lang: Lang, share: f64) -> String {
    let sign = if 0.0005 <= share { "+" } else { "" };
    [sign, &percent(lang, share)].concat()
}

fn percent(lang: Lang, share: f64) -> String {
    format::percent(lang, (share * 100.0).round() as i64 * 10)
}

fn ledger(workspace: &Workspace, lang: Lang, won: &mut Won) -> Vec<LedgerRow> {
    let mut rows = Vec::new();
    for (id, round) in revealed(workspace).into_iter().rev() {
        let Some((period, currency)) = round.period.zip(round.currency) else { continue };
        let day = round.revealed.map(|it| format::day(lang, it)).unwrap_or_default();
        let money = |minor| whole(Money::new(minor, currency));
        for (person, it) in said(workspace, id) {
            let range = lang.round_shown(
                &format::money(lang, money(it.commit)),
                &format::money_compact(lang, money(it.worst)),
                &format::money_compact(lang, money(it.best)),
            );
            let actual = won.of(period, person, currency);
            let came = actual.map(|it| format::money(lang, money(it)));
            let over = actual.filter(|_| won.is_over(period));
            let difference = match over {
                Some(actual) => signed(lang, money(actual.saturating_sub(it.commit))),
                None => lang.promises_running().to_owned(),
            };
            let known = [came.is_some(), over.is_some()];
            let came = came.unwrap_or_else(|| lang.promises_rate_missing().to_owned());
            let period = format::period(lang, period);
            let words = [day.clone(), period, name(workspace, lang, person)];
            rows.push(LedgerRow {
                round: id,
                person,
                words,
                cells: [range, came, difference],
                known,
            });
        }
    }
    rows
}

#[cfg(test)]
mod tests;
