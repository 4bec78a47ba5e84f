//! Finding a lead, a customer, a person or a product by a part of its name.

use super::filter::folded;
use super::format;
use crate::domain::apply::lead_title;
use crate::domain::arrange;
use crate::domain::id::{CustomerId, LeadId, PersonId, ProductId};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// Its name.
    pub name: String,
    /// What tells it from others of the same name.
    pub detail: String,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A person.
    Person(PersonId),
    /// A lead.
    Lead(LeadId),
    /// A customer.
    Customer(CustomerId),
    /// A product.
    Product(ProductId),
}

/// What holds `text` in its name, at most `limit`: names that begin with it first, then people,
/// customers, products, leads.
pub fn find(workspace: &Workspace, lang: Lang, text: &str, limit: usize) -> Vec<Hit> {
    let wanted = folded(text.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut ranked: Vec<(usize, Target)> = names(workspace)
        .filter_map(|(target, name)| {
            folded(&name).find(&wanted).map(|place| (place.min(1), target))
        })
        .collect();
    arrange::by_key(&mut ranked, |(place, target)| (*place, order(target)));
    ranked.truncate(limit);
    ranked.into_iter().map(|(_, target)| hit(workspace, lang, target)).collect()
}

fn order(target: &Target) -> usize {
    match target {
        Target::Person(_) => 0,
        Target::Customer(_) => 1,
        Target::Product(_) => 2,
        Target::Lead(_) => 3,
    }
}

fn names(workspace: &Workspace) -> impl Iterator<Item = (Target, String)> {
    let people = workspace.people.iter().map(|(id, it)| (Target::Person(id), it.name.clone()));
    let customers =
        workspace.customers.iter().map(|(id, it)| (Target::Customer(id), it.name.clone()));
    let products = workspace.products.iter().map(|(id, it)| (Target::Product(id), it.name.clone()));
    let leads =
        workspace.leads.iter().map(|(id, it)| (Target::Lead(id), lead_title(workspace, it)));
    people.chain(customers).chain(products).chain(leads)
}

fn hit(workspace: &Workspace, lang: Lang, target: Target) -> Hit {
    let (name, detail) = match target {
        Target::Person(id) => {
            let person = workspace.people.get(id).cloned().unwrap_or_default();
            let team = workspace.teams.find(person.team).map(|it| it.name.clone());
            (person.name, team.unwrap_or_default())
        }
        Target::Customer(id) => {
            let customer = workspace.customers.get(id).cloned().unwrap_or_default();
            (customer.name, customer.sector)
        }
        Target::Product(id) => {
            let product = workspace.products.get(id).cloned().unwrap_or_default();
            (product.name, product.series)
        }
        Target::Lead(id) => {
            let lead = workspace.leads.get(id).cloned().unwrap_or_default();
            let stage = workspace.stages.find(lead.stage).map(|it| it.name.clone());
            let amount = lead.amount.map(|it| format::money(lang, it));
            let parts: Vec<String> = stage.into_iter().chain(amount).collect();
            (lead_title(workspace, &lead), parts.join(" · "))
        }
    };
    Hit { target, name, detail }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::calendar::Day;
    use crate::domain::command::{Command, Context};
    use crate::domain::people::Person;
    use crate::domain::workspace::Table;

    fn workspace() -> Workspace {
        let mut workspace = Workspace::default();
        for (number, name) in ["Ann Lee", "Lee Chen", "李雷"].into_iter().enumerate() {
            let person = Person { name: name.to_owned(), ..Person::default() };
            let id = PersonId::drawn(number as u64);
            let command = Command::SavePerson(id, Box::new(person));
            let changes =
                apply(&workspace, &command, &Context { today: Day::EPOCH }).expect("changes");
            let mut fields = changes.writes.iter().map(|it| (it.field, &it.value));
            workspace.refresh(Table::People, id.into(), Some(&mut fields));
        }
        workspace
    }

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let found = find(&workspace(), Lang::En, text, 2);
        let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, expect, "{text}");
    }

    #[test]
    fn names_that_begin_with_the_text_come_first() {
        check("lee", &["Lee Chen", "Ann Lee"]);
        check(" ＬＥＥ ", &["Lee Chen", "Ann Lee"]);
        check("雷", &["李雷"]);
        check("nobody", &[]);
        check("", &[]);
    }
}
