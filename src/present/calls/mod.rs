//! Calls of a period: which deals are due, what rep and manager say of them, what that adds up to
//! against the goal, and how earlier calls turned out.
//!
//! Sums are in the team's currency, each amount converted with the rate that was stated and then
//! added; where a rate is missing there is no sum, and it is named. A deal that nobody has called
//! stands apart and counts for nothing.

mod certificate;
mod lead;
mod words;

pub use certificate::{Column, Figure, certificate};
pub use lead::{CallEvent, LeadCalls, State, call_history, lead_calls};

use std::collections::BTreeMap;

use crate::domain::apply::{lead_about, lead_heading};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::call::{Caller, Category, call_of, turned_out};
use crate::domain::goal::Bearer;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Rates, Total};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::address::{BoardAddress, Look};
use crate::present::filter::{Closes, LeadFilter};
use crate::present::format;
use crate::present::goals::{GoalsView, counts_for};
use crate::present::name_order::NameOrder;

/// The tables that calls are read from.
pub const TABLES: [Table; 11] = [
    Table::Calls,
    Table::Leads,
    Table::Customers,
    Table::Stages,
    Table::Goals,
    Table::People,
    Table::Teams,
    Table::Settings,
    Table::Rates,
    Table::QuotaYears,
    Table::Imports,
];

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// The period in which deals are due.
    pub period: Period,
    /// Whose deals.
    pub bearer: Bearer,
    /// The day by which everything is known.
    pub today: Day,
    /// Whose calls are added up.
    pub caller: Caller,
}

/// A deal in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct CallRow {
    /// The deal.
    pub id: LeadId,
    /// What it is called.
    pub title: String,
    /// What it is about, who works on it, when it is due.
    pub note: String,
    /// What it is worth.
    pub amount: String,
    /// The calls of rep and manager.
    pub calls: [Option<Category>; 2],
}

/// The deals of one category, the largest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The category; none for deals without a call.
    pub category: Option<Category>,
    /// How many deals there are.
    pub count: String,
    /// What they are worth together.
    pub sum: String,
    /// The deals.
    pub rows: Vec<CallRow>,
}

/// How calls of a category turned out: which, the name, and of rep and manager the share that was
/// won and how sure that is; none where nothing was called so.
pub type PastRow = (Category, String, [(String, String, bool); 2]);

/// The sums of somebody, who may be nobody, or of all: whose, the name, and what is won, in each
/// category and without a call.
pub type SumsRow = (Option<Option<PersonId>>, String, [String; SUMS]);

/// What a period is called.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CallsView {
    /// What the one figure is.
    pub label: String,
    /// Won and committed.
    pub figure: String,
    /// The goal beside it; empty without one.
    pub of: String,
    /// What it is made of, and what is missing.
    pub sentences: Vec<String>,
    /// What is left out, and how amounts were converted.
    pub notes: Vec<String>,
    /// The open deals that have no day, as rows; none where each has one.
    pub undated: Option<BoardAddress>,
    /// The deals by category.
    pub groups: Vec<Group>,
    /// By person, won, each category and what has no call; the sum of all last.
    pub people: Vec<SumsRow>,
    /// How earlier calls turned out.
    pub past: Vec<PastRow>,
}

/// The order of groups: what has no call stands before what does not count.
pub const GROUPS: [Option<Category>; 5] = [
    Some(Category::Commit),
    Some(Category::BestCase),
    Some(Category::Pipeline),
    None,
    Some(Category::Omitted),
];

/// Won, and each group.
pub const SUMS: usize = GROUPS.len() + 1;

/// The sums of somebody.
type Sums = [Total; SUMS];

/// All that is due, in one pass over the leads.
struct Survey {
    rates: Rates,
    due: Vec<(LeadId, [Option<Category>; 2], i64)>,
    /// What is won, and by group of the one and of the other caller.
    all: [Sums; 2],
    people: BTreeMap<Option<PersonId>, Sums>,
    unvalued: u64,
    undated: u64,
    overdue: u64,
}

fn place(category: Option<Category>) -> usize {
    1 + GROUPS.iter().position(|it| *it == category).unwrap_or(0)
}

impl Survey {
    fn of(workspace: &Workspace, asked: Asked, span: Span) -> Survey {
        let mut survey = Survey {
            rates: Rates::on(workspace, asked.today),
            due: Vec::new(),
            all: Default::default(),
            people: BTreeMap::new(),
            unvalued: 0,
            undated: 0,
            overdue: 0,
        };
        for (id, lead) in workspace.leads.iter() {
            if !counts_for(workspace, lead, asked.bearer) {
                continue;
            }
            match (lead.outcome(workspace), lead.closes) {
                (Outcome::Won, Some(day)) if span.holds(day) => {
                    survey.add(workspace, asked, lead, [0, 0]);
                }
                (Outcome::Open, None) => survey.undated += 1,
                (Outcome::Open, Some(day)) if day < span.first => survey.overdue += 1,
                (Outcome::Open, Some(day)) if span.holds(day) => {
                    let call = call_of(workspace, id, lead);
                    let calls = Caller::ALL.map(|it| call.and_then(|call| call.of(it)));
                    let worth = lead.amount.and_then(|it| survey.rates.convert(it));
                    survey.due.push((id, calls, worth.map_or(0, |it| it.minor)));
                    survey.unvalued += u64::from(lead.amount.is_none());
                    survey.add(workspace, asked, lead, calls.map(place));
                }
                _ => {}
            }
        }
        arrange::by_key(&mut survey.due, |(id, _, worth)| (std::cmp::Reverse(*worth), *id));
        survey
    }

    /// Adds a lead where it stands by either caller.
    fn add(&mut self, workspace: &Workspace, asked: Asked, lead: &Lead, places: [usize; 2]) {
        let owner = lead.owner.filter(|it| workspace.people.has(*it));
        let own = self.people.entry(owner).or_default();
        let Some(amount) = lead.amount else { return };
        own[places[asked.caller as usize]].add(&self.rates, amount);
        for (sums, place) in self.all.iter_mut().zip(places) {
            sums[place].add(&self.rates, amount);
        }
    }

    /// What is won and committed by somebody's calls; none where a rate is missing.
    fn landing(&self, caller: Caller) -> Option<Money> {
        let sums = &self.all[caller as usize];
        let [won, commit] = [0, place(Some(Category::Commit))].map(|it| sums[it].sum(&self.rates));
        let minor = won?.minor.saturating_add(commit?.minor);
        Some(Money::new(minor, self.rates.home()))
    }
}

impl CallsView {
    /// The calls of a period; `None` outside the calendar.
    pub fn new(workspace: &Workspace, lang: Lang, asked: Asked) -> Option<CallsView> {
        let goals = GoalsView::new(workspace, asked.period, asked.today)?;
        let survey = Survey::of(workspace, asked, goals.span);
        let goal = goals.row(asked.bearer).and_then(|it| it.quota.amount());
        let period = format::period(lang, asked.period);
        Some(CallsView {
            label: lang.calls_head(&period),
            figure: words::money(lang, survey.landing(asked.caller)),
            of: goal.map(|it| lang.forecast_of(&words::money(lang, Some(it)))).unwrap_or_default(),
            sentences: words::sentences(lang, &survey, asked.caller, goal),
            notes: words::notes(lang, &survey),
            undated: (survey.undated != 0).then(|| undated(asked.bearer)),
            groups: groups(workspace, lang, asked, &survey),
            people: people(workspace, lang, asked, &survey),
            past: past(workspace, lang, asked),
        })
    }

    /// A group.
    pub fn group(&self, category: Option<Category>) -> Option<&Group> {
        self.groups.iter().find(|it| it.category == category)
    }

    /// A deal of the list.
    pub fn row(&self, id: LeadId) -> Option<&CallRow> {
        self.groups.iter().flat_map(|it| &it.rows).find(|it| it.id == id)
    }
}

/// The open deals of somebody that have no day, in every pipeline that a table shows.
fn undated(bearer: Bearer) -> BoardAddress {
    let (owner, team) = match bearer {
        Bearer::Company => (None, None),
        Bearer::Team(team) => (None, Some(team)),
        Bearer::Person(person) => (Some(person), None),
    };
    let (outcome, closes) = (Some(Outcome::Open), Some(Closes::Undated));
    let filter = LeadFilter { owner, team, outcome, closes, ..LeadFilter::default() };
    BoardAddress { filter, look: Look::Table, ..BoardAddress::default() }
}

fn groups(workspace: &Workspace, lang: Lang, asked: Asked, survey: &Survey) -> Vec<Group> {
    let sums = &survey.all[asked.caller as usize];
    let group = |category: Option<Category>| {
        let own = survey.due.iter().filter(|it| it.1[asked.caller as usize] == category);
        let rows: Vec<CallRow> = own
            .filter_map(|(id, calls, _)| row(workspace, lang, asked.today, *id, *calls))
            .collect();
        Group {
            category,
            count: format::count(lang, rows.len() as u64),
            sum: words::total(lang, &sums[place(category)], &survey.rates),
            rows,
        }
    };
    GROUPS.map(group).into()
}

fn row(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    id: LeadId,
    calls: [Option<Category>; 2],
) -> Option<CallRow> {
    let lead = workspace.leads.get(id)?;
    let owner = workspace.people.find(lead.owner).map(|it| it.name.clone());
    let due = lead.closes.map(|it| lang.calls_due(&format::day_near(lang, it, today)));
    let owner = owner.unwrap_or_else(|| lang.calls_nobody().to_owned());
    let mut note = vec![lead_about(workspace, lead), owner, due.unwrap_or_default()];
    note.retain(|it| !it.is_empty());
    Some(CallRow {
        id,
        title: lead_heading(workspace, lead),
        note: note.join(" · "),
        amount: lead.amount.map_or("–".to_owned(), |it| format::money(lang, it)),
        calls,
    })
}

fn people(workspace: &Workspace, lang: Lang, asked: Asked, survey: &Survey) -> Vec<SumsRow> {
    let name = |id: Option<PersonId>| {
        let known = workspace.people.find(id).map(|it| it.name.clone());
        known.unwrap_or_else(|| lang.calls_nobody().to_owned())
    };
    let mut people: Vec<(Option<PersonId>, String, &Sums)> =
        survey.people.iter().map(|(id, sums)| (*id, name(*id), sums)).collect();
    arrange::by_cached_key(&mut people, |(id, name, _)| (id.is_none(), NameOrder::of(name)));
    let shown = |sums: &Sums| sums.each_ref().map(|it| words::total(lang, it, &survey.rates));
    let mut rows: Vec<SumsRow> =
        people.into_iter().map(|(id, name, sums)| (Some(id), name, shown(sums))).collect();
    if 1 < rows.len() {
        let all = shown(&survey.all[asked.caller as usize]);
        rows.push((None, lang.calls_total().to_owned(), all));
    }
    rows
}

fn past(workspace: &Workspace, lang: Lang, asked: Asked) -> Vec<PastRow> {
    let counts = |lead: &Lead| counts_for(workspace, lead, asked.bearer);
    let found = Caller::ALL.map(|it| turned_out(workspace, it, asked.today, &counts));
    let row = |category: Category| {
        let rates = found.map(|it| {
            let rate = it[category as usize];
            let (shown, note) = words::rate(lang, rate);
            (shown, note, rate.is_some())
        });
        (category, lang.category(category).to_owned(), rates)
    };
    Category::ALL.map(row).into()
}

#[cfg(test)]
mod tests;
