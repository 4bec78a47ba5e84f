//! Whether a plan counts a deal for anybody: for whom it is credited to, for whoever manages them, or
//! in a pool of their team.

use super::won::sold;
use super::{Pays, PersonId, Plan, takes};
use crate::domain::calendar::Day;
use crate::domain::commission::gather::manager_of;
use crate::domain::commission::plan::{Filled, Pool, Shares, Spiff, Whose};
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::workspace::Workspace;

/// A deal with those whom it is credited to.
pub(super) struct Credited<'a> {
    workspace: &'a Workspace,
    lead: &'a Lead,
    class: &'a str,
    products: Vec<&'a str>,
    people: Vec<PersonId>,
}

impl<'a> Credited<'a> {
    /// A deal of the records.
    pub(super) fn new(workspace: &'a Workspace, (id, lead): (LeadId, &'a Lead)) -> Credited<'a> {
        let credits =
            workspace.deal_pays.get(id).map(|it| it.credits.as_slice()).unwrap_or_default();
        let people = match credits.is_empty() {
            true => lead.owner.into_iter().collect(),
            false => credits.iter().map(|it| it.person).collect(),
        };
        let (class, products) = sold(workspace, lead);
        Credited { workspace, lead, class, products, people }
    }

    /// Whether a part of a plan that pays some people counts the deal on a day. Amounts that go by
    /// no deals, as a pool of so much each period, count none.
    pub(super) fn is_counted(&self, plan: &Plan, payees: &[PersonId], on: Day) -> bool {
        plan.components.iter().enumerate().any(|(place, part)| {
            let goes_by_deals = match &part.pays {
                Pays::Commission(_) | Pays::Bonus(_) => true,
                Pays::Spiff(spiff) => self.is_large_enough(plan, spiff),
                Pays::Pool(Pool { filled, shares }) => {
                    matches!(filled, Filled::Earning(_)) || *shares == Shares::Sales
                }
            };
            let is_pool = matches!(part.pays, Pays::Pool(_));
            let reaches = |payee: &PersonId| {
                self.people.iter().any(|seller| match (is_pool, part.of) {
                    (true, _) => self.is_team(*payee, *seller),
                    (false, Whose::Own) => payee == seller,
                    (false, Whose::Team) => manager_of(self.workspace, *seller) == Some(*payee),
                    (false, Whose::Below) => self.is_below(*seller, *payee),
                })
            };
            goes_by_deals
                && self.products.iter().any(|it| takes(plan, place, (it, self.class), on))
                && payees.iter().filter(|it| self.workspace.people.has(**it)).any(reaches)
        })
    }

    fn is_large_enough(&self, plan: &Plan, spiff: &Spiff) -> bool {
        let own = self.lead.amount.filter(|it| it.currency == plan.currency);
        let least = spiff.at_least;
        least.zip(own).is_none_or(|(least, own)| least <= own.minor)
    }

    /// Whether two people share a pool: those without a team are one.
    fn is_team(&self, one: PersonId, other: PersonId) -> bool {
        let team = |it| {
            let team = self.workspace.people.get(it).and_then(|it| it.team);
            self.workspace.teams.find(team).map(|it| it.name.as_str()).unwrap_or_default()
        };
        team(one) == team(other)
    }

    /// Whether somebody is below another, through however many.
    fn is_below(&self, seller: PersonId, payee: PersonId) -> bool {
        let mut seen = vec![seller];
        let mut above = manager_of(self.workspace, seller);
        while let Some(manager) = above.filter(|it| !seen.contains(it)) {
            if manager == payee {
                return true;
            }
            seen.push(manager);
            above = manager_of(self.workspace, manager);
        }
        false
    }
}
