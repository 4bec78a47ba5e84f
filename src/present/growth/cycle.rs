//! Review cycles: what beginning one comes to, and how far everybody is in those that were begun.

use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::id::{PersonId, ReviewId};
use crate::domain::review::{Cycle, Review, Scope, WhyNot, cycles, plan};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::name_order::NameOrder;

/// The tables that cycles are read from.
pub const CYCLE_TABLES: [Table; 4] = [Table::Reviews, Table::People, Table::Teams, Table::Settings];

/// What beginning a cycle comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanView {
    /// How many reviews are opened.
    pub count: usize,
    /// Whose, by name.
    pub opens: Vec<String>,
    /// Who is left out and why, by name.
    pub left_out: Vec<(String, String)>,
}

/// How far somebody is in a cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct CycleRow {
    /// The review.
    pub id: ReviewId,
    /// Whose it is.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The team; empty without one.
    pub team: String,
    /// The days on which the person was done, the manager was, both met, and it was closed; none
    /// where that is still to come.
    pub steps: [Option<String>; 4],
}

/// A cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct CycleView {
    /// The days.
    pub days: Span,
    /// The same in words.
    pub title: String,
    /// How many are how far.
    pub sentence: String,
    /// Everybody by name.
    pub rows: Vec<CycleRow>,
}

/// What beginning a cycle today comes to; nobody for days in the wrong order.
pub fn plan_view(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    scope: Scope,
    days: Span,
) -> PlanView {
    if days.last < days.first {
        return PlanView::default();
    }
    let plan = plan(workspace, scope, days, today);
    let name = |id: PersonId| workspace.people.get(id).map_or("", |it| &it.name).to_owned();
    let mut opens: Vec<String> = plan.opens.iter().map(|it| name(*it)).collect();
    arrange::by_cached_key(&mut opens, |it| NameOrder::of(it));
    let why = |(id, why): (PersonId, WhyNot)| (name(id), why_words(workspace, lang, why));
    let mut left_out: Vec<(String, String)> = plan.left_out.into_iter().map(why).collect();
    arrange::by_cached_key(&mut left_out, |it| NameOrder::of(&it.0));
    PlanView { count: opens.len(), opens, left_out }
}

fn why_words(workspace: &Workspace, lang: Lang, why: WhyNot) -> String {
    let day = |it| format::day(lang, it);
    match why {
        WhyNot::HasOne(review) => {
            let span = workspace.reviews.get(review).and_then(Review::span);
            let days = span.map(|it| lang.review_days(&day(it.first), &day(it.last)));
            lang.cycle_has_one(&days.unwrap_or_default())
        }
        WhyNot::Left(last) => lang.cycle_left(&day(last)),
        WhyNot::CameLate(first, there, all) => {
            let count = |it: i64| format::count(lang, it.unsigned_abs());
            lang.cycle_came_late(&day(first), &count(there), &count(all))
        }
    }
}

/// All cycles, those that end last first.
pub fn cycle_views(workspace: &Workspace, lang: Lang) -> Vec<CycleView> {
    cycles(workspace).into_iter().map(|it| cycle_view(workspace, lang, it)).collect()
}

fn cycle_view(workspace: &Workspace, lang: Lang, cycle: Cycle) -> CycleView {
    let Cycle { days, reviews } = cycle;
    let row = |(id, person): (ReviewId, PersonId)| {
        let (review, known) = (workspace.reviews.get(id)?, workspace.people.get(person)?);
        let team = workspace.teams.find(known.team).map(|it| it.name.clone());
        let steps = [review.own_sealed, review.manager_sealed, review.shared, review.closed];
        Some(CycleRow {
            id,
            person,
            name: known.name.clone(),
            team: team.unwrap_or_default(),
            steps: steps.map(|it| it.map(|day| format::day(lang, day))),
        })
    };
    let mut rows: Vec<CycleRow> = reviews.into_iter().filter_map(row).collect();
    arrange::by_cached_key(&mut rows, |it| (NameOrder::of(&it.name), it.id));
    let all = format::count(lang, rows.len() as u64);
    let done = |step: usize| {
        let count = rows.iter().filter(|it| it.steps[step].is_some()).count();
        format::count(lang, count as u64)
    };
    let day = |it| format::day(lang, it);
    CycleView {
        days,
        title: lang.review_days(&day(days.first), &day(days.last)),
        sentence: lang.cycle_sentence(&all, &done(0), &done(1), &done(2), &done(3)),
        rows,
    }
}

/// The periods that a review is usually of: this quarter and the one before, this year and the one
/// before.
pub fn usual_periods(workspace: &Workspace, today: Day) -> [Period; 4] {
    let start = workspace.settings().fiscal_start();
    let (quarter, year) = (start.quarter_of(today), start.year_of(today));
    [quarter, quarter.previous(), year, year.previous()]
}
