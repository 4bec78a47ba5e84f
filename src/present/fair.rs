//! The fair-quota X-ray of a period: each person's quota against what would be level.
//!
//! The rules are in `domain::fair`; here is what goes into them. People without a quota who are not
//! there in the period are left out. Amounts in other currencies than the grid's are converted at
//! the stated rates; those without one are left out and told.

pub mod certificate;

use crate::domain::calendar::{Day, Period, Span, is_working_day};
use crate::domain::exact::Exact;
use crate::domain::fair::{By, Carrier, Level, Sales, Verdict, index, level};
use crate::domain::goal::Bearer;
use crate::domain::id::PersonId;
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money, share};
use crate::domain::people::Absence;
use crate::domain::pipeline::Outcome;
use crate::domain::quota::{Cell, Edit, Rest, year_of};
use crate::domain::rates::{Conversion, Rates};
use crate::domain::workspace::{Table, Workspace};
use crate::domain::worth::{CERTAIN, Worth};
use crate::i18n::Lang;
use crate::present::chart::Bar;
use crate::present::format;
use crate::present::goals::fill::year_before;
use crate::present::goals::words::signed;
use crate::present::goals::{GoalRow, GoalsView};
use crate::present::rates::conversion_notes;

/// The tables that it is read from.
pub const TABLES: [Table; 11] = [
    Table::Goals,
    Table::Rates,
    Table::QuotaYears,
    Table::QuotaLocks,
    Table::Leads,
    Table::Stages,
    Table::People,
    Table::Teams,
    Table::Absences,
    Table::Settings,
    Table::Imports,
];

/// One person's quota and what would be level.
#[derive(Clone, Debug, PartialEq)]
pub struct FairRow {
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The quota.
    pub quota: String,
    /// What would be level.
    pub level: String,
    /// By how much that differs.
    pub change: String,
    /// The index with the verdict in words.
    pub shown: String,
    /// The index and what it lies between.
    pub bar: Bar,
    /// How the quota compares.
    pub verdict: Verdict,
    /// What each yardstick measures, and the index by it alone.
    pub yardsticks: [String; 4],
    /// What sets the quota to what would be level; none where it is that.
    pub edit: Option<Edit>,
}

/// The X-ray of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct FairView {
    /// The fiscal year of the grid.
    pub year: i32,
    /// What is shared out.
    pub total: String,
    /// Who carries too much or too little, in sentences.
    pub sentences: Vec<String>,
    /// Who has too few deals for a history; empty where nobody has.
    pub without_history: String,
    /// How open leads are weighted, and how amounts were converted.
    pub notes: Vec<String>,
    /// The people, by team and name.
    pub rows: Vec<FairRow>,
}

impl FairView {
    /// What makes everybody's quota level, as one step.
    pub fn edits(&self) -> Vec<Edit> {
        self.rows.iter().filter_map(|it| it.edit).collect()
    }
}

/// The X-ray of a period by a yardstick; `None` where there is no quota to share out.
pub fn fair(
    workspace: &Workspace,
    lang: Lang,
    (period, by): (Period, By),
    today: Day,
) -> Option<FairView> {
    let scene = Scene::new(workspace, lang, period, today)?;
    let levels = level(scene.whole.minor, &scene.people, by);
    let rows: Vec<FairRow> =
        levels.iter().enumerate().map(|(nth, level)| scene.row(nth, level)).collect();
    let maker = &scene.maker;
    let rate = format::percent(lang, maker.worth.won);
    let mut notes = vec![lang.fair_how_pipeline(&rate)];
    notes.extend(conversion_notes(lang, &scene.conversion, &maker.rates, maker.currency));
    Some(FairView {
        year: year_of(period, workspace.settings().fiscal_start())?,
        total: format::money(lang, scene.whole),
        sentences: sentences(lang, &levels, scene.is_unset),
        without_history: without_history(lang, &scene),
        notes,
        rows,
    })
}

/// What is shared out, among whom, and what the yardsticks measure of them.
struct Scene<'a> {
    maker: Maker<'a>,
    whole: Money,
    /// Whether nobody has a quota yet, so that the company's is shared out.
    is_unset: bool,
    /// The people, by team and name.
    rows: Vec<(PersonId, String)>,
    people: Vec<Carrier>,
    conversion: Conversion,
}

impl<'a> Scene<'a> {
    fn new(workspace: &'a Workspace, lang: Lang, period: Period, today: Day) -> Option<Scene<'a>> {
        let goals = GoalsView::new(workspace, period, today)?;
        let rows: Vec<(PersonId, &GoalRow)> = goals.rows().filter_map(person_of).collect();
        let set: Vec<Money> = rows.iter().filter_map(|(_, it)| it.quota.set()).collect();
        let whole = match set.first() {
            Some(first) => {
                let same = set.iter().filter(|it| it.currency == first.currency);
                Money::new(same.map(|it| it.minor).sum(), first.currency)
            }
            None => goals.company.quota.amount()?,
        };
        if whole.minor == 0 || rows.is_empty() {
            return None;
        }
        let maker = Maker::new(workspace, lang, period, &goals, whole.currency, today)?;
        let mut conversion = Conversion::default();
        let people = maker.carriers(&rows, &mut conversion);
        let rows = rows.iter().map(|(id, it)| (*id, it.name.clone())).collect();
        Some(Scene { maker, whole, is_unset: set.is_empty(), rows, people, conversion })
    }

    fn row(&self, nth: usize, level: &Level) -> FairRow {
        let (maker, people) = (&self.maker, &self.people);
        let (lang, carrier, (person, name)) = (maker.lang, &people[nth], &self.rows[nth]);
        let shown = level.index.map(|it| format::percent(lang, (it * 1000.0).round() as i64));
        let verdict = lang.fair_verdict(level.verdict);
        let change = level.quota.saturating_sub(carrier.quota);
        let cell = Cell::of(Bearer::Person(*person), maker.period);
        FairRow {
            person: *person,
            name: name.clone(),
            quota: maker.money(carrier.quota),
            level: maker.money(level.quota),
            change: signed(lang, Money::new(change, maker.currency)),
            shown: shown.map_or_else(|| verdict.to_owned(), |it| [&it, " · ", verdict].concat()),
            bar: Bar {
                value: level.index.unwrap_or(0.0),
                // What is wholly unknown on one side ends where the picture does.
                interval: level.between.map(|(low, high)| (low, high.min(MOST))),
            },
            verdict: level.verdict,
            yardsticks: By::SINGLE.map(|by| maker.yardstick(people, nth, by)),
            edit: (change != 0).then_some(Edit::Set(cell, level.quota, Rest::Stays)),
        }
    }
}

fn without_history(lang: Lang, scene: &Scene<'_>) -> String {
    let has = |it: &Carrier| it.last_year.says() || it.quarters.says();
    let without = scene.rows.iter().zip(&scene.people).filter(|(_, it)| !has(it));
    let names: Vec<&str> = without.map(|((_, name), _)| name.as_str()).collect();
    match names.is_empty() {
        true => String::new(),
        false => lang.fair_no_history(&names.join(lang.list_comma())),
    }
}

fn person_of(row: &GoalRow) -> Option<(PersonId, &GoalRow)> {
    match row.bearer {
        Bearer::Person(id) => Some((id, row)),
        Bearer::Company | Bearer::Team(_) => None,
    }
}

fn sentences(lang: Lang, levels: &[Level], unset: bool) -> Vec<String> {
    if unset {
        return vec![lang.fair_headline_unset().to_owned()];
    }
    let of = |verdict| levels.iter().filter(|it| it.verdict == verdict).count() as u64;
    let count = |n| format::count(lang, n);
    let (much, little) = (of(Verdict::TooMuch), of(Verdict::TooLittle));
    let unsure = of(Verdict::Unsure);
    let mut told = vec![match much + little {
        0 => lang.fair_headline_level().to_owned(),
        _ => lang.fair_headline(&count(much), &count(little)),
    }];
    if unsure != 0 {
        told.push(lang.fair_headline_unsure(&count(unsure)));
    }
    told
}

struct Maker<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    period: Period,
    span: Span,
    last_year: Span,
    quarters: Span,
    currency: Currency,
    /// The rates that amounts are converted at.
    rates: Rates,
    /// What open leads are worth.
    worth: Worth,
}

/// By which yardsticks a lead counts for its owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct CountsBy {
    last_year: bool,
    quarters: bool,
    pipeline: bool,
}

impl<'a> Maker<'a> {
    fn new(
        workspace: &'a Workspace,
        lang: Lang,
        period: Period,
        goals: &GoalsView,
        currency: Currency,
        today: Day,
    ) -> Option<Maker<'a>> {
        let start = workspace.settings().fiscal_start();
        let last = start.quarter_of(today.min(goals.span.first)).previous();
        let first = last.previous().previous().previous();
        let quarters = Span { first: first.span(start)?.first, last: last.span(start)?.last };
        let worth = Worth::on(workspace, today);
        let last_year = year_before(period).span(start)?;
        let span = goals.span;
        let rates = Rates::on(workspace, today);
        Some(Maker { workspace, lang, period, span, last_year, quarters, currency, rates, worth })
    }

    fn carriers(&self, rows: &[(PersonId, &GoalRow)], conversion: &mut Conversion) -> Vec<Carrier> {
        let mut people: Vec<Carrier> = rows
            .iter()
            .map(|(id, row)| Carrier {
                quota: row
                    .quota
                    .set()
                    .filter(|it| it.currency == self.currency)
                    .map_or(0, |it| it.minor),
                days: self.days(*id),
                ..Carrier::default()
            })
            .collect();
        let places: std::collections::BTreeMap<PersonId, usize> =
            rows.iter().enumerate().map(|(nth, (id, _))| (*id, nth)).collect();
        for (id, lead) in self.workspace.leads.iter() {
            let place = lead.owner.and_then(|it| places.get(&it));
            let counts = self.counts_by(lead);
            if let (Some(place), Some(amount)) = (place, lead.amount)
                && counts != CountsBy::default()
                && let Some(own) = conversion.take(&self.rates, self.currency, (id, amount))
            {
                self.count(&mut people[*place], lead, own.minor, counts);
            }
        }
        people
    }

    /// By which yardsticks a lead counts.
    fn counts_by(&self, lead: &Lead) -> CountsBy {
        let within = |span: Span| lead.closes.is_some_and(|it| span.holds(it));
        match lead.outcome(self.workspace) {
            Outcome::Won => CountsBy {
                last_year: within(self.last_year),
                quarters: within(self.quarters),
                pipeline: false,
            },
            Outcome::Open => CountsBy {
                pipeline: lead.closes.is_none_or(|it| it <= self.span.last),
                ..CountsBy::default()
            },
            Outcome::Lost => CountsBy::default(),
        }
    }

    fn count(&self, carrier: &mut Carrier, lead: &Lead, minor: i64, by: CountsBy) {
        if by.last_year {
            carrier.last_year.add(minor);
        }
        if by.quarters {
            carrier.quarters.add(minor);
        }
        if by.pipeline {
            carrier.pipeline = carrier.pipeline.saturating_add(self.weighted(lead, minor));
        }
    }

    /// What an open lead brings on average.
    fn weighted(&self, lead: &Lead, minor: i64) -> i64 {
        share(minor, self.worth.odds(self.workspace, lead), CERTAIN)
    }

    /// On how many working days of the period somebody is there.
    fn days(&self, id: PersonId) -> i64 {
        let settings = self.workspace.settings();
        let Some(person) = self.workspace.people.get(id) else { return 0 };
        let absences = self.workspace.absences.values().filter(|it| it.person == Some(id));
        let away: Vec<Span> = absences.filter_map(Absence::span).collect();
        let days = self.span.days().filter(|day| {
            person.is_active(*day)
                && is_working_day(*day, &settings)
                && !away.iter().any(|it| it.holds(*day))
        });
        days.count() as i64
    }

    fn money(&self, minor: i64) -> String {
        format::money(self.lang, Money::new(minor, self.currency))
    }

    fn yardstick(&self, people: &[Carrier], nth: usize, by: By) -> String {
        let (lang, it) = (self.lang, &people[nth]);
        let sales =
            |it: Sales| lang.fair_deals(&self.money(it.minor), &format::count(lang, it.deals));
        let value = match by {
            By::LastYear => sales(it.last_year),
            By::Quarters => sales(it.quarters),
            By::Pipeline => self.money(it.pipeline),
            By::All | By::Days => format::count(lang, it.days.unsigned_abs()),
        };
        let permille = index(people, nth, by).and_then(|it| it.times(Exact::whole(1000)));
        match permille {
            Some(it) => lang.fair_with_index(&value, &format::percent(lang, it.rounded())),
            None => value,
        }
    }
}

/// The picture ends at this index.
const MOST: f64 = 3.0;

#[cfg(test)]
mod tests;
