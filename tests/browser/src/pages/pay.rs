//! The pay of a period: who is paid how much, and its closing.

use serde_json::json;

use crate::harness::{Outcome, Stage};

/// The period before the one that runs, not closed yet.
pub struct PayPeriodPage {
    stage: Stage,
    /// Its address.
    pub address: String,
}

impl PayPeriodPage {
    /// Opens it by the first plan.
    pub async fn last(stage: &Stage) -> Outcome<PayPeriodPage> {
        stage.open("#/pay").await?;
        stage.press_css("[data-testid=pay-statements]").await?;
        stage.see("pay-row").await?;
        stage.press_css("[data-testid=pay-period] .toolbar button").await?;
        stage.see("pay-close").await?;
        let address = stage.script("return location.hash", json!([])).await?;
        Ok(PayPeriodPage { stage: stage.clone(), address })
    }

    /// The addresses of two statements: of the two who are paid the least. Neither has reached a
    /// cap, so what changes a deal changes the pay.
    pub async fn two_statements(&self) -> Outcome<[String; 2]> {
        let paid = "const digits = (it) => Number(it.cells[2].textContent.replace(/[^\\d.]/g, ''));
            return [...document.querySelectorAll('[data-testid=pay-row]')].filter(digits)
                .sort((one, other) => digits(one) - digits(other))
                .slice(0, 2).map((it) => it.querySelector('a').hash)";
        self.stage.script(paid, json!([])).await
    }

    /// Goes there and closes it.
    pub async fn close(&self) -> Outcome {
        self.stage.open(&self.address).await?;
        self.stage.press("pay-close").await?;
        self.stage.until_gone("pay-close").await
    }
}

/// The address of the first deal of a statement, which is opened.
pub async fn deal_of_statement(stage: &Stage, statement: &str) -> Outcome<String> {
    stage.open(statement).await?;
    stage.see_css("[data-testid=statement-line] a").await?;
    let lead = "return document.querySelector('[data-testid=statement-line] a').hash";
    stage.script(lead, json!([])).await
}
