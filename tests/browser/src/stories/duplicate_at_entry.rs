//! Somebody types a lead of a customer that is there under another form of its name, and takes that
//! one; the board then says that the customer has a lead open already. A customer with a Chinese
//! name is offered by the sound of its Latin one.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{Board, WelcomePage};

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a customer typed in another form of its name is offered at entry", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    let board = Board::open(&stage).await?;
    board.add("Acme Instruments Ltd").await?;
    in_the_form(&stage).await?;
    in_the_line(&stage).await?;
    by_its_sound(&stage).await?;
    stage.open("#/customers").await?;
    stage.see("customers-table").await?;
    stage.until("there are two customers", "return document.querySelectorAll('.catalog__name').length === 2").await?;
    among_customers(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The form offers the customer that is there; taken, its open lead is named.
async fn in_the_form(stage: &Stage) -> Outcome {
    stage.press("add-lead").await?;
    let name = stage.see_css("[data-testid=lead-customer] input").await?;
    name.send_keys("ACME instruments GmbH").await?;
    stage.see("hint-take").await?;
    stage.picture("hint-form").await?;
    stage.tap_css("[data-testid=hint-take]").await?;
    stage.until_gone("hint-take").await?;
    let typed = "return document.querySelector('[data-testid=lead-customer] input').value";
    stage.until("the customer is taken", &format!("{typed} === 'Acme Instruments Ltd'")).await?;
    stage.see("entry-hint").await?;
    stage.press("add-save").await?;
    stage.until_gone("add-form").await
}

/// The line of a column offers it as well.
async fn in_the_line(stage: &Stage) -> Outcome {
    stage.press("column-add").await?;
    stage.see("quick-line").await?.send_keys("acme INSTRUMENTS, 12000").await?;
    stage.see("hint-take").await?;
    stage.picture("hint-line").await?;
    stage.tap_css("[data-testid=hint-take]").await?;
    let typed = "return document.querySelector('[data-testid=quick-line]').value";
    let taken = format!("{typed}.startsWith('Acme Instruments Ltd')");
    stage.until("the customer stands in the line", &taken).await?;
    stage.see("hint-see").await?;
    stage.see("quick-line").await?.send_keys("\u{e007}").await?;
    stage.until("the line is free", &format!("{typed} === ''")).await
}

/// The English name of a customer with a Chinese one.
async fn by_its_sound(stage: &Stage) -> Outcome {
    Board::open(stage).await?.add("深圳华为技术有限公司").await?;
    stage.press("add-lead").await?;
    let name = stage.see_css("[data-testid=lead-customer] input").await?;
    name.send_keys("Huawei Technologies Co., Ltd.").await?;
    stage.see("hint-take").await?;
    stage.picture("hint-by-sound").await?;
    stage.tap_css("[data-testid=hint-take]").await?;
    let typed = "return document.querySelector('[data-testid=lead-customer] input').value";
    stage.until("the customer is taken", &format!("{typed} === '深圳华为技术有限公司'")).await?;
    stage.press("add-save").await?;
    stage.until_gone("add-form").await
}

/// A customer that is added there all the same is named as well: a new one is looked at in its
/// place, and one that is there by now is compared.
async fn among_customers(stage: &Stage) -> Outcome {
    let name = "[data-testid=customer-name] input, input[data-testid=customer-name]";
    stage.press("customers-add").await?;
    stage.tap_and_type(name, "ACME Instruments GmbH").await?;
    stage.press("hint-open").await?;
    let there = format!("return document.querySelector('{name}').value === 'Acme Instruments Ltd'");
    stage.until("the customer that is there is open", &there).await?;
    stage.tap_css(".sheet__head .icon-button").await?;
    stage.until_gone("customers-form").await?;
    stage.press("customers-add").await?;
    stage.tap_and_type(name, "ACME Instruments GmbH").await?;
    stage.press("customers-save").await?;
    stage.until_gone("customers-form").await?;
    stage.until("there are three", "return document.querySelectorAll('.catalog__name').length === 3").await?;
    let second = "[...document.querySelectorAll('.catalog__name')].find((it) => it.textContent.includes('GmbH')).click()";
    stage.script::<()>(second, serde_json::json!([])).await?;
    stage.see("customers-form").await?;
    stage.tap_css("[data-testid=hint-compare]").await?;
    stage.see("duplicates-compare").await?;
    stage.picture("hint-compared").await?;
    stage.press("duplicates-merge").await?;
    stage.until_gone("duplicates-compare").await?;
    stage.open("#/customers").await?;
    stage.until("two are left", "return document.querySelectorAll('.catalog__name').length === 2").await
}
