//! Leads as rows: which columns, in what order, and their sums.
//!
//! Rows that are equal keep the order of the board, and what is missing comes last whichever way
//! the table is sorted. Amounts of different currencies are not compared: the team's own currency
//! comes first, then the others by their codes, and within each the amounts are in order.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::board::Board;
use super::format;
use super::lead::LeadField;
use super::name_order::NameOrder;
use crate::domain::apply::lead_heading;
use crate::domain::arrange;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Sums};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;

/// The columns that a table has until others are chosen.
pub const USUAL: [LeadField; 6] = [
    LeadField::Amount,
    LeadField::Stage,
    LeadField::Owner,
    LeadField::Priority,
    LeadField::Closes,
    LeadField::NextStep,
];

/// By what a table of leads is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeadOrder {
    /// The field.
    pub field: LeadField,
    /// Which way.
    pub direction: Direction,
}

/// A direction of sorting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The smallest, earliest or most urgent first.
    Up,
    /// The other way round.
    Down,
}

/// A table of leads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LeadTable {
    /// The rows.
    pub leads: Vec<LeadId>,
    /// The sums of their amounts.
    pub sums: Sums,
}

/// What a row is sorted by.
enum Key {
    Number(i64),
    Numbers(i64, i64),
    Text(String),
    /// The place of the currency, and the amount in it.
    Amount((bool, Currency), i64),
    Missing,
}

/// The columns that are shown: those chosen, or the usual ones.
pub fn columns(chosen: &[LeadField]) -> Vec<LeadField> {
    if chosen.is_empty() { USUAL.to_vec() } else { chosen.to_vec() }
}

/// The leads of a board as rows.
pub fn table(workspace: &Workspace, board: &Board, order: Option<LeadOrder>) -> LeadTable {
    let sums = board.columns.iter().flat_map(|column| column.sums.iter()).collect();
    let leads = board.columns.iter().flat_map(|column| column.leads.iter().copied());
    let Some(LeadOrder { field, direction }) = order else {
        return LeadTable { leads: leads.collect(), sums };
    };
    let home = workspace.settings().currency();
    let key = |id: &LeadId| {
        workspace.leads.get(*id).map_or(Key::Missing, |it| key(workspace, home, field, it))
    };
    let mut keyed: Vec<(Key, LeadId)> = leads.map(|id| (key(&id), id)).collect();
    rank_texts(&mut keyed);
    arrange::by(&mut keyed, |(a, _), (b, _)| compare(a, b, direction));
    LeadTable { leads: keyed.into_iter().map(|(_, id)| id).collect(), sums }
}

fn key(workspace: &Workspace, home: Currency, field: LeadField, lead: &Lead) -> Key {
    let number = |it: Option<i64>| it.map_or(Key::Missing, Key::Number);
    let day = |it: Option<crate::domain::calendar::Day>| {
        number(it.map(|it| it.days_since(crate::domain::calendar::Day::EPOCH)))
    };
    match field {
        LeadField::Amount => lead
            .amount
            .map_or(Key::Missing, |it| Key::Amount((it.currency != home, it.currency), it.minor)),
        LeadField::Stage => workspace.stages.find(lead.stage).map_or(Key::Missing, |stage| {
            let pipeline = workspace.pipelines.find(stage.pipeline).map_or(0, |it| it.place);
            Key::Numbers(pipeline, stage.place)
        }),
        LeadField::Closes => day(lead.closes),
        LeadField::NextStepOn => day(lead.next_step_on),
        LeadField::Created => day(lead.created),
        LeadField::Odds => number(lead.probability),
        LeadField::Complexity => number(lead.complexity),
        LeadField::Priority => Key::Number(lead.priority as i64),
        LeadField::Customer => text(&lead_heading(workspace, lead)),
        // No language: names and words of people are the same in both.
        _ => text(&field.value(workspace, Lang::En, lead)),
    }
}

fn text(text: &str) -> Key {
    let text = text.trim();
    if text.is_empty() { Key::Missing } else { Key::Text(text.to_owned()) }
}

/// Gives texts the place that readers expect; the same text is read once, however many have it.
fn rank_texts(keyed: &mut [(Key, LeadId)]) {
    let texts = keyed.iter().filter_map(|(key, _)| match key {
        Key::Text(text) => Some(text.clone()),
        _ => None,
    });
    let mut texts: Vec<String> = texts.collect::<BTreeSet<_>>().into_iter().collect();
    arrange::by_cached_key(&mut texts, |it| NameOrder::of(it));
    let places: BTreeMap<String, i64> = texts.into_iter().zip(0..).collect();
    for (key, _) in keyed {
        if let Key::Text(text) = key {
            *key = Key::Number(places.get(text).copied().unwrap_or(0));
        }
    }
}

fn compare(a: &Key, b: &Key, direction: Direction) -> Ordering {
    let turned = |order: Ordering| match direction {
        Direction::Up => order,
        Direction::Down => order.reverse(),
    };
    match (a, b) {
        (Key::Missing, Key::Missing) => Ordering::Equal,
        (Key::Missing, _) => Ordering::Greater,
        (_, Key::Missing) => Ordering::Less,
        (Key::Number(a), Key::Number(b)) => turned(a.cmp(b)),
        (Key::Numbers(a, c), Key::Numbers(b, d)) => turned((a, c).cmp(&(b, d))),
        (Key::Amount(at, a), Key::Amount(bt, b)) => at.cmp(bt).then(turned(a.cmp(b))),
        // One field gives keys of one kind.
        _ => Ordering::Equal,
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadRow {
    /// The customer, or the lead's own name where it has none.
    pub title: String,
    /// The values of the columns, in their order; a dash where there is none.
    pub values: Vec<String>,
}

/// A row; `None` where the lead is not there any more.
pub fn row(
    workspace: &Workspace,
    lang: Lang,
    columns: &[LeadField],
    id: LeadId,
) -> Option<LeadRow> {
    let lead = workspace.leads.get(id)?;
    let value = |field: &LeadField| match field.value(workspace, lang, lead) {
        text if text.is_empty() && *field == LeadField::Owner => lang.lead_nobody().to_owned(),
        text if text.is_empty() => "–".to_owned(),
        text => text,
    };
    Some(LeadRow {
        title: lead_heading(workspace, lead),
        values: columns.iter().map(value).collect(),
    })
}

/// The sums in full, the team's own currency first; zero of it where nothing has an amount.
pub fn sums_in_full(lang: Lang, sums: &Sums, home: Currency) -> String {
    let own = sums.iter().filter(|it| it.currency == home);
    let others = sums.iter().filter(|it| it.currency != home);
    let texts: Vec<String> = own.chain(others).map(|it| format::money(lang, it)).collect();
    if texts.is_empty() { format::money(lang, sums.of(home)) } else { texts.join(" + ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Day;
    use crate::domain::id::StageId;
    use crate::domain::lead::Priority;
    use crate::domain::money::Money;
    use crate::present::board::board;
    use crate::present::filter::LeadFilter;
    use crate::present::for_tests::{ANN, BOB, LOST, OPEN, WON, put, team};
    use crate::present::matching::Found;

    fn worth(minor: i64, currency: &str) -> Lead {
        let amount = Some(Money::new(minor, currency.parse().expect("a currency")));
        Lead { amount, ..Lead::default() }
    }

    fn workspace(leads: &[Lead]) -> Workspace {
        let mut workspace = team();
        for (id, lead) in (1..).zip(leads) {
            let stage = lead.stage.or(Some(OPEN));
            put(&mut workspace, LeadId::drawn(id), &Lead { stage, ..lead.clone() });
        }
        workspace
    }

    fn sorted(workspace: &Workspace, field: LeadField, direction: Direction) -> Vec<u64> {
        let board = board(workspace, None, &LeadFilter::default(), &Found::default(), Day::EPOCH);
        let table = table(workspace, &board, Some(LeadOrder { field, direction }));
        table.leads.iter().map(|it| it.0.0).collect()
    }

    #[track_caller]
    fn check(field: LeadField, leads: &[Lead], up: &[u64], down: &[u64]) {
        let workspace = workspace(leads);
        assert_eq!(sorted(&workspace, field, Direction::Up), up, "{field:?} up");
        assert_eq!(sorted(&workspace, field, Direction::Down), down, "{field:?} down");
    }

    #[test]
    fn amounts_are_in_order_within_their_currency_and_missing_ones_last() {
        let leads = [worth(900, "USD"), Lead::default(), worth(200, "CNY"), worth(500, "CNY")];
        check(LeadField::Amount, &leads, &[3, 4, 1, 2], &[4, 3, 1, 2]);
        let leads = [worth(1, "USD"), worth(9, "EUR"), worth(5, "CNY")];
        check(LeadField::Amount, &leads, &[3, 2, 1], &[3, 2, 1]);
    }

    #[test]
    fn equal_rows_keep_the_order_of_the_board() {
        let leads = [worth(1, "CNY"), worth(9, "CNY"), worth(5, "CNY")];
        check(LeadField::Source, &leads, &[2, 3, 1], &[2, 3, 1]);
    }

    #[test]
    fn stages_are_in_the_order_of_the_pipeline() {
        let at = |stage: StageId| Lead { stage: Some(stage), ..Lead::default() };
        check(LeadField::Stage, &[at(LOST), at(OPEN), at(WON)], &[2, 3, 1], &[1, 3, 2]);
    }

    #[test]
    fn names_are_in_order_whatever_their_case() {
        let of = |owner| Lead { owner, ..Lead::default() };
        check(LeadField::Owner, &[of(None), of(Some(BOB)), of(Some(ANN))], &[3, 2, 1], &[2, 3, 1]);
        let named = |name: &str| Lead { name: name.to_owned(), ..Lead::default() };
        check(LeadField::Customer, &[named("b"), named("A"), named("Ｃ")], &[2, 1, 3], &[3, 1, 2]);
        let names = [named("张三"), named("李雷"), named("Lewis"), named("Mo")];
        check(LeadField::Customer, &names, &[3, 2, 4, 1], &[1, 4, 2, 3]);
    }

    #[test]
    fn the_most_urgent_come_first() {
        let of = |priority| Lead { priority, ..Lead::default() };
        let leads = [of(Priority::Low), of(Priority::High), of(Priority::Normal)];
        check(LeadField::Priority, &leads, &[2, 3, 1], &[1, 3, 2]);
    }

    #[test]
    fn a_row_says_what_is_missing() {
        let workspace = workspace(&[Lead { name: "Deal".to_owned(), ..Lead::default() }]);
        let columns = [LeadField::Owner, LeadField::Amount, LeadField::Priority];
        let row = row(&workspace, Lang::En, &columns, LeadId::drawn(1)).expect("a row");
        assert_eq!(
            (row.title.as_str(), row.values),
            ("Deal", ["Nobody yet", "–", "Normal"].map(str::to_owned).to_vec())
        );
    }

    #[test]
    fn sums_stand_in_full_with_the_own_currency_first() {
        let sums: Sums =
            [worth(123_450, "USD"), worth(200, "CNY")].iter().filter_map(|it| it.amount).collect();
        assert_eq!(sums_in_full(Lang::En, &sums, Currency::USD), "$1,234.50 + CN¥2");
        assert_eq!(sums_in_full(Lang::Zh, &Sums::default(), Currency::CNY), "¥0");
    }
}
