//! What somebody is asked for when leads are handed out: products known, languages, territories.
//!
//! Words stay free, for a skill need not be a product. Those that the records ask for are known
//! here, so that a word that was meant to be one of them is not taken for another.

use std::collections::BTreeMap;

use super::arrange;
use super::people::Person;
use super::pinyin::{is_chinese, reading};
use super::pipeline::Outcome;
use super::spelling::steps_between;
use super::workspace::Workspace;

/// A kind of what somebody is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ability {
    /// Products and families of products, and other skills.
    #[default]
    Products,
    /// Languages.
    Languages,
    /// Places and regions.
    Territories,
}

impl Ability {
    /// Every kind.
    pub const ALL: [Ability; 3] = [Ability::Products, Ability::Languages, Ability::Territories];

    /// What somebody has of it.
    pub fn of(self, person: &Person) -> &[String] {
        match self {
            Ability::Products => &person.skills,
            Ability::Languages => &person.languages,
            Ability::Territories => &person.territories,
        }
    }

    /// Somebody with these words instead.
    pub fn with(self, person: &Person, words: Vec<String>) -> Person {
        let mut person = person.clone();
        match self {
            Ability::Products => person.skills = words,
            Ability::Languages => person.languages = words,
            Ability::Territories => person.territories = words,
        }
        person
    }

    /// What leads can ask for: every product and family, the languages and places of open leads.
    /// What most open leads ask for comes first.
    pub fn asked(self, workspace: &Workspace) -> Vec<String> {
        let mut asked = Counted::default();
        if self == Ability::Products {
            for product in workspace.products.values() {
                asked.add(&product.name, 0);
                asked.add(&product.series, 0);
            }
        }
        let open = workspace.leads.values().filter(|it| it.outcome(workspace) == Outcome::Open);
        for lead in open {
            match self {
                Ability::Products => {
                    let products = lead.products();
                    let products = products.iter().filter_map(|it| workspace.products.get(*it));
                    for product in products {
                        asked.add(&product.name, 1);
                        asked.add(&product.series, 1);
                    }
                }
                Ability::Languages => asked.add(&lead.language, 1),
                Ability::Territories => {
                    let customer = workspace.customers.find(lead.customer);
                    asked.add(customer.map_or("", |it| &it.location), 1);
                }
            }
        }
        asked.words()
    }

    /// What somebody of the team has, each once; what most have comes first.
    pub fn in_use(self, workspace: &Workspace) -> Vec<String> {
        let mut used = Counted::default();
        for word in workspace.people.values().flat_map(|it| self.of(it)) {
            used.add(word, 1);
        }
        used.words()
    }
}

/// Words, each once, with how often they come.
#[derive(Default)]
struct Counted(BTreeMap<String, (u64, String)>);

impl Counted {
    fn add(&mut self, word: &str, times: u64) {
        let word = word.trim();
        if !word.is_empty() {
            let known = self.0.entry(plain(word)).or_insert_with(|| (0, word.to_owned()));
            known.0 += times;
        }
    }

    fn words(self) -> Vec<String> {
        let mut words: Vec<(u64, String)> = self.0.into_values().collect();
        arrange::by_key(&mut words, |it| std::cmp::Reverse(it.0));
        words.into_iter().map(|it| it.1).collect()
    }
}

/// A word as it is compared: case and space around it mean nothing.
pub fn plain(word: &str) -> String {
    word.trim().to_lowercase()
}

/// Whether a word is among others.
pub fn is_among(word: &str, others: &[String]) -> bool {
    let word = plain(word);
    others.iter().any(|it| plain(it) == word)
}

/// The parts of a list that is typed with commas, whichever are on the keyboard; each once.
pub fn listed(text: &str) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for part in text.split([',', '，', '、', ';', '；']).map(str::trim) {
        if !part.is_empty() && !is_among(part, &list) {
            list.push(part.to_owned());
        }
    }
    list
}

/// Which of the words a word was meant to be that is none of them: one that differs in few signs,
/// sounds alike, or holds it whole. Nothing where none is near, or it is one of them.
pub fn meant<'a>(word: &str, words: &'a [String]) -> Option<&'a str> {
    let word = plain(word);
    if word.is_empty() || is_among(&word, words) {
        return None;
    }
    let near = words.iter().filter_map(|it| Some((farness(&word, &plain(it))?, it.as_str())));
    near.min_by_key(|it| it.0).map(|it| it.1)
}

/// How far a word is from another; nothing where it was hardly meant.
fn farness(word: &str, other: &str) -> Option<usize> {
    let [own, theirs] = [word, other].map(|it| it.chars().collect::<Vec<char>>());
    let signs = own.len().max(theirs.len());
    let has_chinese = own.iter().chain(&theirs).any(|it| is_chinese(*it));
    if 1 < signs && own.len() == theirs.len() && own.iter().zip(&theirs).all(sound_alike) {
        return Some(0);
    }
    // A Chinese sign says as much as a syllable, so that one of two is another word.
    let allowed = signs / if has_chinese { 4 } else { 3 };
    let steps = steps_between(&own, &theirs);
    let is_part = own.len() < theirs.len() && other.contains(word);
    let enough = if has_chinese { 2 } else { 3 };
    match steps <= allowed {
        true => Some(steps),
        false => (is_part && enough <= own.len()).then_some(signs + theirs.len()),
    }
}

/// Whether two signs are the same or, in Chinese, are read alike.
fn sound_alike((own, other): (&char, &char)) -> bool {
    let read = |it: &char| reading(*it).map(|it| it.syllable);
    own == other || read(own).is_some_and(|it| read(other) == Some(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(words: &[&str]) -> Vec<String> {
        words.iter().map(|it| (*it).to_owned()).collect()
    }

    #[track_caller]
    fn check(word: &str, words: &[&str], expect: Option<&str>) {
        assert_eq!(meant(word, &owned(words)), expect, "{word}");
    }

    #[test]
    fn a_word_that_is_nearly_a_product_was_meant_to_be_it() {
        let products = ["Warehouse Suite", "GTX Pro", "GTX Plus", "仓储套件", "自动化产线"];
        check("Warehose Suite", &products, Some("Warehouse Suite"));
        check("GTX Por", &products, Some("GTX Pro"));
        check("warehouse", &products, Some("Warehouse Suite"));
        check("仓储套餐", &products, Some("仓储套件"));
        check("仓储", &products, Some("仓储套件"));
        check("苍储套件", &products, Some("仓储套件"));
        check("苍储", &["仓储", "配送"], Some("仓储"));
        check(" warehouse suite ", &products, None);
        check("Negotiation", &products, None);
        check("", &products, None);
    }

    #[test]
    fn other_places_and_languages_are_not_taken_for_one_another() {
        check("北京", &["南京", "上海"], None);
        check("Thai", &["Hindi", "Malay"], None);
        check("Gemran", &["German"], Some("German"));
    }

    #[test]
    fn a_list_is_typed_with_any_comma_and_says_nothing_twice() {
        assert_eq!(listed("Kit, kit，套件、 ;Core；"), owned(&["Kit", "套件", "Core"]));
        assert_eq!(listed(" , "), owned(&[]));
    }
}
