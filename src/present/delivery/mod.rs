//! What was sold against what the team can do, week by week, and what would mend it.

pub mod certificate;
mod drafts;
pub mod import;
mod tasks;
#[cfg(test)]
mod tests;

pub use drafts::{RulesDraft, TaskDraft, WeekDraft, week_exceptions};
pub use tasks::{TaskRow, TasksView};

use std::collections::BTreeMap;

use crate::domain::apply::lead_title;
use crate::domain::calendar::Day;
use crate::domain::delivery::load::{Load, WeekLoad, load, mend};
use crate::domain::delivery::{DeliveryRules, Effort};
use crate::domain::id::{LeadId, StageId};
use crate::domain::lead::Lead;
use crate::domain::odds::Odds;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::chart;
use crate::present::forecast::{Passed, stage_odds};
use crate::present::format;

/// The tables that the load is read from.
pub const TABLES: [Table; 8] = [
    Table::DeliveryTasks,
    Table::DeliveryRules,
    Table::ProductEfforts,
    Table::WeekCapacities,
    Table::Leads,
    Table::Stages,
    Table::Customers,
    Table::Settings,
];

/// How many weeks are looked ahead: a quarter.
pub const WEEKS: usize = 13;

/// A week in which too much is promised.
#[derive(Clone, Debug, PartialEq)]
pub struct OverLine {
    /// The Monday.
    pub monday: Day,
    /// How much is promised and how much is there.
    pub sentence: String,
    /// The deals that would mend it in another week, with what each is called and brings.
    pub deals: Vec<(LeadId, String)>,
    /// What running projects alone are too much; empty where they are not.
    pub beyond: String,
}

/// The load of the weeks ahead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeliveryView {
    /// The load.
    pub load: Load,
    /// The one thing to know, in few words.
    pub headline: String,
    /// The sentence below it.
    pub sentence: String,
    /// Whether there are weeks in which too much is promised.
    pub is_over: bool,
    /// Whether anybody has said what the team can do.
    pub has_capacity: bool,
    /// The weeks in which too much is promised.
    pub over: Vec<OverLine>,
    /// What is left out, and how it is reckoned.
    pub notes: Vec<String>,
    /// The picture.
    pub chart: chart::Load,
}

/// How likely open deals are won.
pub struct DealOdds {
    stages: BTreeMap<StageId, Odds>,
    usual: f64,
}

impl DealOdds {
    /// The odds by the stages that deals passed.
    pub fn of(workspace: &Workspace, passed: &Passed) -> DealOdds {
        let (stages, usual) = stage_odds(workspace, passed);
        DealOdds { stages, usual }
    }

    /// In thousandths.
    fn permille(&self, lead: &Lead) -> i64 {
        let stage = lead.stage.and_then(|it| self.stages.get(&it));
        (stage.map_or(self.usual, |it| it.value) * 1000.0).round() as i64
    }
}

impl DeliveryView {
    /// Whether no week has any load and nobody has said what can be done.
    pub fn is_blank(&self) -> bool {
        !self.has_capacity && self.load.weeks.iter().all(|it| it.promised() == Effort::default())
    }

    /// The load as it stands today.
    pub fn new(workspace: &Workspace, lang: Lang, today: Day, passed: &Passed) -> DeliveryView {
        let odds = DealOdds::of(workspace, passed);
        let load = load(workspace, today, WEEKS, &|lead| odds.permille(lead));
        let over: Vec<OverLine> =
            load.weeks.iter().filter_map(|it| over_line(workspace, lang, &load, it)).collect();
        let (headline, sentence) = headline(lang, &load, &over);
        DeliveryView {
            headline,
            sentence,
            is_over: !over.is_empty(),
            has_capacity: load.weeks.iter().any(|it| it.capacity.is_some()),
            over,
            notes: notes(workspace, lang, &load),
            chart: chart_of(lang, &load),
            load,
        }
    }
}

/// Person-days with a decimal where there is a part of a day.
pub fn days(lang: Lang, effort: Effort) -> String {
    let tenths = (effort.minutes * 10 + Effort::DAY.minutes / 2) / Effort::DAY.minutes;
    let digits = usize::from(tenths % 10 != 0);
    format::decimal(lang, tenths as f64 / 10.0, digits)
}

/// A week in words.
pub fn week(lang: Lang, monday: Day) -> String {
    format::day_short(lang, monday)
}

fn headline(lang: Lang, load: &Load, over: &[OverLine]) -> (String, String) {
    let fullest = load
        .weeks
        .iter()
        .filter_map(|it| Some((it.capacity?, it)))
        .filter(|(_, it)| it.promised() != Effort::NONE)
        .max_by_key(|(capacity, it)| it.promised() - *capacity);
    match (over.first(), fullest) {
        (Some(first), _) => {
            let count = format::count(lang, over.len() as u64);
            (lang.delivery_over_weeks(&count), first.sentence.clone())
        }
        (None, Some((capacity, it))) => {
            let (promised, there) = (days(lang, it.promised()), days(lang, capacity));
            let sentence = lang.delivery_fits_words(&week(lang, it.monday), &promised, &there);
            (lang.delivery_all_fits().to_owned(), sentence)
        }
        (None, None) if load.weeks.iter().any(|it| it.capacity.is_some()) => {
            let nothing = lang.delivery_nothing_promised();
            (lang.delivery_all_fits().to_owned(), nothing.to_owned())
        }
        (None, None) => {
            let words = lang.delivery_no_capacity_words();
            (lang.delivery_no_capacity().to_owned(), words.to_owned())
        }
    }
}

fn over_line(workspace: &Workspace, lang: Lang, load: &Load, at: &WeekLoad) -> Option<OverLine> {
    let mend = mend(load, at)?;
    let (promised, there) = (days(lang, at.promised()), days(lang, at.capacity?));
    let named = |(lead, effort): &(LeadId, Effort)| {
        let title = workspace.leads.get(*lead).map(|it| lead_title(workspace, it));
        (*lead, lang.delivery_mend_deal(&title.unwrap_or_default(), &days(lang, *effort)))
    };
    let deals: Vec<(LeadId, String)> = mend.deals.iter().map(named).collect();
    let beyond = match mend.beyond {
        Effort::NONE => String::new(),
        beyond => lang.delivery_beyond(&days(lang, beyond)),
    };
    Some(OverLine {
        monday: at.monday,
        sentence: lang.delivery_week_over(&week(lang, at.monday), &promised, &there),
        deals,
        beyond,
    })
}

fn notes(workspace: &Workspace, lang: Lang, load: &Load) -> Vec<String> {
    let rules = DeliveryRules::of(workspace);
    let count = |n: u64| format::count(lang, n);
    let number = |n: i64| count(n.unsigned_abs());
    let mut notes = vec![lang.delivery_how(&number(rules.lead_days()), &number(rules.weeks()))];
    let mut put = |n: usize, words: &dyn Fn(&str) -> String| {
        if n != 0 {
            notes.push(words(&count(n as u64)));
        }
    };
    put(load.undated, &|n| lang.delivery_undated(n));
    put(load.unsized_deals, &|n| lang.delivery_unsized(n));
    put(load.partly_sized, &|n| lang.delivery_partly(n));
    put(load.vague_tasks, &|n| lang.delivery_vague(n));
    notes
}

fn chart_of(lang: Lang, load: &Load) -> chart::Load {
    let number = |it: Effort| it.minutes as f64 / Effort::DAY.minutes as f64;
    let weeks = load.weeks.iter().map(|it| chart::LoadWeek {
        name: week(lang, it.monday),
        firm: number(it.firm),
        likely: number(it.likely),
        capacity: it.capacity.map(number),
    });
    chart::Load { weeks: weeks.collect() }
}
