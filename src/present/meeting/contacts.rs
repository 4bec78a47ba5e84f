//! The contact plan: who is due a word in the days to come, from whom, and about what.

use std::collections::BTreeMap;

use super::requests::asked_for;
use crate::domain::calendar::Day;
use crate::domain::follow_up::{FollowUp, Task, follow_ups};
use crate::domain::id::{LeadId, PersonId};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::agenda::{AgendaRow, line};
use crate::present::format;
use crate::present::name_order::NameOrder;

/// The tables that the plan is read from.
pub const CONTACT_TABLES: [Table; 9] = [
    Table::Activities,
    Table::Leads,
    Table::Stages,
    Table::Customers,
    Table::Contacts,
    Table::Cadences,
    Table::People,
    Table::Settings,
    Table::Requests,
];

/// Somebody who is due a word.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactLine {
    /// Whom: the customer, or what the lead is called.
    pub title: String,
    /// What is due.
    pub what: String,
    /// What else to talk about: the deal, and what is still asked of others.
    pub about: String,
    /// When.
    pub when: String,
    /// Whether it should have been done.
    pub late: bool,
    /// Why it is due.
    pub task: Task,
    /// The lead to open.
    pub lead: Option<LeadId>,
}

/// Whose words they are, with the lines; those of nobody come last.
pub type ContactGroup = (String, Vec<ContactLine>);

/// Who is due a word by a day, person by person.
pub fn contact_plan(workspace: &Workspace, lang: Lang, today: Day, by: Day) -> Vec<ContactGroup> {
    let mut groups: BTreeMap<Option<PersonId>, Vec<ContactLine>> = BTreeMap::new();
    for due in follow_ups(workspace, today).into_iter().filter(|it| it.due <= by) {
        let person = due.person.filter(|it| workspace.people.has(*it));
        groups.entry(person).or_default().extend(contact_line(workspace, lang, today, due));
    }
    let name = |person: Option<PersonId>| workspace.people.find(person).map(|it| it.name.clone());
    let mut groups: Vec<(Option<String>, Vec<ContactLine>)> =
        groups.into_iter().map(|(person, lines)| (name(person), lines)).collect();
    crate::domain::arrange::by_cached_key(&mut groups, |(name, _)| {
        (name.is_none(), name.as_deref().map(NameOrder::of))
    });
    let named = |(name, lines): (Option<String>, _)| {
        (name.unwrap_or_else(|| lang.contact_nobody().to_owned()), lines)
    };
    groups.into_iter().map(named).collect()
}

fn contact_line(
    workspace: &Workspace,
    lang: Lang,
    today: Day,
    due: FollowUp,
) -> Option<ContactLine> {
    let said = line(workspace, lang, today, AgendaRow::Due(due))?;
    let lead = workspace.leads.find(due.lead);
    let deal = lead.map(|lead| {
        let stage = workspace.stages.find(lead.stage).map(|it| it.name.clone());
        let amount = lead.amount.map(|it| format::money_compact(lang, it));
        let name = Some(lead.name.clone()).filter(|it| !it.is_empty() && *it != said.title);
        [name, stage, amount].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let mut about: Vec<String> = deal.into_iter().filter(|it| !it.is_empty()).collect();
    about.extend(asked_for(workspace, lang, due.customer, due.lead));
    Some(ContactLine {
        title: said.title,
        what: said.what,
        about: about.join(" · "),
        when: said.when,
        late: said.late,
        task: due.task,
        lead: due.lead,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::RequestId;
    use crate::domain::lead::Lead;
    use crate::domain::meeting::{Office, Request};
    use crate::present::for_tests::*;

    #[test]
    fn everybody_has_their_own_words_and_what_they_are_about() {
        let mut workspace = team();
        for (id, owner, on) in
            [(1, Some(BOB), "2026-12-02"), (2, None, "2026-11-20"), (3, Some(ANN), "2026-12-09")]
        {
            lead(&mut workspace, id, owner, OPEN, 100, "");
            let known = workspace.leads.get(LeadId::drawn(id)).cloned().expect("a lead");
            let next = ("Demo".to_owned(), on.parse().ok());
            let planned = Lead { next_step: next.0, next_step_on: next.1, ..known };
            put(&mut workspace, LeadId::drawn(id), &planned);
        }
        let asked = Request {
            office: Some(Office::Product),
            text: "API".to_owned(),
            lead: Some(LeadId::drawn(1)),
            ..Request::default()
        };
        put(&mut workspace, RequestId::drawn(1), &asked);
        let plan = contact_plan(&workspace, Lang::En, day("2026-11-29"), day("2026-12-05"));
        let said: Vec<(&str, &str, &str)> = plan
            .iter()
            .flat_map(|(name, lines)| lines.iter().map(move |it| (&**name, &*it.title, &*it.about)))
            .collect();
        let expect = [
            ("Bob", "Lead 1", "open · CN¥100 · waits for Product: API"),
            ("Nobody yet", "Lead 2", "open · CN¥100"),
        ];
        assert_eq!(said, expect);
        assert!(plan[1].1[0].late);
    }
}
