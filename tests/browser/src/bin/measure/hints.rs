//! A customer's name typed into the form of a new lead, with what it may be the same as.

use browser_stories::harness::{Outcome, Stage};

use crate::figure::Figure;
use crate::typing::typed;
use crate::{SLOWER, watch};

/// Names as they are typed: of customers that are there in another form, and of new ones.
const TYPED: [&str; 4] = ["ACME Corporation", "betasoloin Ltd", "Zhongke", "Nobody Knows Inc"];

/// The page stands with its leads; afterwards it is slowed down again.
pub(crate) async fn figures(stage: &Stage) -> Outcome<Vec<Figure>> {
    let mut figures = Vec::new();
    for (slower, budget, how) in [(1, 50.0, ""), (SLOWER, 100.0, ", 4x slower CPU")] {
        stage.slow_down(slower).await?;
        stage.open("#/leads").await?;
        stage.see("leads-page").await?;
        stage.press("add-lead").await?;
        // The first letter makes the index of names and of customers, once.
        let field = "[data-testid=lead-customer] input";
        let first = typed(stage, field, &["a"]).await?;
        figures
            .push(Figure::ms(format!("the first letter of a customer{how}: longest block"), first));
        let block = typed(stage, field, &TYPED).await?;
        let what = format!("further letters of a customer, with hints{how}: longest block");
        figures.push(Figure::ms(what, block).within(budget));
        stage.reload().await?;
        watch::idle(stage).await?;
    }
    Ok(figures)
}
