//! The SMART check of a goal: five marks, each with the sentence that says why.

pub mod expected;
pub mod parts;
pub mod reaching;

use std::collections::BTreeMap;

use crate::domain::calendar::{Day, Period, Span, working_days};
use crate::domain::exact::Exact;
use crate::domain::goal::Bearer;
use crate::domain::indicator::{Book, Builtin, Computed, Formula, Measure, Scope, Unit};
use crate::domain::lead::Lead;
use crate::domain::objective;
use crate::domain::pipeline::Outcome;
use crate::domain::smart::{Likely, Past, Reach, reach};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::forecast::lands::Lands;
use crate::present::format;
use crate::present::goals::words::row_name;
use crate::present::goals::{GoalsView, Phase, Quota, counts_for};
use crate::present::indicators::goals::{MeasuredRow, MeasuredView};
use crate::present::indicators::words::Shown;
use expected::Expected;
use reaching::Sought;

/// How many earlier periods are looked at.
const PERIODS: usize = 8;

/// How a goal stands one of the five tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// It does.
    Yes,
    /// Not wholly.
    Partly,
    /// It does not.
    No,
    /// That cannot be told, or not yet.
    Unknown,
}

impl Grade {
    /// The value of the attribute that the styles know.
    pub const fn as_str(self) -> &'static str {
        match self {
            Grade::Yes => "yes",
            Grade::Partly => "partly",
            Grade::No => "no",
            Grade::Unknown => "unknown",
        }
    }

    /// The word for it.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Grade::Yes => lang.smart_yes(),
            Grade::Partly => lang.smart_partly(),
            Grade::No => lang.smart_no(),
            Grade::Unknown => lang.smart_unknown(),
        }
    }
}

/// One of the five tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its letter.
    pub letter: &'static str,
    /// Its name.
    pub name: &'static str,
    /// How the goal stands it.
    pub grade: Grade,
    /// Why, in sentences.
    pub why: Vec<String>,
}

/// Whether a goal can be attained, which takes a forecast to say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attainable {
    reach: Reach,
    likely: Option<Likely>,
    past: Option<Past>,
    /// Where an amount will land; none of other indicators, and where that cannot be said.
    pub lands: Option<Lands>,
}

/// What earlier periods of the same length brought to everybody, the latest first; periods in
/// which nothing was known of anybody are left out.
pub type History = BTreeMap<Bearer, Vec<Exact>>;

/// Earlier periods of the same length, the latest first: those that are over, back to the first of
/// which anything is known.
fn earlier_spans(workspace: &Workspace, period: Period, today: Day) -> Vec<Span> {
    let start = workspace.settings().fiscal_start();
    let first = workspace.leads.values().filter_map(|it| it.created.or(it.closes)).min();
    let back = std::iter::successors(Some(period.previous()), |it| Some(it.previous()));
    let over = back.take(PERIODS).map_while(|it| it.span(start)).filter(|it| it.last < today);
    over.take_while(|it| first.is_some_and(|first| first <= it.last)).collect()
}

/// What earlier periods brought to everybody by an indicator.
pub fn history(
    workspace: &Workspace,
    period: Period,
    measure: Measure,
    bearers: &[Bearer],
    today: Day,
) -> History {
    let book = Book::new(workspace);
    let mut history = History::new();
    for span in earlier_spans(workspace, period, today) {
        let scope = Scope { span, today };
        let of = vec![Formula::Of(measure, Default::default())];
        let computed = Computed::new(workspace, &book, of, scope);
        for bearer in bearers.iter().filter(|it| was_there(workspace, **it, scope.span.first)) {
            if let Some(value) = computed.of(0, *bearer) {
                history.entry(*bearer).or_default().push(value);
            }
        }
    }
    history
}

/// Whether somebody was there on a day: a person not before the first day in the team.
fn was_there(workspace: &Workspace, bearer: Bearer, day: Day) -> bool {
    match bearer {
        Bearer::Person(id) => {
            workspace.people.get(id).is_some_and(|it| it.started.is_none_or(|it| it <= day))
        }
        Bearer::Company | Bearer::Team(_) => true,
    }
}

/// What everybody is to win in a period that is not over, with what earlier periods brought.
pub fn sought_by_bearers(workspace: &Workspace, view: &GoalsView, today: Day) -> Vec<Sought> {
    let bearers: Vec<Bearer> = view.rows().map(|it| it.bearer).collect();
    let won = Measure::Builtin(Builtin::WonAmount);
    let history = history(workspace, view.period, won, &bearers, today);
    let sought = view.rows().filter_map(|it| {
        let past = history.get(&it.bearer).and_then(|it| Past::of(it));
        Some(Sought { row: it.bearer.into(), quota: it.quota.amount()?, past })
    });
    sought.collect()
}

/// Whether a goal for an indicator can be reached: by where it is likely to land, and by what
/// earlier periods brought.
fn attainable_measure(
    view: &MeasuredView,
    row: &MeasuredRow,
    history: &History,
    expected: &Expected,
) -> Option<Attainable> {
    let goal = row.progress.filter(|_| view.phase != Phase::Over)?.target;
    let past = history.get(&row.bearer).and_then(|it| Past::of(it));
    let likely = expected.get(&row.bearer).copied();
    Some(Attainable { reach: reach(goal, likely, past), likely, past, lands: None })
}

/// A goal as the check sees it.
struct Checked<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    period: Period,
    span: Span,
    phase: Phase,
    today: Day,
    name: String,
    measure: String,
    shown: Shown,
    goal: Exact,
    is_summed: bool,
    /// What stands in the way of measuring it, and how much.
    unmeasured: Vec<String>,
    /// Whether it has a value at all.
    has_value: bool,
    /// The goal it hangs on: whose, and how much.
    above: Option<(String, String)>,
    /// The objective that it serves, by itself or through the goal above it.
    objective: Option<String>,
    is_top: bool,
}

/// The marks of an amount to be won; `None` without a goal. What can be attained comes in later.
pub fn of_amount(
    workspace: &Workspace,
    lang: Lang,
    view: &GoalsView,
    bearer: Bearer,
    attainable: Option<Option<Attainable>>,
    today: Day,
) -> Option<Vec<Mark>> {
    let row = view.row(bearer)?;
    let quota = row.quota.amount()?;
    let currency = quota.currency;
    let shown = Shown { unit: Unit::Money, percent: false, currency };
    let above = above(workspace, bearer).find_map(|it| {
        // A sum of the goals below is no goal that they could be a part of.
        let above = view.row(it).filter(|it| !matches!(it.quota, Quota::Summed(_)))?;
        Some((row_name(lang, above), format::money(lang, above.quota.amount()?)))
    });
    let checked = Checked {
        workspace,
        lang,
        period: view.period,
        span: view.span,
        phase: view.phase,
        today,
        name: row_name(lang, row),
        measure: lang.measure(Builtin::WonAmount).to_owned(),
        shown,
        goal: Exact::whole(quota.minor.into()),
        is_summed: matches!(row.quota, Quota::Summed(_)),
        unmeasured: unmeasured(workspace, lang, |it| counts_for(workspace, it, bearer)),
        has_value: true,
        above,
        objective: objective(workspace, bearer, view.period),
        is_top: bearer == Bearer::Company,
    };
    Some(checked.marks(attainable))
}

/// The marks of a goal for an indicator; `None` without a goal. What is expected comes in later.
pub fn of_measure(
    workspace: &Workspace,
    lang: Lang,
    view: &MeasuredView,
    (period, bearer): (Period, Bearer),
    (history, expected): (&History, Option<&Expected>),
    today: Day,
) -> Option<Vec<Mark>> {
    let row = view.row(bearer)?;
    let progress = row.progress?;
    let above = above(workspace, bearer).find_map(|it| {
        let above = view.row(it)?;
        above.progress?;
        Some((above.name.clone(), above.target_words.clone()))
    });
    let checked = Checked {
        workspace,
        lang,
        period,
        span: period.span(workspace.settings().fiscal_start())?,
        phase: view.phase,
        today,
        name: row.name.clone(),
        measure: view.name.clone(),
        shown: view.shown,
        goal: progress.target,
        is_summed: row.is_summed,
        unmeasured: Vec::new(),
        has_value: progress.actual.is_some(),
        above,
        objective: objective(workspace, bearer, period),
        is_top: bearer == Bearer::Company,
    };
    Some(checked.marks(expected.map(|it| attainable_measure(view, row, history, it))))
}

/// Whose goals somebody's goal may hang on, the nearest first.
fn above(workspace: &Workspace, bearer: Bearer) -> impl Iterator<Item = Bearer> {
    let next = |it: &Bearer| objective::above(workspace, *it);
    std::iter::successors(objective::above(workspace, bearer), next)
}

/// The name of the objective that somebody's goal of a period serves.
fn objective(workspace: &Workspace, bearer: Bearer, period: Period) -> Option<String> {
    let hanging = objective::objective_of(workspace, bearer, period)?;
    workspace.objectives.get(hanging.objective).map(|it| it.name.clone())
}

/// Won leads that no figure counts, or counts as nothing.
fn unmeasured(workspace: &Workspace, lang: Lang, counts: impl Fn(&Lead) -> bool) -> Vec<String> {
    let (mut undated, mut unvalued) = (0_u64, 0_u64);
    for lead in workspace.leads.values() {
        let misses = lead.closes.is_none() || lead.amount.is_none();
        if misses && lead.outcome(workspace) == Outcome::Won && counts(lead) {
            undated += u64::from(lead.closes.is_none());
            unvalued += u64::from(lead.amount.is_none());
        }
    }
    let mut told = Vec::new();
    if undated != 0 {
        told.push(lang.smart_undated(&format::count(lang, undated)));
    }
    if unvalued != 0 {
        told.push(lang.smart_unvalued(&format::count(lang, unvalued)));
    }
    told
}

impl Checked<'_> {
    fn marks(&self, attainable: Option<Option<Attainable>>) -> Vec<Mark> {
        let lang = self.lang;
        let mark = |letter, name, (grade, why)| Mark { letter, name, grade, why };
        vec![
            mark("S", lang.smart_specific(), self.specific()),
            mark("M", lang.smart_measurable(), self.measurable()),
            mark("A", lang.smart_attainable(), self.attainable(attainable)),
            mark("R", lang.smart_relevant(), self.relevant()),
            mark("T", lang.smart_time_bound(), self.time_bound()),
        ]
    }

    fn value(&self, value: Exact) -> String {
        self.shown.value(self.lang, value)
    }

    fn specific(&self) -> (Grade, Vec<String>) {
        let (lang, goal) = (self.lang, self.value(self.goal));
        if self.is_summed {
            return (Grade::Partly, vec![lang.smart_is_summed(&goal)]);
        }
        let period = format::period(lang, self.period);
        let told = lang.smart_is_specific(&self.name, &self.measure, &goal, &period);
        (Grade::Yes, vec![told])
    }

    fn measurable(&self) -> (Grade, Vec<String>) {
        if !self.has_value {
            return (Grade::No, vec![self.lang.smart_no_value().to_owned()]);
        }
        let mut told = vec![self.lang.smart_is_measurable(&self.measure)];
        told.extend(self.unmeasured.iter().cloned());
        (if told.len() == 1 { Grade::Yes } else { Grade::Partly }, told)
    }

    fn attainable(&self, found: Option<Option<Attainable>>) -> (Grade, Vec<String>) {
        let (lang, goal) = (self.lang, self.value(self.goal));
        let Some(found) = found else {
            return (Grade::Unknown, vec![lang.smart_pending().to_owned()]);
        };
        let Some(Attainable { reach, likely, past, .. }) = found else {
            return (Grade::Unknown, vec![lang.smart_over().to_owned()]);
        };
        let (grade, first) = match reach {
            Reach::TooLow => (Grade::Partly, lang.smart_too_low(&goal)),
            Reach::WithinReach => (Grade::Yes, lang.smart_within(&goal)),
            Reach::Stretch => (Grade::Yes, lang.smart_stretch(&goal)),
            Reach::OutOfReach => (Grade::No, lang.smart_out_of_reach(&goal)),
            Reach::CannotTell => (Grade::Unknown, lang.smart_cannot_tell().to_owned()),
        };
        let value = |it| self.value(it);
        let likely =
            likely.map(|it| lang.smart_likely(&value(it.low), &value(it.middle), &value(it.high)));
        let past = past.map(|it| {
            let periods = format::count(lang, it.periods as u64);
            lang.smart_past(&periods, &value(it.worst), &value(it.usual), &value(it.best))
        });
        (grade, [Some(first), likely, past].into_iter().flatten().collect())
    }

    fn relevant(&self) -> (Grade, Vec<String>) {
        let (lang, period) = (self.lang, format::period(self.lang, self.period));
        let above = match &self.above {
            _ if self.is_top => lang.smart_is_top().to_owned(),
            Some((name, amount)) => lang.smart_hangs_on(name, amount),
            None => lang.smart_hangs_on_nothing(&period),
        };
        let is_part = self.is_top || self.above.is_some();
        match &self.objective {
            Some(name) => (Grade::Yes, vec![lang.smart_serves(name), above]),
            None if is_part => (Grade::Partly, vec![above, lang.smart_serves_nothing().to_owned()]),
            None => (Grade::No, vec![above]),
        }
    }

    fn time_bound(&self) -> (Grade, Vec<String>) {
        let (lang, last) = (self.lang, self.span.last);
        let day = format::day(lang, last);
        if self.phase == Phase::Over {
            return (Grade::Yes, vec![lang.smart_ended(&day)]);
        }
        let first = self.today.next().max(self.span.first);
        let left = match first <= last {
            true => working_days(Span { first, last }, &self.workspace.settings()),
            false => 0,
        };
        let left = format::count(lang, left.unsigned_abs());
        (Grade::Yes, vec![lang.smart_ends(&day, &left)])
    }
}

#[cfg(test)]
mod tests;
