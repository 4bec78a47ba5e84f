//! Goals of a period: what is to be won, what is won, and how far each has come.
//!
//! Every figure comes from `domain::insight` and `domain::pace`; nothing here adds rules of its
//! own but which lead counts for whom: a lead is won in the period that its close date lies in,
//! for its owner, for the owner's team as it is now, and for the company. Amounts in other
//! currencies are converted where their rates are stated and the quota is in the team's own;
//! otherwise they are told apart, never added. In a year that is planned by person and
//! month every quota is that of the grid, so wholes are their parts here, too.

pub mod certificate;
pub mod chart;
pub mod fill;
pub mod paced;
pub mod period;
pub(in crate::present) mod projected;
mod tally;
pub mod week;
pub mod words;

pub use projected::{row_projection, row_projections};
pub(in crate::present) use tally::Tally;
pub use tally::{counts_for, won_in};

use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{PersonId, TeamId};
use crate::domain::money::{Currency, Money, Sums};
use crate::domain::pace::course::{Course, Courses};
use crate::domain::pace::{Pace, Projection};
use crate::domain::people::{Person, Team};
use crate::domain::quota::{Cell, Kept};
use crate::domain::rates::Rates;
use crate::domain::settings::Settings;
use crate::domain::workspace::{Table, Workspace};
use crate::present::name_order::NameOrder;

/// The tables that goals are read from.
pub const TABLES: [Table; 9] = [
    Table::Goals,
    Table::Leads,
    Table::Rates,
    Table::Stages,
    Table::People,
    Table::Teams,
    Table::Settings,
    Table::Imports,
    Table::QuotaYears,
];

/// Where a period lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// It has not begun.
    Ahead,
    /// It holds today.
    Running,
    /// It is over: its last day is the day that counts.
    Over,
}

impl Phase {
    /// Where a stretch of days lies.
    pub fn of(span: Span, today: Day) -> Phase {
        match today {
            today if today < span.first => Phase::Ahead,
            today if span.last < today => Phase::Over,
            _ => Phase::Running,
        }
    }
}

/// An amount to be won, and where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quota {
    /// Set for just this bearer.
    Set(Money),
    /// Not set, but the sum of the quotas below.
    Summed(Money),
    /// Neither.
    None,
}

impl Quota {
    /// The amount, where there is one.
    pub fn amount(self) -> Option<Money> {
        match self {
            Quota::Set(amount) | Quota::Summed(amount) => Some(amount),
            Quota::None => None,
        }
    }

    /// The amount set for just this bearer.
    pub fn set(self) -> Option<Money> {
        match self {
            Quota::Set(amount) => Some(amount),
            Quota::Summed(_) | Quota::None => None,
        }
    }
}

/// How far one bearer has come.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalRow {
    /// Whose goal it is.
    pub bearer: Bearer,
    /// The bearer's name; empty for the company.
    pub name: String,
    /// What is to be won.
    pub quota: Quota,
    /// What is won, in the currency of the quota.
    pub won: Money,
    /// How many leads were won in the period, in whatever currency.
    pub deals: u64,
    /// The pace; none without a quota.
    pub pace: Option<Pace>,
    /// What is won in other currencies, and so not counted.
    pub uncounted: Vec<Money>,
}

/// A team and its people.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalGroup {
    /// The team's row; none for people without a team.
    pub team: Option<GoalRow>,
    /// Its people, by name.
    pub people: Vec<GoalRow>,
    /// The sum of its people's quotas, where any has one.
    pub people_sum: Option<Money>,
}

/// The goals of a period.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalsView {
    /// The period.
    pub period: Period,
    /// Its days.
    pub span: Span,
    /// Where it lies.
    pub phase: Phase,
    /// The day by which pace is told: today, or the period's last day once it is over.
    pub as_of: Day,
    /// Today.
    pub today: Day,
    /// The course of the company's quota; none without one.
    pub course: Option<Course>,
    /// The company's row.
    pub company: GoalRow,
    /// Teams by name, then the people without one.
    pub groups: Vec<GoalGroup>,
    /// The sum of all people's quotas in the company's currency, where any has one.
    pub people_sum: Option<Money>,
    /// What was won without an owner, and counts for the company alone.
    pub unowned: Option<Money>,
    /// Quotas in another currency than the company's, which no sum holds.
    pub odd_quotas: usize,
    /// Where the company lands at its pace; none where that cannot be said.
    pub projection: Option<Projection>,
}

impl GoalsView {
    /// The goals of a period as they stand today; `None` outside the calendar.
    pub fn new(workspace: &Workspace, period: Period, today: Day) -> Option<GoalsView> {
        let scene = Scene::new(workspace, period, today)?;
        let groups = scene.groups();
        let company = scene.company(&groups);
        let currency = company.won.currency;
        let people = groups.iter().flat_map(|group| &group.people);
        let unowned = scene.tally.unowned(currency);
        Some(GoalsView {
            period,
            span: scene.span,
            phase: scene.phase,
            as_of: scene.as_of,
            today,
            people_sum: sum_of(people.clone(), currency),
            odd_quotas: people
                .filter_map(|row| row.quota.set())
                .filter(|quota| quota.currency != currency)
                .count(),
            unowned: (unowned.minor != 0).then_some(unowned),
            projection: scene.projection(&company),
            course: company.quota.amount().map(|it| scene.courses.of(Bearer::Company, it)),
            company,
            groups,
        })
    }

    /// Every row: the company's, then teams with their people.
    pub fn rows(&self) -> impl Iterator<Item = &GoalRow> {
        let below = self.groups.iter().flat_map(|group| group.team.iter().chain(&group.people));
        std::iter::once(&self.company).chain(below)
    }

    /// The row of a bearer.
    pub fn row(&self, bearer: Bearer) -> Option<&GoalRow> {
        self.rows().find(|row| row.bearer == bearer)
    }
}

/// What the company won in a period and what it is to win, the same as its row says, for whoever asks
/// for no more; `None` outside the calendar.
pub fn company_of(
    workspace: &Workspace,
    period: Period,
    today: Day,
) -> Option<(Money, Option<Money>)> {
    let scene = Scene::new(workspace, period, today)?;
    let Some(quota) = scene.set_quota(Bearer::Company) else {
        let company = scene.company(&scene.groups());
        return Some((company.won, company.quota.amount()));
    };
    let won = &scene.tally.of(Bearer::Company, quota.currency).won_value;
    Some((won.of(quota.currency), Some(quota)))
}

/// What all rows are made from.
struct Scene<'a> {
    workspace: &'a Workspace,
    period: Period,
    span: Span,
    phase: Phase,
    as_of: Day,
    today: Day,
    settings: Settings,
    rates: Rates,
    tally: Tally,
    courses: Courses<'a>,
}

impl<'a> Scene<'a> {
    fn new(workspace: &'a Workspace, period: Period, today: Day) -> Option<Scene<'a>> {
        let settings = workspace.settings();
        let span = period.span(settings.fiscal_start())?;
        let phase = Phase::of(span, today);
        let as_of = span.last.min(today);
        let rates = Rates::on(workspace, today);
        let tally = Tally::new(workspace, span, &rates);
        let courses = Courses::new(workspace, period, &rates)?;
        Some(Scene {
            workspace,
            period,
            span,
            phase,
            as_of,
            today,
            settings,
            rates,
            tally,
            courses,
        })
    }

    fn groups(&self) -> Vec<GoalGroup> {
        let mut teams: Vec<(TeamId, &Team)> = self.workspace.teams.iter().collect();
        arrange::by_cached_key(&mut teams, |(id, it)| (NameOrder::of(&it.name), *id));
        let mut groups: Vec<GoalGroup> =
            teams.into_iter().map(|(id, team)| self.group(id, team)).collect();
        let people = self.people(None);
        if !people.is_empty() {
            let people_sum = sum_of(people.iter(), self.currency());
            groups.push(GoalGroup { team: None, people, people_sum });
        }
        groups
    }

    fn group(&self, id: TeamId, team: &Team) -> GoalGroup {
        let people = self.people(Some(id));
        let bearer = Bearer::Team(id);
        let currency = self.set_quota(bearer).map_or(self.currency(), |it| it.currency);
        let people_sum = sum_of(people.iter(), currency);
        let row = self.row(bearer, team.name.clone(), people_sum);
        GoalGroup { team: Some(row), people, people_sum }
    }

    /// The people of a team, by name: who was there in the period, and whoever has a quota or won
    /// something in it.
    fn people(&self, team: Option<TeamId>) -> Vec<GoalRow> {
        let known = |person: &Person| person.team.filter(|it| self.workspace.teams.has(*it));
        let mut people: Vec<(PersonId, &Person)> =
            self.workspace.people.iter().filter(|(_, it)| known(it) == team).collect();
        arrange::by_cached_key(&mut people, |(id, it)| (NameOrder::of(&it.name), *id));
        let rows = people.into_iter().filter_map(|(id, person)| {
            let row = self.row(Bearer::Person(id), person.name.clone(), None);
            let counts = row.quota != Quota::None || row.deals != 0;
            (counts || is_there(person, self.span)).then_some(row)
        });
        rows.collect()
    }

    fn company(&self, groups: &[GoalGroup]) -> GoalRow {
        let currency = self.set_quota(Bearer::Company).map_or(self.currency(), |it| it.currency);
        let below = groups.iter().filter_map(|group| match &group.team {
            Some(team) => team.quota.amount(),
            None => group.people_sum,
        });
        let amounts: Vec<Money> = below.filter(|it| it.currency == currency).collect();
        let below = (!amounts.is_empty()).then(|| amounts.into_iter().collect::<Sums>());
        self.row(Bearer::Company, String::new(), below.map(|it| it.of(currency)))
    }

    fn row(&self, bearer: Bearer, name: String, below: Option<Money>) -> GoalRow {
        let quota = match (self.set_quota(bearer), below) {
            (Some(amount), _) => Quota::Set(amount),
            (None, Some(amount)) => Quota::Summed(amount),
            (None, None) => Quota::None,
        };
        let currency = quota.amount().map_or(self.currency(), |it| it.currency);
        let figures = self.tally.of(bearer, currency);
        let won = figures.won_value.of(currency);
        let pace = quota.amount().map(|quota| self.pace(bearer, quota, won.minor));
        let others = figures.won_value.iter().filter(|it| it.currency != currency);
        let uncounted = others.filter(|it| it.minor != 0).collect();
        GoalRow { bearer, name, quota, won, deals: figures.won, pace, uncounted }
    }

    /// Where the company lands at its pace.
    fn projection(&self, company: &GoalRow) -> Option<Projection> {
        if self.phase != Phase::Running {
            return None;
        }
        let (workspace, rates) = (self.workspace, &self.rates);
        let won = projected::won_until(workspace, rates, self.as_of, company.won.currency);
        let all: Vec<(Day, i64)> = won.map(|(day, minor, _)| (day, minor)).collect();
        let spans = projected::spans(self.period, &self.settings)?;
        let found = projected::projected(&all, company.won, &spans, self.today, &self.settings);
        found.map(|it| it.at_least(company.won.minor))
    }

    fn pace(&self, bearer: Bearer, quota: Money, won_minor: i64) -> Pace {
        let course = self.courses.of(bearer, quota);
        Pace::new(quota, won_minor, &course, self.today, &self.settings)
    }

    fn set_quota(&self, bearer: Bearer) -> Option<Money> {
        let Some(Kept { grid, currency, .. }) = self.courses.planned() else {
            return self.workspace.goals.get(Goal::id_of(bearer, self.period))?.quota;
        };
        let minor = grid.amount(Cell::of(bearer, self.period));
        (minor != 0).then(|| Money::new(minor, *currency))
    }

    fn currency(&self) -> Currency {
        self.settings.currency()
    }
}

/// Whether a person was in the team on any day of a span.
pub(in crate::present) fn is_there(person: &Person, span: Span) -> bool {
    person.started.is_none_or(|it| it <= span.last) && person.left.is_none_or(|it| span.first <= it)
}

/// The sum of the quotas set in a currency; `None` where there is none.
fn sum_of<'a>(rows: impl Iterator<Item = &'a GoalRow>, currency: Currency) -> Option<Money> {
    let quotas = rows.filter_map(|row| row.quota.set()).filter(|it| it.currency == currency);
    let quotas: Vec<Money> = quotas.collect();
    (!quotas.is_empty()).then(|| quotas.into_iter().collect::<Sums>().of(currency))
}

#[cfg(test)]
mod tests;
