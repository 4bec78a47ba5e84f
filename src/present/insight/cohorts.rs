//! Leads by the month in which they were created, as a grid: what part was won, lost or open so
//! many months later.

use super::scope::{Looked, Scope};
use super::{Figure, Part, RowView, TableView, dash};
use crate::domain::calendar::Day;
use crate::domain::cohorts::{Case, Cell, Cohort, cohorts as count, number};
use crate::domain::insight::Rate;
use crate::domain::pipeline::Outcome;
use crate::i18n::Lang;
use crate::present::chart::HeatRow;
use crate::present::forecast::words::{self, share};
use crate::present::format;

/// A grid, ready to be shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CohortsView {
    /// What there is to say.
    pub sentence: String,
    /// The heads of the grid.
    pub heads: Vec<String>,
    /// The months.
    pub rows: Vec<HeatRow>,
    /// The same as a table.
    pub table: TableView,
    /// How it is counted, and what is left out.
    pub notes: Vec<String>,
}

/// The most months of creation.
const MONTHS: usize = 18;
/// The most months that are followed.
const AGES: usize = 13;
/// After how many months the sentence looks.
const TOLD: usize = 3;

/// A lead of a grid; none where it is not known when it was created, or when it closed.
fn case(looked: &Looked<'_>) -> Option<Case> {
    let Looked { lead, outcome, .. } = *looked;
    let known = outcome == Outcome::Open || lead.closes.is_some();
    lead.created.filter(|_| known).map(|created| Case { created, closes: lead.closes, outcome })
}

/// The grid of what is asked.
pub fn cohorts(scope: Scope<'_>) -> CohortsView {
    let lang = scope.lang;
    let mut undated = 0;
    let mut cases = Vec::new();
    for looked in scope.leads() {
        match case(&looked) {
            Some(case) if scope.holds(Some(case.created)) => cases.push(case),
            Some(_) => {}
            None => undated += 1,
        }
    }
    let found = count(&cases, scope.today, MONTHS, AGES);
    let ages = found.iter().map(|it| it.cells.len()).max().unwrap_or(0);
    let mut notes = vec![lang.insight_how_cohorts().to_owned()];
    if undated != 0 {
        notes.push(lang.insight_cohorts_undated(&format::count(lang, undated)));
    }
    let part = scope.address.part;
    CohortsView {
        sentence: sentence(lang, &found),
        heads: (0..ages).map(|it| it.to_string()).collect(),
        rows: found.iter().map(|it| row(lang, part, it)).collect(),
        table: table(lang, part, &found, ages),
        notes,
    }
}

/// How many of a cell a part holds.
pub(super) fn of_part(part: Part, leads: u64, cell: Cell) -> u64 {
    match part {
        Part::Won => cell.won,
        Part::Lost => cell.lost,
        Part::Open => leads - cell.won - cell.lost,
    }
}

fn row(lang: Lang, part: Part, cohort: &Cohort) -> HeatRow {
    let cell = |cell: &Cell| {
        let value = of_part(part, cohort.leads, *cell) as f64 / cohort.leads as f64;
        (share(lang, value), value)
    };
    HeatRow {
        name: words::month(lang, cohort.month),
        note: format::count(lang, cohort.leads),
        cells: cohort.cells.iter().map(cell).collect(),
    }
}

/// How many are won after three months, over all months that are so old.
fn sentence(lang: Lang, found: &[Cohort]) -> String {
    let old = found.iter().filter_map(|it| Some((it.leads, it.cells.get(TOLD)?.won)));
    let (leads, won) = old.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    match Rate::new(won, leads) {
        None if found.is_empty() => lang.insight_no_cohorts().to_owned(),
        None => lang.insight_cohorts_young().to_owned(),
        Some(rate) => lang.insight_cohorts_told(
            TOLD,
            &share(lang, rate.value()),
            &share(lang, rate.low),
            &share(lang, rate.high),
            &format::count(lang, leads),
        ),
    }
}

fn table(lang: Lang, part: Part, found: &[Cohort], ages: usize) -> TableView {
    let row = |cohort: &Cohort| {
        let cell = |age: usize| match cohort.cells.get(age) {
            None => (dash(), None),
            Some(cell) => {
                let held = of_part(part, cohort.leads, *cell);
                let value = share(lang, held as f64 / cohort.leads as f64);
                let words = lang.insight_cell(&value, &format::count(lang, held));
                (words, Some(Figure::Cohort(cohort.month, age)))
            }
        };
        let leads = (format::count(lang, cohort.leads), None);
        RowView {
            name: words::month(lang, cohort.month),
            cells: std::iter::once(leads).chain((0..ages).map(cell)).collect(),
        }
    };
    let mut heads = vec![lang.insight_created_in().to_owned(), lang.insight_leads().to_owned()];
    heads.extend((0..ages).map(|it| lang.insight_after(it)));
    TableView {
        caption: lang.insight_cohorts_caption(part.words(lang)),
        heads,
        rows: found.iter().map(row).collect(),
    }
}

/// The leads of a cell.
pub(super) fn behind<'a>(
    scope: Scope<'a>,
    month: Day,
    age: usize,
) -> impl Iterator<Item = Looked<'a>> {
    let (part, wanted) = (scope.address.part, number(month));
    scope.leads().filter(move |it| {
        let Some(case) = case(it).filter(|it| number(it.created) == wanted) else { return false };
        let closed = case.age().is_some_and(|it| it <= age);
        match part {
            Part::Won => closed && case.outcome == Outcome::Won,
            Part::Lost => closed && case.outcome == Outcome::Lost,
            Part::Open => !closed,
        }
    })
}

/// How many leads were created in a month.
pub(super) fn created_in(scope: Scope<'_>, month: Day) -> u64 {
    let wanted = number(month);
    let created = scope.leads().filter_map(|it| Some(number(case(&it)?.created)));
    created.filter(|it| *it == wanted).count() as u64
}
