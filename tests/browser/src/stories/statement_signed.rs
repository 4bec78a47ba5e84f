//! A closed statement is signed on the glass; another name is refused, and the signature is there
//! after a reload and can be taken back. Its file, opened without the app, checks its own figures.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a statement is signed on the glass", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/pay").await?;
    stage.tap_css("[data-testid=pay-statements]").await?;
    stage.see("pay-row").await?;
    // The sample is paid by quarter, and the last one is over.
    stage.press_css("[data-testid=pay-period] .toolbar button").await?;
    stage.press("pay-close").await?;
    stage.until_gone("pay-close").await?;
    let href = "return document.querySelector('[data-testid=pay-row] a').getAttribute('href')";
    let href: String = stage.script(href, json!([])).await?;
    stage.open(&href).await?;
    stage.see("sign-pad").await?;
    stage.press("sign-keep").await?;
    stage.see_css("[data-testid=sign-refused]:not(:empty)").await?;
    stage.fill_in("[data-testid=sign-name] input", "Nobody").await?;
    stage.press("sign-keep").await?;
    stage.see_css("[data-testid=sign-refused]:not(:empty)").await?;
    draw(&stage).await?;
    stage.see("sign-clear").await?;
    stage.assert_accessible().await?;
    stage.picture("drawn").await?;
    stage.press("sign-keep").await?;
    stage.see("statement-signed").await?;
    stage.until_gone("sign-pad").await?;
    stage.picture("signed").await?;
    stage.assert_accessible().await?;
    stage.reload().await?;
    stage.see("statement-signed").await?;
    stage.see_css(".sign-pad--kept path").await?;
    stage.press("undo").await?;
    stage.see("sign-pad").await?;
    let file = stage.caught_file(stage.press("statement-file")).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    stage.open_file("statement.html", &file).await?;
    let agrees = "return document.getElementById('verdict')?.className === 'good'";
    stage.until("the file has checked its own figures", agrees).await?;
    stage.picture("file").await.map(drop)
}

/// A finger goes over the field in waves.
async fn draw(stage: &Stage) -> Outcome {
    let script = "const pad = document.querySelector('[data-testid=sign-pad]');
        pad.scrollIntoView({ block: 'center' });
        const box = pad.getBoundingClientRect();
        const send = (kind, x, y) => pad.dispatchEvent(new PointerEvent(kind, {
            pointerId: 7, pointerType: 'touch', button: 0, bubbles: true, cancelable: true,
            clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
        send('pointerdown', 0.1, 0.6);
        for (let step = 1; step <= 60; step++)
            send('pointermove', 0.1 + step * 0.013, 0.5 + 0.3 * Math.sin(step / 4));
        send('pointerup', 0.88, 0.5)";
    stage.script::<()>(script, json!([])).await
}
