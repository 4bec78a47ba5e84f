//! What is at hand today: how the quarter stands, what is late, who is away.
//!
//! A lead is late for one reason at most, the most urgent one, so that no group counts a lead
//! that another has counted.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::board::staleness;
use super::format;
use super::goals::GoalsView;
use super::team::words::sums;
use crate::domain::aim::{Aim, due_aims};
use crate::domain::apply::lead_heading;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::face::{Face, Matter};
use crate::domain::id::{LeadId, PersonId};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Sums};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::name_order::NameOrder;

/// The tables that the page is read from.
pub const TABLES: [Table; 9] = [
    Table::Goals,
    Table::Leads,
    Table::Stages,
    Table::People,
    Table::Teams,
    Table::Settings,
    Table::Imports,
    Table::Customers,
    Table::Absences,
];

/// How many leads are shown when all are late for one reason.
const SHOWN: usize = 8;
/// How many leads of a group are shown at least.
const SHOWN_AT_LEAST: usize = 3;
/// After how many days without a backup one is due.
const BACKUP_DAYS: i64 = 7;

/// Why a lead is late, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Late {
    /// Its next step should have been done.
    StepOverdue,
    /// It should have closed.
    ClosePassed,
    /// It has stood in its stage for too long.
    Stale,
    /// It has no next step.
    NoStep,
}

/// Leads that are late for the same reason.
#[derive(Clone, Debug, PartialEq)]
pub struct LateGroup {
    /// The reason.
    pub late: Late,
    /// How many there are.
    pub count: usize,
    /// What they are worth.
    pub worth: Sums,
    /// The largest of them.
    pub leads: Vec<LeadId>,
}

/// A late lead in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct LateLine {
    /// The customer, or what the lead is called.
    pub title: String,
    /// What is late.
    pub why: String,
    /// The owner's name; empty where nobody has it.
    pub owner: String,
    /// The amount; empty where it has none.
    pub amount: String,
}

/// Somebody who is away.
#[derive(Clone, Debug, PartialEq)]
pub struct Away {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// The last day away.
    pub until: Day,
    /// Why; empty where the face may not see it.
    pub reason: String,
}

/// Work on somebody's figure whose last day has come.
#[derive(Clone, Debug, PartialEq)]
pub struct AimDue {
    /// Whose.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// Which figure, and until when it was worked on.
    pub note: String,
}

/// What is at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct TodayView {
    /// The goals of this quarter.
    pub goals: Option<GoalsView>,
    /// What is late, group by group.
    pub late: Vec<LateGroup>,
    /// Who is away, by name.
    pub away: Vec<Away>,
    /// Whether there are leads at all.
    pub has_leads: bool,
}

/// What is at hand on a day, for a face.
pub fn today_view(workspace: &Workspace, face: Face, today: Day) -> TodayView {
    let quarter = workspace.settings().fiscal_start().quarter_of(today);
    TodayView {
        goals: GoalsView::new(workspace, quarter, today),
        late: late_groups(workspace, today),
        away: away(workspace, face, today),
        has_leads: !workspace.leads.is_empty(),
    }
}

/// Why a lead is late; `None` where it is not, or is closed.
pub fn late(workspace: &Workspace, lead: &Lead, today: Day) -> Option<Late> {
    let stage = workspace.stages.find(lead.stage);
    let passed = |day: Option<Day>| day.is_some_and(|it| it < today);
    match stage.map_or(Outcome::Open, |it| it.outcome) {
        Outcome::Won | Outcome::Lost => None,
        Outcome::Open if passed(lead.next_step_on) => Some(Late::StepOverdue),
        Outcome::Open if passed(lead.closes) => Some(Late::ClosePassed),
        Outcome::Open if 1.0 <= staleness(lead.days_in_stage(today), stage) => Some(Late::Stale),
        Outcome::Open if lead.next_step_on.is_none() => Some(Late::NoStep),
        Outcome::Open => None,
    }
}

fn late_groups(workspace: &Workspace, today: Day) -> Vec<LateGroup> {
    let home = workspace.settings().currency();
    let mut groups: BTreeMap<Late, Vec<(LeadId, &Lead)>> = BTreeMap::new();
    for (id, lead) in workspace.leads.iter() {
        if let Some(late) = late(workspace, lead, today) {
            groups.entry(late).or_default().push((id, lead));
        }
    }
    let shown = (SHOWN / groups.len().max(1)).max(SHOWN_AT_LEAST);
    let group = |(late, mut leads): (Late, Vec<(LeadId, &Lead)>)| {
        arrange::by_key(&mut leads, |(id, lead)| {
            (Reverse(size(lead, home)), since(lead, late), *id)
        });
        LateGroup {
            late,
            count: leads.len(),
            worth: leads.iter().filter_map(|(_, lead)| lead.amount).collect(),
            leads: leads.iter().take(shown).map(|(id, _)| *id).collect(),
        }
    };
    groups.into_iter().map(group).collect()
}

/// Since when a lead is late, so that of equal ones the one that waits longest comes first.
fn since(lead: &Lead, late: Late) -> Option<Day> {
    match late {
        Late::StepOverdue => lead.next_step_on,
        Late::ClosePassed => lead.closes,
        Late::Stale => lead.stage_since,
        Late::NoStep => lead.created,
    }
}

/// How large a lead is among others; an amount in another currency than the team's cannot be
/// compared and stands after those that can.
fn size(lead: &Lead, home: Currency) -> i64 {
    lead.amount.filter(|it| it.currency == home).map_or(-1, |it| it.minor)
}

/// How many leads of a group there are, and what they are worth where any has an amount.
pub fn late_total(lang: Lang, group: &LateGroup, home: Currency) -> String {
    let count = format::count(lang, group.count as u64);
    match group.worth.iter().any(|it| it.minor != 0) {
        true => lang.today_count(&count, &sums(lang, &group.worth, home)),
        false => lang.today_count_alone(&count),
    }
}

/// A late lead in one line; `None` once it is gone or not late any more.
pub fn late_line(workspace: &Workspace, lang: Lang, today: Day, id: LeadId) -> Option<LateLine> {
    let lead = workspace.leads.get(id)?;
    let owner = workspace.people.find(lead.owner).map(|it| it.name.clone());
    Some(LateLine {
        title: lead_heading(workspace, lead),
        why: why(lang, lead, late(workspace, lead, today)?, today),
        owner: owner.unwrap_or_default(),
        amount: lead.amount.map(|it| format::money(lang, it)).unwrap_or_default(),
    })
}

fn why(lang: Lang, lead: &Lead, late: Late, today: Day) -> String {
    let day =
        |day: Option<Day>| day.map(|it| format::day_near(lang, it, today)).unwrap_or_default();
    match late {
        Late::StepOverdue if lead.next_step.is_empty() => day(lead.next_step_on),
        Late::StepOverdue => [&day(lead.next_step_on), &*lead.next_step].join(" · "),
        Late::ClosePassed => lang.today_should_have_closed(&day(lead.closes)),
        Late::Stale => {
            let days = lead.days_in_stage(today).unwrap_or(0).unsigned_abs();
            lang.today_days_in_stage(&format::count(lang, days))
        }
        Late::NoStep if lead.next_step.is_empty() => lang.today_no_step().to_owned(),
        Late::NoStep => lang.lead_step_undated(&lead.next_step),
    }
}

/// That somebody is away is the team's business; why is between them and the manager.
fn away(workspace: &Workspace, face: Face, today: Day) -> Vec<Away> {
    let may_see_why = face.may_see(Matter::Private);
    let away = workspace.absences.values().filter_map(|absence| {
        let span = absence.span().filter(|it| it.holds(today))?;
        let person = workspace.people.find(absence.person)?;
        Some(Away {
            person: absence.person?,
            name: person.name.clone(),
            until: span.last,
            reason: if may_see_why { absence.reason.clone() } else { String::new() },
        })
    });
    let mut away: Vec<Away> = away.collect();
    arrange::by_cached_key(&mut away, |it| NameOrder::of(&it.name));
    away
}

/// What is worked on and due, where the face may see it.
pub fn aims_due(workspace: &Workspace, lang: Lang, face: Face, today: Day) -> Vec<AimDue> {
    let line = |(_, aim): (_, &Aim)| {
        let person = aim.person.filter(|it| face.may_see(Matter::Person(*it)))?;
        let due = aim.due.map(|it| format::day_near(lang, it, today))?;
        let note = [lang.aim_figure_name(aim.figure()), &*lang.point_due_on(&due)].join(" · ");
        Some(AimDue { person, name: workspace.people.get(person)?.name.clone(), note })
    };
    due_aims(workspace, today).into_iter().filter_map(line).collect()
}

/// Whether a backup is due: something was changed since the last one, and that was a week ago or
/// never.
pub fn is_backup_due(last: Option<Day>, changed: Option<Day>, today: Day) -> bool {
    match (last, changed) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(last), Some(changed)) => last <= changed && BACKUP_DAYS <= today.days_since(last),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::AbsenceId;
    use crate::domain::people::Absence;
    use crate::present::for_tests::*;

    const TODAY: &str = "2026-11-23";

    #[track_caller]
    fn check(step: &str, step_on: &str, closes: &str, since: &str, expect: Option<Late>) {
        let lead = Lead {
            stage: Some(OPEN),
            next_step: step.to_owned(),
            next_step_on: step_on.parse().ok(),
            closes: closes.parse().ok(),
            stage_since: since.parse().ok(),
            ..Lead::default()
        };
        assert_eq!(late(&team(), &lead, day(TODAY)), expect);
    }

    #[test]
    fn a_lead_is_late_for_its_most_urgent_reason() {
        check("Call", "2026-11-22", "2026-11-01", "2026-01-01", Some(Late::StepOverdue));
        check("Call", "2026-11-23", "2026-11-22", "2026-01-01", Some(Late::ClosePassed));
        check("", "", "2026-12-22", "2026-11-13", Some(Late::Stale));
        check("", "", "", "2026-11-14", Some(Late::NoStep));
        check("", "", "", "", Some(Late::NoStep));
        check("Call", "", "", "2026-11-14", Some(Late::NoStep));
        check("", "2026-11-23", "2026-11-23", "2026-11-14", None);
    }

    #[test]
    fn closed_leads_are_never_late() {
        let lead = Lead { stage: Some(WON), closes: Some(day("2026-01-01")), ..Lead::default() };
        assert_eq!(late(&team(), &lead, day(TODAY)), None);
    }

    #[test]
    fn a_group_shows_its_largest_and_counts_all() {
        let mut workspace = team();
        (1..=10).for_each(|id| lead(&mut workspace, id, Some(ANN), OPEN, id as i64, "2026-11-01"));
        let group = today_view(&workspace, Face::Manager, day(TODAY)).late.remove(0);
        assert_eq!((group.late, group.count), (Late::ClosePassed, 10));
        assert_eq!(group.leads.first(), Some(&LeadId::drawn(10)));
        assert_eq!((group.leads.len(), group.worth.of(yuan_of(0).currency)), (SHOWN, yuan_of(55)));
    }

    #[test]
    fn who_is_away_is_told_until_the_last_day() {
        let mut workspace = team();
        for (place, last) in [(1, "2026-11-22"), (2, TODAY)] {
            let (first, last) = (Some(day("2026-11-01")), Some(day(last)));
            let reason = "Clinic".to_owned();
            let absence = Absence { person: Some(ANN), first, last, reason };
            put(&mut workspace, AbsenceId::drawn(place), &absence);
        }
        let away = today_view(&workspace, Face::Manager, day(TODAY)).away;
        assert_eq!(away.iter().map(|it| it.until).collect::<Vec<_>>(), [day(TODAY)]);
        let why = |face| today_view(&workspace, face, day(TODAY)).away.remove(0).reason;
        assert_eq!((&*why(Face::Manager), &*why(Face::Room)), ("Clinic", ""));
    }

    #[test]
    fn an_aim_that_is_due_is_for_the_manager() {
        use crate::domain::id::AimId;
        let mut workspace = team();
        let aim = Aim { person: Some(ANN), due: Some(day("2026-11-20")), ..Aim::default() };
        put(&mut workspace, AimId::drawn(1), &aim);
        let of = |face| aims_due(&workspace, Lang::En, face, day(TODAY));
        assert_eq!(of(Face::Room), []);
        let due = of(Face::Manager).remove(0);
        assert_eq!((&*due.name, &*due.note), ("Ann", "Words with customers · by 20 Nov"));
    }

    #[test]
    fn a_backup_is_due_after_a_week_of_changes() {
        let due = |last: &str, changed: &str| {
            is_backup_due(last.parse().ok(), changed.parse().ok(), day(TODAY))
        };
        assert!(due("", "2026-11-23") && due("2026-11-16", "2026-11-20"));
        assert!(!due("", "") && !due("2026-11-17", "2026-11-20"));
        assert!(!due("2026-10-01", "2026-09-30"));
    }
}
