//! What open leads are worth before they close: one rule for assignment, draft and the load of
//! quotas.
//!
//! The amount is the lead's own in the team's currency, at the rate the manager stated. Where a
//! lead has none, the list prices of its products stand in, and whoever shows it says so. The odds
//! are the lead's own, or those set for its stage, or how often the team won.

use super::calendar::Day;
use super::lead::Lead;
use super::money::{Currency, share};
use super::pipeline::Outcome;
use super::rates::Rates;
use super::workspace::Workspace;

/// Certain, in thousandths.
pub const CERTAIN: i64 = 1000;

/// What a lead's amount goes by, in minor units of the team's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Its own.
    Own(i64),
    /// The list prices of its products: it has none of its own.
    ListPrice(i64),
    /// It has one in a currency whose rate is not stated.
    NoRate(Currency),
    /// Neither it nor its products have one.
    Unknown,
}

impl Amount {
    /// The amount, where there is one.
    pub fn minor(self) -> Option<i64> {
        match self {
            Amount::Own(minor) | Amount::ListPrice(minor) => Some(minor),
            Amount::NoRate(_) | Amount::Unknown => None,
        }
    }
}

/// What leads are worth by what is known on a day.
#[derive(Clone, Debug)]
pub struct Worth {
    rates: Rates,
    /// Won among won and lost of the whole team, in thousandths; a half where nothing has closed.
    pub won: i64,
}

impl Worth {
    /// Looks at the closed leads and the rates that hold on a day.
    pub fn on(workspace: &Workspace, day: Day) -> Worth {
        let (mut won, mut closed) = (0, 0);
        for lead in workspace.leads.values() {
            let outcome = lead.outcome(workspace);
            won += i64::from(outcome == Outcome::Won);
            closed += i64::from(outcome != Outcome::Open);
        }
        let won = if closed == 0 { CERTAIN / 2 } else { share(CERTAIN, won, closed) };
        Worth { rates: Rates::on(workspace, day), won }
    }

    /// What a lead's amount goes by.
    pub fn amount(&self, workspace: &Workspace, lead: &Lead) -> Amount {
        if let Some(own) = lead.amount {
            let home = self.rates.convert(own);
            return home.map_or(Amount::NoRate(own.currency), |it| Amount::Own(it.minor));
        }
        let products = lead.products();
        let prices = products.iter().map(|it| {
            let price = workspace.products.get(*it)?.price?;
            Some(self.rates.convert(price)?.minor)
        });
        match prices.sum::<Option<i64>>() {
            Some(sum) if sum != 0 => Amount::ListPrice(sum),
            _ => Amount::Unknown,
        }
    }

    /// How likely a lead is won, in thousandths.
    pub fn odds(&self, workspace: &Workspace, lead: &Lead) -> i64 {
        let stage = || workspace.stages.find(lead.stage).and_then(|it| it.odds);
        let percent = lead.probability.or_else(stage);
        percent.map_or(self.won, |it| it.clamp(0, 100) * CERTAIN / 100)
    }

    /// What a lead brings in on average, in minor units of the team's currency; nothing where its
    /// amount is not known.
    pub fn expected(&self, workspace: &Workspace, lead: &Lead) -> i64 {
        let amount = self.amount(workspace, lead).minor().unwrap_or(0);
        share(amount, self.odds(workspace, lead), CERTAIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::{day, put};
    use crate::domain::id::{LeadId, ProductId, StageId};
    use crate::domain::money::Money;
    use crate::domain::pipeline::Stage;
    use crate::domain::product::Product;
    use crate::domain::rates::{PARTS, Rate};

    const STAGES: [(u64, Outcome, Option<i64>); 4] = [
        (1, Outcome::Open, Some(40)),
        (2, Outcome::Open, None),
        (3, Outcome::Won, None),
        (4, Outcome::Lost, None),
    ];

    /// One won of four closed; a dollar is seven yuan; a kit costs 5.00.
    fn board() -> Workspace {
        let mut workspace = Workspace::default();
        for (id, outcome, odds) in STAGES {
            let stage = Stage { outcome, odds, ..Stage::default() };
            put(&mut workspace, StageId::drawn(id), &stage);
        }
        for (id, stage) in [(1, 3), (2, 4), (3, 4), (4, 4)] {
            put(
                &mut workspace,
                LeadId::drawn(id),
                &Lead { stage: Some(StageId::drawn(stage)), ..Lead::default() },
            );
        }
        let rate = Rate {
            currency: Some(Currency::USD),
            home: Some(workspace.settings().currency()),
            day: Some(day("2026-01-01")),
            units: None,
            millionths: 7 * PARTS,
        };
        put(&mut workspace, rate.id(), &rate);
        let kit = Product { price: Some(Money::new(500, Currency::CNY)), ..Product::default() };
        put(&mut workspace, ProductId::drawn(1), &kit);
        workspace
    }

    #[track_caller]
    fn check(lead: Lead, amount: Amount, expected: i64) {
        let workspace = board();
        let worth = Worth::on(&workspace, day("2026-11-29"));
        assert_eq!(worth.amount(&workspace, &lead), amount);
        assert_eq!(worth.expected(&workspace, &lead), expected);
    }

    #[test]
    fn a_lead_is_worth_its_amount_times_its_odds() {
        let lead = |stage, currency| Lead {
            stage: Some(StageId::drawn(stage)),
            amount: Some(Money::new(1000, currency)),
            ..Lead::default()
        };
        check(lead(1, Currency::CNY), Amount::Own(1000), 400);
        check(lead(2, Currency::CNY), Amount::Own(1000), 250);
        check(lead(1, Currency::USD), Amount::Own(7000), 2800);
        let euro: Currency = "EUR".parse().expect("a currency");
        check(lead(1, euro), Amount::NoRate(euro), 0);
        let own = Lead { probability: Some(90), ..lead(1, Currency::CNY) };
        check(own, Amount::Own(1000), 900);
    }

    #[test]
    fn without_an_amount_the_list_price_stands_in() {
        let lead = |product| Lead { product: Some(ProductId::drawn(product)), ..Lead::default() };
        check(lead(1), Amount::ListPrice(500), 125);
        check(lead(2), Amount::Unknown, 0);
        check(Lead::default(), Amount::Unknown, 0);
    }
}
