//! Every figure of the pages of goals and forecasts opens how it was computed, but for those that
//! somebody set and that have no formula.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet, in both engines: what opens is the same in every size and language.
pub fn story() -> Story {
    Story::new("every figure opens how it was computed", run)
        .in_sizes(&[Size::Landscape])
}

/// A page: its address, what is there once it is shown, a figure of it that opens, and the cells
/// that are no computed figures.
struct Page {
    route: &'static str,
    shown: &'static str,
    figure: &'static str,
    set: &'static [Set],
}

/// Cells that need not open, and why.
struct Set {
    cells: &'static str,
    #[allow(dead_code, reason = "it is said for whoever reads the list")]
    why: &'static str,
}

const PAGES: [Page; 8] = [
    Page {
        route: "#/goals",
        shown: "goals-week",
        figure: "[data-testid=goals-chart] td .figure",
        set: &[
            Set {
                cells: "[data-testid^=goal-row-] td:nth-child(2)",
                why: "a quota is set here: a tap changes it, and what it is summed from stands below",
            },
            Set {
                cells: "[data-testid^=goals-by-] td:nth-child(2)",
                why: "a quota is set in the grid that the section leads to",
            },
        ],
    },
    Page {
        route: "#/forecast",
        shown: "forecast-stages",
        figure: "[data-testid=forecast-trend] tbody tr:last-child .figure",
        set: &[
            Set {
                cells: "[data-testid=forecast-stages] td:nth-child(5)",
                why: "odds that were typed in, which are shown and not used",
            },
            Set {
                cells: "[data-testid=forecast-moved]",
                why: "what moved is listed step by step below, lead by lead",
            },
            Set {
                cells: "[data-testid=forecast-landing] tbody tr:nth-child(5) td",
                why: "a goal is set on the page of goals",
            },
        ],
    },
    Page {
        route: "#/forecast/calls",
        shown: "calls-people",
        figure: "[data-testid=calls-sum] .figure",
        set: &[],
    },
    Page {
        route: "#/forecast/round",
        shown: "round-ranges",
        figure: "[data-testid=round-ranges] td .figure",
        set: &[],
    },
    Page {
        route: "#/forecast/promises",
        shown: "promises-row",
        figure: "[data-testid=promises-people] td .figure",
        set: &[Set {
            cells: "[data-testid=promises-row] td:nth-child(6)",
            why: "while a period runs the cell says so in words",
        }],
    },
    Page {
        route: "#/objectives",
        shown: "objective-goal",
        figure: "[data-testid=objective-goal] .figure",
        set: &[],
    },
    Page {
        route: "#/team",
        shown: "team-table",
        figure: "[data-testid=team-table] td .figure",
        set: &[],
    },
    Page {
        route: "",
        shown: "measured-table",
        figure: "[data-testid=measured-table] td:nth-child(4) .figure",
        set: &[Set {
            cells: "[data-testid^=measured-row-] td:nth-child(2)",
            why: "a goal is set here: a tap changes it",
        }],
    },
];

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    for page in PAGES {
        match page.route {
            "" => measured(&stage).await?,
            route => stage.open(route).await?,
        }
        stage.see(page.shown).await?;
        tables(&stage).await?;
        stage.see_css(page.figure).await?;
        assert_eq!(dead(&stage, page.set).await?, Vec::<String>::new(), "{}", page.shown);
        opens(&stage, page.figure).await?;
    }
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// The page of goals leads to those of an indicator.
async fn measured(stage: &Stage) -> Outcome {
    stage.open("#/goals").await?;
    stage.see("goals-others").await?;
    let other = "const line = document.querySelector('[data-testid=measured-line]')
        ?? document.querySelector('[data-testid=goals-add-measured]');
        line?.click(); return Boolean(line)";
    stage.until("an indicator is chosen", other).await?;
    stage.see("target-company").await?;
    stage.press("target-company").await?;
    stage.until_focus("[data-testid=target-input]").await?;
    stage.type_text("40").await?;
    stage.press_key(Key::Enter).await?;
    stage.until_gone("target-input").await?;
    // What was there is typed over, and not on.
    stage.until_text("target-company", "40").await?;
    stage.see_css("[data-testid=measured-row-company] .goals__bar").await.map(drop)
}

/// Every picture of the page shows its figures as a table.
async fn tables(stage: &Stage) -> Outcome {
    let turn = "const pictures = document.querySelectorAll('main .chart[data-view=chart]');
        pictures[0]?.querySelector('.chart__head button').click(); return pictures.length === 0";
    stage.until("every picture has turned into its table", turn).await
}

/// What stands in cells of figures and at the head of pages that neither opens nor is set, nor says
/// that there is nothing.
async fn dead(stage: &Stage, set: &[Set]) -> Outcome<Vec<String>> {
    let cells: Vec<&str> = set.iter().map(|it| it.cells).collect();
    let script = "const set = arguments[0];
        const isNumber = it => /\\d/.test(it.textContent);
        const opens = it => it.matches('.figure') || it.querySelector('.figure');
        const cells = document.querySelectorAll('main td.figures, main .headline__line > :first-child, main .goals__headline-figure > :first-child, main .list__figure');
        return [...cells].filter(it => isNumber(it) && !opens(it) && !it.closest('a')
            && !set.some(css => it.closest(css)))
            .map(it => (it.closest('[data-testid]')?.dataset.testid ?? '') + ': ' + it.textContent.trim())";
    stage.script(script, json!([cells])).await
}

/// A tap on a figure tells its formula; then it is closed again.
async fn opens(stage: &Stage, figure: &str) -> Outcome {
    stage.until_still(figure).await?;
    stage.press_css(figure).await?;
    stage.see("certificate-formula").await?;
    let told = "return document.querySelector('[data-testid=certificate-formula]').textContent.trim() !== ''";
    stage.until("the formula is told", told).await?;
    stage.tap_css(".sheet__head button, .dialog[data-open] .dialog__close button").await?;
    stage.until_gone("certificate").await
}
