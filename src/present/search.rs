//! Finding a lead, a customer, a person or a product by a part of its name.

use super::format;
use super::matching::Index;
use crate::domain::apply::lead_title;
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

/// What `text` means, at most `limit`, in the order of [`Index::find`].
pub fn find(
    workspace: &Workspace,
    index: &Index,
    lang: Lang,
    text: &str,
    limit: usize,
) -> Vec<Hit> {
    let found = index.find(text, limit).into_iter();
    found.map(|target| hit(workspace, lang, target)).collect()
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
    use crate::domain::customer::Customer;
    use crate::domain::people::Person;
    use crate::present::for_tests::{ANN, OPEN, lead, put, team};

    fn workspace() -> Workspace {
        let mut workspace = team();
        for (number, name) in ["Ann Lee", "Lee Chen", "李雷", "单雄信"].into_iter().enumerate()
        {
            let person = Person { name: name.to_owned(), ..Person::default() };
            put(&mut workspace, PersonId::drawn(10 + number as u64), &person);
        }
        let acme = Customer { name: "Acme Steel".to_owned(), ..Customer::default() };
        put(&mut workspace, CustomerId::drawn(1), &acme);
        lead(&mut workspace, 7, Some(ANN), OPEN, 100, "");
        workspace
    }

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let workspace = workspace();
        let mut index = Index::default();
        index.take_in(&workspace);
        let found = find(&workspace, &index, Lang::En, text, 2);
        let names: Vec<&str> = found.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, expect, "{text}");
    }

    #[test]
    fn names_that_begin_with_the_text_come_first() {
        check("lee", &["Lee Chen", "Ann Lee"]);
        check(" ＬＥＥ ", &["Lee Chen", "Ann Lee"]);
        check("nobody", &[]);
        check("", &[]);
    }

    #[test]
    fn names_are_found_by_characters_sound_initials_and_with_a_slip() {
        check("雷", &["李雷"]);
        check("lilei", &["李雷"]);
        check("sxx", &["单雄信"]);
        check("as", &["Acme Steel"]);
        check("stele", &["Acme Steel"]);
        check("lead 7", &["Lead 7"]);
    }
}
