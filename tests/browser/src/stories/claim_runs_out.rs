//! A claim's days are seen to run out before anything happens; then the manager takes it back.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// The days pass while the page is open, and it is looked at again.
const DAYS_PASS: &str = "
const [days] = arguments;
const Before = Date;
const now = () => Before.now() + days * 86_400_000;
globalThis.Date = class extends Before {
  constructor(...moment) { super(...(moment.length === 0 ? [now()] : moment)); }
  static now() { return now(); }
};
document.dispatchEvent(new Event('visibilitychange'));";

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a claim counts its days down on the card and is taken back when they are over", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let lead = claim_for_five_days(&stage).await?;
    stage.open("#/leads").await?;
    let card = format!("a[href*='{lead}'] [data-testid=card-claim]");
    // Cards out of sight are not built, so columns are scrolled until this one is.
    let on_card = |days: u8| {
        format!(
            "const card = document.querySelector(\"{card}\");
             if (!card) document.querySelectorAll('.column .window').forEach((it) => {{ it.scrollTop += 240; }});
             return Boolean(card?.textContent.includes('{days}'))"
        )
    };
    stage.until("the card counts five days", &on_card(5)).await?;
    assert!(!is_short(&stage, &card).await?);
    stage.script::<()>(DAYS_PASS, json!([2])).await?;
    stage.until("the card counts three days", &on_card(3)).await?;
    assert!(is_short(&stage, &card).await?);
    stage.script::<()>("document.querySelector(arguments[0]).scrollIntoView({ block: 'center', inline: 'center' })", json!([card])).await?;
    stage.picture("claim-card").await?;
    stage.script::<()>("location.hash = arguments[0]", json!([format!("#/leads/{lead}")])).await?;
    stage.see_css("[data-testid=lead-claim-words] .badge[data-tone=warn]").await?;
    stage.picture("claim-lead").await?;
    worked_on(&stage).await?;
    taken_back(&stage, &lead).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// Claims the first lead of the pool under a rule of five days, and gives its id.
async fn claim_for_five_days(stage: &Stage) -> Outcome<String> {
    stage.open("#/leads/pool").await?;
    stage.see("pool-row").await?;
    let days = stage.see_css("[data-testid=pool-days] input").await?;
    days.clear().await?;
    days.send_keys("5").await?;
    stage.press("pool-rules-save").await?;
    stage.see_css("[data-testid=pool-person] option:nth-child(2)").await?.click().await?;
    let lead = "return document.querySelector('[data-testid=pool-row] a').hash.split(/[/?]/)[2]";
    let lead: String = stage.script(lead, json!([])).await?;
    stage.press("pool-claim").await?;
    let gone = format!("return !document.querySelector(\"[data-testid=pool-row] a[href*='{lead}']\")");
    stage.until("the lead is claimed", &gone).await?;
    Ok(lead)
}

/// A logged call starts the days anew; undo takes both back.
async fn worked_on(stage: &Stage) -> Outcome {
    stage.tap("kind-call").await?;
    stage.see("activity-form").await?;
    stage.tap("activity-save").await?;
    stage.until_gone("activity-form").await?;
    let calm = "return !document.querySelector('[data-testid=lead-claim-words] .badge[data-tone=warn]')";
    stage.until("the days begin anew", calm).await?;
    let five = "return document.querySelector('[data-testid=lead-claim-words] .badge').textContent.includes('5')";
    stage.until("there are five days again", five).await?;
    stage.press("undo").await?;
    stage.see_css("[data-testid=lead-claim-words] .badge[data-tone=warn]").await.map(drop)
}

async fn is_short(stage: &Stage, card: &str) -> Outcome<bool> {
    stage.script("return 'short' in document.querySelector(arguments[0]).dataset", json!([card])).await
}

/// Once the days are over the lead is listed, goes back on the manager's word, and comes back with
/// undo.
async fn taken_back(stage: &Stage, lead: &str) -> Outcome {
    stage.script::<()>(DAYS_PASS, json!([3])).await?;
    stage.script::<()>("location.hash = '#/leads/pool'", json!([])).await?;
    stage.see("due-row").await?;
    stage.picture("claim-due").await?;
    let due = stage.count("due-row").await?;
    assert!(0 < due);
    stage.press("due-take-back").await?;
    stage.until_gone("pool-due").await?;
    stage.see_css(&format!("[data-testid=pool-row] a[href*='{lead}']")).await?;
    stage.press("undo").await?;
    let back = format!("return document.querySelectorAll('[data-testid=due-row]').length === {due}");
    stage.until("the claims are due again", &back).await
}
