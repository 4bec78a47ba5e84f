//! Records that may be the same as people see them: pairs with their reasons, the fields in which
//! two differ, and the command that makes them one.

use super::lead::LeadField;
use crate::domain::apply::{apply, lead_title};
use crate::domain::command::{Command, Context};
use crate::domain::customer::Customer;
use crate::domain::duplicates::{
    Alias, Candidates, Distinct, DuplicateKind, Hit, Reason, Strength,
};
use crate::domain::id::{LeadId, RecordId};
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that duplicates are read from.
pub const DUPLICATE_TABLES: [Table; 7] = [
    Table::Customers,
    Table::Contacts,
    Table::Leads,
    Table::Stages,
    Table::Distincts,
    Table::People,
    Table::Products,
];

/// Two records that may be the same.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// The one.
    pub first: RecordId,
    /// The other.
    pub second: RecordId,
    /// What both are called.
    pub title: String,
    /// Why, in words.
    pub why: String,
    /// How sure it is.
    pub strength: Strength,
}

/// A field in which two records differ.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldRow {
    /// Its name in the journal.
    pub field: &'static str,
    /// What people call it.
    pub label: String,
    /// Both values in words.
    pub values: [String; 2],
}

/// What something being typed looks like.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// The record that is there already.
    pub id: RecordId,
    /// What it is called.
    pub name: String,
    /// The sentence.
    pub words: String,
}

/// What a record is called.
pub fn title(workspace: &Workspace, kind: DuplicateKind, id: RecordId) -> String {
    let title = match kind {
        DuplicateKind::Customers => workspace.customers.get(id.into()).map(|it| it.name.clone()),
        DuplicateKind::Leads => workspace.leads.get(id.into()).map(|it| lead_title(workspace, it)),
    };
    title.unwrap_or_default()
}

/// All pairs of a kind, surest first.
pub fn pairs(workspace: &Workspace, lang: Lang, kind: DuplicateKind) -> Vec<PairRow> {
    let matches = Candidates::of(workspace, kind).pairs(workspace);
    let row = |it: crate::domain::duplicates::Match| {
        let [one, other] = [it.first, it.second].map(|id| title(workspace, kind, id));
        PairRow {
            first: it.first,
            second: it.second,
            title: lang.duplicates_pair(&one, &other),
            why: reasons(lang, &it.reasons),
            strength: it.strength,
        }
    };
    matches.into_iter().map(row).collect()
}

pub(super) fn reasons(lang: Lang, reasons: &[Reason]) -> String {
    let words: Vec<&str> = reasons.iter().map(|it| lang.duplicate_reason(*it)).collect();
    words.join(lang.list_comma())
}

/// What a customer being typed looks like, if anything.
pub fn customer_hint(
    workspace: &Workspace,
    lang: Lang,
    known: &Candidates,
    (own, customer): (RecordId, &Customer),
) -> Option<Hint> {
    let mut hits = known.like_customer(own, customer).into_iter();
    let hit = hits.find(|it| !workspace.distincts.has(Distinct::id_of(own, it.id)))?;
    Some(hint(workspace, lang, DuplicateKind::Customers, hit))
}

fn hint(workspace: &Workspace, lang: Lang, kind: DuplicateKind, hit: Hit) -> Hint {
    let name = title(workspace, kind, hit.id);
    let words = lang.duplicates_looks_like(&name, &reasons(lang, &hit.reasons));
    Hint { id: hit.id, name, words }
}

/// Fields that belong to the record itself and are no choice.
const OWN: &[&str] =
    &["external", "origin", "merged_into", "stage_since", "passed", "follows_lines"];

fn stored(workspace: &Workspace, kind: DuplicateKind, id: RecordId) -> Vec<(&'static str, Value)> {
    let fields = match kind {
        DuplicateKind::Customers => workspace.customers.get(id.into()).map(Record::fields),
        DuplicateKind::Leads => workspace.leads.get(id.into()).map(Record::fields),
    };
    fields.unwrap_or_default()
}

/// The fields in which two records differ.
pub fn differing(
    workspace: &Workspace,
    lang: Lang,
    kind: DuplicateKind,
    [a, b]: [RecordId; 2],
) -> Vec<FieldRow> {
    let pairs = stored(workspace, kind, a).into_iter().zip(stored(workspace, kind, b));
    // Where one has lines, these say what both sell.
    let by_lines = [a, b].iter().any(|it| has_lines(workspace, kind, *it));
    let is_choice = |field: &str| !OWN.contains(&field) && (!by_lines || field != "product");
    let differing = pairs.filter(|((field, one), (_, other))| one != other && is_choice(field));
    let row = |((field, _), _): ((&'static str, Value), _)| FieldRow {
        field,
        label: label(lang, kind, field),
        values: [a, b].map(|id| value(workspace, lang, kind, field, id)),
    };
    differing.map(row).collect()
}

fn has_lines(workspace: &Workspace, kind: DuplicateKind, id: RecordId) -> bool {
    kind == DuplicateKind::Leads
        && workspace.leads.get(id.into()).is_some_and(|it| !it.lines.is_empty())
}

fn label(lang: Lang, kind: DuplicateKind, field: &str) -> String {
    match LeadField::of_journal(field).filter(|_| kind == DuplicateKind::Leads) {
        Some(field) => field.words(lang).to_owned(),
        None => lang.column(field),
    }
}

fn value(
    workspace: &Workspace,
    lang: Lang,
    kind: DuplicateKind,
    field: &str,
    id: RecordId,
) -> String {
    if let (Some(lead), Some(field)) =
        (workspace.leads.get(id.into()), LeadField::of_journal(field))
        && kind == DuplicateKind::Leads
    {
        return field.value(workspace, lang, lead);
    }
    let value = stored(workspace, kind, id).into_iter().find(|(it, _)| *it == field);
    match value {
        Some((_, Value::Text(text))) if field == "parent" => {
            let parent = text.parse().ok().and_then(|id| workspace.customers.get(id));
            parent.map(|it| it.name.clone()).unwrap_or_default()
        }
        Some((_, Value::Text(text))) => text.into(),
        Some((_, Value::Int(number))) => number.to_string(),
        _ => String::new(),
    }
}

/// The fields that are taken from the one that goes until somebody chooses: those that the other
/// has nothing in.
pub fn filled_from(
    workspace: &Workspace,
    kind: DuplicateKind,
    kept: RecordId,
    gone: RecordId,
) -> Vec<&'static str> {
    let pairs = stored(workspace, kind, kept).into_iter().zip(stored(workspace, kind, gone));
    let blank = pairs.filter(|((field, kept), (_, gone))| {
        *kept == Value::Null && *gone != Value::Null && !OWN.contains(field)
    });
    // Lines say what is sold, as a product does, and neither takes the other's place unasked.
    let sells = workspace.leads.get(kept.into()).is_some_and(|it| !it.products().is_empty());
    let blank = blank.filter(|((field, _), _)| !(sells && matches!(*field, "lines" | "product")));
    blank.map(|((field, _), _)| field).collect()
}

/// The one of two that more is known of; the first where that is the same.
pub fn fuller(workspace: &Workspace, kind: DuplicateKind, [a, b]: [RecordId; 2]) -> RecordId {
    let known = |id| {
        let fields = stored(workspace, kind, id);
        fields.iter().filter(|(_, value)| *value != Value::Null).count()
    };
    if known(a) < known(b) { b } else { a }
}

/// The fields that are taken from the one that goes: those of which somebody said so, else those
/// that the other has nothing in.
pub fn taken(
    workspace: &Workspace,
    kind: DuplicateKind,
    [kept, gone]: [RecordId; 2],
    said: &[(&'static str, RecordId)],
) -> Vec<&'static str> {
    let of = |field: &str| said.iter().find(|(it, _)| *it == field).map(|(_, id)| *id);
    let filled = filled_from(workspace, kind, kept, gone);
    let blank = filled.into_iter().filter(|field| of(field).is_none());
    let chosen = said.iter().filter(|(_, id)| *id == gone).map(|(field, _)| *field);
    blank.chain(chosen).collect()
}

/// The command that merges two records; `taken` names the fields taken from the one that goes.
pub fn merging(
    workspace: &Workspace,
    kind: DuplicateKind,
    [kept, gone]: [RecordId; 2],
    taken: &[&'static str],
) -> Option<Command> {
    let from_gone = stored(workspace, kind, gone);
    let by_lines = [kept, gone].iter().any(|it| has_lines(workspace, kind, *it));
    let takes = |field: &str| {
        let with = match field {
            "stage_since" | "passed" => "stage",
            "follows_lines" => "lines",
            "product" if by_lines => "lines",
            field => field,
        };
        taken.contains(&with)
    };
    let fields = from_gone.iter().filter(|(field, _)| takes(field));
    Some(match kind {
        DuplicateKind::Customers => {
            let mut merged = workspace.customers.get(kept.into())?.clone();
            fields.for_each(|(field, value)| merged.load(field, value));
            Command::MergeCustomers(kept.into(), gone.into(), Box::new(merged))
        }
        DuplicateKind::Leads => {
            let mut merged = workspace.leads.get(kept.into())?.clone();
            fields.for_each(|(field, value)| merged.load(field, value));
            Command::MergeLeads(kept.into(), gone.into(), Box::new(merged))
        }
    })
}

/// How many other records a merge changes, because they refer to the one that goes.
pub fn moving(workspace: &Workspace, command: &Command, ctx: &Context) -> usize {
    let (kept, gone): (RecordId, RecordId) = match command {
        Command::MergeCustomers(kept, gone, _) => ((*kept).into(), (*gone).into()),
        Command::MergeLeads(kept, gone, _) => ((*kept).into(), (*gone).into()),
        _ => return 0,
    };
    let Ok(changes) = apply(workspace, command, ctx) else { return 0 };
    let own = [kept, gone, Alias::id_of(gone).into()];
    let mut moved: Vec<(&str, RecordId)> = changes
        .writes
        .iter()
        .filter(|it| !own.contains(&it.id))
        .map(|it| (it.table.name(), it.id))
        .collect();
    moved.dedup();
    moved.len()
}

/// The leads that were merged into one, with what they were called.
pub fn merged_into(workspace: &Workspace, id: LeadId) -> Vec<(LeadId, String)> {
    let own = workspace.aliases.values().filter(|it| it.lead == Some(id));
    own.filter_map(|it| Some((it.gone?.into(), it.name.clone()))).collect()
}

/// The lead that another was merged into, with what it is called.
pub fn went_into(workspace: &Workspace, gone: LeadId) -> Option<(LeadId, String)> {
    let id = workspace.aliases.get(Alias::id_of(gone.into()))?.lead?;
    Some((id, lead_title(workspace, workspace.leads.get(id)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{CustomerId, ProductId};
    use crate::domain::lead::Lead;
    use crate::domain::product_line::ProductLine;
    use crate::present::for_tests::{day, put, team, yuan_of};

    fn workspace() -> Workspace {
        let mut workspace = team();
        let customer = |name: &str, phone: &str, location: &str| Customer {
            name: name.to_owned(),
            phone: phone.to_owned(),
            location: location.to_owned(),
            ..Customer::default()
        };
        put(&mut workspace, CustomerId::drawn(1), &customer("Acme Ltd", "", "Rome"));
        put(&mut workspace, CustomerId::drawn(2), &customer("ACME", "5550123 4", "Bern"));
        let lead = Lead { customer: Some(CustomerId::drawn(2)), ..Lead::default() };
        put(&mut workspace, LeadId::drawn(7), &lead);
        workspace
    }

    #[test]
    fn a_pair_says_what_differs_and_what_moves() {
        let (workspace, kind) = (workspace(), DuplicateKind::Customers);
        let pairs = pairs(&workspace, Lang::En, kind);
        assert_eq!(pairs.len(), 1);
        let ids = [pairs[0].first, pairs[0].second];
        let rows = differing(&workspace, Lang::En, kind, ids);
        let fields: Vec<&str> = rows.iter().map(|it| it.field).collect();
        assert_eq!(fields, ["name", "location", "phone"]);
        let taken = filled_from(&workspace, kind, ids[0], ids[1]);
        assert_eq!(taken, ["phone"]);
        let command = merging(&workspace, kind, ids, &taken).expect("a command");
        let ctx = Context { today: day("2026-05-01") };
        assert_eq!(moving(&workspace, &command, &ctx), 1);
    }

    #[test]
    fn what_somebody_chose_is_taken_and_the_fuller_stays() {
        let (workspace, kind) = (workspace(), DuplicateKind::Customers);
        let [acme, other] = [1, 2].map(|id| RecordId::from(CustomerId::drawn(id)));
        assert_eq!(fuller(&workspace, kind, [acme, other]), other);
        let said = [("phone", acme), ("location", other)];
        assert_eq!(taken(&workspace, kind, [acme, other], &said), ["location"]);
    }

    #[test]
    fn what_two_leads_sell_is_one_choice() {
        let (mut workspace, kind) = (workspace(), DuplicateKind::Leads);
        let ids = [8, 9].map(|id| RecordId::from(LeadId::drawn(id)));
        let (product, amount) = (Some(ProductId::drawn(1)), Some(yuan_of(50)));
        put(&mut workspace, ids[0].into(), &Lead { product, amount, ..Lead::default() });
        let lines = vec![ProductLine::one(ProductId::drawn(2), yuan_of(70))];
        let product = Some(ProductId::drawn(2));
        let other = Lead { lines, product, follows_lines: true, ..Lead::default() };
        put(&mut workspace, ids[1].into(), &other);
        let rows = differing(&workspace, Lang::En, kind, ids);
        assert_eq!(rows.iter().map(|it| it.field).collect::<Vec<_>>(), ["amount", "lines"]);
        assert_eq!(filled_from(&workspace, kind, ids[0], ids[1]), Vec::<&str>::new());
        let merged = match merging(&workspace, kind, ids, &["lines", "amount"]) {
            Some(Command::MergeLeads(_, _, merged)) => merged,
            other => panic!("{other:?}"),
        };
        assert_eq!(
            (merged.products(), merged.amount),
            (vec![ProductId::drawn(2)], Some(yuan_of(70)))
        );
        assert!(merged.follows_lines);
    }

    #[test]
    fn a_customer_that_is_known_is_hinted_at_until_told_apart() {
        let mut workspace = workspace();
        let [own, known] = [9, 1].map(|id| RecordId::from(CustomerId::drawn(id)));
        let typed = Customer { name: "Acme Ltd.".to_owned(), ..Customer::default() };
        let candidates = Candidates::of(&workspace, DuplicateKind::Customers);
        let hint = |it: &Workspace| {
            customer_hint(it, Lang::En, &candidates, (own, &typed)).map(|it| it.id)
        };
        assert_eq!(hint(&workspace), Some(known));
        put(&mut workspace, Distinct::id_of(own, known), &Distinct::default());
        assert_ne!(hint(&workspace), Some(known));
    }
}
