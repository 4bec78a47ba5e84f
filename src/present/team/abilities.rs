//! What people know, speak and sell in: words that are offered, remarks on those that look
//! mistyped, and everybody's in one table.

use std::collections::BTreeMap;

use crate::domain::ability::{Ability, is_among, listed, meant, plain};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::PersonId;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::name_order::NameOrder;

/// The tables that abilities are read from.
pub const ABILITY_TABLES: [Table; 5] =
    [Table::People, Table::Products, Table::Leads, Table::Customers, Table::Stages];

/// How many words are offered beside a field.
const OFFERED: usize = 8;

/// How many languages or places that nobody has are columns of the table: those asked for most.
const ASKED_COLUMNS: usize = 12;

/// What is to be said of a word that is none of the known ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The word as it was typed.
    pub word: String,
    /// The sentence.
    pub said: String,
    /// What was probably meant.
    pub meant: Option<String>,
}

/// Remarks on the words of a list that is typed. A word for which no lead asks and that looks like
/// none of those asked for is only remarked on among products: a place or language may be new.
pub fn remarks(workspace: &Workspace, lang: Lang, ability: Ability, text: &str) -> Vec<Remark> {
    let words = listed(text);
    if words.is_empty() {
        return Vec::new();
    }
    let asked = ability.asked(workspace);
    let known = match ability {
        Ability::Products => Vec::new(),
        Ability::Languages | Ability::Territories => known(workspace, ability),
    };
    let remark = |word: String| {
        if asked.is_empty() || is_among(&word, &asked) {
            return None;
        }
        let near = match ability {
            Ability::Products => meant(&word, &asked),
            Ability::Languages | Ability::Territories => meant(&word, &known),
        };
        let said = match (ability, near) {
            (Ability::Products, Some(near)) => lang.person_word_meant(&word, near),
            (Ability::Products, None) => lang.person_word_unknown(&word),
            (_, near) => lang.person_word_new(&word, near?),
        };
        Some(Remark { said, meant: near.map(str::to_owned), word })
    };
    words.into_iter().filter_map(remark).collect()
}

/// Words to offer for a list that is typed: those that hold what its last part says so far, or any
/// where nothing has been begun.
pub fn offered(workspace: &Workspace, ability: Ability, text: &str) -> Vec<String> {
    let words = known(workspace, ability);
    let begun = plain(last_part(text).1);
    let have = listed(text);
    let fits = |it: &String| !is_among(it, &have) && plain(it).contains(&begun);
    words.into_iter().filter(fits).take(OFFERED).collect()
}

/// The list with a word that was offered: it takes the place of a last part that it holds.
pub fn completed(text: &str, word: &str) -> String {
    let (before, last) = last_part(text);
    let mut list = listed(if plain(word).contains(&plain(last)) { before } else { text });
    if !is_among(word, &list) {
        list.push(word.to_owned());
    }
    list.join(", ")
}

/// The list with a word in place of another.
pub fn replaced(text: &str, word: &str, by: &str) -> String {
    let mut list: Vec<String> = Vec::new();
    for it in listed(text) {
        let it = if it == word { by.to_owned() } else { it };
        if !is_among(&it, &list) {
            list.push(it);
        }
    }
    list.join(", ")
}

/// A list that is typed, up to its last comma, and what stands behind that.
fn last_part(text: &str) -> (&str, &str) {
    let comma = text.char_indices().rfind(|(_, it)| [',', '，', '、', ';', '；'].contains(it));
    comma.map_or(("", text), |(at, it)| text.split_at(at + it.len_utf8()))
}

/// Words asked for, then those of the team that nothing asks for.
fn known(workspace: &Workspace, ability: Ability) -> Vec<String> {
    let mut words = ability.asked(workspace);
    let used = ability.in_use(workspace);
    words.extend(used.into_iter().filter(|it| !is_among(it, &words)).collect::<Vec<_>>());
    words
}

/// Everybody's words in one table, one column a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AbilityTable {
    /// The words.
    pub columns: Vec<String>,
    /// The people, by name.
    pub rows: Vec<AbilityRow>,
    /// Who would be changed by saving, and their words then.
    pub changes: Vec<(PersonId, Vec<String>)>,
}

/// Somebody in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbilityRow {
    /// Who.
    pub person: PersonId,
    /// The name.
    pub name: String,
    /// Column by column, whether it is ticked.
    pub ticked: Vec<bool>,
}

/// What has been ticked or unticked in the table and is not saved: who, and the word as it is
/// compared.
pub type Ticks = BTreeMap<(PersonId, String), bool>;

/// Everybody's words, with the columns that were added and the ticks that were made. Who has left
/// takes no leads and is not shown.
pub fn ability_table(
    workspace: &Workspace,
    today: Day,
    ability: Ability,
    added: &[String],
    ticks: &Ticks,
) -> AbilityTable {
    let mut columns = ability.asked(workspace);
    if ability != Ability::Products {
        columns.truncate(ASKED_COLUMNS);
    }
    for word in ability.in_use(workspace).iter().chain(added) {
        if !is_among(word, &columns) {
            columns.push(word.clone());
        }
    }
    arrange::by_cached_key(&mut columns, |it| NameOrder::of(it));
    let mut table = AbilityTable { columns, ..AbilityTable::default() };
    let there = workspace.people.iter().filter(|(_, it)| !it.has_left(today));
    for (person, record) in there {
        let own = ability.of(record);
        let is_ticked = |word: &String| {
            let tick = ticks.get(&(person, plain(word)));
            tick.copied().unwrap_or_else(|| is_among(word, own))
        };
        let ticked: Vec<bool> = table.columns.iter().map(is_ticked).collect();
        let chosen = table.columns.iter().zip(&ticked).filter(|(_, it)| **it).map(|(word, _)| word);
        // What stays keeps its place and spelling.
        let mut words: Vec<String> = own.iter().filter(|it| is_ticked(it)).cloned().collect();
        words.extend(chosen.filter(|it| !is_among(it, own)).cloned());
        if words != own {
            table.changes.push((person, words));
        }
        table.rows.push(AbilityRow { person, name: record.name.clone(), ticked });
    }
    arrange::by_cached_key(&mut table.rows, |it| NameOrder::of(&it.name));
    table
}

/// The ticks after a column's head was pressed: everybody, or nobody where everybody is ticked.
pub fn toggle_column(table: &AbilityTable, column: usize, ticks: &mut Ticks) {
    let Some(word) = table.columns.get(column) else { return };
    let all = is_full(table, column);
    for row in &table.rows {
        ticks.insert((row.person, plain(word)), !all);
    }
}

/// Whether everybody is ticked in a column.
pub fn is_full(table: &AbilityTable, column: usize) -> bool {
    table.rows.iter().all(|it| it.ticked.get(column) == Some(&true))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::command::{Command, Context};
    use crate::domain::id::ProductId;
    use crate::domain::people::Person;
    use crate::domain::product::Product;
    use crate::present::for_tests::{ANN, BOB, put};

    const TODAY: Day = Day::EPOCH;

    fn team() -> Workspace {
        let mut workspace = Workspace::default();
        for (place, (name, series)) in
            [("Warehouse Suite", "Suites"), ("GTX Pro", "GTX")].into_iter().enumerate()
        {
            let product = Product { name: name.to_owned(), series: series.to_owned(), price: None };
            put(&mut workspace, ProductId::drawn(place as u64), &product);
        }
        for (id, name, skills) in [(ANN, "Ann", &["gtx pro", "Chess"][..]), (BOB, "Bob", &[])] {
            let skills = skills.iter().map(|it| (*it).to_owned()).collect();
            let person = Person { name: name.to_owned(), skills, ..Person::default() };
            put(&mut workspace, id, &person);
        }
        workspace
    }

    #[track_caller]
    fn check_remarks(text: &str, expect: &[&str]) {
        let said = remarks(&team(), Lang::En, Ability::Products, text);
        assert_eq!(said.into_iter().map(|it| it.said).collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_product_that_is_mistyped_is_remarked_on() {
        check_remarks("GTX Pro, suites", &[]);
        check_remarks(
            "GTX Porr, warehouse suite",
            &["No product or family is called “GTX Porr”. Did you mean GTX Pro?"],
        );
        check_remarks(
            "Negotiation",
            &[
                "No product or family is called “Negotiation”. It is kept as a skill, but no lead asks for it.",
            ],
        );
        let none = remarks(&Workspace::default(), Lang::En, Ability::Products, "Kit");
        assert_eq!(none, [], "without products nothing can be mistyped");
        let place = remarks(&team(), Lang::En, Ability::Territories, "Jena");
        assert_eq!(place, [], "a place may be new");
    }

    #[test]
    fn what_was_meant_takes_its_place() {
        assert_eq!(replaced("Chess, GTX Porr", "GTX Porr", "GTX Pro"), "Chess, GTX Pro");
        assert_eq!(replaced("GTX Pro, GTX Porr", "GTX Porr", "GTX Pro"), "GTX Pro");
    }

    #[track_caller]
    fn check_offered(text: &str, expect: &[&str]) {
        let mut words = offered(&team(), Ability::Products, text);
        words.sort();
        assert_eq!(words, expect);
    }

    #[test]
    fn words_are_offered_that_complete_what_is_typed() {
        check_offered("", &["Chess", "GTX", "GTX Pro", "Suites", "Warehouse Suite"]);
        check_offered("chess, gt", &["GTX", "GTX Pro"]);
        check_offered("GTX Pro，ware", &["Warehouse Suite"]);
        assert_eq!(completed("chess、gt", "GTX Pro"), "chess, GTX Pro");
        assert_eq!(completed("chess", "GTX Pro"), "chess, GTX Pro");
        assert_eq!(completed("", "GTX"), "GTX");
    }

    fn table(ticks: &Ticks) -> AbilityTable {
        ability_table(&team(), TODAY, Ability::Products, &["Golf".to_owned()], ticks)
    }

    #[test]
    fn the_table_shows_who_knows_what() {
        let shown = table(&Ticks::new());
        assert_eq!(shown.columns, ["Chess", "Golf", "GTX", "GTX Pro", "Suites", "Warehouse Suite"]);
        let ticked: Vec<_> = shown.rows.iter().map(|it| (&*it.name, it.ticked.clone())).collect();
        let ann = vec![true, false, false, true, false, false];
        assert_eq!(ticked, [("Ann", ann), ("Bob", vec![false; 6])]);
        assert_eq!(shown.changes, []);
    }

    /// One step for all, and what was there keeps its spelling.
    #[test]
    fn ticks_for_many_people_are_one_change() {
        let mut ticks = Ticks::new();
        toggle_column(&table(&ticks), 3, &mut ticks);
        ticks.insert((ANN, "chess".to_owned()), false);
        let said = table(&ticks).changes;
        let words = |it: &[&str]| it.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert_eq!(said, [(ANN, words(&["gtx pro"])), (BOB, words(&["GTX Pro"]))]);
        let (workspace, ctx) = (team(), Context { today: TODAY });
        let changes = apply(&workspace, &Command::SetAbilities(Ability::Products, said), &ctx);
        assert_eq!(changes.expect("it is allowed").label.to_parts(), ["people.abilities", "2"]);
        let full = table(&ticks);
        assert!(is_full(&full, 3));
        toggle_column(&full, 3, &mut ticks);
        assert_eq!(table(&ticks).changes, [(ANN, vec![])], "Bob is as he was");
    }
}
