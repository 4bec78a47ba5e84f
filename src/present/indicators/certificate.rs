//! How the value of an indicator was computed: its formula, what was counted and summed for it, and
//! the records.

use super::scope;
use super::words::{Shown, formula as formula_words, lexicon, measure_name};
use crate::domain::arrange;
use crate::domain::behind::Behind;
use crate::domain::calendar::{Day, Period};
use crate::domain::exact::Exact;
use crate::domain::goal::Bearer;
use crate::domain::id::LeadId;
use crate::domain::indicator::{Book, Computed, Formula, Measure, Part, Unit, What, print};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;
use crate::present::rates::conversion_notes;

/// What is certified: the value of an indicator, or of a formula that is not kept yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The indicator.
    pub measure: Measure,
    /// Its formula, which may be typed and not kept yet.
    pub formula: Formula,
    /// How its values are shown.
    pub shown: Shown,
    /// Whose value it is.
    pub bearer: Bearer,
}

impl Asked {
    /// The value of an indicator as it is kept; `None` where it cannot be computed.
    pub fn kept(workspace: &Workspace, measure: Measure, bearer: Bearer) -> Option<Asked> {
        let book = Book::new(workspace);
        let shown = super::shown(workspace, &book, measure)?;
        Some(Asked { measure, formula: book.formula(measure)?, shown, bearer })
    }
}

/// How a value was computed, with the records that are no leads; `None` where there is none.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    asked: &Asked,
    period: Period,
    today: Day,
) -> Option<(Certificate, Vec<Behind>)> {
    let (Asked { shown, bearer, .. }, scope) = (asked, scope(workspace, period, today)?);
    let formula = asked.formula.clone();
    let book = match asked.measure {
        Measure::Own(id) => Book::with(workspace, id, formula.clone()),
        Measure::Builtin(_) => Book::new(workspace),
    };
    let computed = Computed::with_records(workspace, &book, formula.clone(), scope);
    let behind = computed.behind(*bearer);
    let parts = computed.parts(*bearer);
    let (first, last) = (format::day(lang, scope.span.first), format::day(lang, scope.span.last));
    let whose = match bearer {
        Bearer::Company => lang.goals_company().to_owned(),
        Bearer::Person(id) => workspace.people.get(*id)?.name.clone(),
        Bearer::Team(id) => workspace.teams.get(*id)?.name.clone(),
    };
    let name = measure_name(workspace, lang, asked.measure);
    let names = [name, format::period(lang, period), whose];
    let names: Vec<String> = names.into_iter().filter(|it| !it.is_empty()).collect();
    let words = formula_words(workspace, lang, &formula);
    let mut notes = Vec::new();
    let value = computed.of(0, *bearer);
    if value.is_none() {
        notes.push(lang.indicators_no_value_why().to_owned());
    }
    if parts.iter().any(|it| it.years != 0) && scope.span.holds(today) {
        notes.push(lang.certificate_same_days().to_owned());
    }
    let (rates, conversion) = (&computed.rates, &computed.conversion);
    notes.extend(conversion_notes(lang, conversion, rates, rates.home()));
    let lexicon = lexicon(workspace, lang);
    let input = |it: &Part<'_>| {
        let name = print(&Formula::Tally(it.tally.clone()), &lexicon);
        let name = match it.years {
            0 => name,
            years => lang.certificate_year_before(&name, years),
        };
        (name, exactly(lang, *shown, it))
    };
    let (leads, others) = sorted(workspace, behind.into_iter());
    let paper = Certificate {
        title: names.join(" · "),
        value: shown.value_or_none(lang, value),
        formula: lang.certificate_of_indicator(&first, &last, &words),
        inputs: parts.iter().map(input).collect(),
        notes,
        leads,
    };
    Some((paper, others))
}

/// A count, or a sum to the last digit.
fn exactly(lang: Lang, shown: Shown, part: &Part<'_>) -> String {
    let unit = match part.tally.what {
        What::Count => Unit::Number,
        What::Sum => Unit::Money,
    };
    let minor = |it: Exact| Money::new(it.rounded(), shown.currency);
    match unit {
        Unit::Money => format::money(lang, minor(part.value)),
        _ => Shown { unit, percent: false, ..shown }.value(lang, part.value),
    }
}

/// The leads, the latest first, and what is none, the latest first.
pub(in crate::present) fn sorted(
    workspace: &Workspace,
    behind: impl Iterator<Item = Behind>,
) -> (Vec<LeadId>, Vec<Behind>) {
    let (mut leads, mut others) = (Vec::new(), Vec::new());
    for record in behind {
        match record {
            Behind::Lead(id) => leads.push(id),
            other => others.push(other),
        }
    }
    let closes = |id: LeadId| workspace.leads.get(id).and_then(|it| it.closes.or(it.created));
    let day = |it: Behind| match it {
        Behind::Lead(id) => closes(id),
        Behind::Activity(id) => workspace.activities.get(id).and_then(|it| it.on),
        Behind::Task(id) => workspace.delivery_tasks.get(id).and_then(|it| it.first),
    };
    arrange::by_cached_key(&mut leads, |it| (std::cmp::Reverse(closes(*it)), *it));
    arrange::by_cached_key(&mut others, |it| (std::cmp::Reverse(day(*it)), *it));
    (leads, others)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::activity::{Activity, ActivityKind};
    use crate::domain::id::ActivityId;
    use crate::domain::indicator::Builtin;
    use crate::domain::rates::Rate;
    use crate::present::for_tests::{ANN, BOB, WON, day, lead, put, team};

    const QUARTER: Period = Period::Quarter(2026, 4);

    /// Ann won 1,000 yuan and 100 dollars, Bob 500 yuan; Ann made a call. A dollar was 7 yuan.
    fn board() -> Workspace {
        let mut board = team();
        lead(&mut board, 1, Some(ANN), WON, 1000, "2026-10-05");
        lead(&mut board, 2, Some(BOB), WON, 500, "2026-11-05");
        lead(&mut board, 3, Some(ANN), WON, 100, "2026-11-06");
        let usd = crate::domain::money::Currency::USD;
        let mut dollars = board.leads.get(LeadId::drawn(3)).expect("a lead").clone();
        dollars.amount = Some(Money::new(10_000, usd));
        put(&mut board, LeadId::drawn(3), &dollars);
        let rate = Rate {
            currency: Some(usd),
            home: Some(board.settings().currency()),
            day: Some(day("2026-11-02")),
            units: None,
            millionths: 7_000_000,
        };
        put(&mut board, rate.id(), &rate);
        let call = Activity {
            person: Some(ANN),
            kind: Some(ActivityKind::Call),
            on: Some(day("2026-11-05")),
            ..Activity::default()
        };
        put(&mut board, ActivityId::drawn(9), &call);
        board
    }

    #[track_caller]
    fn check(measure: Builtin, bearer: Bearer, expect: (&str, &[u64], usize)) {
        let board = board();
        let asked = Asked::kept(&board, Measure::Builtin(measure), bearer).expect("an indicator");
        let found = certificate(&board, Lang::En, &asked, QUARTER, day("2026-11-25"));
        let (paper, others) = found.expect("a certificate");
        let leads: Vec<LeadId> = expect.1.iter().map(|it| LeadId::drawn(*it)).collect();
        assert_eq!((&*paper.value, paper.leads, others.len()), (expect.0, leads, expect.2));
    }

    #[test]
    fn a_value_names_the_records_that_were_counted_for_it() {
        check(Builtin::WonAmount, Bearer::Company, ("CN¥2,200", &[3, 2, 1], 0));
        check(Builtin::WonAmount, Bearer::Person(ANN), ("CN¥1,700", &[3, 1], 0));
        check(Builtin::AverageWon, Bearer::Person(BOB), ("CN¥500", &[2], 0));
        check(Builtin::Calls, Bearer::Person(ANN), ("1", &[], 1));
        check(Builtin::Calls, Bearer::Person(BOB), ("0", &[], 0));
    }

    #[test]
    fn inputs_are_what_was_counted_and_the_rate_is_told_with_its_day() {
        let board = board();
        let average = Measure::Builtin(Builtin::AverageWon);
        let asked = Asked::kept(&board, average, Bearer::Company).expect("an indicator");
        let found = certificate(&board, Lang::En, &asked, QUARTER, day("2026-11-25"));
        let (paper, _) = found.expect("a certificate");
        let inputs: Vec<&str> = paper.inputs.iter().map(|(_, it)| &**it).collect();
        assert_eq!(inputs, ["3", "CN¥2,200"]);
        assert_eq!(
            paper.notes,
            [
                "≈ Amounts in other currencies are converted: 1 USD on 2 Nov 2026 = 7 CNY (leads: 1)."
            ]
        );
    }
}
