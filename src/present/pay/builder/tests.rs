//! A plan is built by edits alone.

use super::*;
use crate::domain::commission::check::Usual;
use crate::domain::money::Currency;

const USUAL: Usual = Usual { quota: 10_000_000, deal: 1_000_000 };
const START: &str = r#"{"components":[{"rate":"5%"}],"currency":"CNY","period":"month"}"#;

fn set(path: &str, typed: &str) -> Edit {
    Edit::Set(path.to_owned(), typed.to_owned())
}

#[track_caller]
fn check(edits: &[Edit], expect: &str) {
    let built = edits.iter().fold(START.to_owned(), |text, edit| edited(&text, edit, USUAL));
    let plan = read(Lang::En, &built).expect("a plan");
    let expect = format::plan_of_text(expect).expect("a plan");
    assert_eq!(plan, expect, "{built}");
}

#[test]
fn a_tiered_plan_with_accelerator_cap_and_clawback_is_built_by_hand() {
    check(
        &[
            set("/components/0/rate", "6"),
            set("/components/0/tiers/mode", "marginal"),
            set("/components/0/tiers/steps/0/times", "2"),
            Edit::AddStep("/components/0/tiers/steps".to_owned()),
            set("/components/0/tiers/steps/1/times", "3"),
            Edit::Add(Piece::Cap),
            set("/cap", "2万"),
            Edit::Add(Piece::Clawback),
            set("/clawback/within_days", "30"),
            set("/period", "quarter"),
        ],
        r#"{"currency":"CNY","period":"quarter","cap":20000,"clawback":{"within_days":30},"components":[{"rate":"6%","tiers":{"by":"attainment","steps":[{"from":1,"times":2},{"from":"1.2","times":3}]}}]}"#,
    );
}

#[test]
fn boundaries_follow_what_they_are_measured_by() {
    check(
        &[
            Edit::Add(Piece::Accelerator),
            set("/components/1/tiers/by", "amount"),
            Edit::Remove("/components/0".to_owned()),
        ],
        r#"{"currency":"CNY","period":"month","components":[{"rate":"5%","tiers":{"steps":[{"from":100000,"times":"1.5"}]}}]}"#,
    );
}

#[test]
fn every_piece_begins_as_a_plan_that_pays() {
    for piece in Piece::ALL {
        let built = edited(START, &Edit::Add(piece), USUAL);
        let plan = read(Lang::En, &built).unwrap_or_else(|why| panic!("{piece:?}: {why}"));
        assert_eq!(plan.currency, Currency::CNY);
        let view = BuilderView::new(Lang::En, &built, &[]);
        assert_eq!((view.error, view.sections.len()), (None, 3), "{piece:?}");
    }
}

#[test]
fn what_is_wrong_stands_beside_its_field() {
    let broken = edited(START, &set("/components/0/rate", "much"), USUAL);
    let view = BuilderView::new(Lang::En, &broken, &[]);
    let fields: Vec<&FieldView> = view.sections.iter().flat_map(|it| &it.fields).collect();
    let wrong: Vec<_> = fields.iter().filter_map(|it| it.error.as_deref()).collect();
    assert_eq!(wrong, ["this is no number. Write 0.05, \"5%\" or \"1/20\"."]);
    assert_eq!((read(Lang::En, &broken).is_err(), view.error), (true, None));
}

#[test]
fn what_a_plan_can_say_is_filled_in_by_hand() {
    check(
        &[
            set("/quota_in", "margin"),
            set("/components/0/rate", "6"),
            set("/components/0/base", "margin"),
            set("/components/0/from", "2026-03-01"),
            set("/components/0/until", "2026-08-31"),
            set("/components/0/tiers/mode", "marginal"),
            set("/components/0/tiers/over", "year"),
            // A threshold beside tiers of the year is one of the year.
            set("/components/0/threshold/pays", "all"),
            Edit::Add(Piece::Holdback),
            set("/holdback/release_after_months", "3"),
            Edit::Add(Piece::Clawback),
            set("/clawback/within_months", "6"),
            Edit::Add(Piece::Ramp),
            set("/ramp/0/draw", "500"),
            set("/ramp/0/guarantee", "800"),
        ],
        r#"{"currency":"CNY","period":"month","quota_in":"margin","components":[{"rate":"6%","base":"margin","from":"2026-03-01","until":"2026-08-31","tiers":{"by":"attainment","over":"year","steps":[{"from":1,"times":"1.5"}]},"threshold":{"by":"attainment","over":"year","at":"50%"}}],"holdback":{"share":"10%","release_after_months":3},"clawback":{"within_months":6},"ramp":[{"quota":"50%","draw":500,"guarantee":800},{"quota":"75%"}]}"#,
    );
    let built = edited(START, &Edit::Add(Piece::Ramp), USUAL);
    let view = BuilderView::new(Lang::En, &built, &[]);
    let has = |path: &str| {
        let steps = view.sections.iter().flat_map(|it| &it.steps).flat_map(|it| &it.fields);
        let fields = view.sections.iter().flat_map(|it| it.fields.iter().chain(&it.more));
        fields.chain(steps).any(|it| it.path == path)
    };
    for path in ["/quota_in", "/components/0/from", "/components/0/until", "/ramp/1/draw"] {
        assert!(has(path), "{path}");
    }
}

#[test]
fn a_plan_to_begin_with_has_tiers_a_cap_and_a_clawback() {
    let (workspace, today) = (Workspace::default(), "2026-11-23".parse().expect("a day"));
    for lang in [Lang::En, Lang::Zh] {
        let record = tiered(&workspace, lang, PayPlanId::drawn(1), today).expect("a plan");
        let plan = read(lang, &record.plan).expect("it is read");
        assert_eq!((plan.components.len(), record.published), (1, None));
        assert!(plan.cap.is_some() && plan.clawback.is_some());
        let earning = plan.components[0].pays.earning().expect("a commission");
        assert!(earning.tiers.is_some());
    }
}

#[test]
fn what_can_be_added_stays_where_it_is() {
    let names = |text: &str| -> Vec<String> {
        BuilderView::new(Lang::En, text, &[]).pieces.into_iter().map(|it| it.name).collect()
    };
    let (mut text, before) = (START.to_owned(), names(START));
    for piece in Piece::ALL {
        text = edited(&text, &Edit::Add(piece), USUAL);
        assert_eq!(names(&text), before, "{piece:?}");
        let view = BuilderView::new(Lang::En, &text, &[]);
        let own = view.pieces.iter().find(|it| it.piece == piece).expect("it is offered");
        assert_eq!(own.is_taken, piece.key().is_some(), "{piece:?}");
    }
}

#[test]
fn nothing_stands_first_whether_there_are_tiers_or_not() {
    let choices = |text: &str, path: &str| {
        let view = BuilderView::new(Lang::En, text, &[]);
        let all = view.sections.iter().flat_map(|it| it.fields.iter().chain(&it.more));
        let field = all.into_iter().find(|it| it.path == path).expect("a field");
        match &field.kind {
            FieldKind::Choice(all) => {
                let ids = all.iter().map(|it| it.0.clone()).collect::<Vec<_>>();
                (ids, field.value.clone())
            }
            _ => panic!("{path} is chosen"),
        }
    };
    for (path, choice) in [("tiers/mode", "retroactive"), ("threshold/pays", "excess")] {
        let path = format!("/components/0/{path}");
        let (ids, value) = choices(START, &path);
        assert_eq!((ids.first().map(String::as_str), value.as_str()), (Some("none"), "none"));
        let built = edited(START, &set(&path, choice), USUAL);
        assert_eq!(choices(&built, &path), (ids.clone(), choice.to_owned()));
        let back = edited(&built, &set(&path, "none"), USUAL);
        assert_eq!(choices(&back, &path), (ids, "none".to_owned()));
    }
}

#[test]
fn what_is_rarely_filled_in_is_folded_until_it_is() {
    let is_used = |text: &str, place: usize| {
        BuilderView::new(Lang::En, text, &[]).sections[place].is_more_used
    };
    assert!(!is_used(START, 0) && !is_used(START, 1));
    assert!(is_used(&edited(START, &set("/salary", "500"), USUAL), 0));
    assert!(is_used(&edited(START, &set("/components/0/cap", "500"), USUAL), 1));
    assert!(is_used(&edited(START, &set("/components/0/threshold/pays", "all"), USUAL), 1));
}

#[test]
fn a_pool_is_filled_with_an_amount_and_shared_as_agreed() {
    let people = ["Ann", "Bo", "C/D"].map(str::to_owned);
    let mut text = edited(START, &Edit::Add(Piece::Pool), USUAL);
    for edit in [
        set("/components/1/filled", "amount"),
        set("/components/1/amount", "900"),
        set("/components/1/shares", "given"),
    ] {
        text = shared_alike(&edited(&text, &edit, USUAL), &people);
    }
    let pool = |text: &str| read(Lang::En, text).map(|it| it.components[1].pays.clone());
    let expect = |shares: &str| {
        let text = format!(
            r#"{{"currency":"CNY","period":"month","components":[{{"rate":"5%"}},{{"kind":"pool","amount":900,"shares":{shares}}}]}}"#
        );
        pool(&text)
    };
    assert_eq!(pool(&text), expect(r#"{"Ann":"33.34%","Bo":"33.33%","C/D":"33.33%"}"#));
    for (path, share) in [("Ann", "50"), ("C~1D", "50"), ("Bo", "")] {
        text = edited(&text, &set(&format!("/components/1/shares/{path}"), share), USUAL);
    }
    assert_eq!(pool(&text), expect(r#"{"Ann":"50%","C/D":"50%"}"#));
    // Everybody whom the plan pays can get a share, and whoever has one can lose it.
    let view = BuilderView::new(Lang::En, &text, &people[..2]);
    let fields: Vec<_> =
        view.sections[2].fields.iter().map(|it| (&*it.label, &*it.value)).collect();
    assert_eq!(
        fields,
        [
            ("Amount of a period", "900"),
            ("Shared", "given"),
            ("Share of Ann in %", "50"),
            ("Share of Bo in %", ""),
            ("Share of C/D in %", "50"),
        ]
    );
    // What does not add up stands beside how it is shared.
    let broken = edited(&text, &set("/components/1/shares/Bo", "10"), USUAL);
    let view = BuilderView::new(Lang::En, &broken, &people);
    let wrong = view.sections[2].fields.iter().find(|it| it.error.is_some()).map(|it| &*it.path);
    assert_eq!((wrong, view.error), (Some("/components/1/shares"), None));
    let back = edited(&text, &set("/components/1/filled", "deals"), USUAL);
    let back = edited(&back, &set("/components/1/shares", "equal"), USUAL);
    let by_deals = r#"{"currency":"CNY","period":"month","components":[{"rate":"5%"},{"kind":"pool","rate":"1%"}]}"#;
    assert_eq!(pool(&back), pool(by_deals));
}

#[test]
fn how_exactly_something_is_measured_and_paid_is_filled_in_by_hand() {
    check(
        &[
            set("/currency", "EUR"),
            set("/components/0/tiers/mode", "retroactive"),
            set("/components/0/tiers/of", "all"),
            set("/components/0/tiers/reached", "above"),
            Edit::Add(Piece::Bonus),
            set("/components/1/measure/of", "all"),
            set("/components/1/measure/reached", "above"),
            Edit::Add(Piece::Spiff),
            set("/components/2/each", "30"),
            set("/components/2/per", "unit"),
            Edit::Add(Piece::Cap),
            set("/components/2/uncapped", "true"),
        ],
        r#"{"currency":"EUR","period":"month","cap":10000,"components":[{"rate":"5%","tiers":{"mode":"retroactive","by":"attainment","of":"all","reached":"above","steps":[{"from":1,"times":"1.5"}]}},{"kind":"bonus","measure":{"by":"attainment","of":"all","reached":"above"},"levels":[{"from":"80%","amount":2000},{"from":1,"amount":5000}]},{"kind":"spiff","each":30,"per":"unit","uncapped":true}]}"#,
    );
}

#[test]
fn a_threshold_of_the_excess_measures_the_deals_that_its_tiers_do() {
    check(
        &[
            set("/components/0/tiers/mode", "marginal"),
            set("/components/0/tiers/of", "all"),
            set("/components/0/threshold/pays", "excess"),
        ],
        r#"{"currency":"CNY","period":"month","components":[{"rate":"5%","tiers":{"by":"attainment","of":"all","steps":[{"from":1,"times":"1.5"}]},"threshold":{"by":"attainment","of":"all","at":"50%","pays":"excess"}}]}"#,
    );
}

#[test]
fn a_threshold_that_comes_to_pay_the_excess_measures_the_own_deals_as_its_tiers_do() {
    check(
        &[
            set("/components/0/tiers/mode", "marginal"),
            set("/components/0/threshold/pays", "all"),
            set("/components/0/threshold/of", "all"),
            set("/components/0/threshold/pays", "excess"),
        ],
        r#"{"currency":"CNY","period":"month","components":[{"rate":"5%","tiers":{"by":"attainment","steps":[{"from":1,"times":"1.5"}]},"threshold":{"by":"attainment","at":"50%","pays":"excess"}}]}"#,
    );
}

/// Where the rare fields stand: behind More, and only where they mean something.
#[test]
fn what_is_rare_stands_behind_more() {
    let more = |edits: &[Edit], place: usize| -> Vec<String> {
        let text = edits.iter().fold(START.to_owned(), |text, edit| edited(&text, edit, USUAL));
        let view = BuilderView::new(Lang::En, &text, &[]);
        view.sections[place].more.iter().map(|it| it.path.clone()).collect()
    };
    let has = |more: &[String], key: &str| more.iter().any(|it| it.ends_with(key));
    assert!(has(&more(&[], 0), "/currency"));
    assert!(!has(&more(&[], 1), "/uncapped"));
    assert!(has(&more(&[Edit::Add(Piece::Cap)], 1), "/uncapped"));
    let marginal = more(&[set("/components/0/tiers/mode", "marginal")], 1);
    assert!(has(&marginal, "/tiers/of") && !has(&marginal, "/tiers/reached"));
    assert!(has(&more(&[set("/components/0/tiers/mode", "retroactive")], 1), "/tiers/reached"));
    assert!(has(&more(&[Edit::Add(Piece::Spiff)], 2), "/per"));
    assert!(has(&more(&[Edit::Add(Piece::Bonus)], 2), "/measure/reached"));
}
