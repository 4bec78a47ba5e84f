//! A year of the real sales team paid under three plans agrees with what was reckoned without this
//! product: `tests/fixtures/pay/make.py` on `../shared/data/maven_crm`.

use crate::import_support;
use std::collections::BTreeMap;

use crate::import_support::{bytes, planned};
use huddle::domain::calendar::Period;
use huddle::domain::commission::Plan;
use huddle::domain::commission::format::plan_of_text;
use huddle::domain::commission::gather::paid_until;
use huddle::domain::id::{PersonId, RecordId};
use huddle::domain::people::Person;
use huddle::domain::record::Record;
use huddle::domain::workspace::{Table, Workspace};

const FILES: [&str; 4] = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];

/// The imported board, with the managers as people, so that they can be paid.
fn board() -> Workspace {
    let mut workspace = Workspace::default();
    let files: Vec<_> =
        FILES.map(|it| (it, bytes(&format!("maven_crm/raw/{it}")))).into_iter().collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, it)| (*name, &it[..])).collect();
    let session = planned(&workspace, &files);
    import_support::headless::board::take(&mut workspace, session.into_batch());
    let managers: Vec<String> = workspace.teams.values().map(|it| it.manager.clone()).collect();
    for name in managers {
        let id = PersonId::of_key(&format!("manager/{name}"));
        let fields = Person { name, ..Person::default() }.fields();
        let mut fields = fields.iter().map(|(field, value)| (*field, value));
        workspace.refresh(Table::People, RecordId::from(id), Some(&mut fields));
    }
    workspace
}

#[track_caller]
fn check(key: &str, last: Period, plan: &str) {
    let answers = include_str!("fixtures/pay/maven.json");
    let answers: BTreeMap<String, BTreeMap<String, i64>> =
        serde_json::from_str(answers).expect("answers");
    let workspace = board();
    let plan: Plan = plan_of_text(plan).expect("a plan");
    let people: Vec<PersonId> = workspace.people.iter().map(|(id, _)| id).collect();
    let paid = paid_until(&workspace, (&plan, &people), last, &[]);
    let (gathered, paid) = paid.expect("pay");
    let mut told = BTreeMap::new();
    for slip in &paid.slips {
        let name = &gathered.facts.members[slip.member].id;
        let is_agent =
            workspace.people.get(gathered.people[slip.member]).is_some_and(|it| it.team.is_some());
        if slip.payout() != 0 && (is_agent || key == "rate") {
            told.insert(format!("{name}/{}", paid.turns[slip.turn]), slip.payout());
        }
    }
    let expect = &answers[key];
    for (place, amount) in expect {
        assert_eq!(told.get(place), Some(amount), "{key}: {place}");
    }
    assert_eq!(told.len(), expect.len(), "{key}");
}

#[test]
fn a_rate_with_override_spiff_and_holdback_agrees() {
    check(
        "rate",
        Period::Month(2017, 12),
        r#"{"currency":"CNY","period":"month","from":"2017-01-01","components":[{"rate":"3.75%"},{"of":"team","rate":"0.45%"},{"kind":"spiff","products":["GTX Basic"],"each":"6.00","first":3}],"holdback":{"share":"10%","release_after_days":60}}"#,
    );
}

#[test]
fn tiers_by_quarter_with_a_cap_agree() {
    check(
        "tiers",
        Period::Quarter(2017, 4),
        r#"{"currency":"CNY","period":"quarter","from":"2017-01-01","components":[{"tiers":{"steps":[{"from":0,"rate":"4%"},{"from":20000,"rate":"5.5%"},{"from":40000,"rate":"7.25%"}]},"cap":3500}]}"#,
    );
}

#[test]
fn tiers_over_the_year_with_a_pool_and_a_draw_agree() {
    check(
        "year",
        Period::Month(2017, 12),
        r#"{"currency":"CNY","period":"month","from":"2017-01-01","components":[{"tiers":{"mode":"retroactive","over":"year","steps":[{"from":0,"rate":"3%"},{"from":50000,"rate":"4%"},{"from":150000,"rate":"5%"}]}},{"kind":"pool","rate":"0.25%","shares":"sales"}],"draw":{"amount":300,"recoverable":true}}"#,
    );
}
