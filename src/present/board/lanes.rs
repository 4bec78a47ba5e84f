//! Lanes: the board cut across all its columns, by person, priority or source.
//!
//! A lane has a cell in each column; the cells of a column hold its leads in the column's order,
//! each in one of them, so that their counts and sums add up to the column's.

use std::collections::BTreeMap;

use super::{Board, Column, Converted, converted};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::command::LeadEdit;
use crate::domain::id::{LeadId, PersonId, RecordId};
use crate::domain::lead::{Lead, Priority};
use crate::domain::money::Sums;
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::filter::LeadFilter;
use crate::present::name_order::NameOrder;

/// By what a board is cut into lanes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneKind {
    /// By who works on a lead.
    Owner,
    /// By how urgent it is.
    Priority,
    /// By where it came from.
    Source,
}

impl LaneKind {
    /// Every kind.
    pub const ALL: [LaneKind; 3] = [LaneKind::Owner, LaneKind::Priority, LaneKind::Source];

    /// The name in addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            LaneKind::Owner => "owner",
            LaneKind::Priority => "priority",
            LaneKind::Source => "source",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<LaneKind> {
        LaneKind::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// The lane of a lead. Whose owner is gone, nobody works on.
    fn of(self, workspace: &Workspace, lead: &Lead) -> LaneOf {
        match self {
            LaneKind::Owner => {
                LaneOf::Owner(lead.owner.filter(|owner| workspace.people.has(*owner)))
            }
            LaneKind::Priority => LaneOf::Priority(lead.priority),
            LaneKind::Source => LaneOf::Source(lead.source.trim().to_owned()),
        }
    }
}

/// What the leads of a lane have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LaneOf {
    /// This person, or nobody, works on them.
    Owner(Option<PersonId>),
    /// They are this urgent.
    Priority(Priority),
    /// They came from here; empty where that is not known.
    Source(String),
}

impl LaneOf {
    /// What makes a lead one of this lane.
    pub fn edit(&self) -> LeadEdit {
        match self {
            LaneOf::Owner(owner) => LeadEdit::Owner(*owner),
            LaneOf::Priority(priority) => LeadEdit::Priority(*priority),
            LaneOf::Source(source) => LeadEdit::Source(source.clone()),
        }
    }

    /// A name that tells lanes of one kind apart, short and without blanks.
    pub fn key(&self) -> String {
        match self {
            LaneOf::Owner(None) => "none".to_owned(),
            LaneOf::Owner(Some(owner)) => owner.to_string(),
            LaneOf::Priority(priority) => priority.to_string(),
            LaneOf::Source(source) => RecordId::of_key(source).to_string(),
        }
    }

    /// How the lane is called.
    pub fn name(&self, workspace: &Workspace, lang: Lang) -> String {
        match self {
            LaneOf::Owner(owner) => match workspace.people.find(*owner) {
                Some(person) => person.name.clone(),
                None => lang.lead_nobody().to_owned(),
            },
            LaneOf::Priority(priority) => lang.priority(*priority).to_owned(),
            LaneOf::Source(source) if source.is_empty() => lang.leads_no_source().to_owned(),
            LaneOf::Source(source) => source.clone(),
        }
    }
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// What its leads have in common.
    pub of: LaneOf,
    /// A cell for each column of the board.
    pub cells: Vec<Cell>,
    /// All of it in the team's currency, where amounts are in several.
    pub converted: Option<Converted>,
}

/// The leads of a lane that stand in one column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The leads, in the order of the column.
    pub leads: Vec<LeadId>,
    /// The sums of their amounts.
    pub sums: Sums,
}

impl Lane {
    /// How many leads it has.
    pub fn count(&self) -> usize {
        self.cells.iter().map(|it| it.leads.len()).sum()
    }

    /// The sums of their amounts.
    pub fn sums(&self) -> Sums {
        self.cells.iter().flat_map(|it| it.sums.iter()).collect()
    }

    /// All of it as one column, for its certificate.
    pub fn as_column(&self) -> Column {
        let leads = self.cells.iter().flat_map(|it| it.leads.iter().copied()).collect();
        let converted = self.converted.clone();
        Column { leads, sums: self.sums(), converted, ..Column::default() }
    }

    /// How many leads its fullest cell has.
    pub fn depth(&self) -> usize {
        self.cells.iter().map(|it| it.leads.len()).max().unwrap_or(0)
    }
}

/// The lanes of a board. Besides those that have leads, everyone who could be given one has a lane,
/// and so has every priority: as far as the filter would show a lead that comes there.
pub fn lanes(
    workspace: &Workspace,
    board: &Board,
    kind: LaneKind,
    filter: &LeadFilter,
    today: Day,
) -> Vec<Lane> {
    let columns = board.columns.len();
    let blank = || vec![Cell::default(); columns];
    let offered = offered(workspace, kind, filter, today).into_iter().map(|it| (it, blank()));
    let mut cells: BTreeMap<LaneOf, Vec<Cell>> = offered.collect();
    for (place, column) in board.columns.iter().enumerate() {
        for id in &column.leads {
            let Some(lead) = workspace.leads.get(*id) else { continue };
            let lane = cells.entry(kind.of(workspace, lead)).or_insert_with(blank);
            lane[place].leads.push(*id);
            lead.amount.into_iter().for_each(|amount| lane[place].sums.add(amount));
        }
    }
    let rates = Rates::on(workspace, today);
    let lane = |(of, cells)| {
        let mut lane = Lane { of, cells, converted: None };
        lane.converted = in_home(workspace, &lane, &rates);
        lane
    };
    let mut lanes: Vec<Lane> = cells.into_iter().map(lane).collect();
    arrange::by_cached_key(&mut lanes, |lane| rank(workspace, &lane.of));
    lanes
}

/// Each amount is converted and then added, as in a column; one currency speaks for itself.
fn in_home(workspace: &Workspace, lane: &Lane, rates: &Rates) -> Option<Converted> {
    let sums = lane.sums();
    (1 < sums.iter().count()).then_some(())?;
    let leads = lane.cells.iter().flat_map(|it| &it.leads);
    let amounts = leads.filter_map(|id| workspace.leads.get(*id)?.amount);
    converted(&sums, amounts, rates)
}

/// The lanes that are there even without leads.
fn offered(workspace: &Workspace, kind: LaneKind, filter: &LeadFilter, today: Day) -> Vec<LaneOf> {
    match kind {
        LaneKind::Owner => {
            let people = workspace.people.iter().filter(|(id, person)| {
                person.is_active(today)
                    && filter.owner.is_none_or(|it| it == *id)
                    && filter.team.is_none_or(|it| person.team == Some(it))
            });
            let nobody = (filter.owner.is_none() && filter.team.is_none()).then_some(None);
            people.map(|(id, _)| Some(id)).chain(nobody).map(LaneOf::Owner).collect()
        }
        LaneKind::Priority => {
            let fits = |it: &Priority| filter.priority.is_none_or(|wanted| wanted == *it);
            Priority::ALL.into_iter().filter(fits).map(LaneOf::Priority).collect()
        }
        LaneKind::Source => Vec::new(),
    }
}

/// What waits for an owner comes first, what has no source last; the rest by name.
fn rank(workspace: &Workspace, of: &LaneOf) -> (u8, NameOrder) {
    let named = |name: &str| NameOrder::of(name);
    match of {
        LaneOf::Owner(None) => (0, named("")),
        LaneOf::Owner(owner) => (1, named(workspace.people.find(*owner).map_or("", |it| &it.name))),
        LaneOf::Priority(priority) => (*priority as u8, named("")),
        LaneOf::Source(source) => (u8::from(source.is_empty()), named(source)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Currency, Money};
    use crate::domain::rates::Rate;
    use crate::present::board::{board, converted_text};
    use crate::present::for_tests::{
        ANN, BOB, CY, NORTH, OPEN, WON, day, lead, put, team, yuan_of,
    };
    use crate::present::matching::Found;

    const TODAY: &str = "2026-11-25";

    /// Ann has an open and a won lead, nobody an open one.
    fn workspace() -> Workspace {
        let mut workspace = team();
        lead(&mut workspace, 1, Some(ANN), OPEN, 10, "2026-12-01");
        lead(&mut workspace, 2, Some(ANN), WON, 20, "2026-11-01");
        lead(&mut workspace, 3, None, OPEN, 40, "2026-12-01");
        workspace
    }

    fn cut(workspace: &Workspace, kind: LaneKind, filter: &LeadFilter) -> Vec<Lane> {
        let board = board(workspace, None, filter, &Found::default(), day(TODAY));
        lanes(workspace, &board, kind, filter, day(TODAY))
    }

    #[track_caller]
    fn check(kind: LaneKind, filter: LeadFilter, expect: &[(LaneOf, usize)]) {
        let lanes = cut(&workspace(), kind, &filter);
        let found: Vec<_> = lanes.into_iter().map(|it| (it.of.clone(), it.count())).collect();
        assert_eq!(found, expect);
    }

    fn of(owner: Option<PersonId>) -> LaneOf {
        LaneOf::Owner(owner)
    }

    #[test]
    fn everybody_has_a_lane_and_nobody_comes_first() {
        let all = [(of(None), 1), (of(Some(ANN)), 2), (of(Some(BOB)), 0), (of(Some(CY)), 0)];
        check(LaneKind::Owner, LeadFilter::default(), &all);
        let north = LeadFilter { team: Some(NORTH), ..LeadFilter::default() };
        check(LaneKind::Owner, north, &[(of(Some(ANN)), 2), (of(Some(BOB)), 0)]);
    }

    #[test]
    fn priorities_have_lanes_as_far_as_they_would_show() {
        let lane = LaneOf::Priority;
        let all =
            [(lane(Priority::High), 0), (lane(Priority::Normal), 3), (lane(Priority::Low), 0)];
        check(LaneKind::Priority, LeadFilter::default(), &all);
        let low = LeadFilter { priority: Some(Priority::Low), ..LeadFilter::default() };
        check(LaneKind::Priority, low, &[(lane(Priority::Low), 0)]);
    }

    #[test]
    fn sources_are_in_order_and_none_comes_last() {
        let mut workspace = workspace();
        let fair = Lead { source: " Fair".to_owned(), stage: Some(OPEN), ..Lead::default() };
        put(&mut workspace, LeadId::drawn(4), &fair);
        let lanes = cut(&workspace, LaneKind::Source, &LeadFilter::default());
        let names: Vec<String> = lanes.iter().map(|it| it.of.name(&workspace, Lang::En)).collect();
        assert_eq!(names, ["Fair", "No source"]);
    }

    #[test]
    fn cells_of_a_column_add_up_to_it() {
        let workspace = workspace();
        for kind in LaneKind::ALL {
            let board =
                board(&workspace, None, &LeadFilter::default(), &Found::default(), day(TODAY));
            let lanes = lanes(&workspace, &board, kind, &LeadFilter::default(), day(TODAY));
            for (place, column) in board.columns.iter().enumerate() {
                let cells = || lanes.iter().map(|lane| &lane.cells[place]);
                let mut ids: Vec<LeadId> = cells().flat_map(|it| it.leads.clone()).collect();
                let mut whole = column.leads.clone();
                arrange::naturally(&mut ids);
                arrange::naturally(&mut whole);
                assert_eq!(ids, whole, "{kind:?}");
                let sums: Sums = cells().flat_map(|it| it.sums.iter()).collect();
                assert_eq!(sums, column.sums, "{kind:?}");
            }
        }
    }

    #[test]
    fn a_lane_states_its_count_depth_and_sum() {
        let lanes = cut(&workspace(), LaneKind::Owner, &LeadFilter::default());
        let ann = &lanes[1];
        assert_eq!((ann.count(), ann.depth()), (2, 1));
        assert_eq!(ann.sums(), [yuan_of(30)].into_iter().collect());
    }

    #[test]
    fn a_lane_of_two_currencies_is_converted_as_columns_are() {
        let mut workspace = workspace();
        let held = workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead");
        let amount = Some(Money::new(1_00, Currency::USD));
        put(&mut workspace, LeadId::drawn(1), &Lead { amount, ..held });
        let said = |workspace: &Workspace| {
            let ann = cut(workspace, LaneKind::Owner, &LeadFilter::default())[1].as_column();
            ann.converted.map(|it| converted_text(Lang::En, &it)).unwrap_or_default()
        };
        assert_eq!(said(&workspace), Lang::En.rate_missing("USD"));
        let rate = Rate {
            currency: Some(Currency::USD),
            home: Some(Currency::CNY),
            day: Some(day(TODAY)),
            units: None,
            millionths: 7_100_000,
        };
        put(&mut workspace, rate.id(), &rate);
        assert_eq!(said(&workspace), Lang::En.rate_about("CN¥27"));
    }

    #[test]
    fn whose_owner_is_gone_nobody_works_on() {
        let mut workspace = workspace();
        lead(&mut workspace, 5, Some(PersonId::drawn(99)), OPEN, 1, "");
        let lanes = cut(&workspace, LaneKind::Owner, &LeadFilter::default());
        assert_eq!((lanes[0].of.clone(), lanes[0].count()), (LaneOf::Owner(None), 2));
    }
}
