//! What leads ask of a person, each thing once, and who meets it.

use std::collections::BTreeMap;

use super::fit::{Book, against};
use super::solve::Points;
use super::weigh::{DEMANDS, MET, UNMET, UNSAID};
use crate::domain::id::ProductId;
use crate::domain::people::Person;
use crate::domain::workspace::Workspace;

/// What leads ask, each thing once.
#[derive(Default)]
pub(super) struct Asked {
    products: BTreeMap<Option<ProductId>, usize>,
    /// Product by product: its name and its family, to be known.
    topics: Vec<Vec<String>>,
    product_names: Vec<String>,
    pub(super) languages: Words,
    pub(super) places: Words,
}

/// Texts that mean the same where they differ by case alone, each once.
#[derive(Default)]
pub(super) struct Words {
    places: BTreeMap<String, usize>,
    texts: Vec<String>,
}

impl Words {
    pub(super) fn place(&mut self, text: &str) -> usize {
        let next = self.texts.len();
        *self.places.entry(plain(text)).or_insert_with(|| {
            self.texts.push(text.trim().to_owned());
            next
        })
    }
}

impl Asked {
    pub(super) fn product(&mut self, workspace: &Workspace, id: Option<ProductId>) -> usize {
        let next = self.topics.len();
        *self.products.entry(id).or_insert_with(|| {
            let product = workspace.products.find(id);
            let topics = product.map(|it| vec![plain(&it.name), plain(&it.series)]);
            self.topics.push(topics.unwrap_or_default());
            self.product_names.push(product.map(|it| it.name.clone()).unwrap_or_default());
            next
        })
    }

    /// Demand by demand: what is asked, person by person, and whether they meet it.
    pub(super) fn met(&self, team: &[(&Person, &Book)]) -> [Vec<u8>; DEMANDS] {
        [
            table(&self.topics, team, |it| &it.skills),
            table(&self.languages.asked(), team, |it| &it.languages),
            table(&self.places.asked(), team, |it| &it.territories),
        ]
    }

    /// Product by product, person by person: points of the past win rate.
    pub(super) fn records(&self, team: &[(&Person, &Book)], odds: Points) -> Vec<Points> {
        let mut records = vec![0; self.topics.len() * team.len()];
        for (product, place) in &self.products {
            for (person, (_, book)) in team.iter().enumerate() {
                let base = book.closed.rate(odds);
                let own = product.and_then(|it| book.by_product.get(&it));
                let rate = own.map_or(base, |it| it.rate(base));
                records[place * team.len() + person] = against(rate, odds);
            }
        }
        records
    }

    pub(super) fn names(self) -> [Vec<String>; DEMANDS] {
        [self.product_names, self.languages.texts, self.places.texts]
    }
}

impl Words {
    fn asked(&self) -> Vec<Vec<String>> {
        self.texts.iter().map(|it| vec![plain(it)]).collect()
    }
}

/// Whether each of the team meets each thing that is asked.
fn table(
    asked: &[Vec<String>],
    team: &[(&Person, &Book)],
    list: fn(&Person) -> &[String],
) -> Vec<u8> {
    let lists: Vec<Vec<String>> =
        team.iter().map(|(person, _)| list(person).iter().map(|it| plain(it)).collect()).collect();
    let met = asked.iter().flat_map(|wanted| {
        lists.iter().map(|list| match known(list, wanted) {
            None => UNSAID,
            Some(true) => MET,
            Some(false) => UNMET,
        })
    });
    met.collect()
}

/// Whether any of the wanted words is among the known ones; nothing where none is wanted, or
/// nothing is known of the person.
fn known(known: &[String], wanted: &[String]) -> Option<bool> {
    let is_known = |it: &String| known.contains(it);
    let named: Vec<&String> = wanted.iter().filter(|it| !it.is_empty()).collect();
    (!named.is_empty() && !known.is_empty()).then(|| named.into_iter().any(is_known))
}

fn plain(text: &str) -> String {
    text.trim().to_lowercase()
}
