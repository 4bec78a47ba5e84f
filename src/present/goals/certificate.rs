//! How a figure of a goal was computed: the formula in words, its inputs, the leads behind it and
//! where each came from.

use super::chart::{course_of, line_of};
use super::words::row_name;
use super::{GoalRow, GoalsView, Phase, Quota, counts_for, won_in};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Span, working_days};
use crate::domain::goal::Bearer;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pace::Pace;
use crate::domain::pace::course::{Basis, Course, Reached};
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Conversion, Rates};
use crate::domain::settings::Settings;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::rates::conversion_notes;

/// A figure of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What is won.
    Won,
    /// What should be won by now.
    Expected,
    /// Won less expected.
    Gap,
    /// What must be won on each working day left.
    Needed,
    /// Won as a part of the quota.
    Attainment,
    /// What should be won by the end of a day.
    ExpectedBy(Day),
    /// What was won by the end of a day.
    WonBy(Day),
}

impl Figure {
    /// What it is called.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Figure::Won | Figure::WonBy(_) => lang.goals_won(),
            Figure::Expected | Figure::ExpectedBy(_) => lang.goals_expected(),
            Figure::Gap => lang.goals_gap(),
            Figure::Needed => lang.goals_needed(),
            Figure::Attainment => lang.goals_attainment(),
        }
    }
}

/// How a figure was computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Certificate {
    /// What it is the figure of.
    pub title: String,
    /// The figure, to the last digit.
    pub value: String,
    /// The formula in words.
    pub formula: String,
    /// The formula's inputs by name.
    pub inputs: Vec<(String, String)>,
    /// What the figure leaves out.
    pub notes: Vec<String>,
    /// The leads behind it, the latest first.
    pub leads: Vec<LeadId>,
}

/// How a figure of a bearer was computed; `None` where there is no such figure.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    view: &GoalsView,
    bearer: Bearer,
    figure: Figure,
) -> Option<Certificate> {
    let row = view.row(bearer)?;
    if let Figure::ExpectedBy(day) | Figure::WonBy(day) = figure {
        return by_day(workspace, lang, (view, row), (figure, day));
    }
    let (value, formula) = match (figure, &row.pace) {
        (Figure::Won, _) => {
            let days = (view.span.first, view.span.last);
            (format::money(lang, row.won), won_formula(lang, days, row))
        }
        (_, Some(pace)) => computed(lang, pace, figure)?,
        (_, None) => return None,
    };
    let leads = leads_of(workspace, view, row);
    Some(Certificate {
        title: title(lang, view, row, figure),
        value,
        formula,
        inputs: inputs(lang, view, row, leads.len()),
        notes: notes(workspace, lang, (view, row), &leads),
        leads: leads.into_iter().map(|(id, _)| id).collect(),
    })
}

/// What should be won, or was, by the end of a day that the table of the pace has.
fn by_day(
    workspace: &Workspace,
    lang: Lang,
    (view, row): (&GoalsView, &GoalRow),
    (figure, day): (Figure, Day),
) -> Option<Certificate> {
    let (pace, settings) = (row.pace?, workspace.settings());
    let by = lang.goals_by_day(&format::day(lang, day));
    let title = [title(lang, view, row, figure), by].join(" · ");
    if let Figure::ExpectedBy(_) = figure {
        let course = course_of(workspace, view, row.bearer)?;
        let found = expected_by(lang, (&pace, &course), (view.span.first, day), &settings);
        return Some(Certificate { title, ..found });
    }
    let line = line_of(workspace, lang, view, row.bearer, None)?;
    let at = line.table.iter().find(|it| it.day == day)?;
    let last = last_counted(view.phase, &pace, (view.span, day), &settings);
    let mut leads = leads_of(workspace, view, row);
    leads.retain(|(_, it)| it.closes.is_some_and(|it| it <= last));
    let count = format::count(lang, leads.len() as u64);
    Some(Certificate {
        title,
        value: format::money(lang, at.won?),
        formula: won_formula(lang, (view.span.first, last), row),
        inputs: vec![(lang.certificate_deals().to_owned(), count)],
        notes: notes(workspace, lang, (view, row), &leads),
        leads: leads.into_iter().map(|(id, _)| id).collect(),
    })
}

/// What of a goal should be won by the end of a day; its title is the caller's.
pub(in crate::present) fn expected_by(
    lang: Lang,
    (pace, course): (&Pace, &Course),
    (first, day): (Day, Day),
    settings: &Settings,
) -> Certificate {
    let reached = course.reached(pace.quota.minor, day, settings);
    let days_gone = working_days(Span { first, last: day }, settings);
    let expected = Money::new(reached.expected(), pace.quota.currency);
    let (quota, then) =
        (format::money(lang, pace.quota), Pace { reached, days_gone, expected, ..*pace });
    let count = |n: i64| format::count(lang, n.unsigned_abs());
    Certificate {
        title: String::new(),
        value: format::money(lang, expected),
        formula: expected_formula(lang, &then, &quota),
        inputs: vec![
            (lang.goals_quota().to_owned(), quota),
            (lang.certificate_days().to_owned(), count(pace.days)),
            (lang.certificate_days_gone().to_owned(), count(days_gone)),
        ],
        notes: Vec::new(),
        leads: Vec::new(),
    }
}

/// The last day that counts for what was won by the end of another: the last working day of a
/// period that is over holds what was won on days off after it.
pub(in crate::present) fn last_counted(
    phase: Phase,
    pace: &Pace,
    (span, day): (Span, Day),
    settings: &Settings,
) -> Day {
    let days_gone = working_days(Span { first: span.first, last: day }, settings);
    if phase == Phase::Over && days_gone == pace.days { span.last } else { day }
}

fn title(lang: Lang, view: &GoalsView, row: &GoalRow, figure: Figure) -> String {
    let name = figure.name(lang);
    [name, &format::period(lang, view.period), &row_name(lang, row)].join(" · ")
}

fn won_formula(lang: Lang, (first, last): (Day, Day), row: &GoalRow) -> String {
    let (first, last) = (format::day(lang, first), format::day(lang, last));
    match row.bearer {
        Bearer::Company => lang.certificate_won_company(&first, &last),
        Bearer::Team(_) => lang.certificate_won_team(&row.name, &first, &last),
        Bearer::Person(_) => lang.certificate_won_person(&row.name, &first, &last),
    }
}

/// The value of a computed figure and its formula with the real inputs.
pub(in crate::present) fn computed(
    lang: Lang,
    pace: &Pace,
    figure: Figure,
) -> Option<(String, String)> {
    let money = |amount: Money| format::money(lang, amount);
    let (quota, won) = (money(pace.quota), money(pace.won));
    Some(match figure {
        Figure::Won | Figure::WonBy(_) | Figure::ExpectedBy(_) => return None,
        Figure::Expected => (money(pace.expected), expected_formula(lang, pace, &quota)),
        Figure::Gap => (money(pace.gap()), lang.certificate_gap(&won, &money(pace.expected))),
        Figure::Needed => {
            let left = pace.days - pace.days_gone;
            (money(pace.needed_a_day()?), lang.certificate_needed(&quota, &won, left))
        }
        Figure::Attainment => {
            let attained = format::percent(lang, pace.attainment_permille()?);
            (attained, lang.certificate_attainment(&won, &quota))
        }
    })
}

/// The formula of what should be won by now, by what the pace goes by.
fn expected_formula(lang: Lang, pace: &Pace, quota: &str) -> String {
    let amount = |minor| format::money(lang, Money::new(minor, pace.quota.currency));
    let Reached { before, running, gone, days } = pace.reached;
    let sum = [amount(before), amount(running)];
    match pace.basis {
        Basis::WorkingDays => lang.certificate_expected(quota, pace.days_gone, pace.days),
        Basis::Months => lang.certificate_expected_months(&sum[0], &sum[1], gone, days),
        Basis::Quarters => lang.certificate_expected_quarters(&sum[0], &sum[1], gone, days),
        Basis::Season(years) => {
            lang.certificate_expected_season(years, &sum[0], &sum[1], gone, days)
        }
    }
}

fn inputs(lang: Lang, view: &GoalsView, row: &GoalRow, leads: usize) -> Vec<(String, String)> {
    let count = |n: i64| format::count(lang, n.unsigned_abs());
    let mut inputs = Vec::new();
    let mut put = |name: &str, value: String| inputs.push((name.to_owned(), value));
    match row.quota {
        Quota::Set(quota) => put(lang.goals_quota(), format::money(lang, quota)),
        Quota::Summed(quota) => put(lang.certificate_quota_summed(), format::money(lang, quota)),
        Quota::None => {}
    }
    put(lang.goals_won(), format::money(lang, row.won));
    put(lang.certificate_deals(), count(leads as i64));
    inputs.extend(row.pace.iter().flat_map(|it| days_of(lang, it, view.as_of)));
    inputs
}

/// The days that a pace goes by.
pub(in crate::present) fn days_of(lang: Lang, pace: &Pace, as_of: Day) -> [(String, String); 4] {
    let count = |n: i64| format::count(lang, n.unsigned_abs());
    [
        (lang.certificate_as_of(), format::day(lang, as_of)),
        (lang.certificate_days(), count(pace.days)),
        (lang.certificate_days_gone(), count(pace.days_gone)),
        (lang.certificate_days_left(), count(pace.days - pace.days_gone)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
}

/// The leads won for a row, the latest first.
fn leads_of<'a>(
    workspace: &'a Workspace,
    view: &GoalsView,
    row: &GoalRow,
) -> Vec<(LeadId, &'a Lead)> {
    let counts = |(_, lead): &(LeadId, &Lead)| counts_for(workspace, lead, row.bearer);
    let mut leads: Vec<(LeadId, &Lead)> = won_in(workspace, view.span).filter(counts).collect();
    arrange::by(&mut leads, |(a, first), (b, second)| {
        second.closes.cmp(&first.closes).then(a.cmp(b))
    });
    leads
}

/// How amounts were converted, and what the figure leaves out: amounts without a rate, missing
/// amounts, missing dates.
fn notes(
    workspace: &Workspace,
    lang: Lang,
    (view, row): (&GoalsView, &GoalRow),
    leads: &[(LeadId, &Lead)],
) -> Vec<String> {
    let (rates, currency) = (Rates::on(workspace, view.today), row.won.currency);
    let mut conversion = Conversion::default();
    for (id, amount) in leads.iter().filter_map(|(id, it)| Some((*id, it.amount?))) {
        conversion.take(&rates, currency, (id, amount));
    }
    let mut notes = conversion_notes(lang, &conversion, &rates, currency);
    let unvalued = leads.iter().filter(|(_, lead)| lead.amount.is_none()).count();
    if unvalued != 0 {
        notes.push(lang.certificate_unvalued(unvalued));
    }
    let undated = undated(workspace, row.bearer);
    if undated != 0 {
        notes.push(lang.certificate_undated(undated));
    }
    notes
}

/// How many leads of a bearer are won but have no close date, so that no period holds them.
fn undated(workspace: &Workspace, bearer: Bearer) -> usize {
    let won = workspace
        .leads
        .values()
        .filter(|lead| lead.closes.is_none() && lead.outcome(workspace) == Outcome::Won);
    won.filter(|lead| counts_for(workspace, lead, bearer)).count()
}
