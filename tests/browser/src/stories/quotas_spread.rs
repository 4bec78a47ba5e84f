//! A year's quotas are set in the grid: spread, locked, refused with the reason, typed by keys,
//! pasted from a spreadsheet and all taken back; wholes are their parts all the while.

use thirtyfour::Key;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::{QuotasPage, WelcomePage};

/// How often something was changed: set, spread, locked, typed, pasted, emptied.
const STEPS: usize = 6;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("quotas are set, locked, typed and pasted in the grid, and all taken back", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    let grid = QuotasPage::open(&stage).await?;
    grid.assert_whole().await?;
    stage.picture("quotas").await?;
    certified(&stage).await?;
    let before = grid.amounts().await?;
    let company = grid.company(4);
    grid.set(&company, "1200000").await?;
    grid.until(&company, 120_000_000).await?;
    grid.assert_whole().await?;
    spread_anew(&stage, &grid).await?;
    lock_and_be_refused(&stage, &grid).await?;
    type_by_keys(&stage, &grid).await?;
    paste(&stage, &grid).await?;
    several(&stage, &grid).await?;
    stage.picture("quotas-set").await?;
    grid.unfold().await?;
    grid.assert_months().await?;
    // Twelve people; one more is twenty elements, so that thirty-five stay below 2,500.
    let elements = grid.elements().await?;
    assert!(elements <= 1_200, "{elements} elements");
    stage.picture("quotas-months").await?;
    for _ in 0..STEPS {
        stage.tap_css("[data-testid=undo] button:enabled").await?;
    }
    grid.until(&company, before[&company]).await?;
    let after = grid.amounts().await?;
    assert!(before.iter().all(|(cell, minor)| after[cell] == *minor), "undone is not as before");
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// What was won of the chosen cell opens its formula and its leads.
async fn certified(stage: &Stage) -> Outcome {
    stage.press_css("[data-testid=quotas-won] .figure").await?;
    stage.see("certificate-formula").await?;
    stage.see_css(".dialog[data-open] .certificate__record").await?;
    stage.assert_accessible().await?;
    stage.picture("quotas-certificate").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("certificate-formula").await
}

/// Equal shares of the quarter: the preview says what moves before it does.
async fn spread_anew(stage: &Stage, grid: &QuotasPage) -> Outcome {
    grid.choose(&grid.company(4)).await?;
    stage.press("quotas-respread").await?;
    stage.see_css("[data-testid=quotas-preview] p:nth-child(2)").await?;
    stage.picture("quotas-respread").await?;
    stage.press("respread-apply").await?;
    let people = grid.amounts().await?.keys().filter(|it| it.starts_with("person:")).count() / 5;
    grid.until(&grid.person(0, 4).await?, 120_000_000 / people as i64).await?;
    grid.assert_whole().await
}

/// A locked part is more than the whole is to be.
async fn lock_and_be_refused(stage: &Stage, grid: &QuotasPage) -> Outcome {
    let person = grid.person(0, 4).await?;
    grid.choose(&person).await?;
    stage.press("quotas-lock").await?;
    stage.see_css(&format!("td[data-cell='{person}'][data-locked]")).await?;
    grid.set(&grid.company(4), "10").await?;
    stage.see_css("[data-testid=quotas-understood][data-state=wrong]").await?;
    stage.picture("quotas-refused").await?;
    stage.press_key(Key::Escape).await?;
    stage.until_gone("quotas-input").await?;
    grid.until(&grid.company(4), 120_000_000).await
}

/// Down to the next person, a figure typed, Tab to save it.
async fn type_by_keys(stage: &Stage, grid: &QuotasPage) -> Outcome {
    let (first, second) = (grid.person(0, 4).await?, grid.person(1, 4).await?);
    grid.choose(&first).await?;
    stage.press_key(Key::Down).await?;
    stage.see_css(&format!("td[data-cell='{second}']:focus")).await?;
    stage.type_text("5").await?;
    stage.until_focus("[data-testid=quotas-input]").await?;
    stage.type_text("0000").await?;
    stage.press_key(Key::Enter).await?;
    grid.until(&second, 5_000_000).await?;
    grid.assert_whole().await
}

/// Two rows of two columns, one of them no amount, one beyond the last column.
async fn paste(stage: &Stage, grid: &QuotasPage) -> Outcome {
    let (at, below) = (grid.person(2, 3).await?, grid.person(3, 3).await?);
    grid.choose(&at).await?;
    stage.press("quotas-paste").await?;
    let field = stage.see_css("[data-testid=paste-field] textarea").await?;
    let enter = "arguments[0].value = '30,000\\t40000\\t1\\n12000\\tabc';
        arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
    stage.script::<()>(enter, serde_json::json!([field.to_json()?])).await?;
    stage.see_css("[data-testid=quotas-preview] p:nth-child(3)").await?;
    stage.picture("quotas-paste").await?;
    stage.press("paste-apply").await?;
    grid.until(&at, 3_000_000).await?;
    grid.until(&below, 1_200_000).await?;
    grid.assert_whole().await
}

/// Four cells chosen by keys go to a spreadsheet and are emptied at once; by finger all up to the
/// cell that is tapped.
async fn several(stage: &Stage, grid: &QuotasPage) -> Outcome {
    let (at, below) = (grid.person(2, 3).await?, grid.person(3, 3).await?);
    let (beside, across) = (grid.person(2, 4).await?, grid.person(3, 4).await?);
    let amounts = grid.amounts().await?;
    // A tap on the cell that is chosen already would change it.
    grid.choose(&across).await?;
    grid.choose(&at).await?;
    stage.press_with(Key::Shift, Key::Right).await?;
    stage.press_with(Key::Shift, Key::Down).await?;
    stage.until("four cells are chosen", &chosen(4)).await?;
    stage.see_css(&format!("td[data-cell='{at}']:focus")).await?;
    stage.picture("quotas-several").await?;
    let copied = "const copy = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(copy);
        return copy.clipboardData.getData('text/plain')";
    let copied: String = stage.script(copied, serde_json::json!([])).await?;
    let figures: Vec<i64> = copied
        .split(['\t', '\n'])
        .filter_map(|it| Some((it.parse::<f64>().ok()? * 100.0).round() as i64))
        .collect();
    assert_eq!(figures, [&at, &beside, &below, &across].map(|it| amounts[it]), "{copied:?}");
    stage.press_key(Key::Delete).await?;
    for cell in [&at, &beside, &below, &across] {
        grid.until(cell, 0).await?;
    }
    grid.assert_whole().await?;
    grid.choose(&across).await?;
    grid.choose(&at).await?;
    stage.press("quotas-several").await?;
    stage.see_css(&format!("td[data-cell='{below}']")).await?.click().await?;
    stage.until("two cells are chosen", &chosen(2)).await?;
    stage.see("quotas-copy").await?;
    stage.press("quotas-several").await?;
    stage.until("one cell is chosen", &chosen(1)).await
}

fn chosen(count: usize) -> String {
    format!("return document.querySelectorAll('td[aria-selected=true]').length === {count}")
}
