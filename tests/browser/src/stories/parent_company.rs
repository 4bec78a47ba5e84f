//! Companies that belong to companies.

use crate::harness::{Lang, Outcome, Stage, Story};
use crate::pages::WelcomePage;

const FIELD: &str = "[data-testid=customer-parent] input";

/// In both engines and languages.
pub fn story() -> Story {
    Story::new("a customer is given a parent company, and never one that belongs to it", run)
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let [upper, lower] = match stage.case.lang {
        Lang::En => ["Bluepeak Retail", "Silverline Logistics"],
        Lang::Zh => ["蓝峰商超", "锐通物流"],
    };
    stage.open("#/customers").await?;
    choose(&stage, lower).await?;
    fill(&stage, "???").await?;
    stage.see_css("[data-testid=customer-parent] .field__error").await?;
    fill(&stage, upper).await?;
    stage.press("customers-save").await?;
    stage.until_gone("customers-form").await?;

    choose(&stage, upper).await?;
    fill(&stage, lower).await?;
    stage.press("customers-save").await?;
    let refused = stage.text("form-refused").await?;
    assert!(refused.contains(lower), "{refused}");
    stage.picture("parent-refused").await?;
    stage.assert_accessible().await?;
    fill(&stage, "").await?;
    stage.press("customers-save").await?;
    stage.until_gone("customers-form").await?;

    choose(&stage, lower).await?;
    let kept = format!("return document.querySelector('{FIELD}').value === '{upper}'");
    stage.until("the parent is kept", &kept).await
}

/// Opens a customer from the list, of which only the rows in sight are built: scrolls on where it is
/// not among them.
async fn choose(stage: &Stage, name: &str) -> Outcome {
    let open = format!(
        "const row = [...document.querySelectorAll('[data-testid=customers-table] tbody tr')]
           .find((it) => it.textContent.includes('{name}'));
         row?.querySelector('button, a')?.click();
         let list = document.querySelector('[data-testid=customers-table] tbody');
         while (!row && list && list.scrollHeight <= list.clientHeight + 1) list = list.parentElement;
         if (!row && list) {{
           const end = list.scrollHeight - list.clientHeight - 1;
           list.scrollTop = end <= list.scrollTop ? 0 : list.scrollTop + list.clientHeight / 2;
         }}
         return Boolean(row)"
    );
    stage.until("the customer is in the list", &open).await?;
    stage.see_css(FIELD).await.map(drop)
}

/// Types a name over what the field holds.
async fn fill(stage: &Stage, name: &str) -> Outcome {
    let script = "const field = document.querySelector(arguments[0]);
         field.value = arguments[1];
         field.dispatchEvent(new Event('input', { bubbles: true }))";
    stage.script(script, serde_json::json!([FIELD, name])).await
}
