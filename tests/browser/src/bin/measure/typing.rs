//! Letters typed into the search and into the board's own, over all leads.

use serde_json::json;
use thirtyfour::Key;

use browser_stories::harness::{Outcome, Stage};

use crate::figure::{Figure, worst};
use crate::{SLOWER, watch};

/// Six letters each: pinyin, initials, English, and English with a slip.
const TYPED: [&str; 4] = ["chongq", "cqhxkj", "steelf", "coporat"];
/// A letter every so many milliseconds, as fast fingers type.
const BETWEEN: u32 = 120;

/// The page stands with its leads; afterwards it is slowed down again.
pub(crate) async fn figures(stage: &Stage) -> Outcome<Vec<Figure>> {
    let mut figures = Vec::new();
    for (slower, budget, how) in [(1, 50.0, ""), (SLOWER, 100.0, ", 4x slower CPU")] {
        stage.slow_down(slower).await?;
        stage.open("#/leads").await?;
        stage.see("leads-page").await?;
        let what = format!("six letters into the board's search{how}: longest block");
        let block = typed(stage, "[data-testid=board-search] input", &TYPED).await?;
        // The board's columns are laid out anew, which is no part of the search.
        figures.push(Figure::ms(what, block));
        stage.press("search").await?;
        let what = format!("six letters into the search{how}: longest block");
        let block = typed(stage, ".dialog[data-open] input", &TYPED).await?;
        figures.push(Figure::ms(what, block).within(budget));
        // The first empties the field.
        stage.press_key(Key::Escape).await?;
        stage.press_key(Key::Escape).await?;
        watch::until(stage, "count('.dialog[data-open]') === 0").await?;
    }
    Ok(figures)
}

/// The longest block while texts are typed into a field, one after the other.
pub(crate) async fn typed(stage: &Stage, field: &str, texts: &[&str]) -> Outcome<f64> {
    stage.see_css(field).await?;
    let mut blocks = Vec::new();
    for text in texts {
        watch::idle(stage).await?;
        watch::begin_blocks(stage).await?;
        let script = "const [css, text, between] = arguments;
            const field = document.querySelector(css);
            const type = (value) => {
              field.value = value;
              field.dispatchEvent(new Event('input', { bubbles: true }));
            };
            const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
            return (async () => {
              for (let end = 1; end <= text.length; end += 1) {
                type(text.slice(0, end));
                await wait(between);
              }
              await wait(5 * between);
            })();";
        stage.script::<()>(script, json!([field, text, BETWEEN])).await?;
        blocks.push(watch::longest_block(stage).await?);
    }
    Ok(worst(&blocks))
}
