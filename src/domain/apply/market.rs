//! The rules of the market book.

use super::check_name;
use crate::domain::changes::Changes;
use crate::domain::id::{AssumptionId, MarketNoteId};
use crate::domain::label::Label;
use crate::domain::market::{Assumption, MarketNote};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// An assumption changes what is expected by no more than so many thousandths.
const MOST_PERMILLE: i64 = 10_000;

pub(super) fn save_note(
    workspace: &Workspace,
    id: MarketNoteId,
    note: &MarketNote,
) -> Result<Changes, Rejection> {
    if note.text.trim().is_empty() {
        return Err(Rejection::MarketNoteEmpty);
    }
    if note.day.is_none() {
        return Err(Rejection::ActivityWithoutDay);
    }
    let mut changes = Changes::new(label("market-note", "saved", &note.text));
    changes.put(workspace, id, note);
    Ok(changes)
}

/// Deletes a note; what is assumed from it stays.
pub(super) fn delete_note(workspace: &Workspace, id: MarketNoteId) -> Result<Changes, Rejection> {
    let note = workspace.market_notes.get(id).ok_or(Rejection::MarketNoteGone)?;
    let mut changes = Changes::new(label("market-note", "deleted", &note.text));
    for (other, it) in workspace.assumptions.iter().filter(|(_, it)| it.note == Some(id)) {
        changes.put(workspace, other, &Assumption { note: None, ..it.clone() });
    }
    changes.remove::<MarketNote>(workspace, id);
    Ok(changes)
}

pub(super) fn save_assumption(
    workspace: &Workspace,
    id: AssumptionId,
    assumption: &Assumption,
) -> Result<Changes, Rejection> {
    check_name(&workspace.assumptions, id, &assumption.name, |it| &it.name)?;
    if assumption.period.is_none() {
        return Err(Rejection::ObjectiveWithoutPeriod);
    }
    match (assumption.permille, assumption.amount) {
        (None, Some(_)) => {}
        // Less than nothing cannot be left of what is expected.
        (Some(part), None) if (-1000..=MOST_PERMILLE).contains(&part) => {}
        _ => return Err(Rejection::AssumptionWithoutEffect),
    }
    let mut changes = Changes::new(label("assumption", "saved", &assumption.name));
    changes.put(workspace, id, assumption);
    Ok(changes)
}

pub(super) fn delete_assumption(
    workspace: &Workspace,
    id: AssumptionId,
) -> Result<Changes, Rejection> {
    let assumption = workspace.assumptions.get(id).ok_or(Rejection::AssumptionGone)?;
    let mut changes = Changes::new(label("assumption", "deleted", &assumption.name));
    changes.remove::<Assumption>(workspace, id);
    Ok(changes)
}

pub(super) fn switch(
    workspace: &Workspace,
    id: AssumptionId,
    on: bool,
) -> Result<Changes, Rejection> {
    let assumption = workspace.assumptions.get(id).ok_or(Rejection::AssumptionGone)?;
    let deed = if on { "on" } else { "off" };
    let mut changes = Changes::new(label("assumption", deed, &assumption.name));
    changes.put(workspace, id, &Assumption { on, ..assumption.clone() });
    Ok(changes)
}

fn label(noun: &str, deed: &str, name: &str) -> Label {
    Label::PlanChanged(noun.to_owned(), deed.to_owned(), name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Period;
    use crate::domain::for_tests::{day, put};
    use crate::domain::money::{Currency, Money};

    #[track_caller]
    fn check(permille: Option<i64>, amount: Option<i64>, expect: Result<(), Rejection>) {
        let amount = amount.map(|it| Money::new(it, Currency::CNY));
        let (name, period) = ("Slow spring".to_owned(), Some(Period::Quarter(2026, 4)));
        let assumption = Assumption { name, period, permille, amount, ..Assumption::default() };
        let saved = save_assumption(&Workspace::default(), AssumptionId::drawn(1), &assumption);
        assert_eq!(saved.map(|_| ()), expect);
    }

    #[test]
    fn an_assumption_is_a_part_or_an_amount() {
        check(Some(-1000), None, Ok(()));
        check(None, Some(-5), Ok(()));
        let without = Err(Rejection::AssumptionWithoutEffect);
        check(None, None, without.clone());
        check(Some(1), Some(1), without.clone());
        check(Some(-1001), None, without);
    }

    #[test]
    fn what_is_assumed_outlives_the_note_it_comes_from() {
        let mut workspace = Workspace::default();
        let id = MarketNoteId::drawn(1);
        put(
            &mut workspace,
            id,
            &MarketNote { day: Some(day("2026-11-25")), ..MarketNote::default() },
        );
        let assumption = Assumption { note: Some(id), on: true, ..Assumption::default() };
        put(&mut workspace, AssumptionId::drawn(1), &assumption);
        let changes = delete_note(&workspace, id).expect("deleted");
        crate::domain::for_tests::take(&mut workspace, &changes);
        let left = workspace.assumptions.get(AssumptionId::drawn(1)).expect("it stays");
        assert_eq!((left.note, left.on, workspace.market_notes.len()), (None, true, 0));
    }
}
