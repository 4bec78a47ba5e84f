//! Goals of the small team in the fourth quarter of 2026, which has 66 working days.

use super::certificate::{Figure, certificate};
use super::fill::{Fill, NotFilled, fill, year_before};
use super::words::{growth_permille, pace_sentence, sum_sentences, uncounted_sentence, whole_up};
use super::*;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::i18n::Lang;
use crate::present::for_tests::*;
use proptest::prelude::*;

const QUARTER: Period = Period::Quarter(2026, 4);

/// Ann won 100 and 20, Bob 30, Cy 7, somebody unknown 5, all in the quarter; Ann 900 before it.
fn won() -> Workspace {
    let mut workspace = team();
    lead(&mut workspace, 1, Some(ANN), WON, 100, "2026-10-01");
    lead(&mut workspace, 2, Some(ANN), WON, 20, "2026-12-31");
    lead(&mut workspace, 3, Some(BOB), WON, 30, "2026-11-03");
    lead(&mut workspace, 4, Some(CY), WON, 7, "2026-11-03");
    lead(&mut workspace, 5, None, WON, 5, "2026-11-03");
    lead(&mut workspace, 6, Some(ANN), WON, 900, "2026-09-30");
    lead(&mut workspace, 7, Some(ANN), LOST, 11, "2026-11-03");
    lead(&mut workspace, 8, Some(ANN), OPEN, 13, "2026-11-03");
    workspace
}

fn set(workspace: &mut Workspace, bearer: Bearer, quota: Money) {
    let goal =
        Goal { bearer: Some(bearer), period: Some(QUARTER), quota: Some(quota), ..Goal::default() };
    put(workspace, Goal::id_of(bearer, QUARTER), &goal);
}

fn view(workspace: &Workspace, today: &str) -> GoalsView {
    GoalsView::new(workspace, QUARTER, day(today)).expect("a view")
}

#[track_caller]
fn check_won(bearer: Bearer, expect: i64) {
    let view = view(&won(), "2026-11-23");
    assert_eq!(view.row(bearer).map(|row| row.won), Some(yuan_of(expect)));
}

#[test]
fn what_closed_in_the_period_is_won_by_owner_team_and_company() {
    check_won(Bearer::Person(ANN), 120);
    check_won(Bearer::Person(BOB), 30);
    check_won(Bearer::Team(NORTH), 150);
    check_won(Bearer::Company, 162);
}

#[test]
fn rows_and_what_nobody_won_are_the_company() {
    let view = view(&won(), "2026-11-23");
    let people = view.groups.iter().flat_map(|group| &group.people);
    let below: i64 = people.map(|row| row.won.minor).sum();
    assert_eq!(below + view.unowned.expect("unowned").minor, view.company.won.minor);
}

#[test]
fn other_currencies_are_told_and_not_mixed() {
    let mut workspace = won();
    let amount = Some(Money::new(900, Currency::USD));
    let closes = Some(day("2026-11-03"));
    let foreign = Lead { owner: Some(BOB), stage: Some(WON), amount, closes, ..Lead::default() };
    put(&mut workspace, LeadId::drawn(9), &foreign);
    let view = view(&workspace, "2026-11-23");
    let bob = view.row(Bearer::Person(BOB)).expect("a row");
    assert_eq!((bob.won, bob.deals), (yuan_of(30), 2));
    let told = uncounted_sentence(Lang::En, bob).expect("a sentence");
    assert!(told.contains("$9") && told.contains("CNY"), "{told}");
}

// At seven yuan a dollar the 9 dollars of Bob are 63 yuan.
#[test]
fn other_currencies_are_converted_where_their_rates_are_stated() {
    let mut workspace = won();
    let amount = Some(Money::new(900, Currency::USD));
    let closes = Some(day("2026-11-03"));
    let foreign = Lead { owner: Some(BOB), stage: Some(WON), amount, closes, ..Lead::default() };
    put(&mut workspace, LeadId::drawn(9), &foreign);
    let rate = crate::domain::rates::Rate {
        currency: Some(Currency::USD),
        home: Some(Currency::CNY),
        day: Some(day("2026-11-01")),
        units: None,
        millionths: 7_000_000,
    };
    put(&mut workspace, rate.id(), &rate);
    let view = view(&workspace, "2026-11-23");
    let bob = view.row(Bearer::Person(BOB)).expect("a row");
    assert_eq!((bob.won, bob.uncounted.len()), (yuan_of(93), 0));
    let team = view.row(Bearer::Team(NORTH)).map(|it| it.won);
    assert_eq!((team, view.company.won), (Some(yuan_of(213)), yuan_of(225)));
    let past = crate::present::forecast::Passed::default();
    let outlook = crate::present::forecast::ForecastView::new(
        &workspace,
        QUARTER,
        Bearer::Company,
        day("2026-11-23"),
        &past,
    );
    assert_eq!(outlook.map(|it| (it.outlook.won, it.foreign)), Some((22_500, 0)));
}

// The quarter has 66 weekdays and 38 before 24 November. With the first seven days of October off,
// five of them weekdays, and Saturday the 10th worked, it is 34 of 62: 660 × 34 ÷ 62 = 361.94.
#[test]
fn the_calendar_of_the_settings_moves_the_pace() {
    let mut workspace = won();
    set(&mut workspace, Bearer::Company, yuan_of(660));
    let expected = |workspace: &Workspace| {
        let pace = view(workspace, "2026-11-24").company.pace.expect("a pace");
        (pace.days_gone, pace.days, pace.expected.minor)
    };
    assert_eq!(expected(&workspace), (38, 66, 38_000));
    let holidays = Span { first: day("2026-10-01"), last: day("2026-10-07") }.days().collect();
    let extra_working_days = vec![day("2026-10-10")];
    let settings = Settings { holidays, extra_working_days, ..Settings::default() };
    put(&mut workspace, Settings::ID, &settings);
    assert_eq!(expected(&workspace), (34, 62, 36_194));
}

#[test]
fn the_line_shows_where_the_period_lands_and_says_what_pace_goes_by() {
    let mut workspace = won();
    set(&mut workspace, Bearer::Company, yuan_of(660));
    let view = view(&workspace, "2026-11-24");
    let line = chart::pace_line(&workspace, Lang::En, &view).expect("a line");
    let landing = line.line.landing.expect("a landing");
    assert!(162.0 <= landing.low && landing.low < landing.likely && landing.likely < landing.high);
    let basis = super::words::basis_sentence(Lang::En, &view).expect("a basis");
    assert!(basis.starts_with("By working days"), "{basis}");
    let over = super::tests::view(&workspace, "2027-02-01");
    let line = chart::pace_line(&workspace, Lang::En, &over).expect("a line");
    assert_eq!(line.line.landing, None);
}

#[test]
fn teams_and_people_land_where_enough_is_known_of_them() {
    let mut workspace = team();
    for quarter in 0..4_u64 {
        for nth in 0..6_u64 {
            let on = day("2026-01-05").plus(quarter * 91 + nth * 8).to_string();
            lead(&mut workspace, 10 * quarter + nth + 1, Some(ANN), WON, 10, &on);
        }
    }
    lead(&mut workspace, 90, Some(BOB), WON, 10, "2026-10-09");
    set(&mut workspace, Bearer::Person(ANN), yuan_of(100));
    set(&mut workspace, Bearer::Person(BOB), yuan_of(100));
    let today = day("2026-11-20");
    let view = GoalsView::new(&workspace, QUARTER, today).expect("a view");
    let found = row_projections(&workspace, &view, today);
    let ann = found.get(&Bearer::Person(ANN)).expect("a projection");
    assert!(ann.earlier >= 2 && yuan_of(60).minor <= ann.low.minor);
    assert!(found.contains_key(&Bearer::Team(NORTH)));
    assert_eq!(found.get(&Bearer::Person(BOB)), None);
}

#[track_caller]
fn check_quota(set_quotas: &[(Bearer, i64)], bearer: Bearer, expect: Quota) {
    let mut workspace = won();
    for (bearer, yuan) in set_quotas {
        set(&mut workspace, *bearer, yuan_of(*yuan));
    }
    assert_eq!(view(&workspace, "2026-11-23").row(bearer).map(|row| row.quota), Some(expect));
}

#[test]
fn a_quota_is_its_own_or_the_sum_below() {
    let people = [(Bearer::Person(ANN), 10), (Bearer::Person(BOB), 20), (Bearer::Person(CY), 5)];
    check_quota(&people, Bearer::Team(NORTH), Quota::Summed(yuan_of(30)));
    check_quota(&people, Bearer::Company, Quota::Summed(yuan_of(35)));
    let with_team = [people[0], people[2], (Bearer::Team(NORTH), 100)];
    check_quota(&with_team, Bearer::Company, Quota::Summed(yuan_of(105)));
    check_quota(&[(Bearer::Company, 7)], Bearer::Company, Quota::Set(yuan_of(7)));
    check_quota(&[], Bearer::Company, Quota::None);
}

#[track_caller]
fn check_sum(company: Option<i64>, ann: i64, bob: i64, expect: &str) {
    let mut workspace = won();
    if let Some(company) = company {
        set(&mut workspace, Bearer::Company, yuan_of(company));
    }
    set(&mut workspace, Bearer::Person(ANN), yuan_of(ann));
    set(&mut workspace, Bearer::Person(BOB), yuan_of(bob));
    let sentences = sum_sentences(Lang::Zh, &view(&workspace, "2026-11-23"));
    assert_eq!(sentences, [expect]);
}

#[test]
fn a_difference_between_people_and_company_is_stated() {
    check_sum(Some(30), 10, 20, "成员目标合计 ¥30，与公司目标一致。");
    check_sum(Some(100), 10, 20, "成员目标合计 ¥30，比公司目标少 ¥70。");
    check_sum(Some(25), 10, 20, "成员目标合计 ¥30，比公司目标多 ¥5。");
    check_sum(None, 10, 20, "成员目标合计 ¥30。公司未单独设定目标。");
}

#[track_caller]
fn check_sentence(quota: i64, today: &str, expect: &str) {
    let mut workspace = won();
    set(&mut workspace, Bearer::Company, yuan_of(quota));
    let view = view(&workspace, today);
    assert_eq!(pace_sentence(Lang::En, &view, &view.company), expect);
}

// 66 working days, 38 of them before 24 November: of 660 yuan 380 should be won, and 162 are.
#[test]
fn pace_is_told_in_one_sentence() {
    check_sentence(660, "2026-09-30", "Begins on 1 Oct 2026: needs CN¥8 each working day.");
    check_sentence(660, "2026-11-24", "Behind pace by CN¥218: needs CN¥18 each working day.");
    check_sentence(264, "2026-11-24", "Ahead of pace by CN¥10: needs CN¥4 each working day.");
    check_sentence(162, "2026-11-24", "Reached.");
    check_sentence(100, "2026-11-24", "Reached, and CN¥62 over.");
    check_sentence(660, "2026-12-31", "Behind pace by CN¥488: needs CN¥498 each working day.");
    check_sentence(165, "2027-02-01", "Reached 98.2%: CN¥3 short of the quota.");
    check_sentence(150, "2027-02-01", "Reached 108%: CN¥12 over the quota.");
}

#[test]
fn a_period_that_is_over_counts_by_its_last_day() {
    let view = view(&won(), "2027-02-01");
    assert_eq!((view.phase, view.as_of), (Phase::Over, day("2026-12-31")));
}

#[test]
fn the_line_ends_at_the_figure_above_it() {
    let mut workspace = won();
    set(&mut workspace, Bearer::Company, yuan_of(660));
    for (today, steps) in
        [("2026-09-01", 1), ("2026-11-23", 38), ("2026-11-24", 39), ("2027-02-01", 67)]
    {
        let view = view(&workspace, today);
        let line = chart::pace_line(&workspace, Lang::En, &view).expect("a line");
        assert_eq!((line.line.expected.len(), line.line.actual.len()), (67, steps), "{today}");
        assert_eq!(line.line.actual.last(), Some(&162.0), "{today}");
    }
}

#[test]
fn a_certificate_names_formula_inputs_and_leads() {
    let mut workspace = won();
    set(&mut workspace, Bearer::Person(ANN), yuan_of(660));
    let view = view(&workspace, "2026-11-24");
    let bearer = Bearer::Person(ANN);
    let paper = certificate(&workspace, Lang::En, &view, bearer, Figure::Expected);
    let paper = paper.expect("a certificate");
    assert_eq!(paper.value, "CN¥380");
    assert!(paper.formula.ends_with("CN¥660 × 38 ÷ 66."), "{}", paper.formula);
    assert_eq!(paper.leads, [LeadId::drawn(2), LeadId::drawn(1)]);
}

// Weekdays from 1 October, by `cal`: 27 up to Friday 6 November, of the 66; lead 2 is won after it.
#[test]
fn the_table_of_the_pace_opens_each_of_its_days() {
    let mut workspace = won();
    set(&mut workspace, Bearer::Company, yuan_of(660));
    let view = view(&workspace, "2026-11-24");
    let paper = |figure| certificate(&workspace, Lang::En, &view, Bearer::Company, figure);
    let friday = day("2026-11-06");
    let expected = paper(Figure::ExpectedBy(friday)).expect("a certificate");
    assert_eq!(expected.value, "CN¥270");
    assert!(expected.formula.ends_with("CN¥660 × 27 ÷ 66."), "{}", expected.formula);
    let won = paper(Figure::WonBy(friday)).expect("a certificate");
    let leads = [3, 4, 5, 1].map(LeadId::drawn);
    assert_eq!((won.value.as_str(), won.leads.as_slice()), ("CN¥142", leads.as_slice()));
    assert_eq!(paper(Figure::WonBy(day("2026-12-25"))), None);
}

#[track_caller]
fn check_fill(how: Fill, expect: Result<&[i64], NotFilled>) {
    let mut workspace = won();
    set(&mut workspace, Bearer::Company, Money::new(10_000, Currency::CNY));
    let filled = fill(&workspace, &view(&workspace, "2026-11-23"), how);
    let minors = filled.map(|it| it.quotas.iter().map(|(_, quota)| quota.minor).collect());
    assert_eq!(minors, expect.map(<[i64]>::to_vec));
}

#[test]
fn everyone_is_set_in_three_ways() {
    check_fill(Fill::Same(yuan_of(7)), Ok(&[700, 700, 700]));
    check_fill(Fill::Share, Ok(&[3_400, 3_300, 3_300]));
    check_fill(Fill::Grown(QUARTER, 100), Ok(&[13_200, 3_300, 770]));
    check_fill(Fill::Grown(Period::Quarter(2026, 3), -505), Ok(&[44_550]));
    check_fill(Fill::Grown(year_before(QUARTER), 0), Err(NotFilled::NothingWon));
}

#[test]
fn nothing_can_be_shared_without_a_company_quota() {
    let filled = fill(&won(), &view(&won(), "2026-11-23"), Fill::Share);
    assert_eq!(filled, Err(NotFilled::NoCompanyQuota));
}

#[test]
fn what_is_needed_is_rounded_up() {
    for (minor, expect) in [(1, 100), (100, 100), (101, 200), (0, 0), (-150, -100)] {
        let up = whole_up(Money::new(minor, Currency::CNY));
        assert_eq!(up.minor, expect, "{minor}");
    }
}

#[test]
fn growth_is_read_as_people_type_it() {
    let cases = [
        ("10", Some(100)),
        ("-5.5%", Some(-55)),
        ("−5", Some(-50)),
        ("＋3．2％", Some(32)),
        ("-100", Some(-1000)),
        ("-101", None),
        ("10.25", None),
        ("", None),
        ("ten", None),
    ];
    for (text, expect) in cases {
        assert_eq!(growth_permille(text), expect, "{text}");
    }
}

proptest! {
    #[test]
    fn shares_of_the_company_are_the_company(minor in 0_i64..i64::MAX) {
        let mut workspace = won();
        set(&mut workspace, Bearer::Company, Money::new(minor, Currency::CNY));
        let filled = fill(&workspace, &view(&workspace, "2026-11-23"), Fill::Share).expect("shares");
        prop_assert_eq!(filled.quotas.iter().map(|(_, it)| it.minor).sum::<i64>(), minor);
    }
}
