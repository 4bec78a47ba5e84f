//! A one-to-one with one of a real team, by finger alone: figures that the export bears out, shared
//! and private points, an action, feedback in its three parts, and what is carried over.

use std::path::Path;

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::RealTeam;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a one-to-one with somebody of a real team is held by finger and carries over what is open", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

const PERSON: &str = "Darcel Schlecht";
/// What is talked about, by its kind, in both languages.
const POINTS: [(&str, [&str; 2]); 3] = [
    ("shared", ["The new prices", "新的价格"]),
    ("private", ["May want to lead a team", "可能想带团队"]),
    ("action", ["Visit Isdom", "拜访 Isdom"]),
];
const SEEN: [(&str, [&str; 2]); 3] = [
    ("situation", ["Friday, at Isdom", "周五，在 Isdom"]),
    ("behaviour", ["Asked three times before offering", "报价前问了三个问题"]),
    ("impact", ["They named the real budget", "对方说出了真实预算"]),
];

async fn run(stage: Stage) -> Outcome {
    RealTeam::arrive(&stage, "one-to-one").await?;
    find(&stage).await?;
    card(&stage).await?;
    talk(&stage).await?;
    feedback(&stage).await?;
    hold(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

/// From the first page to the person.
async fn find(stage: &Stage) -> Outcome {
    RealTeam::open_in_the_morning(stage).await?;
    if stage.case.size == Size::Portrait {
        stage.tap_css(".rail a[href='#/more']").await?;
        stage.tap_css("main a[href='#/team']").await?;
    } else {
        stage.tap_css(".rail a[href='#/team']").await?;
    }
    stage.see("team-table").await?;
    stage.picture("one-to-one-team").await?;
    let address = "return [...document.querySelectorAll('.team__link')]
        .find(it => it.querySelector('.list__name').textContent === arguments[0]).getAttribute('href')";
    let address: String = stage.script(address, json!([PERSON])).await?;
    stage.tap_css(&format!(".team__link[href='{address}']")).await?;
    stage.see("person-page").await?;
    stage.picture("one-to-one-person").await?;
    stage.tap_css("[data-testid=person-growth]").await?;
    stage.see("card-figures").await.map(drop)
}

/// The share of deals won last year is that of the export, and stands on them.
async fn card(stage: &Stage) -> Outcome {
    let (won, closed) = won_in_the_export()?;
    stage.picture("one-to-one-card").await?;
    let told = "return document.querySelector('[data-testid=card-line] td').textContent";
    let told: String = stage.script(told, json!([])).await?;
    let percent = (200 * won + closed) / (2 * closed);
    assert!(told.contains(&percent.to_string()), "{told}: {won} of {closed}");
    stage.tap_css("[data-testid=card-line] td .figure").await?;
    stage.see("certificate-formula").await?;
    stage.picture("one-to-one-certificate").await?;
    stage.tap_css(".dialog__close .icon-button").await?;
    stage.until_gone("certificate-formula").await
}

/// Deals that somebody won, and those that closed, in the year before the Monday.
fn won_in_the_export() -> Outcome<(usize, usize)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/data/maven_crm/raw/sales_pipeline.csv");
    let text = std::fs::read_to_string(file)?;
    let closed = |line: &&str| {
        let cells: Vec<&str> = line.split(',').collect();
        cells[1] == PERSON && ("2017-01-08".."2018-01-09").contains(&cells[6])
    };
    let all: Vec<&str> = text.lines().skip(1).filter(closed).collect();
    Ok((all.iter().filter(|it| it.contains(",Won,")).count(), all.len()))
}

async fn talk(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=growth-talks]").await?;
    stage.see("talk-new").await?;
    for (kind, text) in POINTS {
        stage.tap_css(&format!("[data-testid=talk-kind] label:has([value={kind}])")).await?;
        stage.tap_and_type("[data-testid=talk-text] input", text[own(stage)]).await?;
        if kind == "action" {
            stage.choose("[data-testid=talk-new] input[type=date]", "2018-01-12").await?;
        }
        stage.picture(&format!("one-to-one-{kind}")).await?;
        stage.tap_css("[data-testid=talk-add]").await?;
        let there = format!("return Boolean(document.querySelector('[data-testid=talk-point][data-kind={kind}]'))");
        stage.until("it is there", &there).await?;
    }
    stage.picture("one-to-one-points").await.map(drop)
}

async fn feedback(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=growth-feedback]").await?;
    stage.tap_css("[data-testid=feedback-add]").await?;
    for (part, text) in SEEN {
        stage.tap_and_type(&format!("[data-testid=feedback-{part}] textarea"), text[own(stage)]).await?;
    }
    stage.picture("one-to-one-feedback-form").await?;
    stage.tap_css("[data-testid=feedback-save]").await?;
    for (_, text) in SEEN {
        until_told(stage, "feedback-line", text[own(stage)]).await?;
    }
    stage.picture("one-to-one-feedback").await.map(drop)
}

/// What was talked about is ticked off; the rest is there for the next talk.
async fn hold(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=growth-talks]").await?;
    stage.tap_css("[data-testid=talk-point][data-kind=shared] [data-testid=talk-tick]").await?;
    stage.until("two are open", "return document.querySelectorAll('[data-testid=talks] [data-testid=talk-point]').length === 2").await?;
    stage.tap_css("[data-testid=talk-hold]").await?;
    let held = "return /8/.test(document.querySelector('[data-testid=talk-when]').textContent)";
    stage.until("it says when they talked", held).await?;
    let carried = "return [...document.querySelectorAll('[data-testid=talks] [data-testid=talk-point]')]
        .every(it => /1(?!\\d)/.test(it.querySelector('.list__note').textContent.split(' · ').at(-1)))";
    stage.until("both are carried over", carried).await?;
    stage.picture("one-to-one-held").await.map(drop)
}

fn own(stage: &Stage) -> usize {
    usize::from(stage.case.lang == Lang::Zh)
}

/// Waits until an element holds a text.
async fn until_told(stage: &Stage, test_id: &str, text: &str) -> Outcome {
    let told = format!(
        "return document.querySelector('[data-testid={test_id}]')?.textContent.includes({})",
        json!(text)
    );
    stage.until("it is told", &told).await
}
