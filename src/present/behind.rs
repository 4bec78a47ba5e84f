//! One record behind a figure: what it is called, when it was, where it came from, and what it adds.

use crate::domain::activity::Activity;
use crate::domain::apply::lead_title;
use crate::domain::behind::Behind;
use crate::domain::delivery::DeliveryTask;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::{activity, delivery, format};

/// One record behind a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct BehindLine {
    /// What it is called.
    pub name: String,
    /// When it was, and where it came from.
    pub detail: String,
    /// What it adds: a lead's amount, a task's work, nothing of an activity.
    pub amount: String,
    /// The lead that it is or is about, where it is shown in full.
    pub lead: Option<LeadId>,
}

/// One record behind a figure; `None` once it is gone.
pub fn line(workspace: &Workspace, lang: Lang, record: Behind) -> Option<BehindLine> {
    match record {
        Behind::Lead(id) => Some(lead(workspace, lang, id, workspace.leads.get(id)?)),
        Behind::Activity(id) => Some(done(workspace, lang, workspace.activities.get(id)?)),
        Behind::Task(id) => Some(task(lang, workspace.delivery_tasks.get(id)?)),
    }
}

fn lead(workspace: &Workspace, lang: Lang, id: LeadId, lead: &Lead) -> BehindLine {
    let day = lead.closes.map(|it| format::day(lang, it)).unwrap_or_default();
    BehindLine {
        name: lead_title(workspace, lead),
        detail: [day, source(workspace, lang, lead)].join(" · "),
        amount: lead
            .amount
            .map_or_else(|| lang.certificate_no_amount().to_owned(), |it| format::money(lang, it)),
        lead: Some(id),
    }
}

/// Where a lead came from: the row first, because the names of files may be long.
fn source(workspace: &Workspace, lang: Lang, lead: &Lead) -> String {
    let Some(origin) = lead.origin else { return lang.certificate_by_hand().to_owned() };
    let files = workspace.imports.get(origin.import).map_or("", |it| &it.files);
    lang.certificate_source(&format::count(lang, origin.row.into()), files)
}

fn done(workspace: &Workspace, lang: Lang, it: &Activity) -> BehindLine {
    let day = it.on.map(|it| format::day(lang, it));
    let person = workspace.people.find(it.person).map(|it| it.name.clone());
    let about = workspace.leads.find(it.lead).map(|it| lead_title(workspace, it));
    let customer = || workspace.customers.find(it.customer).map(|it| it.name.clone());
    let parts: Vec<String> = [day, person, about.or_else(customer)].into_iter().flatten().collect();
    BehindLine {
        name: activity::what(lang, it),
        detail: parts.join(" · "),
        amount: String::new(),
        lead: it.lead.filter(|it| workspace.leads.has(*it)),
    }
}

fn task(lang: Lang, it: &DeliveryTask) -> BehindLine {
    let day = |it| format::day_short(lang, it);
    let when = it.span().map(|it| [day(it.first), day(it.last)].join(" – "));
    let texts = [when.unwrap_or_default(), it.project.clone(), it.external.clone()];
    let parts: Vec<String> = texts.into_iter().filter(|it| !it.is_empty()).collect();
    BehindLine {
        name: it.name.clone(),
        detail: parts.join(" · "),
        amount: lang.delivery_days(&delivery::days(lang, it.effort)),
        lead: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::ActivityKind;
    use crate::domain::delivery::Effort;
    use crate::domain::id::{ActivityId, DeliveryTaskId};
    use crate::present::for_tests::*;

    #[track_caller]
    fn check(record: Behind, expect: [&str; 3]) {
        let mut board = team();
        super::super::for_tests::lead(&mut board, 1, Some(ANN), WON, 100, "2026-12-01");
        let call = Activity {
            lead: Some(LeadId::drawn(1)),
            person: Some(BOB),
            kind: Some(ActivityKind::Call),
            on: Some(day("2026-11-05")),
            text: "prices".to_owned(),
            ..Activity::default()
        };
        put(&mut board, ActivityId::drawn(2), &call);
        let work = DeliveryTask {
            name: "Set it up".to_owned(),
            project: "Alpha".to_owned(),
            first: Some(day("2026-12-07")),
            effort: Effort::hundredths(250),
            ..DeliveryTask::default()
        };
        put(&mut board, DeliveryTaskId::drawn(3), &work);
        let found = line(&board, Lang::En, record).expect("a line");
        assert_eq!([&*found.name, &*found.detail, &*found.amount], expect);
    }

    #[test]
    fn every_record_says_what_it_is_when_it_was_and_where_from() {
        check(Behind::Lead(LeadId::drawn(1)), ["Lead 1", "1 Dec 2026 · entered by hand", "CN¥100"]);
        check(
            Behind::Activity(ActivityId::drawn(2)),
            ["Call · prices", "5 Nov 2026 · Bob · Lead 1", ""],
        );
        check(
            Behind::Task(DeliveryTaskId::drawn(3)),
            ["Set it up", "7 Dec – 7 Dec · Alpha", "2.5 person-days"],
        );
        assert_eq!(line(&team(), Lang::En, Behind::Lead(LeadId::drawn(1))), None);
    }
}
