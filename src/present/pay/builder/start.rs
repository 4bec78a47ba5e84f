//! A tiered plan to begin with, where there is none.

use super::{Edit, Piece, draft, edited, read};
use crate::domain::calendar::Day;
use crate::domain::commission::kept::PayPlan;
use crate::domain::id::PayPlanId;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::pay::findings::usual;

/// A draft for everybody that pays more once the quota is reached, up to a cap, and takes back what is
/// cancelled; none where it could not be read.
pub fn tiered(workspace: &Workspace, lang: Lang, id: PayPlanId, today: Day) -> Option<PayPlan> {
    let plan = draft(workspace, lang, id, today).plan;
    let usual = usual(workspace, &read(lang, &plan.plan).ok()?);
    let rate = Edit::Remove("/components/0".to_owned());
    let pieces = [Piece::Accelerator, Piece::Cap, Piece::Clawback].map(Edit::Add);
    let mut text = edited(&plan.plan, &rate, usual);
    for edit in pieces {
        text = edited(&text, &edit, usual);
    }
    read(lang, &text).ok().map(|_| PayPlan { plan: text, ..plan })
}
