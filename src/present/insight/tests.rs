//! What the page says of the sample team and of a small one.

use super::certificate::certificate;
use super::*;
use crate::domain::apply::apply;
use crate::domain::command::{Command, Context};
use crate::domain::competition::{Competitor, Rival};
use crate::domain::for_tests::take;
use crate::domain::id::{CompetitorId, LeadId, RivalId};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::sample;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::for_tests::{ANN, BOB, LOST, OPEN, WON, day, lead, put, team};

fn today() -> Day {
    day("2026-11-23")
}

fn sample_team(lang: Lang) -> Workspace {
    let mut workspace = Workspace::default();
    let batch = sample::team(&lang.sample_words(), today());
    let context = Context { today: today() };
    let changes = apply(&workspace, &Command::Import(Box::new(batch)), &context).expect("accepted");
    take(&mut workspace, &changes);
    workspace
}

fn ask<T>(workspace: &Workspace, address: InsightAddress, read: impl Fn(Scope<'_>) -> T) -> T {
    read(Scope { workspace, lang: Lang::En, today: today(), address: &address })
}

fn flow(workspace: &Workspace) -> FunnelView {
    ask(workspace, InsightAddress::default(), |scope| funnel(scope, &Recorded::new()))
}

#[test]
fn the_sample_shows_every_tab_and_names_its_narrow_stage() {
    let workspace = sample_team(Lang::En);
    let found = flow(&workspace);
    assert!(found.sentence.contains("is the narrow stage"), "{}", found.sentence);
    assert!(found.velocity.is_some());
    let found = ask(&workspace, InsightAddress::default(), trends);
    assert!(8 <= found.table.rows.len(), "{}", found.sentence);
    assert!(8 <= ask(&workspace, InsightAddress::default(), cohorts).rows.len());
}

/// Ann won four of five, Bob one of five; Zoe is on two of Bob's.
fn small() -> Workspace {
    let mut workspace = team();
    for nth in 1..=10 {
        let owner = if nth <= 5 { ANN } else { BOB };
        let stage = if nth <= 4 || nth == 6 { WON } else { LOST };
        lead(&mut workspace, nth, Some(owner), stage, nth as i64 * 100, "2026-05-05");
    }
    lead(&mut workspace, 11, Some(BOB), OPEN, 900, "");
    let zoe = CompetitorId::drawn(1);
    put(&mut workspace, zoe, &Competitor { name: "Zoe".to_owned(), ..Competitor::default() });
    for nth in [7, 8, 11] {
        let rival =
            Rival { lead: Some(LeadId::drawn(nth)), competitor: Some(zoe), ..Rival::default() };
        put(&mut workspace, RivalId::drawn(nth), &rival);
    }
    workspace
}

#[track_caller]
fn check(by: Dimension, expect: &[(&str, &str, &str)]) {
    let found = ask(&small(), InsightAddress { by, ..InsightAddress::default() }, rates);
    let rows = found.table.rows.iter();
    let rows: Vec<(&str, &str, &str)> =
        rows.map(|it| (it.name.as_str(), it.cells[2].0.as_str(), it.cells[4].0.as_str())).collect();
    assert_eq!(rows, expect);
}

#[test]
fn closed_leads_stand_in_groups() {
    let all = ("All", "5 of 10", "CN¥1,600");
    check(Dimension::Person, &[("Ann", "4 of 5", "CN¥1,000"), ("Bob", "1 of 5", "CN¥600"), all]);
    check(
        Dimension::Competitor,
        &[("Zoe", "0 of 2", "CN¥0"), ("No competitor named", "5 of 8", "CN¥1,600"), all],
    );
}

#[test]
fn few_leads_are_not_ranked_and_it_is_said_how_many_more_would_do() {
    let found = ask(&small(), InsightAddress::default(), rates);
    assert_eq!(found.sentence, "Person: too few leads are closed to compare");
    assert!(found.bars.iter().all(|it| matches!(it.verdict, Verdict::TooFew(more) if 0 < more)));
}

#[test]
fn a_period_without_closed_leads_says_so() {
    let period = "2025".parse().ok();
    let found = ask(&small(), InsightAddress { period, ..InsightAddress::default() }, rates);
    assert_eq!((found.bars.len(), found.usual), (0, None));
}

#[test]
fn an_amount_without_a_rate_makes_no_sum() {
    let mut workspace = small();
    let euros = Some(Money::new(5, "EUR".parse::<Currency>().expect("a currency")));
    let changed = workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead");
    put(&mut workspace, LeadId::drawn(1), &Lead { amount: euros, ..changed });
    let found = ask(&workspace, InsightAddress::default(), rates);
    assert_eq!(found.table.rows[0].cells[4], (dash(), None));
    assert!(found.notes.iter().any(|it| it.contains("EUR")));
}

#[test]
fn a_rate_opens_its_leads() {
    let figure = Figure::Group(None, Measure::Rate);
    let found = |scope: Scope<'_>| certificate(scope, &Recorded::new(), &figure);
    let paper = ask(&small(), InsightAddress::default(), found).expect("a certificate");
    assert_eq!((paper.value.as_str(), paper.leads.len()), ("50%", 10));
    assert_eq!(paper.formula, "Won ÷ (won + lost): 5 ÷ 10.");
}
