//! Signing a statement: with the finger, or by typing one's name.

use super::pay::{label, refused};
use crate::domain::changes::Changes;
use crate::domain::command::Context;
use crate::domain::commission::kept::{PayRefused, PaySlip};
use crate::domain::commission::sign::Strokes;
use crate::domain::id::PaySlipId;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// Whoever a closed statement is for signs it, as it is with the corrections made so far.
pub(super) fn sign(
    workspace: &Workspace,
    id: PaySlipId,
    (strokes, typed): (Option<&Strokes>, &str),
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let slip = workspace.pay_slips.get(id).ok_or_else(|| refused(PayRefused::SlipGone))?;
    let person = workspace.people.find(slip.person).ok_or(Rejection::PersonGone)?;
    let name = person.name.trim();
    let is_named = typed.trim().to_lowercase() == name.to_lowercase();
    match (strokes, typed.trim()) {
        (None, "") => return Err(refused(PayRefused::SignatureMissing)),
        (None, _) if !is_named => {
            return Err(refused(PayRefused::NotTheSigner(name.to_owned())));
        }
        _ => {}
    }
    let mut changes = Changes::new(label("pay-slip", "signed", name));
    let signed = PaySlip {
        signed: Some(ctx.today),
        signer: name.to_owned(),
        strokes: strokes.cloned(),
        signed_after: corrections(workspace, id),
        ..slip.clone()
    };
    changes.put(workspace, id, &signed);
    Ok(changes)
}

/// How often a closed statement was corrected.
pub fn corrections(workspace: &Workspace, id: PaySlipId) -> i64 {
    workspace.pay_true_ups.values().filter(|it| it.slip == Some(id)).count() as i64
}
