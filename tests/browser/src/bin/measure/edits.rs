//! One edit, at the machine's own speed: the time that the press of a button takes the page's
//! thread until its handler returns. That is the rule, the journal, the storage written and read
//! back, and the state; views follow after it.

use serde::Deserialize;
use serde_json::json;

use browser_stories::harness::{Outcome, Stage};

use crate::figure::{Figure, median, worst};

const EDITS: usize = 25;

#[derive(Deserialize)]
struct Times {
    moved: Vec<f64>,
    undone: Vec<f64>,
    stored: Vec<f64>,
    shown: Vec<f64>,
}

/// The page stands with its leads, not slowed down.
pub(crate) async fn figures(stage: &Stage) -> Outcome<Vec<Figure>> {
    stage.start("#/leads").await?;
    stage.see("lead-card").await?;
    let Times { moved, undone, stored, shown } = stage
        .script(
            "const [edits] = arguments;
             const idle = () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
             const find = (css) => document.querySelector(css);
             let stored = 0, entries = 0;
             for (const name of ['getItem', 'setItem', 'removeItem']) {
               const own = Storage.prototype[name];
               Storage.prototype[name] = function (...all) {
                 const begun = performance.now();
                 if (name === 'setItem' && all[0].startsWith('huddle/main/log/')) entries += 1;
                 try { return own.apply(this, all); } finally { stored += performance.now() - begun; }
               };
             }
             const times = { moved: [], undone: [], stored: [], shown: [] };
             const press = async (button, list) => {
               if (!button || button.disabled) throw new Error('nothing to press');
               stored = entries = 0;
               const begun = performance.now();
               button.click();
               list.push(performance.now() - begun);
               if (entries !== 1) throw new Error(`${entries} entries were stored`);
               times.stored.push(stored);
               await new Promise((resolve) => setTimeout(resolve));
               times.shown.push(performance.now() - begun);
               await idle();
             };
             for (let edit = 0; edit < edits; edit += 1) {
               find('[data-testid=card-move]').click();
               await idle();
               await press(find('[data-testid=move-choice]:not([aria-current])'), times.moved);
               await press(find('[data-testid=undo] button'), times.undone);
             }
             return times;",
            json!([EDITS]),
        )
        .await?;
    Ok(vec![
        Figure::ms("one edit in the page, a lead moved: median", median(&moved)).within(5.0),
        Figure::ms("– worst of 25", worst(&moved)),
        Figure::ms("– undone: median", median(&undone)).within(5.0),
        Figure::ms("– worst of 25", worst(&undone)),
        Figure::ms("– of these, in the storage: median", median(&stored)),
        Figure::ms("– with the views that follow: median", median(&shown)),
    ])
}
