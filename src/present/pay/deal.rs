//! What pay has to know of a deal, as it is filled in.

use crate::domain::commission::kept::{CreditTo, DealPay, WHOLE};
use crate::domain::id::LeadId;
use crate::domain::money::{Currency, Money};
use crate::domain::workspace::Workspace;
use crate::present::format;
use crate::present::price::PriceDraft;

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
    /// What the deal leaves, in its currency.
    pub margin: PriceDraft,
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
        margin: PriceDraft {
            text: known.margin.map(format::editable).unwrap_or_default(),
            currency: currency(workspace, lead),
        },
    }
}

/// What a deal's margin is in: the currency of its amount.
fn currency(workspace: &Workspace, lead: LeadId) -> Currency {
    let amount = workspace.leads.get(lead).and_then(|it| it.amount);
    amount.map_or(workspace.settings().currency(), |it| it.currency)
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
    /// The margin; `None` where what is typed is none. A deal may lose.
    pub fn margin(&self) -> Option<Option<Money>> {
        let PriceDraft { text, currency } = &self.margin;
        match text.trim() {
            "" => Some(None),
            text => format::parse_money(text, *currency).map(|it| Some(Money::new(it, *currency))),
        }
    }

    /// What is kept. A margin that is no amount stays as it was; a share that is no number is kept as nothing, which the rules refuse.
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
        // A deal that more than two share keeps its shares where they are not touched here.
        let before = deal_draft(workspace, lead);
        let is_same = (&self.partner, &self.share) == (&before.partner, &before.share);
        let credits = if is_same { known.credits.clone() } else { credits };
        let margin = self.margin().unwrap_or(known.margin);
        let (paid, cancelled) = (self.paid.parse().ok(), self.cancelled.parse().ok());
        DealPay { credits, margin, paid, cancelled }
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

    #[test]
    fn what_is_not_touched_stays() {
        use crate::domain::for_tests::put;
        use crate::domain::id::PersonId;
        use crate::domain::lead::Lead;
        let mut workspace = Workspace::default();
        let id = LeadId::drawn(1);
        let amount = Some(Money::new(100_000, Currency::USD));
        let owner = Some(PersonId::drawn(1));
        put(&mut workspace, id, &Lead { amount, owner, ..Lead::default() });
        let credit = |nth, share| CreditTo { person: PersonId::drawn(nth), share };
        let credits = vec![credit(1, 5_000), credit(2, 3_000), credit(3, 2_000)];
        put(&mut workspace, id, &DealPay { credits: credits.clone(), ..DealPay::default() });
        let mut draft = deal_draft(&workspace, id);
        draft.margin.text = "-12.34".to_owned();
        draft.paid = "2026-05-03".to_owned();
        let read = draft.read(&workspace, id);
        assert_eq!(read.credits, credits);
        assert_eq!(read.margin, Some(Money::new(-1_234, Currency::USD)));
        draft.margin.text = "much".to_owned();
        assert_eq!(draft.margin(), None);
        draft.share = "40".to_owned();
        assert_eq!(draft.read(&workspace, id).credits, [credit(1, 6_000), credit(2, 4_000)]);
    }
}
