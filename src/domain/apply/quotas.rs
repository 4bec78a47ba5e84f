//! The rules of the quota grid: edits happen all or not at all, and goals set one by one in a
//! year that is planned by person and month are edits of its grid.

use super::Context;
use crate::domain::calendar::{Day, Period};
use crate::domain::changes::Changes;
use crate::domain::goal::Bearer;
use crate::domain::label::Label;
use crate::domain::money::Money;
use crate::domain::quota::{
    Cell, Edit, Kept, Named, Refused, Rest, Split, Why, edit_all, kept_by, write,
};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn edit_quotas(
    workspace: &Workspace,
    year: i32,
    split: Split,
    edits: &[Edit],
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let nobody = || {
        let cell = Named { name: String::new(), period: Period::Year(year) };
        Rejection::Quota(Box::new(Refused { cell, why: Why::NobodyInIt }))
    };
    let mut after = kept_by(workspace, year, split).ok_or_else(nobody)?;
    let before = after.clone();
    do_edits(workspace, &mut after, edits, ctx.today)?;
    let done = label(workspace, year, edits, &before, &after);
    let mut changes = Changes::new(match split {
        Split::People => done,
        split => Label::QuotasBy(split.to_string(), Box::new(done)),
    });
    write(workspace, &after, &mut changes);
    Ok(changes)
}

/// Goals of one period in a planned year: each is a cell, and wholes change with their parts.
pub(super) fn set_goals(
    workspace: &Workspace,
    mut kept: Kept,
    (period, quotas): (Period, &[(Bearer, Option<Money>)]),
    today: Day,
) -> Result<Changes, Rejection> {
    let mut edits = Vec::new();
    for (bearer, quota) in quotas {
        let cell = Cell::of(*bearer, period);
        if quota.is_some_and(|it| it.currency != kept.currency) {
            let why = Why::OtherCurrency(kept.currency);
            let refused = Refused { cell: Named::of(workspace, cell), why };
            return Err(Rejection::Quota(Box::new(refused)));
        }
        edits.push(Edit::Set(cell, quota.map_or(0, |it| it.minor), Rest::Stays));
    }
    do_edits(workspace, &mut kept, &edits, today)?;
    let label = Label::GoalsSet(quotas.len().to_string(), period.to_string());
    let mut changes = Changes::new(label);
    write(workspace, &kept, &mut changes);
    Ok(changes)
}

fn do_edits(
    workspace: &Workspace,
    kept: &mut Kept,
    edits: &[Edit],
    today: Day,
) -> Result<(), Rejection> {
    let done = edit_all(workspace, kept, edits, today);
    done.map_err(|refused| Rejection::Quota(Box::new(refused)))
}

fn label(workspace: &Workspace, year: i32, edits: &[Edit], before: &Kept, after: &Kept) -> Label {
    let named = |cell: &Cell| {
        let Named { name, period } = Named::of(workspace, *cell);
        (name, period.to_string())
    };
    let people = after.grid.people_moved_since(&before.grid).to_string();
    match edits {
        [Edit::Set(cell, amount, rest)] => {
            let (name, period) = named(cell);
            let rest = match rest {
                Rest::Stays => "stays",
                Rest::MakesUp => "makes-up",
            };
            let amount = Money::new(*amount, after.currency).to_string();
            Label::QuotaSet(name, period, amount, rest.to_owned(), people)
        }
        [Edit::Lock(cell)] => {
            let (name, period) = named(cell);
            Label::QuotaLocked(name, period)
        }
        [Edit::Unlock(cell)] => {
            let (name, period) = named(cell);
            Label::QuotaUnlocked(name, period)
        }
        [Edit::Respread(cell, ways)] => {
            let (name, period) = named(cell);
            Label::QuotaRespread(name, period, ways.to_string(), people)
        }
        [Edit::Grow(growth)] => Label::QuotasGrown(year.to_string(), growth.to_string()),
        _ => Label::QuotasEdited(edits.len().to_string(), year.to_string()),
    }
}

#[cfg(test)]
mod tests;
