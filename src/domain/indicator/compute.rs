//! Computing indicators of a period: one pass over the records for all that a formula counts, then
//! plain arithmetic for each bearer.
//!
//! All counts and sums are kept by person, so those of a team or the company are sums of them.
//! Amounts are summed in the team's currency, each converted at the rate that is stated for today;
//! those without one are left out and told. A division by zero, or a number that does not fit, is
//! no value.

use std::collections::{BTreeMap, BTreeSet};

use super::book::{Book, Unit};
use super::count::{Cell, Cells, Count, Counted, FURTHEST, Scope};
use super::formula::{Formula, Sign};
use super::{Measure, Tally, What};
use crate::domain::behind::Behind;
use crate::domain::exact::Exact;
use crate::domain::goal::Bearer;
use crate::domain::id::PersonId;
use crate::domain::rates::{Conversion, Rates};
use crate::domain::workspace::Workspace;

/// What a formula counts, and how many years back.
type Asked = BTreeSet<(u8, Tally)>;

/// Everything that a formula needs to be computed for anybody.
pub struct Computed<'a> {
    workspace: &'a Workspace,
    book: &'a Book,
    formulas: Vec<Formula>,
    cells: BTreeMap<(u8, Tally), Cells>,
    counted: Counted,
    /// The rates that amounts are converted at.
    pub rates: Rates,
    /// The leads whose amounts are in other currencies.
    pub conversion: Conversion,
}

/// A count or a sum that went into a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a> {
    /// How many years before it was taken.
    pub years: u8,
    /// What was counted or summed.
    pub tally: &'a Tally,
    /// What it came to, in minor units for a sum.
    pub value: Exact,
}

impl<'a> Computed<'a> {
    /// Counts what formulas need, all in one pass.
    pub fn new(
        workspace: &'a Workspace,
        book: &'a Book,
        formulas: Vec<Formula>,
        scope: Scope,
    ) -> Computed<'a> {
        Computed::counted(workspace, (book, formulas), scope, None)
    }

    /// The same for one formula, and keeps which records were counted.
    pub fn with_records(
        workspace: &'a Workspace,
        book: &'a Book,
        formula: Formula,
        scope: Scope,
    ) -> Computed<'a> {
        Computed::counted(workspace, (book, vec![formula]), scope, Some(Counted::new()))
    }

    fn counted(
        workspace: &'a Workspace,
        (book, formulas): (&'a Book, Vec<Formula>),
        scope: Scope,
        counted: Option<Counted>,
    ) -> Computed<'a> {
        let mut asked = Asked::new();
        let mut seen = BTreeSet::new();
        formulas.iter().for_each(|it| ask(book, it, 0, &mut seen, &mut asked));
        let (rates, conversion) = (Rates::on(workspace, scope.today), Conversion::default());
        let mut count = Count { workspace, rates, cells: BTreeMap::new(), conversion, counted };
        for years in 0..=FURTHEST {
            let tallies = asked.iter().filter(|it| it.0 == years).map(|it| &it.1).collect();
            count.year(years, tallies, scope.before(years));
        }
        let Count { rates, cells, conversion, counted, .. } = count;
        let counted = counted.unwrap_or_default();
        Computed { workspace, book, formulas, cells, counted, rates, conversion }
    }

    /// What was counted and summed for somebody, this year's first.
    pub fn parts(&self, bearer: Bearer) -> Vec<Part<'_>> {
        let part = |(years, tally): &'_ (u8, Tally)| {
            let cell = self.cell((*years, tally), bearer);
            match tally.what {
                What::Count => Exact::whole(cell.count),
                What::Sum => Exact::whole(cell.minor),
            }
        };
        let parts = self.cells.keys();
        parts.map(|it| Part { years: it.0, tally: &it.1, value: part(it) }).collect()
    }

    /// The records that were counted for somebody, each once.
    pub fn behind(&self, bearer: Bearer) -> BTreeSet<Behind> {
        let counted = self.counted.iter().filter(|(person, _)| self.counts(*person, bearer));
        counted.map(|(_, record)| *record).collect()
    }

    /// The value of a formula, by its place, for somebody; `None` where there is none.
    pub fn of(&self, nth: usize, bearer: Bearer) -> Option<Exact> {
        let mut known = BTreeMap::new();
        let found = self.value(self.formulas.get(nth)?, bearer, 0, &mut known)?;
        Some(found.0)
    }

    fn value(
        &self,
        formula: &Formula,
        bearer: Bearer,
        years: u8,
        known: &mut BTreeMap<(u8, Measure), Option<(Exact, Unit)>>,
    ) -> Option<(Exact, Unit)> {
        match formula {
            Formula::Number(number) => Some((number.exact()?, Unit::Typed)),
            Formula::Percent(number) => {
                Some((number.exact()?.over(Exact::whole(100))?, Unit::Number))
            }
            Formula::Of(measure, _) => {
                if let Some(found) = known.get(&(years, *measure)) {
                    return *found;
                }
                self.book.kind(*measure)?;
                let formula = self.book.formula(*measure)?;
                let found = self.value(&formula, bearer, years, known);
                known.insert((years, *measure), found);
                found
            }
            Formula::Tally(tally) => {
                let cell = self.cell((years, tally), bearer);
                Some(match tally.what {
                    What::Count => (Exact::whole(cell.count), Unit::Number),
                    What::Sum => (Exact::whole(cell.minor), Unit::Money),
                })
            }
            Formula::YearBefore(part) if years < FURTHEST => {
                self.value(part, bearer, years + 1, known)
            }
            Formula::YearBefore(_) => None,
            Formula::Negated(part) => {
                let (value, unit) = self.value(part, bearer, years, known)?;
                Some((value.negated()?, unit))
            }
            Formula::Joined(left, sign, _, right) => {
                let left = self.value(left, bearer, years, known)?;
                self.joined(left, *sign, self.value(right, bearer, years, known)?)
            }
        }
    }

    fn joined(
        &self,
        left: (Exact, Unit),
        sign: Sign,
        right: (Exact, Unit),
    ) -> Option<(Exact, Unit)> {
        use Unit::{Money, Number, Typed};
        let scale = self.rates.home().scale();
        let amount = |it: Exact| it.times(Exact::whole(scale.into()));
        let (a, b) = (left.0, right.0);
        match (left.1, sign, right.1) {
            (Money, Sign::Plus | Sign::Minus, Typed) => {
                self.joined(left, sign, (amount(b)?, Money))
            }
            (Typed, Sign::Plus | Sign::Minus, Money) => {
                self.joined((amount(a)?, Money), sign, right)
            }
            (unit, Sign::Plus, other) => Some((a.plus(b)?, wider(unit, other))),
            (unit, Sign::Minus, other) => Some((a.minus(b)?, wider(unit, other))),
            (unit, Sign::Times, other) => Some((a.times(b)?, wider(unit, other))),
            (Money, Sign::Over, Money) => Some((a.over(b)?, Number)),
            (unit, Sign::Over, other) => Some((a.over(b)?, wider(unit, other))),
        }
    }

    fn cell(&self, key: (u8, &Tally), bearer: Bearer) -> Cell {
        let Some(cells) = self.cells.get(&(key.0, key.1.clone())) else { return Cell::default() };
        let found = cells.iter().filter(|(person, _)| self.counts(**person, bearer));
        found.fold(Cell::default(), |sum, (_, cell)| Cell {
            count: sum.count + cell.count,
            minor: sum.minor + cell.minor,
        })
    }

    /// Whether what a person did counts for somebody.
    fn counts(&self, person: Option<PersonId>, bearer: Bearer) -> bool {
        match bearer {
            Bearer::Company => true,
            Bearer::Person(it) => person == Some(it),
            Bearer::Team(team) => {
                self.workspace.people.find(person).and_then(|it| it.team) == Some(team)
            }
        }
    }
}

fn wider(a: Unit, b: Unit) -> Unit {
    match (a, b) {
        (Unit::Money, _) | (_, Unit::Money) => Unit::Money,
        (Unit::Typed, Unit::Typed) => Unit::Typed,
        _ => Unit::Number,
    }
}

/// What a formula counts, with what the indicators it names do; each is looked at once.
fn ask(
    book: &Book,
    formula: &Formula,
    years: u8,
    seen: &mut BTreeSet<(u8, Measure)>,
    asked: &mut Asked,
) {
    match formula {
        Formula::Number(_) | Formula::Percent(_) => {}
        Formula::Of(measure, _) => {
            if book.kind(*measure).is_some()
                && seen.insert((years, *measure))
                && let Some(inner) = book.formula(*measure)
            {
                ask(book, &inner, years, seen, asked);
            }
        }
        Formula::Tally(tally) => {
            asked.insert((years, tally.clone()));
        }
        Formula::YearBefore(part) if years < FURTHEST => ask(book, part, years + 1, seen, asked),
        Formula::YearBefore(_) => {}
        Formula::Negated(part) => ask(book, part, years, seen, asked),
        Formula::Joined(left, _, _, right) => {
            ask(book, left, years, seen, asked);
            ask(book, right, years, seen, asked);
        }
    }
}
