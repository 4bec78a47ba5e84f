//! Who is due a word: overdue, today, this week, and what has been done; as a list and as events
//! of a calendar.

use std::cmp::Reverse;

use crate::domain::apply::heading;
use crate::domain::arrange;
use crate::domain::cadence::class_key;
use crate::domain::calendar::Day;
use crate::domain::follow_up::{FollowUp, Task, follow_ups};
use crate::domain::id::{ActivityId, CustomerId, LeadId, PersonId};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::activity::what;
use crate::present::format;
use crate::transfer::ics::CalendarEvent;

/// The tables that it is read from.
pub const TABLES: [Table; 7] = [
    Table::Activities,
    Table::Leads,
    Table::Customers,
    Table::People,
    Table::Stages,
    Table::Cadences,
    Table::Settings,
];

/// A part of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AgendaTab {
    /// What should have been done.
    #[default]
    Overdue,
    /// What is due today.
    Today,
    /// What is due after today, up to Sunday.
    Week,
    /// What was done, the latest first.
    Done,
}

impl AgendaTab {
    /// Every part, in order.
    pub const ALL: [AgendaTab; 4] =
        [AgendaTab::Overdue, AgendaTab::Today, AgendaTab::Week, AgendaTab::Done];

    /// What it is called.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            AgendaTab::Overdue => lang.activities_overdue(),
            AgendaTab::Today => lang.activities_today(),
            AgendaTab::Week => lang.activities_week(),
            AgendaTab::Done => lang.activities_done(),
        }
    }

    /// What is said where it is empty.
    pub const fn empty_words(self, lang: Lang) -> &'static str {
        match self {
            AgendaTab::Overdue => lang.activities_none_overdue(),
            AgendaTab::Today => lang.activities_none_today(),
            AgendaTab::Week => lang.activities_none_week(),
            AgendaTab::Done => lang.activities_none_done(),
        }
    }

    /// Its name in an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            AgendaTab::Overdue => "overdue",
            AgendaTab::Today => "today",
            AgendaTab::Week => "week",
            AgendaTab::Done => "done",
        }
    }

    /// The part of a name; overdue for any other.
    pub fn named(name: &str) -> AgendaTab {
        AgendaTab::ALL.into_iter().find(|it| it.as_str() == name).unwrap_or_default()
    }
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AgendaRow {
    /// Something to be done.
    Due(FollowUp),
    /// Something done.
    Done(ActivityId),
}

/// Everything that is due and was done, of one person or of all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Agenda {
    overdue: Vec<AgendaRow>,
    today: Vec<AgendaRow>,
    week: Vec<AgendaRow>,
    done: Vec<AgendaRow>,
}

impl Agenda {
    /// The rows of a part.
    pub fn rows(&self, tab: AgendaTab) -> &[AgendaRow] {
        match tab {
            AgendaTab::Overdue => &self.overdue,
            AgendaTab::Today => &self.today,
            AgendaTab::Week => &self.week,
            AgendaTab::Done => &self.done,
        }
    }
}

/// Who is due a word, and what was done.
pub fn agenda(workspace: &Workspace, today: Day, person: Option<PersonId>) -> Agenda {
    let mut agenda = due_agenda(workspace, today, person);
    let done = workspace.activities.iter().filter(|(_, it)| !it.planned);
    let own = done.filter(|(_, it)| person.is_none() || it.person == person);
    let mut done: Vec<_> = own.map(|(id, it)| ((it.on, it.minute, id), id)).collect();
    arrange::by_key(&mut done, |(place, _)| Reverse(*place));
    agenda.done = done.into_iter().map(|(_, id)| AgendaRow::Done(id)).collect();
    agenda
}

/// Who is due a word, alone.
pub fn due_agenda(workspace: &Workspace, today: Day, person: Option<PersonId>) -> Agenda {
    let sunday = today.plus(6 - u64::from(today.weekday()));
    let mut agenda = Agenda::default();
    for due in follow_ups(workspace, today) {
        if person.is_some() && due.person != person {
            continue;
        }
        let rows = match due.due {
            day if day < today => &mut agenda.overdue,
            day if day == today => &mut agenda.today,
            day if day <= sunday => &mut agenda.week,
            _ => continue,
        };
        rows.push(AgendaRow::Due(due));
    }
    agenda
}

/// A row in words.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaLine {
    /// The customer, or what the lead is called.
    pub title: String,
    /// What is due or was done.
    pub what: String,
    /// When.
    pub when: String,
    /// Whether it should have been done.
    pub late: bool,
    /// Whose it is; empty where it is nobody's.
    pub owner: String,
    /// The lead to open, where there is one.
    pub lead: Option<LeadId>,
}

/// A row in words; `None` once it is gone.
pub fn line(workspace: &Workspace, lang: Lang, today: Day, row: AgendaRow) -> Option<AgendaLine> {
    match row {
        AgendaRow::Due(due) => Some(due_line(workspace, lang, today, &due)),
        AgendaRow::Done(id) => done_line(workspace, lang, today, id),
    }
}

fn due_line(workspace: &Workspace, lang: Lang, today: Day, due: &FollowUp) -> AgendaLine {
    let late = due.due < today;
    let mut when = vec![format::day_near(lang, due.due, today)];
    when.extend(due.minute.map(format::time_of_day));
    if late {
        let days = today.days_since(due.due).unsigned_abs();
        when.push(match days {
            1 => lang.activities_ago_one().to_owned(),
            _ => lang.activities_ago(&format::count(lang, days)),
        });
    }
    AgendaLine {
        title: title(workspace, due.lead, due.customer),
        what: due_words(workspace, lang, today, due),
        when: when.join(" · "),
        late,
        owner: name_of(workspace, due.person),
        lead: due.lead,
    }
}

/// What is due.
fn due_words(workspace: &Workspace, lang: Lang, today: Day, due: &FollowUp) -> String {
    match due.task {
        Task::Planned(id) => {
            workspace.activities.get(id).map(|it| what(lang, it)).unwrap_or_default()
        }
        Task::NextStep(id) => match workspace.leads.get(id) {
            Some(lead) if !lead.next_step.is_empty() => lead.next_step.clone(),
            _ => lang.activities_next_step().to_owned(),
        },
        Task::Rhythm(customer) => rhythm_words(workspace, lang, (customer, due.last_word), today),
    }
}

fn rhythm_words(
    workspace: &Workspace,
    lang: Lang,
    (customer, last_word): (CustomerId, Option<Day>),
    today: Day,
) -> String {
    let class = workspace.customers.get(customer).map(|it| it.class.trim()).unwrap_or_default();
    let cadences = workspace.cadences.values();
    let days = cadences
        .filter(|it| class_key(&it.class) == class_key(class))
        .find_map(|it| it.running_days())
        .unwrap_or(0);
    let last = match last_word {
        Some(day) => lang.activities_last(&format::day_near(lang, day, today)),
        None => lang.activities_never().to_owned(),
    };
    let rhythm = lang.activities_rhythm_class(class, &format::count(lang, days.unsigned_abs()));
    [last, rhythm].join(" · ")
}

fn done_line(workspace: &Workspace, lang: Lang, today: Day, id: ActivityId) -> Option<AgendaLine> {
    let activity = workspace.activities.get(id)?;
    let mut said = vec![what(lang, activity)];
    said.extend(Some(activity.outcome.clone()).filter(|it| !it.is_empty()));
    let mut when: Vec<String> =
        activity.on.map(|it| format::day_near(lang, it, today)).into_iter().collect();
    when.extend(activity.minute.map(format::time_of_day));
    Some(AgendaLine {
        title: title(workspace, activity.lead, activity.customer_in(workspace)),
        what: said.join(" → "),
        when: when.join(" · "),
        late: false,
        owner: name_of(workspace, activity.person),
        lead: activity.lead.filter(|it| workspace.leads.has(*it)),
    })
}

fn title(workspace: &Workspace, lead: Option<LeadId>, customer: Option<CustomerId>) -> String {
    heading(workspace, workspace.leads.find(lead), customer)
}

fn name_of(workspace: &Workspace, person: Option<PersonId>) -> String {
    workspace.people.find(person).map(|it| it.name.clone()).unwrap_or_default()
}

/// What a task is about, for the head of its form: whom it is with, and what is due.
pub fn task_words(workspace: &Workspace, lang: Lang, today: Day, task: Task) -> (String, String) {
    match crate::domain::follow_up::follow_up(workspace, today, task) {
        None => (String::new(), String::new()),
        Some(due) => {
            (title(workspace, due.lead, due.customer), due_words(workspace, lang, today, &due))
        }
    }
}

/// Planned activities and next steps, of one person or of all, for a calendar. A rhythm is no
/// appointment and stays out of it.
pub fn calendar_events(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    person: Option<PersonId>,
) -> Vec<CalendarEvent> {
    let due = follow_ups(workspace, today).into_iter();
    let own = due.filter(|it| person.is_none() || it.person == person);
    let event = |due: FollowUp| {
        let uid = match due.task {
            Task::Planned(id) => format!("activity-{id}@huddle"),
            Task::NextStep(id) => format!("step-{id}@huddle"),
            Task::Rhythm(_) => return None,
        };
        let lead = workspace.leads.find(due.lead).map(|it| it.name.clone()).unwrap_or_default();
        let more = [lead, name_of(workspace, due.person)];
        Some(CalendarEvent {
            uid,
            day: due.due,
            minute: due.minute,
            summary: [
                title(workspace, due.lead, due.customer),
                due_words(workspace, lang, today, &due),
            ]
            .join(" · "),
            description: more
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
        })
    };
    own.filter_map(event).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::{Activity, ActivityKind};
    use crate::domain::lead::Lead;
    use crate::present::for_tests::*;

    const TODAY: &str = "2026-11-25";

    /// A lead of Ann's with a step due on a day, and a call of Bob's planned for another.
    fn workspace(step: &str, call: &str) -> Workspace {
        let mut workspace = team();
        let lead = Lead {
            name: "Deal".to_owned(),
            owner: Some(ANN),
            stage: Some(OPEN),
            next_step: "Demo".to_owned(),
            next_step_on: step.parse().ok(),
            ..Lead::default()
        };
        put(&mut workspace, LeadId::drawn(5), &lead);
        let call = Activity {
            lead: Some(LeadId::drawn(5)),
            person: Some(BOB),
            kind: Some(ActivityKind::Call),
            on: call.parse().ok(),
            minute: Some(545),
            planned: true,
            ..Activity::default()
        };
        put(&mut workspace, ActivityId::drawn(6), &call);
        workspace
    }

    #[track_caller]
    fn check(step: &str, call: &str, person: Option<PersonId>, expect: [usize; 4]) {
        let agenda = agenda(&workspace(step, call), day(TODAY), person);
        assert_eq!(AgendaTab::ALL.map(|tab| agenda.rows(tab).len()), expect, "{step} {call}");
    }

    // 2026-11-25 is a Wednesday.
    #[test]
    fn what_is_due_stands_in_one_part() {
        check("2026-11-24", "2026-11-25", None, [1, 1, 0, 0]);
        check("2026-11-26", "2026-11-29", None, [0, 0, 2, 0]);
        check("2026-11-30", "2026-11-24", None, [1, 0, 0, 0]);
    }

    #[test]
    fn a_person_sees_the_own() {
        check("2026-11-24", "2026-11-24", Some(ANN), [1, 0, 0, 0]);
        check("2026-11-24", "2026-11-24", Some(CY), [0, 0, 0, 0]);
    }

    #[test]
    fn a_row_says_who_what_and_when() {
        let workspace = workspace("2026-11-23", "2026-11-25");
        let agenda = agenda(&workspace, day(TODAY), None);
        let line = |tab: AgendaTab| {
            line(&workspace, Lang::En, day(TODAY), agenda.rows(tab)[0]).expect("a line")
        };
        let (late, today) = (line(AgendaTab::Overdue), line(AgendaTab::Today));
        assert_eq!(
            (&*late.what, &*late.when, late.late),
            ("Demo", "23 Nov · 2 days overdue", true)
        );
        assert_eq!((&*today.what, &*today.when, &*today.owner), ("Call", "25 Nov · 09:05", "Bob"));
    }

    #[test]
    fn plans_and_steps_are_events_with_names_that_stay() {
        let events =
            calendar_events(&workspace("2026-11-24", "2026-11-25"), Lang::En, day(TODAY), None);
        let said: Vec<(&str, Option<i64>)> =
            events.iter().map(|it| (it.summary.as_str(), it.minute)).collect();
        assert_eq!(said, [("Deal · Demo", None), ("Deal · Call", Some(545))]);
        assert_eq!(events[0].uid, format!("step-{}@huddle", LeadId::drawn(5)));
    }
}
