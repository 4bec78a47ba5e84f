//! Tests of how indicators are shown, and of what may be typed.

use super::goals::{MeasuredView, editable_target, parse_target};
use super::words::{Shown, lexicon};
use super::*;
use crate::domain::indicator::goal::{IndicatorGoal, Target};
use crate::domain::money::Currency;
use crate::present::for_tests::{ANN, BOB, NORTH, WON, day, lead, put, team, yuan_of};

const QUARTER: Period = Period::Quarter(2026, 4);

fn workspace() -> Workspace {
    let mut workspace = team();
    lead(&mut workspace, 1, Some(ANN), WON, 1000, "2026-10-05");
    lead(&mut workspace, 2, Some(BOB), WON, 500, "2026-11-05");
    workspace
}

#[track_caller]
fn check_typed(lang: Lang, text: &str, expect: &str) {
    let workspace = workspace();
    let scope = scope(&workspace, QUARTER, day("2026-11-25")).expect("a scope");
    let id = IndicatorId::drawn(1);
    let found = match typed(&workspace, lang, id, (text, false), scope) {
        Typed::Holds { figures, .. } => figures.company,
        Typed::Wrong(it) => {
            let fix = it.fix.map(|(_, text)| [" → ", &text].concat()).unwrap_or_default();
            [&it.before, "[", &it.marked, "]", &it.after, &fix].concat()
        }
    };
    assert_eq!(found, expect, "{text}");
}

#[test]
fn formulas_are_typed_in_either_language() {
    check_typed(Lang::En, "Won amount / Won count", "CN¥750");
    check_typed(Lang::Zh, "赢单金额 ÷ 赢单数", "¥750");
    check_typed(Lang::Zh, "求和（赢单线索 其中 金额 ＞ 600）", "¥1,000");
    check_typed(Lang::En, "赢单金额", "CN¥1,500");
    check_typed(Lang::En, "Calls / Won count", "0");
    check_typed(Lang::En, "Won count / Calls", "no value");
}

#[test]
fn what_is_wrong_is_marked_and_mended() {
    check_typed(Lang::En, "Won amont / 2", "[Won amont] / 2 → Won amount / 2");
    check_typed(Lang::Zh, "赢单金 × 2", "[赢单金] × 2 → 赢单金额 × 2");
    check_typed(Lang::En, "2 × Calls ÷ (Visits", "2 × Calls ÷ [(]Visits");
    check_typed(Lang::En, "Won amount + Calls", "Won amount [+] Calls");
    check_typed(Lang::En, "Calls +", "Calls +[␣]");
}

#[test]
fn every_indicator_reads_back_from_its_words() {
    let workspace = workspace();
    for lang in [Lang::En, Lang::Zh] {
        let words = lexicon(&workspace, lang);
        for builtin in Builtin::ALL {
            let text = print(&builtin.formula(), &words);
            assert_eq!(read(&text, &words), Ok(builtin.formula()), "{text}");
            let name = Formula::Of(Measure::Builtin(builtin), Default::default());
            assert_eq!(read(&print(&name, &words), &words), Ok(name), "{builtin:?}");
        }
    }
}

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I: 81 of
// 263 has Wilson's interval from 0.2553 to 0.3662.
#[test]
fn a_win_rate_is_told_with_its_interval_or_as_too_few() {
    let told = |won: i64, lost: i64| {
        let counts = [won, lost].map(|it| Some(Exact::whole(it.into())));
        super::with_interval(Lang::En, "31%".to_owned(), counts)
    };
    assert_eq!(told(81, 182), "31% (25.5% to 36.6%)");
    assert!(told(3, 7).starts_with("31%, too few to tell ("), "{}", told(3, 7));
    assert_eq!(told(0, 0), "31%");
}

#[track_caller]
fn check_target(text: &str, unit: Unit, percent: bool, expect: Option<(Target, &str)>) {
    let shown = Shown { unit, percent, currency: Currency::CNY };
    let found = parse_target(text, shown);
    let found = found.map(|it| (it, editable_target(it, shown)));
    assert_eq!(found, expect.map(|(it, text)| (it, text.to_owned())), "{text}");
}

#[test]
fn goals_are_typed_as_amounts_numbers_and_percent() {
    let thousandths = Target::Thousandths;
    check_target("1,200", Unit::Number, false, Some((thousandths(1_200_000), "1200")));
    check_target("12.5", Unit::Number, false, Some((thousandths(12_500), "12.5")));
    check_target("35.5%", Unit::Number, true, Some((thousandths(355), "35.5")));
    check_target("３０％", Unit::Number, true, Some((thousandths(300), "30")));
    check_target("-5", Unit::Number, true, Some((thousandths(-50), "-5")));
    check_target("12万", Unit::Money, false, Some((Target::Amount(yuan_of(120_000)), "120000")));
    check_target("many", Unit::Number, false, None);
    check_target("1.2345", Unit::Number, false, None);
}

// The quarter has 66 weekdays, 40 of them before 26 November: 33 × 40 ÷ 66 = 20 are expected, and
// 31 are left for 26 days, today among them.
#[test]
fn sums_have_a_pace_and_rates_have_none() {
    let mut workspace = workspace();
    let view = |workspace: &Workspace, of| {
        let asked = (QUARTER, Measure::Builtin(of));
        MeasuredView::new(workspace, Lang::En, asked, day("2026-11-26")).expect("a view")
    };
    for (measure, target) in [(Builtin::WonCount, 33_000), (Builtin::WinRate, 800)] {
        let measure = Measure::Builtin(measure);
        let goal =
            IndicatorGoal::new(Bearer::Company, QUARTER, measure, Target::Thousandths(target));
        put(&mut workspace, IndicatorGoal::id_of(Bearer::Company, QUARTER, measure), &goal);
    }
    let count = view(&workspace, Builtin::WonCount).rows.remove(0);
    let told = [count.target_words, count.actual, count.expected, count.gap, count.needed];
    assert_eq!(told, ["33", "2", "20", "−18", "1.19"]);
    let rate = view(&workspace, Builtin::WinRate).rows.remove(0);
    let told = [rate.target_words, rate.actual, rate.expected, rate.gap, rate.needed];
    assert_eq!(told, ["80%", "100%", "", "+20 points", ""]);
}

// As above: 33 × 40 ÷ 66 = 20, 2 − 20 = −18, (33 − 2) ÷ 26 = 1.19…, 2 ÷ 33 = 6.06… %.
#[test]
fn the_figures_of_a_goal_open_what_they_are_made_of() {
    use progress::GoalFigure::{Attainment, Expected, Gap, Needed};
    let mut workspace = workspace();
    let (count, rate) = (Measure::Builtin(Builtin::WonCount), Measure::Builtin(Builtin::WinRate));
    for (measure, target) in [(count, 33_000), (rate, 800)] {
        let goal =
            IndicatorGoal::new(Bearer::Company, QUARTER, measure, Target::Thousandths(target));
        put(&mut workspace, IndicatorGoal::id_of(Bearer::Company, QUARTER, measure), &goal);
    }
    let paper = |measure, figure| {
        let asked = (measure, Bearer::Company, figure);
        progress::certificate(&workspace, Lang::En, asked, QUARTER, day("2026-11-26"))
    };
    let told = |measure, figure| paper(measure, figure).map(|(it, _)| it.value);
    let told = [Expected, Gap, Needed, Attainment].map(|it| told(count, it).expect("a figure"));
    assert_eq!(told, ["20", "−18", "1.19", "6.1%"]);
    let (paper_of_gap, _) = paper(count, Gap).expect("a figure");
    assert_eq!(paper_of_gap.formula, "Reached − expected by today: 2 − 20.");
    assert_eq!(paper_of_gap.leads.len(), 2);
    assert_eq!(paper(rate, Gap).map(|(it, _)| it.value).as_deref(), Some("+20 points"));
    assert!(paper(rate, Expected).is_none() && paper(rate, Needed).is_none());
}

#[test]
fn a_team_without_a_goal_has_the_sum_of_its_people() {
    let mut workspace = workspace();
    let measure = Measure::Builtin(Builtin::Calls);
    for (person, calls) in [(ANN, 10_000), (BOB, 5_000)] {
        let bearer = Bearer::Person(person);
        let goal = IndicatorGoal::new(bearer, QUARTER, measure, Target::Thousandths(calls));
        put(&mut workspace, IndicatorGoal::id_of(bearer, QUARTER, measure), &goal);
    }
    let view = MeasuredView::new(&workspace, Lang::En, (QUARTER, measure), day("2026-11-25"));
    let view = view.expect("a view");
    let row = view.row(Bearer::Team(NORTH)).expect("a row");
    assert_eq!((row.target_words.as_str(), row.is_summed), ("15", true));
}
