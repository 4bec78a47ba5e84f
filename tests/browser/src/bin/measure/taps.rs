//! Taps of a day: each until what it asked for is painted.
//!
//! To add a tap: a line in [`ROUND`], with its kind, what is tapped, and what changes.

use std::collections::BTreeMap;

use serde_json::json;
use thirtyfour::By;

use browser_stories::harness::{Outcome, Stage};

use crate::figure::{Figure, median, p95, worst};
use crate::watch::{self, Tap as Taken};

const ROUNDS: usize = 4;
/// A step of a way.
enum Step {
    /// Goes somewhere without a tap, and waits until something is there.
    Go(&'static str, &'static str),
    /// Does something that is not measured, and waits until something is there.
    Do(&'static str, &'static str),
    /// Types into a field.
    Type(&'static str, &'static str),
    /// A tap that is measured: its kind, its target, and what has another value after it.
    Tap(&'static str, &'static str, &'static str),
}

use Step::{Do, Go, Tap, Type};

const PAGE: &str = "document.querySelector('#main [data-testid$=-page]').dataset.testid";
const FACTS: &str = "text('[data-testid=lead-facts] .lead__facts')";
const COUNTS: &str = "texts('[data-testid=column-count]')";
const CLOSE_SHEET: &str = "nth('.sheet__head .icon-button', 0)";
const CLOSE_DIALOG: &str = "nth('.dialog[data-open] .dialog__close', 0)";
const SHEETS: &str = "count('.sheet')";
const ALL_OPEN: &str =
    "[...document.querySelectorAll('[data-testid=assign-pool] input')].at(-1).click()";
const ROWS: &str = "texts('[data-testid=lead-row] th')";
const DIALOGS: &str = "count('.dialog[data-open]')";

/// Ways through the product; each begins anywhere.
const ROUND: &[&[Step]] = &[
    &[
        Go("#/leads", "[data-testid=lead-card]"),
        Tap("open a lead", "nth('[data-testid=lead-card]', 1)", FACTS),
        Tap("from lead to lead", "nth('[data-testid=lead-card]', 3)", FACTS),
        Tap("edit a lead", "nth('[data-testid=lead-edit]', 0)", "count('[data-testid=form-save]')"),
        Type(".sheet .money__amount", "1"),
        Tap("save a lead", "nth('[data-testid=form-save]', 0)", "count('[data-testid=form-save]')"),
        Tap(
            "plan a next step",
            "nth('[data-testid=next-plan]', 0)",
            "count('[data-testid=form-save]')",
        ),
        Tap("leave a form", "nth('.lead__actions button', 0)", "count('[data-testid=form-save]')"),
        Tap("close a sheet", CLOSE_SHEET, SHEETS),
        Tap("open the stages of a lead", "nth('[data-testid=card-move]', 0)", DIALOGS),
        Tap("choose a stage", "nth('[data-testid=move-choice]:not([aria-current])', 0)", COUNTS),
        Tap("undo", "nth('[data-testid=undo]', 0)", COUNTS),
        Tap("redo", "nth('[data-testid=redo]', 0)", COUNTS),
        Tap("undo", "nth('[data-testid=undo]', 0)", COUNTS),
        Tap("fold a column", "nth('[data-testid=column-fold]', 1)", "count('[data-folded]')"),
        Tap("unfold a column", "nth('[data-testid=column-fold]', 1)", "count('[data-folded]')"),
        Tap(
            "explain a sum",
            "nth('[data-testid=column-sum]', 1)",
            "count('[data-testid=certificate]')",
        ),
        Tap("close a sheet", CLOSE_SHEET, SHEETS),
        Tap(
            "open the filter",
            "nth('[data-testid=board-filter]', 0)",
            "count('[data-testid=filter-fields]')",
        ),
        // By its key: the fields lie over the middle of what is behind them.
        Type(".popover", "\u{e00c}"),
        Tap("open the form of a new lead", "nth('[data-testid=add-lead]', 0)", DIALOGS),
        Tap("close a dialog", CLOSE_DIALOG, DIALOGS),
    ],
    &[
        Go("#/leads", "[data-testid=lead-card]"),
        Tap("open the search", "nth('[data-testid=search]', 0)", DIALOGS),
        Type(".dialog[data-open] input", "Moses"),
        Tap("choose what was found", "nth('.search-hit', 0)", PAGE),
    ],
    &[
        Go("#/leads", "[data-testid=lead-card]"),
        Tap("to today", "nth('.rail__place', 0)", PAGE),
        Tap("to the goals", "nth('.rail__place', 1)", PAGE),
    ],
    &[
        Go("#/goals/2017-Q4", "[data-testid=goals-table] tr"),
        Tap(
            "another period",
            "nth('[data-testid=goals-earlier]', 0)",
            "text('[data-testid=goals-period-name]')",
        ),
        Tap(
            "another period",
            "nth('[data-testid=goals-later]', 0)",
            "text('[data-testid=goals-period-name]')",
        ),
        Tap(
            "explain a goal's figure",
            "nth('[data-testid=goals-table] .figure', 0)",
            "count('[data-testid=certificate]')",
        ),
        Tap("close a sheet", CLOSE_SHEET, SHEETS),
        Tap(
            "edit a quota",
            "nth('[data-testid=quota-company]', 0)",
            "count('[data-testid=quota-input]')",
        ),
        Tap("to the team", "nth('.rail__place', 4)", PAGE),
        Tap("open a person", "nth('.team__link', 2)", PAGE),
        Tap("back to the team", "nth('.way-back', 0)", PAGE),
    ],
    &[
        Go("#/goals/grid/2017", "[data-cell]"),
        Tap("choose a cell", "nth('td[data-cell]', 7)", "nth('td[data-cell]', 7).ariaSelected"),
    ],
    &[
        Go("#/leads?lanes=owner", "[data-testid=lead-card]"),
        Tap("open a lead in its lane", "nth('[data-testid=lead-card]', 1)", FACTS),
        Tap("close a sheet", CLOSE_SHEET, SHEETS),
    ],
    &[
        Go("#/leads?view=table", "[data-testid=lead-row]"),
        Tap("sort the leads", "nth('[data-testid=lead-table] thead button', 1)", ROWS),
        Tap("sort the leads", "nth('[data-testid=lead-table] thead button', 0)", ROWS),
    ],
    &[
        Go("#/leads/assign", "[data-testid=assign-pool]"),
        Do(ALL_OPEN, "[data-testid=assign-row]"),
        Tap(
            "ask why",
            "nth('[data-testid=assign-row] button', 2)",
            "count('[data-testid=assign-candidate]')",
        ),
        Tap("close a sheet", CLOSE_SHEET, SHEETS),
        Tap(
            "list one person's leads",
            "nth('[data-testid=assign-share] button', 1)",
            "text('[data-testid=assign-count]')",
        ),
        Tap(
            "list everybody's leads",
            "nth('[data-testid=assign-everybody]', 0)",
            "text('[data-testid=assign-count]')",
        ),
        Tap("open the rules", "nth('[data-testid=assign-rules]', 0)", DIALOGS),
        Tap("close a dialog", CLOSE_DIALOG, DIALOGS),
    ],
    &[
        Go("#/customers", ".catalog__name"),
        Tap(
            "sort a table",
            "nth('[data-testid=customers-table] thead button', 1)",
            "texts('.catalog__name')",
        ),
        Tap(
            "sort a table",
            "nth('[data-testid=customers-table] thead button', 0)",
            "texts('.catalog__name')",
        ),
        Tap("open a customer", "nth('.catalog__name', 2)", SHEETS),
        Tap("close a sheet", CLOSE_SHEET, SHEETS),
        Tap("to the board", "nth('.rail__place', 2)", PAGE),
    ],
];

/// The page stands slowed down, with its leads. Also gives the kinds, the slowest first, in words.
pub(crate) async fn figures(stage: &Stage) -> Outcome<(Vec<Figure>, Vec<String>)> {
    stage.start("#/leads").await?;
    let mut kinds: BTreeMap<&str, Vec<Taken>> = BTreeMap::new();
    let mut vain = Vec::new();
    for _ in 0..ROUNDS {
        for way in ROUND {
            if let Err(trouble) = follow(stage, way, &mut kinds).await {
                vain.push(trouble.to_string());
            }
        }
    }
    let of_all = |value: fn(&Taken) -> f64| kinds.values().flatten().map(value).collect();
    let (paints, all): (Vec<f64>, Vec<f64>) = (of_all(|it| it.paint_ms), of_all(|it| it.ms));
    let (taps, count) = (all.len(), kinds.len());
    let what = format!(
        "a tap to the next paint, 4x slower CPU: 95th of 100 ({taps} taps of {count} kinds)"
    );
    let figures = vec![
        Figure::ms(what, p95(&paints)).within(100.0),
        Figure::ms("– median", median(&paints)),
        Figure::ms("– worst", worst(&paints)),
        Figure::ms("a tap until what it asked for is painted: 95th of 100", p95(&all)),
        Figure::ms("– median", median(&all)),
        Figure::ms("– worst", worst(&all)),
        Figure::count("– taps that came to nothing", vain.len() as u64).within(0.0),
    ];
    let mut lines: Vec<(f64, String)> = kinds
        .iter()
        .map(|(kind, taken)| (middle(taken, |it| it.paint_ms), line(kind, taken)))
        .collect();
    lines.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    vain.sort();
    vain.dedup();
    Ok((figures, lines.into_iter().map(|(_, line)| line).chain(vain).collect()))
}

fn middle(taken: &[Taken], value: fn(&Taken) -> f64) -> f64 {
    median(&taken.iter().map(value).collect::<Vec<_>>())
}

fn line(kind: &str, taken: &[Taken]) -> String {
    let [ms, script, layout] = [
        middle(taken, |it| it.ms),
        middle(taken, |it| it.script_ms),
        middle(taken, |it| it.layout_ms),
    ];
    let paint = middle(taken, |it| it.paint_ms);
    format!(
        "{kind}: median {ms:.0} ms, next paint {paint:.0} (scripts {script:.0}, styles and layout {layout:.0})"
    )
}

/// Takes the steps of a way, until one comes to nothing.
async fn follow(
    stage: &Stage,
    way: &[Step],
    kinds: &mut BTreeMap<&'static str, Vec<Taken>>,
) -> Outcome {
    for step in way {
        match *step {
            Go(hash, there) => {
                stage.script::<()>("location.hash = arguments[0]", json!([hash])).await?;
                stage.see_css(there).await?;
            }
            Do(script, there) => {
                stage.script::<()>(script, json!([])).await?;
                stage.see_css(there).await?;
            }
            Type(field, text) => {
                stage.browser.find(By::Css(field)).await?.send_keys(text).await?;
            }
            Tap(kind, target, changes) => {
                let taken = watch::tap(stage, target, changes).await;
                let taken = taken.map_err(|trouble| format!("{kind}: {trouble}"))?;
                kinds.entry(kind).or_default().push(taken);
            }
        }
    }
    Ok(())
}
