//! Leads as the outlook wants them.

use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::outlook::Known;
use crate::domain::pipeline::Outcome;
use crate::domain::quota::{Row, portions};
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;
use crate::present::goals::counts_for;

/// All leads, in one pass.
pub(super) struct Survey {
    pub(super) leads: Vec<Known>,
    /// How many open leads of the bearer have no amount and are taken at another.
    pub(super) estimated: usize,
    /// How many leads of the bearer are in another currency.
    pub(super) foreign: usize,
}

impl Survey {
    /// What counts for somebody, or for a part of the company. Amounts in other currencies are
    /// converted where their rates are stated and the forecast is in the team's own.
    pub(super) fn of(workspace: &Workspace, row: Row, currency: Currency, rates: &Rates) -> Survey {
        let own = |it: Money| rates.convert_to(it, currency);
        let usual = usual_amount(workspace, currency, own);
        let mut survey = Survey { leads: Vec::new(), estimated: 0, foreign: 0 };
        for (id, lead) in workspace.leads.iter() {
            let outcome = lead.outcome(workspace);
            let (counts, amount) = counted(workspace, lead, row);
            let price = || price(workspace, lead, row).and_then(own).or(usual);
            let amount = match (amount.map(own), outcome) {
                (Some(None), _) => {
                    survey.foreign += usize::from(counts && outcome != Outcome::Lost);
                    None
                }
                (amount, Outcome::Won) => amount.flatten(),
                // A file may say that a lost lead was worth nothing in the end.
                (Some(Some(amount)), _) if amount.minor != 0 => Some(amount),
                (None, Outcome::Open) => {
                    survey.estimated += usize::from(counts);
                    price()
                }
                _ => price(),
            };
            survey.leads.push(Known {
                id,
                outcome,
                stage: lead.stage,
                created: lead.created,
                closes: lead.closes,
                amount: amount.map(|it| it.minor),
                counts,
            });
        }
        survey
    }
}

/// Whether a lead counts for a row, and what of its amount does; all of it where it counts for
/// others.
fn counted(workspace: &Workspace, lead: &Lead, row: Row) -> (bool, Option<Money>) {
    match row {
        Row::Part(split, _) => {
            let own = portions(workspace, split, lead).into_iter().find(|(it, _)| *it == Some(row));
            own.map_or((false, lead.amount), |(_, amount)| (true, amount))
        }
        Row::Company(_) | Row::Team(_) | Row::Person(_) => {
            let counts = row.bearer().is_none_or(|it| counts_for(workspace, lead, it));
            (counts, lead.amount)
        }
    }
}

/// What its lines come to, or else the price of what is being sold; of that what counts for a row.
fn price(workspace: &Workspace, lead: &Lead, row: Row) -> Option<Money> {
    let whole = lead.lines_total().or_else(|| workspace.products.find(lead.product)?.price)?;
    if lead.lines.len() < 2 {
        return Some(whole);
    }
    counted(workspace, &Lead { amount: Some(whole), ..lead.clone() }, row).1
}

/// What won leads brought on average; none where there are none.
fn usual_amount(
    workspace: &Workspace,
    currency: Currency,
    own: impl Fn(Money) -> Option<Money>,
) -> Option<Money> {
    let won = workspace.leads.values().filter(|it| it.outcome(workspace) == Outcome::Won);
    let amounts = won.filter_map(|it| own(it.amount?));
    let (count, sum) =
        amounts.fold((0_i64, 0_i64), |(n, sum), it| (n + 1, sum.saturating_add(it.minor)));
    (count != 0).then(|| Money::new(sum / count, currency))
}
