//! The rules of calls: somebody says, or says no more, what will become of an open deal.

use super::lead_heading;
use crate::domain::call::{Caller, Category, DealCall, call_period};
use crate::domain::changes::Changes;
use crate::domain::id::LeadId;
use crate::domain::label::Label;
use crate::domain::pipeline::Outcome;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// What a label says where a call was taken away.
pub(super) const NONE: &str = "-";

pub(super) fn set(
    workspace: &Workspace,
    id: LeadId,
    caller: Caller,
    category: Option<Category>,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    if lead.outcome(workspace) != Outcome::Open {
        return Err(Rejection::LeadClosed);
    }
    let period = call_period(workspace, lead).ok_or(Rejection::CallWithoutDay)?;
    let call_id = DealCall::id_of(id, period);
    let known = workspace.calls.get(call_id).cloned().unwrap_or_default();
    let mut call = DealCall { lead: Some(id), period: Some(period), ..known };
    match caller {
        Caller::Rep => (call.rep, call.rep_by) = (category, lead.owner),
        Caller::Manager => {
            let team = workspace.people.find(lead.owner).and_then(|it| it.team);
            let manager = workspace.teams.find(team).map(|it| it.manager.clone());
            (call.manager, call.manager_by) = (category, manager.unwrap_or_default());
        }
    }
    let said = category.map_or(NONE.to_owned(), |it| it.to_string());
    let label = Label::CallSet(lead_heading(workspace, lead), caller.to_string(), said);
    let mut changes = Changes::new(label);
    changes.put(workspace, call_id, &call);
    Ok(changes)
}

/// What was said of a deal that goes is said of the one that stays, where the same caller has said
/// nothing of that.
pub(super) fn carry_over(
    workspace: &Workspace,
    (kept, gone): (LeadId, LeadId),
    changes: &mut Changes,
) {
    for (old, call) in workspace.calls.iter().filter(|(_, it)| it.lead == Some(gone)) {
        changes.remove::<DealCall>(workspace, old);
        let Some(period) = call.period else { continue };
        let id = DealCall::id_of(kept, period);
        let mut both = workspace.calls.get(id).cloned().unwrap_or_default();
        (both.lead, both.period) = (Some(kept), Some(period));
        if both.rep.is_none() {
            (both.rep, both.rep_by) = (call.rep, call.rep_by);
        }
        if both.manager.is_none() {
            (both.manager, both.manager_by) = (call.manager, call.manager_by.clone());
        }
        changes.put(workspace, id, &both);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::call::{call_of, turned_out};
    use crate::domain::command::{Command, Context};
    use crate::domain::for_tests::{day, put, take};
    use crate::domain::id::StageId;
    use crate::domain::lead::Lead;
    use crate::domain::pipeline::Stage;

    const DEAL: LeadId = LeadId::drawn(1);

    fn workspace(closes: &str) -> Workspace {
        let mut workspace = Workspace::default();
        for (id, outcome) in [(1, Outcome::Open), (2, Outcome::Open), (3, Outcome::Won)] {
            let stage = Stage { outcome, ..Stage::default() };
            put(&mut workspace, StageId::drawn(id), &stage);
        }
        let (stage, closes) = (Some(StageId::drawn(1)), closes.parse().ok());
        let lead = Lead { name: "Acme".to_owned(), stage, closes, ..Lead::default() };
        put(&mut workspace, DEAL, &lead);
        workspace
    }

    fn give(workspace: &mut Workspace, today: &str, command: Command) -> Result<Label, Rejection> {
        let changes = apply(workspace, &command, &Context { today: day(today) })?;
        take(workspace, &changes);
        Ok(changes.label)
    }

    fn say(
        workspace: &mut Workspace,
        caller: Caller,
        category: Category,
    ) -> Result<Label, Rejection> {
        give(workspace, "2026-11-01", Command::SetCall(DEAL, caller, Some(category)))
    }

    fn calls(workspace: &Workspace) -> [Option<Category>; 2] {
        let lead = workspace.leads.get(DEAL).expect("the deal");
        let call = call_of(workspace, DEAL, lead);
        Caller::ALL.map(|it| call.and_then(|call| call.of(it)))
    }

    #[test]
    fn both_calls_stand_side_by_side_and_outlive_moves_of_the_deal() {
        let mut all = workspace("2026-11-20");
        say(&mut all, Caller::Rep, Category::Commit).expect("a call");
        say(&mut all, Caller::Manager, Category::Pipeline).expect("a call");
        let both = [Some(Category::Commit), Some(Category::Pipeline)];
        assert_eq!(calls(&all), both);
        for stage in [2, 1] {
            let to = Command::MoveLead(DEAL, StageId::drawn(stage));
            give(&mut all, "2026-11-02", to).expect("a move");
            assert_eq!(calls(&all), both);
        }
    }

    #[test]
    fn a_deal_that_slips_into_another_quarter_has_no_call_there() {
        let mut all = workspace("2026-12-20");
        say(&mut all, Caller::Rep, Category::Commit).expect("a call");
        let lead =
            Lead { closes: Some(day("2027-01-10")), ..all.leads.get(DEAL).cloned().expect("it") };
        give(&mut all, "2026-12-19", Command::EditLead(DEAL, Box::new(lead))).expect("an edit");
        assert_eq!(calls(&all), [None, None]);
        let found = turned_out(&all, Caller::Rep, day("2027-01-02"), &|_| true);
        assert_eq!(found[0].map(|it| (it.successes, it.trials)), Some((0, 1)));
    }

    #[test]
    fn calls_are_judged_once_their_quarter_is_over() {
        let mut all = workspace("2026-12-20");
        say(&mut all, Caller::Rep, Category::BestCase).expect("a call");
        give(&mut all, "2026-12-31", Command::MoveLead(DEAL, StageId::drawn(3))).expect("a win");
        assert_eq!(turned_out(&all, Caller::Rep, day("2026-12-31"), &|_| true)[1], None);
        let found = turned_out(&all, Caller::Rep, day("2027-01-01"), &|_| true);
        assert_eq!(found[1].map(|it| (it.successes, it.trials)), Some((1, 1)));
        assert_eq!(turned_out(&all, Caller::Manager, day("2027-01-01"), &|_| true), [None; 4]);
    }

    #[test]
    fn what_is_closed_or_has_no_day_is_not_called() {
        let undated = say(&mut workspace(""), Caller::Rep, Category::Commit);
        assert_eq!(undated, Err(Rejection::CallWithoutDay));
        let mut all = workspace("2026-11-20");
        give(&mut all, "2026-11-01", Command::MoveLead(DEAL, StageId::drawn(3))).expect("a win");
        assert_eq!(say(&mut all, Caller::Rep, Category::Commit), Err(Rejection::LeadClosed));
    }
}
