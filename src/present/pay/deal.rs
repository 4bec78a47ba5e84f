//! What pay has to know of a deal, as it is filled in.

use crate::domain::commission::kept::{CreditTo, DealPay, WHOLE};
use crate::domain::id::LeadId;
use crate::domain::workspace::Workspace;

/// The form of a deal: one other person may have a share of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DealDraft {
    /// The day the customer paid, as `YYYY-MM-DD`; empty for none.
    pub paid: String,
    /// The day it was cancelled.
    pub cancelled: String,
    /// With whom it is shared; empty for nobody.
    pub partner: String,
    /// Their share, in percent.
    pub share: String,
}

/// The form of a deal as it is known.
pub fn deal_draft(workspace: &Workspace, lead: LeadId) -> DealDraft {
    let known = workspace.deal_pays.get(lead).cloned().unwrap_or_default();
    let owner = workspace.leads.get(lead).and_then(|it| it.owner);
    let partner = known.credits.iter().find(|it| Some(it.person) != owner);
    let day =
        |it: Option<crate::domain::calendar::Day>| it.map(|it| it.to_string()).unwrap_or_default();
    DealDraft {
        paid: day(known.paid),
        cancelled: day(known.cancelled),
        partner: partner.map(|it| it.person.to_string()).unwrap_or_default(),
        share: partner.map(|it| percent(it.share)).unwrap_or_default(),
    }
}

/// Basis points in percent.
fn percent(points: i64) -> String {
    match points % 100 {
        0 => (points / 100).to_string(),
        rest => format!("{}.{rest:02}", points / 100),
    }
}

/// Percent in basis points; nothing for what is no number.
fn points(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches(['%', '％']).trim_end();
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if 2 < part.len() || whole.is_empty() {
        return None;
    }
    format!("{whole}{part:0<2}").parse().ok().filter(|it| (0..=WHOLE).contains(it))
}

impl DealDraft {
    /// What is kept. A share that is no number is kept as nothing, which the rules refuse.
    pub fn read(&self, workspace: &Workspace, lead: LeadId) -> DealPay {
        let known = workspace.deal_pays.get(lead).cloned().unwrap_or_default();
        let owner = workspace.leads.get(lead).and_then(|it| it.owner);
        let credits = match (self.partner.parse(), owner) {
            (Ok(partner), Some(owner)) => {
                let share = points(&self.share).unwrap_or(0);
                let own = CreditTo { person: owner, share: WHOLE - share };
                vec![own, CreditTo { person: partner, share }]
            }
            _ => Vec::new(),
        };
        let (paid, cancelled) = (self.paid.parse().ok(), self.cancelled.parse().ok());
        DealPay { credits, paid, cancelled, ..known }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percent_is_read_as_it_is_written() {
        for (text, expect) in [
            ("40", Some(4_000)),
            ("33.33", Some(3_333)),
            ("12.5", Some(1_250)),
            ("x", None),
            ("101", None),
        ] {
            assert_eq!(points(text), expect, "{text}");
        }
        assert_eq!((percent(4_000), percent(3_333)), ("40".to_owned(), "33.33".to_owned()));
    }
}
