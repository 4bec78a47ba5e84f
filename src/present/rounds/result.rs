//! What a revealed round said, beside the forecast of its day and the goal.

use super::{RangeOf, money, name};
use crate::domain::calendar::Period;
use crate::domain::id::{PersonId, RoundId};
use crate::domain::money::{Currency, Money};
use crate::domain::round::{Round, Said, revealed, said};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::chart::{Bar, major};
use crate::present::format;
use crate::present::goals::words::{whole, whole_up};

/// A revealed round in a list: which, and its day with how many answered.
pub type RoundTitle = (RoundId, String);

/// The revealed rounds of a period, the latest first.
pub fn rounds_of(workspace: &Workspace, lang: Lang, period: Period) -> Vec<RoundTitle> {
    let own = revealed(workspace).into_iter().filter(|(_, it)| it.period == Some(period));
    let title = |(id, round): (RoundId, &Round)| {
        let day = round.revealed.map(|it| format::day(lang, it)).unwrap_or_default();
        let count = format::count(lang, said(workspace, id).len() as u64);
        (id, lang.round_date(&day, &count))
    };
    own.rev().map(title).collect()
}

/// A range: whose, in words, as a bar, and worst, commit and best for the table.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeRow {
    /// Whose.
    pub of: RangeOf,
    /// The name of that.
    pub name: String,
    /// In short.
    pub shown: String,
    /// The picture.
    pub bar: Bar,
    /// The amounts.
    pub amounts: [String; 3],
}

/// What a round said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RoundResult {
    /// What the one figure is.
    pub label: String,
    /// The sum of the commits.
    pub figure: String,
    /// The goal beside it; empty without one.
    pub of: String,
    /// What to say of it.
    pub sentences: Vec<String>,
    /// Who commits to the most, in a sentence.
    pub most: String,
    /// Everybody's range, in the order of the round.
    pub people: Vec<RangeRow>,
    /// The sum of all, and the forecast of that day.
    pub team: Vec<RangeRow>,
    /// The goal, in major units.
    pub goal: Option<f64>,
    /// The goal in words; empty without one.
    pub goal_words: String,
}

impl RoundResult {
    /// What a revealed round said; `None` before.
    pub fn new(workspace: &Workspace, lang: Lang, id: RoundId) -> Option<RoundResult> {
        let round = workspace.rounds.get(id).filter(|it| it.revealed.is_some())?;
        let answers = said(workspace, id);
        let sum = answers.iter().fold(Said::default(), |sum, (_, it)| sum.plus(*it));
        let name = |id: PersonId| name(workspace, lang, id);
        let people: Vec<RangeRow> = answers
            .iter()
            .map(|(id, it)| range(lang, round, (RangeOf::Person(*id), name(*id)), *it))
            .collect();
        let mut team = vec![range(lang, round, (RangeOf::Sum, lang.round_sum().to_owned()), sum)];
        team.extend(landing(round).map(|it| {
            let forecast = (RangeOf::Forecast, lang.round_forecast().to_owned());
            range(lang, round, forecast, it)
        }));
        let period = round.period.map(|it| format::period(lang, it)).unwrap_or_default();
        let most = answers.iter().max_by_key(|(_, it)| it.commit);
        let goal = round.goal.map(|it| money(lang, round, it)).unwrap_or_default();
        let silent = round.people.iter().filter(|it| answers.iter().all(|(id, _)| id != *it));
        let silent: Vec<String> = silent.map(|it| name(*it)).collect();
        Some(RoundResult {
            label: lang.round_said(&period),
            figure: money(lang, round, sum.commit),
            of: round.goal.map(|_| lang.forecast_of(&goal)).unwrap_or_default(),
            sentences: sentences(lang, round, sum, &silent),
            most: most.map(|(id, _)| lang.round_people_sentence(&name(*id))).unwrap_or_default(),
            people,
            team,
            goal: round.goal.map(|it| major(amount(round, it))),
            goal_words: goal,
        })
    }
}

pub(super) fn amount(round: &Round, minor: i64) -> Money {
    Money::new(minor, round.currency.unwrap_or(Currency::CNY))
}

pub(super) fn landing(round: &Round) -> Option<Said> {
    Some(Said { worst: round.low?, commit: round.likely?, best: round.high? })
}

fn range(lang: Lang, round: &Round, (of, name): (RangeOf, String), it: Said) -> RangeRow {
    let amounts = [it.worst, it.commit, it.best];
    let short = amounts.map(|it| format::money_compact(lang, amount(round, it)));
    let [worst, commit, best] = amounts.map(|it| major(amount(round, it)));
    RangeRow {
        of,
        name,
        shown: lang.round_shown(&short[1], &short[0], &short[2]),
        bar: Bar { value: commit, interval: Some((worst, best)) },
        amounts: amounts.map(|it| format::money(lang, whole(amount(round, it)))),
    }
}

fn sentences(lang: Lang, round: &Round, sum: Said, silent: &[String]) -> Vec<String> {
    let shown = |minor| money(lang, round, minor);
    let mut told = vec![lang.round_range(&shown(sum.worst), &shown(sum.best))];
    told.extend(round.goal.map(|goal| match goal.saturating_sub(sum.commit) {
        gap @ 1.. => lang.round_short(&format::money(lang, whole_up(amount(round, gap)))),
        _ => lang.round_enough().to_owned(),
    }));
    told.push(match landing(round) {
        Some(it) => lang.round_landing(&shown(it.worst), &shown(it.commit), &shown(it.best)),
        None => lang.round_no_landing().to_owned(),
    });
    if !silent.is_empty() {
        told.push(lang.round_missing(&silent.join(", ")));
    }
    told
}
