//! Whether one criterion is met: the figures, and what they can tell.
//!
//! - Attainment = won in the currency of the quotas ÷ the quotas, all quarters together; it takes a
//!   quota in each.
//! - Counts are what they are. Too few are told from "not yet" only where the person and the data
//!   go back to the first day.
//! - Shares are compared where they are settled (a 95 % interval at most three tenths of the scale
//!   wide), or where all of the interval lies on one side; else nobody can tell.

use super::kept::{CareerCriterion, CareerFigure, Judged, Judgement};
use super::promotions_of;
use super::ready::{closed_quarters, months_since};
use crate::domain::aim::{AimFigure, Measured, measure};
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{CareerCriterionId, PersonId};
use crate::domain::insight::Rate;
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::quota::{Cell, planned};
use crate::domain::reward::trainings_of;
use crate::domain::survey::Answer;
use crate::domain::survey::score::{Scale, Score, Tally};
use crate::domain::workspace::Workspace;

/// The widest interval that still tells, as a part of the scale.
const SETTLED: f64 = 0.3;

/// What is said of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is met.
    Met,
    /// It is not.
    NotMet,
    /// The numbers cannot tell.
    CannotTell,
}

/// Why nobody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// A quarter has no quota.
    NoQuota(Period),
    /// Something was won in another currency and is not counted.
    OtherCurrency,
    /// The person came on that day, within the quarters.
    CameOn(Day),
    /// The data begin on that day, within the quarters; none where there are none.
    DataFrom(Option<Day>),
    /// There are too few.
    TooFew,
    /// There is nothing to read.
    Nothing,
    /// The person is on no level.
    NoLevel,
    /// Nobody has judged it.
    NotJudged,
    /// Another version knows the figure.
    OtherVersion,
}

/// A quarter of an attainment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuarterWon {
    /// Which.
    pub quarter: Period,
    /// What was won in the quota's currency.
    pub won: Option<Money>,
    /// The quota.
    pub quota: Option<Money>,
}

/// The figures behind a verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// Each quarter, and all of them in whole percent, rounded down.
    Quarters(Vec<QuarterWon>, Option<i64>),
    /// A count.
    Count(u64),
    /// Some among all.
    Share(Rate),
    /// A score with its interval.
    Score(Score),
    /// Whole months since a day.
    Months(i64, Day),
    /// What the manager said.
    Judged(Judgement),
    /// Nothing.
    None,
}

/// A criterion as it stands for somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What is said.
    pub verdict: Verdict,
    /// Why nobody can tell; none where somebody can.
    pub unknown: Option<Unknown>,
    /// The figures.
    pub evidence: Evidence,
    /// How much is missing, in the unit of the figure; 0 where it is met or cannot be told.
    pub missing: i64,
    /// The days that were looked at; none for all time.
    pub days: Option<Span>,
}

impl Reading {
    fn known(met: bool, missing: i64, evidence: Evidence) -> Reading {
        let verdict = if met { Verdict::Met } else { Verdict::NotMet };
        let missing = if met { 0 } else { missing };
        Reading { verdict, unknown: None, evidence, missing, days: None }
    }

    fn unknown(why: Unknown, evidence: Evidence) -> Reading {
        let verdict = Verdict::CannotTell;
        Reading { verdict, unknown: Some(why), evidence, missing: 0, days: None }
    }
}

/// A criterion as it stands for somebody on a day.
pub fn read(
    workspace: &Workspace,
    person: PersonId,
    (id, criterion): (CareerCriterionId, &CareerCriterion),
    today: Day,
) -> Reading {
    let Some(figure) = criterion.figure else {
        return Reading::unknown(Unknown::OtherVersion, Evidence::None);
    };
    let start = workspace.settings().fiscal_start();
    let quarters = closed_quarters(today, criterion.quarters.clamp(1, super::MOST_QUARTERS), start);
    let spans: Vec<Span> = quarters.iter().filter_map(|it| it.span(start)).collect();
    let days = match (spans.last(), spans.first()) {
        (Some(earliest), Some(latest)) if figure.has_quarters() => {
            Some(Span { first: earliest.first, last: latest.last })
        }
        _ => None,
    };
    let scene = Scene { workspace, person, needed: criterion.at_least, today };
    let reading = match (figure, days) {
        (CareerFigure::Attainment, Some(_)) => scene.attainment(&quarters),
        (CareerFigure::Wins, Some(days)) => scene.count(AimFigure::Wins, days),
        (CareerFigure::Words, Some(days)) => scene.count(AimFigure::Activities, days),
        (CareerFigure::WinRate, Some(days)) => scene.win_rate(days),
        (CareerFigure::Csat, Some(days)) => scene.voice(Scale::Csat, days),
        (CareerFigure::Nps, Some(days)) => scene.voice(Scale::Nps, days),
        (CareerFigure::Trainings, _) => scene.trainings(),
        (CareerFigure::Months, _) => scene.months(),
        (CareerFigure::Judged, _) => scene.judged(id),
        (_, None) => Reading::unknown(Unknown::Nothing, Evidence::None),
    };
    Reading { days, ..reading }
}

struct Scene<'a> {
    workspace: &'a Workspace,
    person: PersonId,
    needed: i64,
    today: Day,
}

impl Scene<'_> {
    fn attainment(&self, quarters: &[Period]) -> Reading {
        let mut other = false;
        let each: Vec<QuarterWon> = quarters
            .iter()
            .map(|quarter| {
                let quota = self.quota(*quarter);
                let won = quota.and_then(|it| self.won(*quarter, it, &mut other));
                QuarterWon { quarter: *quarter, won, quota }
            })
            .collect();
        if let Some(without) = each.iter().find(|it| it.quota.is_none_or(|it| it.minor <= 0)) {
            let why = Unknown::NoQuota(without.quarter);
            return Reading::unknown(why, Evidence::Quarters(each, None));
        }
        let currency = each.first().and_then(|it| it.quota).map(|it| it.currency);
        if each.iter().any(|it| it.quota.map(|it| it.currency) != currency) {
            return Reading::unknown(Unknown::OtherCurrency, Evidence::Quarters(each, None));
        }
        let sum = |of: fn(&QuarterWon) -> Option<Money>| -> i128 {
            each.iter().filter_map(of).map(|it| i128::from(it.minor)).sum()
        };
        let (won, quota) = (sum(|it| it.won), sum(|it| it.quota));
        let percent = (100 * won).div_euclid(quota.max(1));
        let percent = i64::try_from(percent).unwrap_or(i64::MAX);
        let evidence = Evidence::Quarters(each, Some(percent));
        match self.needed <= percent {
            false if other => Reading::unknown(Unknown::OtherCurrency, evidence),
            met => Reading::known(met, self.needed.saturating_sub(percent), evidence),
        }
    }

    /// That of the quarter, of the grid, or the sum of its months where each has one.
    fn quota(&self, quarter: Period) -> Option<Money> {
        let bearer = Bearer::Person(self.person);
        if let Some(kept) = planned(self.workspace, quarter) {
            let minor = kept.grid.amount(Cell::of(bearer, quarter));
            return Some(Money::new(minor, kept.currency));
        }
        let set =
            |period| self.workspace.goals.get(Goal::id_of(bearer, period)).and_then(|it| it.quota);
        set(quarter).or_else(|| {
            let span = quarter.span(self.workspace.settings().fiscal_start())?;
            let month = |months| {
                let day = span.first.plus_months(months);
                set(Period::Month(day.year(), day.month()))
            };
            let [one, two, three] = [month(0)?, month(1)?, month(2)?];
            let alike = one.currency == two.currency && two.currency == three.currency;
            let sum = one.minor.checked_add(two.minor)?.checked_add(three.minor)?;
            alike.then(|| Money::new(sum, one.currency))
        })
    }

    fn won(&self, quarter: Period, quota: Money, other: &mut bool) -> Option<Money> {
        let days = quarter.span(self.workspace.settings().fiscal_start())?;
        let mut minor = 0_i64;
        for amount in self.closed(days, Outcome::Won).filter_map(|it| it.amount) {
            match amount.currency == quota.currency {
                true => minor = minor.saturating_add(amount.minor),
                false => *other = true,
            }
        }
        Some(Money::new(minor, quota.currency))
    }

    fn closed(&self, days: Span, outcome: Outcome) -> impl Iterator<Item = &Lead> {
        let own = self.workspace.leads.values().filter(|it| it.owner == Some(self.person));
        own.filter(move |it| it.closes.is_some_and(|day| days.holds(day)))
            .filter(move |it| it.outcome(self.workspace) == outcome)
    }

    fn count(&self, figure: AimFigure, days: Span) -> Reading {
        let found = measure(self.workspace, Some(self.person), figure, days, self.today);
        let hits = found.count();
        let missing = self.needed.saturating_sub(i64::try_from(hits).unwrap_or(i64::MAX));
        let evidence = Evidence::Count(hits);
        let started = self.workspace.people.get(self.person).and_then(|it| it.started);
        let began = self.data_from(figure);
        if missing <= 0 {
            return Reading::known(true, 0, evidence);
        }
        if let Some(day) = started.filter(|it| days.first < *it) {
            return Reading::unknown(Unknown::CameOn(day), evidence);
        }
        match began.is_some_and(|it| it <= days.first) {
            true => Reading::known(false, missing, evidence),
            false => Reading::unknown(Unknown::DataFrom(began), evidence),
        }
    }

    /// The first day of which anything like it is known, of anybody.
    fn data_from(&self, figure: AimFigure) -> Option<Day> {
        match figure {
            AimFigure::Activities => {
                let done = self.workspace.activities.values().filter(|it| !it.planned);
                done.filter_map(|it| it.on).min()
            }
            _ => {
                let dated = |it: &Lead| it.created.into_iter().chain(it.closes).min();
                self.workspace.leads.values().filter_map(dated).min()
            }
        }
    }

    fn win_rate(&self, days: Span) -> Reading {
        let found =
            measure(self.workspace, Some(self.person), AimFigure::WinRate, days, self.today);
        let rate = match found {
            Measured::Rate { hits, trials } => Rate::new(hits, trials),
            Measured::Count { .. } | Measured::Values(_) => None,
        };
        let Some(rate) = rate else {
            return Reading::unknown(Unknown::Nothing, Evidence::None);
        };
        self.share(rate)
    }

    fn share(&self, rate: Rate) -> Reading {
        let needed = self.needed as f64 / 100.0;
        let percent = i64::try_from(100 * rate.successes / rate.trials).unwrap_or(0);
        let met = self.needed <= percent;
        let evidence = Evidence::Share(rate);
        if rate.is_settled() || needed <= rate.low || rate.high < needed {
            return Reading::known(met, self.needed.saturating_sub(percent), evidence);
        }
        Reading::unknown(Unknown::TooFew, evidence)
    }

    /// What customers said about deals of the person.
    fn voice(&self, scale: Scale, days: Span) -> Reading {
        let mut tally = Tally::new(scale);
        for reply in self.workspace.survey_replies.values() {
            let owner = self.workspace.leads.find(reply.lead).and_then(|it| it.owner);
            let Some(survey) = self.workspace.surveys.find(reply.survey) else { continue };
            if owner != Some(self.person) || !reply.on.is_some_and(|day| days.holds(day)) {
                continue;
            }
            for (question, answer) in survey.questions.iter().zip(&reply.answers) {
                if let (Some(asked), Answer::Number(step)) = (question.scale(), answer)
                    && asked == scale
                {
                    let _ = tally.add(*step);
                }
            }
        }
        if let Some(rate) = tally.rate() {
            return self.share(rate);
        }
        let Some(score) = tally.score() else {
            return Reading::unknown(Unknown::Nothing, Evidence::None);
        };
        let (low, high) = scale.range();
        let needed = self.needed as f64;
        let settled = score.high - score.low <= SETTLED * (high - low);
        let missing = (needed - score.value).ceil() as i64;
        if settled || needed <= score.low || score.high < needed {
            return Reading::known(needed <= score.value, missing, Evidence::Score(score));
        }
        Reading::unknown(Unknown::TooFew, Evidence::Score(score))
    }

    fn trainings(&self) -> Reading {
        let taken = trainings_of(self.workspace, self.person);
        let taken = taken.iter().filter(|(_, it)| it.on.is_some_and(|day| day <= self.today));
        let count = taken.count();
        let missing = self.needed.saturating_sub(count as i64);
        Reading::known(missing <= 0, missing, Evidence::Count(count as u64))
    }

    fn months(&self) -> Reading {
        let last = promotions_of(self.workspace, self.person);
        let Some(on) = last.first().and_then(|(_, it)| it.on) else {
            return Reading::unknown(Unknown::NoLevel, Evidence::None);
        };
        let months = months_since(on, self.today);
        let missing = self.needed.saturating_sub(months);
        Reading::known(missing <= 0, missing, Evidence::Months(months, on))
    }

    fn judged(&self, id: CareerCriterionId) -> Reading {
        let said = self.workspace.judgements.get(Judgement::id_of(self.person, id));
        match said.and_then(|it| Some((it, it.verdict?))) {
            Some((it, verdict)) => {
                let evidence = Evidence::Judged(it.clone());
                Reading::known(verdict == Judged::Met, 0, evidence)
            }
            None => Reading::unknown(Unknown::NotJudged, Evidence::None),
        }
    }
}
