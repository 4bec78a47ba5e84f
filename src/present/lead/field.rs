//! The fields of a lead as people know them: their names and their values in words.

use crate::domain::lead::Lead;
use crate::domain::link::Link;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::{format, product_lines};

/// A field of a lead that people see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeadField {
    /// The customer.
    Customer,
    /// What it is about.
    Name,
    /// What it is worth.
    Amount,
    /// How far it has come.
    Stage,
    /// Who works on it.
    Owner,
    /// What is being sold.
    Product,
    /// When it is expected to close, or closed.
    Closes,
    /// The owner's own odds.
    Odds,
    /// Where it came from.
    Source,
    /// What is to be done next.
    NextStep,
    /// When that is to be done.
    NextStepOn,
    /// The people to talk to.
    Contacts,
    /// What the customer needs.
    Needs,
    /// How hard it is.
    Complexity,
    /// The language to sell in.
    Language,
    /// Why it was lost.
    LossReason,
    /// Remarks.
    Note,
    /// When it was created.
    Created,
    /// Words to find it by.
    Tags,
    /// Addresses of what belongs to it.
    Links,
    /// How urgent it is.
    Priority,
    /// What is being sold, line by line.
    Lines,
}

/// The fields that people see with their names in the journal.
const JOURNAL: &[(&str, LeadField)] = &[
    ("customer", LeadField::Customer),
    ("name", LeadField::Name),
    ("amount", LeadField::Amount),
    ("stage", LeadField::Stage),
    ("owner", LeadField::Owner),
    ("product", LeadField::Product),
    ("closes", LeadField::Closes),
    ("probability", LeadField::Odds),
    ("source", LeadField::Source),
    ("priority", LeadField::Priority),
    ("next_step", LeadField::NextStep),
    ("next_step_on", LeadField::NextStepOn),
    ("contacts", LeadField::Contacts),
    ("needs", LeadField::Needs),
    ("complexity", LeadField::Complexity),
    ("language", LeadField::Language),
    ("loss_reason", LeadField::LossReason),
    ("note", LeadField::Note),
    ("created", LeadField::Created),
    ("tags", LeadField::Tags),
    ("links", LeadField::Links),
    ("lines", LeadField::Lines),
];

impl LeadField {
    /// Every field, in the order in which they are offered. The products name those of the lines.
    pub fn all() -> impl Iterator<Item = LeadField> {
        JOURNAL.iter().map(|(_, field)| *field).filter(|it| *it != LeadField::Lines)
    }

    /// What people call it.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            LeadField::Customer => lang.lead_customer(),
            LeadField::Name => lang.lead_name(),
            LeadField::Amount => lang.lead_amount(),
            LeadField::Stage => lang.lead_stage(),
            LeadField::Owner => lang.lead_owner(),
            LeadField::Product => lang.lead_product(),
            LeadField::Closes => lang.lead_closes(),
            LeadField::Odds => lang.lead_odds(),
            LeadField::Source => lang.lead_source(),
            LeadField::NextStep => lang.lead_next_step(),
            LeadField::NextStepOn => lang.lead_next_step_on(),
            LeadField::Contacts => lang.lead_contacts(),
            LeadField::Needs => lang.lead_needs(),
            LeadField::Complexity => lang.lead_complexity(),
            LeadField::Language => lang.lead_language(),
            LeadField::LossReason => lang.lead_loss_reason(),
            LeadField::Note => lang.lead_note(),
            LeadField::Created => lang.lead_created(),
            LeadField::Tags => lang.lead_tags(),
            LeadField::Links => lang.lead_links(),
            LeadField::Priority => lang.lead_priority(),
            LeadField::Lines => lang.lead_lines(),
        }
    }

    /// The field of a name in the journal; `None` for what people do not see.
    pub fn of_journal(name: &str) -> Option<LeadField> {
        JOURNAL.iter().find(|(it, _)| *it == name).map(|(_, field)| *field)
    }

    /// The name in the journal, which is also the one in addresses.
    pub fn journal_name(self) -> &'static str {
        JOURNAL.iter().find(|(_, field)| *field == self).map_or("", |(name, _)| name)
    }

    /// The value in words; empty where there is none.
    pub fn value(self, workspace: &Workspace, lang: Lang, lead: &Lead) -> String {
        let day = |day| format::day(lang, day);
        let text = match self {
            LeadField::Customer => {
                workspace.customers.find(lead.customer).map(|it| it.name.clone())
            }
            LeadField::Amount => lead.amount.map(|it| format::money(lang, it)),
            LeadField::Stage => workspace.stages.find(lead.stage).map(|it| it.name.clone()),
            LeadField::Owner => workspace.people.find(lead.owner).map(|it| it.name.clone()),
            LeadField::Product => Some(product_names(workspace, lead).join(", ")),
            LeadField::Closes => lead.closes.map(day),
            LeadField::Odds => {
                lead.probability.map(|it| format::percent(lang, it.saturating_mul(10)))
            }
            LeadField::NextStepOn => lead.next_step_on.map(day),
            LeadField::Created => lead.created.map(day),
            LeadField::Tags => Some(lead.tags.join(", ")),
            LeadField::Links => {
                let links: Vec<&str> = lead.links.iter().map(Link::words).collect();
                Some(links.join(", "))
            }
            LeadField::Name => Some(lead.name.clone()),
            LeadField::Source => Some(lead.source.clone()),
            LeadField::NextStep => Some(lead.next_step.clone()),
            LeadField::Contacts => Some(lead.contacts.clone()),
            LeadField::Needs => Some(lead.needs.clone()),
            LeadField::Complexity => lead.complexity.map(|it| lang.complexity(it).to_owned()),
            LeadField::Language => Some(lead.language.clone()),
            LeadField::LossReason => Some(lead.loss_reason.clone()),
            LeadField::Note => Some(lead.note.clone()),
            LeadField::Priority => Some(lang.priority(lead.priority).to_owned()),
            LeadField::Lines => Some(product_lines::in_words(workspace, lang, lead)),
        };
        text.unwrap_or_default()
    }
}

/// The names of the products that are sold on a lead.
fn product_names<'a>(workspace: &'a Workspace, lead: &Lead) -> Vec<&'a str> {
    let products = lead.products().into_iter().filter_map(|it| workspace.products.get(it));
    products.map(|it| it.name.as_str()).collect()
}
