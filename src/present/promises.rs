//! What became of what was said in rounds: bias and calibration of everybody, and what is to be
//! expected of the commits of the running period.
//!
//! What was won is the sum of the amounts of deals won in the period by the person, each converted
//! with the rate that was stated by the period's end.

use std::collections::BTreeMap;

use super::format;
use super::goals::won_in;
use super::goals::words::{signed, whole};
use super::rounds::{SaidPaper, SaidRow, range};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::id::PersonId;
use crate::domain::money::{Currency, Money};
use crate::domain::promise::{Kept, Reliability, WEIGHT, expected_part, haircut};
use crate::domain::rates::{Rates, Total};
use crate::domain::round::{Said, first_said, revealed, said};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that promises are read from.
pub const PROMISE_TABLES: [Table; 7] = [
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

/// Somebody's commit of the running period: the name, the commit, what is won, which part is to be
/// expected, and what that comes to.
pub type ExpectedRow = (String, [String; 4]);

/// Somebody's reliability: the name, how many promises, bias, how often in range.
pub type ReliabilityRow = (String, [String; 3]);

/// One answer: the round's day and period, who, worst to best and commit, what was won, and the
/// difference to the commit.
pub type LedgerRow = [String; 6];

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
    /// How the figure is computed; none without one.
    pub paper: Option<SaidPaper>,
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
}

impl PromisesView {
    /// What became of what was said, as known today.
    pub fn new(workspace: &Workspace, lang: Lang, today: Day) -> PromisesView {
        let mut won = Won::new(workspace, today);
        let kept = kept(workspace, &mut won);
        let all: Vec<Kept> = kept.values().flatten().copied().collect();
        let team = Reliability::of(&all);
        let own: BTreeMap<PersonId, Reliability> =
            kept.iter().map(|(id, it)| (*id, Reliability::of(it))).collect();
        let mut view = PromisesView {
            people: people(workspace, lang, &own, &team),
            is_few: own.values().any(|it| it.promises < FEW),
            ledger: ledger(workspace, lang, &mut won),
            formula: lang.promises_formula(&WEIGHT.to_string()),
            sentence: match team.kept() {
                Some(kept) => lang
                    .promises_team_kept(&percent(lang, kept), &format::count(lang, team.promises)),
                None => lang.promises_no_history().to_owned(),
            },
            ..PromisesView::default()
        };
        view.expect(workspace, lang, &mut won, (&own, &team));
        view
    }

    /// The commits of the latest round whose period is not over.
    fn expect(
        &mut self,
        workspace: &Workspace,
        lang: Lang,
        won: &mut Won,
        (own, team): (&BTreeMap<PersonId, Reliability>, &Reliability),
    ) {
        let rounds = revealed(workspace);
        let running =
            rounds.iter().rev().find(|(_, it)| it.period.is_some_and(|it| !won.is_over(it)));
        let Some((id, round)) = running else { return };
        let Some((period, currency)) = round.period.zip(round.currency) else { return };
        let money = |minor| format::money(lang, whole(Money::new(minor, currency)));
        let (mut committed, mut reached, mut sum) = (0_i64, 0_i64, 0_i64);
        let mut people = Vec::new();
        for (person, answer) in said(workspace, *id) {
            let Said { commit, .. } = answer;
            let none = Reliability::default();
            let part = expected_part(own.get(&person).unwrap_or(&none), team);
            let so_far = won.of(period, person, currency).unwrap_or(0);
            let expected = haircut(commit, so_far, part);
            committed = committed.saturating_add(commit);
            reached = reached.saturating_add(so_far);
            sum = sum.saturating_add(expected);
            let cells = [money(commit), money(so_far), percent(lang, part), money(expected)];
            people.push(SaidRow {
                person,
                name: name(workspace, lang, person),
                detail: lang.promises_kept_part(&range(lang, round, answer), &percent(lang, part)),
                amount: money(expected),
            });
            self.expected.push((name(workspace, lang, person), cells));
        }
        let part = if committed == 0 { 1.0 } else { sum as f64 / committed as f64 };
        let cells = [money(committed), money(reached), percent(lang, part), money(sum)];
        self.expected.push((lang.promises_team().to_owned(), cells));
        self.label = lang.promises_now(&format::period(lang, period));
        self.figure = money(sum);
        self.of = lang.promises_raw(&money(committed));
        let inputs = [
            (lang.promises_commit(), money(committed)),
            (lang.promises_won(), money(reached)),
            (lang.promises_part(), percent(lang, part)),
        ];
        self.paper = Some(SaidPaper {
            title: self.label.clone(),
            value: self.figure.clone(),
            formula: self.formula.clone(),
            inputs: inputs.map(|(name, value)| (name.to_owned(), value)).into(),
            round: *id,
            people,
        });
    }
}

/// What was first said for each period that is over, and what came of it, by person.
fn kept(workspace: &Workspace, won: &mut Won) -> BTreeMap<PersonId, Vec<Kept>> {
    let mut kept: BTreeMap<PersonId, Vec<Kept>> = BTreeMap::new();
    for ((person, period), (_, currency, said)) in first_said(&revealed(workspace), workspace) {
        if !won.is_over(period) {
            continue;
        }
        if let Some(actual) = won.of(period, person, currency) {
            kept.entry(person).or_default().push(Kept { said, actual });
        }
    }
    kept
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

fn name(workspace: &Workspace, lang: Lang, id: PersonId) -> String {
    let known = workspace.people.get(id).map(|it| it.name.clone());
    known.unwrap_or_else(|| lang.round_left().to_owned())
}

fn people(
    workspace: &Workspace,
    lang: Lang,
    own: &BTreeMap<PersonId, Reliability>,
    team: &Reliability,
) -> Vec<ReliabilityRow> {
    use super::name_order::NameOrder;
    let mut rows: Vec<(String, &Reliability)> =
        own.iter().map(|(id, it)| (name(workspace, lang, *id), it)).collect();
    arrange::by_cached_key(&mut rows, |(name, _)| NameOrder::of(name));
    if !rows.is_empty() {
        rows.push((lang.promises_team().to_owned(), team));
    }
    rows.into_iter().map(|(name, it)| (name, reliability(lang, it))).collect()
}

fn reliability(lang: Lang, it: &Reliability) -> [String; 3] {
    let bias = it.bias.map_or("–".to_owned(), |bias| {
        let sign = if 0.0005 <= bias { "+" } else { "" };
        [sign, &percent(lang, bias)].concat()
    });
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
            let difference = match actual {
                Some(actual) if won.is_over(period) => {
                    signed(lang, money(actual.saturating_sub(it.commit)))
                }
                _ => lang.promises_running().to_owned(),
            };
            rows.push([
                day.clone(),
                format::period(lang, period),
                name(workspace, lang, person),
                range,
                came.unwrap_or_else(|| lang.promises_rate_missing().to_owned()),
                difference,
            ]);
        }
    }
    rows
}

#[cfg(test)]
mod tests;
