//! Indicators: the list with formulas and figures, one of them by person, and one that is being
//! typed.

pub mod certificate;
pub mod goals;
pub mod progress;
#[cfg(test)]
mod tests;
pub mod words;

use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::exact::Exact;
use crate::domain::goal::Bearer;
use crate::domain::id::{IndicatorId, PersonId};
use crate::domain::indicator::{
    Book, Builtin, Computed, Formula, Lexicon, Measure, Nature, Scope, Unit, print, read,
};
use crate::domain::insight::Rate;
use crate::domain::people::Person;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::name_order::NameOrder;
use crate::present::rates::conversion_notes;
use words::{Shown, WrongView, lexicon, measure_name};

/// The tables that indicators are read from.
pub const TABLES: [Table; 14] = [
    Table::Indicators,
    Table::Rates,
    Table::IndicatorGoals,
    Table::Leads,
    Table::Stages,
    Table::Activities,
    Table::Customers,
    Table::Products,
    Table::People,
    Table::Teams,
    Table::Settings,
    Table::Goals,
    Table::QuotaYears,
    Table::Imports,
];

/// An indicator in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorRow {
    /// Which one.
    pub measure: Measure,
    /// Its name.
    pub name: String,
    /// Its formula; for one that cannot be computed, why.
    pub formula: String,
    /// The company's value; empty for one that cannot be computed.
    pub value: String,
}

/// One indicator with its people.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorView {
    /// Its name.
    pub name: String,
    /// Its formula.
    pub formula: String,
    /// Whether its periods add up.
    pub nature: &'static str,
    /// What it is worth.
    pub figures: FiguresView,
    /// How many goals are set for it.
    pub goals: usize,
}

/// The values of an indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FiguresView {
    /// The company's.
    pub company: String,
    /// Each person's, by name: whose it is, the name, the value.
    pub people: Vec<(PersonId, String, String)>,
    /// What is left out, and how amounts were converted.
    pub notes: Vec<String>,
    /// The formula that all of it is computed by, and how its values are shown.
    pub of: Option<(Formula, Shown)>,
}

/// What a typed formula comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Typed {
    /// It holds.
    Holds {
        /// The form that is kept.
        stored: String,
        /// Whether it measures a number, which may be shown in percent.
        is_number: bool,
        /// Whether its periods add up.
        nature: &'static str,
        /// What it would be worth.
        figures: FiguresView,
    },
    /// It does not.
    Wrong(WrongView),
}

/// The scope of a period on a day; `None` outside the calendar.
pub fn scope(workspace: &Workspace, period: Period, today: Day) -> Option<Scope> {
    Some(Scope { span: period.span(workspace.settings().fiscal_start())?, today })
}

/// How values of an indicator are shown; `None` where it cannot be computed.
pub fn shown(workspace: &Workspace, book: &Book, measure: Measure) -> Option<Shown> {
    let percent = match measure {
        Measure::Builtin(it) => it.is_percent(),
        Measure::Own(id) => workspace.indicators.get(id)?.percent,
    };
    let unit = book.kind(measure)?.unit;
    Some(Shown { unit, percent, currency: workspace.settings().currency() })
}

/// All indicators: the manager's own by name, then the built-in ones.
pub fn measures(workspace: &Workspace) -> Vec<Measure> {
    let mut own: Vec<(IndicatorId, &String)> =
        workspace.indicators.iter().map(|(id, it)| (id, &it.name)).collect();
    arrange::by_cached_key(&mut own, |(id, name)| (NameOrder::of(name), *id));
    let own = own.into_iter().map(|(id, _)| Measure::Own(id));
    own.chain(Builtin::ALL.into_iter().map(Measure::Builtin)).collect()
}

/// The list of indicators with the company's values in a period, and how amounts were converted for
/// them.
pub fn list(
    workspace: &Workspace,
    lang: Lang,
    period: Period,
    today: Day,
) -> (Vec<IndicatorRow>, Vec<String>) {
    let Some(scope) = scope(workspace, period, today) else { return Default::default() };
    let (book, words) = (Book::new(workspace), lexicon(workspace, lang));
    let measures = measures(workspace);
    let of = |it: &Measure| Formula::Of(*it, Default::default());
    let formulas = measures.iter().map(of).collect();
    let computed = Computed::new(workspace, &book, formulas, scope);
    let row = |(nth, measure): (usize, Measure)| {
        let shown = shown(workspace, &book, measure);
        let value = |it: Shown| it.value_or_none(lang, computed.of(nth, Bearer::Company));
        let formula = book.formula(measure).filter(|_| shown.is_some());
        IndicatorRow {
            measure,
            name: measure_name(workspace, lang, measure),
            formula: formula
                .map_or_else(|| lang.indicators_broken().to_owned(), |it| print(&it, &words)),
            value: shown.map(value).unwrap_or_default(),
        }
    };
    let rows = measures.into_iter().enumerate().map(row).collect();
    let (rates, conversion) = (&computed.rates, &computed.conversion);
    (rows, conversion_notes(lang, conversion, rates, rates.home()))
}

/// One indicator by person; `None` where it is gone or cannot be computed.
pub fn one(
    workspace: &Workspace,
    lang: Lang,
    measure: Measure,
    period: Period,
    today: Day,
) -> Option<IndicatorView> {
    let (book, scope) = (Book::new(workspace), scope(workspace, period, today)?);
    let formula = book.formula(measure)?;
    let kind = book.kind(measure)?;
    let shown = shown(workspace, &book, measure)?;
    let goals = workspace.indicator_goals.values().filter(|it| it.measure == Some(measure));
    Some(IndicatorView {
        name: measure_name(workspace, lang, measure),
        formula: words::formula(workspace, lang, &formula),
        nature: nature(lang, kind.nature),
        figures: match measure {
            Measure::Builtin(Builtin::WinRate) => {
                figures(workspace, lang, &book, win_rate(&book, formula), (scope, shown))
            }
            _ => figures(workspace, lang, &book, vec![formula], (scope, shown)),
        },
        goals: goals.count(),
    })
}

/// What a typed formula comes to as the formula of an indicator.
pub fn typed(
    workspace: &Workspace,
    lang: Lang,
    id: IndicatorId,
    (text, percent): (&str, bool),
    scope: Scope,
) -> Typed {
    let checked = read(text, &lexicon(workspace, lang)).and_then(|formula| {
        let kind = Book::new(workspace).check(id, &formula)?;
        Ok((formula, kind))
    });
    let (formula, kind) = match checked {
        Ok(found) => found,
        Err(it) => return Typed::Wrong(words::wrong(lang, text, &it)),
    };
    let own = workspace.indicators.iter().map(|(id, _)| id).chain([id]);
    let stored = print(&formula, &Lexicon::codes(own));
    let currency = workspace.settings().currency();
    let shown = Shown { unit: kind.unit, percent, currency };
    let book = Book::with(workspace, id, formula.clone());
    Typed::Holds {
        stored,
        is_number: kind.unit != Unit::Money,
        nature: nature(lang, kind.nature),
        figures: figures(workspace, lang, &book, vec![formula], (scope, shown)),
    }
}

/// Whether a name is that of a built-in indicator in any language.
pub fn is_builtin_name(name: &str) -> bool {
    let folded = name.trim().to_lowercase();
    let named =
        |lang: Lang| Builtin::ALL.into_iter().any(|it| lang.measure(it).to_lowercase() == folded);
    named(Lang::En) || named(Lang::Zh)
}

fn nature(lang: Lang, nature: Nature) -> &'static str {
    match nature {
        Nature::Sum => lang.indicators_adds_up(),
        Nature::Rate => lang.indicators_level(),
        Nature::Constant => lang.indicators_constant(),
    }
}

/// The win rate with what it is a rate of: what was won, and what was lost.
fn win_rate(book: &Book, formula: Formula) -> Vec<Formula> {
    let counts = [Builtin::WonCount, Builtin::LostCount].map(Measure::Builtin);
    std::iter::once(formula).chain(counts.iter().filter_map(|it| book.formula(*it))).collect()
}

/// How far a rate can be trusted, after its value; nothing where nothing has closed.
fn with_interval(lang: Lang, value: String, counts: [Option<Exact>; 2]) -> String {
    let [won, lost] = counts.map(|it| it.and_then(|it| u64::try_from(it.rounded()).ok()));
    let rate = won.zip(lost).and_then(|(won, lost)| Rate::new(won, won + lost));
    let Some(rate) = rate else { return value };
    let [low, high] =
        [rate.low, rate.high].map(|it| format::percent(lang, (it * 1000.0).round() as i64));
    match rate.is_settled() {
        true => lang.indicators_rate_between(&value, &low, &high),
        false => lang.indicators_rate_too_few(&value, &low, &high),
    }
}

/// The values of the first formula; where two more follow it, it is a rate of their counts.
fn figures(
    workspace: &Workspace,
    lang: Lang,
    book: &Book,
    formulas: Vec<Formula>,
    (scope, shown): (Scope, Shown),
) -> FiguresView {
    let is_rate = formulas.len() == 3;
    let of = formulas.first().map(|it| (it.clone(), shown));
    let computed = Computed::new(workspace, book, formulas, scope);
    let there = |person: &Person| crate::present::goals::is_there(person, scope.span);
    let mut people: Vec<(PersonId, &Person)> =
        workspace.people.iter().filter(|(_, it)| there(it)).collect();
    arrange::by_cached_key(&mut people, |(id, it)| (NameOrder::of(&it.name), *id));
    let told = |value: Option<Exact>, bearer: Bearer| {
        let value = shown.value_or_none(lang, value);
        let counts = || [1, 2].map(|nth| computed.of(nth, bearer));
        if is_rate { with_interval(lang, value, counts()) } else { value }
    };
    let company = computed.of(0, Bearer::Company);
    let values: Vec<Option<Exact>> =
        people.iter().map(|(id, _)| computed.of(0, Bearer::Person(*id))).collect();
    let mut notes = Vec::new();
    if company.is_none() || values.contains(&None) {
        notes.push(lang.indicators_no_value_why().to_owned());
    }
    let (rates, conversion) = (&computed.rates, &computed.conversion);
    notes.extend(conversion_notes(lang, conversion, rates, rates.home()));
    let people = people.iter().zip(values);
    FiguresView {
        company: told(company, Bearer::Company),
        people: people
            .map(|((id, it), found)| (*id, it.name.clone(), told(found, Bearer::Person(*id))))
            .collect(),
        notes,
        of,
    }
}

/// What a formula of an indicator may be put together from, as it is written: signs, the other
/// indicators, and the beginnings of counts and sums.
pub fn names(workspace: &Workspace, lang: Lang, id: IndicatorId) -> Vec<String> {
    let words = lexicon(workspace, lang);
    let signs = ["+", "−", "×", "÷", "(", ")"].map(str::to_owned);
    let measures = measures(workspace).into_iter().filter(|it| *it != Measure::Own(id));
    let measures = measures.map(|it| print(&Formula::Of(it, Default::default()), &words));
    let example = [
        format!("{}({}", lang.formula_count(), lang.formula_won()),
        format!("{}({}", lang.formula_sum(), lang.formula_won()),
        format!("{} {} = \"", lang.formula_where(), lang.formula_source()),
        format!("{}(", lang.formula_year_before()),
    ];
    signs.into_iter().chain(measures).chain(example).collect()
}
