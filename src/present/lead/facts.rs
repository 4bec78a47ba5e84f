//! What the page of a lead shows.

use super::LeadField;
use crate::domain::activity::days_since_last_activity;
use crate::domain::calendar::Day;
use crate::domain::id::{CustomerId, LeadId, StageId};
use crate::domain::lead::Lead;
use crate::domain::link::Link;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::assign_why::given_words;
use crate::present::board::{NextStep, card, staleness};
use crate::present::format;
use crate::present::pool::{ClaimLeft, claim_left, claim_words};

/// A lead in full.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadView {
    /// The customer, or the lead's own name where it has none.
    pub title: String,
    /// What it is about, where the customer is the title.
    pub about: String,
    /// The exact amount; empty where it has none.
    pub amount: String,
    /// The stage; none where it has none.
    pub stage: Option<StageId>,
    /// The stage's name.
    pub stage_name: String,
    /// Open, won or lost.
    pub outcome: Outcome,
    /// How long it has been in its stage and after how many days it is stale; empty when closed.
    pub age: String,
    /// How far it is on the way to being stale: 0 to 1.
    pub staleness: f64,
    /// Who claimed it and until when it must move; empty where nobody did.
    pub claim: String,
    /// How long the claim still has; none where nobody claimed it or nothing falls due.
    pub claim_left: Option<ClaimLeft>,
    /// Whether it can go back to the pool: it is open, and somebody has it.
    pub can_return: bool,
    /// What is to be done next; empty where that is not known.
    pub next_step: String,
    /// When that is to be done; empty where that is not known.
    pub next_step_on: String,
    /// Whether it is known what to do next.
    pub next_state: NextStep,
    /// The customer.
    pub customer: Option<CustomerId>,
    /// The customer's class; empty where it has none.
    pub class: String,
    /// Who works on it; empty where nobody does.
    pub owner: String,
    /// When and why it was given to whom it is with; empty where no proposal did.
    pub given: String,
    /// When something was last done about it.
    pub last_activity: String,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Addresses of what belongs to it.
    pub links: Vec<Link>,
    /// Everything else, field by field; empty values are not known.
    pub facts: Vec<(LeadField, String)>,
    /// The file and row it came from, or that it was typed in.
    pub origin: String,
}

/// A lead in full; `None` where it is not there any more.
pub fn lead(workspace: &Workspace, lang: Lang, today: Day, id: LeadId) -> Option<LeadView> {
    let lead = workspace.leads.get(id)?;
    let card = card(workspace, lang, today, id)?;
    let stage = workspace.stages.find(lead.stage);
    let customer = workspace.customers.find(lead.customer);
    let open_days = lead.days_in_stage(today).filter(|_| card.outcome == Outcome::Open);
    let about = if card.title == lead.name { String::new() } else { lead.name.clone() };
    Some(LeadView {
        title: card.title,
        about,
        amount: LeadField::Amount.value(workspace, lang, lead),
        stage: stage.and(lead.stage),
        stage_name: stage.map_or(lang.leads_no_stage().to_owned(), |it| it.name.clone()),
        outcome: card.outcome,
        age: open_days
            .map(|days| age(lang, days, stage.and_then(|it| it.rotting_limit())))
            .unwrap_or_default(),
        staleness: staleness(open_days, stage),
        given: given_words(workspace, lang, lead),
        claim: claim_words(workspace, lang, today, id),
        claim_left: claim_left(workspace, lang, today, id),
        can_return: card.outcome == Outcome::Open && lead.owner.is_some(),
        next_step: lead.next_step.clone(),
        next_step_on: LeadField::NextStepOn.value(workspace, lang, lead),
        next_state: card.next_step,
        customer: customer.and(lead.customer),
        class: customer.map(|it| it.class.clone()).unwrap_or_default(),
        owner: card.owner,
        last_activity: last_activity(lang, days_since_last_activity(workspace, id, today)),
        tags: lead.tags.clone(),
        links: lead.links.clone(),
        facts: facts(workspace, lang, lead, card.outcome),
        origin: origin(workspace, lang, lead),
    })
}

fn last_activity(lang: Lang, days: Option<i64>) -> String {
    match days {
        None => lang.lead_no_activity().to_owned(),
        Some(0) => lang.lead_active_today().to_owned(),
        Some(days) => lang.lead_days_since(&format::count(lang, days.unsigned_abs())),
    }
}

fn age(lang: Lang, days: i64, limit: Option<i64>) -> String {
    let days = format::count(lang, days.unsigned_abs());
    match limit {
        Some(limit) => lang.lead_age_of(&days, &format::count(lang, limit.unsigned_abs())),
        None => lang.lead_age(&days),
    }
}

fn facts(
    workspace: &Workspace,
    lang: Lang,
    lead: &Lead,
    outcome: Outcome,
) -> Vec<(LeadField, String)> {
    use LeadField::{
        Closes, Complexity, Contacts, Created, Language, LossReason, Needs, Note, Odds, Owner,
        Priority, Product, Source,
    };
    let fields = [
        Owner, Priority, Closes, Odds, Product, Source, Contacts, Needs, Complexity, Language,
        LossReason, Note, Created,
    ];
    let shown = |field: &LeadField| match (*field, outcome) {
        (LossReason, Outcome::Open | Outcome::Won) => !lead.loss_reason.is_empty(),
        (Odds, Outcome::Won | Outcome::Lost) => lead.probability.is_some(),
        (Complexity, _) => lead.complexity.is_some(),
        (Language, _) => !lead.language.is_empty(),
        (Contacts, _) => !lead.contacts.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter(shown);
    fields.map(|field| (field, field.value(workspace, lang, lead))).collect()
}

/// The file and row a lead came from, or that it was typed in.
pub fn origin(workspace: &Workspace, lang: Lang, lead: &Lead) -> String {
    let Some(origin) = lead.origin else { return lang.lead_typed_in().to_owned() };
    let row = format::count(lang, origin.row.into());
    match workspace.imports.get(origin.import) {
        Some(run) => lang.lead_from_row(&run.files, &row),
        None => lang.lead_from_unknown_file(&row),
    }
}
