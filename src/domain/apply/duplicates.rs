//! The rules of records that are one and the same: merged, or said not to be.
//!
//! Nothing is lost by a merge: the one that goes keeps its fields in the journal, what referred to
//! it refers to the one that stays, and an alias says what became of it.

use super::{Context, lead_title};
use crate::domain::activity::Activity;
use crate::domain::changes::Changes;
use crate::domain::commission::kept::DealPay;
use crate::domain::competition::{Rival, RivalResult};
use crate::domain::contact::Contact;
use crate::domain::customer::Customer;
use crate::domain::draft::{DraftTurn, Took};
use crate::domain::duplicates::{Alias, Distinct, pair_key};
use crate::domain::id::{CustomerId, LeadId, RecordId, RivalId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::loss::Debrief;
use crate::domain::meeting::{MeetingPoint, Request, Source};
use crate::domain::rejection::Rejection;
use crate::domain::survey::SurveyReply;
use crate::domain::workspace::{Kept, Workspace};

/// Makes every field that names one record name another. A table with such a field is a line.
fn repoint_customer(changes: &mut Changes, workspace: &Workspace, swap: Swap<CustomerId>) {
    swap.fields::<Lead>(changes, workspace, |it| &mut it.customer);
    swap.fields::<Customer>(changes, workspace, |it| &mut it.parent);
    swap.fields::<Alias>(changes, workspace, |it| &mut it.customer);
    swap.fields::<Contact>(changes, workspace, |it| &mut it.customer);
    swap.fields::<Activity>(changes, workspace, |it| &mut it.customer);
    swap.fields::<SurveyReply>(changes, workspace, |it| &mut it.customer);
    swap.fields::<Request>(changes, workspace, |it| &mut it.customer);
    swap.values::<MeetingPoint, _>(changes, workspace, |it| &mut it.source, Source::Customer);
}

/// The same for leads.
fn repoint_lead(changes: &mut Changes, workspace: &Workspace, swap: Swap<LeadId>) {
    merge_rivals(changes, workspace, swap);
    swap.fields::<Debrief>(changes, workspace, |it| &mut it.lead);
    swap.fields::<Alias>(changes, workspace, |it| &mut it.lead);
    swap.fields::<Activity>(changes, workspace, |it| &mut it.lead);
    swap.fields::<SurveyReply>(changes, workspace, |it| &mut it.lead);
    swap.fields::<Request>(changes, workspace, |it| &mut it.lead);
    swap.values::<MeetingPoint, _>(changes, workspace, |it| &mut it.source, Source::Lead);
    swap.values::<DraftTurn, _>(changes, workspace, |it| &mut it.took, Took::Lead);
    merge_pay(changes, workspace, swap);
}

/// A competitor stands on a deal once: of two that become one, what the kept one does not say is
/// taken from the other.
fn merge_rivals(changes: &mut Changes, workspace: &Workspace, swap: Swap<LeadId>) {
    for (id, rival) in workspace.rivals.iter().filter(|(_, it)| it.lead == Some(swap.gone)) {
        let same = |it: &&(RivalId, &Rival)| {
            it.1.lead == Some(swap.kept) && it.1.competitor == rival.competitor
        };
        let Some((known, stays)) = workspace.rivals.iter().find(|it| same(&it)) else {
            changes.put(workspace, id, &Rival { lead: Some(swap.kept), ..rival.clone() });
            continue;
        };
        let mut both = stays.clone();
        both.price = both.price.or(rival.price);
        if both.offers.is_empty() {
            both.offers.clone_from(&rival.offers);
        }
        if both.result == RivalResult::default() {
            both.result = rival.result;
        }
        changes.put(workspace, known, &both);
        changes.remove::<Rival>(workspace, id);
    }
}

/// What pay has to know of both deals, the kept one's word first.
fn merge_pay(changes: &mut Changes, workspace: &Workspace, Swap { kept, gone }: Swap<LeadId>) {
    let Some(other) = workspace.deal_pays.get(gone) else { return };
    let own = workspace.deal_pays.get(kept).cloned().unwrap_or_default();
    let both = DealPay {
        credits: if own.credits.is_empty() { other.credits.clone() } else { own.credits },
        margin: own.margin.or(other.margin),
        paid: own.paid.or(other.paid),
        cancelled: own.cancelled.or(other.cancelled),
    };
    changes.put(workspace, kept, &both);
    changes.remove::<DealPay>(workspace, gone);
}

/// What goes and what stays in its place.
#[derive(Clone, Copy)]
struct Swap<I> {
    kept: I,
    gone: I,
}

impl<I: Copy + PartialEq + Into<RecordId>> Swap<I> {
    /// Swaps a field of a table's records, but for the two that are merged.
    fn fields<R: Kept>(
        self,
        changes: &mut Changes,
        workspace: &Workspace,
        field: impl Fn(&mut R) -> &mut Option<I>,
    ) {
        self.values(changes, workspace, field, |it| it);
    }

    /// Swaps a field that can hold more than such an id.
    fn values<R: Kept, V: PartialEq>(
        self,
        changes: &mut Changes,
        workspace: &Workspace,
        field: impl Fn(&mut R) -> &mut Option<V>,
        value: impl Fn(I) -> V,
    ) {
        let gone = Some(value(self.gone));
        for (id, record) in R::all(workspace).iter() {
            let own: RecordId = id.into();
            if own == self.kept.into() || own == self.gone.into() {
                continue;
            }
            let mut record = record.clone();
            if *field(&mut record) == gone {
                *field(&mut record) = Some(value(self.kept));
                changes.put(workspace, id, &record);
            }
        }
    }
}

pub(super) fn merge_customers(
    workspace: &Workspace,
    (kept, gone): (CustomerId, CustomerId),
    merged: &Customer,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    if kept == gone || !workspace.customers.has(kept) {
        return Err(Rejection::CustomerGone);
    }
    let old = workspace.customers.get(gone).ok_or(Rejection::CustomerGone)?;
    let name = merged.name.trim();
    if name.is_empty() {
        return Err(Rejection::NameMissing);
    }
    let other = |id| id != kept && id != gone;
    if workspace.customers.iter().any(|(id, it)| other(id) && it.name == name) {
        return Err(Rejection::NameTaken(name.to_owned()));
    }
    let mut changes = Changes::new(Label::CustomersMerged(old.name.clone(), name.to_owned()));
    let parent = merged.parent.filter(|it| other(*it));
    let external = key_of_both(&merged.external, &old.external);
    let stays = Customer { parent, external, name: name.to_owned(), ..merged.clone() };
    changes.put(workspace, kept, &stays);
    repoint_customer(&mut changes, workspace, Swap { kept, gone });
    let known = also_known(gone.into(), &old.name, &old.external, ctx);
    changes.put(workspace, Alias::id_of(gone.into()), &Alias { customer: Some(kept), ..known });
    changes.remove::<Customer>(workspace, gone);
    Ok(changes)
}

/// A record that has no key in another system takes over that of the one that goes, so that what
/// the system says from then on reaches it.
fn key_of_both(kept: &str, gone: &str) -> String {
    (if kept.is_empty() { gone } else { kept }).to_owned()
}

/// What a record that goes was known as; of which record is still to be said.
fn also_known(gone: RecordId, name: &str, external: &str, ctx: &Context) -> Alias {
    Alias {
        name: name.to_owned(),
        external: external.to_owned(),
        gone: Some(gone),
        day: Some(ctx.today),
        ..Alias::default()
    }
}

pub(super) fn merge_leads(
    workspace: &Workspace,
    (kept, gone): (LeadId, LeadId),
    merged: &Lead,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    if kept == gone || !workspace.leads.has(kept) {
        return Err(Rejection::LeadGone);
    }
    let old = workspace.leads.get(gone).ok_or(Rejection::LeadGone)?;
    let title = lead_title(workspace, merged);
    super::leads::check_lead(merged, &title)?;
    let mut changes = Changes::new(Label::LeadsMerged(lead_title(workspace, old), title));
    let external = key_of_both(&merged.external, &old.external);
    changes.put(workspace, kept, &Lead { external, ..merged.clone() }.kept());
    repoint_lead(&mut changes, workspace, Swap { kept, gone });
    super::calls::carry_over(workspace, (kept, gone), &mut changes);
    let known = also_known(gone.into(), &old.name, &old.external, ctx);
    changes.put(workspace, Alias::id_of(gone.into()), &Alias { lead: Some(kept), ..known });
    changes.put(workspace, gone, &Lead { merged_into: Some(kept), ..old.clone() });
    changes.remove::<Lead>(workspace, gone);
    Ok(changes)
}

pub(super) fn mark_distinct(
    workspace: &Workspace,
    a: RecordId,
    b: RecordId,
) -> Result<Changes, Rejection> {
    let name = |id: RecordId| {
        let customer = workspace.customers.get(id.into()).map(|it| it.name.clone());
        customer.or_else(|| workspace.leads.get(id.into()).map(|it| lead_title(workspace, it)))
    };
    let (Some(one), Some(other)) = (name(a), name(b)) else { return Err(Rejection::CustomerGone) };
    let mut changes = Changes::new(Label::MarkedDistinct(one, other));
    let (first, second) = pair_key(a, b);
    let distinct = Distinct { first: Some(first), second: Some(second) };
    changes.put(workspace, Distinct::id_of(a, b), &distinct);
    Ok(changes)
}
