//! Two exports of a CRM are held against each other: every change has its leads, the sums lead from
//! the one to the other, a file without leads is refused in words, and the board stays as it is.

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

const HEAD: &str = "Deal Name,Account Name,Amount,Stage,Closing Date,Deal Owner";
const OLDER: [&str; 4] = [
    "Pumps,Acme,1000,Qualification,2026-12-01,Ann",
    "Hoses,Borealis,2000,Qualification,2026-12-02,Ann",
    "Valves,Cetus,3000,Qualification,2026-12-03,Bob",
    "Gauges,Draco,500,Qualification,2026-12-04,Bob",
];
const NEWER: [&str; 4] = [
    "Pumps,Acme,1500,Qualification,2026-12-01,Ann",
    "Hoses,Borealis,2000,Closed Won,2026-12-02,Ann",
    "Valves,Cetus,3000,Qualification,2027-01-15,Ann",
    "Meters,Eridanus,700,Qualification,2026-12-05,Bob",
];

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("two exported files are compared, and nothing on the board changes", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.begin_empty().await?;
    stage.open("#/data/compare").await?;
    stage.see("compare").await?;
    stage.assert_accessible().await?;
    stage.choose_file("compare-older", "people.csv", "Nothing,Of,Use\n1,2,3\n").await?;
    stage.see("compare-trouble").await?;
    stage.picture("compare-refused").await?;
    stage.choose_file("compare-older", "older.csv", &table(&OLDER)).await?;
    stage.until_gone("compare-trouble").await?;
    stage.choose_file("compare-newer", "newer.csv", &table(&NEWER)).await?;
    stage.see("moved-way").await?;
    stage.picture("compared").await?;
    for (way, leads) in
        [("new", 1), ("grown", 1), ("won", 1), ("gone", 1), ("pushed", 1), ("owner", 1)]
    {
        let open = format!(
            "const way = document.querySelector('[data-way={way}]'); way?.click(); return Boolean(way)"
        );
        stage.until(&format!("{way} is there"), &open).await?;
        let listed = format!(
            "return document.querySelectorAll('[data-testid=moved-leads] .list__name').length === {leads}"
        );
        stage.until(&format!("{way}: {leads} leads"), &listed).await?;
        if way == "pushed" {
            stage.picture("compared-leads").await?;
            stage.assert_accessible().await?;
        }
        stage.press_key(thirtyfour::Key::Escape).await?;
        stage.until_gone("moved-leads").await?;
        let closed = "return !document.querySelector('.dialog[data-open]')";
        stage.until("the dialog is closed", closed).await?;
    }
    stage.choose_file("compare-newer", "older.csv", &table(&OLDER)).await?;
    stage.see("moved-nothing").await?;
    stage.open("#/customers").await?;
    let none = "return document.querySelectorAll('.catalog__name').length === 0";
    stage.until("no customer came to the board", none).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

fn table(rows: &[&str]) -> String {
    format!("{HEAD}\n{}\n", rows.join("\n"))
}
