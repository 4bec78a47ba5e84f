//! The rules of handing a book over: all of it in one step.

use super::leads::assign_leads;
use crate::domain::activity::Activity;
use crate::domain::assignment::reason::Whys;
use crate::domain::changes::Changes;
use crate::domain::command::Context;
use crate::domain::handover::{Duty, Heirs, new_doers};
use crate::domain::id::PersonId;
use crate::domain::label::Label;
use crate::domain::meeting::{MeetingPoint, Request};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn hand_over(
    workspace: &Workspace,
    person: PersonId,
    (heirs, whys): (&Heirs, &Whys),
    rest: Option<PersonId>,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    if rest.is_some_and(|it| !workspace.people.has(it)) {
        return Err(Rejection::PersonGone);
    }
    let name = workspace.people.get(person).ok_or(Rejection::PersonGone)?.name.clone();
    for lead in heirs.iter().filter_map(|(id, _)| workspace.leads.get(*id)) {
        if lead.owner != Some(person) {
            let owner = workspace.people.find(lead.owner).map(|it| it.name.clone());
            return Err(Rejection::LeadTaken(owner.unwrap_or_default()));
        }
    }
    let given: Vec<_> = heirs.iter().copied().filter(|(_, heir)| heir.is_some()).collect();
    let doers = new_doers(workspace, person, &given, rest);
    let mut changes = assign_leads(workspace, &given, whys, ctx)?;
    changes.label = Label::BookHandedOver(name, given.len().to_string(), doers.len().to_string());
    for (duty, doer) in doers {
        give(workspace, &mut changes, duty, doer);
    }
    Ok(changes)
}

fn give(workspace: &Workspace, changes: &mut Changes, duty: Duty, doer: PersonId) {
    let doer = Some(doer);
    match duty {
        Duty::Plan(id) => {
            let plan = workspace.activities.get(id).cloned().unwrap_or_default();
            changes.put(workspace, id, &Activity { person: doer, ..plan });
        }
        Duty::Action(id) => {
            let action = workspace.meeting_points.get(id).cloned().unwrap_or_default();
            changes.put(workspace, id, &MeetingPoint { owner: doer, ..action });
        }
        Duty::Request(id) => {
            let request = workspace.requests.get(id).cloned().unwrap_or_default();
            changes.put(workspace, id, &Request { by: doer, ..request });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::cadence::Cadence;
    use crate::domain::calendar::Day;
    use crate::domain::command::Command;
    use crate::domain::customer::Customer;
    use crate::domain::for_tests::take;
    use crate::domain::handover::{WholeBook, whole_book};
    use crate::domain::id::{
        ActivityId, CadenceId, CustomerId, LeadId, MeetingPointId, ObjectiveId, RequestId,
    };
    use crate::domain::lead::Lead;
    use crate::domain::meeting::{PointSort, Source};
    use crate::domain::objective::Objective;
    use crate::domain::workspace::Table;
    use crate::present::for_tests::{ANN, BOB, CY, OPEN, WON, day, lead, put, team, yuan_of};

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
        let command = Command::HandOver(ANN, given(heirs), Whys::new(), None);
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
        let command = Command::HandOver(BOB, given(&[Some(CY)]), Whys::new(), None);
        let refused = apply(&workspace(), &command, &Context { today: Day::EPOCH });
        assert_eq!(refused, Err(Rejection::LeadTaken("Ann".to_owned())));
    }

    #[test]
    fn the_whole_book_is_what_is_open_and_planned() {
        let expect = WholeBook {
            leads: [1, 2, 3].map(LeadId::drawn).to_vec(),
            amounts: [10, 20, 30].map(yuan_of).to_vec(),
            customers: 1,
            duties: (1..=7).map(|id| Duty::Plan(ActivityId::drawn(id))).collect(),
            ..WholeBook::default()
        };
        assert_eq!(whole_book(&workspace(), ANN, Day::EPOCH), expect);
    }

    /// Bob, who has no open lead but the won one of Acme, a plan about Ann's lead 1, two actions,
    /// of which one is about Acme and one is settled, and two requests, of which one is done.
    fn without_leads() -> Workspace {
        let mut workspace = workspace();
        workspace.leads = Default::default();
        lead(&mut workspace, 1, Some(ANN), OPEN, 10, "");
        lead(&mut workspace, 2, Some(BOB), WON, 10, "");
        let won = workspace.leads.get(LeadId::drawn(2)).cloned().unwrap_or_default();
        put(&mut workspace, LeadId::drawn(2), &Lead { customer: Some(ACME), ..won });
        let action = |text: &str, closed| MeetingPoint {
            sort: Some(PointSort::Action),
            text: text.to_owned(),
            owner: Some(BOB),
            closed,
            ..MeetingPoint::default()
        };
        let about = Some(Source::Customer(ACME));
        for (id, point) in [
            (1, MeetingPoint { source: about, ..action("Samples", None) }),
            (2, action("Slides", Some(1))),
        ] {
            put(&mut workspace, MeetingPointId::drawn(id), &point);
        }
        for (id, done) in [(1, None), (2, Some(Day::EPOCH))] {
            let request = Request { by: Some(BOB), done, ..Request::default() };
            put(&mut workspace, RequestId::drawn(id), &request);
        }
        workspace
    }

    #[test]
    fn who_has_no_open_leads_hands_over_what_waits_in_one_step() {
        let mut workspace = without_leads();
        let book = whole_book(&workspace, BOB, Day::EPOCH);
        assert_eq!((book.leads.len(), book.counts()), (0, [1, 1, 1]));
        let hand_over = |rest| {
            let command = Command::HandOver(BOB, Vec::new(), Whys::new(), rest);
            apply(&workspace, &command, &Context { today: Day::EPOCH }).expect("allowed")
        };
        // Nobody is named: only what is about Ann's lead has somebody to go to.
        assert_eq!(
            hand_over(None).label.clone(),
            Label::BookHandedOver("Bob".to_owned(), "0".to_owned(), "1".to_owned())
        );
        let changes = hand_over(Some(CY));
        take(&mut workspace, &changes);
        let doers = (
            workspace.activities.get(ActivityId::drawn(8)).and_then(|it| it.person),
            workspace.meeting_points.get(MeetingPointId::drawn(1)).and_then(|it| it.owner),
            workspace.meeting_points.get(MeetingPointId::drawn(2)).and_then(|it| it.owner),
            workspace.requests.get(RequestId::drawn(1)).and_then(|it| it.by),
            workspace.requests.get(RequestId::drawn(2)).and_then(|it| it.by),
        );
        assert_eq!(doers, (Some(ANN), Some(CY), Some(BOB), Some(CY), Some(BOB)));
        assert!(whole_book(&workspace, BOB, Day::EPOCH).is_empty());
    }

    #[test]
    fn what_closed_leads_and_objectives_leave_is_counted_for_the_hand() {
        let mut workspace = without_leads();
        let acme = Customer { class: "A".to_owned(), ..Customer::default() };
        put(&mut workspace, ACME, &acme);
        let rhythm = Cadence { class: "A".to_owned(), days: Some(5), ..Cadence::default() };
        put(&mut workspace, CadenceId::drawn(1), &rhythm);
        let objective = |period: &str| Objective {
            owner: Some(BOB),
            period: period.parse().ok(),
            ..Objective::default()
        };
        put(&mut workspace, ObjectiveId::drawn(1), &objective("2026"));
        put(&mut workspace, ObjectiveId::drawn(2), &objective("2025"));
        let book = whole_book(&workspace, BOB, day("2026-05-01"));
        assert_eq!((book.rhythms, book.objectives), (1, 1));
        // The word to Acme is planned for somebody: its rhythm is nobody's open question.
        let plan = Activity {
            planned: true,
            customer: Some(ACME),
            person: Some(CY),
            on: Some(day("2026-05-04")),
            ..Activity::default()
        };
        put(&mut workspace, ActivityId::drawn(9), &plan);
        assert_eq!(whole_book(&workspace, BOB, day("2026-05-01")).rhythms, 0);
    }

    #[test]
    fn somebody_who_is_gone_gets_nothing() {
        let command = Command::HandOver(BOB, Vec::new(), Whys::new(), Some(PersonId::drawn(9)));
        let refused = apply(&without_leads(), &command, &Context { today: Day::EPOCH });
        assert_eq!(refused, Err(Rejection::PersonGone));
    }
}
