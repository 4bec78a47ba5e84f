//! The market book: notes and assumptions in rows, and as they are filled in.

use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{AssumptionId, MarketNoteId, ProductId};
use crate::domain::market::{Assumption, MarketNote};
use crate::domain::money::Money;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::words::signed;
use crate::present::name_order::NameOrder;

/// The tables that the market book is read from.
pub const TABLES: [Table; 6] = [
    Table::MarketNotes,
    Table::Assumptions,
    Table::Products,
    Table::Teams,
    Table::Competitors,
    Table::Settings,
];

/// A note in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteRow {
    /// The note.
    pub id: MarketNoteId,
    /// What was heard.
    pub text: String,
    /// What it is about, when it was so, where it comes from, how sure it is.
    pub facts: String,
    /// Whether it is too old to be trusted.
    pub is_stale: bool,
}

/// An assumption in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct AssumptionRow {
    /// The assumption.
    pub id: AssumptionId,
    /// What is assumed.
    pub name: String,
    /// What it does, and to what.
    pub effect: String,
    /// Whether it is looked at.
    pub on: bool,
}

/// The market book.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarketView {
    /// The notes, the latest first.
    pub notes: Vec<NoteRow>,
    /// How many of them are stale.
    pub stale: usize,
    /// The assumptions, by period and name.
    pub assumptions: Vec<AssumptionRow>,
}

impl MarketView {
    /// The market book as it stands today.
    pub fn new(workspace: &Workspace, lang: Lang, today: Day) -> MarketView {
        let mut notes: Vec<(MarketNoteId, &MarketNote)> = workspace.market_notes.iter().collect();
        arrange::by_key(&mut notes, |(id, it)| (std::cmp::Reverse(it.day), *id));
        let notes: Vec<NoteRow> = notes
            .into_iter()
            .map(|(id, it)| NoteRow {
                id,
                text: it.text.clone(),
                facts: facts(workspace, lang, it),
                is_stale: it.is_stale(today),
            })
            .collect();
        let mut all: Vec<(AssumptionId, &Assumption)> = workspace.assumptions.iter().collect();
        arrange::by_cached_key(&mut all, |(_, it)| {
            (std::cmp::Reverse(it.period), NameOrder::of(&it.name))
        });
        let row = |(id, it): (AssumptionId, &Assumption)| AssumptionRow {
            id,
            name: it.name.clone(),
            effect: effect(workspace, lang, it),
            on: it.on,
        };
        MarketView {
            stale: notes.iter().filter(|it| it.is_stale).count(),
            notes,
            assumptions: all.into_iter().map(row).collect(),
        }
    }
}

fn facts(workspace: &Workspace, lang: Lang, note: &MarketNote) -> String {
    let confidence = lang.market_confidence(lang.confidence_words(note.confidence));
    let about = [
        Some(lang.note_kind_words(note.kind).to_owned()),
        note.day.map(|it| format::day(lang, it)),
        Some(note.source.clone()),
        Some(confidence),
        Some(note.segment.clone()),
        workspace.competitors.find(note.competitor).map(|it| it.name.clone()),
        workspace.products.find(note.product).map(|it| it.name.clone()),
    ];
    let about: Vec<String> = about.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    about.join(" · ")
}

/// What an assumption does, and to what.
pub fn effect(workspace: &Workspace, lang: Lang, assumption: &Assumption) -> String {
    let effect = match (assumption.amount, assumption.permille) {
        (Some(amount), _) => signed(lang, amount),
        (None, part) => {
            let part = part.unwrap_or(0);
            let sign = if 0 < part { "+" } else { "" };
            lang.assumption_percent_of(&[sign, &format::percent(lang, part)].concat())
        }
    };
    let about = [
        assumption.period.map(|it| format::period(lang, it)),
        workspace.teams.find(assumption.team).map(|it| it.name.clone()),
        workspace.products.find(assumption.product).map(|it| it.name.clone()),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    lang.assumption_effect(&effect, &about.join(" · "))
}

/// All products by name, as choices.
pub fn product_choices(workspace: &Workspace) -> Vec<(ProductId, String)> {
    let products = workspace.products.iter().map(|(id, it)| (id, it.name.clone()));
    let mut products: Vec<_> = products.collect();
    arrange::by_cached_key(&mut products, |it| NameOrder::of(&it.1));
    products
}

/// An assumption as it is filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssumptionDraft {
    /// Everything but the effect.
    pub assumption: Assumption,
    /// Whether the effect is an amount and no part.
    pub is_amount: bool,
    /// The effect as typed.
    pub effect: String,
}

impl AssumptionDraft {
    /// The form of an assumption; a new one is of this quarter and switched on.
    pub fn of(workspace: &Workspace, id: AssumptionId, today: Day) -> AssumptionDraft {
        let quarter = workspace.settings().fiscal_start().quarter_of(today);
        let known = workspace.assumptions.get(id).cloned();
        let assumption = known.unwrap_or(Assumption {
            period: Some(quarter),
            on: true,
            ..Assumption::default()
        });
        let part = |it: i64| format::decimal(Lang::En, it as f64 / 10.0, usize::from(it % 10 != 0));
        let effect = match (assumption.amount, assumption.permille) {
            (Some(amount), _) => editable(amount),
            (None, Some(it)) if it < 0 => ["-", &part(-it)].concat(),
            (None, Some(it)) => part(it),
            (None, None) => String::new(),
        };
        AssumptionDraft { is_amount: assumption.amount.is_some(), assumption, effect }
    }

    /// The assumption; `None` where the effect cannot be read.
    pub fn read(&self, workspace: &Workspace) -> Option<Assumption> {
        let (text, sign) = match self.effect.trim().replace('−', "-").strip_prefix('-') {
            Some(rest) => (rest.trim().to_owned(), -1),
            None => (self.effect.trim().trim_start_matches('+').to_owned(), 1),
        };
        let (permille, amount) = match self.is_amount {
            true => {
                let own = self.assumption.amount.map(|it| it.currency);
                let currency = own.unwrap_or_else(|| workspace.settings().currency());
                let minor = format::parse_money(&text, currency)?;
                (None, Some(Money::new(sign * minor, currency)))
            }
            false => (Some(sign * permille(&text)?), None),
        };
        let name = self.assumption.name.trim().to_owned();
        Some(Assumption { name, permille, amount, ..self.assumption.clone() })
    }
}

/// Thousandths from percent with at most one decimal.
fn permille(text: &str) -> Option<i64> {
    let text = text.trim_end_matches(['%', '％', ' ']);
    let (whole, tenths) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || 4 < whole.len() || tenths.len() != 1 || !digits(whole) || !digits(tenths)
    {
        return None;
    }
    Some(whole.parse::<i64>().ok()? * 10 + tenths.parse::<i64>().ok()?)
}

fn editable(amount: Money) -> String {
    let sign = if amount.minor < 0 { "-" } else { "" };
    let size = Money::new(amount.minor.saturating_abs(), amount.currency);
    [sign, &format::editable(size)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::for_tests::{day, put, team};

    #[track_caller]
    fn check(is_amount: bool, effect: &str, expect: Option<(Option<i64>, Option<i64>)>) {
        let workspace = team();
        let effect = effect.to_owned();
        let draft = AssumptionDraft { is_amount, effect, ..AssumptionDraft::default() };
        let read = draft.read(&workspace);
        assert_eq!(read.map(|it| (it.permille, it.amount.map(|it| it.minor))), expect);
    }

    #[test]
    fn effects_are_parts_or_amounts_with_their_sign() {
        check(false, "-8.5 %", Some((Some(-85), None)));
        check(false, "5", Some((Some(50), None)));
        check(true, "-12万", Some((None, Some(-12_000_000))));
        check(false, "much", None);
        check(false, "", None);
        check(true, "1.2.3", None);
    }

    #[test]
    fn an_effect_is_read_back_as_it_is_shown() {
        let mut workspace = team();
        let id = AssumptionId::drawn(1);
        let amount = Some(Money::new(-123_450, workspace.settings().currency()));
        for it in [
            Assumption { permille: Some(-85), ..Assumption::default() },
            Assumption { permille: Some(1_000), ..Assumption::default() },
            Assumption { amount, ..Assumption::default() },
        ] {
            put(&mut workspace, id, &it);
            let draft = AssumptionDraft::of(&workspace, id, day("2026-11-25"));
            assert_eq!(draft.read(&workspace), Some(it));
        }
    }

    #[test]
    fn stale_notes_are_counted() {
        let mut workspace = team();
        for (id, on) in [(1, "2026-11-01"), (2, "2026-01-01")] {
            let note = MarketNote { day: on.parse().ok(), ..MarketNote::default() };
            put(&mut workspace, MarketNoteId::drawn(id), &note);
        }
        let view = MarketView::new(&workspace, Lang::En, day("2026-11-25"));
        let stale: Vec<bool> = view.notes.iter().map(|it| it.is_stale).collect();
        assert_eq!((view.stale, stale), (1, vec![false, true]));
    }
}
