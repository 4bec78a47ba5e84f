//! Accessibility rules of axe-core, run in the page as it stands.

use std::fmt;

use serde::Deserialize;
use serde_json::json;
use xtask::paths;

use super::{Outcome, Stage};

/// A rule that the page breaks, with the places.
#[derive(Clone, Debug, Deserialize)]
pub struct Violation {
    /// The rule, such as `color-contrast`.
    pub id: String,
    /// What is asked for.
    pub help: String,
    /// Where, and what is wrong there.
    pub places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}: {}", self.id, self.help)?;
        self.places.iter().try_for_each(|place| writeln!(out, "    {place}"))
    }
}

impl Stage {
    /// Every rule of WCAG 2.2 A and AA, and of good practice, that the page breaks.
    pub async fn violations(&self) -> Outcome<Vec<Violation>> {
        let axe = std::fs::read_to_string(paths::npm_package("axe-core").join("axe.min.js"))?;
        self.script::<()>(&format!("if (!window.axe) {{ {axe} }}"), json!([])).await?;
        self.script(
            "const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
             // What still fades in has not the colours that it will have.
             const fading = document.getAnimations().filter((it) => it.effect?.getComputedTiming().endTime < 2000);
             // A dialog is looked at alone: nothing else is in reach, and axe does not know that the
             // top layer lies over everything.
             const over = [...document.querySelectorAll('.dialog[data-open]')].at(-1);
             const alone = new CSSStyleSheet();
             if (over) alone.replaceSync(
               'body :not(.dialog[data-open], .dialog[data-open] *) { visibility: hidden !important; } .dialog[data-open] { visibility: visible !important; }');
             return Promise.allSettled(fading.map((it) => it.finished)).then(() => {
               document.adoptedStyleSheets = [...document.adoptedStyleSheets, alone];
               return axe.run(over ?? document, { runOnly: tags });
             }).finally(() => {
               document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== alone);
             }).then(({ violations }) => violations.map(({ id, help, nodes }) =>
               ({ id, help, places: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`) })));",
            json!([]),
        )
        .await
    }

    /// Holds that the page breaks no rule, and names those it does.
    pub async fn assert_accessible(&self) -> Outcome {
        let violations = self.violations().await?;
        let listed: String = violations.iter().map(Violation::to_string).collect();
        assert!(violations.is_empty(), "accessibility rules broken:\n{listed}");
        Ok(())
    }
}
