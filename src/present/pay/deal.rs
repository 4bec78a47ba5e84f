//! What pay has to know of a deal, as it is filled in.

use crate::domain::commission::kept::{CreditTo, DealPay, WHOLE};
use crate::domain::id::{LeadId, PersonId};
use crate::domain::money::{Currency, Money};
use crate::domain::workspace::Workspace;
use crate::present::format;
use crate::present::price::PriceDraft;

/// The form of a deal: others may have shares of it, and its owner has the rest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DealDraft {
    /// The day the customer paid, as `YYYY-MM-DD`; empty for none.
    pub paid: String,
    /// The day it was cancelled.
    pub cancelled: String,
    /// With whom it is shared; one line at least.
    pub partners: Vec<PartnerDraft>,
    /// What the deal leaves, in its currency.
    pub margin: PriceDraft,
}

/// Somebody whom a deal is shared with, as it is filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartnerDraft {
    /// Who; empty for nobody.
    pub person: String,
    /// Their share, in percent.
    pub share: String,
}

/// The form of a deal as it is known.
pub fn deal_draft(workspace: &Workspace, lead: LeadId) -> DealDraft {
    let known = workspace.deal_pays.get(lead).cloned().unwrap_or_default();
    let owner = workspace.leads.get(lead).and_then(|it| it.owner);
    let others = known.credits.iter().filter(|it| Some(it.person) != owner);
    let partner =
        |it: &CreditTo| PartnerDraft { person: it.person.to_string(), share: percent(it.share) };
    let mut partners: Vec<PartnerDraft> = others.map(partner).collect();
    if partners.is_empty() {
        partners.push(PartnerDraft::default());
    }
    let day =
        |it: Option<crate::domain::calendar::Day>| it.map(|it| it.to_string()).unwrap_or_default();
    DealDraft {
        paid: day(known.paid),
        cancelled: day(known.cancelled),
        partners,
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
pub(super) fn percent(points: i64) -> String {
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

    /// Whose the deal is: what its owner has is what the others leave.
    fn credits(&self, owner: PersonId) -> Vec<CreditTo> {
        let credit = |it: &PartnerDraft| {
            let person = it.person.parse().ok()?;
            Some(CreditTo { person, share: points(&it.share).unwrap_or(0) })
        };
        let others: Vec<CreditTo> = self.partners.iter().filter_map(credit).collect();
        if others.is_empty() {
            return Vec::new();
        }
        let given: i64 = others.iter().map(|it| it.share).sum();
        // Where the others have everything, the owner has no part.
        let own = CreditTo { person: owner, share: WHOLE - given };
        std::iter::once(own).filter(|it| it.share != 0).chain(others).collect()
    }

    /// What the owner keeps, in percent; empty where nobody else is chosen, or the others have more
    /// than everything.
    pub fn kept(&self) -> String {
        let chosen = self.partners.iter().filter(|it| !it.person.is_empty());
        let shares: Option<Vec<i64>> = chosen.map(|it| points(&it.share)).collect();
        let shares = shares.filter(|it| !it.is_empty());
        let left = shares.map(|it| WHOLE - it.iter().sum::<i64>()).filter(|it| 0 <= *it);
        left.map(percent).unwrap_or_default()
    }

    /// What is kept. A margin that is no amount stays as it was; a share that is no number is kept as nothing, which the rules refuse.
    pub fn read(&self, workspace: &Workspace, lead: LeadId) -> DealPay {
        let known = workspace.deal_pays.get(lead).cloned().unwrap_or_default();
        let owner = workspace.leads.get(lead).and_then(|it| it.owner);
        let credits = owner.map(|it| self.credits(it)).unwrap_or_default();
        // What is not touched stays, also where the deal has come to somebody else since.
        let is_same = self.partners == deal_draft(workspace, lead).partners;
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
        draft.partners[0].share = "40".to_owned();
        let changed = [credit(1, 4_000), credit(2, 4_000), credit(3, 2_000)];
        assert_eq!(
            (draft.read(&workspace, id).credits, draft.kept()),
            (changed.to_vec(), "40".to_owned())
        );
        // Whoever is taken out leaves their part to the owner.
        draft.partners.pop();
        assert_eq!(draft.read(&workspace, id).credits, [credit(1, 6_000), credit(2, 4_000)]);
        draft.partners.clear();
        assert_eq!(draft.read(&workspace, id).credits, []);
    }

    #[test]
    fn the_owner_keeps_what_the_others_leave() {
        let draft = |shares: &[&str]| DealDraft {
            partners: shares
                .iter()
                .zip(1..)
                .map(|(share, nth): (_, u64)| PartnerDraft {
                    person: PersonId::drawn(nth).to_string(),
                    share: (*share).to_owned(),
                })
                .collect(),
            ..DealDraft::default()
        };
        let owner = PersonId::drawn(9);
        let shares = |draft: &DealDraft| -> Vec<i64> {
            draft.credits(owner).iter().map(|it| it.share).collect()
        };
        let three = draft(&["33.33", "33.33"]);
        assert_eq!((shares(&three), three.kept()), (vec![3_334, 3_333, 3_333], "33.34".to_owned()));
        let all = draft(&["60", "40"]);
        assert_eq!((shares(&all), all.kept()), (vec![6_000, 4_000], "0".to_owned()));
        // More than everything is told to nobody as a share; the rules refuse it.
        let more = draft(&["60", "50"]);
        assert_eq!((shares(&more), more.kept()), (vec![-1_000, 6_000, 5_000], String::new()));
        assert_eq!(draft(&[]).kept(), "");
    }
}
