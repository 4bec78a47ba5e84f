//! What leads ask of a person, each thing once, and who meets it.

use std::collections::BTreeMap;

use super::fit::{Book, against};
use super::solve::Points;
use super::weigh::{DEMANDS, MET, UNMET, UNSAID};
use crate::domain::ability::plain;
use crate::domain::arrange;
use crate::domain::id::ProductId;
use crate::domain::people::Person;
use crate::domain::workspace::Workspace;

/// What leads ask, each thing once.
#[derive(Default)]
pub(super) struct Asked {
    /// The products that one lead asks to be known, all of them.
    products: BTreeMap<Vec<ProductId>, usize>,
    /// For these, product by product: its name and its family, one of which is to be known.
    topics: Vec<Vec<Vec<String>>>,
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
    pub(super) fn products(&mut self, workspace: &Workspace, mut ids: Vec<ProductId>) -> usize {
        arrange::naturally(&mut ids);
        let next = self.topics.len();
        *self.products.entry(ids).or_insert_with_key(|ids| {
            self.topics.push(topics(workspace, ids));
            let products = ids.iter().filter_map(|it| workspace.products.get(*it));
            let names: Vec<&str> = products.map(|it| it.name.as_str()).collect();
            self.product_names.push(names.join(", "));
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

    /// Products by products, person by person: points of the past win rate.
    pub(super) fn records(&self, team: &[(&Person, &Book)], odds: Points) -> Vec<Points> {
        let mut records = vec![0; self.topics.len() * team.len()];
        for (products, place) in &self.products {
            for (person, (_, book)) in team.iter().enumerate() {
                records[place * team.len() + person] =
                    against(past_rate(book, products, odds), odds);
            }
        }
        records
    }

    /// Products by products: which they are.
    pub(super) fn product_sets(&self) -> Vec<Vec<ProductId>> {
        let mut sets = vec![Vec::new(); self.topics.len()];
        for (products, place) in &self.products {
            sets[*place].clone_from(products);
        }
        sets
    }

    pub(super) fn names(self) -> [Vec<String>; DEMANDS] {
        [self.product_names, self.languages.texts, self.places.texts]
    }
}

/// A person's past win rate with products: the mean of those with each, or that with all leads
/// where they name none.
pub(super) fn past_rate(book: &Book, products: &[ProductId], odds: Points) -> Points {
    let base = book.closed.rate(odds);
    let rate = |it: &ProductId| book.by_product.get(it).map_or(base, |it| it.rate(base));
    match products.len() as Points {
        0 => base,
        count => products.iter().map(rate).sum::<Points>() / count,
    }
}

impl Words {
    fn asked(&self) -> Vec<Vec<Vec<String>>> {
        self.texts.iter().map(|it| vec![vec![plain(it)]]).collect()
    }
}

/// Whether each of the team meets all of each thing that is asked.
fn table(
    asked: &[Vec<Vec<String>>],
    team: &[(&Person, &Book)],
    list: fn(&Person) -> &[String],
) -> Vec<u8> {
    let lists: Vec<Vec<String>> =
        team.iter().map(|(person, _)| list(person).iter().map(|it| plain(it)).collect()).collect();
    let met = asked.iter().flat_map(|wanted| {
        lists.iter().map(|list| match all_known(list, wanted) {
            None => UNSAID,
            Some(true) => MET,
            Some(false) => UNMET,
        })
    });
    met.collect()
}

/// Product by product: its name and its family, one of which is to be known.
pub(super) fn topics(workspace: &Workspace, ids: &[ProductId]) -> Vec<Vec<String>> {
    let products = ids.iter().filter_map(|it| workspace.products.get(*it));
    products.map(|it| vec![plain(&it.name), plain(&it.series)]).collect()
}

/// Whether each of several things is known by one of its words; nothing where that can be said of
/// none of them.
pub(super) fn all_known(list: &[String], wanted: &[Vec<String>]) -> Option<bool> {
    let said = wanted.iter().filter_map(|it| known(list, it));
    said.fold(None, |all, it| Some(all.unwrap_or(true) && it))
}

/// Whether any of the wanted words is among the known ones; nothing where none is wanted, or
/// nothing is known of the person.
fn known(known: &[String], wanted: &[String]) -> Option<bool> {
    let is_known = |it: &String| known.contains(it);
    let named: Vec<&String> = wanted.iter().filter(|it| !it.is_empty()).collect();
    (!named.is_empty() && !known.is_empty()).then(|| named.into_iter().any(is_known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(skills: &[&str], products: &[[&str; 2]], expect: Option<bool>) {
        let skills: Vec<String> = skills.iter().map(|it| plain(it)).collect();
        let wanted: Vec<Vec<String>> =
            products.iter().map(|it| it.iter().map(|it| plain(it)).collect()).collect();
        assert_eq!(all_known(&skills, &wanted), expect, "{skills:?} {products:?}");
    }

    #[test]
    fn all_products_of_a_lead_are_to_be_known_by_name_or_family() {
        let (suite, kit) = (["Suite", "Core"], ["Kit", "Devices"]);
        check(&["core", "KIT"], &[suite, kit], Some(true));
        check(&["core"], &[suite, kit], Some(false));
        check(&["devices"], &[kit], Some(true));
        check(&["kit"], &[], None);
        check(&[], &[suite], None);
    }
}
