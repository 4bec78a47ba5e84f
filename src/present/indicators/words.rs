//! Words of formulas: names in the language of the reader, values, and what is wrong where.

use crate::domain::exact::Exact;
use crate::domain::indicator::{
    Attribute, Builtin, Formula, Lexicon, Measure, Records, Term, Unit, What, Why, Wrong, print,
};
use crate::domain::money::{Currency, Money};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::words::whole;

/// The words of formulas. Those of the language come first and so are the ones that are written;
/// those of the other language are understood, too.
pub fn lexicon(workspace: &Workspace, lang: Lang) -> Lexicon {
    let mut lexicon = Lexicon::default();
    let other = if lang == Lang::En { Lang::Zh } else { Lang::En };
    for lang in [lang, other] {
        add_words(&mut lexicon, lang);
    }
    for (id, indicator) in workspace.indicators.iter() {
        lexicon.add(Term::Measure(Measure::Own(id)), &indicator.name);
    }
    lexicon
}

fn add_words(lexicon: &mut Lexicon, lang: Lang) {
    for builtin in Builtin::ALL {
        lexicon.add(Term::Measure(Measure::Builtin(builtin)), lang.measure(builtin));
    }
    for what in [What::Count, What::Sum] {
        lexicon.add(Term::What(what), lang.formula_what(what));
    }
    for records in Records::ALL {
        lexicon.add(Term::Records(records), lang.formula_records(records));
    }
    for attribute in Attribute::ALL {
        lexicon.add(Term::Attribute(attribute), lang.formula_attribute(attribute));
    }
    lexicon.add(Term::YearBefore, lang.formula_year_before());
    lexicon.add(Term::Where, lang.formula_where());
    lexicon.add(Term::And, lang.formula_and());
    lexicon.add(Term::Records(Records::Won), lang.formula_short_won());
    lexicon.add(Term::Records(Records::Lost), lang.formula_short_lost());
    lexicon.add(Term::Records(Records::Open), lang.formula_short_open());
}

/// The name of an indicator; empty where it is gone.
pub fn measure_name(workspace: &Workspace, lang: Lang, measure: Measure) -> String {
    match measure {
        Measure::Builtin(it) => lang.measure(it).to_owned(),
        Measure::Own(id) => {
            workspace.indicators.get(id).map(|it| it.name.clone()).unwrap_or_default()
        }
    }
}

/// A formula in the words of the language.
pub fn formula(workspace: &Workspace, lang: Lang, formula: &Formula) -> String {
    print(formula, &lexicon(workspace, lang))
}

/// How values of an indicator are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it measures.
    pub unit: Unit,
    /// Whether a number is shown in percent.
    pub percent: bool,
    /// The currency of amounts.
    pub currency: Currency,
}

impl Shown {
    /// A value: amounts in whole units, numbers with at most two decimals.
    pub fn value(self, lang: Lang, value: Exact) -> String {
        match self.unit {
            Unit::Money => format::money(lang, whole(Money::new(value.rounded(), self.currency))),
            Unit::Number | Unit::Typed if self.percent => {
                let permille = value.times(Exact::whole(1000)).unwrap_or(value);
                format::percent(lang, permille.rounded())
            }
            Unit::Number | Unit::Typed => number(lang, value),
        }
    }

    /// A value, or that there is none.
    pub fn value_or_none(self, lang: Lang, value: Option<Exact>) -> String {
        value.map_or_else(|| lang.indicators_no_value().to_owned(), |it| self.value(lang, it))
    }

    /// How much two values differ, without a sign.
    pub fn size(self, lang: Lang, value: Exact) -> String {
        let size = if value < Exact::ZERO { value.negated().unwrap_or(value) } else { value };
        if self.percent && self.unit != Unit::Money {
            let points = size.times(Exact::whole(100)).unwrap_or(size);
            return lang.measured_points(&number(lang, points));
        }
        self.value(lang, size)
    }
}

fn number(lang: Lang, value: Exact) -> String {
    let hundredths = value.times(Exact::whole(100)).unwrap_or(value).rounded();
    let digits = match hundredths {
        it if it % 100 == 0 => 0,
        it if it % 10 == 0 => 1,
        _ => 2,
    };
    format::decimal(lang, hundredths as f64 / 100.0, digits)
}

/// What is wrong with a typed formula, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongView {
    /// The text before what is wrong.
    pub before: String,
    /// What is wrong; a gap where something is missing at the end.
    pub marked: String,
    /// The text after it.
    pub after: String,
    /// What is wrong, and what to do.
    pub sentence: String,
    /// What it may have meant, and the whole text with it.
    pub fix: Option<(String, String)>,
}

/// What is wrong with a text.
pub fn wrong(lang: Lang, text: &str, wrong: &Wrong) -> WrongView {
    let chars: Vec<char> = text.chars().collect();
    let first = wrong.place.first.min(chars.len());
    let end = wrong.place.end.clamp(first, chars.len());
    let part = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
    let (before, after) = (part(0..first), part(end..chars.len()));
    let like = match &wrong.why {
        Why::UnknownName(_, like) => like.clone(),
        Why::UnknownRecords(typed, like) | Why::UnknownAttribute(typed, like) => {
            like.clone().filter(|_| !typed.is_empty())
        }
        _ => None,
    };
    let fix = like.map(|it| (lang.formula_use(&it), [&before, it.as_str(), &after].concat()));
    let marked = part(first..end);
    let marked = if marked.trim().is_empty() { "\u{2423}".to_owned() } else { marked };
    WrongView { before, marked, after, sentence: sentence(lang, &wrong.why), fix }
}

fn sentence(lang: Lang, why: &Why) -> String {
    let fixed = match why {
        Why::UnknownName(name, _) if !name.is_empty() => return lang.formula_unknown(name),
        Why::UnknownName(..) => lang.indicators_broken(),
        Why::UnknownRecords(name, _) if name.is_empty() => lang.formula_records_missing(),
        Why::UnknownRecords(name, _) => return lang.formula_unknown_records(name),
        Why::UnknownAttribute(name, _) if name.is_empty() => lang.formula_attribute_missing(),
        Why::UnknownAttribute(name, _) => return lang.formula_unknown_attribute(name),
        Why::Empty => lang.formula_empty(),
        Why::BracketOpen => lang.formula_bracket_open(),
        Why::BracketClosed => lang.formula_bracket_closed(),
        Why::QuoteOpen => lang.formula_quote_open(),
        Why::PartMissing => lang.formula_part_missing(),
        Why::SignMissing => lang.formula_sign_missing(),
        Why::WhereMissing => lang.formula_where_missing(),
        Why::CompareMissing => lang.formula_compare_missing(),
        Why::ValueMissing => lang.formula_value_missing(),
        Why::NothingToSum => lang.formula_nothing_to_sum(),
        Why::NumberTooLong => lang.formula_number_too_long(),
        Why::TooDeep => lang.formula_too_deep(),
        Why::TooLong => lang.formula_too_long(),
        Why::MoneyTimesMoney => lang.formula_money_times_money(),
        Why::OverMoney => lang.formula_over_money(),
        Why::MoneyAndNumber => lang.formula_money_and_number(),
        Why::Circle => lang.formula_is_circle(),
    };
    fixed.to_owned()
}
