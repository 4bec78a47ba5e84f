//! Corrections at both statements, against a month that is reckoned by hand.

use super::*;
use crate::domain::apply::apply;
use crate::domain::calendar::Day;
use crate::domain::command::{Command, Context};
use crate::domain::commission::kept::{PayDeed, PayPlan};
use crate::domain::for_tests::{put, take};
use crate::domain::id::{LeadId, PayPlanId, PersonId, StageId};
use crate::domain::lead::Lead;
use crate::domain::money::Currency;
use crate::domain::people::Person;
use crate::domain::pipeline::{Outcome, Stage};
use crate::present::for_tests::day;
use crate::present::pay::file::{Told, file};
use crate::present::pay::statement::{About, StatementView, called};

const PLAN: PayPlanId = PayPlanId::drawn(1);
const LATER: PayPlanId = PayPlanId::drawn(2);
const ANN: PersonId = PersonId::drawn(1);
const MAY: Period = Period::Month(2026, 5);
const JUNE: Period = Period::Month(2026, 6);

fn sell(workspace: &mut Workspace, id: u64, (major, closes): (i64, &str)) {
    let amount = Some(Money::new(major * 100, Currency::CNY));
    let (owner, stage) = (Some(ANN), Some(StageId::drawn(1)));
    let lead = Lead { amount, owner, stage, closes: Some(day(closes)), ..Lead::default() };
    put(workspace, LeadId::drawn(id), &lead);
}

/// Ann is paid 10 % by the month and has sold 800 in May.
fn board() -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
    put(&mut workspace, StageId::drawn(1), &Stage { outcome: Outcome::Won, ..Stage::default() });
    put(&mut workspace, PLAN, &plan(r#""from":"2026-01-01""#));
    sell(&mut workspace, 1, (800, "2026-05-03"));
    workspace
}

fn plan(days: &str) -> PayPlan {
    PayPlan {
        name: "Plan".to_owned(),
        plan: format!(
            r#"{{"currency":"CNY","period":"month",{days},"components":[{{"rate":"10%"}}]}}"#
        ),
        people: vec![ANN],
        published: Some(day("2026-01-01")),
        ..PayPlan::default()
    }
}

fn give(workspace: &mut Workspace, deed: PayDeed, today: Day) {
    let command = Command::Pay(Box::new(deed));
    let changes = apply(workspace, &command, &Context { today }).expect("done");
    take(workspace, &changes);
}

/// May is closed; then two deals come late, and each is corrected by itself.
fn corrected(workspace: &mut Workspace) {
    give(workspace, PayDeed::Close(PLAN, MAY), day("2026-06-02"));
    let late = [(2, 200, "2026-06-10", "entered late."), (3, 500, "2026-06-20", "lost and found")];
    for (nth, major, today, reason) in late {
        sell(workspace, nth, (major, "2026-05-30"));
        let slip = PaySlip::id_of(PLAN, ANN, MAY);
        let deed = PayDeed::TrueUp(PayTrueUpId::drawn(nth), slip, reason.to_owned());
        give(workspace, deed, day(today));
    }
}

fn told(workspace: &Workspace, lang: Lang, plan: PayPlanId, period: Period) -> StatementView {
    StatementView::new(workspace, lang, About { plan, person: ANN, period }).expect("a statement")
}

// By hand: 10 % of 800 are 80, of the two that came late 20 and 50: 70 more, 150 in all.
#[test]
fn both_statements_tell_of_corrections() {
    let mut workspace = board();
    let before = told(&workspace, Lang::En, PLAN, MAY);
    assert_eq!((before.holds, before.since, before.corrections), (None, None, Vec::new()));
    corrected(&mut workspace);
    let may = told(&workspace, Lang::En, PLAN, MAY);
    assert_eq!(may.holds, None);
    assert_eq!(
        may.since.as_deref(),
        Some("Corrected 2 times since it was closed, by CN¥70 in all: it comes to CN¥150.")
    );
    let with = PayAddress::Statement(PLAN, ANN, JUNE);
    let words: Vec<&str> = may.corrections.iter().map(|it| it.words.as_str()).collect();
    assert_eq!(
        words,
        [
            "CN¥20 on 10 Jun 2026: entered late. Paid with the statement of Jun 2026.",
            "CN¥50 on 20 Jun 2026: lost and found. Paid with the statement of Jun 2026.",
        ]
    );
    assert!(
        may.corrections
            .iter()
            .all(|it| { it.paid_with == Some((with, "Statement of Jun 2026".to_owned())) })
    );
    let june = told(&workspace, Lang::En, PLAN, JUNE);
    assert_eq!(
        june.holds.as_deref(),
        Some(
            "Holds 2 corrections of earlier periods, CN¥70 in all. Their lines are marked, with the reasons."
        )
    );
    let lines: Vec<_> = june.lines.iter().map(|it| (it.deal.as_str(), it.step.as_str())).collect();
    assert_eq!(
        lines,
        [
            ("Reason: entered late.", "Correction of May 2026"),
            ("Reason: lost and found", "Correction of May 2026"),
        ]
    );
    assert!(june.lines.iter().all(|it| it.is_correction));
    assert_eq!(called(&june.lines[0]), "Correction of May 2026");
    let june = told(&workspace, Lang::Zh, PLAN, JUNE);
    assert_eq!(june.lines[0].step, "更正2026年5月");
    assert_eq!(
        june.holds.as_deref(),
        Some("含 2 笔对以往周期的更正，合计 ¥70，已在对应行标明原因。")
    );
}

#[test]
fn a_correction_after_a_new_version_is_paid_with_that() {
    let mut workspace = board();
    let later = plan(r#""from":"2026-06-01""#);
    put(&mut workspace, LATER, &PayPlan { follows: Some(PLAN), ..later });
    corrected(&mut workspace);
    let may = told(&workspace, Lang::En, PLAN, MAY);
    let with = PayAddress::Statement(LATER, ANN, JUNE);
    assert!(may.corrections.iter().all(|it| it.paid_with.as_ref().is_some_and(|it| it.0 == with)));
    let june = told(&workspace, Lang::En, LATER, JUNE);
    assert_eq!((june.payout.as_str(), june.lines.len()), ("CN¥70", 2));
}

#[test]
fn the_file_tells_of_them_too() {
    let mut workspace = board();
    corrected(&mut workspace);
    let written = |period| {
        let view = told(&workspace, Lang::En, PLAN, period);
        let plan = workspace.pay_plans.get(PLAN).and_then(super::super::read).expect("a plan");
        file(Lang::En, Told { view: &view, plan: &plan, proof: None })
    };
    let (may, june) = (written(MAY), written(JUNE));
    assert!(may.contains("<p><strong>Corrected 2 times since it was closed"), "{may}");
    assert!(may.contains("<li>CN¥20 on 10 Jun 2026: entered late. Paid with"), "{may}");
    assert!(june.contains("<p><strong>Holds 2 corrections of earlier periods, CN¥70"), "{june}");
    assert!(
        june.contains("<td>Reason: lost and found</td><td>Correction of May 2026</td>"),
        "{june}"
    );
}
