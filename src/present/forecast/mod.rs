//! Will we make it: where a period will land, how the months go on, and how leads of each stage
//! do.
//!
//! The rules are in `domain::outlook`, `domain::forecast` and `domain::odds`; here is what goes
//! into them and what is shown of it. Amounts in another currency than the goal's are converted
//! where their rates are stated and the goal is in the team's own; others are left out and told.

pub mod added;
pub mod assumed;
pub mod certificate;
pub mod compared;
mod known;
pub mod lands;
pub mod movements;
mod stages;
pub mod trend;
pub mod words;
mod working;

pub use stages::{Passed, StageRow, stage_odds};
pub use trend::Trend;
pub use working::Working;

use crate::domain::calendar::{Day, Period, Span};
use crate::domain::goal::Bearer;
use crate::domain::id::{LeadId, StageId};
use crate::domain::landing::Landing;
use crate::domain::money::{Currency, Money};
use crate::domain::outlook::{Outlook, Question, outlook};
use crate::domain::rates::Rates;
use crate::domain::workspace::{Table, Workspace};
use crate::present::chart::{Spread, major};
use crate::present::goals::Phase;
use known::Survey;

/// The tables that forecasts are read from.
pub const TABLES: [Table; 11] = [
    Table::Goals,
    Table::QuotaYears,
    Table::Imports,
    Table::Rates,
    Table::Leads,
    Table::Stages,
    Table::Pipelines,
    Table::Products,
    Table::People,
    Table::Teams,
    Table::Settings,
];

/// A forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastView {
    /// The period.
    pub period: Period,
    /// Its days.
    pub span: Span,
    /// Whose it is.
    pub bearer: Bearer,
    /// Where it lies.
    pub phase: Phase,
    /// The day by the end of which everything is known.
    pub today: Day,
    /// The currency of every amount.
    pub currency: Currency,
    /// What is to be won.
    pub quota: Option<Money>,
    /// What the period will bring.
    pub outlook: Outlook,
    /// Where it will land, in figures; none where that cannot be said.
    pub landed: Option<Landed>,
    /// How many open leads are taken at the price of their product or at what leads bring on
    /// average, because they have no amount.
    pub estimated: usize,
    /// How many leads in another currency are left out.
    pub foreign: usize,
    /// How the months go on.
    pub trend: Trend,
    /// How leads of each stage do, pipeline by pipeline.
    pub stages: Vec<StageRow>,
}

/// Where a period will land.
#[derive(Clone, Debug, PartialEq)]
pub struct Landed {
    /// In one of ten cases it is less.
    pub low: Money,
    /// In half of the cases it is less.
    pub likely: Money,
    /// In one of ten cases it is more.
    pub high: Money,
    /// The chance to reach the goal, 0 to 1; none without a goal.
    pub chance: Option<f64>,
    /// The picture, in major units.
    pub spread: Spread,
}

/// How many bars the picture of a landing has.
const BARS: usize = 36;
/// What is rarer than this on either side is not on the picture.
const OUTSIDE: f64 = 0.01;

impl ForecastView {
    /// The forecast of a period; `None` outside the calendar.
    pub fn new(
        workspace: &Workspace,
        period: Period,
        bearer: Bearer,
        today: Day,
        passed: &Passed,
    ) -> Option<ForecastView> {
        let mut working = Working::begin(workspace, period, bearer, today)?;
        while !working.advance(workspace, passed) {}
        working.finish(workspace)
    }

    /// An amount in its currency.
    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency)
    }

    /// The row of a stage.
    pub fn stage(&self, id: StageId) -> Option<&StageRow> {
        self.stages.iter().find(|it| it.id == id)
    }
}

/// The open deals that the company may win in a stretch, each with its odds to be, those that its
/// forecast has; none where too few have closed to say.
pub(in crate::present) fn chances_of(
    workspace: &Workspace,
    span: Span,
    currency: Currency,
    (today, passed): (Day, &Passed),
) -> Option<Vec<(LeadId, f64)>> {
    let survey =
        Survey::of(workspace, Bearer::Company.into(), currency, &Rates::on(workspace, today));
    let odds = stages::odds(workspace, passed);
    let found = outlook(&survey.leads, Question { span, today, stages: &odds });
    found.landing.as_ref()?;
    Some(found.open.iter().map(|it| (it.lead, it.odds)).collect())
}

fn landed(landing: &Landing, currency: Currency, quota: Option<Money>) -> Landed {
    let money = |minor| Money::new(minor, currency);
    let [low, likely, high] = [0.1, 0.5, 0.9].map(|it| money(landing.quantile(it)));
    let chance = quota.map(|it| landing.chance_of(it.minor));
    let ends = (landing.quantile(OUTSIDE), landing.quantile(1.0 - OUTSIDE));
    let spread = Spread {
        bars: landing.stretches_between(ends.0, ends.1, BARS),
        ends: (major(money(ends.0)), major(money(ends.1))),
        low: major(low),
        likely: major(likely),
        high: major(high),
        goal: quota.map(major),
        assumed: None,
    };
    Landed { low, likely, high, chance, spread }
}

/// Every bearer to choose from with its name; the company's is empty.
pub fn bearers(workspace: &Workspace) -> Vec<(Bearer, String)> {
    use crate::domain::arrange;
    use crate::present::name_order::NameOrder;
    let mut teams: Vec<(Bearer, String)> =
        workspace.teams.iter().map(|(id, it)| (Bearer::Team(id), it.name.clone())).collect();
    let mut people: Vec<(Bearer, String)> =
        workspace.people.iter().map(|(id, it)| (Bearer::Person(id), it.name.clone())).collect();
    for names in [&mut teams, &mut people] {
        arrange::by_cached_key(names, |(bearer, name)| (NameOrder::of(name), *bearer));
    }
    std::iter::once((Bearer::Company, String::new())).chain(teams).chain(people).collect()
}

#[cfg(test)]
mod tests;
