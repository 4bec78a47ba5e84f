//! Goals for an indicator in a period: what is to be reached, what is, and how far that is.

use std::cmp::Ordering;

use super::words::{Shown, measure_name};
use super::{scope, shown};
use crate::domain::calendar::{Day, Period};
use crate::domain::exact::Exact;
use crate::domain::goal::Bearer;
use crate::domain::indicator::goal::{IndicatorGoal, Progress, Target, measures_in};
use crate::domain::indicator::{Book, Computed, Formula, Measure, Nature, Scope, Unit};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::filter::folded;
use crate::present::format;
use crate::present::goals::words::row_name;
use crate::present::goals::{GoalsView, Phase};
use crate::present::rates::conversion_notes;

/// How far one bearer has come.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredRow {
    /// Whose goal it is.
    pub bearer: Bearer,
    /// The name.
    pub name: String,
    /// What is to be reached, where that is set.
    pub target: Option<Target>,
    /// The same in words, or the sum of those below.
    pub target_words: String,
    /// Whether it is the sum of those below.
    pub is_summed: bool,
    /// What there is.
    pub actual: String,
    /// What there should be by today; empty for rates.
    pub expected: String,
    /// What is more or, with a minus, less than there should be.
    pub gap: String,
    /// Whether it is less.
    pub is_behind: bool,
    /// What is needed on each working day left; empty for rates.
    pub needed: String,
    /// How much of the goal is reached, in thousandths.
    pub permille: Option<i64>,
    /// Where it should be by today, 0 to 1.
    pub mark: f64,
    /// How far it is.
    pub progress: Option<Progress>,
}

/// Goals for an indicator in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredView {
    /// The indicator's name.
    pub name: String,
    /// Its formula.
    pub formula: String,
    /// How its values are shown.
    pub shown: Shown,
    /// Whether its periods add up.
    pub nature: Nature,
    /// Where the period lies.
    pub phase: Phase,
    /// The company, then teams with their people.
    pub rows: Vec<MeasuredRow>,
    /// How the company stands, in a sentence.
    pub sentence: String,
    /// How amounts were converted, and what is left out.
    pub notes: Vec<String>,
}

impl MeasuredView {
    /// The goals for an indicator; `None` where it cannot be computed.
    pub fn new(
        workspace: &Workspace,
        lang: Lang,
        (period, measure): (Period, Measure),
        today: Day,
    ) -> Option<MeasuredView> {
        let (book, scope) = (Book::new(workspace), scope(workspace, period, today)?);
        let (kind, shown) = (book.kind(measure)?, shown(workspace, &book, measure)?);
        let of = vec![Formula::Of(measure, Default::default())];
        let computed = Computed::new(workspace, &book, of, scope);
        let goals = GoalsView::new(workspace, period, today)?;
        let maker = Maker { workspace, lang, scope, measure, period, shown, nature: kind.nature };
        let set = |bearer| maker.target(bearer);
        let people = goals.rows().filter(|it| matches!(it.bearer, Bearer::Person(_)));
        let people: Vec<Bearer> = people.map(|it| it.bearer).collect();
        let below = |bearer: Bearer| -> Option<Target> {
            let of_team = |it: &&Bearer| match (bearer, it) {
                (Bearer::Company, _) => true,
                (Bearer::Team(team), Bearer::Person(id)) => {
                    workspace.people.get(*id).and_then(|it| it.team) == Some(team)
                }
                _ => false,
            };
            sum(people.iter().filter(of_team).filter_map(|it| set(*it)))
                .filter(|_| kind.nature == Nature::Sum && !matches!(bearer, Bearer::Person(_)))
        };
        let rows = goals.rows().map(|row| {
            let (own, below) = (set(row.bearer), below(row.bearer));
            let name = row_name(lang, row);
            maker.row((row.bearer, name), (own, below), computed.of(0, row.bearer))
        });
        let rows: Vec<MeasuredRow> = rows.collect();
        Some(MeasuredView {
            name: measure_name(workspace, lang, measure),
            formula: super::words::formula(workspace, lang, &book.formula(measure)?),
            sentence: maker.sentence(rows.first()?, goals.phase),
            shown,
            nature: kind.nature,
            phase: goals.phase,
            notes: conversion_notes(
                lang,
                &computed.conversion,
                &computed.rates,
                computed.rates.home(),
            ),
            rows,
        })
    }

    /// The row of a bearer.
    pub fn row(&self, bearer: Bearer) -> Option<&MeasuredRow> {
        self.rows.iter().find(|it| it.bearer == bearer)
    }
}

fn sum(targets: impl Iterator<Item = Target>) -> Option<Target> {
    targets.fold(None, |sum, target| match (sum, target) {
        (None, target) => Some(target),
        (Some(Target::Amount(a)), Target::Amount(b)) if a.currency == b.currency => {
            Some(Target::Amount(Money::new(a.minor.saturating_add(b.minor), a.currency)))
        }
        (Some(Target::Thousandths(a)), Target::Thousandths(b)) => {
            Some(Target::Thousandths(a.saturating_add(b)))
        }
        (sum, _) => sum,
    })
}

struct Maker<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    scope: Scope,
    measure: Measure,
    period: Period,
    shown: Shown,
    nature: Nature,
}

impl Maker<'_> {
    fn target(&self, bearer: Bearer) -> Option<Target> {
        let id = IndicatorGoal::id_of(bearer, self.period, self.measure);
        let target = self.workspace.indicator_goals.get(id)?.target()?;
        target.fits(self.shown.unit).then_some(target)
    }

    fn row(
        &self,
        (bearer, name): (Bearer, String),
        (target, below): (Option<Target>, Option<Target>),
        actual: Option<Exact>,
    ) -> MeasuredRow {
        let Maker { workspace, lang, scope, shown, nature, .. } = *self;
        let value = |it: Option<Exact>| it.map(|it| shown.value(lang, it)).unwrap_or_default();
        let meant = target.or(below);
        let progress = meant.and_then(|it| Progress::new(workspace, scope, nature, it, actual));
        let gap = progress.and_then(|it| it.gap());
        let sign = match gap.and_then(|it| it.partial_cmp(&Exact::ZERO)) {
            Some(Ordering::Less) => "−",
            Some(Ordering::Greater) => "+",
            _ => "",
        };
        let mark = progress.and_then(|it| it.expected?.over(it.target));
        MeasuredRow {
            bearer,
            name,
            target,
            target_words: value(meant.and_then(Target::exact)),
            is_summed: target.is_none() && below.is_some(),
            actual: shown.value_or_none(lang, actual),
            expected: value(progress.and_then(|it| it.expected)),
            gap: gap.map(|it| [sign, &shown.size(lang, it)].concat()).unwrap_or_default(),
            is_behind: sign == "−",
            needed: value(progress.and_then(|it| it.needed)),
            permille: progress.and_then(|it| it.permille()),
            mark: mark.map_or(1.0, |it| it.upper() as f64 / it.lower() as f64),
            progress,
        }
    }

    fn sentence(&self, company: &MeasuredRow, phase: Phase) -> String {
        let lang = self.lang;
        let Some(progress) = company.progress else {
            return lang.measured_none(&format::period(lang, self.period));
        };
        let Some(left) = progress.actual.and_then(|it| progress.target.minus(it)) else {
            return lang.indicators_no_value_why().to_owned();
        };
        let gap = progress.gap().map(|it| self.shown.size(lang, it)).unwrap_or_default();
        match progress.needed {
            _ if left <= Exact::ZERO => lang.measured_reached().to_owned(),
            Some(_) if phase == Phase::Running && company.is_behind => {
                lang.measured_behind(&gap, &company.needed)
            }
            Some(_) if phase == Phase::Running => lang.measured_ahead(&gap, &company.needed),
            _ => lang.measured_short(&self.shown.size(lang, left)),
        }
    }
}

/// A line of the list of indicators with goals in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredLine {
    /// The indicator.
    pub measure: Measure,
    /// Its name.
    pub name: String,
    /// How the company stands.
    pub note: String,
    /// What there is, and of how much.
    pub figure: String,
}

/// The indicators with goals in a period, and how the company stands in each.
pub fn lines(workspace: &Workspace, lang: Lang, period: Period, today: Day) -> Vec<MeasuredLine> {
    let line = |measure| {
        let view = MeasuredView::new(workspace, lang, (period, measure), today)?;
        let company = view.rows.first()?;
        let of = match company.target_words.is_empty() {
            true => String::new(),
            false => lang.measured_of(&company.target_words),
        };
        let figure = [company.actual.as_str(), &of].join(" ");
        Some(MeasuredLine { measure, name: view.name, note: view.sentence, figure })
    };
    measures_in(workspace, period).into_iter().filter_map(line).collect()
}

/// What somebody typed as a goal; `None` where it is none.
pub fn parse_target(text: &str, shown: Shown) -> Option<Target> {
    if shown.unit == Unit::Money {
        let minor = format::parse_money(text, shown.currency)?;
        return (0 <= minor).then(|| Target::Amount(Money::new(minor, shown.currency)));
    }
    let folded = folded(text.trim()).replace('−', "-").replace(',', "");
    let (sign, digits) = folded.strip_prefix('-').map_or((1, folded.as_str()), |it| (-1, it));
    let digits = digits.trim_end_matches('%').trim();
    let places = if shown.percent { 1 } else { 3 };
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |it: &str| it.bytes().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(rest) || places < rest.len() {
        return None;
    }
    let number = format!("{whole}{rest:0<places$}");
    let number = number.parse::<i64>().ok().filter(|it| *it < 1_000_000_000_000)?;
    Some(Target::Thousandths(sign * number))
}

/// A goal as it is typed.
pub fn editable_target(target: Target, shown: Shown) -> String {
    match target {
        Target::Amount(amount) => format::editable(amount),
        Target::Thousandths(number) => {
            let scale = if shown.percent { 10 } else { 1000 };
            let digits = if shown.percent { 1 } else { 3 };
            let sign = if number < 0 { "-" } else { "" };
            let (whole, rest) = (number.abs() / scale, number.abs() % scale);
            let text = format!("{sign}{whole}.{rest:0digits$}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    }
}
