//! Rows of deals and leads: which lead a row is, and what it says of it.

use super::super::field::{Field, Kind};
use super::super::report::{Reason, Rejected};
use super::book::Book;
use super::drafts::Drafts;
use super::layout::View;
use super::lists::{Place, full_name, keep, name_missing};
use super::merged::Merged;
use super::stages::StageSeen;
use super::survey::Survey;
use super::tables::{IdTable, TextTable};
use crate::domain::calendar::Day;
use crate::domain::id::{CustomerId, ImportId, LeadId, PersonId, ProductId, StageId};
use crate::domain::lead::{Lead, Origin, Priority};
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::transfer::cells::choice;
use crate::transfer::text::{folded, name_key};

/// What a row says of a lead.
#[derive(Debug, Default)]
struct LeadRow {
    customer: Option<CustomerId>,
    owner: Option<PersonId>,
    product: Option<ProductId>,
    stage: Option<StageId>,
    name: String,
    /// The name of a lead that has neither name nor customer.
    fallback: String,
    external: String,
    object: &'static str,
    amount: Option<Money>,
    created: Option<Day>,
    probability: Option<i64>,
    next_step_on: Option<Day>,
    priority: Option<Priority>,
    complexity: Option<i64>,
    given: Given,
}

/// What rows say of a lead's days; what they mean depends on its stage in the end.
#[derive(Clone, Copy, Debug, Default)]
struct Given {
    row: u32,
    stage_since: Option<Day>,
    closes: Option<Day>,
    won_on: Option<Day>,
    lost_on: Option<Day>,
    closed_on: Option<Day>,
}

impl Book {
    /// Takes a row of deals or leads: joins what it refers to, then drafts the lead.
    pub(super) fn take_lead(
        &mut self,
        workspace: &Workspace,
        place: Place<'_>,
        view: View<'_>,
        survey: &Survey,
    ) -> Result<Met, Rejected> {
        let mut row = LeadRow::read(view, place)?;
        let owner = survey.people.target(view.id(Field::OwnerId), view.text(Field::Owner));
        let customer =
            survey.customers.target(view.id(Field::CustomerId), view.text(Field::Customer));
        row.owner = owner.map(PersonId::from);
        row.customer = customer.map(CustomerId::from);
        row.product = survey.products.target("", view.text(Field::Product)).map(ProductId::from);
        row.stage = survey.stages.get(&StageSeen::key(view)).and_then(|it| it.target);
        row.name_at_least(view)?;
        if let Some(customer) = row.customer {
            self.fill_customer(workspace, customer, view);
        }
        Ok(self.leads.take(workspace, place.file, &row, view))
    }
}

impl LeadRow {
    /// Reads a row.
    fn read(view: View<'_>, place: Place<'_>) -> Result<LeadRow, Rejected> {
        let object = if place.kind == Kind::Leads { "lead" } else { "deal" };
        let name = match place.kind {
            Kind::Leads => full_name(view),
            _ => view.text(Field::Name).to_owned(),
        };
        Ok(LeadRow {
            name,
            object,
            external: match view.id(Field::Id) {
                "" => String::new(),
                id => format!("{}/{object}/{id}", place.system.code()),
            },
            amount: view.amount(Field::Amount)?,
            created: view.day(Field::Created)?,
            probability: view.odds(Field::Probability)?,
            next_step_on: view.day(Field::NextStepOn)?,
            priority: view.choice(Field::Priority, choice::priority, Reason::Priority)?,
            complexity: view.choice(Field::Complexity, choice::complexity, Reason::Complexity)?,
            given: Given {
                row: view.row.number,
                stage_since: view.day(Field::StageSince)?,
                closes: view.day(Field::Closes)?,
                won_on: view.day(Field::WonOn)?,
                lost_on: view.day(Field::LostOn)?,
                closed_on: view.day(Field::ClosedOn)?,
            },
            ..LeadRow::default()
        })
    }

    /// Names a lead that has neither name nor customer by its contact or its key.
    fn name_at_least(&mut self, view: View<'_>) -> Result<(), Rejected> {
        if !self.name.is_empty() || self.customer.is_some() {
            return Ok(());
        }
        self.name = view.joined(Field::Contact, " ");
        view.id(Field::Id).clone_into(&mut self.fallback);
        match (self.name.as_str(), self.fallback.as_str()) {
            ("", "") => Err(name_missing(view)),
            _ => Ok(()),
        }
    }

    /// What tells a lead without a key from others: its name and customer, or without a name
    /// everything that does not change while it is worked on.
    fn identity(&self, view: View<'_>) -> String {
        let customer = self.customer.map_or(String::new(), |it| it.to_string());
        if !self.name.is_empty() {
            return format!("{}|{customer}", name_key(&self.name));
        }
        let created = self.created.map_or(String::new(), |it| it.to_string());
        let product = name_key(view.text(Field::Product));
        format!("|{customer}|{product}|{}|{created}", name_key(view.text(Field::Owner)))
    }

    fn write(&self, lead: &mut Lead, view: View<'_>) {
        keep(&mut lead.name, &self.name);
        keep(&mut lead.external, &self.external);
        lead.customer = self.customer.or(lead.customer);
        if lead.name.is_empty() && lead.customer.is_none() {
            self.fallback.clone_into(&mut lead.name);
        }
        lead.owner = self.owner.or(lead.owner);
        lead.product = self.product.or(lead.product);
        lead.amount = self.amount.or(lead.amount);
        lead.created = self.created.or(lead.created);
        lead.probability = self.probability.or(lead.probability);
        lead.next_step_on = self.next_step_on.or(lead.next_step_on);
        lead.priority = self.priority.unwrap_or(lead.priority);
        lead.complexity = self.complexity.or(lead.complexity);
        keep(&mut lead.language, view.text(Field::Language));
        add_tags(&mut lead.tags, view.list(Field::Tags));
        keep(&mut lead.source, view.text(Field::Source));
        keep(&mut lead.next_step, view.text(Field::NextStep));
        keep(&mut lead.contacts, &contacts(view));
        keep(&mut lead.needs, view.text(Field::Needs));
        keep(&mut lead.loss_reason, view.text(Field::LossReason));
        keep(&mut lead.note, &view.joined(Field::Note, "\n"));
    }
}

/// Tags that are there stay: people give their own beside those of the file.
fn add_tags(known: &mut Vec<String>, tags: Vec<String>) {
    for tag in tags {
        if !known.iter().any(|it| folded(it) == folded(&tag)) {
            known.push(tag);
        }
    }
}

fn contacts(view: View<'_>) -> String {
    let name = view.joined(Field::Contact, " ");
    let name = match view.layout.columns(Field::FirstName) {
        [] => name,
        _ if name.is_empty() => full_name(view),
        _ => name,
    };
    let parts = [name, view.joined(Field::Phone, ", "), view.joined(Field::Email, ", ")];
    let parts: Vec<String> = parts.into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(", ")
}

/// The leads of an import.
#[derive(Debug, Default)]
pub(super) struct LeadDrafts {
    pub(super) drafts: Drafts<Lead>,
    given: IdTable<Given>,
    merged: Merged,
    /// Leads on the board that have another id than their key would give.
    by_external: TextTable<LeadId>,
    /// Leads on the board by name and customer, with whether they have a key.
    by_identity: TextTable<Vec<(LeadId, bool)>>,
    /// How often each name and customer came in a file.
    met: TextTable<usize>,
    /// The rows each lead with a key came in first: file, row.
    first_rows: IdTable<Vec<(usize, u32)>>,
}

/// How a row was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    /// As a lead of its own.
    Once,
    /// By a key that an earlier row had.
    KeyAgain(u32),
    /// By a name that an earlier row had; it is another lead.
    NameAgain,
}

impl LeadDrafts {
    /// Knows what is on the board.
    pub(super) fn new(workspace: &Workspace) -> LeadDrafts {
        let mut drafts = LeadDrafts { merged: Merged::leads(workspace), ..LeadDrafts::default() };
        for (id, lead) in workspace.leads.iter() {
            if !lead.external.is_empty() && LeadId::of_key(&lead.external) != id {
                drafts.by_external.get_or(&lead.external, || id);
            }
            if !lead.name.is_empty() {
                let customer = lead.customer.map_or(String::new(), |it| it.to_string());
                let identity = format!("{}|{customer}", name_key(&lead.name));
                let known = drafts.by_identity.get_or(&identity, Vec::new);
                known.push((id, !lead.external.is_empty()));
            }
        }
        drafts
    }

    /// Takes a row.
    fn take(&mut self, workspace: &Workspace, file: usize, row: &LeadRow, view: View<'_>) -> Met {
        if let Some(kept) = self.merged_into(workspace, file, row, view) {
            self.drafts.edit_by_row(workspace, kept, file, |_| ());
            return Met::Once;
        }
        let (id, met) = match row.external.as_str() {
            "" => self.without_key(workspace, file, row, view),
            _ => self.with_key(workspace, file, row, view),
        };
        let given = self.given.get_or(id, Given::default);
        let is_older = row.given.stage_since < given.stage_since && row.given.stage_since.is_some();
        *given = Given {
            row: row.given.row,
            stage_since: given.stage_since.max(row.given.stage_since),
            closes: row.given.closes.or(given.closes),
            won_on: row.given.won_on.or(given.won_on),
            lost_on: row.given.lost_on.or(given.lost_on),
            closed_on: row.given.closed_on.or(given.closed_on),
        };
        self.drafts.edit_by_row(workspace, id, file, |lead| {
            row.write(lead, view);
            if !is_older {
                lead.stage = row.stage.or(lead.stage);
            }
        });
        met
    }

    /// What the lead of a row went into, where it was merged into another.
    fn merged_into(
        &mut self,
        workspace: &Workspace,
        file: usize,
        row: &LeadRow,
        view: View<'_>,
    ) -> Option<LeadId> {
        if !row.external.is_empty() {
            let own = LeadId::of_key(&row.external);
            let is_there =
                workspace.leads.has(own) || self.by_external.get(&row.external).is_some();
            let kept = self.merged.of_key(&row.external).or_else(|| self.merged.of_id(own.into()));
            return kept.filter(|_| !is_there).map(LeadId::from);
        }
        let identity = row.identity(view);
        let met = self.met.get(&format!("{file}|{identity}")).copied().unwrap_or_default();
        let own = own_id(row, &identity, met + 1);
        let is_there = workspace.leads.has(own);
        let places = self.by_identity.get(&identity).map_or(0, Vec::len);
        let named = || self.merged.of_name(&identity, "").filter(|_| places <= met);
        let kept = self.merged.of_id(own.into()).or_else(named);
        let kept = kept.filter(|_| !is_there).map(LeadId::from);
        if kept.is_some() {
            *self.met.get_or(&format!("{file}|{identity}"), usize::default) += 1;
        }
        kept
    }

    fn with_key(
        &mut self,
        workspace: &Workspace,
        file: usize,
        row: &LeadRow,
        view: View<'_>,
    ) -> (LeadId, Met) {
        let own = LeadId::of_key(&row.external);
        let id = match self.by_external.get(&row.external) {
            Some(id) => *id,
            None if workspace.leads.has(own) || self.drafts.has(own) => own,
            None => self.adopted(row, view).unwrap_or(own),
        };
        if id != own {
            self.by_external.get_or(&row.external, || id);
        }
        let rows = self.first_rows.get_or(id, Vec::new);
        match rows.iter().find(|(it, _)| *it == file) {
            Some((_, first)) => (id, Met::KeyAgain(*first)),
            None => {
                rows.push((file, row.given.row));
                (id, Met::Once)
            }
        }
    }

    /// A lead that was entered by hand under the same name and customer.
    fn adopted(&mut self, row: &LeadRow, view: View<'_>) -> Option<LeadId> {
        if row.name.is_empty() {
            return None;
        }
        let known = self.by_identity.get_or(&row.identity(view), Vec::new);
        let place = known.iter().position(|(_, has_key)| !has_key)?;
        Some(known.remove(place).0)
    }

    fn without_key(
        &mut self,
        workspace: &Workspace,
        file: usize,
        row: &LeadRow,
        view: View<'_>,
    ) -> (LeadId, Met) {
        let identity = row.identity(view);
        let met = self.met.get_or(&format!("{file}|{identity}"), usize::default);
        *met += 1;
        let number = *met;
        let own = own_id(row, &identity, number);
        let id = match self.by_identity.get(&identity) {
            _ if workspace.leads.has(own) => own,
            Some(known) => known.get(number - 1).map_or(own, |(id, _)| *id),
            None => own,
        };
        (id, if number == 1 { Met::Once } else { Met::NameAgain })
    }

    /// Settles the days of every lead by the stage it has come to, and marks those that change
    /// with their origin. `outcome` tells what a stage means.
    pub(super) fn settle(
        &mut self,
        workspace: &Workspace,
        today: Day,
        import: ImportId,
        outcome: impl Fn(Option<StageId>) -> Outcome,
    ) {
        for (id, place) in self.drafts.places() {
            let Some(lead) = self.drafts.record_mut(place) else {
                continue;
            };
            let given = self.given.get(id).copied().unwrap_or_default();
            let before = workspace.leads.get(id.into());
            settle_days(lead, before, given, outcome(lead.stage), today);
            if before.is_none_or(|before| before != lead) {
                lead.origin = Some(Origin { import, row: given.row });
            }
        }
    }
}

/// The id of a lead without a key: the so-manieth of its name and customer.
fn own_id(row: &LeadRow, identity: &str, number: usize) -> LeadId {
    LeadId::of_key(&format!("name/{}/{identity}#{number}", row.object))
}

/// The day a lead closes is, of those its rows give, the one that fits its outcome. The clock of
/// its stage starts on the day the file says; else it keeps running while the stage is the same;
/// else it starts on the day of closing, on the day of creation for a lead that is new, and today
/// for one that has moved.
fn settle_days(lead: &mut Lead, before: Option<&Lead>, given: Given, outcome: Outcome, today: Day) {
    let closed_on = match outcome {
        Outcome::Open => None,
        Outcome::Won => given.won_on.or(given.closed_on),
        Outcome::Lost => given.lost_on.or(given.closed_on),
    };
    let has_moved = before.is_some_and(|it| it.stage != lead.stage);
    let closes_today = (has_moved && outcome != Outcome::Open).then_some(today);
    let closes = given.closes.or(given.closed_on);
    lead.closes = closed_on.or(closes).or(closes_today).or(lead.closes);
    lead.stage_since = given.stage_since.or(match (before, outcome) {
        (Some(before), _) if !has_moved => before.stage_since,
        (_, Outcome::Won | Outcome::Lost) => lead.closes,
        (None, Outcome::Open) => lead.created,
        (Some(_), Outcome::Open) => Some(today),
    });
}
