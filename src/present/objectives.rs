//! Objectives with the goals that hang on them, and the goals that hang on nothing.

use std::collections::BTreeMap;

use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::ObjectiveId;
use crate::domain::objective::{Objective, Scope, above, objective_of};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::paced::MeterView;
use crate::present::goals::words::{meter, row_name, whole};
use crate::present::goals::{GoalRow, GoalsView, TABLES as GOAL_TABLES};
use crate::present::name_order::NameOrder;

/// The tables that objectives are read from.
pub const TABLES: [Table; GOAL_TABLES.len() + 1] = {
    let mut tables = [Table::Objectives; GOAL_TABLES.len() + 1];
    let mut place = 0;
    while place < GOAL_TABLES.len() {
        tables[place] = GOAL_TABLES[place];
        place += 1;
    }
    tables
};

/// A goal in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalLine {
    /// Whose goal.
    pub bearer: Bearer,
    /// In which period.
    pub period: Period,
    /// Whose and when, in words.
    pub name: String,
    /// How much of it is won.
    pub reached: String,
    /// The same as a bar; none without an amount.
    pub meter: Option<MeterView>,
    /// How many goals below it hang or do not hang with it.
    pub below: usize,
}

/// An objective with its goals.
#[derive(Clone, Debug, PartialEq)]
pub struct ObjectiveCard {
    /// The objective.
    pub id: ObjectiveId,
    /// What is to be achieved.
    pub name: String,
    /// Whose, for when, and who answers for it.
    pub facts: String,
    /// Why.
    pub why: String,
    /// By what it is measured; empty where nobody said.
    pub measure: String,
    /// The goals that are linked with it.
    pub goals: Vec<GoalLine>,
}

/// All objectives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectivesView {
    /// The company's first, then the projects', by period and name.
    pub objectives: Vec<ObjectiveCard>,
    /// Goals of this quarter and this year that hang on nothing, but for those below others.
    pub hanging: Vec<GoalLine>,
    /// How many goals of this quarter and this year hang on an objective, and how many there are.
    pub counts: (usize, usize),
}

impl ObjectivesView {
    /// The objectives as they stand today.
    pub fn new(workspace: &Workspace, lang: Lang, today: Day) -> ObjectivesView {
        let mut scene = Scene { workspace, lang, today, views: BTreeMap::new() };
        let mut all: Vec<(ObjectiveId, &Objective)> = workspace.objectives.iter().collect();
        arrange::by_cached_key(&mut all, |(_, it)| (it.scope, it.period, NameOrder::of(&it.name)));
        let objectives = all.into_iter().map(|(id, it)| scene.card(id, it)).collect();
        let (hanging, counts) = scene.hanging();
        ObjectivesView { objectives, hanging, counts }
    }
}

/// The periods whose goals should hang on something: this quarter and this year.
fn periods_at_hand(workspace: &Workspace, today: Day) -> [Period; 2] {
    let start = workspace.settings().fiscal_start();
    [start.quarter_of(today), start.year_of(today)]
}

/// What goals can be hung on an objective: those with an amount in the periods at hand, the next
/// quarter and the objective's own period, but for those that hang on it already.
pub fn goals_to_hang(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    id: ObjectiveId,
) -> Vec<GoalLine> {
    let mut scene = Scene { workspace, lang, today, views: BTreeMap::new() };
    let [quarter, year] = periods_at_hand(workspace, today);
    let own = workspace.objectives.get(id).and_then(|it| it.period);
    let mut periods = vec![quarter, year, quarter.next()];
    periods.extend(own.filter(|it| ![quarter, year, quarter.next()].contains(it)));
    let linked = |bearer, period| {
        let goal = workspace.goals.get(Goal::id_of(bearer, period));
        goal.and_then(|it| it.objective) == Some(id)
    };
    let lines = periods.into_iter().flat_map(|period| {
        let bearers: Vec<Bearer> = scene.with_amount(period);
        let free = bearers.into_iter().filter(|it| !linked(*it, period)).collect::<Vec<_>>();
        free.into_iter().map(|bearer| scene.line(bearer, period, 0)).collect::<Vec<_>>()
    });
    lines.collect()
}

/// What all lines are made from.
struct Scene<'a> {
    workspace: &'a Workspace,
    lang: Lang,
    today: Day,
    views: BTreeMap<Period, Option<GoalsView>>,
}

impl Scene<'_> {
    fn view(&mut self, period: Period) -> Option<&GoalsView> {
        let (workspace, today) = (self.workspace, self.today);
        let view = self.views.entry(period);
        view.or_insert_with(|| GoalsView::new(workspace, period, today)).as_ref()
    }

    /// Whoever has an amount in a period.
    fn with_amount(&mut self, period: Period) -> Vec<Bearer> {
        let has = |row: &&GoalRow| row.quota.amount().is_some();
        let view = self.view(period);
        view.into_iter().flat_map(|it| it.rows().filter(has)).map(|it| it.bearer).collect()
    }

    fn line(&mut self, bearer: Bearer, period: Period, below: usize) -> GoalLine {
        let lang = self.lang;
        let when = format::period(lang, period);
        let view = self.view(period);
        let row = view.and_then(|it| it.row(bearer));
        let who = row.map(|row| row_name(lang, row)).unwrap_or_default();
        let amount = row.and_then(|row| row.quota.amount());
        let share = row.and_then(|row| row.pace).and_then(|it| it.attainment_permille());
        let reached = match (row, amount, share) {
            (Some(row), Some(amount), Some(share)) => lang.objective_reached(
                &format::percent(lang, share),
                &format::money(lang, whole(row.won)),
                &format::money(lang, whole(amount)),
            ),
            _ => lang.objective_no_amount().to_owned(),
        };
        let meter = view.filter(|_| share.is_some()).and_then(|it| meter(lang, it, bearer));
        GoalLine { bearer, period, name: [who, when].join(" · "), reached, meter, below }
    }

    fn card(&mut self, id: ObjectiveId, objective: &Objective) -> ObjectiveCard {
        let (workspace, lang) = (self.workspace, self.lang);
        let owner = workspace.people.find(objective.owner).map(|it| it.name.clone());
        let period = objective.period.map(|it| format::period(lang, it));
        let scope = lang.objective_scope_words(objective.scope).to_owned();
        let facts: Vec<String> = [Some(scope), period, owner].into_iter().flatten().collect();
        let linked = workspace.goals.values().filter(|it| it.objective == Some(id));
        let mut linked: Vec<(Period, Bearer)> =
            linked.filter_map(|it| Some((it.period?, it.bearer?))).collect();
        arrange::by_key(&mut linked, |(period, bearer)| {
            let first = period.span(workspace.settings().fiscal_start()).map(|it| it.first);
            (first, *period, *bearer)
        });
        let goals = linked.into_iter().map(|(period, bearer)| {
            let through = |it: &Bearer| {
                *it != bearer
                    && objective_of(workspace, *it, period).is_some_and(|it| it.through == bearer)
            };
            let below = self.with_amount(period).into_iter().filter(through).count();
            self.line(bearer, period, below)
        });
        ObjectiveCard {
            id,
            name: objective.name.clone(),
            facts: facts.join(" · "),
            why: objective.why.clone(),
            measure: objective.measure.clone(),
            goals: goals.collect(),
        }
    }

    fn hanging(&mut self) -> (Vec<GoalLine>, (usize, usize)) {
        let workspace = self.workspace;
        let (mut lines, mut counts) = (Vec::new(), (0, 0));
        for period in periods_at_hand(workspace, self.today) {
            let all = self.with_amount(period);
            let hangs = |it: &Bearer| objective_of(workspace, *it, period).is_some();
            let free: Vec<Bearer> = all.iter().copied().filter(|it| !hangs(it)).collect();
            counts.0 += all.len() - free.len();
            counts.1 += all.len();
            let is_below = |bearer: Bearer, top: Bearer| {
                let above = |it: &Bearer| above(workspace, *it);
                std::iter::successors(above(&bearer), above).any(|it| it == top)
            };
            for top in &free {
                if free.iter().any(|it| is_below(*top, *it)) {
                    continue;
                }
                let below = free.iter().filter(|it| is_below(**it, *top)).count();
                lines.push(self.line(*top, period, below));
            }
        }
        (lines, counts)
    }
}

/// An objective as it is filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectiveDraft {
    /// The fields.
    pub objective: Objective,
}

/// The form of an objective; a new one is the company's, for this year.
pub fn objective_draft(workspace: &Workspace, id: ObjectiveId, today: Day) -> ObjectiveDraft {
    let known = workspace.objectives.get(id).cloned();
    let period = Some(periods_at_hand(workspace, today)[1]);
    let objective =
        known.unwrap_or(Objective { scope: Scope::Company, period, ..Objective::default() });
    ObjectiveDraft { objective }
}

/// The periods that an objective can be for: last, this and next year with their quarters, and its
/// own.
pub fn objective_periods(workspace: &Workspace, today: Day, own: Option<Period>) -> Vec<Period> {
    let [_, year] = periods_at_hand(workspace, today);
    let mut periods = Vec::new();
    for year in [year.previous(), year, year.next()] {
        let Period::Year(number) = year else { continue };
        periods.push(year);
        periods.extend((1..=4).map(|it| Period::Quarter(number, it)));
    }
    periods.extend(own.filter(|it| !periods.contains(it)));
    periods
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Currency, Money};
    use crate::present::for_tests::{day, put, team};

    const AIM: ObjectiveId = ObjectiveId::drawn(7);
    const QUARTER: Period = Period::Quarter(2026, 4);

    fn told(linked: &[Bearer]) -> ObjectivesView {
        let mut workspace = team();
        put(&mut workspace, AIM, &Objective { name: "Grow".to_owned(), ..Objective::default() });
        let people: Vec<Bearer> =
            workspace.people.iter().map(|(id, _)| Bearer::Person(id)).collect();
        let team = workspace.teams.iter().map(|(id, _)| Bearer::Team(id)).next();
        let all = people.into_iter().chain(team).chain([Bearer::Company]);
        for bearer in all.collect::<Vec<_>>() {
            let goal = Goal {
                bearer: Some(bearer),
                period: Some(QUARTER),
                quota: Some(Money::new(100, Currency::CNY)),
                objective: linked.contains(&bearer).then_some(AIM),
                ..Goal::default()
            };
            put(&mut workspace, Goal::id_of(bearer, QUARTER), &goal);
        }
        ObjectivesView::new(&workspace, Lang::En, day("2026-11-25"))
    }

    #[test]
    fn goals_hang_or_are_shown_as_hanging_on_nothing() {
        let none = told(&[]);
        assert_eq!((none.hanging.len(), none.hanging[0].below, none.counts), (1, 4, (0, 5)));
        let all = told(&[Bearer::Company]);
        assert_eq!((all.hanging.len(), all.counts), (0, (5, 5)));
        assert_eq!(all.objectives[0].goals[0].below, 4);
    }
}
