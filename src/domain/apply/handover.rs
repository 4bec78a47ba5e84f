//! The rules of handing a book over: all of it in one step.

use super::leads::assign_leads;
use crate::domain::activity::Activity;
use crate::domain::assignment::reason::Whys;
use crate::domain::changes::Changes;
use crate::domain::command::Context;
use crate::domain::handover::{Heirs, new_doers};
use crate::domain::id::PersonId;
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn hand_over(
    workspace: &Workspace,
    person: PersonId,
    (heirs, whys): (&Heirs, &Whys),
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let name = workspace.people.get(person).ok_or(Rejection::PersonGone)?.name.clone();
    for lead in heirs.iter().filter_map(|(id, _)| workspace.leads.get(*id)) {
        if lead.owner != Some(person) {
            let owner = workspace.people.find(lead.owner).map(|it| it.name.clone());
            return Err(Rejection::LeadTaken(owner.unwrap_or_default()));
        }
    }
    let given: Vec<_> = heirs.iter().copied().filter(|(_, heir)| heir.is_some()).collect();
    let doers = new_doers(workspace, person, &given);
    let mut changes = assign_leads(workspace, &given, whys, ctx)?;
    changes.label = Label::BookHandedOver(name, given.len().to_string(), doers.len().to_string());
    for (id, doer) in doers {
        if let Some(activity) = workspace.activities.get(id) {
            let activity = Activity { person: Some(doer), ..activity.clone() };
            changes.put(workspace, id, &activity);
        }
    }
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::calendar::Day;
    use crate::domain::command::Command;
    use crate::domain::customer::Customer;
    use crate::domain::for_tests::take;
    use crate::domain::handover::{WholeBook, whole_book};
    use crate::domain::id::{ActivityId, CustomerId, LeadId};
    use crate::domain::lead::Lead;
    use crate::domain::workspace::Table;
    use crate::present::for_tests::{ANN, BOB, CY, OPEN, WON, lead, put, team, yuan_of};

    const ACME: CustomerId = CustomerId::drawn(1);

    /// Ann has the open leads 1 to 3, of which 1 and 2 are Acme's, and the won lead 4; 5 is Bob's.
    /// Of her plans 1 to 3 are about her leads of those numbers, 4 and 5 about the leads 4 and 5, 6
    /// about Acme, 7 about another customer; 8 is Bob's about lead 1.
    fn workspace() -> Workspace {
        let mut workspace = team();
        put(&mut workspace, ACME, &Customer { name: "Acme".to_owned(), ..Customer::default() });
        put(&mut workspace, CustomerId::drawn(2), &Customer::default());
        for (id, owner, stage) in
            [(1, ANN, OPEN), (2, ANN, OPEN), (3, ANN, OPEN), (4, ANN, WON), (5, BOB, OPEN)]
        {
            lead(&mut workspace, id, Some(owner), stage, 10 * id as i64, "");
        }
        for id in [1, 2].map(LeadId::drawn) {
            let held = workspace.leads.get(id).cloned().unwrap_or_default();
            put(&mut workspace, id, &Lead { customer: Some(ACME), ..held });
        }
        let plan = Activity { planned: true, person: Some(ANN), ..Activity::default() };
        for id in 1..=5 {
            let plan = Activity { lead: Some(LeadId::drawn(id)), ..plan.clone() };
            put(&mut workspace, ActivityId::drawn(id), &plan);
        }
        for (id, customer) in [(6, 1), (7, 2)] {
            let plan = Activity { customer: Some(CustomerId::drawn(customer)), ..plan.clone() };
            put(&mut workspace, ActivityId::drawn(id), &plan);
        }
        let others = Activity { person: Some(BOB), lead: Some(LeadId::drawn(1)), ..plan };
        put(&mut workspace, ActivityId::drawn(8), &others);
        workspace
    }

    fn given(heirs: &[Option<PersonId>]) -> Vec<(LeadId, Option<PersonId>)> {
        (1..).map(LeadId::drawn).zip(heirs.iter().copied()).collect()
    }

    /// Who does the plans 1 to 8 in the end.
    #[track_caller]
    fn check(heirs: &[Option<PersonId>], expect: [PersonId; 8]) {
        let mut workspace = workspace();
        let command = Command::HandOver(ANN, given(heirs), Whys::new());
        let changes = apply(&workspace, &command, &Context { today: Day::EPOCH }).expect("allowed");
        take(&mut workspace, &changes);
        let writes = changes.writes.iter().filter(|it| it.table == Table::Activities).count();
        let doers = (1..=8)
            .map(|id| workspace.activities.get(ActivityId::drawn(id)).and_then(|it| it.person));
        assert_eq!(doers.collect::<Vec<_>>(), expect.map(Some));
        assert_eq!(writes, expect.iter().take(7).filter(|it| **it != ANN).count());
    }

    #[test]
    fn plans_go_where_their_leads_go() {
        check(&[Some(BOB), Some(CY), Some(CY)], [BOB, CY, CY, CY, BOB, BOB, CY, BOB]);
    }

    #[test]
    fn what_is_about_a_lead_that_stays_stays() {
        check(&[Some(CY), None, None], [CY, ANN, ANN, CY, BOB, CY, CY, BOB]);
    }

    #[test]
    fn with_no_lead_given_only_what_is_about_others_leads_goes() {
        check(&[None, None, None], [ANN, ANN, ANN, ANN, BOB, ANN, ANN, BOB]);
    }

    #[test]
    fn a_lead_that_has_gone_elsewhere_meanwhile_is_refused() {
        let command = Command::HandOver(BOB, given(&[Some(CY)]), Whys::new());
        let refused = apply(&workspace(), &command, &Context { today: Day::EPOCH });
        assert_eq!(refused, Err(Rejection::LeadTaken("Ann".to_owned())));
    }

    #[test]
    fn the_whole_book_is_what_is_open_and_planned() {
        let expect = WholeBook {
            leads: [1, 2, 3].map(LeadId::drawn).to_vec(),
            amounts: [10, 20, 30].map(yuan_of).to_vec(),
            customers: 1,
            plans: 7,
        };
        assert_eq!(whole_book(&workspace(), ANN), expect);
    }
}
